import { competitionError } from "../../core/index.js";
import type { Limit } from "./procedure.js";

/** Probabilities of the arms, in their order: `parts` of one `whole`, in lowest terms. */
export interface ExactProbabilities {
  readonly parts: readonly number[];
  readonly whole: number;
}

/** How many units of a roster have so many members, over all strata. */
export type Sizes = ReadonlyMap<number, number>;

interface Fraction {
  readonly over: number;
  readonly under: number;
}

/**
 * The probabilities that are nearest to the weights among those that keep within the limits however the
 * shares are rounded; undefined where there are none.
 *
 * With N_m units of m citizens, arm k must have Σ m·⌈N_m·pₖ⌉ ≤ room and should have Σ m·⌊N_m·pₖ⌋ ≥ owed:
 * an interval for pₖ, the room going before what is owed. Within the intervals pₖ = wₖ·λ, with the one λ
 * that makes Σ pₖ = 1 (water-filling). Where the batch is too small for all that is owed, it is shared
 * out by the weights among the arms that are owed something, none of them getting more than that.
 *
 * @throws CompetitionError `batch-too-fine` where whole numbers to 2⁵³ couldn't hold the common denominator.
 */
export function limitedProbabilities(
  sizes: Sizes,
  weights: readonly number[],
  limits: readonly Limit[],
): ExactProbabilities | undefined {
  const citizens = sum([...sizes].map(([members, units]) => members * units));
  const uppers = limits.map(({ room }) => largest(sizes, citizens, room));
  const lowers = limits.map(({ owed }, k) =>
    lesser(complement(largest(sizes, citizens, Math.max(citizens - owed, 0))), uppers[k] ?? NONE),
  );
  const whole = [...uppers, ...lowers].reduce((common, { under }) => leastCommonMultiple(common, under), 1);
  if (whole * Math.max(citizens, 1) * sum(weights) > Number.MAX_SAFE_INTEGER) throw tooFine(citizens);

  const upper = uppers.map((fraction) => partsOf(fraction, whole));
  const lower = lowers.map((fraction) => partsOf(fraction, whole));
  if (sum(upper) < whole) return undefined;
  return sum(lower) > whole
    ? waterFilled(
        whole,
        weights,
        lower.map(() => 0),
        lower,
      )
    : waterFilled(whole, weights, lower, upper);
}

const NONE: Fraction = { over: 0, under: 1 };
const ALL: Fraction = { over: 1, under: 1 };

/**
 * The largest p at which Σ m·⌈N_m·p⌉ ≤ room. The sum grows just after each j/N_m and is constant up to
 * the next, so the largest is one of these; for each size it is found by halving.
 */
function largest(sizes: Sizes, citizens: number, room: number): Fraction {
  if (room >= citizens) return ALL;
  const taken = (j: number, n: number): number =>
    sum([...sizes].map(([members, units]) => members * Math.ceil((units * j) / n)));
  let best = NONE;
  for (const n of sizes.values()) {
    let fits = 0;
    let beyond = n;
    while (beyond - fits > 1) {
      const middle = Math.floor((fits + beyond) / 2);
      if (taken(middle, n) <= room) fits = middle;
      else beyond = middle;
    }
    if (fits * best.under > best.over * n) best = { over: fits, under: n };
  }
  return inLowestTerms(best);
}

/**
 * pₖ = wₖ·λ, held between lower and upper, with Σ pₖ = whole; it takes Σ lower ≤ whole ≤ Σ upper. Whoever
 * overshoots a bound is settled there, of the two sides the one that overshoots by more, and the rest is
 * shared out anew, until nobody overshoots.
 */
function waterFilled(
  whole: number,
  weights: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
): ExactProbabilities {
  const settled = new Map<number, number>();
  for (;;) {
    const free = sum(weights.filter((_, k) => !settled.has(k)));
    const rest = whole - sum([...settled.values()]);
    const scale = Math.max(free, 1);
    const aims = weights.map(
      (weight, k) => (settled.get(k) ?? 0) * scale + (settled.has(k) ? 0 : rest * weight),
    );
    const held = aims.map((aim, k) =>
      Math.min(Math.max(aim, (lower[k] ?? 0) * scale), (upper[k] ?? 0) * scale),
    );
    const moved = held.map((each, k) => each - (aims[k] ?? 0));
    if (moved.every((each) => each === 0)) return reduced(aims, whole * scale);
    const side = Math.sign(sum(moved));
    for (const [k, each] of moved.entries()) {
      if (each !== 0 && (side === 0 || Math.sign(each) === side)) settled.set(k, (held[k] ?? 0) / scale);
    }
  }
}

function reduced(parts: readonly number[], whole: number): ExactProbabilities {
  const divisor = parts.reduce(greatestCommonDivisor, whole);
  return { parts: parts.map((part) => part / divisor), whole: whole / divisor };
}

function inLowestTerms({ over, under }: Fraction): Fraction {
  const divisor = greatestCommonDivisor(over, under);
  return { over: over / divisor, under: under / divisor };
}

function complement({ over, under }: Fraction): Fraction {
  return { over: under - over, under };
}

function lesser(a: Fraction, b: Fraction): Fraction {
  return a.over * b.under <= b.over * a.under ? a : b;
}

function partsOf({ over, under }: Fraction, whole: number): number {
  return over * (whole / under);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function tooFine(citizens: number): Error {
  return competitionError({
    code: "batch-too-fine",
    path: "roster",
    received: `${citizens} citizens`,
    expected: "numbers of households of each size, and weights, that have a common denominator below 2⁵³",
    hint: "Freeze the week's referrals in two rosters.",
  });
}
