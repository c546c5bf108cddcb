import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/core/index.js";
import { verdictColumns } from "../../src/outcomes/columns.js";
import { NEVER } from "../../src/outcomes/days.js";
import { frameOf } from "../../src/outcomes/frame.js";
import { verdict } from "../../src/outcomes/judge.js";
import type { Criterion, Destination, OutcomeReason } from "../../src/outcomes/index.js";
import type { Rule } from "../../src/outcomes/rule.js";
import { historiesOf, protocolOf, withoutSupport } from "../support/lives/world.js";

const on = (date: string): number => parseDay(date, "date");

function ruleOf(change: Partial<Criterion> = {}): Rule {
  const [rule] = frameOf(protocolOf([{ ...withoutSupport, ...change }]), historiesOf([]), "2005-12-31").rules;
  if (rule === undefined) throw new Error("one rule");
  return rule;
}

const REASONS: readonly OutcomeReason[] = [
  "amount-reached",
  "amount-out-of-reach",
  "never-started",
  "gone",
  "competing-event",
  "not-assessable",
  "window-open",
  "course-running",
  "course-end-missing",
  "no-history",
  "left-observation",
  "before-coverage",
];
const DESTINATIONS: readonly Destination[] = [
  "ordinary-work",
  "education",
  "subsidized-work",
  "municipal-support",
  "other-support",
  "own-means",
  "gone",
];

const NONE = { degree: undefined, degreeCertainOn: undefined };
const window = { start: on("2005-04-01"), end: on("2005-10-01") };

describe("verdictColumns", () => {
  it("gives back what was written, the window's last day instead of the first after it", () => {
    const columns = verdictColumns(2, ruleOf());
    const success = verdict("success", "amount-reached", window, on("2005-07-31"), on("2005-07-31"));
    columns.write(0, success, NONE, undefined, "ordinary-work");
    columns.write(1, verdict("unknown", "no-history"), NONE, undefined, undefined);
    expect(columns.read(0)).toEqual({
      status: "success",
      reason: "amount-reached",
      windowFrom: "2005-04-01",
      windowTo: "2005-09-30",
      reachedOn: "2005-07-31",
      certainOn: "2005-07-31",
      destination: "ordinary-work",
    });
    expect(columns.read(1)).toEqual({ status: "unknown", reason: "no-history" });
  });

  it("has no last day for a window without an end", () => {
    const columns = verdictColumns(1, ruleOf());
    const open = verdict("pending", "window-open", { start: window.start, end: NEVER });
    columns.write(0, open, NONE, undefined, undefined);
    expect(columns.read(0)).toEqual({ status: "pending", reason: "window-open", windowFrom: "2005-04-01" });
  });

  it("keeps the first of all days, 1 January 1970, and days before it", () => {
    const columns = verdictColumns(1, ruleOf());
    const old = verdict("success", "amount-reached", { start: -1, end: 1 }, 0, 0);
    columns.write(0, old, NONE, undefined, undefined);
    expect(columns.read(0)).toMatchObject({
      windowFrom: "1969-12-31",
      windowTo: "1970-01-01",
      reachedOn: "1970-01-01",
      certainOn: "1970-01-01",
    });
  });

  it("names the degree, and when it stood fast and became payable", () => {
    const name = { da: "grad", en: "degree" };
    const rule = ruleOf({
      degrees: [
        { id: "full", name, states: { states: ["ordinary-work"] } },
        { id: "any", name },
      ],
      payable: "when-window-closes",
    });
    const columns = verdictColumns(3, rule);
    const success = verdict("success", "amount-reached", window, on("2005-07-31"), on("2005-07-31"));
    columns.write(
      0,
      success,
      { degree: 1, degreeCertainOn: on("2005-08-31") },
      on("2005-09-30"),
      "education",
    );
    columns.write(1, success, { degree: 0, degreeCertainOn: undefined }, on("2005-09-30"), "education");
    columns.write(2, success, NONE, undefined, undefined);
    expect(columns.read(0)).toMatchObject({
      degree: "any",
      degreeCertainOn: "2005-08-31",
      payableOn: "2005-09-30",
      destination: "education",
    });
    expect(columns.read(1).degree).toBe("full");
    expect(columns.read(1)).not.toHaveProperty("degreeCertainOn");
    expect(columns.read(2)).not.toHaveProperty("degree");
    expect(columns.read(2)).not.toHaveProperty("payableOn");
  });

  it.each(["success", "failure", "pending", "unknown"] as const)("holds %s for every reason", (status) => {
    const columns = verdictColumns(REASONS.length, ruleOf());
    for (const [index, reason] of REASONS.entries()) {
      columns.write(index, verdict(status, reason), NONE, undefined, undefined);
    }
    expect(REASONS.map((_, index) => columns.read(index))).toEqual(
      REASONS.map((reason) => ({ status, reason })),
    );
  });

  it("holds every destination", () => {
    const columns = verdictColumns(DESTINATIONS.length, ruleOf());
    for (const [index, destination] of DESTINATIONS.entries()) {
      columns.write(index, verdict("failure", "gone"), NONE, undefined, destination);
    }
    expect(DESTINATIONS.map((_, index) => columns.read(index).destination)).toEqual(DESTINATIONS);
  });
});
