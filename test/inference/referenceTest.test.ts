import { describe, expect, it } from "vitest";
import { referenceTest } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

const DRAWS = [1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1];
const all = { draws: DRAWS, times: 6, exact: true };

describe("referenceTest", () => {
  it("weights draws that aren't equally likely", () => {
    const weights = [0.5, 0.1, 0.1, 0.1, 0.1, 0.1];
    const data = { response: [1, 1, 0, 0], observed: [1, 1, 0, 0], referenceSet: { ...all, weights } };
    expect(referenceTest(data, { alternative: "greater" }).pValue).toBeCloseTo(0.5, 14);
  });

  it("adds the observed draw to replayed ones and states the error", () => {
    const data = { response: [1, 1, 0, 0], observed: [1, 1, 0, 0], referenceSet: { ...all, exact: false } };
    const { pValue, monteCarloError, notices } = referenceTest(data);
    expect(pValue).toBeCloseTo((2 + 1) / (6 + 1), 14);
    expect(monteCarloError).toBeCloseTo(Math.sqrt(((3 / 7) * (4 / 7)) / 6), 14);
    expect(notices.map(({ code }) => code)).toEqual(["replayed-draws"]);
  });

  it("leaves out draws that left an arm empty", () => {
    const referenceSet = { draws: [...DRAWS, 0, 0, 0, 0], times: 7, exact: true };
    const result = referenceTest({ response: [1, 1, 0, 0], observed: [1, 1, 0, 0], referenceSet });
    expect(result.pValue).toBeCloseTo(2 / 6, 14);
    expect(result.notices.map(({ code }) => code)).toEqual(["draws-without-both-arms"]);
  });

  it("compares two of several arms", () => {
    const draws = [0, 1, 2, 2, 1, 0, 1, 0, 2, 0, 2, 1, 2, 0, 1, 1, 2, 0];
    const data = { response: [1, 0, 0], observed: [2, 0, 1], referenceSet: { draws, times: 6, exact: true } };
    // Only the draws that give the first citizen arm 2 are as extreme as (2, 0, ·): two of six.
    expect(referenceTest({ ...data, comparator: 2 }, { alternative: "greater" }).pValue).toBeCloseTo(
      2 / 6,
      14,
    );
  });

  it("tells a response without variation from a draw without chance", () => {
    const flat = { response: [1, 1, 1, 1], observed: [1, 1, 0, 0], referenceSet: all };
    expect(referenceTest(flat)).toMatchObject({ status: "not-estimable", pValue: 1 });
    const fixed = { draws: [1, 1, 0, 0, 1, 1, 0, 0], times: 2, exact: false };
    const data = { response: [1, 0, 0, 1], observed: [1, 1, 0, 0], referenceSet: fixed };
    expect(errorOf(() => referenceTest(data))).toMatchObject({ code: "degenerate-reference-set" });
  });

  it("refuses lengths that don't fit", () => {
    const data = { response: [1, 0, 0], observed: [1, 1, 0], referenceSet: all };
    expect(errorOf(() => referenceTest(data))).toMatchObject({
      code: "impossible-reference-data",
      path: "referenceSet.draws",
    });
  });
});
