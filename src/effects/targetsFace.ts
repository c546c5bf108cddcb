import { mayBeSome, type Notice, type Publishable } from "../core/index.js";
import {
  ABSENT,
  formatCount,
  formatDate,
  formatInterval,
  formatLevel,
  formatPercent,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import type { Estimate } from "../inference/index.js";
import { table } from "./table.js";
import type { TargetComparison, TargetRate, TargetsData, TargetsMet } from "./targetsTypes.js";
import { limitColumns } from "./limitColumns.js";
import { TARGET_WORDS } from "./targetsWords.js";

/** How many targets are met, then each with its rates. */
export function targetBlocks(targets: Publishable<TargetsData>, language: Language): readonly Block[] {
  return [
    ...targets.met.map((met): Block => ({
      block: "paragraph",
      style: "lead",
      text: targetLead(met, targets, language),
    })),
    {
      block: "paragraph",
      text: TARGET_WORDS[language].reading(
        formatDate(targets.asOf, { language }),
        formatLevel(targets.level, { language }),
      ),
    },
    {
      block: "list",
      items: targets.targets.map((each) => listedOf(each, language)),
    },
    referralTable(targets, language),
    contractTable(targets, language),
    ...targets.notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: noticeText(notice, language) };
    }),
  ];
}

/** One row for each rate beside its target. */
export function targetRows({ targets, level }: Publishable<TargetsData>): readonly Row[] {
  return targets.flatMap((each) => rowsOf(each, level));
}

/** How rates beside targets show themselves. */
export const targetsFace: Face<TargetsData> = { blocks: targetBlocks, rows: targetRows };

/** How many of its targets a unit stands so beside, as a sentence. */
export function targetLead(
  met: Publishable<TargetsMet>,
  { agreed, targets }: Publishable<TargetsData>,
  language: Language,
): string {
  const words = TARGET_WORDS[language];
  const count = (value: Publishable<number>): string => formatCount(value, { language });
  const counted = (["reached", "not-reached", "undecided", "too-few"] as const)
    .filter((standing) => mayBeSome(met[standing]))
    .map((standing) => words.counted[standing](count(met[standing])));
  const [name, standings] = [nameOf(met, language), counted.join(", ")];
  return targets.length === agreed
    ? words.lead(name, count(agreed), standings)
    : words.leadOfShown(name, count(targets.length), count(agreed), standings);
}

function referralTable({ targets, level }: Publishable<TargetsData>, language: Language): Block {
  const words = TARGET_WORDS[language];
  const rows = targets.flatMap((each) =>
    each.rates.map((rate) => [
      ...headCells(each, rate, language),
      ...countCells(rate.counts, language),
      ...rateCells(rate.rate, language),
      boundsCell(rate, language),
      words.standings[rate.standing],
    ]),
  );
  return table(words.caption, words.columns(words.interval(formatLevel(level, { language }))), rows, 2);
}

function contractTable({ targets, level }: Publishable<TargetsData>, language: Language): Block {
  const words = TARGET_WORDS[language];
  const rows = targets.flatMap((each) =>
    each.rates.map((rate) => [
      ...headCells(each, rate, language),
      ...countCells(rate.contract, language),
      ...rateCells(rate.contract.rate, language),
      words.standings[rate.contract.standing],
    ]),
  );
  const interval = words.interval(formatLevel(level, { language }));
  return table(words.contractCaption, words.contractColumns(interval), rows, 2);
}

/** A target with its number, by which the tables call it, its share and the last referral date that counts. */
function listedOf(each: Publishable<TargetComparison>, language: Language): string {
  const words = TARGET_WORDS[language];
  const share = formatPercent(each.target.share, { language, decimals: 0 });
  const named = words.listed(numberOf(each, language), titleOf(each, language), share);
  return each.rates.every(({ counts }) => counts.mature === 0)
    ? `${named}.`
    : `${named}; ${words.through(formatDate(each.matureThrough, { language }))}.`;
}

function headCells(
  each: Publishable<TargetComparison>,
  rate: Publishable<TargetRate>,
  language: Language,
): readonly string[] {
  return [
    numberOf(each, language),
    nameOf(rate, language),
    formatPercent(each.target.share, { language, decimals: 0 }),
  ];
}

/** What a target is called in tables and figures. */
export function numberOf({ number }: Publishable<TargetComparison>, language: Language): string {
  return TARGET_WORDS[language].number(formatCount(number, { language }));
}

/** What and whom a target is for, in a line. */
export function titleOf(
  { target, criterionName, amongName }: Publishable<TargetComparison>,
  language: Language,
): string {
  const words = TARGET_WORDS[language];
  const criterion = criterionName[language];
  const asked = amongName === undefined ? criterion : words.among(criterion, amongName[language]);
  return target.group === undefined ? asked : words.group(asked, groupText(target.group));
}

function groupText(group: Readonly<Record<string, string>>): string {
  return Object.entries(group)
    .map(([column, level]) => `${column}: ${level}`)
    .join(", ");
}

function countCells(
  counts: Readonly<Record<"success" | "failure" | "unknown" | "pending", Publishable<number>>>,
  language: Language,
): readonly string[] {
  return (["success", "failure", "unknown", "pending"] as const).map((key) =>
    formatCount(counts[key], { language }),
  );
}

function rateCells({ estimate, interval }: Publishable<Estimate>, language: Language): readonly string[] {
  return [
    formatPercent(estimate, { language }),
    estimate === null ? ABSENT : formatInterval(interval, { language, unit: "percent" }),
  ];
}

function boundsCell({ bounds: { lower, upper } }: Publishable<TargetRate>, language: Language): string {
  return lower === null || upper === null
    ? ABSENT
    : formatInterval({ lower, upper }, { language, unit: "percent" });
}

/** Whose rate it is: an arm's, or that of all together. */
export function nameOf(
  { arm, name }: Pick<Publishable<TargetRate>, "arm" | "name">,
  language: Language,
): string {
  return arm === null ? TARGET_WORDS[language].all : name;
}

function noticeText(notice: Notice, language: Language): string {
  const words = TARGET_WORDS[language];
  const arms = [notice["arms"] ?? []].flat().map((name) => (name === "" ? words.all : String(name)));
  return (
    words.notices[notice.code]?.({
      target: String(notice["target"]),
      arms: arms.join(", "),
      fewest: String(notice["fewest"]),
    }) ?? notice.code
  );
}

function rowsOf(
  { target, rates, matureThrough }: Publishable<TargetComparison>,
  level: Publishable<number>,
): readonly Row[] {
  const about = {
    criterion: target.criterion,
    among: target.among ?? null,
    group: target.group === undefined ? null : groupText(target.group),
    target: target.share,
    source: target.source ?? null,
  };
  return rates.flatMap(({ arm, counts, rate, bounds, standing, contract }) => [
    {
      ...about,
      arm,
      anchor: "referral",
      matureThrough,
      ...countsOf(counts),
      ...figuresOf(rate, level),
      worst: bounds.lower,
      best: bounds.upper,
      standing,
    },
    {
      ...about,
      arm,
      anchor: "contract",
      matureThrough: null,
      ...countsOf(contract),
      ...figuresOf(contract.rate, level),
      worst: null,
      best: null,
      standing: contract.standing,
    },
  ]);
}

function countsOf({
  success,
  failure,
  unknown,
  pending,
}: Readonly<Record<"success" | "failure" | "unknown" | "pending", Publishable<number>>>): Row {
  return { success, failure, unknown, pending };
}

function figuresOf(rate: Publishable<Estimate>, level: Publishable<number>): Row {
  return { rate: rate.estimate, ...limitColumns(rate), level };
}
