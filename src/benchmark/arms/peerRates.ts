import { proportion, type Interval } from "../../inference/index.js";
import { normalQuantile } from "../../numerics/index.js";
import type { Basis } from "./basis.js";
import { mixOf, mixOfStandard, rateAt, type Mix } from "./caseMix.js";
import type { Peer } from "./peers.js";
import { adjustedRate, shiftsOf } from "./place.js";
import { rankAmong, type Normal } from "../ranks.js";
import type { Bounded, PeerRate } from "../types.js";

/**
 * The peers' rates as they are, brought to the same case mix, and drawn towards the mean with their ranks among
 * each other and the municipality that is compared (`own`, which isn't drawn towards it).
 */
export function peerRates(
  peers: readonly Peer[],
  basis: Basis | undefined,
  { level, own }: { readonly level: number; readonly own: Normal | undefined },
): readonly PeerRate[] {
  return peers.map(({ municipality, events, total, groups }) => {
    const rate = proportion({ events, total }, { method: "wilson", level });
    const alone = { municipality, events, total, rate };
    if (basis === undefined || total === 0) return alone;
    const { standard } = basis.reference;
    const mix = mixOfStandard(standard);
    const shifts = shiftsOf({ events, total }, mixOf(groups, standard), level);
    const beside = { ...alone, adjusted: adjustedRate(shifts, mix, level) };
    const shrunken = basis.cluster?.shrunken.get(municipality);
    if (basis.cluster === undefined || shrunken === undefined) return beside;
    const others = [...basis.cluster.shrunken].flatMap(([name, each]) =>
      name === municipality ? [] : [each],
    );
    return {
      ...beside,
      shrunken: shrunkenRate(shrunken, mix, level),
      rank: rankAmong(shrunken, own === undefined ? others : [...others, own], level),
    };
  });
}

/** A shrunken shift as a rate with the cluster's case mix. */
function shrunkenRate({ estimate, standardError }: Normal, mix: Mix, level: number): Bounded {
  const distance = normalQuantile((1 - level) / 2, "upper") * standardError;
  const interval: Interval = {
    lower: rateAt(mix, estimate - distance),
    upper: rateAt(mix, estimate + distance),
    level,
    sides: 2,
    method: "empirical-bayes",
  };
  return { estimate: rateAt(mix, estimate), interval };
}
