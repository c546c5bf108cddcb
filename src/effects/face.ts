import { mayBeSome, SUPPRESSED, type Publishable } from "../core/index.js";
import {
  ABSENT,
  formatCount,
  formatCountInText,
  formatDate,
  formatInterval,
  formatLevel,
  formatPercent,
  formatPoints,
  formatPointsCell,
  formatPCell,
  type Block,
  type Face,
  type Language,
  type Table,
} from "../display/index.js";
import { NO_VARIANCE, type Estimate } from "../inference/index.js";
import {
  detailBlocks,
  hasNoOutcome,
  intervalCell,
  nameOf,
  readableComparisons,
  withReason,
} from "./detailFace.js";
import { describeEffectNotice } from "./noticeWords.js";
import { effectRows } from "./rows.js";
import { table } from "./table.js";
import type {
  ArmComparison,
  ArmRate,
  Bounds,
  ContractualRate,
  EffectData,
  PublishableEffect,
  PublishableVerdict,
} from "./types.js";
import { EFFECT_WORDS } from "./words.js";

/**
 * How an effect shows itself: a sentence for each verdict, who is in it, rates, differences and notices; then what
 * stands beside the deciding comparison.
 */
export const effectFace: Face<EffectData> = {
  blocks: (effect, language) => [...effectBlocks(effect, language), ...detailBlocks(effect, language)],
  rows: effectRows,
};

/** An effect as blocks, for a report that takes it in. */
export function effectBlocks(effect: PublishableEffect, language: Language): readonly Block[] {
  const words = EFFECT_WORDS[language];
  const cohort = words.cohort[effect.rates.every(({ counts }) => counts.mature === 0) ? "none" : "some"](
    formatDate(effect.matureThrough, { language }),
    formatDate(effect.asOf, { language }),
  );
  const success = `${words.success(effect.criterionName[language])} ${cohort}`;
  return [
    ...effect.verdicts.map((verdict): Block => {
      return { block: "paragraph", style: "lead", text: verdictSentence(effect, verdict, language) };
    }),
    { block: "paragraph", text: success },
    ...(effect.primary ? [] : [{ block: "note", tone: "info", text: words.secondary } as const]),
    ratesTable(effect, language),
    ...comparisonsTables(effect, language),
    contractualTable(effect, language),
    ...effect.notices.map((notice): Block => {
      const text = describeEffectNotice(notice, { language, nameOf: (arm) => nameOf(effect, arm) });
      return { block: "note", tone: notice.severity, text };
    }),
  ];
}

/** A verdict as the sentence that goes with it, the difference with its interval included. */
export function verdictSentence(
  effect: PublishableEffect,
  verdict: PublishableVerdict,
  language: Language,
): string {
  const words = EFFECT_WORDS[language];
  const comparison = effect.comparisons.find((each) => each.arm === verdict.arm);
  const countsOf = (arm: string): Publishable<ArmRate["counts"]> | undefined =>
    effect.rates.find((rate) => rate.arm === arm)?.counts;
  const empty = [verdict.arm, verdict.reference].find((arm) => countsOf(arm)?.allocated === 0);
  if (effect.rates.every(({ counts }) => counts.allocated === 0)) {
    const asOf = formatDate(effect.asOf, { language });
    return words.noReferral(nameOf(effect, verdict.arm), nameOf(effect, verdict.reference), asOf);
  }
  if (empty !== undefined) {
    return words.empty(nameOf(effect, verdict.arm), nameOf(effect, verdict.reference), nameOf(effect, empty));
  }
  if (effect.notices.some(({ code }) => code === "follow-up-unstated")) {
    return words.endless(nameOf(effect, verdict.arm), nameOf(effect, verdict.reference));
  }
  const minimum = formatCount(effect.minimumMature, { language });
  if (
    verdict.code === "too-early" &&
    [verdict.arm, verdict.reference].every((arm) => countsOf(arm)?.mature === 0)
  ) {
    return words.nobody(nameOf(effect, verdict.arm), nameOf(effect, verdict.reference), minimum);
  }
  if (verdict.code !== "too-early" && hasNoOutcome(effect, verdict)) {
    return words.unknown(nameOf(effect, verdict.arm), nameOf(effect, verdict.reference));
  }
  const mature = (arm: string): string => formatCountInText(countsOf(arm)?.mature ?? 0, { language });
  return words.verdicts[verdict.code]({
    arm: nameOf(effect, verdict.arm),
    reference: nameOf(effect, verdict.reference),
    difference: differenceClause(comparison?.difference, language),
    margin: formatPoints(effect.margin, { language }),
    mature: mature(verdict.arm),
    referenceMature: mature(verdict.reference),
    minimum,
  });
}

