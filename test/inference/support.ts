import * as fc from "fast-check";
import { isCompetitionError, type CompetitionError } from "../../src/core/index.js";
import type { Count, Estimate } from "../../src/inference/index.js";
import type { Table } from "../../src/inference/kernels/table.js";

/** The error of this package that a piece of work ends in. */
export function errorOf(work: () => unknown): CompetitionError {
  try {
    work();
  } catch (error) {
    if (isCompetitionError(error)) return error;
    throw error;
  }
  throw new Error("the work succeeded");
}

/** Counts with a total from `least` to `most`. */
export function counts(least: number, most: number): fc.Arbitrary<Count> {
  return fc
    .integer({ min: least, max: most })
    .chain((total) => fc.integer({ min: 0, max: total }).map((events) => ({ events, total })));
}

/** Tables with totals from 1 to `most`. */
export function tables(most: number): fc.Arbitrary<Table> {
  return fc
    .tuple(counts(1, most), counts(1, most))
    .map(([a, b]) => ({ x1: a.events, n1: a.total, x2: b.events, n2: b.total }));
}

/** A text with plain spaces for those that don't break. */
export function plain(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, " ");
}

/** Whether an estimate's test and interval tell the same of the null value, a limit at it being of both sides. */
export function agrees({ interval, test }: Estimate): boolean {
  if (test === undefined) return true;
  const { lower, upper, level } = interval;
  const width = Math.min(1, upper - lower);
  const isAbout = (limit: number): boolean => Math.abs(limit - test.nullValue) <= 1e-9 * (1 + width);
  if (isAbout(lower) || isAbout(upper)) return true;
  const isInside = lower < test.nullValue && test.nullValue < upper;
  return isInside ? test.pValue >= 1 - level - 1e-9 : test.pValue <= 1 - level + 1e-9;
}
