import {
  formatCount,
  formatNumber,
  formatPercent,
  formatPoints,
  type Block,
  type Face,
  type Language,
  type Row,
  type Table,
} from "../../display/index.js";
import type { AssessmentData, Measured, ScenarioSummary } from "./types.js";
import { ASSESSMENT_WORDS } from "./words.js";

/** How an assessment shows itself: how well one guesses, how it was found, then imbalance and scenarios. */
export const assessmentFace: Face<AssessmentData> = { blocks, rows };

function blocks(data: AssessmentData, language: Language): readonly Block[] {
  const words = ASSESSMENT_WORDS[language];
  const { convergence, optimal, blind } = data.guessing;
  const percent = (measured: Measured): string =>
    withError(measured, (value) => formatPercent(value, { language }), language);
  const sequences = formatCount(data.sequences, { language });
  const intake = words.intake(words.designs[data.design.kind], data.arms.join(", "), data.citizens);
  const found = data.exact ? words.enumerated(sequences) : words.simulated(sequences);
  return [
    {
      block: "paragraph",
      style: "lead",
      text: words.lead(percent(convergence), percent(optimal), formatPercent(blind, { language })),
    },
    { block: "paragraph", text: `${intake} ${found}` },
    imbalanceTable(data, language),
    scenarioTable(data, language),
    ...data.notices.map((notice): Block => {
      const parts = Array.isArray(notice["parts"]) ? notice["parts"] : [];
      const named = parts.map((part) => words.parts[String(part)] ?? String(part)).join(", ");
      const text = words.notices[notice.code]?.(named) ?? notice.code;
      return { block: "note", tone: notice.severity, text };
    }),
  ];
}

function imbalanceTable({ imbalance: { final, largest } }: AssessmentData, language: Language): Table {
  const words = ASSESSMENT_WORDS[language].imbalance;
  const number = (value: number): string => formatNumber(value, { language, decimals: 2 });
  const mean = (measured: Measured): string => withError(measured, number, language);
  return {
    block: "table",
    caption: words.caption,
    columns: words.columns.map((heading, column) =>
      column === 0 ? { heading } : { heading, align: "right" },
    ),
    rows: [
      [words.mean, mean(final.mean), mean(largest.mean)],
      ...final.quantiles.map(({ probability, difference }, index) => [
        words.quantile(formatPercent(probability, { language, decimals: 0 })),
        number(difference),
        number(largest.quantiles[index]?.difference ?? 0),
      ]),
      [words.maximum, number(final.maximum), number(largest.maximum)],
    ],
  };
}

function scenarioTable({ arms, scenarios }: AssessmentData, language: Language): Table {
  const words = ASSESSMENT_WORDS[language].scenarios;
  const points = (value: number): string => formatPoints(value, { language });
  const percent = (value: number): string => formatPercent(value, { language });
  const nameOf = ({ scenario, comparator, reference }: ScenarioSummary): string =>
    arms.length === 2 ? words.kinds[scenario] : `${words.kinds[scenario]}, ${comparator} − ${reference}`;
  return {
    block: "table",
    caption: words.caption,
    columns: words.columns.map((heading, column) =>
      column === 0 ? { heading } : { heading, align: "right" },
    ),
    rows: scenarios.map((each) => [
      nameOf(each),
      withError(each.bias, points, language),
      points(Math.sqrt(each.variance.value)),
      points(Math.sqrt(each.meanSquaredError.value)),
      withError(each.typeIError, percent, language),
    ]),
  };
}

function withError(
  { value, monteCarloError }: Measured,
  format: (value: number) => string,
  language: Language,
): string {
  const shown = format(value);
  return monteCarloError === 0 ? shown : ASSESSMENT_WORDS[language].plusMinus(shown, format(monteCarloError));
}

/** One row for each figure. */
function rows({ imbalance, guessing, scenarios }: AssessmentData): readonly Row[] {
  return [
    rowOf("final-imbalance", imbalance.final.mean),
    rowOf("largest-imbalance", imbalance.largest.mean),
    rowOf("convergence-guess", guessing.convergence),
    rowOf("optimal-guess", guessing.optimal),
    rowOf("blind-guess", { value: guessing.blind, monteCarloError: 0 }),
    ...scenarios.flatMap((each) => [
      rowOf("bias", each.bias, each),
      rowOf("variance", each.variance, each),
      rowOf("mean-squared-error", each.meanSquaredError, each),
      rowOf("type-i-error", each.typeIError, each),
    ]),
  ];
}

function rowOf(quantity: string, { value, monteCarloError }: Measured, pair?: ScenarioSummary): Row {
  const { scenario = null, comparator = null, reference = null } = pair ?? {};
  return { quantity, scenario, comparator, reference, value, monteCarloError };
}
