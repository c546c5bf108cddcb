import type { Language } from "../display/index.js";
import { detailOf, rowOf, type CaterpillarRow, type CaterpillarSubject, type EstimateShape } from "./rows.js";
import { WORDING } from "./wording.js";

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
  }[];
  readonly clusterRate: EstimateShape;
  readonly arms: readonly {
    readonly name: string;
    readonly observed: number;
    readonly total: number;
    readonly rate: EstimateShape;
  }[];
  /** Both arms together. */
  readonly whole?: {
    readonly name: string;
    readonly observed: number;
    readonly total: number;
    readonly rate: EstimateShape;
  };
}

export function isBenchmark(subject: object): subject is BenchmarkShape {
  return "kind" in subject && subject.kind === "benchmark";
}

/** A benchmark as rows, the municipality as a whole beside its arms: those that can't be compared with the cluster stand aside. */
export function subjectOf(benchmark: BenchmarkShape, language: Language): CaterpillarSubject {
  const { peers, arms, whole, cluster, clusterRate, comparable } = benchmark;
  const words = WORDING[language];
  const peerRows = peers.map(({ municipality, events, total, rate }) => ({
    ...rowOf(municipality, rate, language),
    detail: detailOf({ events, total }, language),
  }));
  const units = whole === undefined ? arms : [...arms, { ...whole, name: words.asAWhole(whole.name) }];
  const armRows = units.map(({ name, observed, total, rate }): CaterpillarRow => ({
    ...rowOf(name, rate, language),
    detail: detailOf({ events: observed, total }, language),
    highlight: true,
  }));
  const reference = rowOf(words.together(cluster ?? words.cluster), clusterRate, language);
  return comparable
    ? { rows: [...peerRows, ...armRows], reference }
    : { rows: peerRows, reference, aside: { heading: words.incomparable, rows: armRows } };
}