function differenceClause(difference: Publishable<Estimate> | undefined, language: Language): string {
  const words = EFFECT_WORDS[language];
  if (difference === undefined || difference.estimate === null) return words.notEstimable;
  if (difference.estimate === SUPPRESSED) return words.hiddenDifference;
  const points = formatPoints(difference.estimate, { language });
  if (difference.reason === NO_VARIANCE) return words.bareDifference(points);
  return words.difference(
    points,
    formatLevel(difference.interval.level, { language }),
    intervalCell(difference, language),
  );
}

function ratesTable(effect: PublishableEffect, language: Language): Table {
  const { caption, columns } = EFFECT_WORDS[language].rates;
  const count = (value: Publishable<number>): string => formatCount(value, { language });
  const row = ({ name, counts, rate, bounds }: Publishable<ArmRate>): readonly string[] => [
    name,
    count(counts.allocated),
    count(counts.mature),
    count(counts.success),
    count(counts.failure),
    count(counts.unknown),
    count(counts.pending),
    count(counts.excluded),
    formatPercent(rate.estimate, { language }),
    formatInterval(rate.interval, { language, unit: "percent" }),
    boundsText(bounds, language, "percent"),
  ];
  const whole = table(caption, columns(intervalHeading(effect.level, language)), effect.rates.map(row), 1);
  return effect.rates.some(({ counts }) => mayBeSome(counts.excluded))
    ? whole
    : withoutColumn(whole, EXCLUDED);
}

const EXCLUDED = 7;

function withoutColumn(whole: Table, index: number): Table {
  return {
    ...whole,
    columns: whole.columns.toSpliced(index, 1),
    rows: whole.rows.map((row) => row.toSpliced(index, 1)),
  };
}

/** A difference that may not be read is not shown. */
function comparisonsTables(effect: PublishableEffect, language: Language): readonly Table[] {
  const compared = readableComparisons(effect);
  return compared.length === 0 ? [] : [comparisonsTable(effect, compared, language)];
}

function comparisonsTable(
  effect: PublishableEffect,
  compared: readonly Publishable<ArmComparison>[],
  language: Language,
): Table {
  const words = EFFECT_WORDS[language];
  const estimateCells = (estimate: Publishable<Estimate>): readonly string[] => [
    formatPointsCell(estimate.estimate, { language }),
    intervalCell(estimate, language),
    formatPCell(estimate.test?.pValue ?? null, { language }),
  ];
  const rows = (comparison: Publishable<ArmComparison>): readonly (readonly string[])[] => {
    const { difference, randomization, unstratified, fisher, bounds } = comparison;
    const title = words.versus(nameOf(effect, comparison.arm), nameOf(effect, comparison.reference));
    return [
      [
        title,
        withReason(words.deciding[difference.method] ?? difference.method, difference, language),
        ...estimateCells(difference),
      ],
      ...(randomization === null
        ? []
        : [
            [
              title,
              words.methods.randomization,
              ABSENT,
              ABSENT,
              formatPCell(randomization.pValue, { language }),
            ],
          ]),
      ...(mustKnowTheDraw(effect, comparison)
        ? []
        : [
            [
              title,
              withReason(words.methods.unstratified, unstratified, language),
              ...estimateCells(unstratified),
            ],
            [title, words.methods.fisher, ABSENT, ABSENT, formatPCell(fisher.pValue, { language })],
          ]),
      [title, words.methods.bounds, ABSENT, boundsText(bounds, language, "points"), ABSENT],
    ];
  };
  const { caption, columns } = words.comparisons;
  const level = compared[0]?.difference.interval.level ?? effect.level;
  return table(caption, columns(intervalHeading(level, language)), compared.flatMap(rows), 2);
}

const UNEVEN = new Set([
  "probabilities-vary-within-block",
  "probabilities-vary-between-blocks",
  "households-drawn",
]);

/** Whether only figures that know the draw are fair: chances differed, or citizens were drawn together. */
function mustKnowTheDraw(effect: PublishableEffect, { arm }: Publishable<ArmComparison>): boolean {
  return effect.notices.some((notice) => UNEVEN.has(notice.code) && notice["arm"] === arm);
}

function contractualTable(effect: PublishableEffect, language: Language): Table {
  const { caption, columns } = EFFECT_WORDS[language].contractual;
  const row = ({
    name,
    success,
    failure,
    unknown,
    pending,
    rate,
  }: Publishable<ContractualRate>): readonly string[] => [
    name,
    ...[success, failure, unknown, pending].map((value) => formatCount(value, { language })),
    formatPercent(rate.estimate, { language }),
    formatInterval(rate.interval, { language, unit: "percent" }),
  ];
  return table(caption, columns(intervalHeading(effect.level, language)), effect.contractual.map(row), 1);
}

function intervalHeading(level: Publishable<number>, language: Language): string {
  return EFFECT_WORDS[language].interval(formatLevel(level, { language }));
}

function boundsText(
  { lower, upper }: Publishable<Bounds>,
  language: Language,
  unit: "percent" | "points",
): string {
  return lower === null || upper === null ? ABSENT : formatInterval({ lower, upper }, { language, unit });
}
