import { competitionError, type ResolvedOption } from "../core/index.js";
import { inverseVariance } from "./kernels/inverseVariance.js";
import {
  mantelHaenszelDifferenceBinomial,
  mantelHaenszelDifferenceSato,
  mantelHaenszelOddsRatio,
  mantelHaenszelRatio,
  type CommonEffect,
} from "./kernels/mantelHaenszel.js";
import { stratifiedNewcombe } from "./kernels/stratifiedNewcombe.js";
import { stratifiedScoreDifference, stratifiedScoreRatio } from "./kernels/stratifiedScore.js";
import type { Table } from "./kernels/table.js";
import type { Measure } from "./question.js";
import { SOURCES } from "./sources.js";

/** The methods over strata; each measure has its own. */
export type StratifiedMethod = "mantel-haenszel" | "newcombe" | "miettinen-nurminen" | "inverse-variance";

/** Variances of the Mantel-Haenszel risk difference. */
export type StratifiedVariance = "sato" | "greenland-robins";

/** A method over strata for one measure. */
export interface StratifiedRecipe {
  readonly method: StratifiedMethod;
  readonly judge: (strata: readonly Table[]) => CommonEffect;
  readonly references: readonly string[];
  /** What the Mantel-Haenszel interval builds on; the other methods have one way each. */
  readonly variance?: StratifiedVariance | "robins-breslow-greenland";
}

const RECIPES: Readonly<Record<Measure, readonly StratifiedRecipe[]>> = {
  "risk-difference": [
    mantelHaenszel("sato", mantelHaenszelDifferenceSato),
    mantelHaenszel("greenland-robins", mantelHaenszelDifferenceBinomial),
    { method: "newcombe", judge: stratifiedNewcombe, references: SOURCES["newcombe-stratified"] },
    {
      method: "miettinen-nurminen",
      judge: (strata) => stratifiedScoreDifference(strata),
      references: SOURCES["miettinen-nurminen"],
    },
    inverseVarianceOf("risk-difference"),
  ],
  "risk-ratio": [
    mantelHaenszel("greenland-robins", mantelHaenszelRatio),
    {
      method: "miettinen-nurminen",
      judge: (strata) => stratifiedScoreRatio(strata),
      references: SOURCES["miettinen-nurminen"],
    },
    inverseVarianceOf("risk-ratio"),
  ],
  "odds-ratio": [
    mantelHaenszel("robins-breslow-greenland", mantelHaenszelOddsRatio),
    inverseVarianceOf("odds-ratio"),
  ],
};

function mantelHaenszel(
  variance: StratifiedVariance | "robins-breslow-greenland",
  judge: (strata: readonly Table[]) => CommonEffect,
): StratifiedRecipe {
  return { method: "mantel-haenszel", judge, references: SOURCES[variance], variance };
}

function inverseVarianceOf(measure: Measure): StratifiedRecipe {
  return {
    method: "inverse-variance",
    judge: (strata) => inverseVariance(measure, strata),
    references: SOURCES["inverse-variance"],
  };
}

/** What chooses a recipe. */
export interface StratifiedChoice {
  readonly measure: Measure;
  readonly method: StratifiedMethod;
  readonly variance?: StratifiedVariance;
}

/**
 * The recipe of a measure by method and variance.
 *
 * @throws CompetitionError `impossible-option` for a method that the measure doesn't have, or a
 *   variance where there is no choice of it.
 */
export function stratifiedRecipe({ measure, method, variance }: StratifiedChoice): StratifiedRecipe {
  const recipes = RECIPES[measure].filter((recipe) => recipe.method === method);
  const [first] = recipes;
  if (first === undefined) {
    const methods = new Set(RECIPES[measure].map((recipe) => recipe.method));
    throw contradiction("method", method, `a method of the ${measure}: ${[...methods].join(", ")}`);
  }
  if (variance === undefined) return first;
  if (recipes.length === 1) {
    throw contradiction("variance", variance, `nothing: the ${measure} by ${method} has one variance only`);
  }
  return recipes.find((recipe) => recipe.variance === variance) ?? first;
}

/** The variance as a result records it: nothing where the method has none. */
export function varianceOption(
  { measure, variance }: StratifiedChoice,
  recipe: StratifiedRecipe,
): Readonly<Record<string, ResolvedOption>> {
  if (recipe.variance === undefined) return {};
  if (variance !== undefined) return { variance: { value: variance, source: "given" } };
  const source = measure === "risk-difference" ? "default" : "derived";
  return { variance: { value: recipe.variance, source } };
}

function contradiction(option: string, received: unknown, expected: string): Error {
  return competitionError({
    code: "impossible-option",
    path: `stratifiedComparison.${option}`,
    received,
    expected,
  });
}
