import { describe, expect, it } from "vitest";
import { logRank } from "../../src/inference/index.js";
import { errorOf, plain } from "./support.js";

const twice = <Value>(values: readonly Value[]): readonly Value[] => [...values, ...values];

const people = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

const codes = (count: number): readonly string[] =>
  logRank({
    time: people(count),
    event: people(count).map(() => 1),
    group: people(count).map((i) => i % 2),
  }).notices.map(({ code }) => code);

describe("logRank", () => {
  it("compares events with those expected at each time, by hand", () => {
    // a fails at 1 and 2, b at 3 and 4. Of a 1/2 and 1/3 are expected, with variances 1/4 and 2/9.
    const test = logRank({ time: [1, 2, 3, 4], event: [1, 1, 1, 1], group: ["a", "a", "b", "b"] });
    expect(test.counts).toEqual({ a: { events: 2, total: 2 }, b: { events: 2, total: 2 } });
    expect(test.expected).toEqual({ a: expect.closeTo(5 / 6, 15), b: expect.closeTo(19 / 6, 15) });
    expect(test.statistic).toBeCloseTo((7 / 6) ** 2 / (1 / 4 + 2 / 9), 12);
    expect(test).toMatchObject({ degreesOfFreedom: 1, method: "log-rank", status: "estimated" });
  });

  it("has the hypergeometric variance at ties", () => {
    // Two of four fail at 1, both of a: variance 2·(4 − 2)/3 · 1/2 · 1/2 = 1/3.
    const { statistic } = logRank({ time: [1, 1, 2, 2], event: [1, 1, 0, 0], group: ["a", "a", "b", "b"] });
    expect(statistic).toBeCloseTo(3, 12);
  });

  it("adds over strata, so that a doubled stratum doubles the statistic", () => {
    const one = {
      time: [1, 2, 3, 5, 8, 9],
      event: [1, 1, 0, 1, 1, 0],
      group: ["a", "b", "a", "b", "a", "b"],
    };
    const stratum = [...one.time.map(() => "x"), ...one.time.map(() => "y")];
    const doubled = logRank({
      time: twice(one.time),
      event: twice(one.event),
      group: twice(one.group),
      stratum,
    });
    expect(doubled.statistic).toBeCloseTo(2 * (logRank(one).statistic ?? NaN), 12);
    expect(doubled.method).toBe("stratified-log-rank");
  });

  it("has a degree of freedom less than there are groups that meet", () => {
    const time = [1, 2, 3, 4, 5, 6, 7, 8];
    const event = time.map(() => 1);
    const four = ["a", "b", "c", "d", "a", "b", "c", "d"];
    expect(logRank({ time, event, group: four }).degreesOfFreedom).toBe(3);
    // a meets b only, and c meets d: two comparisons.
    const stratum = four.map((group) => (group < "c" ? 1 : 2));
    expect(logRank({ time, event, group: four, stratum }).degreesOfFreedom).toBe(2);
    // Whoever leaves before the first event tells nothing.
    expect(
      logRank({ time: [0, ...time], event: [0, ...event], group: ["e", ...four] }).degreesOfFreedom,
    ).toBe(3);
  });

  it.each([
    ["no-observations", { time: [], event: [], group: [] }],
    ["one-group", { time: [1, 2], event: [1, 1], group: ["a", "a"] }],
    ["no-comparison", { time: [1, 2], event: [0, 0], group: ["a", "b"] }],
    ["no-comparison", { time: [1, 2], event: [0, 1], group: ["a", "b"] }],
    ["no-comparison", { time: [1, 2], event: [1, 1], group: ["a", "b"], stratum: [1, 2] }],
  ])("can say nothing for want of anything to compare: %s", (reason, data) => {
    const test = logRank(data);
    expect(test).toMatchObject({ status: "not-estimable", reason, pValue: 1 });
    expect(test.statistic).toBeUndefined();
    expect(test.notices).toMatchObject([{ code: "not-estimable", reason }]);
  });

  it("warns of few events", () => {
    expect(codes(9)).toEqual(["few-events"]);
    expect(codes(10)).toEqual([]);
  });

  it("shows itself with what was expected, in both languages", () => {
    const test = logRank({ time: [1, 2, 3, 4], event: [1, 1, 1, 1], group: ["a", "a", "b", "b"] });
    expect(plain(test.toText())).toContain(
      "Log-rank test: statistic 2.88, p = 0.090 (two-sided)\n\na: 2 of 2. b: 2 of 2. Expected if the groups are alike: a 0.83, b 3.17.",
    );
    expect(plain(test.toText({ language: "da" }))).toContain(
      "Forventet, hvis grupperne er ens: a 0,83, b 3,17.",
    );
  });

  it("refuses data without groups", () => {
    expect(errorOf(() => logRank({ time: [1], event: [1] } as never))).toMatchObject({
      code: "missing-column",
      path: "logRank.group",
    });
  });
});
