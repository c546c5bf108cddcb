import { mayBeSome, SUPPRESSED, sumShown, type Publishable, type Showable } from "../core/index.js";
import {
  ABSENT,
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  formatPointsCell,
  formatPCell,
  formatPValue,
  type Block,
  type Language,
} from "../display/index.js";
import { NO_VARIANCE, reasonText, type Estimate } from "../inference/index.js";
import type { Destination } from "../outcomes/index.js";
import { DETAIL_WORDS } from "./detailWords.js";
import { armTables } from "./armTables.js";
import { table } from "./table.js";
import type {
  ArmComparison,
  BalanceRow,
  PublishableEffect,
  PublishableVerdict,
  SensitivityAnalysis,
  SensitivityCode,
  Subgroup,
} from "./types.js";
import { EFFECT_WORDS } from "./words.js";

/** Everything that stands beside the deciding comparison. */
export function detailBlocks(effect: PublishableEffect, language: Language): readonly Block[] {
  return [exitBlocks, setBlocks, sensitivityBlocks, subgroupBlocks, balanceBlocks].flatMap((blocks) =>
    blocks(effect, language),
  );
}

/** Where the citizens were on the deciding day, since without support is not the same as in work. */
export function exitBlocks(effect: PublishableEffect, language: Language): readonly Block[] {
  const words = DETAIL_WORDS[language].exits;
  const all = effect.exits.flatMap(({ successes, others }) => [successes, others].flatMap(Object.values));
  if (!all.some(mayBeSome)) return [];
  const isNeeded = (destination: Destination): boolean =>
    destination !== "not-observed" ||
    effect.exits.some(({ successes, others }) =>
      [successes, others].some((counts) => mayBeSome(counts[destination] ?? 0)),
    );
  const destinations = (Object.keys(words.destinations) as Destination[]).filter(isNeeded);
  const columns = effect.exits.map(({ name, successes, others }) => ({
    name,
    headings: [words.successes, words.others],
    rows: destinations.map((destination) =>
      [successes, others].map((counts) => formatCount(counts[destination], { language })),
    ),
  }));
  const rows = destinations.map((destination) => words.destinations[destination]);
  return [
    { block: "heading", level: 3, text: words.heading, id: "exits" },
    { block: "paragraph", text: words.text },
    ...armTables({ id: "table-exits", caption: words.caption, heading: words.where, rows }, columns),
  ];
}

/** The rates among all allocated, those who started and those who completed; none while nobody is followed for long enough. */
export function setBlocks(effect: PublishableEffect, language: Language): readonly Block[] {
  const words = DETAIL_WORDS[language].sets;
  if (!effect.rates.some(({ counts }) => mayBeSome(counts.mature))) return [];
  const rows = effect.sets.flatMap(({ set, rates }) =>
    rates.map(({ name, counts, rate }) => [
      words.names[set],
      name,
      ...[counts.mature, counts.success, sumShown([counts.success, counts.failure])].map((value) =>
        formatCount(value, { language }),
      ),
      typeof rate.estimate !== "number"
        ? formatPercent(rate.estimate, { language })
        : `${formatPercent(rate.estimate, { language })} (${formatInterval(rate.interval, { language, unit: "percent" })})`,
    ]),
  );
  return [
    { block: "heading", level: 3, text: words.heading, id: "analysis-sets" },
    { block: "paragraph", text: words.text },
    { ...table(words.caption, words.columns, rows, 2), id: "table-analysis-sets" },
  ];
}

/** The same difference by other analyses; none as long as it is too early for any. */
export function sensitivityBlocks(effect: PublishableEffect, language: Language): readonly Block[] {
  const words = DETAIL_WORDS[language].sensitivity;
  const compared = readableComparisons(effect);
  if (compared.length === 0) return [];
  const columns = words.columns(intervalHeading(compared, language));
  const tables = compared.map((comparison): Block => {
    const rows = comparison.sensitivity.map(({ analysis, decides, citizens, difference, region }) => [
      withReason(
        decides ? words.decides(words.analyses[analysis]) : words.analyses[analysis],
        difference,
        language,
      ),
      formatCount(citizens, { language }),
      ...differenceCells(difference, language, region),
      formatPCell(difference.test?.pValue ?? null, { language }),
    ]);
    return table(words.caption(versus(effect, comparison, language)), columns, rows, 1);
  });
  const present = new Set(compared.flatMap(({ sensitivity }) => sensitivity.map(({ analysis }) => analysis)));
  const remarks = (Object.keys(words.remarks) as SensitivityCode[])
    .filter((code) => present.has(code))
    .flatMap((code) => words.remarks[code] ?? []);
  return [
    { block: "heading", level: 3, text: words.heading, id: "sensitivity" },
    { block: "paragraph", text: words.text },
    ...tables,
    ...remarks.map((text): Block => ({ block: "paragraph", style: "small", text })),
  ];
}

/** The difference in each subgroup, and whether the groups differ; none as long as it is too early. */
export function subgroupBlocks(effect: PublishableEffect, language: Language): readonly Block[] {
  const words = DETAIL_WORDS[language].subgroups;
  const compared = readableComparisons(effect).filter(({ subgroups }) => subgroups.length > 0);
  if (compared.length === 0) return [];
  const tables = compared.flatMap((comparison): readonly Block[] => {
    const { arm, reference, subgroups } = comparison;
    const names = [nameOf(effect, arm), nameOf(effect, reference)] as const;
    const columns = words.columns(...names, intervalHeading([comparison], language));
    return [
      table(
        words.caption(versus(effect, comparison, language)),
        columns,
        subgroups.flatMap((each) => subgroupRows(each, language)),
        1,
      ),
      ...subgroups.map((each): Block => ({ block: "paragraph", text: interactionText(each, language) })),
    ];
  });
  return [
    { block: "heading", level: 3, text: words.heading, id: "subgroups" },
    { block: "paragraph", text: words.text },
    ...tables,
  ];
}

