import { competitionError } from "../core/index.js";
import { momentsOf } from "./kernels/moments.js";

/** Values beyond lose their squares to overflow. */
const LARGEST = 1e100;

/** What the values of a group are like. */
export interface SampleSummary {
  readonly size: number;
  /** `null` of no values. */
  readonly mean: number | null;
  /** With divisor n − 1; `null` of fewer than two values. */
  readonly standardDeviation: number | null;
  /** `null` of no values. */
  readonly median: number | null;
}

/**
 * Values of a group as numbers.
 *
 * @throws CompetitionError `impossible-data` unless they are an array, `impossible-number`
 */
export function readSample(values: unknown, path: string): Float64Array {
  if (!isList(values)) {
    throw competitionError({
      code: "impossible-data",
      path,
      received: values,
      expected: "an array of numbers, one for each person",
    });
  }
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = numberOf(values[i], `${path}[${i}]`);
  return numbers;
}

function isList(values: unknown): values is ArrayLike<unknown> {
  return Array.isArray(values) || (ArrayBuffer.isView(values) && "length" in values);
}

function numberOf(value: unknown, path: string): number {
  if (typeof value === "number" && Math.abs(value) <= LARGEST) return value;
  throw competitionError({
    code: "impossible-number",
    path,
    received: value,
    expected: "a number from −1e100 to 1e100",
    ...(value === null || value === undefined || Number.isNaN(value)
      ? { hint: "Leave out whoever has no value, and say how many they are." }
      : {}),
  });
}

/** Values in increasing order, as a copy. */
export function sorted(values: Float64Array): Float64Array {
  return values.toSorted();
}

/** What values in increasing order are like. */
export function summaryOf(ordered: Float64Array): SampleSummary {
  const { size, mean, variance } = momentsOf(ordered);
  const [below = 0, above = 0] = [ordered[(size - 1) >> 1], ordered[size >> 1]];
  return {
    size,
    mean: size === 0 ? null : mean,
    standardDeviation: size < 2 ? null : Math.sqrt(variance),
    median: size === 0 ? null : below + (above - below) / 2,
  };
}
