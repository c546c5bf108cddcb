import { describe, expect, it } from "vitest";
import { logisticFit } from "../../../src/inference/kernels/logisticFit.js";

const termsOf = (columns: readonly number[][], response: readonly number[]): readonly number[] => {
  const { failure } = logisticFit(columns, response);
  return failure === undefined || failure === "not-converged" ? [] : failure.terms;
};

describe("separatingTerms", () => {
  it("are as few as tell all rows apart", () => {
    const noise = [3, 1, 4, 1, 5, 9];
    const x = [1, 2, 3, 4, 5, 6];
    expect(termsOf([noise, x], [0, 0, 0, 1, 1, 1])).toEqual([2]);
    expect(termsOf([x, noise], [0, 0, 0, 1, 1, 1])).toEqual([1]);
  });

  it("are the intercept where all responses are the same", () => {
    expect(termsOf([[1, 2, 3]], [1, 1, 1])).toEqual([0]);
  });

  it("are, of a quasi-complete separation, those it consists of: here two categories without an event", () => {
    const first = [0, 0, 0, 0, 1, 1, 0, 0];
    const second = [0, 0, 0, 0, 0, 0, 1, 1];
    const x = [1, 2, 3, 4, 1, 3, 2, 4];
    expect(termsOf([x, first, second], [0, 1, 0, 1, 0, 0, 0, 0])).toEqual([2, 3]);
  });
});
