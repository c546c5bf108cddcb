import type { Day } from "../core/index.js";
import { verdictColumns, type VerdictColumns } from "./columns.js";
import type { ReportedCourses } from "./reported-courses.js";
import { NEVER } from "./days.js";
import { destinationFinder } from "./destination.js";
import type { Enrollment } from "./enrollment.js";
import { evidenceOf, type Evidence } from "./evidence.js";
import type { Frame } from "./frame.js";
import type { Observation } from "./observation.js";
import { referredOf, type Referred } from "./referred.js";
import type { Roster } from "./roster.js";
import { looksAtSameDays, type Rule } from "./rule.js";
import { succeededBy } from "./success.js";
import { count, newTally, type Tally } from "./tally.js";
import type { Anchor } from "./types.js";
import type { Verdict } from "./judge.js";
import { verdictFrom } from "./verdict.js";

export const ANCHORS: readonly Anchor[] = ["contract", "referral"];

/** The verdicts of everyone by each criterion, at its position, and anchor. */
export interface Measured {
  readonly tally: Readonly<Tally>;
  readonly columns: readonly Readonly<Record<Anchor, VerdictColumns>>[];
}

/** Judges every participant by every criterion and both anchors, one pass over the participants. */
export function measure(
  frame: Frame,
  { entries, positions }: Roster,
  { citizenOf, referredOn }: Enrollment,
  { startedOn, endedOn, endReason, deliveredBy }: ReportedCourses,
): Measured {
  const columns = verdictColumns(entries.length, frame.rules);
  const judgeBy = judging(destinationFinder(frame.horizon));
  const tasks = frame.rules.map((rule, number) => ({
    rule,
    number,
    alike: frame.rules.findIndex((other) => looksAtSameDays(other, rule)),
    judges: ANCHORS.flatMap((anchor) => {
      const own = columns[number]?.[anchor];
      return own === undefined ? [] : [judgeBy(rule, anchor, own)];
    }),
  }));
  const tally = newTally();
  const seen: (Evidence | undefined)[] = []; // by the rule that is the first to look at these days
  let index = -1;
  for (const entry of entries) {
    const position = positions[++index] ?? 0;
    const days = {
      referredOn: referredOn[position] ?? NEVER,
      startedOn: startedOn[position] ?? NEVER,
      endedOn: endedOn[position] ?? NEVER,
    };
    const referred = referredOf(days, endReason.read(position), entry.stratum, frame.asOf, frame.longest);
    const observation = frame.observe(citizenOf[position] ?? -1, days.referredOn);
    count(tally, entry, referred, deliveredBy.read(position), observation, frame.longest.fits);
    for (const { rule, number, alike, judges } of tasks) {
      const evidence = alike < number ? seen[alike] : observation && evidenceOf(rule, observation);
      seen[number] = evidence;
      for (const judge of judges) judge(index, referred, evidence, observation);
    }
  }
  return { columns, tally };
}

/** Judges one participant and writes down the verdict. */
type Judge = (
  index: number,
  referred: Referred,
  evidence: Evidence | undefined,
  observation: Observation | undefined,
) => void;

function judging(
  whereabouts: ReturnType<typeof destinationFinder>,
): (rule: Rule, anchor: Anchor, columns: VerdictColumns) => Judge {
  return (rule, anchor, columns) => (index, referred, evidence, observation) => {
    const verdict = verdictFrom(rule, anchor, referred, evidence, observation);
    const day = verdict.reachedOn ?? lastDay(verdict, rule.asOf);
    const destination =
      day === undefined || observation === undefined ? undefined : whereabouts(day, observation, rule.from);
    const succeeded = succeededBy(rule, verdict, anchor, referred, observation);
    columns.write(index, verdict, succeeded, destination);
  };
}

/** The last day of a window that is complete. */
function lastDay({ window }: Verdict, asOf: Day): Day | undefined {
  return window !== undefined && window.end <= asOf + 1 ? window.end - 1 : undefined;
}
