import { addMonths, monthOf, monthStart, type Day } from "../core/index.js";
import type { Criterion } from "./criterion.js";

/** A division of time that a criterion counts by: calendar months, or ISO weeks. */
export interface Cells {
  /** The number of the one that holds a day. */
  readonly holding: (day: Day) => number;
  /** Its first day. */
  readonly start: (cell: number) => Day;
}

const MONTHS: Cells = { holding: monthOf, start: monthStart };

const MONDAY = -3; // 29 December 1969
const WEEKS: Cells = {
  holding: (day) => Math.floor((day - MONDAY) / 7),
  start: (cell) => cell * 7 + MONDAY,
};

/** What a criterion's amount is an amount of. */
export type Measure =
  | {
      /** One run of counting days, to the day that `end` gives for its first. */
      readonly kind: "run";
      readonly end: (start: Day) => Day;
    }
  | {
      /** So many counting days in a window that opens on a day. */
      readonly kind: "total";
      readonly needed: (opens: Day) => number;
    }
  | {
      /** So many months or weeks that count, in a row or in all. */
      readonly kind: "cells";
      readonly cells: Cells;
      readonly needed: number;
      readonly inRow: boolean;
      readonly mostDays: boolean;
      /** Whether the part of one that a window opens with, or closes with, is one too. */
      readonly firstPart: boolean;
      readonly lastPart: boolean;
    };

/** One day that doesn't count breaks a calendar month, unless the criterion says otherwise. */
export const DEFAULT_DAY_RULE: NonNullable<Criterion["dayRule"]> = "any-day";

export function measureOf(criterion: Criterion): Measure {
  const { amount, continuity, dayRule = DEFAULT_DAY_RULE, edges = "whole" } = criterion;
  const inRow = continuity === "consecutive";
  if (inRow && ("days" in amount || "months" in amount)) {
    return { kind: "run", end: (start) => amountEnd(criterion, start) };
  }
  if ("days" in amount) return { kind: "total", needed: () => amount.days };
  if (!inRow && criterion.monthsCounted === "days") {
    return { kind: "total", needed: (opens) => amountEnd(criterion, opens) - opens };
  }
  return {
    kind: "cells",
    cells: "isoWeeks" in amount ? WEEKS : MONTHS,
    needed: amountOf(criterion),
    inRow,
    mostDays: dayRule === "most-days",
    firstPart: edges === "first-part" || edges === "parts",
    lastPart: edges === "parts",
  };
}

/** How many, of whatever unit. */
export function amountOf({ amount }: Criterion): number {
  if ("days" in amount) return amount.days;
  if ("isoWeeks" in amount) return amount.isoWeeks;
  return "months" in amount ? amount.months : amount.calendarMonths;
}

/** The first day after a criterion's amount that begins on a day: of months, the same date so many months on. */
export function amountEnd(criterion: Criterion, start: Day): Day {
  const { amount } = criterion;
  if ("days" in amount) return start + amount.days;
  if ("isoWeeks" in amount) return start + 7 * amount.isoWeeks;
  return addMonths(start, amountOf(criterion));
}
