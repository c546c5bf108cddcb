import type { Notice } from "../core/index.js";
import type { Outcomes, Participant } from "../outcomes/index.js";
import { lintPayment } from "./lint.js";
import type { ArmTerms, PaymentPlan } from "./terms.js";

/**
 * Which amounts the plan is silent on, and which payments somebody must look at: nothing is invented for either.
 * The defaults that were taken are for the lint to name.
 */
export function statementNotices(outcomes: Outcomes, plan: PaymentPlan): readonly Notice[] {
  const { participants, protocol } = outcomes;
  const referrals = participants.reduce((sum, participant) => sum + participant.referrals - 1, 0);
  return [
    ...lintPayment(plan, protocol).filter(({ severity }) => severity !== "info"),
    ...(referrals === 0
      ? []
      : [{ code: "further-referrals-not-settled", severity: "warning", referrals } as const]),
    ...plan.terms.flatMap((terms) => courseNotices(participants, terms)),
  ];
}

function courseNotices(participants: readonly Participant[], { arm, base }: ArmTerms): readonly Notice[] {
  const own = participants.filter((participant) => participant.arm === arm);
  const elsewhere = own.filter(({ course }) => course !== undefined && course.deliveredBy !== arm).length;
  const byCourse = base !== undefined && base.per !== "referral";
  const undated = byCourse ? own.filter(startIsMissing).length : 0;
  const teamless = base?.per === "team" ? own.filter(teamIsMissing).length : 0;
  return [
    { code: "delivered-by-another", severity: "warning", arm, count: elsewhere } as const,
    { code: "start-missing", severity: "warning", arm, count: undated } as const,
    { code: "team-missing", severity: "warning", arm, count: teamless } as const,
  ].filter(({ count }) => count > 0);
}

/** A course that ran, by its own report, without a day on which it started. */
function startIsMissing({ participation, course }: Participant): boolean {
  return (participation === "running" || participation === "completed") && course?.startedOn === undefined;
}

function teamIsMissing({ course }: Participant): boolean {
  return course?.startedOn !== undefined && course.team === undefined;
}
