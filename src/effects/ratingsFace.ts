import { SUPPRESSED, type Notice, type Publishable, type Showable } from "../core/index.js";
import {
  ABSENT,
  formatCount,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPCell,
  formatPercent,
  type Block,
  type Face,
  type Language,
  type Row,
  type Table,
} from "../display/index.js";
import type { ArmRatings, RatingsData } from "./ratingsTypes.js";
import { RATING_WORDS } from "./ratingsWords.js";
import { table } from "./table.js";

/** Satisfaction and complaints by arm, with who asked. */
export function ratingsBlocks(ratings: Publishable<RatingsData>, language: Language): readonly Block[] {
  const words = RATING_WORDS[language];
  const isCompared = ratings.comparisons.some(({ difference }) => difference.status === "estimated");
  return [
    { block: "heading", level: 3, text: words.heading, id: "ratings" },
    { block: "paragraph", text: words.text },
    satisfactionTable(ratings, language),
    ...(isCompared ? [differenceTable(ratings, language)] : []),
    complaintTable(ratings, language),
    ...ratings.notices.map((notice): Block => ({
      block: "note",
      tone: notice.severity,
      text: noticeText(notice, ratings, language),
    })),
  ];
}

/** How ratings show themselves. */
export const ratingsFace: Face<RatingsData> = { blocks: ratingsBlocks, rows: ratingsRows };

function satisfactionTable({ arms }: Publishable<RatingsData>, language: Language): Table {
  const words = RATING_WORDS[language];
  const number = (value: Showable, decimals: number): string => formatNumber(value, { language, decimals });
  const rows = arms.map((each) => [
    each.name,
    formatCount(each.answers, { language }),
    formatPercent(shareOf(each), { language, decimals: 0 }),
    number(each.mean, 2),
    rangeOf(each, words.range, (value) => number(value, 0)),
    listed(each.surveyedBy),
  ]);
  const shown = table(words.satisfaction, words.columns, rows, 1);
  return { ...endingInNames(shown), id: "table-satisfaction" };
}

function shareOf({ answers, allocated }: Publishable<ArmRatings>): Showable {
  if (answers === SUPPRESSED || allocated === SUPPRESSED) return SUPPRESSED;
  return allocated === 0 ? null : answers / allocated;
}

function rangeOf(
  { lowest, highest }: Publishable<ArmRatings>,
  range: (from: string, to: string) => string,
  number: (value: Showable) => string,
): string {
  if (lowest === null) return ABSENT;
  return lowest === SUPPRESSED ? number(lowest) : range(number(lowest), number(highest));
}

function endingInNames(shown: Table): Table {
  const last = shown.columns.length - 1;
  return {
    ...shown,
    columns: shown.columns.map((column, index) => (index === last ? { ...column, align: "left" } : column)),
  };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? ABSENT : names.join(", ");
}

function differenceTable({ arms, comparisons, level }: Publishable<RatingsData>, language: Language): Table {
  const words = RATING_WORDS[language];
  const nameOf = (id: string): string => arms.find(({ arm }) => arm === id)?.name ?? id;
  const rows = comparisons.map(({ arm, reference, difference }) => [
    words.versus(nameOf(arm), nameOf(reference)),
    formatNumber(difference.estimate, { language }),
    formatInterval(difference.interval, { language }),
    formatPCell(difference.test?.pValue ?? null, { language }),
  ]);
  const headings = words.differenceColumns(words.interval(formatLevel(level, { language })));
  return { ...table(words.difference, headings, rows, 1), id: "table-satisfaction-difference" };
}

function complaintTable({ arms, level }: Publishable<RatingsData>, language: Language): Table {
  const words = RATING_WORDS[language];
  const rows = arms.map(({ name, allocated, complaints, complainedTo, complaintsPerHundred: rate }) => [
    name,
    formatCount(complaints, { language }),
    formatCount(allocated, { language }),
    formatNumber(rate?.estimate ?? null, { language, decimals: 1 }),
    rate === null ? ABSENT : formatInterval(rate, { language, decimals: 1 }),
    listed(complainedTo),
  ]);
  const headings = words.complaintColumns(words.interval(formatLevel(level, { language })));
  return { ...endingInNames(table(words.complaints, headings, rows, 1)), id: "table-complaints" };
}

function noticeText(notice: Notice, { arms }: Publishable<RatingsData>, language: Language): string {
  const facts = {
    arm: arms.find(({ arm }) => arm === notice["arm"])?.name ?? "",
    count: (fact: string): string => formatCount(Number(notice[fact]), { language }),
    of: namedIn(notice["citizens"]),
  };
  return RATING_WORDS[language].notices[notice.code]?.(facts) ?? notice.code;
}

/** The citizens of a notice, in parentheses. */
function namedIn(citizens: Notice[string] | undefined): string {
  return Array.isArray(citizens) && citizens.length > 0 ? ` (${citizens.join(", ")})` : "";
}

/** An arm a row. */
export function ratingsRows({ arms }: Publishable<RatingsData>): readonly Row[] {
  return arms.map(({ surveyedBy, complainedTo, complaintsPerHundred: rate, ...each }) => ({
    ...each,
    complaintsPerHundred: rate?.estimate ?? null,
    lower: rate?.lower ?? null,
    upper: rate?.upper ?? null,
    surveyedBy: surveyedBy.join(", "),
    complainedTo: complainedTo.join(", "),
  }));
}
