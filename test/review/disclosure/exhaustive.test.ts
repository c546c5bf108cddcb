import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attack,
  protect,
  publishedCounts,
  type CountModel,
  type CountSum,
  type PublishedCounts,
} from "../../../src/review/disclosure/index.js";
import { bruteForce } from "./support/bruteForce.js";

const minimum = 3;
const facts = { asOf: "2006-09-30", minimum };
/** Beyond every count by more than hidden ones have to be apart. */
const MOST = 20;

/** Cells of a table with totals both ways, some of the sums told and some not, under random weights. */
const tables: fc.Arbitrary<CountModel> = fc
  .record({
    counts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
    told: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 }),
    personal: fc.boolean(),
  })
  .map(({ counts: [a1 = 0, a2 = 0, b1 = 0, b2 = 0], told, weights, personal }) => {
    const counts = {
      a1,
      a2,
      b1,
      b2,
      "a": a1 + a2,
      "b": b1 + b2,
      "1": a1 + b1,
      "2": a2 + b2,
      "all": a1 + a2 + b1 + b2,
    };
    const sums: CountSum[] = [
      { total: "a", parts: ["a1", "a2"], ...(personal ? { personal } : {}) },
      { total: "b", parts: ["b1", "b2"], ...(personal ? { personal } : {}) },
      { total: "1", parts: ["a1", "b1"] },
      { total: "2", parts: ["a2", "b2"] },
      { total: "all", parts: ["a", "b"] },
      { total: "all", parts: ["1", "2"], ...(personal ? { personal } : {}) },
    ];
    return {
      cells: Object.entries(counts).map(([id, count], at) => ({ id, count, weight: weights[at] ?? 1 })),
      sums: sums.filter((_, at) => told[at] === true),
    };
  });

/** Every hidden count can be as far apart as promised, by trying. */
function isSafe(published: PublishedCounts): boolean {
  const hidden = Object.values(published.cells).filter((count) => count === "suppressed").length;
  const ranges = bruteForce(published, MOST);
  return ranges.size === hidden && [...ranges.values()].every(([lower, upper]) => upper - lower >= minimum);
}

describe("against whoever tries everything", () => {
  it("leaves each hidden count as far apart as promised, and nothing small in sight", () => {
    fc.assert(
      fc.property(tables, (model) => {
        const published = publishedCounts(model, protect(model, facts), facts);
        expect(isSafe(published)).toBe(true);
        for (const count of Object.values(published.cells)) expect([1, 2]).not.toContain(count);
      }),
      { numRuns: 30 },
    );
  });

  it("hides nothing that could be shown", () => {
    fc.assert(
      fc.property(tables, (model) => {
        const hidden = protect(model, facts);
        for (const { id, count } of model.cells) {
          if (!hidden.has(id) || count < minimum) continue; // zeros of groups, and small counts, are hidden anyway
          const less = new Set([...hidden].filter((other) => other !== id));
          expect(isSafe(publishedCounts(model, less, facts))).toBe(false);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("finds just what trying everything finds", () => {
    const hiddenOnes = fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tables, hiddenOnes, (model, places) => {
        const hidden = new Set(
          places.flatMap((at) => ((model.cells[at]?.count ?? 0) > 0 ? [model.cells[at]?.id ?? ""] : [])),
        );
        const published = publishedCounts(model, hidden, facts);
        const found = attack(published).filter(({ kind }) => kind === "derivable");
        const tried = [...bruteForce(published, MOST)].filter(
          ([, [lower, upper]]) => upper - lower < minimum,
        );
        expect(found.map(({ cell, lower, upper }) => [cell, [lower, upper]])).toEqual(tried.toSorted());
      }),
      { numRuns: 30 },
    );
  });

  it("makes the same of a model in any order", () => {
    fc.assert(
      fc.property(tables, fc.nat(), (model, by) => {
        const turned = <Item>(items: readonly Item[]): Item[] =>
          items.map((_, at) => items[(at + by) % items.length]).filter((item) => item !== undefined);
        const other = { cells: turned(model.cells), sums: turned(model.sums) };
        expect(protect(other, facts)).toEqual(protect(model, facts));
      }),
      { numRuns: 30 },
    );
  });
});
