import { describe, expect, it } from "vitest";
import { fastStream, type RandomStream } from "../../../src/core/index.js";
import { uniformIndex } from "../../../src/inference/kernels/uniformIndex.js";

/** A stream of given words, then of 0. */
function words(...given: readonly number[]): RandomStream {
  const rest = [...given];
  return { next: () => rest.shift() ?? 0 };
}

describe("uniformIndex", () => {
  it("is the upper word of the product, by hand", () => {
    // 2³² = 3·1431655765 + 1: the words of 0 are 1 to 1431655765, after 0 is rejected, and so on.
    expect(uniformIndex(words(1), 3)).toBe(0);
    expect(uniformIndex(words(1_431_655_765), 3)).toBe(0);
    expect(uniformIndex(words(1_431_655_766), 3)).toBe(1);
    expect(uniformIndex(words(2_863_311_530), 3)).toBe(1);
    expect(uniformIndex(words(2_863_311_531), 3)).toBe(2);
    expect(uniformIndex(words(2 ** 32 - 1), 3)).toBe(2);
    expect(uniformIndex(words(0, 0, 2 ** 32 - 1), 3)).toBe(2);
  });

  it("rejects nothing where words divide evenly", () => {
    expect(uniformIndex(words(0, 2 ** 32 - 1), 4)).toBe(0);
    expect(uniformIndex(words(2 ** 31), 4)).toBe(2);
    expect(uniformIndex(words(17), 1)).toBe(0);
  });

  it("gives each index as often as any other", () => {
    const stream = fastStream("uniform index", "test");
    const counts = Array.from({ length: 7 }, () => 0);
    for (let i = 0; i < 70_000; i++) {
      const index = uniformIndex(stream, 7);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    // Chi-squared with 6 degrees of freedom is above 27.9 once in ten thousand.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });

  it("takes more than a product has room for", () => {
    const size = 2 ** 21 + 1;
    const index = uniformIndex(fastStream(1, "test"), size);
    expect(index >= 0 && index < size && Number.isInteger(index)).toBe(true);
  });
});
