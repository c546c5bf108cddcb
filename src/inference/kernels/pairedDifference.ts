import { deviationFactors } from "./betweenBlocks.js";
import { meanDifference, momentsOf, type Moments } from "./moments.js";
import type { PairedBlock, PairedBlocks, PairedValues } from "./pairedBlocks.js";

/** A deviation this much smaller than the largest difference is 0 but for rounding. */
const ROUNDING = 1e-12;

/** Differences in mean cost and mean effect, with the covariance of the two. */
export interface PairedDifference {
  readonly cost: number;
  readonly effect: number;
  /** Of cost, then effect. */
  readonly covariance: readonly [readonly [number, number], readonly [number, number]];
  /** Of the covariance, for Student's distribution; from 1. */
  readonly degreesOfFreedom: number;
}

/** An independent part of the covariance: its three entries, and the degrees of freedom that they are estimated with. */
interface Part {
  readonly costs: number;
  readonly both: number;
  readonly effects: number;
  readonly degrees: number;
}

/** A block's differences. */
interface Told {
  readonly share: number;
  readonly cost: number;
  readonly effect: number;
}

/**
 * Σ π(x̄₁ − x̄₀) over the blocks with their shares π, and its covariance: π²(S₁/n₁ + S₀/n₀) of each block that tells its
 * own, with the groups' sample covariances S (divisor n − 1), and of the others together how their differences vary,
 * Σ f(d − d̄)(d − d̄)ᵀ with the {@link deviationFactors} f.
 */
export function pairedDifference({ within, between }: PairedBlocks): PairedDifference {
  const parts = within.flatMap(partsOf);
  if (between.length > 0) parts.push(partBetween(between));
  const sumOf = (entry: "costs" | "both" | "effects"): number =>
    parts.reduce((sum, part) => sum + part[entry], 0);
  const both = sumOf("both");
  return {
    ...differenceOf([...within, ...between]),
    covariance: [
      [sumOf("costs"), both],
      [both, sumOf("effects")],
    ],
    degreesOfFreedom: Math.min(degreesOf(parts, "costs"), degreesOf(parts, "effects")),
  };
}

/** Σ share·difference of some blocks. */
export function differenceOf(blocks: readonly PairedBlock[]): {
  readonly cost: number;
  readonly effect: number;
} {
  const told = blocks.map(toldOf);
  return {
    cost: told.reduce((sum, { share, cost }) => sum + share * cost, 0),
    effect: told.reduce((sum, { share, effect }) => sum + share * effect, 0),
  };
}

/** The differences of blocks from their weighted mean. */
export function deviationsOf(blocks: readonly PairedBlock[]): readonly Told[] {
  const told = blocks.map(toldOf);
  const total = told.reduce((sum, { share }) => sum + share, 0);
  const meanOf = (entry: "cost" | "effect"): number =>
    told.reduce((sum, each) => sum + (each.share / total) * each[entry], 0);
  const largest = (entry: "cost" | "effect"): number =>
    Math.max(...told.map((each) => Math.abs(each[entry])));
  const from = (entry: "cost" | "effect"): ((each: Told) => number) => {
    const [mean, size] = [meanOf(entry), largest(entry)];
    return (each) => (Math.abs(each[entry] - mean) <= ROUNDING * size ? 0 : each[entry] - mean);
  };
  const [cost, effect] = [from("cost"), from("effect")];
  return told.map((each) => ({ share: each.share, cost: cost(each), effect: effect(each) }));
}

function toldOf({ comparator, reference, share }: PairedBlock): Told {
  return {
    share,
    cost: meanDifference(momentsOf(comparator.cost), momentsOf(reference.cost)),
    effect: meanDifference(momentsOf(comparator.effect), momentsOf(reference.effect)),
  };
}

function partsOf({ comparator, reference, share }: PairedBlock): readonly Part[] {
  return [comparator, reference].map((values): Part => {
    const [cost, effect] = [momentsOf(values.cost), momentsOf(values.effect)];
    const factor = (share * share) / cost.size;
    return {
      costs: factor * cost.variance,
      both: factor * productOf(values, cost, effect),
      effects: factor * effect.variance,
      degrees: cost.degrees,
    };
  });
}

function productOf({ cost, effect }: PairedValues, own: Moments, achieved: Moments): number {
  const sum = cost.reduce(
    (all, value, i) => all + (value - own.mean) * ((effect[i] ?? 0) - achieved.mean),
    0,
  );
  return sum / Math.max(1, own.degrees);
}

function partBetween(blocks: readonly PairedBlock[]): Part {
  const factors = deviationFactors(blocks.map(({ share }) => share)) ?? [];
  const deviations = deviationsOf(blocks);
  const sumOf = (of: (one: Told) => number): number =>
    deviations.reduce((sum, each, k) => sum + (factors[k] ?? 0) * of(each), 0);
  return {
    costs: sumOf(({ cost }) => cost * cost),
    both: sumOf(({ cost, effect }) => cost * effect),
    effects: sumOf(({ effect }) => effect * effect),
    degrees: blocks.length - 1,
  };
}

/**
 * Degrees of freedom of a sum of variances v with f each, (Σ v)²/Σ(v²/(f + 2)) − 2: Welch's second form, in which the
 * squares are estimated without bias (E v² = σ⁴(f + 2)/f). Satterthwaite's, without the 2's, takes a third of what there
 * is where many blocks have one degree each. Of a single part it is f, of several no less than the smallest.
 *
 * @see Welch (1947), Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28
 */
function degreesOf(parts: readonly Part[], entry: "costs" | "effects"): number {
  const sum = parts.reduce((total, part) => total + part[entry], 0);
  if (!(sum > 0)) return parts.reduce((total, { degrees }) => total + degrees, 0);
  const squares = parts.reduce((total, part) => total + (part[entry] / sum) ** 2 / (part.degrees + 2), 0);
  return Math.max(1, 1 / squares - 2);
}
