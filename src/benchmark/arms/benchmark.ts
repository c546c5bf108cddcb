import { competitionError, provenanceOf, type Provenance } from "../../core/index.js";
import { resultMaker } from "../../display/index.js";
import { proportion } from "../../inference/index.js";
import { cohortOf, type Outcomes } from "../../outcomes/index.js";
import { rowsOf, sourceOf, type TableInput } from "../../tables/index.js";
import { basisOf, type Basis } from "./basis.js";
import { checkGroups } from "./checkGroups.js";
import { choiceOf, withDistances } from "./choice.js";
import { benchmarkFace } from "./face.js";
import { funnelOf } from "./funnel.js";
import { apartFrom } from "./lasting.js";
import { leaveOneOut } from "./leaveOneOut.js";
import { noticesOf } from "./notices.js";
import { peerRates, singleOnes } from "./peerRates.js";
import { findReference } from "./peers.js";
import { resolveEdition, resolvePlan } from "./plan.js";
import { positionOf, positionsOf, type Bar } from "./position.js";
import { coarsen } from "./publish.js";
import { sameInGroups } from "./sameInGroups.js";
import { givenRows, placeOf } from "../given.js";
import { unseenIn } from "../unseen.js";
import { ranksAmong, type Belief } from "../ranks.js";
import type { PeersData } from "../similar/types.js";
import { shiftOf } from "./spread.js";
import type {
  Benchmark,
  BenchmarkData,
  BenchmarkOptions,
  BenchmarkPlan,
  MunicipalityRow,
  UnitBenchmark,
} from "../types.js";
import { countWithin, isMixed, sumOf, unitAlone, unitBeside, type Unit } from "./unit.js";
import { unitsOf } from "./units.js";

const makeBenchmark: (data: BenchmarkData) => Benchmark = resultMaker<BenchmarkData>(benchmarkFace);

