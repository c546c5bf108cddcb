import type { Notice } from "../core/index.js";

/** Limits somewhere on a curve are 0 and 1. */
export const LIMITS_EXCLUDE_NOTHING: Notice = { code: "limits-exclude-nothing", severity: "info" };

/** Limits before the first event coincide with the curve. */
export const LIMITS_WITHOUT_WIDTH: Notice = { code: "limits-without-width", severity: "caution" };

/** Coefficients that the likelihood drives to infinity. */
export function monotoneLikelihood(terms: readonly string[]): Notice {
  return { code: "monotone-likelihood", severity: "warning", terms };
}

/** Risk sets so small that those in them are not independent. */
export function smallStrata(strata: number, events: number): Notice {
  return { code: "small-strata", severity: "caution", strata, events };
}

/** Two of the tests of a whole model don't heed the clusters. */
export const INDEPENDENT_ROWS: Notice = {
  code: "independent-rows",
  severity: "info",
  tests: ["likelihood-ratio", "score"],
};

/** The iteration gave up. */
export function notConverged(iterations: number): Notice {
  return { code: "not-converged", severity: "warning", iterations };
}

/** Fewer than ten events: hardly anything that rests on a normal approximation holds. */
export function fewEvents(events: number): readonly Notice[] {
  return events < FEW ? [{ code: "few-events", severity: "caution", events }] : [];
}

const FEW = 10;
