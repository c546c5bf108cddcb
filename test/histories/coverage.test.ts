import { describe, expect, it } from "vitest";
import { coverageOf, type HistorySource } from "../../src/histories/coverage.js";
import type { Coverage } from "../../src/histories/index.js";
import { errorOf } from "../support/errors.js";

const vocabulary = {
  "work": ["ordinary-employment"],
  "part-time": ["ordinary-employment", "part-time"],
  "benefit": ["municipal-support"],
  "own-means": [],
} as const;
const whole = { observedFrom: undefined, observedUntil: "2026-06-30" };

const coverage = (...sources: HistorySource[]): readonly Coverage[] => coverageOf(sources, vocabulary, whole);

describe("coverageOf", () => {
  it("takes states by name and by what they are, each once, in the vocabulary's order", () => {
    const [both] = coverage({
      name: "a",
      states: ["own-means", "part-time"],
      having: ["ordinary-employment"],
    });
    expect(both?.states).toEqual(["work", "part-time", "own-means"]);
  });

  it("covers what the whole does where a source doesn't say", () => {
    expect(coverage({ name: "a", states: ["work"] })).toEqual([
      { source: "a", states: ["work"], observedUntil: "2026-06-30" },
    ]);
    const source = { name: "a", states: ["work"] };
    expect(coverageOf([source], vocabulary, { ...whole, observedFrom: "2020-01-01" })).toMatchObject([
      { observedFrom: "2020-01-01" },
    ]);
    expect(coverage({ ...source, observedFrom: "2019-01-01", observedUntil: "2019-01-01" })).toMatchObject([
      { observedFrom: "2019-01-01", observedUntil: "2019-01-01" }, // a single day
    ]);
  });

  it.each([
    ["2026-07-10", { months: 2 }, "2026-05-10"],
    ["2026-04-30", { months: 2 }, "2026-02-28"], // February has no 30th
    ["2026-07-10", { weeks: 6 }, "2026-05-29"],
    ["2026-06-30", { days: 0 }, "2026-06-30"],
  ])("takes the lag off the delivery: %s less %o is %s", (deliveredOn, lag, observedUntil) => {
    expect(coverage({ name: "a", states: ["work"], deliveredOn, lag })).toMatchObject([{ observedUntil }]);
  });

  const source = { name: "a", states: ["work"] };
  it.each([
    [[{ states: ["work"] }], "impossible-source"],
    [[{ name: "a" }], "impossible-source"],
    [[{ name: "a", states: [], having: ["dead"] }], "impossible-source"],
    [[{ ...source, deliveredOn: "2026-07-10" }], "impossible-source"],
    [[{ ...source, lag: { months: 2 } }], "impossible-source"],
    [
      [{ ...source, observedUntil: "2026-05-31", deliveredOn: "2026-07-10", lag: { days: 1 } }],
      "impossible-source",
    ],
    [[{ ...source, deliveredOn: "2026-07-10", lag: { month: 2 } }], "impossible-span"],
    [[{ ...source, deliveredOn: "10-07-2026", lag: { months: 2 } }], "impossible-date"],
    [[{ ...source, observedUntil: "2026-02-30" }], "impossible-date"],
    [[{ ...source, observedFrom: "2026" }], "impossible-date"],
    [[{ ...source, observedUntil: "2026-07-01" }], "source-after-observed"],
    [[{ ...source, deliveredOn: "2026-07-10", lag: { days: 9 } }], "source-after-observed"],
    [[{ ...source, observedFrom: "2026-07-01" }], "observation-ends-before-start"],
    [
      [{ ...source, observedFrom: "2026-05-02", observedUntil: "2026-05-01" }],
      "observation-ends-before-start",
    ],
    [[{ name: "a", states: ["wrok"] }], "unknown-state"],
    [[{ name: "a", having: ["employment"] }], "impossible-option"],
    [[{ ...source, until: "2026-05-31" }], "unknown-option"],
    [[source, { name: "b", having: ["ordinary-employment"] }], "state-of-two-sources"],
  ])("refuses %o", (sources, code) => {
    expect(errorOf(() => coverage(...(sources as HistorySource[]))).code).toBe(code);
  });

  it("names the source, the nearest state, and both sources of a state", () => {
    expect(errorOf(() => coverage({ name: "a", states: ["wrok"] }))).toMatchObject({
      path: "deriveHistories.sources[0].states",
      hint: "Did you mean work?",
    });
    expect(
      errorOf(() => coverage({ name: "a", states: ["work"] }, { name: "b", states: ["work"] })),
    ).toMatchObject({
      path: "deriveHistories.sources[1]",
      received: "work",
      expected: "a state of one source only; it is one of a and of b",
    });
  });
});
