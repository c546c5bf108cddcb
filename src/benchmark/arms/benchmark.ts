import { provenanceOf } from "../../core/index.js";
import { proportion } from "../../inference/index.js";
import { cohortOf, type Outcomes } from "../../outcomes/index.js";
import { rowsOf, sourceOf, type TableInput } from "../../tables/index.js";
import { basisOf, type Basis } from "./basis.js";
import { funnelOf } from "./funnel.js";
import { leaveOneOut } from "./leaveOneOut.js";
import { makeBenchmark } from "./make.js";
import { noticesOf } from "./notices.js";
import { peerRates } from "./peerRates.js";
import { findReference } from "./peers.js";
import { resolvePlan } from "./plan.js";
import { positionsOf } from "./position.js";
import { rankAmong, type Normal } from "../ranks.js";
import { shiftOf, shrunkenShift } from "./spread.js";
import type { Benchmark, BenchmarkPlan, MunicipalityRow, UnitBenchmark } from "../types.js";
import { countWithin, sumOf, unitAlone, unitBeside, type Unit } from "./unit.js";
import { unitsOf } from "./units.js";

/**
 * Tells whether the arms, and the municipality as a whole, lie where comparable municipalities lie:
 * descriptive, never proof of what the arms achieved.
 *
 * **The cluster** is the peers without the municipality itself. Their rates by group, pooled by totals, are
 * the standard: a unit's shift u is so many log odds above them, the same in every group, that its expected
 * number of successes is the observed one. The peers' shifts vary about a mean μ by τ² beyond chance (random
 * effects by REML, Hartung and Knapp), and a prediction interval says where the next municipality may be
 * expected (`spread`).
 *
 * **A unit** has O successes among n known outcomes, the same as in the comparison of the arms; E is what a
 * typical municipality (shift μ) would have with the unit's case mix. The interval of O/E carries the unit's
 * chance, the mean's and the spread between municipalities by squaring and adding; the position is made of it
 * alone: above the cluster where it lies above 1, below where it lies below. Beside it stand the rate brought
 * to the cluster's case mix by the shift (`adjusted`) and by weights (`direct`), and the ratio to the pooled
 * rates with exact limits for chance alone (`indirect`).
 *
 * With fewer than three peers their spread can't be known: O/E carries chance alone, with the notice
 * `spread-unknown`, and no position is told (`too-few-municipalities`). Only where definition, population, anchor, window and period are those of the plan's
 * measure; otherwise the figures stand beside each other (`comparable: false`, `differences`) without expected
 * value, ratio, funnel or position.
 *
 * @param municipalities Rows, or what `parseMunicipalities` gave.
 * @param plan The protocol's `benchmark`: `municipality`, `criterion`, `measure`, `cluster` (every other
 *   municipality), `groups` (none: the case mix isn't made the same), `level` (0.95), `minimumMature` (100 per
 *   arm; fewer is `too-few`).
 * @throws CompetitionError `not-planned` if the protocol has no benchmark; `missing-option`,
 *   `unknown-option`, `impossible-option`, `unknown-criterion`, `no-peers`, `unknown-cluster`, `duplicate-row`,
 *   `overlapping-groups`, `citizen-in-two-groups`.
 * @example
 * benchmarkArms(outcomes, municipalities, protocol.benchmark).positions // [{ arm: "supplier", code: "above-cluster" }, …]
 * @example
 * // The municipalities measured from the end of the course, we from the referral: a side panel.
 * benchmarkArms(outcomes, municipalities, protocol.benchmark).comparable // false
 * @see Higgins, Thompson & Spiegelhalter (2009), J. R. Stat. Soc. A 172, 137–159,
 *   doi:10.1111/j.1467-985X.2008.00552.x
 */
export function benchmarkArms(
  outcomes: Outcomes,
  municipalities: TableInput<MunicipalityRow>,
  plan: BenchmarkPlan | undefined,
): Benchmark {
  const { values: filled, record } = resolvePlan(plan);
  const { level, minimumMature } = filled;
  const cohort = cohortOf(outcomes, filled.criterion);
  const found = findReference(rowsOf(municipalities), filled);
  const units = unitsOf(cohort, outcomes.protocol.arms, filled);
  const pooled = sumOf(found.peers);
  const clusterRate = proportion(pooled, { method: "wilson", level });
  const comparable = found.differences.length === 0;
  const basis = comparable && pooled.total > 0 ? basisOf(found.peers, level) : undefined;
  const beside = (unit: Unit): UnitBenchmark => besideCluster(unit, basis, level);
  const arms = units.arms.map((unit) => ({ arm: unit.arm, ...beside(unit) }));
  const positions = positionsOf(arms, {
    comparable,
    spreadKnown: basis?.cluster !== undefined,
    clusterTotal: pooled.total,
    minimumMature,
  });
  const without = basis?.cluster === undefined ? [] : leaveOneOut(found.peers, units.arms, filled);
  const { cluster } = basis ?? {};
  return makeBenchmark({
    kind: "benchmark",
    method: cluster?.spread.model ?? "pooled-by-totals",
    references: referencesOf([clusterRate, ...arms.flatMap(({ indirect, direct }) => [indirect, direct])]),
    notices: noticesOf({ found, units, basis, positions, without, filled }),
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
    differences: found.differences,
    asOf: outcomes.asOf,
    matureThrough: cohort.matureThrough,
    minimumMature,
    peers: peerRates(found.peers, basis, {
      level,
      own: basis === undefined ? undefined : shrunkenUnit(units.whole, basis),
    }),
    sources: distinct(found.rows.map((row) => row.source)),
    years: distinct(found.rows.map((row) => row.year)),
    clusterRate,
    ...(cluster === undefined ? {} : { spread: { ...cluster.spread, leaveOneOut: without } }),
    arms,
    whole: beside(units.whole),
    ...(basis === undefined ? {} : { funnel: funnelOf(found.peers, units, basis) }),
    positions,
  });
}

function besideCluster(unit: Unit, basis: Basis | undefined, level: number): UnitBenchmark {
  if (basis === undefined) return unitAlone(unit, level);
  const beside = unitBeside(unit, basis.reference, level);
  const own = shrunkenUnit(unit, basis);
  return own === undefined || basis.cluster === undefined
    ? beside
    : { ...beside, rank: rankAmong(own, [...basis.cluster.shrunken.values()], level) };
}

/** A unit's shift drawn towards the cluster's mean, like those of the municipalities it is ranked with. */
function shrunkenUnit({ groups }: Unit, { reference, cluster }: Basis): Normal | undefined {
  const count = countWithin(groups, reference.standard);
  if (cluster === undefined || count.total === 0) return undefined;
  const { typical, standardError, spread } = cluster;
  return shrunkenShift(shiftOf(count, groups, reference.standard), {
    estimate: typical.estimate,
    standardError,
    tauSquared: spread.tauSquared,
  });
}

function referencesOf(
  results: readonly ({ readonly references: readonly string[] } | undefined)[],
): readonly string[] {
  return [...new Set(results.flatMap((each) => each?.references ?? []))];
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
