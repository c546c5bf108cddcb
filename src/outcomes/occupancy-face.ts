import {
  ABSENT,
  formatCount,
  formatDate,
  formatNumber,
  type Block,
  type Face,
  type Language,
  type Row,
  type Table,
} from "../display/index.js";
import type { ArmOccupancy, OccupancyData, OccupancyGuarantee } from "./occupancy-types.js";
import { describeOccupancyNotice, OCCUPANCY_WORDS } from "./occupancy-words.js";

/** How an occupancy shows itself: each arm's latest whole year (or the one that runs), then months and years. */
export const occupancyFace: Face<OccupancyData> = { blocks: occupancyBlocks, rows: occupancyRows };

function occupancyBlocks(occupancy: OccupancyData, language: Language): readonly Block[] {
  const words = OCCUPANCY_WORDS[language];
  return [
    ...occupancy.arms.map((arm): Block => {
      return { block: "paragraph", style: "lead", text: sentenceOf(arm, language) };
    }),
    { block: "paragraph", style: "small", text: words.reading(formatDate(occupancy.asOf, { language })) },
    monthsTable(occupancy, language),
    yearsTable(occupancy, language),
    ...occupancy.notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: describeOccupancyNotice(notice, language) };
    }),
  ];
}

function sentenceOf({ name, years, guarantee }: ArmOccupancy, language: Language): string {
  const words = OCCUPANCY_WORDS[language];
  const latest = years.findLast(({ complete }) => complete) ?? years.at(-1);
  if (latest === undefined) return words.nobody(name);
  const { average, over, from, to, complete, standing } = latest;
  const lead = words.lead({
    name,
    average: formatNumber(average, { language, decimals: 1 }),
    over: formatCount(over, { language }),
    from: formatDate(from, { language }),
    to: formatDate(to, { language }),
    complete,
  });
  if (guarantee === undefined || standing === undefined) return lead;
  const source = guarantee.source === undefined ? "" : ` (${guarantee.source})`;
  return `${lead} ${words.guarantee({ bounds: boundsOf(guarantee, language), source, standing, complete })}`;
}

function boundsOf({ least, most }: OccupancyGuarantee, language: Language): string {
  const inText = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : formatCount(value, { language });
  return OCCUPANCY_WORDS[language].bounds(inText(least), inText(most));
}

function monthsTable({ arms }: OccupancyData, language: Language): Table {
  const { months: words, provisional } = OCCUPANCY_WORDS[language];
  const headings = [words.month, ...arms.flatMap(({ name }) => words.columns(name))];
  const months = arms[0]?.months ?? [];
  return {
    block: "table",
    caption: words.caption,
    columns: headings.map((heading, index) => ({ heading, align: index === 0 ? "left" : "right" })),
    rows: months.map(({ month, complete }, index) => [
      complete ? month : `${month} (${provisional})`,
      ...arms.flatMap((arm) => {
        const own = arm.months[index];
        return [
          formatNumber(own?.average ?? null, { language, decimals: 1 }),
          formatCount(own?.participants ?? null, { language }),
        ];
      }),
    ]),
  };
}

function yearsTable({ arms }: OccupancyData, language: Language): Table {
  const { years: words, standings, provisional } = OCCUPANCY_WORDS[language];
  return {
    block: "table",
    caption: words.caption,
    columns: words.columns.map((heading, index) => ({
      heading,
      align: index >= 3 && index <= 5 ? "right" : "left",
    })),
    rows: arms.flatMap(({ name, years, guarantee }) =>
      years.map(({ from, to, weeksWithParticipants, over, average, complete, standing }) => [
        name,
        formatDate(from, { language }),
        formatDate(to, { language }),
        formatCount(weeksWithParticipants, { language }),
        formatCount(over, { language }),
        formatNumber(average, { language, decimals: 1 }),
        guarantee === undefined ? ABSENT : boundsOf(guarantee, language),
        [standing === undefined ? "" : standings[standing], complete ? "" : provisional]
          .filter(Boolean)
          .join(", "),
      ]),
    ),
  };
}

function occupancyRows({ year, arms }: OccupancyData): readonly Row[] {
  return arms.flatMap(({ arm, months, years, guarantee }) => {
    const bounds = { least: guarantee?.least ?? null, most: guarantee?.most ?? null };
    return [
      ...months.map(({ month, days, participants, average, complete, standing }) => ({
        arm,
        per: "calendar-month",
        period: month,
        days,
        weeks: null,
        over: null,
        participants,
        average,
        complete,
        ...bounds,
        standing: standing ?? null,
      })),
      ...years.map(({ from, weeks, over, average, complete, standing }) => ({
        arm,
        per: year,
        period: from,
        days: null,
        weeks,
        over,
        participants: null,
        average,
        complete,
        ...bounds,
        standing: standing ?? null,
      })),
    ];
  });
}
