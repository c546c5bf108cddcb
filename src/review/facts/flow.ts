import { mean } from "simple-statistics";
import { parseDay } from "../../core/index.js";
import type { Outcomes, Participant } from "../../outcomes/index.js";
import type { ArmFlow, FlowFacts } from "../types.js";

const NONE: Record<Participant["participation"], number> = {
  "running": 0,
  "completed": 0,
  "returned": 0,
  "expired": 0,
  "withdrawn": 0,
  "never-started": 0,
  "not-reported": 0,
};

/** Counts how everyone in the ledger went through their course. */
export function flowOf(outcomes: Outcomes, primary: string): FlowFacts {
  const { participants } = outcomes;
  const referrals = participants.reduce((sum, participant) => sum + participant.referrals, 0);
  const matureThrough = outcomes.matureThrough[primary] ?? "";
  return {
    referrals,
    citizens: participants.length,
    referredAgain: referrals - participants.length,
    arms: outcomes.protocol.arms.map(({ id, name }) =>
      armFlow(
        id,
        name,
        participants.filter(({ arm }) => arm === id),
        matureThrough,
      ),
    ),
  };
}

function armFlow(
  arm: string,
  name: string,
  participants: readonly Participant[],
  matureThrough: string,
): ArmFlow {
  const participation = { ...NONE };
  for (const participant of participants) participation[participant.participation] += 1;
  const lengths = participants.filter(({ referredOn }) => referredOn <= matureThrough).flatMap(daysOfCourse);
  const meanCourseDays = lengths.length === 0 ? null : mean(lengths);
  return { arm, name, allocated: participants.length, participation, meanCourseDays };
}

function daysOfCourse({ course, participation }: Participant): number[] {
  if (participation === "running" || course?.startedOn === undefined || course.endedOn === undefined)
    return [];
  return [parseDay(course.endedOn, "endedOn") - parseDay(course.startedOn, "startedOn") + 1];
}
