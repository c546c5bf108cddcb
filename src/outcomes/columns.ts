import { formatDay, type Day } from "../core/index.js";
import type { Destination, Outcome, OutcomeReason, OutcomeStatus } from "./types.js";
import type { Verdict } from "./verdict.js";

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
      const where = DESTINATIONS[destination[index] ?? -1];
      const last = end[index] ?? NONE;
      return {
        status: STATUSES[status[index] ?? 0] ?? "unknown",
        reason: REASONS[reason[index] ?? 0] ?? "no-history",
        ...dated("windowFrom", from[index]),
        ...dated("windowTo", last === NONE ? NONE : last - 1),
        ...dated("reachedOn", reached[index]),
        ...dated("certainOn", certain[index]),
        ...(where === undefined ? {} : { destination: where }),
      };
    },
  };
}

function dayColumn(size: number): Int32Array {
  return new Int32Array(size).fill(NONE);
}

function dated<Name extends string>(name: Name, day: Day | undefined): { readonly [Key in Name]?: string } {
  return (day === undefined || day === NONE ? {} : { [name]: formatDay(day) }) as { [Key in Name]?: string };
}