/**
 * Tells whether the arms lie where comparable municipalities lie, with the municipality as a whole beside them:
 * descriptive, never proof of what the arms achieved.
 *
 * **The cluster** is the peers without the municipality itself. Their rates by group, pooled by totals, are
 * the standard: a unit's shift u is so many log odds above them, the same in every group, that its expected
 * number of successes is the observed one. The peers' shifts vary about a mean μ by τ² beyond chance (random
 * effects by REML, Hartung and Knapp's standard error, no less than chance and τ² give), and a prediction interval says where the next municipality may be
 * expected (`spread`).
 *
 * **A unit** has O successes among n known outcomes, the same as in the comparison of the arms; E is what a
 * typical municipality (shift μ) would have with the unit's case mix. The interval of O/E carries the unit's
 * chance, the mean's and the spread between municipalities by squaring and adding; the position is made of it
 * alone: above the cluster where it lies above 1, below where it lies below. Beside it stand the rate brought
 * to the cluster's case mix by the shift (`adjusted`) and by weights (`direct`), and the ratio to the pooled
 * rates with exact limits for chance alone (`indirect`), and with Byar's (`byar`).
 *
 * **Ranks** go by what is known of each lasting rate: the peers' drawn towards their mean, the unit's as it is estimated, which
 * is no member of the cluster and must not be drawn to it (`rank`). Ranks and smoothed rates carry that τ is uncertain: each value
 * counts as much as the restricted likelihood gives it (Gelman 2006, doi:10.1214/06-BA117A), so that limits of 95 % held the lasting
 * rate in 94 to 97 % of simulated cases, with 3 to 20 municipalities of 60 to 300 citizens.
 *
 * Where nobody in the cluster had a success, or everybody had, nothing can be said of how many times as often: there is no ratio, spread,
 * rank or funnel, the position is `too-few`, and the notice `cluster-without-successes` or `cluster-without-failures` says why.
 *
 * With fewer than three peers their spread can't be known: O/E carries chance alone, with the notice
 * `spread-unknown`, and no position is told (`too-few-municipalities`). Only where definition, population, anchor, window and period are those of the plan's
 * measure; otherwise the figures stand beside each other (`comparable: false`, `differences`) without expected
 * value, ratio, funnel or position.
 *
 * @param municipalities Rows, or what `parseMunicipalities` gave.
 * @param plan The protocol's `benchmark`: `municipality`, `criterion`, `measure`, `cluster` (every other
 *   municipality), `benefit` (needed where rows that would be compared name several), `groups` (none: the case mix isn't made the same), `level` (0.95), `minimumMature` (100 per
 *   arm; fewer is `too-few`).
 * @param options `peers`: what `findPeers` gave, to compare with those instead of the plan's cluster; how they were chosen, each one's
 *   distance and how much hangs on the choice go into the result. `audience`: `internal` by default; in a `published` benchmark nothing can be worked out that says of fewer than `minimum` (5)
 *   citizens how it went. Municipalities, groups and arms with fewer citizens with, or without, a success are taken together before
 *   anything is computed (as in `mergeSmallMunicipalities`), with a notice each; taken together, municipalities differ less.
 * @throws CompetitionError `not-planned` if the protocol has no benchmark; `missing-option`,
 *   `unknown-option`, `impossible-option`, `unknown-criterion`, `no-peers`, `unknown-cluster`, `unknown-benefit`, `unknown-stratum`, `unknown-level` and `unknown-group` for a group that nobody is in, `duplicate-row`, `whole-or-group`,
 *   `citizen-in-two-groups`, `too-small-to-publish`, `missing-outcomes`, `missing-rows`, `unknown-municipality` for a slip in the plan's; `impossible-row` for rows that no file could hold, with an issue for each member.
 * @example
 * benchmarkArms(outcomes, municipalities, protocol.benchmark).positions // [{ arm: "supplier", code: "above-cluster" }, …]
 * @example
 * const peers = findPeers("Fredericia", { by: "covariates", rows: conditions, n: 7 });
 * benchmarkArms(outcomes, municipalities, protocol.benchmark, { peers }).peers[0]?.distance // 0.71
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
  options: BenchmarkOptions = {},
): Benchmark {
  const { values: filled, record } = resolvePlan(plan);
  const { values: edition, record: editionRecord } = resolveEdition(options);
  const chosen = edition.peers;
  const isPublished = edition.audience === "published";
  const { level, minimumMature } = filled;
  checkOutcomes(outcomes);
  const rows = givenRows("benchmarkArms", municipalities);
  checkGroups(outcomes, filled);
  const cohort = cohortOf(outcomes, filled.criterion, "benchmark.criterion");
  const found = findReference(rows, filled, chosen, placeOf("benchmarkArms", municipalities));
  const all = unitsOf(cohort, outcomes.protocol.arms, filled);
  const { units, peers, hidden, notices } = isPublished
    ? coarsen(all, found.peers, edition.minimum)
    : { units: all, peers: found.peers, hidden: [], notices: [] };
  const pooled = sumOf(peers);
  const clusterRate = proportion(pooled, { method: "wilson", level });
  const comparable = found.differences.length === 0;
  const basis = comparable && isMixed(pooled) ? basisOf(peers, level) : undefined;
  const beside = (unit: Unit): UnitBenchmark => besideCluster(unit, basis, level);
  const arms = units.arms.map((unit) => ({ arm: unit.arm, ...beside(unit) }));
  const whole = beside(units.whole);
  const bar: Bar = {
    comparable,
    spreadKnown: basis?.cluster !== undefined,
    clusterTotal: pooled.total,
    minimumMature,
  };
  const positions = positionsOf(arms, bar);
  const wholePosition = positionOf(whole, bar);
  const without = basis?.cluster === undefined ? [] : leaveOneOut(peers, units.arms, filled);
  const { cluster } = basis ?? {};
  const same = cluster === undefined ? undefined : sameInGroups(peers.map(({ groups }) => groups));
  const own = basis === undefined ? undefined : lawOf(units.whole, basis);
  const rates = peerRates(peers, basis, { level, own });
  const funnel = basis === undefined ? undefined : funnelOf(peers, units, basis, level);
  return makeBenchmark({
    kind: "benchmark",
    method: cluster?.spread.model ?? "pooled-by-totals",
    references: referencesOf([
      clusterRate,
      ...arms.flatMap(({ direct, indirect, byar }) => [direct, indirect, byar]),
    ]),
    notices: noticesOf({
      found,
      chosen,
      peers,
      units,
      basis,
      arms,
      whole,
      positions,
      wholePosition,
      without,
      same,
      funnel,
      filled,
      unseen: unseenIn(
        municipalities,
        found.rows.map((row) => row.municipality),
        filled.municipality,
      ),
      coarsened: notices,
      isPublished,
    }),
    provenance: provenanceOf(
      "benchmarkArms",
      { ...record, ...editionRecord },
      isPublished ? inputsToPublish(municipalities) : inputsOf(outcomes, municipalities, chosen),
    ),
    municipality: filled.municipality,
    cluster: (chosen === undefined ? filled.cluster : chosen.cluster) ?? null,
    ...(found.benefit === null ? {} : { benefit: found.benefit }),
    criterion: cohort.criterion.id,
    criterionName: cohort.criterion.name,
    measure: filled.measure,
    comparable,
    differences: found.differences,
    audience: edition.audience,
    asOf: outcomes.asOf,
    matureThrough: cohort.matureThrough,
    minimumMature,
    peers: chosen === undefined ? rates : withDistances(rates, chosen),
    ...(chosen === undefined ? {} : { choice: choiceOf(chosen) }),
    sources: distinct(found.rows.map((row) => row.source)),
    years: distinct(found.rows.map((row) => row.year)),
    clusterRate,
    ...(cluster === undefined
      ? {}
      : {
          spread: {
            ...cluster.spread,
            ...(same === undefined ? {} : { sameInGroups: same }),
            leaveOneOut: without,
          },
        }),
    arms,
    whole,
    ...(funnel === undefined ? {} : { funnel }),
    positions: [...positions, ...hidden.map((arm) => ({ arm, code: "suppressed" as const }))],
    wholePosition,
  });
}

/** Refuses what a caller without types may have given instead of outcomes. */
function checkOutcomes(outcomes: Outcomes | null | undefined): void {
  if (Array.isArray(outcomes?.participants)) return;
  throw competitionError({
    code: "missing-outcomes",
    path: "benchmarkArms.outcomes",
    received: outcomes,
    expected: "what deriveOutcomes gave",
  });
}

