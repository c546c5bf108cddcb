import type {
  ArmBenchmark,
  ArmPosition,
  BenchmarkData,
  BenchmarkPosition,
  BenchmarkRank,
  Bounded,
  ClusterSpread,
  Funnel,
  FunnelPoint,
  FunnelWidth,
  GroupBenchmark,
  MeasureDescription,
  PeerChoice,
  PeerRate,
  RankPlace,
  UnitBenchmark,
} from "../../benchmark/index.js";
import type { StandardizedRatio } from "../../inference/index.js";
import {
  closed,
  codes,
  count,
  date,
  exactly,
  flag,
  listOf,
  mayMiss,
  number,
  orNull,
  ref,
  text,
  type Members,
  type Schema,
} from "./build.js";
import { estimateMembers, facts } from "./common.js";

const measure: Members<Omit<MeasureDescription, "period">> = {
  definition: text,
  population: text,
  anchor: text,
  window: text,
};

const place: Members<RankPlace> = {
  median: number,
  lower: number,
  upper: number,
  of: number,
  topQuarter: number,
};

const unit: Members<UnitBenchmark> = {
  name: text,
  observed: count,
  total: count,
  mature: orNull(count),
  rate: ref("estimate"),
  expected: mayMiss(number),
  ratio: mayMiss(ref("bounded")),
  adjusted: mayMiss(ref("bounded")),
  direct: mayMiss(ref("estimate")),
  indirect: mayMiss(ref("standardizedRatio")),
  byar: mayMiss(ref("standardizedRatio")),
  groups: mayMiss(
    listOf(
      closed<GroupBenchmark>({
        group: text,
        observed: count,
        total: count,
        clusterRate: number,
        expected: number,
        ratio: orNull(ref("bounded")),
      }),
    ),
  ),
  rank: mayMiss(closed<BenchmarkRank>({ ...place, probabilities: listOf(number) })),
};

const position = codes<BenchmarkPosition>({
  "above-cluster": true,
  "below-cluster": true,
  "within-cluster": true,
  "not-comparable": true,
  "too-few": true,
  "too-few-municipalities": true,
  "suppressed": true,
});

type Left = ClusterSpread["leaveOneOut"][number];
type Limits = Funnel["limits"][number];

const limits = listOf(
  closed<Limits>({
    level: number,
    exact: flag,
    points: listOf(closed<Limits["points"][number]>({ size: number, lower: number, upper: number })),
  }),
);

/** The arms beside comparable municipalities. */
export const BENCHMARK: Readonly<Record<string, Schema>> = {
  measure: closed<Omit<MeasureDescription, "period">>(measure),
  bounded: closed<Bounded>({ estimate: number, interval: ref("interval") }),
  standardizedRatio: closed<StandardizedRatio>({ ...estimateMembers, observed: count, expected: number }),
  choice: closed<PeerChoice>({
    method: codes<PeerChoice["method"]>({
      "given-cluster": true,
      "expected-share": true,
      "standardized": true,
      "mahalanobis": true,
      "ward2": true,
    }),
    period: orNull(text),
    group: orNull(text),
    cluster: orNull(text),
    covariates: listOf(text),
    scaling: listOf(
      closed<PeerChoice["scaling"][number]>({
        covariate: text,
        mean: number,
        standardDeviation: number,
        own: number,
      }),
    ),
    height: number,
    considered: count,
    peers: listOf(closed<PeerChoice["peers"][number]>({ municipality: text, distance: number })),
    stability: listOf(
      closed<PeerChoice["stability"][number]>({
        change: codes({ "without-covariate": true, "other-period": true }),
        what: text,
        share: number,
        stay: listOf(text),
        leave: listOf(text),
        enter: listOf(text),
      }),
    ),
    sources: listOf(text),
  }),
  spread: closed<ClusterSpread>({
    model: codes<ClusterSpread["model"]>({ "random-effects": true, "binomial-normal": true }),
    typical: ref("bounded"),
    prediction: ref("interval"),
    tauSquared: number,
    iSquared: number,
    pValue: number,
    sameInGroups: mayMiss(
      closed<NonNullable<ClusterSpread["sameInGroups"]>>({
        statistic: number,
        degreesOfFreedom: number,
        pValue: number,
      }),
    ),
    leaveOneOut: listOf(
      closed<Left>({
        municipality: text,
        typical: ref("bounded"),
        prediction: ref("interval"),
        positions: listOf(
          closed<Left["positions"][number]>({ arm: text, code: position, ratio: mayMiss(ref("bounded")) }),
        ),
      }),
    ),
  }),
  funnel: closed<Funnel>({
    target: number,
    points: listOf(
      closed<FunnelPoint>({
        name: text,
        unit: mayMiss(codes<NonNullable<FunnelPoint["unit"]>>({ arm: true, whole: true })),
        size: number,
        rate: number,
        outside: number,
      }),
    ),
    limits,
    overdispersed: mayMiss(limits),
    dispersion: number,
    width: codes<FunnelWidth>({
      "overdispersion": true,
      "chance": true,
      "chance-despite-overdispersion": true,
      "unknown": true,
    }),
    pValue: number,
  }),
  benchmark: closed<BenchmarkData>({
    ...facts,
    kind: exactly("benchmark"),
    municipality: text,
    cluster: orNull(text),
    benefit: mayMiss(text),
    criterion: text,
    criterionName: ref("wording"),
    measure: closed<MeasureDescription>({ ...measure, period: text }),
    comparable: flag,
    differences: listOf(
      closed<BenchmarkData["differences"][number]>({ part: text, received: text, expected: text }),
    ),
    audience: codes<BenchmarkData["audience"]>({ internal: true, published: true }),
    asOf: date,
    matureThrough: date,
    minimumMature: number,
    peers: listOf(
      closed<PeerRate>({
        municipality: text,
        distance: mayMiss(number),
        events: count,
        total: count,
        rate: ref("estimate"),
        adjusted: mayMiss(ref("bounded")),
        shrunken: mayMiss(ref("bounded")),
        rank: mayMiss(closed<RankPlace>(place)),
      }),
    ),
    choice: mayMiss(ref("choice")),
    sources: listOf(text),
    years: listOf(text),
    clusterRate: ref("estimate"),
    spread: mayMiss(ref("spread")),
    arms: listOf(closed<ArmBenchmark>({ arm: text, ...unit })),
    whole: closed<UnitBenchmark>(unit),
    funnel: mayMiss(ref("funnel")),
    positions: listOf(closed<ArmPosition>({ arm: text, code: position })),
    wholePosition: position,
  }),
};
