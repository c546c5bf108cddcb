import {
  competitionError,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type OptionRules,
  type ResolvedOption,
} from "../core/index.js";
import { makeAdjustedEstimate, type AdjustedEstimate } from "./adjustedEstimate.js";
import { ADJUSTMENTS, type AdjustmentFinding, type AdjustmentMethod } from "./adjustmentMethods.js";
import {
  chosenCovariance,
  covarianceOption,
  type ChosenCovariance,
  type Covariance,
} from "./covarianceOption.js";
import type { Column } from "./followUps.js";
import type { Clusters } from "./kernels/clusterCovariance.js";
import {
  checkRegression,
  indicators,
  isBinary,
  readBinary,
  readClusters,
  readNumbers,
  readPredictors,
  readWeights,
  type Predictors,
} from "./regressionData.js";
import { covariatesUnused } from "./regressionNotices.js";
import { COVARIANCE_SOURCES, REGRESSION_SOURCES } from "./regressionSources.js";
import { REAL_LINE, studentResult } from "./studentResult.js";
import type { Count } from "./types.js";

/** What the standard error of an adjusted difference builds on. */
export type AdjustmentCovariance = Covariance | "unconditional";

/** Rows of a comparison of two groups, by columns. */
export interface ComparisonData {
  /** 1 or true for the comparator, 0 or false for the reference. */
  readonly treatment: Column<number> | Column<boolean>;
  readonly response: Column<number> | Column<boolean>;
  /** Columns by name, all known before the draw. */
  readonly covariates?: Predictors | undefined;
  /** Within which chance was at work, such as the weeks of a draw. */
  readonly blocks?: Column<string> | Column<number> | undefined;
  /** Who was drawn together, such as a household. */
  readonly clusters?: Column<string> | Column<number> | undefined;
  /** Above 0; of a draw, one over the probability of the group that a row came into. */
  readonly weights?: Column<number> | undefined;
}

