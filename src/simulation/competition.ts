import { startLedger, type AllocationRecord, type Ledger, type Referral } from "../allocation/index.js";
import type { CountRow } from "../benchmark/index.js";
import {
  addSpans,
  digestOf,
  formatDay,
  isoWeekOf,
  parseDay,
  seededStream,
  type Day,
  type RandomStream,
} from "../core/index.js";
import type { Spell } from "../histories/index.js";
import { longestCourse, type Course, type CourseLength } from "../outcomes/index.js";
import type { Protocol } from "../protocol/index.js";
import type { Assumptions } from "./assumptions.js";
import { between, chance, pick } from "./chance.js";
import { simulateCourse } from "./course.js";
import { drawWeek } from "./draw.js";
import { simulateLife, type Stay } from "./life.js";
import { checkedOptions, type SimulationOptions } from "./options.js";
import { simulatePeers } from "./peers.js";

/** A synthetic competition: everything that a real one leaves behind, and the key of its draw. */
export interface Competition {
  readonly key: string;
  readonly referrals: readonly Referral[];
  readonly ledger: Ledger;
  readonly courses: readonly Course[];
  readonly spells: readonly Spell[];
  readonly municipalities: readonly CountRow[];
}

/**
 * Makes a synthetic competition that follows a protocol: citizens are referred week by week, drawn
 * by the protocol's own design, and live on under stated assumptions. Whom the arms' quotas have no room
 * for isn't referred, nor anyone after the last day of intake: a week that it cuts short has fewer referrals.
 *
 * @param protocol Any protocol whose course extensions have a length.
 * @param options `assumptions`: see {@link Assumptions}; `seed`: the same seed gives the same
 * competition, byte for byte, on every machine.
 * @returns Referrals, ledger with the key of its draw, courses, spells, and the rows of comparable
 * municipalities where the protocol plans a benchmark.
 * @throws CompetitionError `impossible-input`, `seed-required`, `missing-option`, `unknown-option`, `impossible-option`;
 *   `stratum-unassumed` where a stratum has no assumed levels.
 *
 * @example
 * simulateCompetition(tenders.fredericiaA, { assumptions, seed: "fredericia-2005" }).ledger.head
 */
export function simulateCompetition(protocol: Protocol, options: SimulationOptions): Competition {
  const { assumptions, seed } = checkedOptions(protocol, options);
  const key = digestOf(`simulated key|${seed}`);
  const from = parseDay(assumptions.intakeFrom, "assumptions.intakeFrom");
  const lastIntake = parseDay(assumptions.intakeUntil, "assumptions.intakeUntil");
  const until = parseDay(assumptions.observedUntil, "assumptions.observedUntil") + 1;
  const intake = seededStream(seed, "simulation/intake");

  const referrals: Referral[] = [];
  const courses: Course[] = [];
  const spells: Spell[] = [];
  const again: Referral[] = [];
  const lives = new Map<string, readonly Stay[]>();
  const { digest, arms, allocation } = protocol; // the ledger of an example has no need of the other parts' digests
  const opening = startLedger({ digest, arms, allocation }, { key, date: formatDay(from), mode: "live" });
  let { ledger } = opening;
  for (let monday = from; monday <= lastIntake; monday += 7) {
    if (assumptions.closedWeeks.includes(isoWeekOf(monday).week)) continue;
    const due = again
      .filter(({ referredOn }) => referredOn < formatDay(monday))
      .map((referral) => moved(intake, referral, monday));
    again.splice(0, again.length, ...again.filter(({ referredOn }) => referredOn >= formatDay(monday)));
    const fresh = newcomers(intake, monday, referrals.length, assumptions, seed);
    const week = [...due, ...fresh]
      .filter(({ referredOn }) => referredOn <= formatDay(lastIntake))
      .toSorted(byDateThenCitizen);
    const drawn = drawWeek(ledger, week, key, formatDay(Math.min(monday + 6, lastIntake)));
    ledger = drawn.ledger;
    referrals.push(...drawn.referrals);
    for (const entry of drawn.entries) {
      const stays = lives.get(entry.citizen) ?? liveOn(protocol, assumptions, entry, seed, until);
      courses.push(follow(protocol, entry, stays, seed, until));
      if (lives.has(entry.citizen)) continue;
      lives.set(entry.citizen, stays);
      spells.push(...stays.map((stay) => spellOf(entry.citizen, stay)));
      const relapse = referredAgain(stays, entry, seed);
      const original = week.find(({ citizen }) => citizen === entry.citizen);
      if (relapse !== undefined && original !== undefined) {
        again.push({ ...original, referredOn: formatDay(relapse) });
      }
    }
  }
  const municipalities =
    protocol.benchmark === undefined ? [] : simulatePeers(protocol.benchmark, assumptions.peers, seed);
  return { key, referrals, ledger, courses, spells, municipalities };
}

