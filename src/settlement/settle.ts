import { competitionError, provenanceOf } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import type { Outcomes } from "../outcomes/index.js";
import { statementFace } from "./face.js";
import { checkGiven } from "./given.js";
import { settleArm } from "./items.js";
import { statementNotices } from "./notices.js";
import { checkPlan } from "./plan.js";
import { joined } from "./settled.js";
import { monthsOf, totalsOf } from "./sums.js";
import type { PaymentPlan } from "./terms.js";
import type { LineItem, Statement, StatementData } from "./types.js";

const makeStatement: (data: StatementData) => Statement = resultMaker<StatementData>(statementFace);

/**
 * Tells what each arm is owed by `asOf`, line by line, from the very outcomes that the evaluation uses.
 *
 * Amounts are whole øre, so that the totals and the sums by month are those of their lines exactly. A line follows
 * one term of the plan and is made in these steps:
 *
 * 1. **What falls due, and when.** A base payment for each referral, a citizen's further ones too, by the terms of the
 *    arm that it went to: on the day of the referral, on the first day of the course, on the first day of a week that
 *    was begun (the last of a whole one), or on the first day of a team's first citizen; none for the end reasons in
 *    `noBaseFor`. A bonus for each success by the contract's own measure (not
 *    the referral-anchored one that compares the arms), on the outcome's `payableOn` where its criterion says when
 *    a success is paid, else on the day that made it certain; where the rate goes by degree, not before the degree
 *    is certain. Bonuses are a citizen's, not a referral's: by the arm and the outcome of the first referral, once (the
 *    notice `further-referrals-without-bonus` counts the others). Where `bonusesPaid` is `once`, only the one that falls
 *    due first. A deduction for a late start on the first day of the course, at most what caps leave by `asOf` of the
 *    base payments of that course (or its team), which together are never below 0; all of it where the plan states no
 *    base.
 * 2. **Its rate**, as indexed on that day, rounded to the øre.
 * 3. **Instalments** are parts of that rate: each is the running sum of the percents, rounded, less the earlier
 *    ones, so that they sum to the amount (where the index changes between two, each goes by its own day).
 * 4. **Relapse**: once the criterion in `unless` has certainly failed, so many percent of what had fallen due of
 *    the bonus by that day, less what caps of periods before it had taken off (the line's `aboveCaps`), are taken
 *    back on it, and what falls due later isn't paid.
 * 5. **Caps**, a negative line for each period that is exceeded, on its last day or, while it lasts, the last payment's, and
 * 6. **Minimums**, a positive line on the last day of each period that is over and was paid less, are held one
 *    period after the other as they end, and of those that end together the shorter first: in each the caps of base
 *    (late starts deducted) and of bonus (what was taken back deducted), those of all, then the minimum. So a
 *    minimum guarantees a period's pay before longer limits, and longer caps hold whatever it made up: a cap of all
 *    is only exceeded by a minimum of a longer period. What a cap takes off counts from then on as taken off base
 *    payments, each citizen's bonus and minimums in proportion to what was left of each in the period, in whole øre,
 *    so that no cap takes it off again. Limits of the whole contract count what falls due after its last day too.
 *    Caps and minimums aren't indexed, and periods that lie only in part within the contract have no minimum.
 * 7. **VAT** on each line by itself, rounded. Everywhere half an øre is rounded up in size.
 *
 * Nothing dated after `asOf` is a line; `unpaid` tells of every citizen and term what is still open, lost or
 * unknown, and why. Nothing is invented where the plan is silent: a missing base, a contract criterion without a
 * bonus or an arm without terms is the notice `term-missing`, as a caution; what a default was taken for, as info. Lines follow the draw and name their referral
 * (`referredOn`, and `sequence` in the ledger); what that leaves to be looked at is counted: `delivered-by-another`,
 * `start-missing`, `team-missing`, `team-names-alike` (teams whose names differ in capitals or spaces only),
 * `outside-contract` (lines from before `startsOn`, or of referrals after `endsOn`).
 *
 * @param plan The protocol's `payment`.
 * @returns A statement with `items` in order of arm, date and ledger sequence, `unpaid`, and sums by arm
 *   (`totals`) and by arm, month and kind (`months`).
 * @throws CompetitionError `not-planned` if the protocol has no payment; what `paymentIssues` finds, all at once;
 *   `outcome-undated` where an outcome has no day to pay on; `impossible-amount` where the lines come to more øre than
 *   sums are exact up to (2⁵³).
 * @example
 * settleAccounts(outcomes, protocol.payment).totals // [{ arm: "supplier", base: 0, bonus: 12_500_000, … }]
 * @example
 * settleAccounts(outcomes, { terms: [] }).items // [], with a notice for each arm
 */
export function settleAccounts(outcomes: Outcomes, plan: PaymentPlan | undefined): Statement {
  checkGiven("settleAccounts", { outcomes });
  const checked = checkPlan(outcomes, plan);
  const { terms } = checked;
  const { asOf, participants, protocol } = outcomes;
  const settling = {
    contract: checked,
    firstReferral: firstReferral(outcomes),
    teams: teamsOf(outcomes),
    asOf,
  };
  const { items, unpaid } = joined(
    protocol.arms.flatMap(({ id }) =>
      terms.flatMap((each, index) =>
        each.arm === id ? [settleArm(outcomes, { terms: each, place: `terms[${index}]` }, settling)] : [],
      ),
    ),
  );
  checkSums(items);
  return makeStatement({
    kind: "statement",
    method: "base-and-bonus",
    references: [],
    notices: statementNotices(outcomes, checked, { items, unpaid }),
    provenance: provenanceOf(
      "settleAccounts",
      { payment: { value: checked, source: "given" } },
      { participants: participants.length, outcomes: outcomes.provenance },
    ),
    asOf,
    criteria: protocol.criteria.map(({ id, name, degrees }) => ({
      id,
      name,
      ...(degrees === undefined
        ? {}
        : { degrees: degrees.map((degree) => ({ id: degree.id, name: degree.name })) }),
    })),
    items,
    unpaid,
    months: monthsOf(outcomes, items),
    totals: totalsOf(outcomes, items),
  });
}

function teamsOf({ participants, furtherReferrals }: Outcomes): ReadonlyMap<number, string> {
  return new Map(
    [...participants, ...furtherReferrals].flatMap(({ sequence, course }) =>
      course?.team === undefined ? [] : [[sequence, course.team] as const],
    ),
  );
}

/**
 * Amounts are exact up to 2⁵³ øre, together.
 *
 * @throws CompetitionError `impossible-amount`
 */
function checkSums(items: readonly LineItem[]): void {
  const sum = items.reduce((all, { amount, vat }) => all + Math.abs(amount) + Math.abs(vat), 0);
  if (sum <= Number.MAX_SAFE_INTEGER) return;
  throw competitionError({
    code: "impossible-amount",
    path: "payment",
    received: sum,
    expected: `terms that come to ${Number.MAX_SAFE_INTEGER} øre at most, up to which sums are exact`,
    hint: "Amounts are in øre; look for one with too many digits.",
  });
}

function firstReferral({ participants }: Outcomes): string | undefined {
  return participants.reduce<string | undefined>(
    (first, { referredOn }) => (first === undefined || referredOn < first ? referredOn : first),
    undefined,
  );
}
