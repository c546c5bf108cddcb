import { studentTQuantile } from "../../numerics/index.js";
import type { ReducedForms } from "./instrument.js";
import type { Limits } from "./limits.js";
import { quadraticSet } from "./quadraticSet.js";
import type { Regression } from "./regression.js";
import type { CoefficientCovariance } from "./robustCovariance.js";

/** What Anderson and Rubin's test says of the effects of what was received. */
export interface AndersonRubin {
  /** The instrument's coefficient for the response, and its standard error: no effect means it is 0. */
  readonly reduced: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly isBlind: boolean;
  /** The effects that aren't rejected at a level. */
  readonly set: (level: number) => readonly Limits[];
}

/**
 * An effect τ isn't rejected if the instrument tells nothing of response − τ·received: with its
 * coefficients g and d for the two and their covariance, (g − τd)² ≤ t²·(V_gg − 2τV_gd + τ²V_dd). That
 * holds at its level however little the instrument does.
 *
 * @param covarianceOf covariance of a regression's coefficients, quadratic in its residuals
 * @see Anderson & Rubin (1949), Annals of Mathematical Statistics 20, 46–63, doi:10.1214/aoms/1177730090
 */
export function andersonRubin(
  { response, received }: ReducedForms,
  covarianceOf: (fit: Regression) => CoefficientCovariance,
): AndersonRubin {
  const variance = (factor: number, other: number): number =>
    covarianceOf(mixed(response, received, factor, other)).matrix[1]?.[1] ?? 0;
  const own = variance(1, 0);
  const others = variance(0, 1);
  const common = (variance(1, 1) - variance(1, -1)) / 4;
  const { degreesOfFreedom, isBlind } = covarianceOf(response).certainty(
    response.coefficients.map((_, k) => (k === 1 ? 1 : 0)),
  );
  const [reduced = 0, first = 0] = [response.coefficients[1], received.coefficients[1]];
  return {
    reduced,
    standardError: Math.sqrt(own),
    degreesOfFreedom,
    isBlind,
    set: (level) => {
      const square = studentTQuantile((1 - level) / 2, degreesOfFreedom, "upper") ** 2;
      return quadraticSet(
        first * first - square * others,
        reduced * first - square * common,
        reduced * reduced - square * own,
      );
    },
  };
}

/** The regression of a combination of two responses on the same design. */
function mixed(one: Regression, other: Regression, factor: number, otherFactor: number): Regression {
  const residuals = one.residuals.map(
    (residual, i) => factor * residual + otherFactor * (other.residuals[i] ?? 0),
  );
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  return { ...one, residuals, dispersion: squares / one.degreesOfFreedom };
}
