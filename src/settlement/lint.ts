import type { Notice } from "../core/index.js";
import type { CourseTerms, Criterion } from "../outcomes/index.js";
import { checkGiven } from "./given.js";
import { checkShape } from "./plan.js";
import type { ArmTerms, PaymentPlan } from "./terms.js";

/** What the lint asks of a protocol. */
export interface LintedProtocol {
  readonly arms: readonly { readonly id: string }[];
  readonly course: CourseTerms;
  readonly criteria: readonly Criterion[];
}

type Term =
  | "all"
  | "base"
  | "bonus"
  | "degree"
  | "extension"
  | "contract-end"
  | "expired"
  | "referred-again"
  | "each-or-once"
  | "relapse"
  | "vat";

/**
 * Names what payment terms leave open: as cautions the amounts that nobody stated, as info what a default was
 * taken for.
 *
 * @returns `term-missing` with the `arm` and what is missing in `term`. Cautions: `all` (an arm without terms),
 *   `base`, `bonus` (of a criterion of the contract), `degree` (one without an amount of its own, which is paid the
 *   full one), `extension` (weeks beyond the stated length, which are paid as others), `contract-end` (minimums
 *   without a last day). Info: `expired` (a course that ran out keeps its base payment), `referred-again` (whether a citizen
 *   who is referred again gives another bonus: the base is paid for each referral, bonuses go by the first), `each-or-once` (several
 *   bonuses, each of which is paid), `relapse` (nothing is paid back), `vat` (none is added).
 *   `term-without-base`, a caution, for `noBaseFor` and `lateStart` (in `term`) where no base is stated: the former does
 *   nothing, the latter is taken off whole. And `payable-unstated` for a criterion that is paid for and doesn't say when, as `lintCriterion` names it.
 *
 * @example
 * lintPayment(tenders.fredericiaA.payment, tenders.fredericiaA)[0]; // { code: "term-missing", arm: "municipal", term: "all", … }
 * @example
 * lintPayment({ terms: [] }, protocol).length; // one for each arm
 */
export function lintPayment(plan: PaymentPlan, protocol: LintedProtocol): readonly Notice[] {
  checkShape(plan);
  checkGiven("lintPayment", { protocol });
  const paid = plan.terms.flatMap(({ bonuses }) => bonuses.map(({ criterion }) => criterion));
  return [
    ...protocol.arms.flatMap(({ id }) => {
      const terms = plan.terms.find(({ arm }) => arm === id);
      return terms === undefined ? [caution(id, "all")] : openTerms(terms, plan, protocol);
    }),
    ...protocol.criteria
      .filter(({ id, payable }) => payable === undefined && paid.includes(id))
      .map(({ id }): Notice => ({ code: "payable-unstated", severity: "info", criterion: id })),
  ];
}

function openTerms(
  terms: ArmTerms,
  { endsOn }: PaymentPlan,
  { course, criteria }: LintedProtocol,
): readonly Notice[] {
  const { arm, base, bonuses, noBaseFor = [], bonusesPaid, referredAgain, minimums = [], vat } = terms;
  const byWeek = base?.per === "week" && base.extension === undefined;
  const extended = course.lengths.some(({ extension }) => extension !== undefined);
  return [
    ...(base === undefined
      ? [
          caution(arm, "base"),
          ...(["noBaseFor", "lateStart"] as const).flatMap((term) => withoutBase(terms, term)),
        ]
      : []),
    ...criteria
      .filter(({ id, basis }) => basis === "contract" && !bonuses.some(({ criterion }) => criterion === id))
      .map(({ id }) => caution(arm, "bonus", { criterion: id })),
    ...openDegrees(terms, criteria),
    ...(byWeek && extended ? [caution(arm, "extension")] : []),
    ...(minimums.length > 0 && endsOn === undefined ? [caution(arm, "contract-end")] : []),
    ...(base !== undefined && !noBaseFor.includes("expired") ? [info(arm, "expired")] : []),
    ...(bonuses.length > 0 && referredAgain === undefined ? [info(arm, "referred-again")] : []),
    ...(bonuses.length > 1 && bonusesPaid === undefined ? [info(arm, "each-or-once")] : []),
    ...(bonuses.length > 0 && bonuses.every(({ clawback }) => clawback === undefined)
      ? [info(arm, "relapse")]
      : []),
    ...(vat === undefined ? [info(arm, "vat")] : []),
  ];
}

/** Terms about a base that isn't stated. */
function withoutBase(terms: ArmTerms, term: "noBaseFor" | "lateStart"): readonly Notice[] {
  const given = terms[term];
  return given === undefined || (Array.isArray(given) && given.length === 0)
    ? []
    : [{ code: "term-without-base", severity: "caution", arm: terms.arm, term }];
}

/** Degrees below the highest that are paid as much as it, for want of an amount. */
function openDegrees({ arm, bonuses }: ArmTerms, criteria: readonly Criterion[]): readonly Notice[] {
  return bonuses.flatMap(({ criterion, degrees: stated = {} }) => {
    const degrees = criteria.find(({ id }) => id === criterion)?.degrees ?? [];
    return degrees
      .slice(1)
      .filter(({ id }) => !Object.hasOwn(stated, id))
      .map(({ id }) => caution(arm, "degree", { criterion, degree: id }));
  });
}

type Facts = Readonly<Record<string, string>>;

function caution(arm: string, term: Term, facts: Facts = {}): Notice {
  return { code: "term-missing", severity: "caution", arm, term, ...facts };
}

function info(arm: string, term: Term): Notice {
  return { code: "term-missing", severity: "info", arm, term };
}
