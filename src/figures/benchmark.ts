import type { Language } from "../display/index.js";
import { BENCHMARK_WORDING, type RateKind } from "./benchmarkWording.js";
import { detailOf, rowOf, type CaterpillarRow, type CaterpillarSubject, type EstimateShape } from "./rows.js";
import { WORDING } from "./wording.js";

/** A rate with its limits, by its structure. */
interface BoundedShape {
  readonly estimate: number | null;
  readonly interval: EstimateShape["interval"];
}

/** An arm, or both together. */
interface UnitShape {
  readonly name: string;
  readonly observed: number;
  readonly total: number;
  readonly rate: EstimateShape;
  /** The rate with the cluster's case mix. */
  readonly adjusted?: BoundedShape;
}

/** A benchmark, by its structure. */
export interface BenchmarkShape {
  readonly kind: "benchmark";
  readonly cluster: string | null;
  readonly comparable: boolean;
  readonly peers: readonly {
    readonly municipality: string;
    readonly events: number;
    readonly total: number;
    readonly rate: EstimateShape;
    readonly adjusted?: BoundedShape;
  }[];
  readonly clusterRate: EstimateShape;
  readonly arms: readonly UnitShape[];
  /** Both arms together; with `groups` the rates were brought to the cluster's case mix. */
  readonly whole?: UnitShape & { readonly groups?: readonly unknown[] };
}

export function isBenchmark(subject: object): subject is BenchmarkShape {
  return "kind" in subject && subject.kind === "benchmark";
}

/** Which rates a benchmark compares: the adjusted ones where it has groups in which the case mix is made the same. */
export function ratesOf(benchmark: { readonly whole?: { readonly groups?: readonly unknown[] } }): RateKind {
  return benchmark.whole?.groups === undefined ? "counted" : "adjusted";
}

/**
 * A benchmark as rows, the municipality as a whole beside its arms: those that can't be compared with the cluster stand
 * aside. Rates are those that are compared; what has none among them has a line without a mark. An arm of which nobody is
 * measured yet has no line: any rate would be possible.
 */
export function subjectOf(benchmark: BenchmarkShape, language: Language): CaterpillarSubject {
  const { peers, arms, whole, cluster, clusterRate, comparable } = benchmark;
  const words = WORDING[language];
  const { rates, countsAsTheyAre } = BENCHMARK_WORDING[language];
  const kind = ratesOf(benchmark);
  const heading = kind === "adjusted" ? `${rates.adjusted} ${countsAsTheyAre}` : rates.counted;
  const row = (label: string, { rate, adjusted }: Pick<UnitShape, "rate" | "adjusted">): CaterpillarRow =>
    kind === "counted" ? rowOf(label, rate, language) : adjustedRow(label, adjusted, rate.interval.level);
  const peerRows = peers.map(({ municipality, events, total, ...each }) => ({
    ...row(municipality, each),
    detail: detailOf({ events, total }, language),
  }));
  const units = whole === undefined ? arms : [...arms, { ...whole, name: words.asAWhole(whole.name) }];
  const measured = units.filter(({ total }) => total > 0);
  const armRows = measured.map(({ name, observed, total, ...each }): CaterpillarRow => ({
    ...row(name, each),
    detail: detailOf({ events: observed, total }, language),
    highlight: true,
  }));
  const reference = rowOf(words.together(cluster ?? words.cluster), clusterRate, language);
  return comparable || armRows.length === 0
    ? { heading, rows: [...peerRows, ...armRows], reference }
    : { heading, rows: peerRows, reference, aside: { heading: words.incomparable, rows: armRows } };
}

/** Who has nobody in the cluster's groups has no such rate: it may be anything. */
function adjustedRow(label: string, adjusted: BoundedShape | undefined, level: number): CaterpillarRow {
  if (adjusted === undefined) return { label, estimate: null, lower: 0, upper: 1, level };
  const { lower, upper } = adjusted.interval;
  return { label, estimate: adjusted.estimate, lower, upper, level };
}
