import { formatDay, type Day } from "../core/index.js";
import { NEVER } from "./days.js";
import { findings, NO_HISTORY } from "./findings.js";
import type { Verdict } from "./judge.js";
import { byDay } from "./remembered.js";
import type { Rule } from "./rule.js";
import type { Succeeded } from "./success.js";
import type { Anchor, Destination, Outcome } from "./types.js";

/** The part of an outcome that a verdict gives. */
export type DatedVerdict = Pick<
  Outcome,
  | "status"
  | "reason"
  | "windowFrom"
  | "windowTo"
  | "reachedOn"
  | "certainOn"
  | "degree"
  | "degreeCertainOn"
  | "payableOn"
  | "destination"
>;

/** Verdicts of many citizens by one criterion and anchor, a few bytes each. */
export interface VerdictColumns {
  write(index: number, verdict: Verdict, succeeded: Succeeded): void;
  read(index: number): DatedVerdict;
}

/** Tells where a citizen was on a day; nothing of a day before `from`, the first that was covered. */
export type Whereabouts = (index: number, day: Day, from: Day) => Destination | undefined;

/** Days of a row, behind one number for finding and degree; the last only where there are degrees. */
const DATES = ["windowFrom", "windowTo", "reachedOn", "certainOn", "degreeCertainOn"] as const;

const BYTE = 255;
const DEGREE = 8; // bits behind the finding; from 1, 0 for none

function widthOf({ degrees }: Rule): number {
  return degrees.length === 0 ? DATES.length : DATES.length + 1;
}

/**
 * Columns for each criterion, all in one block of memory: V8 looks through everything it holds about as often as blocks
 * are put beside it, and a few hundred megabytes of them come to seconds.
 *
 * @param size How many citizens.
 * @param whereabouts Asked when a verdict is read: few of them are, and where someone was follows from the day.
 */
export function verdictColumns(
  size: number,
  rules: readonly Rule[],
  whereabouts: Whereabouts,
): readonly Readonly<Record<Anchor, VerdictColumns>>[] {
  const block = new Int32Array(2 * size * rules.reduce((sum, rule) => sum + widthOf(rule), 0));
  const dates = byDay(formatDay);
  let end = 0;
  const next = (rule: Rule): VerdictColumns => {
    const begin = end;
    end += size * widthOf(rule);
    return columnsIn(block.subarray(begin, end), rule, dates, whereabouts);
  };
  return rules.map((rule) => ({ contract: next(rule), referral: next(rule) }));
}

function columnsIn(
  block: Int32Array,
  rule: Rule,
  dates: (day: Day) => string,
  whereabouts: Whereabouts,
): VerdictColumns {
  const { degrees = [], payable } = rule.criterion;
  const width = widthOf(rule);
  return {
    write: (index, { finding, window, reachedOn, certainOn }, { degree, degreeCertainOn }) => {
      const at = index * width;
      block[at] = finding.number | (((degree ?? -1) + 1) << DEGREE);
      block[at + 1] = window === undefined ? NEVER : window.start;
      block[at + 2] = window === undefined || window.end === NEVER ? NEVER : window.end - 1;
      block[at + 3] = reachedOn ?? NEVER;
      block[at + 4] = certainOn ?? NEVER;
      if (width > DATES.length) block[at + 5] = degreeCertainOn ?? NEVER;
    },
    read: (index) => {
      const at = index * width;
      const said = block[at] ?? 0;
      const { status, reason } = findings[said & BYTE] ?? NO_HISTORY;
      const verdict: Writable<DatedVerdict> = { status, reason };
      for (let column = 1; column < width; column++) {
        const [day, name] = [block[at + column] ?? NEVER, DATES[column - 1]];
        if (day !== NEVER && name !== undefined) verdict[name] = dates(day);
      }
      const payableOn = payable === "when-window-closes" ? verdict.windowTo : verdict.reachedOn;
      const degree = degrees[(said >> DEGREE) - 1];
      // On the day of success; without one, on the last of a window that is complete.
      const [last = NEVER, reached = NEVER] = [block[at + 2], block[at + 3]];
      const day = reached === NEVER ? last : reached;
      const destination = day > rule.asOf ? undefined : whereabouts(index, day, rule.from);
      if (payable !== undefined && verdict.reachedOn !== undefined && payableOn !== undefined) {
        verdict.payableOn = payableOn;
      }
      if (degree !== undefined) verdict.degree = degree.id;
      if (destination !== undefined) verdict.destination = destination;
      return verdict;
    },
  };
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
