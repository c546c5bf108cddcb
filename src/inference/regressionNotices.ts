import type { Notice } from "../core/index.js";

/** Why a regression, or a comparison by one, can't be estimated. */
export type RegressionReason =
  | "no-rows"
  | "no-observations"
  | "no-degrees-of-freedom"
  | "separation"
  | "not-converged"
  | "lone-units"
  | "too-few-clusters"
  | "no-weight"
  | "no-first-stage";

/** Nothing could be estimated, for this reason. */
export function unestimable(reason: RegressionReason): Notice {
  return { code: "not-estimable", severity: "caution", reason };
}

/** Terms that are combinations of others were left out. */
export function aliasedTerms(terms: readonly string[]): readonly Notice[] {
  return terms.length === 0 ? [] : [{ code: "aliased-terms", severity: "caution", terms }];
}

/** Terms a combination of which tells the outcome without error. */
export function separated(extent: "complete" | "quasi-complete", terms: readonly string[]): Notice {
  return { code: "separation", severity: "warning", extent, terms };
}

/** Some rows or clusters are fitted whatever their responses. */
export function fittedExactly(count: number, what: "rows" | "clusters"): readonly Notice[] {
  return count === 0 ? [] : [{ code: "fitted-exactly", severity: "caution", what, count }];
}

/** Below this many degrees of freedom Satterthwaite's approximation is coarse. */
export const FEW_DEGREES = 4;

/** A variance by clusters rests on few degrees of freedom. */
export function fewClusters(degreesOfFreedom: number): Notice {
  return { code: "few-clusters", severity: "caution", degreesOfFreedom };
}

/** Blocks with a single unit in a group are judged together, with others if they are too few. */
export function smallBlocks(blocks: number, joined: number): readonly Notice[] {
  return blocks === 0 ? [] : [{ code: "small-blocks", severity: "info", blocks, joined }];
}

/** Blocks with an empty group tell nothing of the comparison. */
export function blocksWithoutWeight(strata: number, observations: number): readonly Notice[] {
  return strata === 0 ? [] : [{ code: "strata-without-weight", severity: "info", strata, observations }];
}

/** The weights of the groups differ within blocks, so that the blocks tell nothing of the variance. */
export const BLOCKS_UNUSED: Notice = { code: "blocks-unused", severity: "info" };

/** The method doesn't take the covariates that were given. */
export function covariatesUnused(covariates: readonly string[]): readonly Notice[] {
  return covariates.length === 0 ? [] : [{ code: "covariates-unused", severity: "info", covariates }];
}

/** The assignment moved few to receive: the first stage's F is small. */
export function weakInstrument(firstStage: number): Notice {
  return { code: "weak-instrument", severity: "warning", firstStage };
}

/** The data don't bound the effect on both sides. */
export const UNBOUNDED_INTERVAL: Notice = { code: "unbounded-interval", severity: "caution" };
