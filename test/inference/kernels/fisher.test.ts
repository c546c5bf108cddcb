import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisher, fisherMidP } from "../../../src/inference/kernels/fisher.js";
import type { Table } from "../../../src/inference/kernels/table.js";
import { tables } from "../support.js";

/** C(n, k) exactly. */
function choose(n: number, k: number): bigint {
  let product = 1n;
  for (let i = 1; i <= k; i++) product = (product * BigInt(n - k + i)) / BigInt(i);
  return product;
}

/** Fisher's p-values by enumeration in exact arithmetic. */
function enumerated({ x1, n1, x2, n2 }: Table): Record<"twoSided" | "greater" | "less" | "ties", number> {
  const events = x1 + x2;
  const weight = (x: number): bigint => choose(n1, x) * choose(n2, events - x);
  const own = weight(x1);
  let [twoSided, greater, less, tied] = [0n, 0n, 0n, 0n];
  for (let x = Math.max(0, events - n2); x <= Math.min(n1, events); x++) {
    const each = weight(x);
    if (each <= own) twoSided += each;
    if (each === own) tied += each;
    if (x >= x1) greater += each;
    if (x <= x1) less += each;
  }
  const share = (part: bigint): number => Number(part) / Number(choose(n1 + n2, events));
  return {
    twoSided: share(twoSided),
    greater: share(greater),
    less: share(less),
    ties: share(twoSided) - share(tied) / 2,
  };
}

describe("fisher", () => {
  it("is the enumeration of all tables in exact arithmetic, ties included", () => {
    fc.assert(
      fc.property(tables(40), (table) => {
        const { ties, ...exact } = enumerated(table);
        const found = fisher(table);
        for (const side of ["twoSided", "greater", "less"] as const) {
          expect(Math.abs(found[side] - exact[side])).toBeLessThanOrEqual(1e-12 * exact[side]);
        }
        expect(fisherMidP(table, "minlike-ties").twoSided).toBeCloseTo(ties, 12);
      }),
      { numRuns: 400 },
    );
  });

  it("counts half of the observed table on one side, so that both sides sum to 1", () => {
    fc.assert(
      fc.property(tables(40), (table) => {
        const { greater, less } = fisherMidP(table, "central");
        expect(greater + less).toBeCloseTo(1, 12);
      }),
    );
  });

  it("stays between 0 and 1 for a billion a side, however far out", () => {
    const far = fisher({ x1: 500_000_000, n1: 1e9, x2: 400_000_000, n2: 1e9 });
    expect(far.twoSided).toBe(0);
    expect(far.less).toBe(1);
  });
});
