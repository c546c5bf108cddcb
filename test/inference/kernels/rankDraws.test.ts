import { describe, expect, it } from "vitest";
import { fastStream } from "../../../src/core/index.js";
import { rankCounts, type RankedLaw } from "../../../src/inference/kernels/rankDraws.js";
import { drawnFrom, tabulatedBeta, tabulatedNormal } from "../../../src/inference/kernels/tabulated.js";

/** Ranks by comparing all values, from the same draws. */
function byComparison(laws: readonly RankedLaw[], times: number, name: string): Uint32Array {
  const stream = fastStream("rank draws", name);
  const k = laws.length;
  const columns = laws.map(({ value, expected }) =>
    Array.from({ length: times }, () => {
      const drawn = drawnFrom(value, stream.next());
      return expected === undefined ? drawn : drawn - drawnFrom(expected, stream.next());
    }),
  );
  const counts = new Uint32Array(k * k);
  for (let time = 0; time < times; time++) {
    const order = columns
      .map((column, subject) => [column[time] ?? NaN, subject] as const)
      .toSorted(([a, i], [b, j]) => a - b || i - j);
    for (const [place, [, subject]] of order.entries()) {
      const at = subject * k + (k - 1 - place);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}

const SETTINGS: Readonly<Record<string, readonly RankedLaw[]>> = {
  "rates that overlap": Array.from({ length: 30 }, (_, i) => ({
    value: tabulatedBeta(20 + i, 60 - i, "log-odds"),
  })),
  "some far apart": [-1e9, 0, 0.1, 0.2, 1e12].map((mean) => ({ value: tabulatedNormal(mean, 1) })),
  "equal values": [5, 5, 5].map((mean) => ({ value: tabulatedNormal(mean, 1e-300) })),
  "values beside expected ones": [1, 2, 3, 4].map((mean) => ({
    value: tabulatedNormal(mean, 1),
    expected: tabulatedNormal(mean / 2, 2),
  })),
  "a single one": [{ value: tabulatedNormal(0, 1) }],
  "none": [],
};

describe("rankCounts", () => {
  // As many draws as are made in one row, so that both take the same words.
  it.each(Object.entries(SETTINGS))("sorts as comparing does: %s", (name, laws) => {
    const counts = rankCounts(laws, 250, fastStream("rank draws", name));
    expect(counts).toEqual(byComparison(laws, 250, name));
  });

  it("makes as many draws as it is told", () => {
    const laws = SETTINGS["rates that overlap"] ?? [];
    const counts = rankCounts(laws, 777, fastStream("rank draws", "777"));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(777 * 30);
  });
});
