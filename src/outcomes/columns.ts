import { formatDay, type Day } from "../core/index.js";
import { NEVER } from "./days.js";
import { DESTINATIONS } from "./destination.js";
import { findings, NO_HISTORY } from "./findings.js";
import type { Verdict } from "./judge.js";
import { byDay } from "./remembered.js";
import type { Rule } from "./rule.js";
import type { Succeeded } from "./success.js";
import type { Anchor, Outcome } from "./types.js";

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
  /** @param destination Its number, if there is one. */
  write(index: number, verdict: Verdict, succeeded: Succeeded, destination: number | undefined): void;
  read(index: number): DatedVerdict;
}

/** Days of a row, behind one number for finding, destination and degree; the last only where there are degrees. */
const DATES = ["windowFrom", "windowTo", "reachedOn", "certainOn", "degreeCertainOn"] as const;

const BYTE = 255;
const DESTINATION = 8; // bits behind the finding; from 1, 0 for none
const DEGREE = 16;

function widthOf({ degrees }: Rule): number {
  return degrees.length === 0 ? DATES.length : DATES.length + 1;
}

/**
 * Columns for each criterion, all in one block of memory: V8 looks through everything it holds about as often as blocks
 * are put beside it, and a few hundred megabytes of them come to seconds.
 *
 * @param size How many citizens.
 */
export function verdictColumns(
  size: number,
  rules: readonly Rule[],
): readonly Readonly<Record<Anchor, VerdictColumns>>[] {
  const block = new Int32Array(2 * size * rules.reduce((sum, rule) => sum + widthOf(rule), 0));
  const dates = byDay(formatDay);
  let end = 0;
  const next = (rule: Rule): VerdictColumns => {
    const begin = end;
    end += size * widthOf(rule);
    return columnsIn(block.subarray(begin, end), rule, dates);
  };
  return rules.map((rule) => ({ contract: next(rule), referral: next(rule) }));
}

function columnsIn(block: Int32Array, rule: Rule, dates: (day: Day) => string): VerdictColumns {
  const { degrees = [], payable } = rule.criterion;
  const width = widthOf(rule);
  return {
    write: (index, { finding, window, reachedOn, certainOn }, { degree, degreeCertainOn }, destination) => {
      const at = index * width;
      const [where, which] = [(destination ?? -1) + 1, (degree ?? -1) + 1];
      block[at] = finding.number | (where << DESTINATION) | (which << DEGREE);
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
      const destination = DESTINATIONS[((said >> DESTINATION) & BYTE) - 1];
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
