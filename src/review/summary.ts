import { formatRatioLimits } from "../benchmark/index.js";
import { SUPPRESSED, sumShown } from "../core/index.js";
import {
  ABSENT,
  HIDDEN,
  formatCount,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPoints,
  formatPValue,
  visible,
  type Language,
} from "../display/index.js";
import { withReason, type PublishableEffect } from "../effects/index.js";
import { primaryEffect } from "./read.js";
import type { EditionData } from "./types.js";
import { conclusionText } from "./words/conclusion.js";
import { comparedInText, withheldText } from "./words/withheld.js";
import { SUMMARY_WORDS } from "./words/summary.js";

/** Five lines for a terminal: both rates, the difference, what is pending, the cluster, the verdict. */
export function summaryLines(data: EditionData, language: Language): readonly string[] {
  const words = SUMMARY_WORDS[language];
  const effect = primaryEffect(data);
  if (effect === undefined) return [words.none, words.none, words.none, words.none, words.none];
  const pending = sumShown(effect.rates.map(({ counts }) => counts.pending));
  const unknown = sumShown(effect.rates.map(({ counts }) => counts.unknown));
  const verdict = effect.verdicts.map((each) => conclusionText(data, effect, each, language)).join(" ");
  const lines = [
    `${words.rates}: ${effect.rates.map((rate) => rateText(rate, language)).join("; ")}`,
    `${words.difference}: ${differences(effect, language)}`,
    `${words.pending}: ${words.counts(pending, unknown, data.flow.citizens)}`,
    `${words.cluster}: ${clusterText(data, language)}`,
    `${words.verdict}: ${[verdict, comparedInText(data, language) ?? []].flat().join(" ")}${data.simulated ? ` ${words.simulated}` : ""}`,
  ];
  return lines.map(visible);
}

function rateText({ name, counts, rate }: PublishableEffect["rates"][number], language: Language): string {
  if (rate.estimate === SUPPRESSED) return `${name} ${HIDDEN[language]}`;
  const known = formatCount(sumShown([counts.success, counts.failure]), { language });
  const interval =
    rate.estimate === null ? ABSENT : formatInterval(rate.interval, { language, unit: "percent" });
  return `${name} ${formatPercent(rate.estimate, { language })} (${interval}; ${formatCount(counts.success, { language })}/${known})`;
}

function differences({ comparisons, verdicts }: PublishableEffect, language: Language): string {
  return comparisons
    .map(({ arm, difference }) => {
      const code = verdicts.find((verdict) => verdict.arm === arm)?.code;
      if (code === "too-early") return SUMMARY_WORDS[language].early;
      if (code === SUPPRESSED || difference.estimate === SUPPRESSED) return HIDDEN[language];
      if (difference.estimate === null) return ABSENT;
      const points = formatPoints(difference.estimate, { language });
      if (difference.status === "not-estimable") return withReason(points, difference, language);
      const interval = formatInterval(difference.interval, { language, unit: "points" });
      const pValue = formatPValue(difference.test?.pValue ?? null, { language });
      return `${points} (${interval}; ${pValue})`;
    })
    .join("; ");
}

/** Each arm's rate over what the cluster's would give, and the word for where that lies. */
function clusterText({ benchmark, withheld }: EditionData, language: Language): string {
  const words = SUMMARY_WORDS[language];
  if (benchmark === null) return withheldText("benchmark", withheld, language) ?? words.noBenchmark;
  if (benchmark.arms.length === 0) return words.positions.suppressed;
  return benchmark.arms
    .map(({ arm, name, ratio }) => {
      const code = benchmark.positions.find((each) => each.arm === arm)?.code ?? "not-comparable";
      const figures =
        ratio === undefined || code === "too-few"
          ? ""
          : `${formatNumber(ratio.estimate, { language })} (${formatRatioLimits(ratio.interval, language)}), `;
      return `${name} ${figures}${words.positions[code]}`;
    })
    .join("; ");
}
