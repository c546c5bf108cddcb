import { fieldOf, malformed, object, wholeNumber, type Shape } from "../shape.js";
import type { Probabilities, Weights } from "../types.js";

const LARGEST_WEIGHT = 1_000_000; // keeps Σw within what a stream can draw below, for thousands of arms

/** A whole-number weight from 1 for each arm, and for nothing else. */
export function weightsShape(arms: readonly string[]): Shape {
  return object(Object.fromEntries(arms.map((arm) => [arm, wholeNumber(1, LARGEST_WEIGHT)])));
}

/** Weights whose sum in lowest terms is at most `largest`. */
export function smallWeightsShape(arms: readonly string[], largest: number): Shape {
  const shape = weightsShape(arms);
  return (value, field) => {
    const problems = shape(value, field);
    if (problems.length > 0) return problems;
    const total = sumOf(lowestTerms(arms, (arm) => Number(fieldOf(value, arm))));
    return total <= largest
      ? []
      : [malformed(field, total, `weights whose sum in lowest terms is at most ${largest}`)];
  };
}

/** W of a declaration, which what else it says must fit; undefined where the weights are wrong themselves. */
export function declaredTotal(design: unknown, arms: readonly string[]): number | undefined {
  const weights = fieldOf(design, "weights");
  if (weightsShape(arms)(weights, "").length > 0) return undefined;
  return sumOf(lowestTerms(arms, (arm) => Number(fieldOf(weights, arm))));
}

/** The arms' weights, in their order, divided by their greatest common divisor. */
export function weightsOf(weights: Weights, arms: readonly string[]): readonly number[] {
  return lowestTerms(arms, (arm) => weights[arm] ?? 0);
}

/** Each arm's share wₖ/W of the weights. */
export function sharesOf(weights: Weights, arms: readonly string[]): Probabilities {
  const lowest = weightsOf(weights, arms);
  const total = sumOf(lowest);
  return Object.fromEntries(arms.map((arm, k) => [arm, (lowest[k] ?? 0) / total]));
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function lowestTerms(arms: readonly string[], weightOf: (arm: string) => number): readonly number[] {
  const given = arms.map(weightOf);
  const divisor = given.reduce(greatestCommonDivisor, 0);
  return given.map((weight) => weight / divisor);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
