import { measureOf } from "./amount.js";
import type { Criterion, Leaving, LeavingTreatment } from "./criterion.js";

/** Something that a tender can leave open: the reading that is taken by default, and the other defensible ones. */
export interface Question {
  readonly code: string;
  readonly reading: string;
  readonly isOpen: (criterion: Criterion) => boolean;
  readonly others: readonly {
    readonly reading: string;
    readonly apply: (criterion: Criterion) => Criterion;
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

/** Whether the exceptions tell which support is meant: there are none, or another than wage subsidy. */
const tellsOfSupport = ({ without }: Criterion): boolean =>
  without?.except?.length === 0 || without?.except?.some((state) => state !== "wage-subsidy") === true;

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
    isOpen: (criterion) => hangsOnCourse(criterion) && criterion.neverStarted === undefined,
    others: [
      { reading: "not-assessable", apply: (criterion) => ({ ...criterion, neverStarted: "not-assessable" }) },
    ],
  },
  {
    code: "state-support-unstated",
    reading: "not-municipal-support",
    isOpen: (criterion) =>
      isAbsence(criterion) &&
      criterion.without?.having?.includes("state-support") !== true &&
      !tellsOfSupport(criterion),
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
    isOpen: (criterion) => isAbsence(criterion) && criterion.without?.except === undefined,
    others: [
      {
        reading: "not-municipal-support",
        apply: (criterion) => ({ ...criterion, without: { ...criterion.without, except: ["wage-subsidy"] } }),
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
