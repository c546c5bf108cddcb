import { competitionError } from "../core/index.js";
import type { Quadrant } from "./costWording.js";
import { isAmount } from "./plotOptions.js";

/** A comparison of costs and successes, by its structure. */
export interface PlaneShape {
  /** øre per citizen, comparator − reference. */
  readonly cost: { readonly estimate: number | null };
  /** Successes per citizen, comparator − reference. */
  readonly effect: { readonly estimate: number | null };
  readonly resampled?: {
    /** The same of each resample. */
    readonly replicates?: { readonly cost: ArrayLike<number>; readonly effect: ArrayLike<number> };
    readonly quadrants?: Readonly<Record<Quadrant, number>>;
  };
  /** øre per additional success. */
  readonly netBenefit?: readonly { readonly willingnessToPay: number }[];
}

/** øre and successes, per citizen. */
export interface PlanePoint {
  readonly cost: number;
  readonly effect: number;
}

/** What is drawn of a comparison. */
export interface Plane {
  readonly observed: PlanePoint | null;
  readonly shown: readonly PlanePoint[];
  /** How many resamples there are, of which `shown` are drawn. */
  readonly resamples: number;
  readonly quadrants: Readonly<Record<Quadrant, number>> | undefined;
  readonly willingnessToPay: number | undefined;
}

/** Most dots: more are no denser to the eye, but make a larger file. */
const MOST = 1000;

/**
 * What is drawn of a comparison: its result, and its resamples or an even selection of them.
 *
 * @throws CompetitionError `impossible-subject` or `nothing-to-draw`
 */
export function planeOf(comparison: PlaneShape, given: number | undefined): Plane {
  if (!isPlane(comparison)) throw impossible("costPlane", comparison, "a comparison of costs and successes");
  const { cost, effect, resampled, netBenefit = [] } = comparison;
  const columns = resampled?.replicates ?? { cost: [], effect: [] };
  const resamples = columns.cost.length;
  if (columns.effect.length !== resamples) {
    throw impossible(
      "costPlane.resampled.replicates",
      columns.effect.length,
      `${resamples} effects, as many as costs`,
    );
  }
  const drawn = Math.min(resamples, MOST);
  const shown = Array.from({ length: drawn }, (_, index) => {
    const at = Math.floor((index * resamples) / drawn);
    return pointOf(columns.cost[at], columns.effect[at], `costPlane.resampled.replicates[${at}]`);
  });
  const observed =
    cost.estimate === null || effect.estimate === null
      ? null
      : pointOf(cost.estimate, effect.estimate, "costPlane.comparison");
  if (observed === null && drawn === 0) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "costPlane",
      received: comparison,
      expected: "a cost and an effect, or resamples of them",
    });
  }
  const willingnessToPay = given ?? netBenefit[0]?.willingnessToPay;
  return { observed, shown, resamples, quadrants: resampled?.quadrants, willingnessToPay };
}

function isPlane(comparison: PlaneShape): boolean {
  const parts: readonly unknown[] = [comparison, comparison?.cost, comparison?.effect];
  return parts.every((part) => typeof part === "object" && part !== null);
}

function pointOf(cost: unknown, effect: unknown, path: string): PlanePoint {
  if (isAmount(cost) && typeof effect === "number" && Math.abs(effect) <= 1) return { cost, effect };
  throw impossible(
    path,
    `cost ${String(cost)}, effect ${String(effect)}`,
    "øre up to 10¹⁵ and an effect from −1 to 1",
  );
}

function impossible(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-subject", path, received, expected });
}