function inputsOf(
  outcomes: Outcomes,
  municipalities: TableInput<MunicipalityRow>,
  chosen: PeersData | undefined,
): Provenance["inputs"] {
  return {
    ...(chosen === undefined ? {} : { peers: chosen.provenance }),
    participants: outcomes.participants.length,
    outcomes: outcomes.provenance,
    municipalities: sourceOf(municipalities),
  };
}

/** No digest of a file: by it a guess at the counts that aren't told could be confirmed. */
function inputsToPublish(municipalities: TableInput<MunicipalityRow>): Provenance["inputs"] {
  return { municipalities: { rows: rowsOf(municipalities).length } };
}

function besideCluster(unit: Unit, basis: Basis | undefined, level: number): UnitBenchmark {
  if (basis === undefined) return unitAlone(unit, level);
  const beside = unitBeside(unit, basis.reference, level);
  const own = lawOf(unit, basis);
  if (own === undefined || basis.cluster === undefined) return beside;
  const others = singleOnes(basis.cluster.lasting);
  return others.length === 0 ? beside : { ...beside, rank: ranksAmong(own, others, level) };
}

/**
 * What is known of a unit's lasting shift for its rank: its own estimate with its chance, u and √v. It isn't drawn towards
 * the cluster's mean, for it is no member of the cluster: whether it lies where those lie is what is asked. Otherwise a
 * cluster without spread (τ² = 0) would put it in the middle whatever its rate, against its own position.
 */
function lawOf({ groups }: Unit, { reference, cluster }: Basis): Belief | undefined {
  const count = countWithin(groups, reference.standard);
  if (cluster === undefined || count.total === 0) return undefined;
  const { estimate, variance } = shiftOf(count, groups, reference.standard);
  return apartFrom({ estimate, standardError: Math.sqrt(variance) });
}

function referencesOf(
  results: readonly ({ readonly references: readonly string[] } | undefined)[],
): readonly string[] {
  return [...new Set(results.flatMap((each) => each?.references ?? []))];
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
