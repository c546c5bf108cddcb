import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderedDifference } from "../../../src/inference/kernels/orderedDifferences.js";
import { tallyOf } from "../../../src/inference/kernels/tally.js";
import { pairsWon } from "../../../src/inference/kernels/winProbability.js";

const group = fc
  .array(
    fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ min: -1e100, max: 1e100, noNaN: true }),
      fc.double({ min: -1e-300, max: 1e-300, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((values) => Float64Array.from(values).toSorted());

function differences(first: Float64Array, second: Float64Array): Float64Array {
  return Float64Array.from([...first].flatMap((x) => [...second].map((y) => x - y))).toSorted();
}

describe("orderedDifference", () => {
  it("is what sorting all differences gives, to the last bit", () => {
    fc.assert(
      fc.property(group, group, (first, second) => {
        const all = differences(first, second);
        const found = all.map((_, k) => orderedDifference(first, second, k + 1));
        // −0 is 0 here.
        expect(found.map((value) => value + 0)).toEqual(all.map((value) => value + 0));
      }),
    );
  });
});

describe("pairsWon", () => {
  it("counts the differences above 0, and half of those at it", () => {
    fc.assert(
      fc.property(group, group, (first, second) => {
        const won = differences(first, second).reduce((sum, value) => sum + (Math.sign(value) + 1) / 2, 0);
        expect(pairsWon(tallyOf(first, second))).toBe(won);
      }),
    );
  });
});
