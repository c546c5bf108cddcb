import { hasProperty, type StateProperty, type StateVocabulary } from "../histories/index.js";
import { measureOf } from "./amount.js";
import type { Criterion, Leaving, LeavingTreatment } from "./criterion.js";
import { selected } from "./selected.js";

/** Something that a tender can leave open: the reading that is taken by default, and the other defensible ones. */
export interface Question {
  readonly code: string;
  readonly reading: string;
  /** Only the contract's own measure can change by it: from the referral every reading looks at the same. */
  readonly contractOnly?: true;
  readonly isOpen: (criterion: Criterion, states: StateVocabulary) => boolean;
  readonly others: readonly {
    readonly reading: string;
    readonly apply: (criterion: Criterion, states: StateVocabulary) => Criterion;
  }[];
}

const byCells = (criterion: Criterion): boolean => measureOf(criterion).kind === "cells";
const isLongestCourse = ({ window }: Criterion): boolean =>
  !("length" in window) && window.anchor === "referral";
const hangsOnCourse = ({ window: { anchor } }: Criterion): boolean =>
  anchor === "course-end" || anchor === "course-start" || anchor === "course";

/** Absence of municipal support, whatever else someone lives on. */
const isAbsence = ({ states, without }: Criterion): boolean =>
  states === undefined && without?.having?.includes("municipal-support") === true;

/** States of a subsidized job that are municipal support, whatever a protocol calls them. */
const wageSubsidies = (states: StateVocabulary): readonly string[] =>
  Object.keys(states).filter(
    (state) =>
      hasProperty(states, state, "subsidized-employment") && hasProperty(states, state, "municipal-support"),
  );

const areAny = (states: StateVocabulary, property: StateProperty): boolean =>
  Object.keys(states).some((state) => hasProperty(states, state, property));

/** Whether the exceptions tell which support is meant: there are none, or another than wage subsidy. */
const tellsOfSupport = ({ without }: Criterion, states: StateVocabulary): boolean =>
  without?.except?.length === 0 ||
  without?.except?.some((state) => !wageSubsidies(states).includes(state)) === true;

/** Kinds of support that a criterion of work says nothing of, where none of its states is such support itself. */
const supportBeside = (
  { states, without }: Criterion,
  vocabulary: StateVocabulary,
): readonly StateProperty[] => {
  if (states === undefined || without?.except !== undefined) return [];
  const counting = [...selected(states, vocabulary)];
  const is = (property: StateProperty): boolean =>
    counting.some((state) => hasProperty(vocabulary, state, property));
  if (!is("ordinary-employment") || is("municipal-support") || is("state-support")) return [];
  return (["municipal-support", "state-support"] as const).filter(
    (support) => areAny(vocabulary, support) && without?.having?.includes(support) !== true,
  );
};

/** The same treatment of some ways of leaving, as far as the criterion doesn't state one itself. */
const leaves =
  (ways: readonly Leaving[], treatment: LeavingTreatment) =>
  (criterion: Criterion): Criterion => ({
    ...criterion,
    leaving: { ...Object.fromEntries(ways.map((way) => [way, treatment])), ...criterion.leaving },
  });

