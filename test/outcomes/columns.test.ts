import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../src/core/index.js";
import { verdictColumns, type VerdictColumns } from "../../src/outcomes/columns.js";
import { NEVER } from "../../src/outcomes/days.js";
import { DESTINATIONS } from "../../src/outcomes/destination.js";
import { findings, NO_HISTORY, REACHED, WINDOW_OPEN } from "../../src/outcomes/findings.js";
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

/** The columns of one rule under the contract. */
function columnsOf(size: number, rule: Rule): VerdictColumns {
  const [columns] = verdictColumns(size, [rule]);
  if (columns === undefined) throw new Error("columns for each rule");
  return columns.contract;
}

const WORK = DESTINATIONS.indexOf("ordinary-work");
const EDUCATION = DESTINATIONS.indexOf("education");

const FIRST = on("2005-01-01");

const NONE = { degree: undefined, degreeCertainOn: undefined };
const window = { start: on("2005-04-01"), end: on("2005-10-01") };

describe("verdictColumns", () => {
  it("gives back what was written, the window's last day instead of the first after it", () => {
    const columns = columnsOf(2, ruleOf());
    const success = verdict(REACHED, window, on("2005-07-31"), on("2005-07-31"));
    columns.write(0, success, NONE, WORK);
    columns.write(1, verdict(NO_HISTORY), NONE, undefined);
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
    const columns = columnsOf(1, ruleOf());
    const open = verdict(WINDOW_OPEN, { start: window.start, end: NEVER });
    columns.write(0, open, NONE, undefined);
    expect(columns.read(0)).toEqual({ status: "pending", reason: "window-open", windowFrom: "2005-04-01" });
  });

  it("keeps the first of all days, 1 January 1970, and days before it", () => {
    const columns = columnsOf(1, ruleOf());
    const old = verdict(REACHED, { start: -1, end: 1 }, 0, 0);
    columns.write(0, old, NONE, undefined);
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
    columns.write(0, success, { degree: 1, degreeCertainOn: on("2005-08-31") }, EDUCATION);
    columns.write(1, success, { degree: 0, degreeCertainOn: undefined }, EDUCATION);
    columns.write(2, success, NONE, undefined);
    expect(columns.read(0)).toMatchObject({
      degree: "any",
      degreeCertainOn: "2005-08-31",
      payableOn: "2005-09-30",
      destination: "education",
    });
    expect(columns.read(1).degree).toBe("full");
    expect(columns.read(1)).not.toHaveProperty("degreeCertainOn");
    expect(columns.read(2)).not.toHaveProperty("degree");
  });

  it("says when a success is paid whose criterion pays it when it is reached, and of nothing else", () => {
    const columns = columnsOf(2, ruleOf({ payable: "when-reached" }));
    columns.write(0, verdict(REACHED, window, on("2005-07-31"), on("2005-07-31")), NONE, undefined);
    columns.write(1, verdict(WINDOW_OPEN, window), NONE, undefined);
    expect(columns.read(0).payableOn).toBe("2005-07-31");
    expect(columns.read(1)).not.toHaveProperty("payableOn");
  });

  it("holds every finding with every destination", () => {
    const columns = columnsOf(1, ruleOf());
    for (const finding of findings) {
      for (const [number, destination] of DESTINATIONS.entries()) {
        columns.write(0, verdict(finding), NONE, number);
        expect(columns.read(0)).toEqual({ status: finding.status, reason: finding.reason, destination });
      }
    }
  });

  it("keeps rules and anchors apart", () => {
    const all = verdictColumns(2, [
      ruleOf(),
      ruleOf({ degrees: [{ id: "any", name: { da: "grad", en: "degree" } }] }),
    ]);
    const each = all.flatMap(({ contract, referral }) => [contract, referral]);
    for (const [at, columns] of each.entries()) {
      for (const index of [0, 1]) {
        columns.write(
          index,
          verdict(WINDOW_OPEN, { start: FIRST + at, end: FIRST + at + 10 * index + 1 }),
          NONE,
          at,
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
          destination: DESTINATIONS[at],
        })),
      ),
    );
  });
});
