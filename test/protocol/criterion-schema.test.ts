import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/index.js";
import type { Criterion } from "../../src/outcomes/index.js";
import { defineProtocol, type ProtocolDocument } from "../../src/protocol/index.js";
import { fredericiaA } from "../../src/tenders/index.js";
import { errorOf } from "../support/errors.js";

const base: Criterion = {
  id: "work",
  name: { da: "arbejde", en: "work" },
  basis: "contract",
  states: { having: ["ordinary-employment"] },
  amount: { months: 4 },
  continuity: "consecutive",
  window: { anchor: "course-end", length: { months: 6 } },
};

function withCriterion(criterion: unknown): ProtocolDocument {
  const { analysis, payment: _payment, ...document } = fredericiaA.toJSON();
  return {
    ...document,
    criteria: [criterion as Criterion],
    analysis: { primary: "work", referenceArm: analysis.referenceArm },
  };
}

const accepted = (change: Partial<Criterion>): Criterion | undefined =>
  defineProtocol(withCriterion({ ...base, ...change })).criteria[0];

const issuesOf = (change: object): readonly Issue[] =>
  errorOf(() => defineProtocol(withCriterion({ ...base, ...change }))).issues;

describe("the criterion of a protocol", () => {
  it.each<[string, Criterion["window"]]>([
    ["from the referral", { anchor: "referral", length: { months: 6 } }],
    [
      "from the first day of the course",
      { anchor: "course-start", after: { weeks: 2 }, length: { weeks: 13 } },
    ],
    ["as long as anyone looks", { anchor: "course-end", length: "open", spellBegins: "any-time" }],
    [
      "on one day after the course",
      { anchor: "course-end", after: { months: 3 }, length: { days: 1 }, spellEnds: "any-time" },
    ],
    ["during the course", { anchor: "course" }],
    ["until after the course", { anchor: "course", plus: { months: 3 }, spellBegins: "within" }],
    ["begun within the longest course", { anchor: "referral", spellBegins: "within-longest-course" }],
    ["from the spell itself", { anchor: "spell-start", length: { months: 12 } }],
  ])("may be looked for %s", (_name, window) => {
    expect(accepted({ window })?.window).toEqual(window);
  });

  it.each<[string, Partial<Criterion>]>([
    ["days", { amount: { days: 90 }, gapTolerance: { days: 3 } }],
    [
      "weeks by the day rule and their edges",
      { amount: { isoWeeks: 13 }, dayRule: "most-days", edges: "next" },
    ],
    [
      "months added up as days",
      {
        amount: { months: 12 },
        continuity: "cumulative",
        monthsCounted: "days",
        neverStarted: "not-assessable",
      },
    ],
    [
      "degrees, ways of leaving and the day of payment",
      {
        degrees: [
          { id: "full", name: { da: "fuld", en: "full" }, states: { states: ["ordinary-work"] } },
          { id: "part", name: { da: "delvis", en: "part" } },
        ],
        leaving: { dead: "competing-event", moved: "ignored" },
        joining: "same-state",
        payable: "when-window-closes",
        measuredBy: "municipality",
      },
    ],
  ])("may have %s", (_name, change) => {
    expect(accepted(change)).toEqual({ ...base, ...change });
  });

  it.each([
    ["no window", { window: undefined }],
    ["a word", { window: "course" }],
    ["an anchor that isn't one", { window: { anchor: "course-middle", length: { months: 6 } } }],
  ])("says which windows there are where there is %s", (_name, change) => {
    const [issue, ...others] = issuesOf(change);
    expect(others).toEqual([]);
    expect(issue?.path).toBe("criteria[0].window");
    for (const word of [
      "referral",
      "course-start",
      "course-end",
      "course",
      "spell-start",
      "within-longest-course",
    ]) {
      expect(issue?.expected).toContain(word);
    }
  });

  it.each([
    ["window.length", { window: { anchor: "referral" } }],
    ["window.length", { window: { anchor: "course-end", length: { weeks: 1, days: 2 } } }],
    ["window.length", { window: { anchor: "spell-start", length: "open" } }],
    ["window.lenght", { window: { anchor: "course-end", length: { months: 6 }, lenght: 1 } }],
    ["window.length", { window: { anchor: "course", length: { months: 6 } } }],
    ["window.spellBegins", { window: { anchor: "course", spellBegins: "later" } }],
    ["window.plus.months", { window: { anchor: "course", plus: { months: 0 } } }],
    ["amount", { amount: { months: 4, days: 2 } }],
    ["gapTolerance.days", { gapTolerance: { days: 0 } }],
    ["degrees", { degrees: [] }],
    ["degrees[0].nmae", { degrees: [{ id: "full", name: base.name, nmae: 1 }] }],
    ["leaving.dead", { leaving: { dead: "gone" } }],
    // Right in shape, and nothing that can be meant.
    ["payable", { payable: "when-window-closes", window: { anchor: "course-end", length: "open" } }],
    ["dayRule", { dayRule: "any-day" }],
    [
      "degrees[0].states.states[0]",
      { degrees: [{ id: "a", name: base.name, states: { states: ["work"] } }] },
    ],
    ["degrees", { degrees: [1, 2].map(() => ({ id: "a", name: base.name })) }],
  ])("names criteria[0].%s", (path, change) => {
    const issues = issuesOf(change);
    expect(issues.map((issue) => issue.path)).toContain(`criteria[0].${path}`);
    for (const { expected } of issues) expect(expected).not.toBe("");
  });
});
