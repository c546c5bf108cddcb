import {
  ABSENT,
  formatNumber,
  formatPercent,
  inPercent,
  type Language,
  type Table,
} from "../../display/index.js";
import { municipalityKey } from "../names.js";
import type { ExpectedComparisonData, ExpectedFigure } from "./types.js";
import { EXPECTED_WORDS } from "./words.js";

/** A column with what it holds. */
interface FigureColumn {
  readonly heading: string;
  readonly cell: (figure: ExpectedFigure) => string;
}

/** The figures that municipalities are held side by side by. */
export function mainFigures({ figures, mainGroup }: ExpectedComparisonData): readonly ExpectedFigure[] {
  return figures.filter(({ group }) => group === mainGroup);
}

/** One municipality's figures by group. */
export function ownTable(figures: readonly ExpectedFigure[], language: Language): Table {
  const { captions, columns, inAll } = EXPECTED_WORDS[language];
  const name: FigureColumn = { heading: columns.group, cell: ({ group }) => group ?? inAll };
  return tableOf(captions.groups(figures[0]?.municipality ?? ""), figures, [
    name,
    ...numberColumns(figures, language),
  ]);
}

/** All municipalities' figures in all with the ratios of the groups; of every group where there is none in all. */
export function municipalitiesTable(data: ExpectedComparisonData, language: Language): Table {
  const { captions, columns, inAll } = EXPECTED_WORDS[language];
  const { groups, mainGroup } = data;
  const main = mainFigures(data);
  const name: FigureColumn = { heading: columns.municipality, cell: ({ municipality }) => municipality };
  if (main.length === 0) {
    const group: FigureColumn = { heading: columns.group, cell: (figure) => figure.group ?? inAll };
    return tableOf(captions.municipalities(groups.join(", ")), data.figures, [
      name,
      group,
      ...numberColumns(data.figures, language),
    ]);
  }
  return tableOf(captions.municipalities(mainGroup ?? inAll), main, [
    name,
    ...numberColumns(main, language),
    ...(mainGroup === null ? groups.map((group) => ratioColumn(group, data, language)) : []),
  ]);
}

/** Numbers and shares as far as any figure has them, and the ratio. */
function numberColumns(figures: readonly ExpectedFigure[], language: Language): readonly FigureColumn[] {
  const { columns } = EXPECTED_WORDS[language];
  const number = (value: number | undefined): string =>
    formatNumber(value ?? null, { language, decimals: 0 });
  const percent = (value: number | undefined): string => formatPercent(value ?? null, { language });
  const points = (value: number | undefined): string =>
    formatNumber(value === undefined ? null : inPercent(value), { language, decimals: 1 });
  return [
    ...(figures.some(({ persons }) => persons !== undefined)
      ? [
          { heading: columns.expected, cell: ({ persons }: ExpectedFigure) => number(persons?.expected) },
          { heading: columns.actual, cell: ({ persons }: ExpectedFigure) => number(persons?.actual) },
          { heading: columns.difference, cell: ({ persons }: ExpectedFigure) => number(persons?.difference) },
        ]
      : []),
    ...(figures.some(({ shares }) => shares !== undefined)
      ? [
          { heading: columns.expectedShare, cell: ({ shares }: ExpectedFigure) => percent(shares?.expected) },
          { heading: columns.actualShare, cell: ({ shares }: ExpectedFigure) => percent(shares?.actual) },
          { heading: columns.points, cell: ({ shares }: ExpectedFigure) => points(shares?.difference) },
        ]
      : []),
    { heading: columns.ratio, cell: ({ ratio }) => formatNumber(ratio, { language }) },
  ];
}

function ratioColumn(group: string, { figures }: ExpectedComparisonData, language: Language): FigureColumn {
  const ratios = new Map(
    figures
      .filter((figure) => figure.group === group)
      .map(({ municipality, ratio }) => [municipalityKey(municipality), formatNumber(ratio, { language })]),
  );
  return {
    heading: EXPECTED_WORDS[language].columns.ratioOf(group),
    cell: ({ municipality }) => ratios.get(municipalityKey(municipality)) ?? ABSENT,
  };
}

function tableOf(
  caption: string,
  figures: readonly ExpectedFigure[],
  columns: readonly FigureColumn[],
): Table {
  return {
    block: "table",
    caption,
    columns: columns.map(({ heading }, at) => ({ heading, align: at === 0 ? "left" : "right" })),
    rows: figures.map((figure) => columns.map(({ cell }) => cell(figure))),
  };
}
