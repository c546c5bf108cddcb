import {
  formatCount,
  formatLevel,
  formatNumber,
  formatPercent,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../../display/index.js";
import { formatRatioLimits } from "../besideOne.js";
import { sameMunicipality } from "../names.js";
import type { RankPlace } from "../types.js";
import type { ConditionsData, ConditionsRow } from "./types.js";
import { CONDITIONS_WORDS, describeConditionsNotice } from "./words.js";

/** How expected values show themselves: the municipality that is pointed out, how they were made, then all. */
export const conditionsFace: Face<ConditionsData> = { blocks, rows };

function blocks(data: ConditionsData, language: Language): readonly Block[] {
  const words = CONDITIONS_WORDS[language];
  const { municipality, municipalities, covariates, explained, dispersion, leftOut, direction } = data;
  const own = municipalities.find(
    (row) => municipality !== null && sameMunicipality(row.municipality, municipality),
  );
  const { group, period, sources, level } = data;
  const origin = sources.length === 0 ? null : words.source(sources.join(", "));
  const about = [group, period, origin].filter(Boolean).join(", ");
  const count = formatCount(municipalities.length, { language });
  const outside = Math.round(municipalities.length * (1 - level));
  const method = [
    words.method({ count, conditions: covariates.join(", "), about: about === "" ? "" : ` (${about})` }),
    ...(explained !== null && explained > 0
      ? [words.explained(formatPercent(explained, { language, decimals: 0 }))]
      : []),
    ...(outside > 0
      ? [words.byChance(formatCount(outside, { language }), count, formatLevel(level, { language }))]
      : []),
    ...(direction === null ? [] : [words.direction[direction]]),
    ...(dispersion !== null && dispersion > 1
      ? [words.dispersion(formatNumber(dispersion, { language, decimals: 1 }))]
      : []),
    words.descriptive,
    ...(leftOut.length > 0 ? [words.leftOut(leftOut.join(", "))] : []),
  ];
  return [
    ...(own === undefined
      ? []
      : [{ block: "paragraph", style: "lead", text: leadText(own, data, language) } as const]),
    { block: "paragraph", text: method.join(" ") },
    {
      block: "table",
      caption: words.caption,
      columns: columnsOf(data, language),
      rows: municipalities.map((row) => cellsOf(row, language)),
    },
    ...data.notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: describeConditionsNotice(notice, language) };
    }),
  ];
}

function leadText(row: ConditionsRow, { level }: ConditionsData, language: Language): string {
  const [municipality = "", rate = "", expected = "", ratio = "", interval = "", rank = ""] = cellsOf(
    row,
    language,
  );
  const words = CONDITIONS_WORDS[language];
  const place = words.positions[row.position]({ municipality, rate, expected });
  return `${place} ${words.ratio({ ratio, interval, rank, level: formatLevel(level, { language }) })}`;
}

function columnsOf(
  { level }: ConditionsData,
  language: Language,
): readonly { readonly heading: string; readonly align: "left" | "right" }[] {
  const { columns } = CONDITIONS_WORDS[language];
  const headings = [
    columns.municipality,
    columns.rate,
    columns.expected,
    columns.ratio,
    columns.interval(formatLevel(level, { language })),
    columns.rank,
  ];
  return headings.map((heading, index) => ({ heading, align: index === 0 ? "left" : "right" }));
}

function cellsOf(
  { municipality, rate, expectedRate, ratio, rank }: ConditionsRow,
  language: Language,
): readonly string[] {
  return [
    municipality,
    formatPercent(rate, { language }),
    formatPercent(expectedRate, { language }),
    formatNumber(ratio.estimate, { language }),
    formatRatioLimits(ratio.interval, language),
    rankText(rank, language),
  ];
}

function rankText({ median, lower, upper, of }: RankPlace, language: Language): string {
  const [m = "", l = "", u = "", n = ""] = [median, lower, upper, of].map((each) =>
    formatCount(each, { language }),
  );
  return CONDITIONS_WORDS[language].rank(m, l, u, n);
}

function rows({ municipalities, level }: ConditionsData): readonly Row[] {
  return municipalities.map(({ municipality, total, rate, expectedRate, ratio, position, rank }) => ({
    municipality,
    total: total ?? null,
    rate,
    expectedRate,
    ratio: ratio.estimate,
    ratioLower: ratio.interval.lower,
    ratioUpper: ratio.interval.upper,
    level,
    position,
    rank: rank.median,
    rankLower: rank.lower,
    rankUpper: rank.upper,
    rankedOf: rank.of,
  }));
}
