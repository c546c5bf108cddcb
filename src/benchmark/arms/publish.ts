import { competitionError } from "../../core/index.js";
import { compareDanish } from "../../display/index.js";
import { proportion } from "../../inference/index.js";
import type { Benchmark, PeerRate } from "../types.js";
import { makeBenchmark } from "./make.js";
import { sumOf } from "./unit.js";

/**
 * The benchmark as it may be published: municipalities with fewer than `minimum` successes or failures are taken
 * together, and what was computed of each of them alone is left out.
 *
 * Where they are still fewer together, or only one of them is small, so that it would follow from the sum of all, the
 * next smallest are taken in, by the smaller of successes and failures. Estimates of the whole cluster stay as they
 * are: they were made of all municipalities. The arms' own counts aren't touched.
 *
 * @param options `minimum`, a whole number from 1, 5 by default
 * @returns the benchmark itself where no municipality is small
 * @throws CompetitionError `impossible-option`
 * @example
 * publishBenchmark(benchmark).peers.map(({ municipality }) => municipality) // ["Odense", …, "Læsø + Samsø"]
 * @example
 * publishBenchmark(benchmark, { minimum: 1 }) // only who had no success, or no failure, is taken together
 */
export function publishBenchmark(
  benchmark: Benchmark,
  { minimum = 5 }: { readonly minimum?: number } = {},
): Benchmark {
  if (!Number.isSafeInteger(minimum) || minimum < 1) {
    throw competitionError({
      code: "impossible-option",
      path: "publishBenchmark.minimum",
      received: minimum,
      expected: "a whole number from 1",
    });
  }
  const together = takenTogether(benchmark.peers, minimum);
  if (together.length === 0) return benchmark;
  const hidden = new Set(together.map(({ municipality }) => municipality));
  const { spread, funnel, ...rest } = benchmark;
  return makeBenchmark({
    ...rest,
    notices: [
      ...benchmark.notices,
      { code: "municipalities-taken-together", severity: "info", municipalities: [...hidden], minimum },
    ],
    peers: [
      ...benchmark.peers.filter(({ municipality }) => !hidden.has(municipality)),
      asOne(together, benchmark.clusterRate.interval.level),
    ],
    ...(spread === undefined
      ? {}
      : {
          spread: {
            ...spread,
            leaveOneOut: spread.leaveOneOut.filter(({ municipality }) => !hidden.has(municipality)),
          },
        }),
    ...(funnel === undefined
      ? {}
      : {
          funnel: {
            ...funnel,
            points: funnel.points.filter(({ name, unit }) => unit !== undefined || !hidden.has(name)),
          },
        }),
  });
}

/** The small ones, and as many of the next smallest as it takes to hide each of them. */
function takenTogether(peers: readonly PeerRate[], minimum: number): readonly PeerRate[] {
  const bySize = peers
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => fewerOf(a) - fewerOf(b) || compareDanish(a.municipality, b.municipality));
  const small = bySize.filter((peer) => fewerOf(peer) < minimum).length;
  if (small === 0) return [];
  let count = Math.max(small, 2);
  while (count < bySize.length && fewerOf(sumOf(bySize.slice(0, count))) < minimum) count++;
  return bySize.slice(0, count);
}

function fewerOf({ events, total }: { readonly events: number; readonly total: number }): number {
  return Math.min(events, total - events);
}

function asOne(peers: readonly PeerRate[], level: number): PeerRate {
  const names = peers.map(({ municipality }) => municipality).toSorted(compareDanish);
  const count = sumOf(peers);
  return { municipality: names.join(" + "), ...count, rate: proportion(count, { method: "wilson", level }) };
}
