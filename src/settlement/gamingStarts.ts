import { addSpan, parseDay, weekdayOf, type Day, type Notice, type Span } from "../core/index.js";
import type { Outcomes, Participant } from "../outcomes/index.js";
import { binomialSign } from "./gamingCounts.js";
import type { CountedSign } from "./gamingTypes.js";

const WEEK = 7;
const FRIDAY = 5;

/** What is found, or why there is nothing to find. */
export interface StartSigns {
  readonly signs: readonly CountedSign[];
  readonly notices: readonly Notice[];
}

/**
 * Courses that started on the last working days before the deadline: more than on the same days of the week before?
 *
 * While the number of starts is constant or falls with time, half of both at most are on the last; that is tested,
 * exactly given their number. The same weekdays, Monday to Friday, because courses begin on fixed days of the week
 * in many places: held against the days just before them, Mondays alone would make a sign. Only citizens whose
 * deadline has passed by `asOf`. A team that starts as one is one decision: it counts once, by its citizen who was
 * referred first.
 *
 * @param deadlineOf How long after the referral a course has to start.
 * @param workingDays From 1 to 5.
 */
export function startSigns(
  { participants, protocol, asOf: date }: Outcomes,
  deadlineOf: (arm: string) => Span | undefined,
  workingDays: number,
): StartSigns {
  const asOf = parseDay(date, "outcomes.asOf");
  const found = protocol.arms.map(({ id: arm }): StartSigns => {
    const deadline = deadlineOf(arm);
    if (deadline === undefined) return absent(arm, "no-deadline");
    const own = startingAlone(participants.filter((participant) => participant.arm === arm));
    const times = own.flatMap((participant) => timeOf(participant, deadline, workingDays, asOf));
    if (times.includes("too-short")) return absent(arm, "deadline-too-short");
    const last = times.filter((time) => time === "last").length;
    const before = times.filter((time) => time === "before").length;
    const total = last + before;
    const subject = { code: "starts-before-deadline", arm, within: deadline, workingDays } as const;
    return {
      signs: [binomialSign(subject, { events: last, total }, { events: before, total }, 1 / 2)],
      notices: [],
    };
  });
  return {
    signs: found.flatMap(({ signs }) => signs),
    notices: found.flatMap(({ notices }) => notices),
  };
}

function absent(arm: string, reason: string): StartSigns {
  const sign = "starts-before-deadline";
  return { signs: [], notices: [{ code: "sign-absent", severity: "info", sign, arm, reason }] };
}

/**
 * Citizens whose starts don't hang together: of each team only the first referred of those who started, by whose
 * deadline the team has to start.
 */
function startingAlone(own: readonly Participant[]): readonly Participant[] {
  const firsts = new Map<string, Participant>();
  for (const participant of own) {
    const { course } = participant;
    if (course?.team === undefined || !hasStarted(participant)) continue;
    const first = firsts.get(course.team);
    if (first === undefined || participant.referredOn < first.referredOn)
      firsts.set(course.team, participant);
  }
  return own.filter((participant) => {
    const team = participant.course?.team;
    return team === undefined || !hasStarted(participant) || firsts.get(team) === participant;
  });
}

function hasStarted({ course, participation }: Participant): boolean {
  return course?.startedOn !== undefined && participation !== "never-started";
}

/** When a course started: on the last working days of its deadline, on those a week before, or at another time. */
function timeOf(
  { referredOn, course, participation }: Participant,
  deadline: Span,
  workingDays: number,
  asOf: Day,
): readonly ("last" | "before" | "too-short")[] {
  const referred = parseDay(referredOn, "referredOn");
  const latest = addSpan(referred, deadline);
  if (latest > asOf) return [];
  const days = workingDaysTo(latest, workingDays);
  if ((days.at(-1) ?? latest) - WEEK < referred) return ["too-short"];
  if (course?.startedOn === undefined || participation === "never-started") return [];
  const startedOn = parseDay(course.startedOn, "startedOn");
  if (days.includes(startedOn)) return ["last"];
  return days.includes(startedOn + WEEK) ? ["before"] : [];
}

/** The last so many working days up to a day, the latest first. */
function workingDaysTo(last: Day, count: number): readonly Day[] {
  const days: Day[] = [];
  for (let day = last; days.length < count; day--) if (weekdayOf(day) <= FRIDAY) days.push(day);
  return days;
}
