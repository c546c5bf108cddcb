import { competitionError, type CompetitionError } from "../core/index.js";

/** The error of a number that a distribution doesn't have. */
export function impossibleValue(path: string, received: unknown, expected: string): CompetitionError {
  return competitionError({ code: "impossible-value", path, received, expected });
}

/** Any number of the extended real line. */
export function requireNumber(name: string, value: number): void {
  if (!(value >= -Infinity)) throw impossibleValue(name, value, "a number");
}

export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw impossibleValue(name, value, "a finite number above 0");
}

/** Within these bounds sums, halves and inverses of shapes are ordinary doubles too. */
export function requireShape(name: string, value: number): void {
  if (!(value >= 1e-100 && value <= 1e100))
    throw impossibleValue(name, value, "a number from 1e-100 to 1e100");
}

/** Degrees of freedom, whose half is a shape. */
export function requireDegrees(name: string, value: number): void {
  if (!(value >= 1e-99 && value <= 1e100)) throw impossibleValue(name, value, "a number from 1e-99 to 1e100");
}

export function requireNonNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw impossibleValue(name, value, "a finite number from 0");
}

export function requireProbability(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw impossibleValue(name, value, "a number from 0 to 1");
}

export function requireInteger(name: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw impossibleValue(name, value, "a whole number");
}

export function requireCount(name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value >= 0)) {
    throw impossibleValue(name, value, "a whole number from 0 to 2^53 - 1");
  }
}
