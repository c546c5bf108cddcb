import { randomEffects, type Count, type Interval } from "../../inference/index.js";
import {
  informationAt,
  mixOf,
  mixOfStandard,
  rateAt,
  shiftAt,
  type GroupCounts,
  type Standard,
} from "./caseMix.js";
import type { Peer } from "./peers.js";
import type { Shifts } from "./place.js";
import type { Normal } from "../ranks.js";
import type { ClusterSpread } from "../types.js";

/** Fewest municipalities whose distance from each other says where the next one may be expected. */
export const FEWEST_PEERS = 3;

/** How the municipalities of a cluster vary. */
export interface Cluster {
  /** The mean of the municipalities and the limits of the next one, as log odds above the pooled rates. */
  readonly typical: Shifts;
  /** Of the mean, by Hartung and Knapp. */
  readonly standardError: number;
  readonly spread: Omit<ClusterSpread, "leaveOneOut">;
  /** By municipality: its log odds above the pooled rates, drawn towards the mean. */
  readonly shrunken: ReadonlyMap<string, Normal>;
}

/**
 * How municipalities vary, and where the next one may be expected.
 *
 * Each municipality has a shift uᵢ: so many log odds above the cluster's pooled rates, the same in every group,
 * estimated so that its expected number is the observed one, with variance 1/Σ n p (1 − p). The uᵢ vary about
 * a mean μ with variance τ²: `randomEffects` by REML with Hartung and Knapp's adjustment, and its prediction
 * interval on k − 2 degrees of freedom. A municipality without any success, or with nothing else, is counted with
 * half a success more and one citizen more.
 *
 * @returns nothing with fewer than three municipalities
 */
export function clusterOf(peers: readonly Peer[], standard: Standard, level: number): Cluster | undefined {
  const units = peers.filter(({ total }) => total > 0);
  if (units.length < FEWEST_PEERS) return undefined;
  const studies = units.map(({ municipality, groups, events, total }) => ({
    label: municipality,
    ...shiftOf({ events, total }, groups, standard),
  }));
  const fit = randomEffects(studies, { level });
  const { estimate, tauSquared, iSquared, standardError = 0 } = fit;
  if (estimate === null || tauSquared === null || iSquared === null) return undefined;
  const mix = mixOfStandard(standard);
  const asRates = (interval: Interval): Interval => ({
    lower: rateAt(mix, interval.lower),
    upper: rateAt(mix, interval.upper),
    level: interval.level,
    sides: interval.sides,
    method: interval.method,
  });
  return {
    typical: { estimate, lower: fit.prediction.lower, upper: fit.prediction.upper },
    standardError,
    spread: {
      model: "random-effects",
      typical: { estimate: rateAt(mix, estimate), interval: asRates(fit.interval) },
      prediction: asRates(fit.prediction),
      tauSquared,
      iSquared,
      pValue: fit.q.pValue,
    },
    shrunken: new Map(
      studies.map((study) => [study.label, shrunkenShift(study, { estimate, standardError, tauSquared })]),
    ),
  };
}

/** A unit's log odds above the pooled rates with their variance; finite whatever its counts. */
export function shiftOf(
  { events, total }: Count,
  groups: GroupCounts,
  standard: Standard,
): { readonly estimate: number; readonly variance: number } {
  const mix = mixOf(groups, standard);
  const [observed, of] = events === 0 || events === total ? [events + 0.5, total + 1] : [events, total];
  const estimate = shiftAt(mix, observed / of);
  return { estimate, variance: 1 / (of * informationAt(mix, estimate)) };
}

/**
 * A shift drawn towards the mean, μ + B(u − μ) with B = τ²/(τ² + v), and its standard error
 * √(Bv + (1 − B)² SE(μ)²), in which the mean's is carried and τ²'s isn't.
 */
export function shrunkenShift(
  { estimate, variance }: { readonly estimate: number; readonly variance: number },
  mean: { readonly estimate: number; readonly standardError: number; readonly tauSquared: number },
): Normal {
  const kept = mean.tauSquared / (mean.tauSquared + variance);
  return {
    estimate: mean.estimate + kept * (estimate - mean.estimate),
    standardError: Math.sqrt(kept * variance + ((1 - kept) * mean.standardError) ** 2),
  };
}
