import type { Language } from "../display/index.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import { SAMPLE, type KeyEntry } from "./plotKey.js";
import { drawProcess, drawSignal } from "./trendLooks.js";
import { rulesOf, type TrendPlotSubject } from "./trendSubject.js";
import { nameOfLimits, nameOfRule } from "./trendText.js";

const HALF = 6;

/** Smaller than in the plot, lest the outlines of neighboring lines touch. */
const REACH_IN_KEY = 5;

/** What the band and the outlines stand for, and which series have no values; lines have their names at their ends. */
export function trendKey(subject: TrendPlotSubject, language: Language): readonly KeyEntry[] {
  const { series, limits } = subject;
  const empty = series.filter(({ values }) => values.every((value) => value === null));
  return [
    ...(limits === undefined
      ? []
      : [{ label: nameOfLimits(subject, limits, language), sample: sampleOfLimits }]),
    ...rulesOf(subject).map((rule, index): KeyEntry => {
      return {
        label: nameOfRule(rule, language),
        sample: (x, y) => [drawSignal(index, [x + SAMPLE / 2, y], REACH_IN_KEY)],
      };
    }),
    ...empty.map(({ label }): KeyEntry => {
      return { label: BENCHMARK_WORDING[language].withoutValues(label), sample: () => [] };
    }),
  ];
}

const sampleOfLimits: KeyEntry["sample"] = (x, y) => drawProcess([x, x + SAMPLE], [y - HALF, y, y + HALF]);
