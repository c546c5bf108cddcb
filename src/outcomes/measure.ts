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
  { citizenOf, referredOn, arm }: Enrollment,
  { startedOn, endedOn, endReason, deliveredBy }: ReportedCourses,
): Measured {
  const { arms, asOf, longest, observe } = frame;
  const destinationOn = destinationFinder(frame.horizon);
  const columns = verdictColumns(entries.length, frame.rules, (index, day, from) => {
    const position = positions[index] ?? 0;
    const observation = observe(citizenOf[position] ?? -1, referredOn[position] ?? NEVER);
    return observation && destinationOn(day, observation, from);
  });
  const tasks = frame.rules.map((rule, number) => ({
    rule,
    number,
    alike: frame.rules.findIndex((other) => looksAtSameDays(other, rule)),
    judges: ANCHORS.flatMap((anchor) => {
      const own = columns[number]?.[anchor];
      return own === undefined ? [] : [judging(rule, anchor, own)];
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
    const referred = referredOf(days, endReason.read(position), entry, asOf, longest);
    const observation = observe(citizenOf[position] ?? -1, days.referredOn);
    const deliverer = deliveredBy.read(position) ?? "";
    const delivery =
      deliverer === arm.read(position) ? "own" : arms.has(deliverer) ? "another" : { stranger: deliverer };
    const permittedEnd = longest.limitOf(entry, referred.startedOn ?? days.referredOn);
    count(tally, referred, observation, delivery, longest.fits(entry), permittedEnd);
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

function judging(rule: Rule, anchor: Anchor, columns: VerdictColumns): Judge {
  return (index, referred, evidence, observation) => {
    const verdict = verdictFrom(rule, anchor, referred, evidence, observation);
    columns.write(index, verdict, succeededBy(rule, verdict, anchor, referred, observation));
  };
}
