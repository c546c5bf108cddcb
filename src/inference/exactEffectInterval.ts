import {
  competitionError,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { checkedStrata, tableOf } from "./counts.js";
import { intervalOf, testOf } from "./decision.js";
import { makeEstimate } from "./estimate.js";
import { averageEffect, MOST_CITIZENS } from "./kernels/averageEffect.js";
import { blockedNeyman } from "./kernels/blockedNeyman.js";
import { commonOddsRatio } from "./kernels/commonOddsRatio.js";
import { waldType } from "./kernels/deviates.js";
import { clip, type Limits } from "./kernels/limits.js";
import { differenceOf, type Table } from "./kernels/table.js";
import { notEstimable, strataWithoutWeight, ZERO_VARIANCE, type Reason } from "./notices.js";
import { pooledCounts, strataWithBothGroups } from "./pooledStrata.js";
import { questionOf } from "./question.js";
import { RANDOMIZATION_SOURCES } from "./randomizationSources.js";
import type { Estimate, EstimateTest, Stratum } from "./types.js";

export interface ExactEffectOptions {
  /** `risk-difference` by default: the average effect. `odds-ratio`: one that is common to the blocks. */
  readonly measure?: "risk-difference" | "odds-ratio" | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

interface Resolved {
  readonly measure: "risk-difference" | "odds-ratio";
  readonly level: number;
}

const RULES: OptionRules<Resolved> = {
  measure: oneOf(["risk-difference", "odds-ratio"]),
  level: levelRule,
};

/** What a method found, or why it found nothing. */
type Finding =
  | {
      readonly method: keyof typeof RANDOMIZATION_SOURCES;
      readonly estimate: number;
      readonly limits: Limits;
      readonly test: EstimateTest;
      readonly standardError?: number;
      readonly notices?: readonly Notice[];
    }
  | { readonly method: keyof typeof RANDOMIZATION_SOURCES; readonly reason: Reason };

/**
 * How large is the effect, by the draw alone?
 *
 * - `risk-difference`, one block: the average effect τ = (1/N)·Σ (y₁ − y₀), outcomes being events that may
 *   depend on the arm differently for each citizen. The interval holds every τ that some table of potential
 *   outcomes makes credible, P(|D − τ| ≥ |d − τ|) > 1 − level over the draws (Li and Ding); exact, without
 *   model or large numbers. For blocks of at most 400 citizens in groups of equal size, 100 in others.
 * - `risk-difference`, several blocks: Σ (N_b/N) d_b with Neyman's variance within blocks, from how the
 *   blocks vary where an arm has a lone citizen. This interval is *not* exact: conservative and for large
 *   numbers, and a notice says so.
 * - `odds-ratio`: one odds ratio ψ common to all blocks, given their margins; the sum of the comparator's
 *   events is a convolution of noncentral hypergeometrics. Conditional maximum likelihood, limits from the
 *   two one-sided exact tests, p-value twice the smaller one; exact for any number of blocks if ψ is common.
 *
 * @param blocks pairs of counts, whole numbers with 0 ≤ events ≤ total; blocks with an empty group tell
 *   nothing and are counted in a notice
 * @param options `measure`, `risk-difference` by default; `level`, 0.95 by default
 * @returns a two-sided estimate with the test of no effect that belongs to its interval. `not-estimable` with
 *   the whole parameter space if no block has both groups, or the margins leave one odds ratio only
 * @throws CompetitionError `impossible-strata`, `impossible-count`, `too-many-observations`,
 *   `unknown-option`, `impossible-option`
 * @example
 * const block = { comparator: { events: 6, total: 10 }, reference: { events: 4, total: 10 } };
 * exactEffectInterval([block]).interval // −0.2 to 0.5
 * @example
 * exactEffectInterval([]).interval // −1 to 1
 * @see Li & Ding (2016), Statistics in Medicine 35, 957–960; Aronow, Chang & Lopatto (2023), Proceedings of
 *   the 24th ACM Conference on Economics and Computation; Mehta, Patel & Gray (1985), Journal of the American
 *   Statistical Association 80, 969–973; Pashley & Miratrix (2021), Journal of Educational and Behavioral
 *   Statistics 46, 271–296
 */
export function exactEffectInterval(blocks: readonly Stratum[], options?: ExactEffectOptions): Estimate {
  const { values, record } = resolveOptions("exactEffectInterval", options, RULES);
  const { measure, level } = values;
  const given = checkedStrata(blocks, "blocks");
  const compared = strataWithBothGroups(given);
  const tables = compared.map(tableOf);
  const found = measure === "odds-ratio" ? oddsRatio(tables, level) : riskDifference(tables, level);
  const space = questionOf("exactEffectInterval", values).question.space;
  const counts = pooledCounts(compared);
  const isFound = "limits" in found;
  return makeEstimate({
    kind: "estimate",
    method: found.method,
    measure,
    ...(isFound
      ? { status: "estimated", estimate: found.estimate, test: found.test }
      : { status: "not-estimable", reason: found.reason, estimate: null }),
    interval: { ...(isFound ? found.limits : space), level, sides: 2, method: found.method },
    ...(isFound && found.standardError !== undefined ? { standardError: found.standardError } : {}),
    counts,
    references: RANDOMIZATION_SOURCES[found.method],
    notices: [
      ...(compared.length < given.length ? [strataWithoutWeight(given)] : []),
      ...(isFound ? (found.notices ?? []) : [notEstimable(found.reason)]),
    ],
    provenance: provenanceOf("exactEffectInterval", record, { blocks: given.length, ...counts }),
  });
}

function oddsRatio(tables: readonly Table[], level: number): Finding {
  const method = "common-odds-ratio-exact";
  if (tables.length === 0) return { method, reason: "no-weight" };
  const judged = commonOddsRatio(tables);
  if (judged === undefined) return { method, reason: "no-variation-within-blocks" };
  return {
    method,
    estimate: judged.estimate,
    limits: judged.limits((1 - level) / 2),
    test: { pValue: judged.pValueOfNone(), alternative: "two-sided", nullValue: 1 },
  };
}

function riskDifference(tables: readonly Table[], level: number): Finding {
  const [only, ...others] = tables;
  if (only === undefined) return { method: "potential-outcomes-exact", reason: "no-weight" };
  return others.length === 0 ? withinOneBlock(only, level) : overBlocks(tables, level);
}

function withinOneBlock(table: Table, level: number): Finding {
  const total = table.n1 + table.n2;
  const most = table.n1 === table.n2 ? MOST_CITIZENS.equal : MOST_CITIZENS.unequal;
  if (total > most) throw tooMany(total, most);
  const judged = averageEffect(table);
  return {
    method: "potential-outcomes-exact",
    estimate: differenceOf(table),
    limits: judged.limits(1 - level),
    test: { pValue: judged.pValueOfNone(), alternative: "two-sided", nullValue: 0 },
  };
}

function overBlocks(tables: readonly Table[], level: number): Finding {
  const { estimate, standardError } = blockedNeyman(tables);
  const deviates = waldType(estimate, standardError);
  const { question } = questionOf("exactEffectInterval", { measure: "risk-difference", level });
  return {
    method: "blocked-neyman",
    estimate,
    limits: clip(intervalOf(deviates, question, "blocked-neyman"), -1, 1),
    test: testOf(deviates, question),
    standardError,
    notices: [
      { code: "asymptotic-interval", severity: "info", blocks: tables.length },
      ...(standardError === 0 ? [ZERO_VARIANCE] : []),
    ],
  };
}

function tooMany(citizens: number, most: number): Error {
  return competitionError({
    code: "too-many-observations",
    path: "blocks[0]",
    received: citizens,
    expected: `at most ${most} citizens in one block (${MOST_CITIZENS.equal} where its groups are equally large, ${MOST_CITIZENS.unequal} otherwise), since every table of potential outcomes is gone through`,
    hint: 'With so many take compareProportions, or measure: "odds-ratio", which has no such limit.',
  });
}
