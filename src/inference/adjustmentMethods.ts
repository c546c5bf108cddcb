import type { Notice } from "../core/index.js";
import { covarianceOf, type ChosenCovariance } from "./covarianceOption.js";
import { blockedDifference } from "./kernels/blockedDifference.js";
import type { Clusters } from "./kernels/clusterCovariance.js";
import { weightedMean } from "./kernels/design.js";
import { standardizedRisk, unconditionalVariance } from "./kernels/gComputation.js";
import { hajekDifference, isBalanced } from "./kernels/hajek.js";
import { logisticFit } from "./kernels/logisticFit.js";
import { leastSquaresFit, varianceOf, type Regression } from "./kernels/regression.js";
import { welchDegrees } from "./kernels/welchDegrees.js";
import { joined, type Terms } from "./regressionData.js";
import {
  aliasedTerms,
  BLOCKS_UNUSED,
  blocksWithoutWeight,
  FEW_DEGREES,
  fewClusters,
  separated,
  smallBlocks,
  type RegressionReason,
} from "./regressionNotices.js";
import type { StudentEstimate } from "./student.js";

/** What is compared, as numbers; both groups have rows. */
export interface Comparison {
  /** 1 in the comparator, 0 in the reference. */
  readonly treatment: Float64Array;
  readonly response: Float64Array;
  readonly covariates: Terms;
  readonly blocks: Clusters | undefined;
  /** Indicators of the blocks, for methods that have no other way with them. */
  readonly blockTerms: () => Terms;
  readonly weights: Float64Array | undefined;
  readonly chosen: ChosenCovariance;
  /** Whether g-computation takes the rows as a sample. */
  readonly isUnconditional: boolean;
}

/** A difference with the means it is made of, or the reason why there is none. */
export type AdjustmentFinding = (
  | (StudentEstimate & { readonly means: { readonly comparator: number; readonly reference: number } })
  | { readonly reason: RegressionReason }
) & { readonly notices: readonly Notice[] };

/** The methods of {@link adjustedDifference}. */
export type AdjustmentMethod = "lin" | "g-computation" | "difference-in-means" | "hajek";

const NO_TERMS: Terms = { names: [], columns: [] };

export const ADJUSTMENTS: Readonly<Record<AdjustmentMethod, (given: Comparison) => AdjustmentFinding>> = {
  "lin": (given) => (given.blocks === undefined ? interacted(given) : withinBlocks(given, given.blocks)),
  "g-computation": gComputation,
  "difference-in-means": (given) => {
    const plain = { ...given, covariates: NO_TERMS };
    return plain.blocks === undefined ? differenceInMeans(plain) : withinBlocks(plain, plain.blocks);
  },
  "hajek": (given) => {
    const plain = { ...given, covariates: NO_TERMS };
    if (plain.blocks === undefined) return interacted(plain);
    // Where chance decided the numbers too, a block's level doesn't cancel, and the blocks explain nothing away.
    if (isBalanced(plain.treatment, plain.weights ?? [], plain.blocks)) return hajek(plain, plain.blocks);
    const found = interacted(plain);
    return { ...found, notices: [...found.notices, BLOCKS_UNUSED] };
  },
};

/** Least squares on the treatment, the centered covariates and their products. */
function interacted({ treatment, response, covariates, weights, chosen }: Comparison): AdjustmentFinding {
  const centered = covariates.columns.map((column) => {
    const mean = weightedMean(column, weights);
    return column.map((value) => value - mean);
  });
  const products = centered.map((column) => column.map((value, i) => value * (treatment[i] ?? 0)));
  const fit = leastSquaresFit([treatment, ...centered, ...products], response, weights);
  const { names } = covariates;
  const terms = ["", "", ...names, ...names.map((name) => `${name} × treatment`)];
  const [reference = 0, difference = 0] = fit.coefficients;
  return contrastFinding(fit, [0, 1], chosen, weights, {
    estimate: difference,
    means: { comparator: reference + difference, reference },
    notices: aliasedTerms(fit.design.aliased.map((term) => terms[term] ?? "")),
  });
}

