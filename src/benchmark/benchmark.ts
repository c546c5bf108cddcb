import { provenanceOf, type Notice } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { compareProportions, proportion, type Count, type Estimate } from "../inference/index.js";
import { cohortOf, countArm, type Cohort, type Outcomes } from "../outcomes/index.js";
import { rowsOf, sourceOf, type TableInput } from "../tables/index.js";
import { benchmarkFace } from "./face.js";
import { peerHeterogeneity } from "./heterogeneity.js";
import { findReference, type Peer, type Reference } from "./peers.js";
import { resolvePlan, type FilledPlan } from "./plan.js";
import { positionOf } from "./position.js";
import type { ArmBenchmark, Benchmark, BenchmarkData, BenchmarkPlan, MunicipalityRow } from "./types.js";

const makeBenchmark: (data: BenchmarkData) => Benchmark = resultMaker<BenchmarkData>(benchmarkFace);

/**
 * Tells whether the arms lie where comparable municipalities lie: descriptive, never proof of what
 * the arms achieved.
 *
 * Per arm the successes O among n known outcomes, the same as in the comparison of the arms; for the
 * cluster the peers pooled by totals, P = Σe/ΣN, without the municipality itself. Expected E = nP, and
 * O/E = (O/n)/P as a ratio of two rates with Miettinen and Nurminen's score interval, so that the
 * sampling error of both is carried. The variation between municipalities beyond chance is not in the
 * interval; the notice `overdispersion-not-carried` says how much of it there is.
 *
 * Only where definition, population, anchor, window and period are those of the plan's measure.
 * Otherwise the figures stand beside each other (`comparable: false`, `differences`) without expected
 * value, ratio or position.
 *
 * @param municipalities Rows, or what `parseMunicipalities` gave.
 * @param plan The protocol's `benchmark`: `municipality`, `criterion`, `measure`, `cluster` (every other
 *   municipality), `level` (0.95), `minimumMature` (100 per arm; fewer is `too-few`).
 * @throws CompetitionError `not-planned` if the protocol has no benchmark; `missing-option`,
 *   `unknown-option`, `impossible-option`, `unknown-criterion`, `no-peers`, `unknown-cluster`, `duplicate-row`, `overlapping-groups`.
 * @example
 * benchmarkArms(outcomes, municipalities, protocol.benchmark).positions // [{ arm: "supplier", code: "above-cluster" }, …]
 * @example
 * // The municipalities measured from the end of the course, we from the referral: a side panel.
 * benchmarkArms(outcomes, municipalities, protocol.benchmark).comparable // false
 */
export function benchmarkArms(
  outcomes: Outcomes,
  municipalities: TableInput<MunicipalityRow>,
  plan: BenchmarkPlan | undefined,
): Benchmark {
  const { values: filled, record } = resolvePlan(plan);
  const cohort = cohortOf(outcomes, filled.criterion);
  const reference = findReference(rowsOf(municipalities), filled);
  const comparable = reference.differences.length === 0;
  const cluster = pooled(reference.peers);
  const arms = outcomes.protocol.arms.map(({ id, name }) =>
    benchmarkArm(cohort, { id, name }, comparable ? cluster : undefined, filled.level),
  );
  const { level, minimumMature } = filled;
  const clusterRate = proportion(cluster, { method: "wilson", level });
  return makeBenchmark({
    kind: "benchmark",
    method: "pooled-by-totals",
    references: [
      ...new Set([clusterRate, ...arms.flatMap((arm) => arm.ratio ?? [])].flatMap((each) => each.references)),
    ],
    notices: noticesOf(reference, filled),
    provenance: provenanceOf("benchmarkArms", record, {
      participants: outcomes.participants.length,
      outcomes: outcomes.provenance,
      municipalities: sourceOf(municipalities),
    }),
    municipality: filled.municipality,
    cluster: filled.cluster ?? null,
    criterion: cohort.criterion.id,
    criterionName: cohort.criterion.name,
    measure: filled.measure,
    comparable,
    differences: reference.differences,
    asOf: outcomes.asOf,
    matureThrough: cohort.matureThrough,
    minimumMature,
    peers: reference.peers.map((peer) => ({ ...peer, rate: rateOf(peer, level) })),
    sources: distinct(reference.rows.map((row) => row.source)),
    years: distinct(reference.rows.map((row) => row.year)),
    clusterRate,
    arms,
    positions: arms.map((arm) => ({
      arm: arm.arm,
      code: positionOf({ ratio: arm.ratio, mature: arm.mature, clusterTotal: cluster.total, minimumMature }),
    })),
  });
}

/** One arm's rate beside the cluster's; without a cluster to be compared with, the rate alone. */
function benchmarkArm(
  { members }: Cohort,
  arm: { readonly id: string; readonly name: string },
  cluster: Count | undefined,
  level: number,
): ArmBenchmark {
  const { success, failure, mature } = countArm(members, arm.id);
  const count: Count = { events: success, total: success + failure };
  const alone = {
    arm: arm.id,
    name: arm.name,
    observed: count.events,
    total: count.total,
    mature,
    rate: rateOf(count, level),
  };
  if (cluster === undefined) return alone;
  return {
    ...alone,
    ...(cluster.total > 0 ? { expected: (count.total * cluster.events) / cluster.total } : {}),
    ratio: compareProportions(count, cluster, { measure: "risk-ratio", method: "miettinen-nurminen", level }),
  };
}

function noticesOf(reference: Reference, { level }: FilledPlan): readonly Notice[] {
  const notices: Notice[] = [];
  const { peers, rows, leftOut } = reference;
  if (leftOut.length > 0) {
    notices.push({ code: "peers-of-another-measure", severity: "info", municipalities: leftOut });
  }
  if (rows.some((row) => row.direction === "lower-is-better")) {
    notices.push({ code: "lower-is-better", severity: "caution" });
  }
  const spread = peerHeterogeneity(peers);
  if (spread !== undefined && reference.differences.length === 0) {
    const severity = spread.pValue < 1 - level ? "caution" : "info";
    notices.push({ code: "overdispersion-not-carried", severity, peers: peers.length, ...spread });
  }
  return notices;
}

function pooled(peers: readonly Peer[]): Count {
  return peers.reduce((sum, peer) => ({ events: sum.events + peer.events, total: sum.total + peer.total }), {
    events: 0,
    total: 0,
  });
}

function rateOf({ events, total }: Count, level: number): Estimate {
  return proportion({ events, total }, { method: "wilson", level });
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
