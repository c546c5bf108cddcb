import { parseDay, type Day } from "../core/index.js";
import { asksForCourse, type Criterion, type Outcome, type Participant } from "../outcomes/index.js";
import type { Stay } from "./liabilityAhead.js";

/**
 * Where someone stands who is waited for. Where a criterion's window hangs on the course: `waiting` for it to
 * start, `running`, or `ended`; `undated` where it ended on a day that nobody wrote down. `referred` where the
 * window hangs on the referral.
 */
export type Standing = "referred" | "waiting" | "running" | "ended" | "undated";

/** A pending citizen, and for how long in a standing. */
export interface Pending {
  readonly place: number;
  readonly standing: Standing;
  /** The day from which its days are counted. */
  readonly since: Day;
  readonly elapsed: number;
}

/** What came of everyone, by how they stood, and who is still waited for. */
export interface Standings {
  readonly stays: Readonly<Record<Standing, readonly Stay[]>>;
  readonly pending: readonly Pending[];
}

/** One citizen's way: each standing from its first day to the first of the next. */
interface Step {
  readonly standing: Standing;
  readonly since: Day;
  readonly until: Day;
}

/**
 * Sorts citizens by how they stand, and for how long.
 *
 * Pending outcomes are comparable with decided ones where the days are counted from what their window hangs on:
 * the referral; or the course, before it starts from the referral, while it runs from its first day and afterwards
 * from its last. Someone whose course still runs after ten weeks is held against those whose course lasted
 * longer than ten weeks, not against those who had found work by then.
 *
 * @param asOf The evening that the criterion is measured as of.
 */
export function standingsOf(
  criterion: Criterion,
  members: readonly {
    readonly participant: Participant;
    readonly outcome: Outcome;
    readonly place: number;
  }[],
  asOf: Day,
): Standings {
  const stays: Record<Standing, Stay[]> = { referred: [], waiting: [], running: [], ended: [], undated: [] };
  const pending: Pending[] = [];
  for (const { participant, outcome, place } of members) {
    const end = endOf(outcome.status, participant, criterion);
    if (end === undefined) continue;
    const decidedOn = outcome.status === "pending" ? asOf : decisionDay(outcome, asOf);
    const steps = stepsOf(criterion, participant);
    for (const { standing, since, until } of steps) {
      const time = decidedOn - since;
      const stayed = Math.min(until, decidedOn) - since;
      if (stayed > 0) stays[standing].push({ place, stayed, time, end });
    }
    if (end !== "pending") continue;
    const now = steps.findLast(({ since }) => since <= asOf) ?? steps[0];
    if (now === undefined) continue;
    pending.push({ place, standing: now.standing, since: now.since, elapsed: Math.max(0, asOf - now.since) });
  }
  return { stays, pending };
}

/** Unknown outcomes tell nothing. Who never started can't succeed any more, which is decided though the window is open. */
function endOf(
  status: Outcome["status"],
  { participation }: Participant,
  criterion: Criterion,
): Stay["end"] | undefined {
  if (status === "unknown") return undefined;
  return status === "pending" && asksForCourse(criterion) && participation === "never-started"
    ? "failure"
    : status;
}

function decisionDay({ certainOn, reachedOn, windowTo }: Outcome, asOf: Day): Day {
  const date = certainOn ?? reachedOn ?? windowTo;
  return date === undefined ? asOf : parseDay(date, "outcomes.certainOn");
}

function stepsOf({ window }: Criterion, { referredOn, course, participation }: Participant): readonly Step[] {
  const referred = parseDay(referredOn, "participants.referredOn");
  const { anchor } = window;
  if (anchor === "referral" || anchor === "spell-start") {
    return [{ standing: "referred", since: referred, until: Infinity }];
  }
  const begun = participation !== "never-started" && participation !== "not-reported";
  if (!begun) return [{ standing: "waiting", since: referred, until: Infinity }];
  const [started, ended] = [courseDay(course?.startedOn), courseDay(course?.endedOn)];
  if (ended === undefined && participation !== "running") {
    return [{ standing: "undated", since: referred, until: Infinity }];
  }
  const since = started ?? referred;
  const waiting: Step = { standing: "waiting", since: referred, until: started ?? ended ?? Infinity };
  if (anchor === "course-start") return [waiting, { standing: "running", since, until: Infinity }];
  const running: Step = { standing: "running", since, until: ended ?? Infinity };
  return ended === undefined
    ? [waiting, running]
    : [waiting, running, { standing: "ended", since: ended, until: Infinity }];
}

function courseDay(date: string | undefined): Day | undefined {
  return date === undefined ? undefined : parseDay(date, "participants.course");
}