/** Every question that a criterion can leave open. An answer opens or settles only questions that come after it. */
export const questions: readonly Question[] = [
  {
    code: "spell-start-unstated",
    reading: "within-longest-course",
    // From the referral a spell of the own course is looked for in the longest one, and one of any time isn't compared.
    contractOnly: true,
    isOpen: isLongestCourse,
    others: [
      {
        reading: "at-any-time",
        apply: (criterion) => ({
          ...criterion,
          window: { anchor: "referral", length: "open", spellBegins: "within" },
        }),
      },
      {
        reading: "during-own-course",
        apply: (criterion) => ({
          ...criterion,
          window: { anchor: "course", spellBegins: "within", spellEnds: "any-time" },
        }),
      },
    ],
  },
  {
    code: "cumulative-months-unstated",
    reading: "calendar-months",
    isOpen: ({ amount, continuity, monthsCounted }) =>
      continuity === "cumulative" &&
      ("months" in amount || "calendarMonths" in amount) &&
      monthsCounted === undefined,
    others: [
      {
        reading: "as-many-days",
        // Days have no months whose rule or edges could be stated or asked for.
        apply: ({ dayRule: _day, edges: _edges, ...criterion }) => ({ ...criterion, monthsCounted: "days" }),
      },
    ],
  },
  {
    code: "course-ends-mid-month",
    reading: "whole-months-inside",
    isOpen: (criterion) => byCells(criterion) && criterion.edges === undefined,
    others: [
      { reading: "first-part-counts", apply: (criterion) => ({ ...criterion, edges: "first-part" }) },
      { reading: "both-parts-count", apply: (criterion) => ({ ...criterion, edges: "parts" }) },
      { reading: "window-opens-with-next", apply: (criterion) => ({ ...criterion, edges: "next" }) },
    ],
  },
  {
    code: "day-rule-unstated",
    reading: "any-day",
    isOpen: (criterion) => byCells(criterion) && criterion.dayRule === undefined,
    others: [{ reading: "most-days", apply: (criterion) => ({ ...criterion, dayRule: "most-days" }) }],
  },
  {
    code: "never-started-unstated",
    reading: "failure",
    contractOnly: true, // from the referral nobody is asked whether they started
    isOpen: (criterion) => hangsOnCourse(criterion) && criterion.neverStarted === undefined,
    others: [
      { reading: "not-assessable", apply: (criterion) => ({ ...criterion, neverStarted: "not-assessable" }) },
    ],
  },
  {
    code: "state-support-unstated",
    reading: "not-municipal-support",
    isOpen: (criterion, states) =>
      isAbsence(criterion) &&
      criterion.without?.having?.includes("state-support") !== true &&
      areAny(states, "state-support") &&
      !tellsOfSupport(criterion, states),
    others: [
      {
        reading: "any-public-support",
        apply: (criterion) => ({
          ...criterion,
          without: { ...criterion.without, having: [...(criterion.without?.having ?? []), "state-support"] },
        }),
      },
    ],
  },
  {
    code: "wage-subsidy-unstated",
    reading: "municipal-support",
    isOpen: (criterion, states) =>
      isAbsence(criterion) && criterion.without?.except === undefined && wageSubsidies(states).length > 0,
    others: [
      {
        reading: "not-municipal-support",
        apply: (criterion, states) => ({
          ...criterion,
          without: { ...criterion.without, except: wageSubsidies(states) },
        }),
      },
    ],
  },
  {
    code: "support-beside-unstated",
    reading: "counts-beside-support",
    isOpen: (criterion, states) => supportBeside(criterion, states).length > 0,
    others: [
      {
        reading: "only-without-support",
        apply: (criterion, states) => ({
          ...criterion,
          without: {
            ...criterion.without,
            having: [...(criterion.without?.having ?? []), ...supportBeside(criterion, states)],
          },
        }),
      },
    ],
  },
  {
    code: "joining-unstated",
    reading: "across-states",
    isOpen: ({ states, continuity, joining }) =>
      continuity === "consecutive" &&
      (states?.states?.length ?? 0) + (states?.having?.length ?? 0) > 1 &&
      joining === undefined,
    others: [{ reading: "same-state", apply: (criterion) => ({ ...criterion, joining: "same-state" }) }],
  },
  {
    code: "death-and-emigration-unstated",
    reading: "failure",
    isOpen: ({ leaving }) => leaving?.dead === undefined || leaving.emigrated === undefined,
    others: [{ reading: "not-assessable", apply: leaves(["dead", "emigrated"], "not-assessable") }],
  },
  {
    code: "pension-unstated",
    reading: "failure",
    isOpen: ({ leaving }) => leaving?.pension === undefined,
    others: [{ reading: "ignored", apply: leaves(["pension"], "ignored") }],
  },
  {
    code: "move-unstated",
    reading: "not-assessable",
    isOpen: ({ leaving }) => leaving?.moved === undefined,
    others: [
      { reading: "failure", apply: leaves(["moved"], "failure") },
      { reading: "ignored", apply: leaves(["moved"], "ignored") },
    ],
  },
];

/** Points that have no other reading to measure by, and still have to be agreed on. */
export const points: readonly Pick<Question, "code" | "isOpen">[] = [
  {
    code: "measurer-unstated",
    isOpen: ({ basis, measuredBy }) => basis === "contract" && measuredBy === undefined,
  },
  { code: "payable-unstated", isOpen: ({ basis, payable }) => basis === "contract" && payable === undefined },
];
