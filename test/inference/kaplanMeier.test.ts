import { describe, expect, it } from "vitest";
import { kaplanMeier } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

const groupsOf = (group: readonly (string | number)[]) =>
  kaplanMeier({ time: group.map(() => 1), event: group.map(() => 1), group }).rows.map((row) => row.group);

describe("kaplanMeier", () => {
  // Five people, worked by hand: S falls at 6 from 1 to 3/5, at 7 to 3/5 · 1/2; at 6 and 10 someone leaves.
  const five = { time: [6, 7, 6, 10, 6], event: [1, 1, 0, 0, 1] };

  it("multiplies the shares that go on, with Greenwood's error", () => {
    const { rows } = kaplanMeier(five);
    expect(rows.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
      [6, 5, 2, 1],
      [7, 2, 1, 0],
      [10, 1, 0, 1],
    ]);
    expect(rows.map(({ estimate }) => estimate)).toEqual([0.6, 0.3, 0.3]);
    // 2/(5·3) = 2/15 at 6, and 1/(2·1) more at 7.
    expect(rows[0]?.standardError).toBeCloseTo(0.6 * Math.sqrt(2 / 15), 15);
    expect(rows[1]?.standardError).toBeCloseTo(0.3 * Math.sqrt(2 / 15 + 1 / 2), 15);
  });

  it("has its limits by the scale that is asked for, within 0 and 1", () => {
    const at7 = (["log-log", "log", "plain"] as const).map(
      (interval) => kaplanMeier(five, { interval }).rows[1],
    );
    const [loglog, log, plain] = at7;
    const distance = 1.959963984540054 * 0.3 * Math.sqrt(2 / 15 + 1 / 2);
    const factor = Math.exp(distance / 0.3 / -Math.log(0.3));
    expect(loglog?.lower).toBeCloseTo(0.3 ** factor, 12);
    expect(loglog?.upper).toBeCloseTo(0.3 ** (1 / factor), 12);
    expect(log?.lower).toBeCloseTo(0.3 * Math.exp(-distance / 0.3), 12);
    expect(log?.upper).toBe(1); // 0.3 exp(1.56) is 1.43
    expect(plain?.lower).toBe(0); // 0.3 − 0.47
    expect(plain?.upper).toBeCloseTo(0.3 + distance, 12);
  });

  it("is the share of survivors where no one leaves early", () => {
    const { rows } = kaplanMeier({ time: [3, 1, 2, 4], event: [true, true, true, true] });
    expect(rows.map(({ estimate }) => estimate)).toEqual([0.75, 0.5, 0.25, 0]);
  });

  it("takes the censored of a time as followed there", () => {
    expect(kaplanMeier({ time: [5, 5], event: [0, 1] }).rows[0]).toMatchObject({ atRisk: 2, estimate: 0.5 });
  });

  it("says so where limits exclude nothing, and where they have no width", () => {
    const data = { time: [1, 2, 3], event: [0, 1, 1] };
    const codes = (interval: "log-log" | "log" | "plain") =>
      kaplanMeier(data, { interval }).notices.map(({ code }) => code);
    expect(codes("log-log")).toEqual(["limits-exclude-nothing"]);
    expect(codes("plain")).toEqual(["limits-exclude-nothing", "limits-without-width"]);
    const [first, second, third] = kaplanMeier(data).rows;
    expect([first?.estimate, first?.standardError, first?.lower, first?.upper]).toEqual([1, 0, 0, 1]);
    expect(second?.lower).toBeGreaterThan(0);
    expect([third?.estimate, third?.standardError, third?.lower, third?.upper]).toEqual([0, null, 0, 1]);
    expect(kaplanMeier({ time: [1, 2], event: [1, 0] }).notices).toEqual([]);
  });

  it("puts the groups in order, numbers by size and names by the Danish alphabet", () => {
    expect(groupsOf(["10", "9", "101"])).toEqual(["9", "10", "101"]);
    expect(groupsOf([3, 20, -1])).toEqual(["-1", "3", "20"]);
    expect(groupsOf(["Åbenrå", "Vejle", "Ærø"])).toEqual(["Vejle", "Ærø", "Åbenrå"]);
  });

  it("has no rows where there is no one, and says why", () => {
    const { rows, notices } = kaplanMeier({ time: [], event: [] });
    expect(rows).toEqual([]);
    expect(notices).toMatchObject([{ code: "not-estimable", reason: "no-observations" }]);
    expect(kaplanMeier({ time: [], event: [], group: [] }).median()).toEqual([]);
  });

  it("takes typed arrays, and records its options", () => {
    const curve = kaplanMeier(
      { time: new Float64Array([1, 2]), event: new Uint8Array([1, 0]) },
      { level: 0.9 },
    );
    expect(curve.rows).toHaveLength(2);
    expect(curve.interval).toEqual({ level: 0.9, sides: 2, method: "log-log" });
    expect(curve.provenance.options["interval"]).toEqual({ value: "log-log", source: "default" });
    expect(curve.provenance.inputs).toEqual({ rows: 2 });
  });
});

describe("what kaplanMeier refuses", () => {
  it.each([
    ["impossible-time", "kaplanMeier.time[1]", { time: [1, -1], event: [1, 1] }],
    ["impossible-time", "kaplanMeier.time[0]", { time: [Infinity], event: [1] }],
    ["impossible-time", "kaplanMeier.time[0]", { time: ["3"], event: [1] }],
    ["impossible-event", "kaplanMeier.event[1]", { time: [1, 2], event: [1, 2] }],
    ["impossible-event", "kaplanMeier.event[0]", { time: [1], event: [null] }],
    ["impossible-label", "kaplanMeier.group[0]", { time: [1], event: [1], group: [undefined] }],
    ["columns-differ", "kaplanMeier.event", { time: [1, 2], event: [1] }],
    ["missing-column", "kaplanMeier.event", { time: [1, 2] }],
    ["unknown-column", "kaplanMeier.groups", { time: [1], event: [1], groups: ["a"] }],
    ["impossible-data", "kaplanMeier.time", { time: 1, event: [1] }],
    ["impossible-data", "kaplanMeier", undefined],
  ])("%s at %s", (code, path, data) => {
    expect(errorOf(() => kaplanMeier(data as never))).toMatchObject({ code, path });
  });

  it("a hole in a column, and names what was meant", () => {
    const time: number[] = [1];
    time[2] = 3;
    expect(errorOf(() => kaplanMeier({ time, event: [1, 1, 1] })).path).toBe("kaplanMeier.time[1]");
    expect(errorOf(() => kaplanMeier({ times: [1], event: [1] } as never)).hint).toBe("Did you mean time?");
    expect(errorOf(() => kaplanMeier({ time: [1], event: [1] }, { interval: "loglog" as never })).code).toBe(
      "impossible-option",
    );
  });
});