export interface AdjustmentOptions {
  /** `lin` by default. */
  readonly method?: AdjustmentMethod | undefined;
  /** `hc2` by default, `cr2` with clusters. */
  readonly covariance?: AdjustmentCovariance | undefined;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

interface Resolved {
  readonly method: AdjustmentMethod;
  readonly covariance?: AdjustmentCovariance;
  readonly level: number;
}

const COVARIANCES = oneOf(["hc2", "hc0", "hc3", "cr2", "model", "unconditional"]);

const RULES: OptionRules<Resolved> = {
  method: oneOf(["lin", "g-computation", "difference-in-means", "hajek"]),
  covariance: { expected: COVARIANCES.expected, accepts: COVARIANCES.accepts },
  level: levelRule,
};

const OPERATION = "adjustedDifference";

/**
 * How do two groups that chance made differ, on average over all rows, once what was known before
 * the draw is accounted for?
 *
 * The estimate is comparator − reference. Adjustment makes it more precise, not more true: without
 * it the comparison is fair already.
 * - `lin`: least squares on the treatment, the covariates centered at their means, and their
 *   products; the treatment's coefficient. Asymptotically never less precise than without covariates,
 *   and valid though no response is linear in them. With `blocks`, the blocks' indicators are
 *   covariates too.
 * - `g-computation`, of outcomes 1 and 0: logistic regression on treatment, covariates and blocks; the
 *   mean of the fitted probabilities as if all had been in the comparator, less that as if all had
 *   been in the reference; standard error by the delta method. Not estimable where the outcome is
 *   separated: see {@link logisticRegression}.
 * - `difference-in-means`: without covariates; Welch's degrees of freedom. With `blocks`, Σ πτ over
 *   the blocks with their shares π of the weight and their own variances.
 * - `hajek`: the difference of the means weighted by `weights`, one over the probabilities of the
 *   draw, where these differ; least squares on the treatment with these weights. With `blocks` within
 *   each of which the weights of both groups sum to the same, since the draw fixed the numbers, the
 *   linearized variance within them; where they don't, `blocks-unused` says that the blocks aren't used.
 *
 * Standard errors by `covariance`, as {@link leastSquares} has them; t with n − k degrees of freedom
 * (normal for g-computation), Satterthwaite's for `cr2`. `unconditional`, for g-computation: the rows
 * are a sample, their covariates too; the others hold for these rows.
 *
 * With blocks each is judged within itself (n − 2B − slopes degrees of freedom; by clusters G − 2B);
 * those with a single row or cluster in a group, pairs among them, by the differences between them
 * (their number − 1), with the notice `small-blocks`. A block with an empty group carries no weight:
 * `strata-without-weight`. Clusters lie within one group of one block then.
 *
 * Conventions are those of the R package estimatr (lm_lin, difference_in_means, lm_robust). The numbers
 * agree with its where no block has a lone row or cluster in a group and no term is aliased; elsewhere the
 * rules above hold, and its numbers are others.
 *
 * @param data `treatment` and `response`, and as far as there are any `covariates`, `blocks`,
 *   `clusters` and `weights`; without missing values
 * @param options `method`, `lin` by default; `covariance`; `level`, 0.95 by default
 * @returns an estimate of measure `risk-difference` for a response of 1 and 0, its limits within
 *   [−1, 1], or else `mean-difference`; with the adjusted `means` of both groups. `not-estimable`, with
 *   the whole parameter space as interval, if a group is empty or no variance can be had
 * @throws CompetitionError `impossible-data`, `missing-column`, `unknown-column`, `columns-differ`,
 *   `impossible-number`, `impossible-group`, `impossible-weight`, `impossible-label`,
 *   `impossible-clusters`, `unknown-option`, `impossible-option`
 * @example
 * const data = { treatment: [1, 0, 1, 0, 1, 0], response: [7, 4, 8, 6, 9, 5], covariates: { age: [1, 1, 2, 2, 3, 3] } };
 * adjustedDifference(data).estimate // 3
 * @example
 * adjustedDifference({ treatment: [1, 1], response: [1, 0] }).reason // "no-observations"
 * @see Lin (2013), Annals of Applied Statistics 7, 295–318, doi:10.1214/12-AOAS583; each result's
 *   `references` has the source of its own
 */
export function adjustedDifference(data: ComparisonData, options?: AdjustmentOptions): AdjustedEstimate {
  const { values, record } = resolveOptions(OPERATION, options, RULES);
  const { method, level } = values;
  const rows = checkRegression(OPERATION, data, "covariates", {
    needed: method === "hajek" ? ["treatment", "response", "weights"] : ["treatment", "response"],
    others: ["blocks", "clusters", ...(method === "hajek" ? [] : ["weights"])],
  });
  const path = (column: keyof ComparisonData): string => `${OPERATION}.${column}`;
  const treatment = readBinary(data.treatment, path("treatment"));
  const isRisk = method === "g-computation" || isBinary(data.response);
  const response = (isRisk ? readBinary : readNumbers)(data.response, path("response"));
  const covariates = readPredictors(data.covariates, path("covariates"));
  const blocks = readClusters(data.blocks, path("blocks"));
  const clusters = readClusters(data.clusters, path("clusters"));
  const weights = readWeights(data.weights, path("weights"));
  const chosen = chosenFor(values, blocks, clusters);
  if (blocks !== undefined && clusters !== undefined && method !== "g-computation") {
    requireNested(clusters, blocks, treatment, data.clusters ?? []);
  }
  const isUnconditional = values.covariance === "unconditional";
  const kind = isUnconditional ? "unconditional" : chosen.kind;
  const unused = method === "lin" || method === "g-computation" ? [] : Object.keys(data.covariates ?? {});
  const comparison = {
    treatment,
    response,
    covariates,
    blocks,
    blockTerms: () =>
      data.blocks === undefined ? NO_TERMS : indicators("block", data.blocks, path("blocks")),
    weights,
    chosen,
    isUnconditional,
  };
  const isEmpty = !(treatment.includes(1) && treatment.includes(0));
  const finding: AdjustmentFinding = isEmpty
    ? { reason: rows === 0 ? "no-rows" : "no-observations", notices: [] }
    : ADJUSTMENTS[method](comparison);
  const result = studentResult(
    {
      measure: isRisk ? "risk-difference" : "mean-difference",
      method,
      covariance: kind,
      level,
      space: isRisk ? { lower: -1, upper: 1 } : REAL_LINE,
      counts: isRisk ? countsOf(treatment, response) : undefined,
      references: [
        ...REGRESSION_SOURCES[method],
        ...(finding.notices.some(({ code }) => code === "small-blocks")
          ? REGRESSION_SOURCES["small-blocks"]
          : []),
        ...COVARIANCE_SOURCES[kind],
      ],
      provenance: provenanceOf(
        OPERATION,
        { ...record, covariance: optionOf(values.covariance, chosen) },
        {
          rows,
          covariates: Object.keys(data.covariates ?? {}),
          ...(blocks === undefined ? {} : { blocks: blocks.count }),
          ...(clusters === undefined ? {} : { clusters: clusters.count }),
        },
      ),
    },
    { ...finding, notices: [...finding.notices, ...covariatesUnused(unused)] },
  );
  return makeAdjustedEstimate("reason" in finding ? result : { ...result, means: finding.means });
}

const NO_TERMS = { names: [], columns: [] };

/** The estimator of rows or clusters; `unconditional` has its own way with both. */
function chosenFor(
  { method, covariance }: Resolved,
  blocks: Clusters | undefined,
  clusters: Clusters | undefined,
): ChosenCovariance {
  if (covariance === "unconditional") {
    if (method === "g-computation") return chosenCovariance(OPERATION, undefined, clusters);
    throw refusal(covariance, `hc2, hc0, hc3, cr2 or model: only g-computation has this one`);
  }
  const chosen = chosenCovariance(OPERATION, covariance, clusters);
  const isByBlocks = blocks !== undefined && method !== "g-computation";
  if (isByBlocks && chosen.kind === "cr0")
    throw refusal(covariance, "cr2: blocks have no other with clusters");
  if (isByBlocks && method === "hajek" && chosen.kind !== "hc2" && chosen.kind !== "cr2") {
    throw refusal(covariance, "hc2, or cr2 with clusters: hajek within blocks has no other");
  }
  return chosen;
}

function refusal(received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-option", path: `${OPERATION}.covariance`, received, expected });
}

function optionOf(given: AdjustmentCovariance | undefined, chosen: ChosenCovariance): ResolvedOption {
  return given === "unconditional" ? { value: given, source: "given" } : covarianceOption(given, chosen);
}

/** Each cluster within one group of one block: else the blocks aren't independent of each other. */
function requireNested(
  { codes, count }: Clusters,
  blocks: Clusters,
  treatment: Float64Array,
  labels: ArrayLike<string | number>,
): void {
  const cells = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    const cell = 2 * (blocks.codes[i] ?? 0) + (treatment[i] ?? 0);
    const cluster = codes[i] ?? count;
    if ((cells.get(cluster) ?? cell) !== cell) {
      throw competitionError({
        code: "impossible-clusters",
        path: `${OPERATION}.clusters[${i}]`,
        received: labels[i],
        expected: "clusters within one group of one block each",
        hint: "Leave the blocks out, or give them as a covariate, of texts, to the method lin.",
      });
    }
    cells.set(cluster, cell);
  }
}

function countsOf(treatment: Float64Array, response: Float64Array): Readonly<Record<string, Count>> {
  const countOf = (group: number): Count => {
    let [events, total] = [0, 0];
    treatment.forEach((each, i) => {
      if (each !== group) return;
      total += 1;
      events += response[i] ?? 0;
    });
    return { events, total };
  };
  return { comparator: countOf(1), reference: countOf(0) };
}
