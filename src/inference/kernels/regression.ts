import { dot, matrixVector, type Matrix } from "../../numerics/index.js";
import { designOf, rootsOf, type Design } from "./design.js";

/**
 * A fitted regression in the coordinates of its basis, as the covariance estimators take it: with q
 * a row of the basis and e its residual, the row's score is q·e, and the covariance of the
 * coordinates is the identity times the dispersion if the model is right.
 */
export interface Regression {
  readonly design: Design;
  /** Of the terms kept. */
  readonly coefficients: readonly number[];
  /** √w·(response − fitted), or its like. */
  readonly residuals: Float64Array;
  /** σ̂² of least squares, 1 of a likelihood. */
  readonly dispersion: number;
  /** Of Student's t; infinite for the normal distribution. */
  readonly degreesOfFreedom: number;
  readonly logLikelihood?: number;
}

/** A residual this small beside the response is rounding. */
const ROUNDING = 2 ** -45;

/** Least squares on columns and an intercept: the β with the least Σ w(y − xβ)². */
export function leastSquaresFit(
  columns: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Regression {
  const design = designOf(columns, response.length, weights);
  const { residuals, coefficients } = projected(design, scaled(response, weights));
  const degreesOfFreedom = response.length - design.basis.length;
  const squares = dot(residuals, residuals);
  return {
    design,
    coefficients,
    residuals,
    dispersion: squares / degreesOfFreedom,
    degreesOfFreedom,
    logLikelihood: gaussianLogLikelihood(squares, response.length, weights),
  };
}

/** √w·y. */
function scaled(response: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  return rootsOf(response.length, weights).map((root, i) => root * (response[i] ?? 0));
}

/** Coefficients of a response on a design, and what it leaves. */
function projected(
  design: Design,
  response: Float64Array,
): { readonly coefficients: readonly number[]; readonly residuals: Float64Array } {
  const residuals = Float64Array.from(response);
  // The second round takes out what rounding left in the first.
  const parts = design.basis.map((direction) => takeOut(residuals, direction));
  const again = design.basis.map((direction) => takeOut(residuals, direction));
  const coordinates = parts.map((part, i) => part + (again[i] ?? 0));
  const size = response.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  for (let i = 0; i < residuals.length; i++) {
    if (Math.abs(residuals[i] ?? 0) <= ROUNDING * size) residuals[i] = 0;
  }
  return { coefficients: matrixVector(design.back, coordinates), residuals };
}

function takeOut(vector: Float64Array, direction: Float64Array): number {
  const part = dot(direction, vector);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - part * (direction[i] ?? 0);
  return part;
}

/** Of independent normal errors with variances in proportion to 1/w, at the most likely variance. */
function gaussianLogLikelihood(squares: number, rows: number, weights?: ArrayLike<number>): number {
  let logWeights = 0;
  for (let i = 0; i < rows; i++) logWeights += Math.log(weights?.[i] ?? 1);
  return (logWeights - rows * (Math.log((2 * Math.PI * squares) / rows) + 1)) / 2;
}

/** hᵢᵢ: how much a row's fitted value follows its own response, from 0 to 1. */
export function leverages(design: Design): Float64Array {
  const [first] = design.basis;
  const sums = new Float64Array(first?.length ?? 0);
  for (const direction of design.basis) {
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (direction[i] ?? 0) ** 2;
  }
  return sums;
}

/** The variance of a combination of estimates. */
export function varianceOf(contrast: readonly number[], covariance: Matrix): number {
  return Math.max(0, dot(contrast, matrixVector(covariance, contrast)));
}