function subgroupRows(
  { factor, groups }: Publishable<Subgroup>,
  language: Language,
): readonly (readonly string[])[] {
  const { count } = DETAIL_WORDS[language].subgroups;
  const { category } = DETAIL_WORDS[language].balance;
  return groups.map(({ group, comparator, reference, difference }) => [
    withReason(category(factor, group), difference, language),
    ...[comparator, reference].map(({ success, failure }) =>
      count(formatCount(success, { language }), formatCount(sumShown([success, failure]), { language })),
    ),
    ...differenceCells(difference, language),
  ]);
}

function interactionText(
  { factor, interaction, adjustedPValue }: Publishable<Subgroup>,
  language: Language,
): string {
  const words = DETAIL_WORDS[language].subgroups;
  return adjustedPValue === null || interaction === null
    ? words.noInteraction(factor)
    : words.interaction(
        factor,
        formatPValue(interaction.pValue, { language }),
        formatPValue(adjustedPValue, { language }),
      );
}

/** What the citizens of a comparison were like before the draw. */
export function balanceBlocks(effect: PublishableEffect, language: Language): readonly Block[] {
  const words = DETAIL_WORDS[language].balance;
  const compared = effect.comparisons.filter(({ balance }) =>
    balance.some(({ comparator, reference }) => comparator !== null || reference !== null),
  );
  if (compared.length === 0) return [];
  const tables = compared.map((comparison): Block => {
    const { arm, reference, balance } = comparison;
    const names = [nameOf(effect, arm), nameOf(effect, reference)] as const;
    const columns = words.columns(...names, intervalHeading([comparison], language));
    return table(
      words.caption(versus(effect, comparison, language)),
      columns,
      balance.map((row) => balanceCells(row, language)),
      1,
    );
  });
  return [
    { block: "heading", level: 3, text: words.heading, id: "balance" },
    { block: "paragraph", text: words.text },
    ...tables,
  ];
}

function balanceCells(row: Publishable<BalanceRow>, language: Language): readonly string[] {
  const words = DETAIL_WORDS[language].balance;
  const { column, category, comparator, reference, standardized } = row;
  const name = words.names[column] ?? column;
  const value = (each: Showable): string =>
    category === undefined
      ? formatNumber(each, { language, decimals: 1 })
      : formatPercent(each, { language });
  return [
    category === undefined ? name : words.category(name, category),
    value(comparator),
    value(reference),
    formatNumber(standardized?.estimate ?? null, { language, decimals: 2 }),
    standardized === null ? ABSENT : formatInterval(standardized, { language, unit: "number", decimals: 2 }),
  ];
}

/** Those whose differences may be read: neither too early nor withheld, in whole or in their numbers, and some outcome is known. */
export function readableComparisons(effect: PublishableEffect): readonly Publishable<ArmComparison>[] {
  const others = new Set(
    effect.verdicts.flatMap(({ arm, code }) => (code === "too-early" || code === SUPPRESSED ? [arm] : [])),
  );
  return effect.comparisons.filter(
    (each) => !others.has(each.arm) && each.difference.estimate !== SUPPRESSED && !hasNoOutcome(effect, each),
  );
}

/** Whether citizens of two arms have been followed for long enough, and no outcome is known of any of them. */
export function hasNoOutcome(
  { rates }: PublishableEffect,
  pair: Pick<PublishableVerdict, "arm" | "reference">,
): boolean {
  const counts = rates
    .filter(({ arm }) => arm === pair.arm || arm === pair.reference)
    .map((rate) => rate.counts);
  return (
    counts.some(({ mature }) => mature !== 0) &&
    counts.every(({ success, failure }) => success === 0 && failure === 0)
  );
}

/** What a row is about, with the reason where nothing could be estimated. */
export function withReason(
  label: string,
  { status, reason }: Pick<Estimate, "status" | "reason">,
  language: Language,
): string {
  if (status === "estimated" || reason === undefined) return label;
  const { without, withoutInterval } = EFFECT_WORDS[language];
  return `${label} (${reason === NO_VARIANCE ? withoutInterval : without(reasonText(reason, language))})`;
}

/** The interval of a difference in percentage points; none where its variance is 0. */
export function intervalCell({ reason, interval }: Publishable<Estimate>, language: Language): string {
  return reason === NO_VARIANCE ? ABSENT : formatInterval(interval, { language, unit: "points" });
}

function differenceCells(
  difference: Publishable<Estimate>,
  language: Language,
  region?: Publishable<SensitivityAnalysis["region"]>,
): readonly string[] {
  return [
    region === undefined
      ? formatPointsCell(difference.estimate, { language })
      : formatInterval(region, { language, unit: "points" }),
    intervalCell(difference, language),
  ];
}

function intervalHeading(comparisons: readonly Publishable<ArmComparison>[], language: Language): string {
  const level = comparisons[0]?.difference.interval.level ?? 0;
  return EFFECT_WORDS[language].interval(formatLevel(level, { language }));
}

function versus(
  effect: PublishableEffect,
  { arm, reference }: Publishable<ArmComparison>,
  language: Language,
): string {
  return EFFECT_WORDS[language].versus(nameOf(effect, arm), nameOf(effect, reference));
}

/** An arm by its name. */
export function nameOf(effect: PublishableEffect, arm: string): string {
  return effect.rates.find((rate) => rate.arm === arm)?.name ?? arm;
}
