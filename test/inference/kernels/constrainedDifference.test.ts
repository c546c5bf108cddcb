import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constrainedByDifference } from "../../../src/inference/kernels/constrainedDifference.js";
import type { Table } from "../../../src/inference/kernels/table.js";
import { tables } from "../support.js";

function logLikelihood({ x1, n1, x2, n2 }: Table, p1: number, p2: number): number {
  return term(x1, p1) + term(n1 - x1, 1 - p1) + term(x2, p2) + term(n2 - x2, 1 - p2);
}

function term(count: number, p: number): number {
  return count === 0 ? 0 : count * Math.log(Math.max(0, p));
}

describe("constrainedByDifference", () => {
  it("keeps the difference, and nothing near it is more likely", () => {
    fc.assert(
      fc.property(
        tables(400),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (table, delta, other) => {
          const { p1, p2 } = constrainedByDifference(table, delta);
          expect(p1 - p2).toBeCloseTo(delta, 14);
          const rival = other * (1 - delta);
          expect(logLikelihood(table, p1, p2)).toBeGreaterThanOrEqual(
            logLikelihood(table, rival + delta, rival) - 1e-9,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is the observed pair at the observed difference", () => {
    const { p1, p2 } = constrainedByDifference({ x1: 9, n1: 10, x2: 3, n2: 10 }, 0.6);
    expect(p1).toBeCloseTo(0.9, 14);
    expect(p2).toBeCloseTo(0.3, 14);
  });

  it("rests at the bound where no event was seen: 5/5 and 0/4 at δ = 1", () => {
    expect(constrainedByDifference({ x1: 5, n1: 5, x2: 0, n2: 4 }, 1)).toEqual({ p1: 1, p2: 0 });
    expect(constrainedByDifference({ x1: 3, n1: 9, x2: 0, n2: 9 }, 0.5)).toEqual({ p1: 0.5, p2: 0 });
  });
});
