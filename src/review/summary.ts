import type { BenchmarkPosition } from "../benchmark/index.js";
import {
  ABSENT,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPoints,
  formatPValue,
  type Language,
} from "../display/index.js";
import { verdictSentence, type Effect } from "../effects/index.js";
import { isTooEarly, primaryEffect } from "./read.js";
import type { ReviewData } from "./types.js";

/** Five lines for a terminal: both rates, the difference, what is pending, the cluster, the verdict. */
export function summaryLines(data: ReviewData, language: Language): readonly string[] {
  const words = WORDS[language];
  const effect = primaryEffect(data);
  if (effect === undefined) return [words.none, words.none, words.none, words.none, words.none];
  const pending = effect.rates.reduce((sum, { counts }) => sum + counts.pending, 0);
  const unknown = effect.rates.reduce((sum, { counts }) => sum + counts.unknown, 0);
  const verdict = effect.verdicts.map((each) => verdictSentence(effect, each, language)).join(" ");
  return [
    `${words.rates}: ${effect.rates.map((rate) => rateText(rate, language)).join("; ")}`,
    `${words.difference}: ${isTooEarly(data) ? words.early : differences(effect, language)}`,
    `${words.pending}: ${words.counts(pending, unknown, data.flow.citizens)}`,
    `${words.cluster}: ${clusterText(data, language)}`,
    `${words.verdict}: ${verdict}${data.simulated ? ` ${words.simulated}` : ""}`,
  ];
}

function rateText({ name, counts, rate }: Effect["rates"][number], language: Language): string {
  const known = counts.success + counts.failure;
  const interval =
    rate.estimate === null ? ABSENT : formatInterval(rate.interval, { language, unit: "percent" });
  return `${name} ${formatPercent(rate.estimate, { language })} (${interval}; ${counts.success}/${known})`;
}

function differences(effect: Effect, language: Language): string {
  return effect.comparisons
    .map(({ difference }) => {
      if (difference.estimate === null) return ABSENT;
      const interval = formatInterval(difference.interval, { language, unit: "points" });
      const pValue = formatPValue(difference.test?.pValue ?? null, { language });
      return `${formatPoints(difference.estimate, { language })} (${interval}; ${pValue})`;
    })
    .join("; ");
}

/** Each arm's rate over what the cluster's would give, and the word for where that lies. */
function clusterText({ benchmark }: ReviewData, language: Language): string {
  const words = WORDS[language];
  if (benchmark === null) return words.noBenchmark;
  return benchmark.arms
    .map(({ arm, name, ratio }) => {
      const code = benchmark.positions.find((each) => each.arm === arm)?.code ?? "not-comparable";
      const figures =
        ratio === undefined
          ? ""
          : `${formatNumber(ratio.estimate, { language })} (${formatInterval(ratio.interval, { language })}), `;
      return `${name} ${figures}${words.positions[code]}`;
    })
    .join("; ");
}

interface Words {
  readonly rates: string;
  readonly difference: string;
  readonly early: string;
  readonly pending: string;
  readonly counts: (pending: number, unknown: number, citizens: number) => string;
  readonly cluster: string;
  readonly noBenchmark: string;
  readonly positions: Readonly<Record<BenchmarkPosition, string>>;
  readonly verdict: string;
  readonly simulated: string;
  readonly none: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: {
    rates: "Succesrater",
    difference: "Forskel",
    early: "vises ikke, for tidligt",
    pending: "Afventer",
    counts: (pending, unknown, citizens) => `${pending} af ${citizens} borgere; ${unknown} med ukendt udfald`,
    cluster: "Observeret over forventet i klyngen",
    positions: {
      "above-cluster": "sandsynligvis over",
      "below-cluster": "sandsynligvis under",
      "within-cluster": "hverken klart over eller under",
      "not-comparable": "kan ikke sammenlignes",
      "too-few": "for få til at sammenligne",
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
      `${pending} of ${citizens} citizens; ${unknown} with an unknown outcome`,
    cluster: "Observed over expected in the cluster",
    positions: {
      "above-cluster": "probably above",
      "below-cluster": "probably below",
      "within-cluster": "neither clearly above nor below",
      "not-comparable": "not comparable",
      "too-few": "too few to compare",
    },
    noBenchmark: "no figures of comparable municipalities",
    verdict: "Verdict",
    simulated: "(Simulated figures.)",
    none: "the deciding criterion was not computed",
  },
};
