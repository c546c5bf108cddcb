import { rollup } from "d3-array";
import type { Notice } from "../core/index.js";
import type { FollowedReferral, Outcomes } from "../outcomes/index.js";
import { lintPayment } from "./lint.js";
import { referralsTo } from "./referrals.js";
import type { ArmTerms, PaymentPlan } from "./terms.js";
import type { Settled } from "./settled.js";
import type { LineItem, Unpaid } from "./types.js";

/**
 * What the plan is silent on, amounts (cautions) and what a default was taken for (info), and which payments somebody
 * must look at: nothing is invented for either. Spells without a last day are told of where nothing is known beyond the
 * day of the statement: bonuses then hang on the extract being complete up to it.
 */
export function statementNotices(
  outcomes: Outcomes,
  plan: PaymentPlan,
  { items, unpaid }: Settled,
): readonly Notice[] {
  return [
    ...lintPayment(plan, outcomes.protocol),
    ...plan.terms.flatMap((terms) => referralNotices(outcomes, terms)),
    ...plan.terms.flatMap(({ arm }) => endsMissing(unpaid, arm)),
    ...plan.terms.flatMap(({ arm }) =>
      outsideContract(
        items.filter((item) => item.arm === arm),
        arm,
        plan,
      ),
    ),
    ...openSpells(outcomes),
  ];
}

/** Courses without an end that have run for longer than they may, and the weeks that aren't paid. */
function endsMissing(unpaid: readonly Unpaid[], arm: string): readonly Notice[] {
  const own = unpaid.flatMap(({ arm: of, weeks }) => (of === arm && weeks !== undefined ? [weeks] : []));
  if (own.length === 0) return [];
  const weeks = own.reduce((sum, each) => sum + each, 0);
  return [{ code: "course-end-missing", severity: "warning", arm, count: own.length, weeks }];
}

function openSpells({ histories, asOf }: Outcomes): readonly Notice[] {
  if (histories.observedUntil !== asOf) return [];
  return histories.notices.flatMap(({ code, spells }) =>
    code === "open-spells"
      ? [
          {
            code: "spells-taken-as-open",
            severity: "caution",
            spells: Number(spells),
            observedUntil: asOf,
          } as const,
        ]
      : [],
  );
}

function referralNotices(outcomes: Outcomes, { arm, base, bonuses }: ArmTerms): readonly Notice[] {
  const arms = outcomes.protocol.arms.map(({ id }) => id);
  const own = referralsTo(outcomes, arm);
  const again = outcomes.furtherReferrals.filter((referral) => referral.arm === arm).length;
  const elsewhere = own.filter(
    ({ course }) => course !== undefined && course.deliveredBy !== arm && arms.includes(course.deliveredBy),
  ).length;
  const byCourse = base !== undefined && base.per !== "referral";
  const undated = byCourse ? own.filter(startIsMissing).length : 0;
  const teamless = base?.per === "team" ? own.filter(teamIsMissing).length : 0;
  const unreported = own.filter(({ participation }) => participation === "not-reported").length;
  const early = own.filter(({ course, referredOn }) => (course?.startedOn ?? referredOn) < referredOn).length;
  const strangers = own.flatMap(({ course }) =>
    course === undefined || arms.includes(course.deliveredBy) ? [] : [course.deliveredBy],
  );
  const names = [...new Set(strangers)].toSorted();
  return [
    { code: "course-not-reported", severity: "caution", arm, count: unreported } as const,
    { code: "start-before-referral", severity: "caution", arm, count: early } as const,
    {
      code: "further-referrals-without-bonus",
      severity: "caution",
      arm,
      count: bonuses.length === 0 ? 0 : again,
    } as const,
    { code: "delivered-by-another", severity: "warning", arm, count: elsewhere } as const,
    { code: "deliverer-unknown", severity: "warning", arm, count: strangers.length, names } as const,
    { code: "start-missing", severity: "warning", arm, count: undated } as const,
    { code: "team-missing", severity: "warning", arm, count: teamless } as const,
    {
      code: "team-names-alike",
      severity: "warning",
      arm,
      count: base?.per === "team" ? namesAlike(own) : 0,
    } as const,
  ].filter(({ count }) => count > 0);
}

/** A course that ran, by its own report, without a day on which it started. */
function startIsMissing({ participation, course }: FollowedReferral): boolean {
  return (participation === "running" || participation === "completed") && course?.startedOn === undefined;
}

function teamIsMissing({ course }: FollowedReferral): boolean {
  return course?.startedOn !== undefined && course.team === undefined;
}

/** How many teams have a name that another has too, but for capitals and spaces. */
function namesAlike(own: readonly FollowedReferral[]): number {
  const names = [...new Set(own.flatMap(({ course }) => course?.team ?? []))];
  const plainly = rollup(
    names,
    (alike) => alike.length,
    (name) => name.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase(),
  );
  return [...plainly.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

/** Lines dated before the contract's first day, and those of referrals after its last; a bonus may well fall due later. */
function outsideContract(
  items: readonly LineItem[],
  arm: string,
  { startsOn = "", endsOn = "9999-12-31" }: PaymentPlan,
): readonly Notice[] {
  const count = items.filter(
    ({ kind, date, referredOn = date }) =>
      kind !== "cap" && kind !== "minimum" && (date < startsOn || referredOn > endsOn),
  ).length;
  return count === 0 ? [] : [{ code: "outside-contract", severity: "caution", arm, count }];
}
