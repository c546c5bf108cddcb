import { competitionError, oneOf, type OptionRule, type ResolvedOption } from "../core/index.js";
import { clusterCovariance, type Clusters } from "./kernels/clusterCovariance.js";
import type { Regression } from "./kernels/regression.js";
import { rowCovariance, type CoefficientCovariance, type RowCovariance } from "./kernels/robustCovariance.js";

/** What the standard errors of a regression build on. */
export type Covariance = "hc2" | "hc0" | "hc3" | "cr2" | "model";

/** `hc2` by default, `cr2` with clusters: so the rule itself has no default. */
export const covarianceRule: OptionRule<Covariance> = {
  expected: oneOf(["hc2", "hc0", "hc3", "cr2", "model"]).expected,
  accepts: oneOf(["hc2", "hc0", "hc3", "cr2", "model"]).accepts,
};

/** A covariance estimator, chosen. */
export type ChosenCovariance =
  | { readonly kind: RowCovariance; readonly clusters?: undefined }
  | { readonly kind: "cr0" | "cr2"; readonly clusters: Clusters };

/**
 * The estimator for rows, or for clusters: `cr2`, or `hc0` summed by cluster, which is CR0.
 *
 * @throws CompetitionError `impossible-option` for `cr2` without clusters, and for the others with them.
 */
export function chosenCovariance(
  operation: string,
  given: Covariance | undefined,
  clusters: Clusters | undefined,
): ChosenCovariance {
  if (clusters === undefined) {
    if (given !== "cr2") return { kind: given ?? "hc2" };
    throw refusal(operation, given, "hc2, hc0, hc3 or model: cr2 needs the column clusters");
  }
  if (given === undefined || given === "cr2") return { kind: "cr2", clusters };
  if (given === "hc0") return { kind: "cr0", clusters };
  throw refusal(operation, given, "cr2 or hc0, which take the rows of a cluster together");
}

function refusal(operation: string, received: Covariance, expected: string): Error {
  return competitionError({ code: "impossible-option", path: `${operation}.covariance`, received, expected });
}

/** The choice as it stands in the provenance. */
export function covarianceOption(given: Covariance | undefined, { kind }: ChosenCovariance): ResolvedOption {
  if (given !== undefined) return { value: given, source: "given" };
  return { value: kind, source: kind === "cr2" ? "derived" : "default" };
}

/** The covariance of a regression's coefficients by the chosen estimator. */
export function covarianceOf(
  fit: Regression,
  chosen: ChosenCovariance,
  weights?: ArrayLike<number>,
): CoefficientCovariance {
  return chosen.clusters === undefined
    ? rowCovariance(fit, chosen.kind)
    : clusterCovariance(fit, chosen.kind, chosen.clusters, weights);
}
