import type { BenchmarkPosition } from "../../benchmark/index.js";
import type { Publishable } from "../../core/index.js";
import { formatCountInText, formatCounted, type Language } from "../../display/index.js";

/** The words of this part of the review, in both languages. */
export interface SummaryWords {
  readonly rates: string;
  readonly difference: string;
  readonly early: string;
  readonly pending: string;
  readonly counts: (
    pending: Publishable<number>,
    unknown: Publishable<number>,
    citizens: Publishable<number>,
  ) => string;
  readonly cluster: string;
  readonly noBenchmark: string;
  readonly positions: Readonly<Record<BenchmarkPosition, string>>;
  readonly verdict: string;
  readonly simulated: string;
  readonly none: string;
}

const DA = { language: "da" } as const;
const EN = { language: "en" } as const;

export const SUMMARY_WORDS: Readonly<Record<Language, SummaryWords>> = {
  da: {
    rates: "Succesrater",
    difference: "Forskel",
    early: "vises ikke, for tidligt",
    pending: "Afventer",
    counts: (pending, unknown, citizens) =>
      `${formatCountInText(pending, DA)} af ${formatCounted(citizens, ["borger", "borgere"], DA)}; ${formatCountInText(unknown, DA)} med ukendt udfald`,
    cluster: "Forholdet mellem observeret og forventet i klyngen",
    positions: {
      "above-cluster": "sandsynligvis over",
      "below-cluster": "sandsynligvis under",
      "within-cluster": "hverken klart over eller under",
      "not-comparable": "kan ikke sammenlignes",
      "too-few": "for få til at sammenligne",
      "too-few-municipalities": "for få kommuner til at sammenligne",
      "suppressed": "vises ikke for sig, for små tal",
    },
    noBenchmark: "ingen tal for sammenlignelige kommuner",
    verdict: "Konklusion",
    simulated: "(Simulerede tal.)",
    none: "det afgørende kriterium er ikke beregnet",
  },
  en: {
    rates: "Success rates",
    difference: "Difference",
    early: "not shown, too early",
    pending: "Pending",
    counts: (pending, unknown, citizens) =>
      `${formatCountInText(pending, EN)} of ${formatCounted(citizens, ["citizen", "citizens"], EN)}; ${formatCountInText(unknown, EN)} with an unknown outcome`,
    cluster: "Ratio of observed to expected in the cluster",
    positions: {
      "above-cluster": "probably above",
      "below-cluster": "probably below",
      "within-cluster": "neither clearly above nor below",
      "not-comparable": "not comparable",
      "too-few": "too few to compare",
      "too-few-municipalities": "too few municipalities to compare",
      "suppressed": "not shown by itself, figures too small",
    },
    noBenchmark: "no figures of comparable municipalities",
    verdict: "Verdict",
    simulated: "(Simulated figures.)",
    none: "the deciding criterion was not computed",
  },
};
