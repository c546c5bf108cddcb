import { competitionError, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { cohortOf } from "../outcomes/index.js";
import { armCost } from "./costArm.js";
import { compareCosts } from "./costComparison.js";
import { costFace } from "./costFace.js";
import { costNotices } from "./costNotices.js";
import { contractSuccessesOf, paymentsSoFar } from "./costPayments.js";
import { costedCitizens } from "./costSample.js";
import type { CostEffectiveness, CostEffectivenessData, CostInput } from "./costTypes.js";
import { checkGiven } from "./given.js";
import type { Ore } from "./terms.js";

interface CostSettings {
  /** Replicates of the bootstrap; 2,000 by default. */
  readonly times: number;
  readonly seed: string | number;
  /** Amounts in øre that an additional success may be worth. */
  readonly willingnessToPay: readonly Ore[];
  /** Benefit in øre that is saved in each month of self-support. */
  readonly savedPerMonth?: Ore;
}

/** What a caller may ask of {@link costEffectiveness}. */
export type CostOptions = { readonly [Key in keyof CostSettings]?: CostSettings[Key] | undefined };

const isOre = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const RULES: OptionRules<CostSettings> = {
  times: {
    default: 2000,
    expected: "a whole number from 100 to 100,000",
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 100 && Number(value) <= 100_000,
  },
  seed: {
    default: "costs",
    expected: "a text or a whole number",
    accepts: (value) => typeof value === "string" || Number.isSafeInteger(value),
  },
  willingnessToPay: {
    default: [],
    expected: "a list of whole numbers of øre from 0",
    accepts: (value) => Array.isArray(value) && value.every(isOre),
  },
  savedPerMonth: { expected: "a whole number of øre from 0", accepts: isOre },
};

const makeCosts: (data: CostEffectivenessData) => CostEffectiveness =
  resultMaker<CostEffectivenessData>(costFace);

/**
 * What did a referral, a course and a success cost in each arm, and what does an additional success cost?
 *
 * Costs and successes are those of the same citizens: the mature cohort of the comparison, where the outcome is
 * known. A citizen's cost is the sum of all the citizen's lines, without VAT, from the first referral to the
 * statement's day. That window is as long for those drawn together in one arm as in the other; what a further
 * referral costs counts in it, whichever arm it went to, since coming back is a result of the arm that was drawn first
 * (intention to treat). Lines of no single citizen are shared: a team's among the referrals to it, minimums among all
 * allocated to the arm, what caps take off in proportion to what was paid. With the mean cost c and the success rate e of each arm, an additional success costs
 * (c₁ − c₀)/(e₁ − e₀), both differences averaged over the blocks of the draw ({@link incrementalCostEffect}).
 * Its interval is Fieller's, which knows that costs hang on successes (a bonus is paid for one) and isn't one piece
 * where e₁ − e₀ may be 0: then the figures can't tell what an additional success costs, and the result says so.
 * Beside it stands the bootstrap's, over citizens within the arms.
 *
 * The net benefit at a willingness to pay λ per success is λ(e₁ − e₀) − (c₁ − c₀), in øre per citizen;
 * `acceptability` is the probability that it is above 0. `savedPerMonth` sets one such λ: the user's figure for
 * the benefit saved in a month of self-support, times the months that the criterion asks a success to last at least.
 *
 * Blocks of the draw with a single citizen of an arm are judged together by how their differences vary
 * ({@link incrementalCostEffect}); the limits are Student's, by the degrees of freedom that blocks and citizens leave.
 *
 * Successes are measured from the referral, as the comparison measures them; bonuses are paid by the contract's own
 * measure. Both counts stand in `arms`. While it is too early to compare, only `payments` are shown: what each arm was
 * due so far, for everyone, without any amount per success.
 *
 * Costs of what isn't due yet are missing (the notice `costs-open` counts them), and so is whatever the terms
 * don't price: an arm without terms has no costs (`costs-missing`), and isn't compared.
 *
 * @param options `willingnessToPay` in øre; `savedPerMonth` in øre; `times` and `seed` of the bootstrap (2,000, "costs").
 * @returns `payments` so far; `arms` with costs per referral, course and success; `comparisons` of each arm with the reference arm.
 * @throws CompetitionError `statement-mismatch` if statement, effect and outcomes don't tell of the same day and
 *   criteria; `unknown-option`, `impossible-option`.
 * @example
 * costEffectiveness({ outcomes, statement, effect }, { savedPerMonth: 1_100_000 }).comparisons[0]?.standing
 * @example
 * // No difference in successes is shown: an additional success may cost anything.
 * costEffectiveness({ outcomes, statement, effect: early }).comparisons[0]?.perAdditionalSuccess?.segments
 * @see Fieller 1954, JRSS B 16:175-185; Willan and O'Brien 1996, Health Economics 5:297-305; Stinnett and Mullahy
 *   1998, Medical Decision Making 18:S68-S80, doi:10.1177/0272989X98018002S09
 */
export function costEffectiveness(input: CostInput, options: CostOptions = {}): CostEffectiveness {
  checkGiven("costEffectiveness", { input });
  const { outcomes, statement, effect } = input;
  checkGiven("costEffectiveness", { outcomes, statement, effect });
  const { values, record } = resolveOptions<CostSettings>("costEffectiveness", options, RULES);
  checkInput(input);
  const { criterion, members, matureThrough } = cohortOf(outcomes, effect.criterion);
  const contractSuccesses = contractSuccessesOf(outcomes, criterion.id);
  const citizens = costedCitizens(outcomes, members, statement, contractSuccesses);
  const priced = new Set(statement.items.map(({ arm }) => arm));
  const arms = outcomes.protocol.arms.filter(({ id }) => priced.has(id));
  const comparisons = effect.comparisons
    .filter(({ arm, reference }) => priced.has(arm) && priced.has(reference))
    .flatMap(
      (comparison) =>
        compareCosts(
          { outcomes, statement, comparison, effect, criterion, members, contractSuccesses },
          values,
        ) ?? [],
    );
  return makeCosts({
    kind: "cost-effectiveness",
    method: "fieller",
    references: [
      ...new Set(comparisons.flatMap(({ perAdditionalSuccess }) => perAdditionalSuccess?.references ?? [])),
    ],
    notices: costNotices(input, members, comparisons, values.savedPerMonth),
    provenance: provenanceOf("costEffectiveness", record, {
      statement: statement.provenance,
      effect: effect.provenance,
    }),
    asOf: statement.asOf,
    criterion: criterion.id,
    criterionName: criterion.name,
    matureThrough,
    level: effect.level,
    isTooEarly: effect.verdicts.length > 0 && effect.verdicts.every(({ code }) => code === "too-early"),
    payments: paymentsSoFar(outcomes, statement, contractSuccesses),
    arms: arms.map((arm) => armCost(arm, citizens, effect.level)),
    comparisons,
  });
}

/** Costs as a report may hold them: without comparisons of arms that are too early to be compared. */
export function withoutEarlyCosts(costs: CostEffectiveness): CostEffectiveness {
  const comparisons = costs.comparisons.filter(({ standing }) => standing !== "too-early");
  return comparisons.length === costs.comparisons.length ? costs : makeCosts({ ...costs, comparisons });
}

function checkInput({ outcomes, statement, effect }: CostInput): void {
  const days = [outcomes.asOf, statement.asOf, effect.asOf];
  if (days.every((day) => day === outcomes.asOf)) return;
  throw competitionError({
    code: "statement-mismatch",
    path: "costEffectiveness",
    received: days.join(", "),
    expected: "outcomes, statement and effect of the same day",
    hint: "Derive the outcomes once, and settle and compare those.",
  });
}
