import type { Notice } from "../core/index.js";
import type { FollowedReferral, Outcomes } from "../outcomes/index.js";
import { lintPayment } from "./lint.js";
import { referralsTo } from "./referrals.js";
import type { ArmTerms, PaymentPlan } from "./terms.js";

/**
 * Which amounts the plan is silent on, and which payments somebody must look at: nothing is invented for either.
 * The defaults that were taken are for the lint to name.
 */
export function statementNotices(outcomes: Outcomes, plan: PaymentPlan): readonly Notice[] {
  return [
    ...lintPayment(plan, outcomes.protocol).filter(({ severity }) => severity !== "info"),
    ...plan.terms.flatMap((terms) => referralNotices(outcomes, terms)),
  ];
}

function referralNotices(outcomes: Outcomes, { arm, base, bonuses }: ArmTerms): readonly Notice[] {
  const own = referralsTo(outcomes, arm);
  const again = outcomes.furtherReferrals.filter((referral) => referral.arm === arm).length;
  const elsewhere = own.filter(({ course }) => course !== undefined && course.deliveredBy !== arm).length;
  const byCourse = base !== undefined && base.per !== "referral";
  const undated = byCourse ? own.filter(startIsMissing).length : 0;
  const teamless = base?.per === "team" ? own.filter(teamIsMissing).length : 0;
  return [
    {
      code: "further-referrals-without-bonus",
      severity: "caution",
      arm,
      count: bonuses.length === 0 ? 0 : again,
    } as const,
    { code: "delivered-by-another", severity: "warning", arm, count: elsewhere } as const,
    { code: "start-missing", severity: "warning", arm, count: undated } as const,
    { code: "team-missing", severity: "warning", arm, count: teamless } as const,
  ].filter(({ count }) => count > 0);
}

/** A course that ran, by its own report, without a day on which it started. */
function startIsMissing({ participation, course }: FollowedReferral): boolean {
  return (participation === "running" || participation === "completed") && course?.startedOn === undefined;
}

function teamIsMissing({ course }: FollowedReferral): boolean {
  return course?.startedOn !== undefined && course.team === undefined;
}