/** A contrast of a regression's coefficients, with its standard error. */
function contrastFinding(
  fit: Regression,
  contrast: readonly number[],
  chosen: ChosenCovariance,
  weights: Float64Array | undefined,
  found: {
    readonly estimate: number;
    readonly means: { readonly comparator: number; readonly reference: number };
    readonly notices: readonly Notice[];
  },
): AdjustmentFinding {
  const whole = fit.coefficients.map((_, k) => contrast[k] ?? 0);
  const { notices } = found;
  if (!(fit.degreesOfFreedom > 0)) return { reason: "no-degrees-of-freedom", notices };
  const covariance = covarianceOf(fit, chosen, weights);
  const { degreesOfFreedom, isBlind } = covariance.certainty(whole);
  if (isBlind) return { reason: chosen.clusters === undefined ? "lone-units" : "too-few-clusters", notices };
  return {
    ...found,
    standardError: Math.sqrt(varianceOf(whole, covariance.matrix)),
    degreesOfFreedom,
    notices: [...notices, ...fewDegrees(chosen, degreesOfFreedom)],
  };
}

function fewDegrees({ kind }: ChosenCovariance, degreesOfFreedom: number): readonly Notice[] {
  return kind === "cr2" && degreesOfFreedom < FEW_DEGREES ? [fewClusters(degreesOfFreedom)] : [];
}

/** Without weights and clusters the degrees of freedom are Welch's. */
function differenceInMeans(given: Comparison): AdjustmentFinding {
  const found = interacted(given);
  if ("reason" in found || given.weights !== undefined || given.chosen.kind !== "hc2") return found;
  return { ...found, degreesOfFreedom: welchDegrees(given.treatment, given.response) };
}

function withinBlocks(given: Comparison, blocks: Clusters): AdjustmentFinding {
  const { covariates, chosen, treatment, response, weights } = given;
  const found = blockedDifference(
    { treatment, response, columns: covariates.columns, weights },
    blocks,
    chosen.clusters === undefined ? chosen.kind : "hc2",
    chosen.clusters,
  );
  const notices = [
    ...aliasedTerms(found.aliased.map((j) => covariates.names[j] ?? "")),
    ...blocksWithoutWeight(blocks.count - found.blocks, treatment.length - found.rows),
    ...smallBlocks(found.smallBlocks, found.joinedBlocks),
  ];
  if (found.blocks === 0) return { reason: "no-weight", notices };
  if (Number.isNaN(found.variance)) return { reason: "lone-units", notices };
  if (!(found.degreesOfFreedom > 0)) return { reason: "no-degrees-of-freedom", notices };
  return {
    estimate: found.estimate,
    standardError: Math.sqrt(found.variance),
    degreesOfFreedom: found.degreesOfFreedom,
    means: found.means,
    notices: [...notices, ...fewDegrees(chosen, found.degreesOfFreedom)],
  };
}

function hajek({ treatment, response, weights, chosen }: Comparison, blocks: Clusters): AdjustmentFinding {
  const cells: Clusters = {
    codes: treatment.map((group, i) => 2 * (blocks.codes[i] ?? 0) + group),
    count: 2 * blocks.count,
  };
  const { variance, ...found } = hajekDifference(treatment, response, weights ?? [], cells, chosen.clusters);
  if (!(found.degreesOfFreedom > 0)) return { reason: "no-degrees-of-freedom", notices: [] };
  return { ...found, standardError: Math.sqrt(variance), notices: [] };
}

function gComputation(given: Comparison): AdjustmentFinding {
  const { treatment, response, covariates, weights, chosen, isUnconditional } = given;
  const terms = joined([{ names: ["treatment"], columns: [treatment] }, covariates, given.blockTerms()]);
  const names = ["(intercept)", ...terms.names];
  const found = logisticFit(terms.columns, response, weights);
  if (found.failure === "not-converged") return { reason: "not-converged", notices: [] };
  if (found.failure !== undefined) {
    const { extent, terms: separating } = found.failure;
    return {
      reason: "separation",
      notices: [
        separated(
          extent,
          separating.map((term) => names[term] ?? ""),
        ),
      ],
    };
  }
  const fit = found.regression;
  const [comparator, reference] = ([1, 0] as const).map((group) =>
    standardizedRisk(fit, terms.columns, group, response.length, weights),
  );
  if (comparator === undefined || reference === undefined) return { reason: "no-rows", notices: [] };
  const summary = {
    estimate: comparator.risk - reference.risk,
    means: { comparator: comparator.risk, reference: reference.risk },
    notices: aliasedTerms(fit.design.aliased.map((term) => names[term] ?? "")),
  };
  if (isUnconditional) {
    return {
      ...summary,
      standardError: Math.sqrt(unconditionalVariance(fit, comparator, reference, weights, chosen.clusters)),
      degreesOfFreedom: chosen.clusters === undefined ? Infinity : chosen.clusters.count - 1,
    };
  }
  const contrast = comparator.gradient.map((value, k) => value - (reference.gradient[k] ?? 0));
  return contrastFinding(fit, contrast, chosen, undefined, summary);
}
