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

  it.each([0, 1e8, 1e9, -1e9, 1e12])(
    "finds the same tail of a sum whatever is added to all responses: %d",
    (offset) => {
      const response = [1, 2, 0, -5].map((value) => value + offset);
      const data = { response, observed: [1, 1, 0, 0], referenceSet: all, statistic: "sum" } as const;
      // The six sums 3, 1, −4, 2, −3 and −5 have the mean −1; 3 and −5 are farthest from it.
      expect(referenceTest(data).pValue).toBeCloseTo(2 / 6, 14);
      expect(referenceTest(data).statistic).toBe(3 + 2 * offset);
      expect(referenceTest({ ...data, statistic: "difference-in-means" }).pValue).toBeCloseTo(2 / 6, 14);
      const sum = (arms: ArrayLike<number>) =>
        response.reduce((total, value, i) => total + (arms[i] === 1 ? value : 0), 0);
      expect(referenceTest({ ...data, statistic: sum }, { alternative: "greater" }).pValue).toBeCloseTo(
        1 / 6,
        14,
      );
    },
  );

  it("counts a sum's offset where the comparator's number differs from draw to draw", () => {
    const referenceSet = { draws: [1, 1, 1, 0, 0, 1, 0, 0], times: 4, exact: true };
    const data = { response: [11, 12], observed: [1, 0], referenceSet, statistic: "sum" } as const;
    // Sums 23, 11, 12 and 0.
    expect(referenceTest(data, { alternative: "greater" }).pValue).toBeCloseTo(3 / 4, 14);
    expect(referenceTest(data).statistic).toBe(11);
  });

  it("takes equal sums of decimals as equal", () => {
    const data = { response: [0.1, 0.2, 0.3, 0], observed: [1, 1, 0, 0], referenceSet: all } as const;
    // 0.1 + 0.2 is not 0.3 + 0 in binary, though as many tenths; the other sums are 0.1, 0.2, 0.4 and 0.5.
    const sums = referenceTest({ ...data, statistic: "sum" }, { alternative: "greater" });
    expect(sums.pValue).toBeCloseTo(4 / 6, 14);
  });

  it("takes draws that only the improbable differ from as one", () => {
    const weights = [1, 0, 0, 0, 0, 0];
    const data = { response: [1, 1, 0, 0], observed: [1, 1, 0, 0], referenceSet: { ...all, weights } };
    expect(referenceTest(data)).toMatchObject({ status: "not-estimable", pValue: 1 });
  });

  it.each([
    ["referenceSet.weights[1]", { referenceSet: { ...all, weights: [1, NaN, 1, 1, 1, 1] } }],
    ["referenceSet.weights[2]", { referenceSet: { ...all, weights: [1, 1, -1, 1, 1, 1] } }],
    ["referenceSet.weights[0]", { referenceSet: { ...all, weights: [Infinity, 1, 1, 1, 1, 1] } }],
    ["referenceSet.weights", { referenceSet: { ...all, weights: [0, 0, 0, 0, 0, 0] } }],
    ["referenceSet.weights", { referenceSet: { ...all, weights: [1, 1] } }],
    ["observed[0]", { observed: ["x", "1", 0, 0] }],
    ["observed[2]", { observed: [1, 1, NaN, 0] }],
    ["observed[0]", { observed: [257, 1.9, 0, 0] }],
    ["observed[1]", { observed: [1, -1, 0, 0] }],
    ["referenceSet.draws[23]", { referenceSet: { ...all, draws: DRAWS.with(23, NaN) } }],
    ["response[3]", { response: [1, 1, 0, NaN] }],
    ["response", { response: [] }],
  ])("refuses what isn't a number of its kind at %s", (path, junk) => {
    const data = { response: [1, 1, 0, 0], observed: [1, 1, 0, 0], referenceSet: all };
    const error = errorOf(() => referenceTest({ ...data, ...junk } as never));
    expect(error).toMatchObject({ code: "impossible-reference-data", path });
    expect(error.expected).toBeDefined();
  });

  it("refuses lengths that don't fit", () => {
    const data = { response: [1, 0, 0], observed: [1, 1, 0], referenceSet: all };
    expect(errorOf(() => referenceTest(data))).toMatchObject({
      code: "impossible-reference-data",
      path: "referenceSet.draws",
    });
  });

  it("says what it wants to callers without a compiler", () => {
    const careless = referenceTest as (data?: unknown) => unknown;
    expect(() => careless()).toThrow(/an object with response, observed and referenceSet/);
  });
});
