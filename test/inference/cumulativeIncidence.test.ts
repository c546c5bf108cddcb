import { describe, expect, it } from "vitest";
import { cumulativeIncidence } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

describe("cumulativeIncidence", () => {
  // Five people by hand: work at 1, education at 2, someone leaves at 3, work at 4, education at 5.
  const five = { time: [1, 2, 3, 4, 5], cause: ["work", "education", null, "work", "education"] } as const;

  it("gives each cause its share of what falls off the curve", () => {
    const { rows } = cumulativeIncidence(five);
    const of = (cause: string): readonly number[] =>
      rows.filter((row) => row.cause === cause).map(({ estimate }) => estimate);
    // S just before 4 is 3/5, of which two are left.
    expect(of("work")).toEqual([1, 1, 1, 2.5, 2.5].map((fifths) => expect.closeTo(fifths / 5, 15)));
    expect(of("education")).toEqual([0, 1, 1, 1, 2.5].map((fifths) => expect.closeTo(fifths / 5, 15)));
    expect(rows.map(({ cause }) => cause)).toEqual([
      ...five.time.map(() => "education"),
      ...five.time.map(() => "work"),
    ]);
  });

  it("counts the events of the cause only, and everyone who leaves", () => {
    const { rows } = cumulativeIncidence({ time: [1, 1, 1, 1, 2], cause: [1, 2, 2, 0, 0] });
    expect(rows[0]).toMatchObject({ cause: 1, time: 1, atRisk: 5, events: 1, censored: 1, estimate: 0.2 });
    expect(rows[2]).toMatchObject({ cause: 2, time: 1, atRisk: 5, events: 2, censored: 1, estimate: 0.4 });
  });

  it("has binomial errors as long as no one leaves", () => {
    const [row] = cumulativeIncidence({ time: [1, 2, 3, 4], cause: [1, 2, 1, 2] })
      .at([3])
      .filter(({ cause }) => cause === 1);
    expect(row?.standardError).toBeCloseTo(Math.sqrt((0.5 * 0.5) / 4), 15);
  });

  it("has by Aalen's variance d(n − d)/(n²(n − 1)) at the first time", () => {
    const { rows } = cumulativeIncidence(
      { time: [1, 1, 2, 3, 4], cause: [1, 1, 2, 2, 2] },
      { standardError: "aalen" },
    );
    expect(rows[0]?.standardError).toBeCloseTo(Math.sqrt((2 * 3) / (25 * 4)), 15);
    expect(rows[0]?.standardError).toBeGreaterThan(Math.sqrt((0.4 * 0.6) / 5)); // the delta method's
  });

  it("has an error of 0 where everyone has had the cause, and limits that exclude nothing", () => {
    const { rows } = cumulativeIncidence({ time: [1, 2, 3], cause: [1, 1, 1] });
    expect(rows.at(-1)).toMatchObject({ estimate: 1, standardError: 0, lower: 0, upper: 1 });
  });

  it("keeps causes as they were named, in order, and the same in all groups", () => {
    const { rows } = cumulativeIncidence({ time: [1, 2, 3], cause: [10, 9, 0], group: ["b", "a", "a"] });
    expect(rows.map(({ group, cause, time }) => [group, cause, time])).toEqual([
      ["a", 9, 2],
      ["a", 9, 3],
      ["a", 10, 2],
      ["a", 10, 3],
      ["b", 9, 1],
      ["b", 10, 1],
    ]);
  });

  it("cites what its errors come from", () => {
    expect(cumulativeIncidence(five, { standardError: "aalen" }).references.join()).toContain(
      "Annals of Statistics",
    );
    expect(cumulativeIncidence(five)).toMatchObject({
      method: "aalen-johansen",
      standardErrors: "infinitesimal-jackknife",
      interval: { level: 0.95, sides: 2, method: "log-log" },
    });
  });

  it.each([
    ["no-observations", { time: [], cause: [] }],
    ["no-event", { time: [1, 2], cause: [0, null] }],
  ])("has no rows for want of events: %s", (reason, data) => {
    const { rows, notices } = cumulativeIncidence(data);
    expect(rows).toEqual([]);
    expect(notices).toMatchObject([{ code: "not-estimable", reason }]);
  });

  it.each([["0"], [""], [" "], [undefined], [NaN], [true]])(
    "refuses the cause %s, which could mean either",
    (cause) => {
      expect(errorOf(() => cumulativeIncidence({ time: [1], cause: [cause as never] }))).toMatchObject({
        code: "impossible-cause",
        path: "cumulativeIncidence.cause[0]",
      });
    },
  );
});
