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
import { SUMMARY_WORDS } from "./words/summary.js";

/** Five lines for a terminal: both rates, the difference, what is pending, the cluster, the verdict. */
export function summaryLines(data: ReviewData, language: Language): readonly string[] {
  const words = SUMMARY_WORDS[language];
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
  const words = SUMMARY_WORDS[language];
  if (benchmark === null) return words.noBenchmark;
  return benchmark.arms
    .map(({ arm, name, ratio }) => {
      const code = benchmark.positions.find((each) => each.arm === arm)?.code ?? "not-comparable";
      const figures =
        ratio === undefined || code === "too-few"
          ? ""
          : `${formatNumber(ratio.estimate, { language })} (${formatInterval(ratio.interval, { language })}), `;
      return `${name} ${figures}${words.positions[code]}`;
    })
    .join("; ");
}
