import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barnardGreater, barnardTwoSided } from "../../../src/inference/kernels/barnard.js";
import { boschlooGreater } from "../../../src/inference/kernels/boschloo.js";
import { boschlooMinlike } from "../../../src/inference/kernels/boschlooMinlike.js";
import type { Table } from "../../../src/inference/kernels/table.js";
import { tables } from "../support.js";

/** C(n, k) exactly. */
function choose(n: number, k: number): bigint {
  let product = 1n;
  for (let i = 1; i <= k; i++) product = (product * BigInt(n - k + i)) / BigInt(i);
  return product;
}

/** A fraction of whole numbers; a top over 0 is infinite. */
type Fraction = readonly [top: bigint, bottom: bigint];

function isAtMost([a, b]: Fraction, [c, d]: Fraction): boolean {
  return b === 0n && d === 0n ? a <= c : a * d <= c * b;
}

function absolute([top, bottom]: Fraction): Fraction {
  return [top < 0n ? -top : top, bottom];
}

/** Orders tables from the most extreme, the smallest, on. */
type Order = (table: Table) => Fraction;

const ways = ({ x1, n1, x2, n2 }: Table): bigint => choose(n1, x1) * choose(n2, x2);

function withSameEvents({ x1, n1, x2, n2 }: Table): readonly Table[] {
  return Array.from({ length: x1 + x2 + 1 }, (_, x) => ({ x1: x, n1, x2: x1 + x2 - x, n2 })).filter(
    (other) => other.x1 <= n1 && other.x2 <= n2,
  );
}

function share(table: Table, counts: (other: Table) => boolean): Fraction {
  const counted = withSameEvents(table).filter(counts);
  return [
    counted.reduce((sum, other) => sum + ways(other), 0n),
    choose(table.n1 + table.n2, table.x1 + table.x2),
  ];
}

const byFisher: Order = (table) => share(table, (other) => other.x1 >= table.x1);
const byFisherTwoSided: Order = (table) => share(table, (other) => ways(other) <= ways(table));

/** −z|z|, of which the smallest is the most extreme. */
function byDeviate(isPooled: boolean): Order {
  return ({ x1, n1, x2, n2 }) => {
    const [a, m, b, n] = [BigInt(x1), BigInt(n1), BigInt(x2), BigInt(n2)];
    const difference = b * m - a * n;
    if (difference === 0n) return [0n, 1n];
    const square = difference < 0n ? -(difference ** 2n) : difference ** 2n;
    const events = a + b;
    return [square, isPooled ? events * (m + n - events) : a * (m - a) * n ** 3n + b * (n - b) * m ** 3n];
  };
}

function byDistance(isPooled: boolean): Order {
  return (table) => {
    const [top, bottom] = absolute(byDeviate(isPooled)(table));
    return [-top, bottom];
  };
}

/** The largest probability on a grid of the tables that an order puts no later than the observed one. */
function enumerated(table: Table, order: Order): number {
  const { n1, n2 } = table;
  const own = order(table);
  const weights = Array.from({ length: n1 + n2 + 1 }, () => 0);
  for (let x1 = 0; x1 <= n1; x1++) {
    for (let x2 = 0; x2 <= n2; x2++) {
      const other = { x1, n1, x2, n2 };
      if (isAtMost(order(other), own)) weights[x1 + x2] = (weights[x1 + x2] ?? 0) + Number(ways(other));
    }
  }
  const at = (p: number): number =>
    weights.reduce((sum, weight, s) => sum + weight * p ** s * (1 - p) ** (n1 + n2 - s), 0);
  return Math.max(...Array.from({ length: 4001 }, (_, i) => at(i / 4000)));
}

/** Whether a value is at least the largest on a fine grid, and hardly more. */
function isMaximum(found: number, onGrid: number): boolean {
  return found >= onGrid * (1 - 1e-11) && found <= onGrid * (1 + 2e-5);
}

const METHODS: Readonly<Record<string, readonly [(table: Table) => number, Order]>> = {
  "Boschloo, one-sided": [boschlooGreater, byFisher],
  "Boschloo, two-sided": [boschlooMinlike, byFisherTwoSided],
  "Barnard, one-sided, pooled": [(table) => barnardGreater(table, "pooled"), byDeviate(true)],
  "Barnard, one-sided, unpooled": [(table) => barnardGreater(table, "unpooled"), byDeviate(false)],
  "Barnard, two-sided, pooled": [(table) => barnardTwoSided(table, "pooled"), byDistance(true)],
  "Barnard, two-sided, unpooled": [(table) => barnardTwoSided(table, "unpooled"), byDistance(false)],
};

describe.each(Object.entries(METHODS))("the exact unconditional test of %s", (_, [test, order]) => {
  it("is the enumeration of all tables, ordered in whole numbers", () => {
    fc.assert(
      fc.property(tables(9), (table) => {
        expect(isMaximum(test(table), enumerated(table, order))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("counts the tables that tie with the observed one", () => {
    // Two-sided Fisher gives 373/2431 to 5/8 against 2/9, and, with other margins, to 3/8 against 7/9.
    for (const table of [
      { x1: 5, n1: 8, x2: 2, n2: 9 },
      { x1: 6, n1: 7, x2: 2, n2: 7 },
      { x1: 3, n1: 5, x2: 2, n2: 10 },
    ]) {
      expect(isMaximum(test(table), enumerated(table, order))).toBe(true);
    }
  });

  it("is 2⁻ᴺ for the most extreme table of two equal groups, and twice that two-sided", () => {
    const sides = test({ x1: 0, n1: 7, x2: 7, n2: 7 }) === 1 ? 1 : 2;
    expect(test({ x1: 7, n1: 7, x2: 0, n2: 7 })).toBeCloseTo(sides * 2 ** -14, 16);
  });

  it("is 1 where nobody or everybody has the event", () => {
    expect(test({ x1: 0, n1: 7, x2: 0, n2: 9 })).toBe(1);
    expect(test({ x1: 7, n1: 7, x2: 9, n2: 9 })).toBe(1);
  });

  it("keeps its digits and its head in groups of hundreds", () => {
    fc.assert(
      fc.property(tables(300), (table) => {
        const pValue = test(table);
        expect(pValue >= 0 && pValue <= 1).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