function newcomers(
  stream: RandomStream,
  monday: Day,
  before: number,
  assumptions: Assumptions,
  seed: string | number,
): Referral[] {
  const [least, most] = assumptions.perWeek;
  return Array.from({ length: between(stream, least, most) }, (_, index) => {
    const strata = Object.entries(assumptions.strata).map(([column, levels]) => [
      column,
      pick(stream, levels),
    ]);
    return {
      citizen: `b${digestOf(`citizen|${seed}|${before + index}`).slice(0, 11)}`,
      referredOn: formatDay(monday + between(stream, 0, 4)),
      ...(Object.fromEntries(strata) as Record<string, string>),
    };
  });
}

function moved(stream: RandomStream, referral: Referral, monday: Day): Referral {
  return { ...referral, referredOn: formatDay(monday + between(stream, 0, 4)) };
}

function byDateThenCitizen(a: Referral, b: Referral): number {
  const left = `${a.referredOn} ${a.citizen}`;
  const right = `${b.referredOn} ${b.citizen}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

function liveOn(
  protocol: Protocol,
  assumptions: Assumptions,
  entry: AllocationRecord,
  seed: string | number,
  until: Day,
): readonly Stay[] {
  const referredOn = parseDay(entry.referredOn, "referredOn");
  return simulateLife(seededStream(seed, "simulation/life", entry.sequence), {
    referredOn,
    pace: assumptions.pace[entry.arm] ?? 100,
    groupPace: groupPaceOf(assumptions, entry),
    courseLimit: addSpans(referredOn, longestCourse(protocol.course)),
    until,
  });
}

function groupPaceOf({ groupPace = {} }: Assumptions, { stratum }: AllocationRecord): number {
  return Object.entries(groupPace).reduce(
    (percent, [column, levels]) => (percent * (levels[stratum[column] ?? ""] ?? 100)) / 100,
    100,
  );
}

function follow(
  protocol: Protocol,
  entry: AllocationRecord,
  stays: readonly Stay[],
  seed: string | number,
  until: Day,
): Course {
  return simulateCourse(seededStream(seed, "simulation/course", entry.sequence), {
    citizen: entry.citizen,
    referredOn: parseDay(entry.referredOn, "referredOn"),
    arm: entry.arm,
    length: lengthFor(protocol.course.lengths, entry.stratum),
    stays,
    until,
  });
}

function lengthFor(
  lengths: readonly CourseLength[],
  stratum: Readonly<Record<string, string>>,
): CourseLength {
  const own = lengths.find(({ group }) =>
    Object.entries(group ?? {}).every(([column, level]) => stratum[column] === level),
  );
  return own ?? (lengths[0] as CourseLength);
}

const WEEKS_BEFORE_ANOTHER_REFERRAL = 8;

/** The day on which someone who fell back to cash assistance is referred anew: half of them, once. */
function referredAgain(
  stays: readonly Stay[],
  entry: AllocationRecord,
  seed: string | number,
): Day | undefined {
  const stream = seededStream(seed, "simulation/again", entry.sequence);
  const back = stays.filter(({ state }) => state === "cash-assistance")[1];
  if (back === undefined || !chance(stream, 5000)) return undefined;
  const day = back.start + 7 * WEEKS_BEFORE_ANOTHER_REFERRAL;
  return back.end === undefined || back.end > day + 28 ? day : undefined;
}

function spellOf(citizen: string, { state, start, end }: Stay): Spell {
  return { citizen, state, from: formatDay(start), ...(end === undefined ? {} : { to: formatDay(end - 1) }) };
}
