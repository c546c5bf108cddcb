import type { BenchmarkPlan, CountRow } from "../benchmark/index.js";
import { seededStream } from "../core/index.js";
import type { PeerAssumption } from "./assumptions.js";
import { chance } from "./chance.js";

/** Rows of comparable municipalities that measure what the plan measures, their counts drawn at their true rates. */
export function simulatePeers(
  plan: BenchmarkPlan,
  peers: readonly PeerAssumption[],
  seed: string | number,
): readonly CountRow[] {
  return peers.map(({ municipality, rate, total }, index) => {
    const stream = seededStream(seed, "simulation/peers", index);
    let events = 0;
    for (let i = 0; i < total; i++) if (chance(stream, Math.round(rate * 10_000))) events++;
    return {
      municipality,
      period: plan.measure.period,
      events,
      total,
      ...(plan.cluster === undefined ? {} : { cluster: plan.cluster }),
      ...(plan.benefit === undefined ? {} : { benefit: plan.benefit }),
      definition: plan.measure.definition,
      population: plan.measure.population,
      anchor: plan.measure.anchor,
      window: plan.measure.window,
      direction: "higher-is-better",
      source: "simulation",
    };
  });
}
