import { formatDay, type Day } from "../core/index.js";
import type { Destination, Outcome, OutcomeReason, OutcomeStatus } from "./types.js";
import type { Verdict } from "./judge.js";

const STATUSES: readonly OutcomeStatus[] = ["success", "failure", "pending", "unknown"];
const REASONS: readonly OutcomeReason[] = [
  "amount-reached",
  "amount-out-of-reach",
  "never-started",
  "gone",
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

/** No day. */
const NONE = -(2 ** 31);

/** The part of an outcome that a verdict gives. */
export type DatedVerdict = Pick<
  Outcome,
  "status" | "reason" | "windowFrom" | "windowTo" | "reachedOn" | "certainOn" | "destination"
>;

/** Verdicts of many citizens by one criterion and anchor, a few bytes each. */
export interface VerdictColumns {
  write(index: number, verdict: Verdict, destination: Destination | undefined): void;
  read(index: number): DatedVerdict;
}

export function verdictColumns(size: number): VerdictColumns {
  const status = new Uint8Array(size);
  const reason = new Uint8Array(size);
  const destination = new Int8Array(size);
  const dates = dateTexts();
  const [from, end, reached, certain] = [dayColumn(size), dayColumn(size), dayColumn(size), dayColumn(size)];
  return {
    write: (index, verdict, where) => {
      status[index] = STATUSES.indexOf(verdict.status);
      reason[index] = REASONS.indexOf(verdict.reason);
      destination[index] = where === undefined ? -1 : DESTINATIONS.indexOf(where);
      from[index] = verdict.window?.start ?? NONE;
      end[index] = verdict.window?.end ?? NONE;
      reached[index] = verdict.reachedOn ?? NONE;
      certain[index] = verdict.certainOn ?? NONE;
    },
    read: (index) => {
      const verdict: Writable<DatedVerdict> = {
        status: STATUSES[status[index] ?? 0] ?? "unknown",
        reason: REASONS[reason[index] ?? 0] ?? "no-history",
      };
      const [start, last] = [from[index] ?? NONE, (end[index] ?? NONE) - 1];
      const [reachedOn, certainOn] = [reached[index] ?? NONE, certain[index] ?? NONE];
      const where = DESTINATIONS[destination[index] ?? -1];
      if (start !== NONE) verdict.windowFrom = dates(start);
      if (start !== NONE) verdict.windowTo = dates(last);
      if (reachedOn !== NONE) verdict.reachedOn = dates(reachedOn);
      if (certainOn !== NONE) verdict.certainOn = dates(certainOn);
      if (where !== undefined) verdict.destination = where;
      return verdict;
    },
  };
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

function dayColumn(size: number): Int32Array {
  return new Int32Array(size).fill(NONE);
}

/** Days as ISO dates, each written once: thousands of citizens share a few hundred of them. */
function dateTexts(): (day: Day) => string {
  const texts = new Map<Day, string>();
  return (day) => {
    const text = texts.get(day) ?? formatDay(day);
    texts.set(day, text);
    return text;
  };
}
