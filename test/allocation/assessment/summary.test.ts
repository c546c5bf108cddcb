import { describe, expect, it } from "vitest";
import { definedIn, imbalanceOf, meanOf, type Sample } from "../../../src/allocation/assessment/summary.js";

const exact: Sample<number> = {
  exact: true,
  possibilities: [
    { value: 0, probability: 0.375 },
    { value: 2, probability: 0.5 },
    { value: 4, probability: 0.125 },
  ],
};

const simulated: Sample<number> = {
  exact: false,
  possibilities: [1, 2, 3, 6].map((value) => ({ value, probability: 0.25 })),
};

describe("meanOf", () => {
  it("carries no error where everything was enumerated", () => {
    expect(meanOf(exact, (value) => value)).toEqual({ value: 1.5, monteCarloError: 0 });
  });

  it("carries the standard error of a simulation's mean", () => {
    // Mean 3, squares 4 + 1 + 0 + 9 = 14; √(14/3/4).
    const { value, monteCarloError } = meanOf(simulated, (each) => each);
    expect(value).toBe(3);
    expect(monteCarloError).toBeCloseTo(Math.sqrt(14 / 12), 14);
  });
});

describe("definedIn", () => {
  it("leaves out what isn't defined and makes the rest whole", () => {
    const some = definedIn(exact, (value) => (value === 4 ? undefined : value));
    expect(meanOf(some, (value) => value).value).toBeCloseTo(1 / 0.875, 14);
  });
});

describe("imbalanceOf", () => {
  it("gives distribution, quantiles and the largest, in citizens", () => {
    const summary = imbalanceOf(exact, (value) => value, 2);
    expect(summary).toEqual({
      mean: { value: 0.75, monteCarloError: 0 },
      quantiles: [
        { probability: 0.5, difference: 1 },
        { probability: 0.9, difference: 2 },
        { probability: 0.95, difference: 2 },
        { probability: 0.99, difference: 2 },
      ],
      maximum: 2,
      distribution: [
        { difference: 0, probability: 0.375 },
        { difference: 1, probability: 0.5 },
        { difference: 2, probability: 0.125 },
      ],
    });
  });
});
