import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rounded, type Toss } from "../../../src/allocation/designs/complete-rounding.js";
import type { ExactProbabilities } from "../../../src/allocation/designs/complete-probabilities.js";
import { below, seededStream } from "../../../src/core/index.js";

type Table = readonly (readonly number[])[];

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A probability as a fraction of two integers without bound. */
interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

interface Way {
  readonly table: Table;
  readonly probability: Exact;
}

/** Every course that the tosses can take, with its probability: the tree is walked toss by toss. */
function everyWay(units: readonly number[], p: ExactProbabilities): readonly Way[] {
  const ways: Way[] = [];
  const open: (readonly boolean[])[] = [[]];
  for (let plan = open.pop(); plan !== undefined; plan = open.pop()) {
    let tossed = 0;
    let probability: Exact = { over: 1n, under: 1n };
    const toss: Toss = (chances, among) => {
      const planned = plan[tossed];
      const up = planned ?? true;
      if (planned === undefined)
        open.push([...plan, ...Array<boolean>(tossed - plan.length).fill(true), false]);
      tossed++;
      probability = {
        over: probability.over * BigInt(up ? chances : among - chances),
        under: probability.under * BigInt(among),
      };
      return up;
    };
    ways.push({ table: rounded(units, p, toss), probability });
  }
  return ways;
}

/** Σ of the ways' probability times a number of each, compared with over/under without rounding. */
function isMean(ways: readonly Way[], of: (table: Table) => number, over: number, under: number): boolean {
  const common = ways.reduce((product, { probability }) => product * probability.under, 1n);
  const mean = ways.reduce(
    (total, { table, probability }) =>
      total + (BigInt(of(table)) * probability.over * common) / probability.under,
    0n,
  );
  return mean * BigInt(under) === BigInt(over) * common;
}

/** Probabilities of 2 to 4 arms, some of them 0, in lowest terms or not. */
const probabilities: fc.Arbitrary<ExactProbabilities> = fc
  .array(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 4 })
  .filter((parts) => sumOf(parts) > 0)
  .map((parts) => ({ parts, whole: sumOf(parts) }));

const never: Toss = () => {
  throw new Error("there was nothing to toss for");
};

describe("rounded", () => {
  it("gives one more to one stratum or the other, never to both, where both have a half", () => {
    // Two strata of one citizen, 1:1. All cells ½, columns whole: one circle, half a step up or down.
    const ways = everyWay([1, 1], { parts: [1, 1], whole: 2 });
    const ones = [[1, 0], [0, 1]]; // prettier-ignore
    expect(ways.map(({ table }) => table)).toEqual([ones, [ones[1], ones[0]]]);
    expect(ways.map(({ probability }) => probability)).toEqual([
      { over: 1n, under: 2n },
      { over: 1n, under: 2n },
    ]);
  });

  it("takes the steps of a hand calculation", () => {
    // Strata of 2 and 1, p = (1/3, 2/3). Thirds: (2, 1), (1, 2); columns 3, 3: whole, no slack.
    // The circle (0,0) (0,1) (1,1) (1,0): up by min(3−2, 1, 3−2, 1) = 1, down by min(2, 3−1, 2, 3−1) = 2.
    // Up, with chance 2 of 3: (3, 0), (0, 3): arms get 1 and 1 of the first stratum, 0 and 1 of the second.
    const tosses: (readonly [number, number])[] = [];
    const up = rounded([2, 1], { parts: [1, 2], whole: 3 }, (chances, among) => {
      tosses.push([chances, among]);
      return true;
    });
    expect(tosses).toEqual([[2, 3]]);
    expect(up).toEqual([[1, 1], [0, 1]]); // prettier-ignore
    const down = rounded([2, 1], { parts: [1, 2], whole: 3 }, () => false);
    expect(down).toEqual([[0, 2], [1, 0]]); // prettier-ignore
  });

  it("tosses for nothing where all is whole, and gives an arm without probability nobody", () => {
    expect(rounded([4, 2], { parts: [1, 1], whole: 2 }, never)).toEqual([[2, 2], [1, 1]]); // prettier-ignore
    expect(rounded([3], { parts: [0, 1], whole: 1 }, never)).toEqual([[0, 3]]);
    expect(rounded([], { parts: [1, 1], whole: 2 }, never)).toEqual([]);
  });

  it("is unbiased exactly: over all tosses each cell and each column has its expectation for a mean", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }), probabilities, (units, p) => {
        const ways = everyWay(units, p);
        expect(isMean(ways, () => 1, 1, 1)).toBe(true); // the probabilities of all ways sum to one
        for (const [k, part] of p.parts.entries()) {
          for (const [g, count] of units.entries()) {
            expect(isMean(ways, (table) => table[g]?.[k] ?? 0, count * part, p.whole)).toBe(true);
          }
          const column = (table: Table): number => sumOf(table.map((row) => row[k] ?? 0));
          expect(isMean(ways, column, sumOf(units) * part, p.whole)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps rows, and gives cells and columns the floor or the ceiling of their expectation", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }),
        probabilities,
        fc.nat(),
        (units, p, seed) => {
          const stream = seededStream(seed, "rounding");
          const table = rounded(units, p, (chances, among) => below(stream, among) < chances);
          expect(table.map(sumOf)).toEqual(units);
          for (const [k, part] of p.parts.entries()) {
            const exact = units.map((count) => count * part);
            for (const [g, row] of table.entries()) {
              expect(Math.abs((row[k] ?? 0) * p.whole - (exact[g] ?? 0))).toBeLessThan(p.whole);
            }
            const column = sumOf(table.map((row) => row[k] ?? 0));
            expect(Math.abs(column * p.whole - sumOf(exact))).toBeLessThan(p.whole);
          }
        },
      ),
    );
  });

  it("stays exact with a denominator far above 2³²", () => {
    const p = { parts: [1_000_000_007, 2 ** 40 - 1_000_000_007], whole: 2 ** 40 };
    const ways = everyWay([3, 5], p);
    expect(isMean(ways, (table) => table[0]?.[0] ?? 0, 3 * 1_000_000_007, 2 ** 40)).toBe(true);
    expect(isMean(ways, (table) => table[1]?.[1] ?? 0, 5 * (2 ** 40 - 1_000_000_007), 2 ** 40)).toBe(true);
  });
});
