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

/** Two groups of values in increasing order, with what they are like. */
export interface SamplePair {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly samples: Readonly<Record<"comparator" | "reference", SampleSummary>>;
  /** What provenance tells of them. */
  readonly inputs: Readonly<Record<"comparator" | "reference", number>>;
}

/**
 * Two groups of values.
 *
 * @throws CompetitionError `impossible-data` unless they are arrays, `impossible-number`
 */
export function readSamples(comparator: unknown, reference: unknown): SamplePair {
  const first = readSample(comparator, "comparator").toSorted();
  const second = readSample(reference, "reference").toSorted();
  return {
    first,
    second,
    samples: { comparator: summaryOf(first), reference: summaryOf(second) },
    inputs: { comparator: first.length, reference: second.length },
  };
}

function readSample(values: unknown, path: string): Float64Array {
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

function summaryOf(ordered: Float64Array): SampleSummary {
  const { size, mean, variance } = momentsOf(ordered);
  const [below = 0, above = 0] = [ordered[(size - 1) >> 1], ordered[size >> 1]];
  return {
    size,
    mean: size === 0 ? null : mean,
    standardDeviation: size < 2 ? null : Math.sqrt(variance),
    median: size === 0 ? null : below + (above - below) / 2,
  };
}
