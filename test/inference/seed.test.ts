import { describe, expect, it } from "vitest";
import { requireSeed, seedRule } from "../../src/inference/seed.js";

describe("a seed", () => {
  it.each(["2006", 2006, 0, -1.5])("may be %j", (seed) => {
    expect(seedRule.accepts(seed)).toBe(true);
    expect(requireSeed("shuffle", seed)).toBe(seed);
  });

  it.each(["", NaN, Infinity, null, true, {}])("is no %j", (seed) => {
    expect(seedRule.accepts(seed)).toBe(false);
  });

  it("is never guessed", () => {
    expect(() => requireSeed("shuffle", undefined)).toThrow(
      expect.objectContaining({ code: "seed-required", path: "shuffle.seed" }),
    );
  });
});
