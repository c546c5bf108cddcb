import { describe, expect, it } from "vitest";
import { cumulativeIncidence, kaplanMeier } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

// S is 4/5 from 1, 3/5 from 2, and 3/10 from 4; someone leaves at 3 and the last one at 6.
const five = { time: [1, 2, 3, 4, 6], event: [1, 1, 0, 1, 0] };
const curve = kaplanMeier(five);

describe("a curve at times", () => {
  it("keeps its value from each time to the next, and counts those at risk just before", () => {
    const points = curve.at([0, 1, 1.5, 3, 3.5, 6]);
    expect(points.map(({ estimate }) => Number(estimate?.toFixed(12)))).toEqual([1, 0.8, 0.8, 0.6, 0.6, 0.3]);
    expect(points.map(({ atRisk }) => atRisk)).toEqual([5, 5, 4, 3, 2, 1]);
    expect(points[3]).toMatchObject({
      lower: curve.rows[1]?.lower,
      standardError: curve.rows[1]?.standardError,
    });
  });

  it("knows nothing beyond the last follow-up", () => {
    expect(curve.at([6.1])).toEqual([
      { time: 6.1, atRisk: 0, estimate: null, standardError: null, lower: 0, upper: 1 },
    ]);
  });

  it("but that it stays where no one is left", () => {
    const ended = kaplanMeier({ time: [1, 2], event: [1, 1] });
    expect(ended.at([9])[0]).toMatchObject({ estimate: 0, atRisk: 0 });
    const shared = cumulativeIncidence({ time: [1, 2], cause: [1, 2] });
    expect(shared.at([9]).map(({ cause, estimate }) => [cause, estimate])).toEqual([
      [1, 0.5],
      [2, 0.5],
    ]);
  });

  it("begins at 1, or at 0 for an incidence, where limits exclude nothing but on other scales", () => {
    expect(curve.at([0])[0]).toMatchObject({ estimate: 1, standardError: 0, lower: 0, upper: 1 });
    expect(kaplanMeier(five, { interval: "plain" }).at([0])[0]).toMatchObject({ lower: 1, upper: 1 });
    expect(cumulativeIncidence({ time: [1, 2], cause: [1, 0] }).at([0.5])[0]).toMatchObject({
      estimate: 0,
      lower: 0,
    });
  });

  it("is asked for each group in turn", () => {
    const groups = kaplanMeier({ ...five, group: ["a", "b", "a", "b", "a"] });
    expect(groups.at([1, 2]).map(({ group, time }) => [group, time])).toEqual([
      ["a", 1],
      ["a", 2],
      ["b", 1],
      ["b", 2],
    ]);
  });

  it.each([-1, NaN, "3"])("refuses the time %s", (time) => {
    expect(errorOf(() => curve.at([0, time as number]))).toMatchObject({
      code: "impossible-time",
      path: "times[1]",
    });
  });
});

describe("quantiles", () => {
  it("are the first times by which the share has had the event", () => {
    expect(curve.quantiles([0.1, 0.3, 0.6]).map(({ time }) => time)).toEqual([1, 2, 4]);
  });

  it("lie in the middle of the step where the curve is at the share exactly", () => {
    // 1 − S is 0.2 from 1 to 2, 0.4 from 2 to 4, and 0.7 from 4 to the end of follow-up at 6.
    expect(curve.quantiles([0.2, 0.4, 0.7]).map(({ time }) => time)).toEqual([1.5, 3, 5]);
    // Ten factors of 9/10, 8/9, …: 1/2 only but for rounding.
    const ten = Array.from({ length: 10 }, (_, i) => i + 1);
    expect(kaplanMeier({ time: ten, event: ten.map(() => 1) }).median()[0]?.time).toBe(5.5);
  });

  it("are none where too few have had it, and then lie beyond the last follow-up", () => {
    expect(curve.quantiles([0.71])).toMatchObject([{ time: null, upper: Infinity }]);
    const one = kaplanMeier({
      time: [1, ...Array.from({ length: 99 }, () => 9)],
      event: [1, ...Array.from({ length: 99 }, () => 0)],
    });
    expect(one.median()).toEqual([{ probability: 0.5, time: null, lower: 9, upper: Infinity }]);
  });

  it("have limits where the curve's limits reach the share", () => {
    const many = Array.from({ length: 100 }, (_, i) => i + 1);
    const hundred = kaplanMeier({ time: many, event: many.map(() => 1) });
    const [median] = hundred.median();
    const { lower = NaN, upper = NaN } = median ?? {};
    const rowAt = (time: number) => hundred.rows.find((row) => row.time === time);
    expect(rowAt(lower)?.lower).toBeLessThanOrEqual(0.5);
    expect(rowAt(lower - 1)?.lower).toBeGreaterThan(0.5);
    expect(rowAt(upper)?.upper).toBeLessThanOrEqual(0.5);
    expect(rowAt(upper - 1)?.upper).toBeGreaterThan(0.5);
  });

  it("go by the share that has had the cause, for an incidence", () => {
    const incidence = cumulativeIncidence({ time: [1, 2, 3, 4], cause: [1, 2, 1, 2] });
    expect(incidence.quantiles([0.4]).map(({ cause, time }) => [cause, time])).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(incidence.quantiles([0.6]).map(({ time }) => time)).toEqual([null, null]);
  });

  it.each([0, 1, -0.5, NaN])("refuse the share %d", (probability) => {
    expect(errorOf(() => curve.quantiles([probability]))).toMatchObject({
      code: "impossible-probability",
      path: "probabilities[0]",
    });
  });
});
