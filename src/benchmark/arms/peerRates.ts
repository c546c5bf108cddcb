import { proportion, type Interval } from "../../inference/index.js";
import { findRoot, normalCdf, normalQuantile } from "../../numerics/index.js";
import type { Basis } from "./basis.js";
import { mixOf, mixOfStandard, rateAt, type Mix } from "./caseMix.js";
import { isMerged } from "./mergeSmall.js";
import type { Peer } from "./peers.js";
import { adjustedRate, shiftsOf } from "./place.js";
import { ranksAmong, type Belief } from "../ranks.js";
import type { Bounded, PeerRate } from "../types.js";

/**
 * The peers' rates as they are, brought to the same case mix, and drawn towards the mean with their ranks among
 * each other and the municipality that is compared (`own`, which isn't drawn towards it). Municipalities that stand together have no rank.
 */
export function peerRates(
  peers: readonly Peer[],
  basis: Basis | undefined,
  { level, own }: { readonly level: number; readonly own: Belief | undefined },
): readonly PeerRate[] {
  return peers.map(({ municipality, events, total, groups }) => {
    const rate = proportion({ events, total }, { method: "wilson", level });
    const alone = { municipality, events, total, rate };
    if (basis === undefined || total === 0) return alone;
    const { standard } = basis.reference;
    const mix = mixOfStandard(standard);
    const shifts = shiftsOf({ events, total }, mixOf(groups, standard), level);
    const beside = { ...alone, adjusted: adjustedRate(shifts, mix, level) };
    const lasting = basis.cluster?.lasting.get(municipality);
    if (basis.cluster === undefined || lasting === undefined) return beside;
    const smoothed = { ...beside, shrunken: shrunkenRate(lasting, mix, level) };
    if (isMerged(municipality)) return smoothed;
    const others = singleOnes(basis.cluster.lasting, municipality);
    const { probabilities: _, ...rank } = ranksAmong(
      lasting,
      own === undefined ? others : [...others, own],
      level,
    );
    return { ...smoothed, rank };
  });
}

/** What is known of each municipality but one; those that stand together are none, and have no place among the others. */
export function singleOnes(lasting: ReadonlyMap<string, Belief>, but?: string): readonly Belief[] {
  return [...lasting].flatMap(([name, each]) => (name === but || isMerged(name) ? [] : [each]));
}

/** A lasting shift as a rate with the cluster's case mix: its mean, and the limits that leave as much on either side. */
function shrunkenRate(lasting: Belief, mix: Mix, level: number): Bounded {
  const tail = (1 - level) / 2;
  const interval: Interval = {
    lower: rateAt(mix, quantileOf(lasting, tail)),
    upper: rateAt(mix, quantileOf(lasting, 1 - tail)),
    level,
    sides: 2,
    method: "empirical-bayes",
  };
  const mean = lasting.reduce((sum, { estimate }) => sum + estimate, 0) / lasting.length;
  return { estimate: rateAt(mix, mean), interval };
}

/** So that rounding puts no quantile beyond the others'. */
const A_HAIR = 1e-9;

/** Where so much of the probability lies below; between the quantiles of what it is made of. */
function quantileOf(lasting: Belief, share: number): number {
  const each = lasting.map(
    ({ estimate, standardError }) => estimate + standardError * normalQuantile(share, "lower"),
  );
  const below = (x: number): number =>
    lasting.reduce(
      (sum, { estimate, standardError }) => sum + normalCdf((x - estimate) / standardError, "lower"),
      0,
    ) /
      lasting.length -
    share;
  return findRoot(below, Math.min(...each) - A_HAIR, Math.max(...each) + A_HAIR);
}
