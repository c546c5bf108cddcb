import type { Table } from "./table.js";
import { supportOf, type Tails } from "./unconditional.js";

/** Two doubles that differ by no more, relatively, are compared in whole numbers. */
const DOUBT = 1e-10;

/** How many of the equally likely draws give a table, in whole numbers of any length. */
export interface ExactWays {
  /** C(n₁, x₁)·C(n₂, s − x₁): the draws of s events with x₁ of them in the first group. */
  readonly of: (x1: number, events: number) => bigint;
  /** C(n₁ + n₂, s): all draws of s events. */
  readonly all: (events: number) => bigint;
}

/** The ways of two groups; they are counted when the first is asked for. */
export function exactWays(n1: number, n2: number): ExactWays {
  const [first, second, both] = [lazyRow(n1), lazyRow(n2), lazyRow(n1 + n2)];
  return {
    of: (x1, events) => (first()[x1] ?? 0n) * (second()[events - x1] ?? 0n),
    all: (events) => both()[events] ?? 0n,
  };
}

/** Some tables of a number of events. */
export interface Share {
  readonly tails: Tails;
  readonly events: number;
}

/** Whether the tables of one share are at most as probable as those of another, exactly. */
export function isShareAtMost(table: Table, ways: ExactWays, one: Share, other: Share): boolean {
  const [waysOfOne, waysOfOther] = [waysWithin(table, ways, one), waysWithin(table, ways, other)];
  return waysOfOne * ways.all(other.events) <= waysOfOther * ways.all(one.events);
}

/** a ≤ b for two doubles, decided exactly where they are too near for their digits. */
export function isAtMost(a: number, b: number, exactly: () => boolean): boolean {
  return Math.abs(a - b) > DOUBT * b ? a < b : exactly();
}

function waysWithin(table: Table, ways: ExactWays, { tails, events }: Share): bigint {
  const { lowest, highest } = supportOf(table, events);
  let sum = 0n;
  for (let x = lowest; x <= highest; x++) if (x <= tails.low || x >= tails.high) sum += ways.of(x, events);
  return sum;
}

/** C(n, 0) … C(n, n). */
function lazyRow(n: number): () => readonly bigint[] {
  let row: readonly bigint[] | undefined;
  return () => (row ??= pascalRow(n));
}

function pascalRow(n: number): readonly bigint[] {
  const row = [1n];
  let ways = 1n;
  for (let k = 1; k <= n; k++) {
    ways = (ways * BigInt(n - k + 1)) / BigInt(k);
    row.push(ways);
  }
  return row;
}
