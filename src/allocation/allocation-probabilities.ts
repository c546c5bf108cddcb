import {
  competitionError,
  deepFreeze,
  fastStream,
  parseDay,
  provenanceOf,
  resolveOptions,
  type GivenOptions,
  type Notice,
  type OptionRules,
  type Provenance,
} from "../core/index.js";
import type { TableInput } from "../tables/index.js";
import { choosing } from "./chance.js";
import { declaredPlan, type Declared, type DeclaredPlan } from "./declared.js";
import { procedureOf } from "./designs/table.js";
import { frozenReferrals } from "./frozen-referrals.js";
import { byMerging } from "./probabilities/merged.js";
import { plannedSteps, type PlannedSteps } from "./probabilities/planned.js";
import { byEnumeration, bySimulation, type Found } from "./probabilities/sampled.js";
import { dateRule } from "./start-ledger.js";
import type { Probabilities, Referral } from "./types.js";

export interface ProbabilityOptions {
  /** Arms of a design that has no weights (alternation). */
  readonly arms?: readonly string[];
  /** ISO date of the ledger's opening, for quotas by agreement year and minima; the first referral's by default. */
  readonly openedOn?: string;
  /** How often to simulate where it comes to that, 2000 by default. */
  readonly times: number;
  /** Asked where it comes to simulation. */
  readonly seed?: string | number;
}

/** One referral's probability of each arm. */
export interface ReferralProbabilities {
  readonly citizen: string;
  readonly referredOn: string;
  /** By arm. Less than 1 together where there may be no room for the referral at all. */
  readonly probabilities: Probabilities;
  /** Standard errors by arm, where the probabilities were simulated. */
  readonly monteCarloErrors?: Probabilities;
}

/** Each referral's probability of each arm, before anything is drawn. */
export interface AllocationProbabilities {
  readonly kind: "allocation-probabilities";
  readonly arms: readonly string[];
  /** By the design itself, by going through all that can happen, or by simulation. */
  readonly found: "by-design" | "by-enumeration" | "by-simulation";
  readonly exact: boolean;
  /** In the order of the referrals. */
  readonly rows: readonly ReferralProbabilities[];
  readonly notices: readonly Notice[];
  readonly provenance: Provenance;
}

const OPERATION = "allocationProbabilities";
const MOST_ENUMERATED = 2000;

/**
 * Tells, before anything is drawn, each referral's probability of each arm under a design or a whole plan.
 *
 * Without quotas it is w_k/W (1/k of an alternation) for everyone, whatever the design: simple tosses have
 * it by declaration, the others by symmetry, since they treat the equal shares of the weights alike; someone
 * who keeps an arm, or shares a household's, had its first draw's. Within quotas it also depends on what was
 * drawn before: it is computed exactly for `simple` and `complete` designs where each citizen is
 * referred once and drawn alone (courses that leave the quotas standing alike are taken together), for others
 * where at most 2,000 courses are possible, and else simulated (xoshiro128**), with standard errors. Who
 * finds no room isn't drawn, and the others go on.
 *
 * These are the probabilities over all that chance may do, so that outcomes can be weighted by them whatever
 * the plan. What an entry records as `designProbabilities` is given the room that was left on its day, and
 * nominal where {@link hasNominalProbabilities} says so.
 *
 * @param declared A design, or what has `arms` and `allocation`, as a protocol.
 * @param referrals Rows, or a parsed file, in the order of arrival; designs that draw batches make a roster of each week.
 * @returns `rows` in the order of the referrals, and how they were `found`.
 * @throws CompetitionError `impossible-design`, `impossible-date`, `seed-required`; what freezeRoster and allocate throw
 * for referrals that can't be frozen.
 * @example
 * const design = { kind: "urn", weights: { own: 2, supplier: 1 }, initial: 1, added: 1 } as const;
 * allocationProbabilities(design, referrals, {}).rows[0]?.probabilities // { own: 2/3, supplier: 1/3 }
 * @example
 * // two citizens, supplier takes one a month: 1/2 for the first; for the second 1/2 · 1/2
 * allocationProbabilities(limited, [first, second], {}).rows[1]?.probabilities // { own: 3/4, supplier: 1/4 }
 */
