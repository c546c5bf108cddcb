import {
  formatCount,
  formatPercent,
  type Block,
  type Face,
  type Language,
  type Row,
  type Table,
} from "../display/index.js";
import type { DeliveryComparisonData } from "./deliveries-types.js";
import { dateWords, DELIVERY_WORDS, describeDeliveryNotice } from "./deliveries-words.js";

/** How a comparison of deliveries shows itself: without pseudonyms, which stand in its rows. */
export const deliveriesFace: Face<DeliveryComparisonData> = { blocks, rows };

function blocks(comparison: DeliveryComparisonData, language: Language): readonly Block[] {
  const { citizens, covered, observedUntil, reach, notices } = comparison;
  const words = DELIVERY_WORDS[language];
  const until = dateWords(observedUntil, language) ?? "";
  const most = reach.find(({ share }) => share === 0.95);
  const paragraphs = [
    most === undefined
      ? ""
      : words.reach(formatPercent(0.95, { language, decimals: 0 }), most.daysBack, until),
    covered === undefined
      ? ""
      : words.covered(dateWords(covered.from, language), dateWords(covered.to, language) ?? ""),
    citizens.onlyBefore.length === 0 ? "" : words.onlyBefore(citizens.onlyBefore.length),
    citizens.onlyAfter.length === 0 ? "" : words.onlyAfter(citizens.onlyAfter.length),
  ].filter((text) => text !== "");
  const share = citizens.both === 0 ? null : citizens.changed / citizens.both;
  return [
    { block: "paragraph", style: "lead", text: words.lead(citizens.changed, citizens.both, share) },
    ...paragraphs.map((text): Block => ({ block: "paragraph", text })),
    ...(comparison.changes.length === 0 ? [] : tables(comparison, until, language)),
    ...notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: describeDeliveryNotice(notice, language) };
    }),
  ];
}

function tables({ states, bands }: DeliveryComparisonData, until: string, language: Language): Block[] {
  const words = DELIVERY_WORDS[language];
  const count = (value: number | null): string => formatCount(value, { language });
  return [
    table(
      words.states.caption,
      words.states.columns,
      states.map((each) => [each.state, count(each.daysGained), count(each.daysLost), count(each.citizens)]),
    ),
    table(
      words.bands.caption(until),
      words.bands.columns,
      bands.map((band) => [
        words.band(band),
        count(band.changedDays),
        count(band.coveredDays),
        formatPercent(band.share, { language, decimals: 2 }),
      ]),
    ),
    { block: "paragraph", style: "small", text: words.reading },
  ];
}

function table(caption: string, headings: readonly string[], cells: Table["rows"]): Table {
  return {
    block: "table",
    caption,
    columns: headings.map((heading, index) => ({ heading, align: index === 0 ? "left" : "right" })),
    rows: cells,
  };
}

/** A row per pair of periods: the first before beside the first after, and so on. */
function rows({ changes, citizens }: DeliveryComparisonData): readonly Row[] {
  const none = { state: null, beforeFrom: null, beforeTo: null, afterFrom: null, afterTo: null };
  return [
    ...changes.flatMap(({ citizen, state, change, before, after }) =>
      Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
        citizen,
        change,
        state,
        beforeFrom: before[index]?.from ?? null,
        beforeTo: before[index]?.to ?? null,
        afterFrom: after[index]?.from ?? null,
        afterTo: after[index]?.to ?? null,
      })),
    ),
    ...citizens.onlyBefore.map((citizen) => ({ citizen, change: "only-before", ...none })),
    ...citizens.onlyAfter.map((citizen) => ({ citizen, change: "only-after", ...none })),
  ];
}
