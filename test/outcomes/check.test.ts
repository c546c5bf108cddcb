import { describe, expect, it } from "vitest";
import { criterionIssues, deriveOutcomes, type Criterion } from "../../src/outcomes/index.js";
import { errorOf } from "../support/errors.js";
import {
  durable,
  historiesOf,
  ledgerOf,
  protocolOf,
  selfSupport,
  withoutSupport,
} from "../support/lives/world.js";

const NAMES = ["ordinary-work", "fleksjob", "wage-subsidy", "cash-assistance"];
const WORK = { states: ["ordinary-work"] };
const NAME = { da: "grad", en: "degree" };
const AFTER = { anchor: "course-end", length: { months: 6 } } as const;

/** Code and place of what contradicts, in four consecutive months from date to date in ordinary work. */
const issues = (change: Partial<Criterion>): readonly string[] =>
  criterionIssues(
    { ...withoutSupport, without: { having: ["municipal-support"] }, amount: { months: 4 }, ...change },
    NAMES,
  ).map(({ code, path }) => `${code} ${path}`.trim());

const cells: Partial<Criterion> = { amount: { calendarMonths: 4 } };

describe("criterionIssues", () => {
  it.each<[string, Partial<Criterion>]>([
    ["Fredericia's short rule", withoutSupport],
    ["Fredericia's durable rule", durable],
    ["days in a row", { amount: { days: 90 } }],
    ["days in all", { amount: { days: 90 }, continuity: "cumulative" }],
    ["weeks by most days, with parts", { amount: { isoWeeks: 13 }, dayRule: "most-days", edges: "parts" }],
    ["weeks in all, from the next on", { amount: { isoWeeks: 13 }, continuity: "cumulative", edges: "next" }],
    ["months added up by the calendar", { continuity: "cumulative", dayRule: "any-day", edges: "whole" }],
    ["months added up as days", { continuity: "cumulative", monthsCounted: "days" }],
    [
      "months added up, said to be calendar months",
      { continuity: "cumulative", monthsCounted: "calendar-months" },
    ],
    [
      "a spell that begins inside and runs on",
      { window: { ...AFTER, spellBegins: "within", spellEnds: "any-time" } },
    ],
    [
      "spells' defaults, spelled out beside months",
      { ...cells, window: { ...AFTER, spellBegins: "any-time", spellEnds: "within" } },
    ],
    [
      "months of the calendar in a window that a spell opens",
      { ...cells, window: { anchor: "spell-start", length: { months: 6 } } },
    ],
    ["an open window that pays at once", { window: { ...AFTER, length: "open" }, payable: "when-reached" }],
    [
      "an open window from the next month on",
      { ...cells, window: { ...AFTER, length: "open" }, edges: "next" },
    ],
    [
      "a window of a spell that pays when it closes",
      { window: { anchor: "spell-start", length: { months: 6 } }, payable: "when-window-closes" },
    ],
    ["states together without any named", { joining: "across-states" }],
    ["a gap of one day", { gapTolerance: { days: 1 } }],
    [
      "degrees, the last without days of its own",
      {
        degrees: [
          { id: "full", name: NAME, states: WORK },
          { id: "any", name: NAME },
        ],
      },
    ],
    ["a degree that takes whatever counts", { degrees: [{ id: "any", name: NAME }] }],
    [
      "every way of leaving",
      {
        leaving: {
          dead: "ignored",
          emigrated: "competing-event",
          pension: "failure",
          moved: "not-assessable",
        },
      },
    ],
    [
      "a state that some of those counting must do without",
      { states: { states: ["ordinary-work", "fleksjob"] }, without: { states: ["fleksjob"] } },
    ],
    [
      "an exception from what must be absent",
      { states: WORK, without: { states: ["ordinary-work", "wage-subsidy"], except: ["ordinary-work"] } },
    ],
  ])("lets %s pass", (_name, change) => {
    expect(issues(change)).toEqual([]);
  });

  it.each<[string, Partial<Criterion>, readonly string[]]>([
    [
      "an exception of everything that is named",
      { without: { states: ["fleksjob"], except: ["fleksjob"] } },
      ["nothing-selected without"],
    ],
    ["an empty selection", { states: {} }, ["nothing-selected states"]],
    [
      "an empty selection in a degree",
      { degrees: [{ id: "a", name: NAME, without: { states: [] } }] },
      ["nothing-selected degrees[0].without"],
    ],
    [
      "states that aren't declared",
      {
        states: { states: ["ordinary-work", "fleksjobs"] },
        without: { having: ["pension"], except: ["moon"] },
      },
      ["undefined-state states.states[1]", "undefined-state without.except[0]"],
    ],
    [
      "a state of a degree that isn't declared",
      { degrees: [{ id: "a", name: NAME, states: { states: ["moon"] } }] },
      ["undefined-state degrees[0].states.states[0]"],
    ],
    [
      "states that count and must be absent",
      { states: WORK, without: { states: ["ordinary-work"] } },
      ["contradiction without.states"],
    ],
    [
      "a degree twice",
      {
        degrees: [
          { id: "a", name: NAME, states: WORK },
          { id: "a", name: NAME },
        ],
      },
      ["declared-twice degrees"],
    ],
    [
      "a degree that leaves nothing to the next",
      {
        degrees: [
          { id: "a", name: NAME },
          { id: "b", name: NAME, states: WORK },
        ],
      },
      ["contradiction degrees[0]"],
    ],
    ["no amount", { amount: { days: 0 } }, ["impossible-value amount"]],
    ["half a month", { amount: { months: 1.5 } }, ["impossible-value amount"]],
    ["a gap of no day", { gapTolerance: { days: 0 } }, ["impossible-value gapTolerance.days"]],
    ["a gap of half a day", { gapTolerance: { days: 0.5 } }, ["impossible-value gapTolerance.days"]],
    ["a day rule beside months from date to date", { dayRule: "any-day" }, ["contradiction dayRule"]],
    [
      "a day rule beside days",
      { amount: { days: 30 }, continuity: "cumulative", dayRule: "most-days" },
      ["contradiction dayRule"],
    ],
    [
      "edges beside months added up as days",
      { continuity: "cumulative", monthsCounted: "days", edges: "whole" },
      ["contradiction edges"],
    ],
    ["months added up that are in a row", { monthsCounted: "days" }, ["contradiction monthsCounted"]],
    [
      "weeks added up as months",
      { amount: { isoWeeks: 4 }, continuity: "cumulative", monthsCounted: "calendar-months" },
      ["contradiction monthsCounted"],
    ],
    [
      "a spell that begins inside, asked of calendar months",
      { ...cells, window: { ...AFTER, spellBegins: "within" } },
      ["contradiction amount"],
    ],
    [
      "a spell that runs on, asked of days in all",
      { amount: { days: 30 }, continuity: "cumulative", window: { ...AFTER, spellEnds: "any-time" } },
      ["contradiction amount"],
    ],
    [
      "a spell within the longest course, asked of weeks",
      { amount: { isoWeeks: 4 }, window: { anchor: "referral", spellBegins: "within-longest-course" } },
      ["contradiction amount"],
    ],
    ["states apart, of which none is named", { joining: "same-state" }, ["contradiction joining"]],
    [
      "the next month in a window of the course",
      { ...cells, edges: "next", window: { anchor: "course" } },
      ["contradiction edges"],
    ],
    [
      "the next month in a window of a spell",
      { ...cells, edges: "next", window: { anchor: "spell-start", length: { months: 6 } } },
      ["contradiction edges"],
    ],
    [
      "paying when an open window closes",
      { window: { ...AFTER, length: "open" }, payable: "when-window-closes" },
      ["contradiction payable"],
    ],
    [
      "several at once",
      {
        ...cells,
        dayRule: "most-days",
        continuity: "cumulative",
        monthsCounted: "days",
        payable: "when-window-closes",
        window: { ...AFTER, length: "open", spellBegins: "within" },
      },
      ["contradiction dayRule", "contradiction amount", "contradiction payable"],
    ],
  ])("finds %s", (_name, change, expected) => {
    expect(issues(change)).toEqual(expected);
  });

  it("asks for states that count, or that must be absent", () => {
    const { without: _, ...nothing } = withoutSupport;
    expect(criterionIssues(nothing)).toEqual([
      {
        code: "nothing-counts",
        path: "",
        received: "without-support",
        expected: "states that count, states that must be absent, or both",
      },
    ]);
  });

  it("names the nearest state, and what there is", () => {
    const [issue] = criterionIssues({ ...selfSupport, states: { states: ["fleksjobs"] } }, NAMES);
    expect(issue).toEqual({
      code: "undefined-state",
      path: "states.states[0]",
      received: "fleksjobs",
      expected: "one of ordinary-work, fleksjob, wage-subsidy, cash-assistance",
      hint: "Did you mean fleksjob?",
    });
  });

  it("knows no names where none are given", () => {
    expect(criterionIssues({ ...selfSupport, states: { states: ["moon"] } })).toEqual([]);
  });
});

const derive = (criterion: Criterion): unknown =>
  deriveOutcomes({
    protocol: protocolOf([withoutSupport, criterion]),
    ledger: ledgerOf([]),
    courses: [],
    histories: historiesOf([]),
    asOf: "2005-12-31",
  });

describe("a criterion that no protocol lets pass", () => {
  it("is refused with the place in the protocol", () => {
    const { without: _, ...nothing } = durable;
    expect(errorOf(() => derive({ ...durable, amount: { days: 30 }, dayRule: "most-days" }))).toMatchObject({
      code: "impossible-criterion",
      path: "protocol.criteria[1].dayRule",
      received: "most-days",
    });
    expect(errorOf(() => derive({ ...nothing, states: {} })).path).toBe("protocol.criteria[1].states");
    const { states: _states, ...neither } = nothing;
    expect(errorOf(() => derive(neither)).path).toBe("protocol.criteria[1]");
  });
});
