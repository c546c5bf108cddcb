import type { Table } from "./table.js";
import { supportOf, type Tails } from "./unconditional.js";

/** Two doubles that differ by no more, relatively, are compared in whole numbers. */
const DOUBT = 4e-12;

/** How many of the equally likely draws give a table, in whole numbers of any length. */
export interface ExactWays {
  /** C(n₁, x₁)·C(n₂, s − x₁): the draws of s events with x₁ of them in the first group. */
  readonly of: (x1: number, events: number) => bigint;
  /** C(n₁ + n₂, s): all draws of s events. */
  readonly all: (events: number) => bigint;
}

/** The ways of two groups; they are counted when the first is asked for. */
export function exactWays(n1: number, n2: number): ExactWays {
  const first = lazy(() => pascalRow(n1));
  const second = lazy(() => pascalRow(n2));
  const both = lazy(() => pascalRow(n1 + n2));
  return {
    of: (x1, events) => (first()[x1] ?? 0n) * (second()[events - x1] ?? 0n),
    all: (events) => both()[events] ?? 0n,
  };
}

/** A probability as a fraction of whole numbers. */
export interface ExactShare {
  readonly part: bigint;
  readonly all: bigint;
}

/** The probability of the tables in two tails, among those with a number of events. */
export function shareWithin(table: Table, ways: ExactWays, events: number, { low, high }: Tails): ExactShare {
  const { lowest, highest } = supportOf(table, events);
  let part = 0n;
  for (let x = lowest; x <= highest; x++) if (x <= low || x >= high) part += ways.of(x, events);
  return { part, all: ways.all(events) };
}

export function isShareAtMost(one: ExactShare, other: ExactShare): boolean {
  return one.part * other.all <= other.part * one.all;
}

/** Makes a value when it is first asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * a ≤ b for two probabilities, decided exactly where their digits are too near. Below the doubles all
 * are 0 and add nothing, in whichever order.
 */
export function isAtMost(a: number, b: number, exactly: () => boolean): boolean {
  if (a === 0 || Math.abs(a - b) > DOUBT * b) return a <= b;
  return exactly();
}

/** C(n, 0) … C(n, n). */
function pascalRow(n: number): readonly bigint[] {
  const row = [1n];
  let ways = 1n;
  for (let k = 1; k <= n; k++) {
    ways = (ways * BigInt(n - k + 1)) / BigInt(k);
    row.push(ways);
  }
  return row;
}
