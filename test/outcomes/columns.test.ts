import { describe, expect, it } from "vitest";
import { formatDay, parseDay, type Period } from "../../src/core/index.js";
import { verdictColumns, type VerdictColumns, type Whereabouts } from "../../src/outcomes/columns.js";
import { EVER, NEVER } from "../../src/outcomes/days.js";
import { findings, NO_HISTORY, OUT_OF_REACH, REACHED, WINDOW_OPEN } from "../../src/outcomes/findings.js";
import { frameOf } from "../../src/outcomes/frame.js";
import { verdict } from "../../src/outcomes/judge.js";
import type { Criterion } from "../../src/outcomes/index.js";
import type { Rule } from "../../src/outcomes/rule.js";
import { historiesOf, protocolOf, withoutSupport } from "../support/lives/world.js";

const on = (date: string): number => parseDay(date, "date");

function ruleOf(change: Partial<Criterion> = {}): Rule {
  const [rule] = frameOf(protocolOf([{ ...withoutSupport, ...change }]), historiesOf([]), "2005-12-31").rules;
  if (rule === undefined) throw new Error("one rule");
  return rule;
}

/** Nobody knows where anyone was. */
const nowhere: Whereabouts = () => undefined;

/** The columns of one rule under the contract. */
function columnsOf(size: number, rule: Rule, whereabouts = nowhere): VerdictColumns {
  const [columns] = verdictColumns(size, [rule], whereabouts);
  if (columns === undefined) throw new Error("columns for each rule");
  return columns.contract;
}

const FIRST = on("2005-01-01");

const NONE = { degree: undefined, degreeCertainOn: undefined };
const window = { start: on("2005-04-01"), end: on("2005-10-01") };
const upTo = (last: string): Period => ({ start: FIRST, end: on(last) + 1 });

describe("verdictColumns", () => {
  it("gives back what was written, the window's last day instead of the first after it", () => {
    const columns = columnsOf(2, ruleOf());
    const success = verdict(REACHED, window, on("2005-07-31"), on("2005-07-31"));
    columns.write(0, success, NONE);
    columns.write(1, verdict(NO_HISTORY), NONE);
    expect(columns.read(0)).toEqual({
      status: "success",
      reason: "amount-reached",
      windowFrom: "2005-04-01",
      windowTo: "2005-09-30",
      reachedOn: "2005-07-31",
      certainOn: "2005-07-31",
    });
    expect(columns.read(1)).toEqual({ status: "unknown", reason: "no-history" });
  });

  it("has no last day for a window without an end", () => {
    const columns = columnsOf(1, ruleOf());
    const open = verdict(WINDOW_OPEN, { start: window.start, end: NEVER });
    columns.write(0, open, NONE);
    expect(columns.read(0)).toEqual({ status: "pending", reason: "window-open", windowFrom: "2005-04-01" });
  });

  it("keeps the first of all days, 1 January 1970, and days before it", () => {
    const columns = columnsOf(1, ruleOf());
    const old = verdict(REACHED, { start: -1, end: 1 }, 0, 0);
    columns.write(0, old, NONE);
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
    const columns = columnsOf(3, rule);
    const success = verdict(REACHED, window, on("2005-07-31"), on("2005-07-31"));
    columns.write(0, success, { degree: 1, degreeCertainOn: on("2005-08-31") });
    columns.write(1, success, { degree: 0, degreeCertainOn: undefined });
    columns.write(2, success, NONE);
    expect(columns.read(0)).toMatchObject({
      degree: "any",
      degreeCertainOn: "2005-08-31",
      payableOn: "2005-09-30",
    });
    expect(columns.read(1).degree).toBe("full");
    expect(columns.read(1)).not.toHaveProperty("degreeCertainOn");
    expect(columns.read(2)).not.toHaveProperty("degree");
  });

  it("says when a success is paid whose criterion pays it when it is reached, and of nothing else", () => {
    const columns = columnsOf(2, ruleOf({ payable: "when-reached" }));
    columns.write(0, verdict(REACHED, window, on("2005-07-31"), on("2005-07-31")), NONE);
    columns.write(1, verdict(WINDOW_OPEN, window), NONE);
    expect(columns.read(0).payableOn).toBe("2005-07-31");
    expect(columns.read(1)).not.toHaveProperty("payableOn");
  });

  it("holds every finding", () => {
    const columns = columnsOf(1, ruleOf());
    for (const finding of findings) {
      columns.write(0, verdict(finding), NONE);
      expect(columns.read(0)).toEqual({ status: finding.status, reason: finding.reason });
    }
  });

  it.each([
    ["on the day of success", verdict(REACHED, window, on("2005-07-31"), on("2005-07-31")), "2005-07-31"],
    ["on the last day of a window that is complete", verdict(OUT_OF_REACH, window, FIRST), "2005-09-30"],
    ["that ends with the last day of all", verdict(OUT_OF_REACH, upTo("2005-12-31"), FIRST), "2005-12-31"],
    ["not while the window is open", verdict(WINDOW_OPEN, upTo("2006-01-01")), undefined],
    ["not in a window without an end", verdict(WINDOW_OPEN, { start: FIRST, end: NEVER }), undefined],
    ["not without a window", verdict(NO_HISTORY), undefined],
  ])("asks where someone was: %s", (_, given, expected) => {
    const asked: unknown[] = [];
    const columns = columnsOf(3, ruleOf(), (...question) => {
      asked.push(question);
      return "education";
    });
    columns.write(2, given, NONE);
    expect(columns.read(2).destination).toBe(expected === undefined ? undefined : "education");
    expect(asked).toEqual(expected === undefined ? [] : [[2, on(expected), EVER]]);
  });

  it("keeps rules and anchors apart", () => {
    const degrees = [{ id: "any", name: { da: "grad", en: "degree" } }];
    const all = verdictColumns(2, [ruleOf(), ruleOf({ degrees })], nowhere);
    const each = all.flatMap(({ contract, referral }) => [contract, referral]);
    for (const [at, columns] of each.entries()) {
      for (const index of [0, 1]) {
        columns.write(
          index,
          verdict(WINDOW_OPEN, { start: FIRST + at, end: FIRST + at + 10 * index + 1 }),
          NONE,
        );
      }
    }
    expect(each.map((columns) => [0, 1].map((index) => columns.read(index)))).toEqual(
      each.map((_, at) =>
        [0, 1].map((index) => ({
          status: "pending",
          reason: "window-open",
          windowFrom: formatDay(FIRST + at),
          windowTo: formatDay(FIRST + at + 10 * index),
        })),
      ),
    );
  });
});
