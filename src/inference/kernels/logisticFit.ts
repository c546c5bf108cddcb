import {
  dot,
  matrixProduct,
  matrixVector,
  orthonormalBasis,
  triangularInverse,
} from "../../numerics/index.js";
import { designOf, rootsOf } from "./design.js";
import type { Regression } from "./regression.js";
import { separatingTerms } from "./separatingTerms.js";
import { separationOf, type Separation } from "./separation.js";

/** A fitted logistic regression with what it gives each row, or why there is none. */
export type LogisticFit =
  | {
      readonly regression: Regression & { readonly logLikelihood: number };
      readonly fitted: Float64Array;
      readonly failure?: undefined;
    }
  | { readonly failure: SeparatedTerms | "not-converged" };

/** How far the outcome is separated, and the terms, by number, that do it. */
export interface SeparatedTerms {
  readonly extent: Separation["extent"];
  readonly terms: readonly number[];
}

/** Rows of 0 and 1 with their weights, and columns Q of which η = Qθ is made. */
interface Problem {
  readonly columns: readonly Float64Array[];
  readonly response: ArrayLike<number>;
  readonly roots: Float64Array;
}

interface State {
  readonly coordinates: readonly number[];
  readonly eta: Float64Array;
  readonly logLikelihood: number;
}

/** The regression of the working residuals at a state: Newton's step is its solution. */
interface Working {
  readonly basis: readonly Float64Array[];
  readonly inverse: number[][];
  readonly residuals: Float64Array;
  /** Score in the basis; its square is Newton's decrement. */
  readonly score: readonly number[];
}

/** Newton's method takes about six steps; it comes near this number only where there is no maximum. */
const MOST_STEPS = 60;
const MOST_HALVINGS = 40;
/** Newton's decrement, squared, at which the digits stand: at each step it is squared again. */
const ENOUGH = 1e-30;
/** From here on it may be rounding that keeps it from falling. */
const NEARLY = 1e-16;
/** Fitted odds this near to 0, or to infinity, call for a look at whether there is a maximum at all. */
const SUSPICIOUS = 1e-7;

/**
 * Logistic regression on columns and an intercept: the β with the greatest Σ w[yη − ln(1 + eᵑ)],
 * η = xβ, by Newton's method in an orthonormal basis of the columns; a step that lowers the
 * likelihood is halved.
 *
 * @param response 0 or 1
 * @param weights positive
 */
export function logisticFit(
  columns: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
  weights?: ArrayLike<number>,
): LogisticFit {
  const design = designOf(columns, response.length, weights);
  const roots = rootsOf(response.length, weights);
  const plain = design.basis.map((column) => column.map((value, i) => value / (roots[i] ?? 1)));
  const { state, working } = maximum({ columns: plain, response, roots });
  const isSuspicious = state.eta.some((eta) => Math.abs(eta) > -Math.log(SUSPICIOUS));
  if (working === undefined || isSuspicious) {
    const separation = separationOf(plain, response);
    if (separation !== undefined) {
      const terms = separatingTerms(columns, response, separation, design);
      return { failure: { extent: separation.extent, terms } };
    }
  }
  if (working === undefined) return { failure: "not-converged" };
  const { basis, inverse, residuals } = working;
  return {
    fitted: state.eta.map(expit),
    regression: {
      design: { ...design, basis, back: matrixProduct(design.back, inverse) },
      coefficients: matrixVector(design.back, state.coordinates),
      residuals,
      dispersion: 1,
      degreesOfFreedom: Infinity,
      logLikelihood: state.logLikelihood,
    },
  };
}

/** 1/(1 + e⁻ᵑ). */
export function expit(eta: number): number {
  return 1 / (1 + Math.exp(-eta));
}

/** Where Newton's method ends; without a working regression if it didn't come to a maximum. */
function maximum(problem: Problem): { readonly state: State; readonly working?: Working } {
  let state = stateAt(
    problem.columns.map(() => 0),
    problem,
  );
  let before = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const working = workingAt(state, problem);
    if (working === undefined) break;
    const decrement = dot(working.score, working.score);
    const isStuck = decrement <= NEARLY && decrement >= before / 2;
    if (decrement <= ENOUGH || isStuck) return { state, working };
    before = decrement;
    const next = risen(state, matrixVector(working.inverse, working.score), problem);
    if (next === undefined) break;
    state = next;
  }
  return { state };
}

function stateAt(coordinates: readonly number[], { columns, response, roots }: Problem): State {
  let logLikelihood = 0;
  const eta = roots.map((root, i) => {
    const value = columns.reduce((sum, column, k) => sum + (column[i] ?? 0) * (coordinates[k] ?? 0), 0);
    const towards = response[i] === 1 ? value : -value;
    // −ln(1 + e⁻ᵗ), which is t where e⁻ᵗ would overflow.
    logLikelihood += root ** 2 * (towards < -700 ? towards : -Math.log1p(Math.exp(-towards)));
    return value;
  });
  return { coordinates, eta, logLikelihood };
}

/** Undefined where fitted probabilities have come so near to 0 and 1 that the columns lose a dimension. */
function workingAt({ eta }: State, { columns, response, roots }: Problem): Working | undefined {
  // √(p(1 − p)) = 1/(2 cosh(η/2)), and (y − p)/√(p(1 − p)) = ±e^∓ᵑᐟ².
  const spread = eta.map((value, i) => (roots[i] ?? 1) / (2 * Math.cosh(value / 2)));
  const residuals = eta.map((value, i) =>
    response[i] === 1 ? (roots[i] ?? 1) * Math.exp(-value / 2) : -(roots[i] ?? 1) * Math.exp(value / 2),
  );
  const { basis, triangle } = orthonormalBasis(
    columns.map((column) => column.map((value, i) => value * (spread[i] ?? 0))),
  );
  if (basis.length < columns.length) return undefined;
  return {
    basis,
    inverse: triangularInverse(triangle),
    residuals,
    score: basis.map((direction) => dot(direction, residuals)),
  };
}

/** The step, halved until the likelihood isn't lower; rounding may hide a rise. */
function risen(state: State, step: readonly number[], problem: Problem): State | undefined {
  const rounding = 1e-12 * Math.abs(state.logLikelihood);
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving++, share /= 2) {
    const next = stateAt(
      state.coordinates.map((value, k) => value + share * (step[k] ?? 0)),
      problem,
    );
    if (next.logLikelihood >= state.logLikelihood - rounding) return next;
  }
  return undefined;
}