export function allocationProbabilities(
  declared: Declared,
  referrals: TableInput<Referral>,
  options: GivenOptions<ProbabilityOptions> = {},
): AllocationProbabilities {
  const { values, record } = resolveOptions<ProbabilityOptions>(OPERATION, options, rules);
  const plan = declaredPlan(declared, values.arms, OPERATION);
  if (values.openedOn !== undefined) parseDay(values.openedOn, `${OPERATION}.openedOn`);
  const frozen = frozenReferrals(referrals, plan.plan);
  const planned = plannedSteps(plan, frozen, values.openedOn);
  const { means, errors, found } = foundFor(plan, planned, values);
  const { arms } = plan;
  const byArm = (cells: Float64Array, column: number): Probabilities =>
    Object.fromEntries(arms.map((arm, k) => [arm, cells[column * arms.length + k] ?? 0]));
  const rows = frozen.map(({ citizen, referredOn }, index): ReferralProbabilities => {
    const column = planned.columns[index] ?? 0;
    return {
      citizen,
      referredOn,
      probabilities: byArm(means, column),
      ...(errors === undefined ? {} : { monteCarloErrors: byArm(errors, column) }),
    };
  });
  const result: AllocationProbabilities = {
    kind: "allocation-probabilities",
    arms: [...arms],
    found,
    exact: errors === undefined,
    rows,
    notices: noticesOf(rows),
    provenance: provenanceOf(OPERATION, record, {
      referrals: frozen.length,
      algorithm: planned.opening.algorithm,
    }),
  };
  return deepFreeze(result);
}

const rules: OptionRules<ProbabilityOptions> = {
  arms: { expected: "the arms' ids", accepts: Array.isArray },
  openedOn: dateRule,
  times: {
    default: 2000,
    expected: "a whole number from 100 to 1000000",
    accepts: (value) => Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 1_000_000,
  },
  seed: {
    expected: "a text or a number that can be written down",
    accepts: (value) => typeof value === "string" || typeof value === "number",
  },
};

function foundFor(
  declared: DeclaredPlan,
  planned: PlannedSteps,
  { times, seed }: ProbabilityOptions,
): Found & Pick<AllocationProbabilities, "found"> {
  if ((declared.plan.quotas ?? []).length === 0)
    return { ...byDesign(declared, planned), found: "by-design" };
  const exact = byMerging(planned) ?? byEnumeration(planned, MOST_ENUMERATED);
  if (exact !== undefined) return { ...exact, found: "by-enumeration" };
  if (seed === undefined) {
    throw competitionError({
      code: "seed-required",
      path: `${OPERATION}.seed`,
      expected: rules.seed.expected,
    });
  }
  const choose = choosing(fastStream(seed, OPERATION));
  return { ...bySimulation(planned, times, choose), found: "by-simulation" };
}

/** The same for everyone. */
function byDesign({ plan, arms }: DeclaredPlan, { width }: PlannedSteps): Found {
  const procedure = procedureOf(plan, arms);
  const probabilities =
    procedure.draws === "single"
      ? procedure.designProbabilities
      : (procedure.share([{ stratum: "", members: 1, units: 1 }], {})?.odds.designProbabilities ?? {});
  return {
    means: Float64Array.from(
      { length: width * arms.length },
      (_, cell) => probabilities[arms[cell % arms.length] ?? ""] ?? 0,
    ),
  };
}

function noticesOf(rows: readonly ReferralProbabilities[]): readonly Notice[] {
  const uncertain = rows.filter(
    ({ probabilities }) => Object.values(probabilities).reduce((sum, each) => sum + each, 0) < 1 - 1e-9,
  );
  if (uncertain.length === 0) return [];
  return [{ code: "may-find-no-room", severity: "caution", referrals: uncertain.length }];
}
