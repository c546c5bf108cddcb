import { competitionError } from "../core/index.js";
import type { Language } from "../display/index.js";
import type { FunnelWidth } from "./benchmarkWording.js";
import type { FunnelPlotLimit, FunnelPlotSubject } from "./funnelSubject.js";
import { WORDING } from "./wording.js";

/** The funnel of a benchmark, by its structure. */
export interface FunnelBenchmarkShape {
  readonly kind: "benchmark";
  readonly cluster: string | null;
  /** With `groups` the rates are those with the cluster's case mix. */
  readonly whole?: { readonly groups?: readonly unknown[] };
  readonly funnel?: {
    readonly target: number;
    readonly points: readonly {
      readonly name: string;
      /** Absent for a municipality of the cluster. */
      readonly unit?: "arm" | "whole";
      readonly size: number;
      readonly rate: number;
      readonly outside: number;
    }[];
    readonly limits: readonly FunnelPlotLimit[];
    readonly overdispersed?: readonly FunnelPlotLimit[];
    readonly width: FunnelWidth;
  };
}

export function isFunnelBenchmark(
  subject: FunnelPlotSubject | FunnelBenchmarkShape,
): subject is FunnelBenchmarkShape {
  return typeof subject === "object" && subject !== null && "kind" in subject && subject.kind === "benchmark";
}

/**
 * A benchmark's funnel: the arms, and both together, pointed out among the municipalities of the cluster.
 *
 * @throws CompetitionError `nothing-to-draw` for arms that can't be compared with the cluster
 */
export function funnelSubject(
  { cluster, funnel }: FunnelBenchmarkShape,
  language: Language,
): FunnelPlotSubject {
  const words = WORDING[language];
  if (funnel === undefined) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "funnelPlot.subject.funnel",
      received: funnel,
      expected: "a benchmark with a funnel",
      hint: "Arms that are measured otherwise than the cluster have none; caterpillarPlot shows them aside.",
    });
  }
  const { target, points, limits, overdispersed } = funnel;
  return {
    measure: "proportion",
    rows: points.map(({ name, unit, size, rate: value, outside }) => ({
      label: unit === "whole" ? words.asAWhole(name) : name,
      size,
      value,
      outside,
      highlight: unit !== undefined,
    })),
    target: { label: cluster ?? words.cluster, value: target },
    limits,
    ...(overdispersed === undefined ? {} : { overdispersed }),
  };
}
