import type { Notice } from "../../core/index.js";
import {
  formatCount,
  formatNumber,
  formatPercent,
  formatPoints,
  type Block,
  type Face,
  type Language,
} from "../../display/index.js";
import { decimalsBesideOne } from "../besideOne.js";
import { sameMunicipality } from "../names.js";
import { mainFigures, municipalitiesTable, ownTable } from "./tables.js";
import type { ExpectedComparisonData, ExpectedFigure, WithoutGroup } from "./types.js";
import { expectedRows } from "./rows.js";
import { EXPECTED_WORDS } from "./words.js";

/** How published expected figures show themselves: where the municipality lies, what the figures are, then all. */
export const expectedFace: Face<ExpectedComparisonData> = { blocks, rows: expectedRows };

function blocks(data: ExpectedComparisonData, language: Language): readonly Block[] {
  const words = EXPECTED_WORDS[language];
  const own = ownFigures(data);
  const text = [
    ...countText(data, language),
    words.direction,
    words.noLimits,
    words.source([...data.sources, ...data.years].join(", ")),
    words.descriptive,
  ].join(" ");
  return [
    ...leadBlocks(data, own, language),
    { block: "paragraph", text },
    ...(own.length > 1 ? [ownTable(own, language)] : []),
    ...withoutBlocks(data, language),
    municipalitiesTable(data, language),
    ...data.notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: noticeText(notice, language) };
    }),
  ];
}

function noticeText(notice: Notice, language: Language): string {
  const { municipalities } = notice;
  const names = Array.isArray(municipalities) ? municipalities.join(", ") : "";
  return EXPECTED_WORDS[language].notices[notice.code]?.(names) ?? notice.code;
}

function ownFigures({ figures, municipality }: ExpectedComparisonData): readonly ExpectedFigure[] {
  return municipality === null
    ? []
    : figures.filter((figure) => sameMunicipality(figure.municipality, municipality));
}

/** The sentence of the main group; where the municipality has none of it, one for each of its groups. */
function leadBlocks(
  { mainGroup }: ExpectedComparisonData,
  own: readonly ExpectedFigure[],
  language: Language,
): readonly Block[] {
  const words = EXPECTED_WORDS[language];
  const main = own.filter(({ group }) => group === mainGroup);
  return (main.length > 0 ? main : own).map((figure): Block => {
    const sentence = words.lead({
      municipality: figure.municipality,
      side: sideOfFigure(figure),
      told: toldOf(figure, language),
      ratio: ratioText(figure.ratio, language),
    });
    const { group } = figure;
    return {
      block: "paragraph",
      style: "lead",
      text: group === null ? sentence : words.ofGroup(group, sentence),
    };
  });
}

/** By the difference, which is there even where nobody was expected. */
function sideOfFigure({ persons, shares }: ExpectedFigure): number {
  return Math.sign((persons ?? shares)?.difference ?? 0);
}

function toldOf({ persons, shares }: ExpectedFigure, language: Language): string {
  const words = EXPECTED_WORDS[language];
  const number = (value: number): string => formatNumber(value, { language, decimals: 0 });
  const percent = (value: number): string => formatPercent(value, { language });
  return [
    ...(persons === undefined
      ? []
      : [
          words.persons(
            number(persons.actual),
            number(persons.expected),
            number(Math.abs(persons.difference)),
            Math.sign(persons.difference),
          ),
        ]),
    ...(shares === undefined
      ? []
      : [
          words.shares(
            percent(shares.actual),
            percent(shares.expected),
            formatPoints(shares.difference, { language }),
          ),
        ]),
  ].join("; ");
}

/** With as many decimals, up to four, as tell on which side of 1 it lies. */
function ratioText(ratio: number | null, language: Language): string {
  return formatNumber(ratio, { language, decimals: decimalsBesideOne(ratio === null ? [] : [ratio]) });
}

function countText(data: ExpectedComparisonData, language: Language): readonly string[] {
  const main = mainFigures(data);
  if (main.length < 2) return [];
  const onSide = (side: number): string =>
    formatCount(main.filter((figure) => sideOfFigure(figure) === side).length, { language });
  return [
    EXPECTED_WORDS[language].count({
      all: formatCount(main.length, { language }),
      below: onSide(-1),
      above: onSide(1),
      period: data.period,
    }),
  ];
}

function withoutBlocks(
  { withoutGroup, municipality }: ExpectedComparisonData,
  language: Language,
): readonly Block[] {
  if (withoutGroup.length === 0) return [];
  const words = EXPECTED_WORDS[language];
  return [
    { block: "paragraph", text: words.connected },
    { block: "list", items: withoutGroup.map((each) => withoutText(each, municipality, language)) },
  ];
}

function withoutText(
  { group, figures, toAbove, toBelow }: WithoutGroup,
  municipality: string | null,
  language: Language,
): string {
  const words = EXPECTED_WORDS[language];
  const own = figures.find(
    (each) => municipality !== null && sameMunicipality(each.municipality, municipality),
  );
  const changes =
    own === undefined
      ? ":"
      : `${words.changes({
          municipality: own.municipality,
          before: ratioText(own.inAll, language),
          after: ratioText(own.ratio, language),
        })}.`;
  const passing = [
    ...(toAbove.length === 0 ? [] : [words.toAbove(toAbove.join(", "))]),
    ...(toBelow.length === 0 ? [] : [words.toBelow(toBelow.join(", "))]),
  ];
  return `${words.without(group)}${changes}${passing.length === 0 ? words.nobodyPasses : passing.join("")}`;
}
