import {
  mayBeEmpty,
  numberCell,
  optional,
  required,
  wholeNumberCell,
  wordCell,
  type ColumnsOf,
  type RowProblem,
} from "../../tables/index.js";
import type { Direction, MeasureDescription } from "../types.js";
import { covariatesOf, type Further } from "./covariates.js";
import type { FileDescription } from "./description.js";
import { figureOf, type FigureCells } from "./figure.js";
import { orMissing } from "./missing.js";
import type { Reading } from "./reading.js";
import { shareCell } from "./share.js";
import { placeCell } from "./texts.js";

/** A row's cells as they were read; those of further columns are texts. */
export interface Cells extends FigureCells, Partial<MeasureDescription> {
  readonly municipality: string;
  readonly group?: string;
  readonly cluster?: string;
  readonly benefit?: string;
  readonly direction?: Direction;
  readonly source?: string;
  readonly year?: string;
  readonly [further: string]: string | number | undefined;
}

const FIGURES = {
  events: optional(orMissing(wholeNumberCell)),
  total: optional(orMissing(wholeNumberCell)),
  expected: optional(orMissing(numberCell)),
  actual: optional(orMissing(numberCell)),
  rank: optional(orMissing(wholeNumberCell)),
} as const;

const PARTS = ["definition", "population", "anchor", "window", "period"] as const;

const OTHERS = ["group", "cluster", "benefit", "direction", "source", "year"] as const;

/** The columns of a file: those of the measure have to be there unless the file's description has them. */
export function columnsFor(description: FileDescription): ColumnsOf<Cells> {
  const part = (name: (typeof PARTS)[number]): ColumnsOf<Cells>["definition"] =>
    description[name] === undefined ? mayBeEmpty(placeCell) : optional(placeCell);
  const share = optional(orMissing(shareCell(description.shares ?? "proportion")));
  return {
    municipality: required(placeCell),
    period: part("period"),
    definition: part("definition"),
    population: part("population"),
    anchor: part("anchor"),
    window: part("window"),
    ...FIGURES,
    rate: share,
    expectedShare: share,
    actualShare: share,
    group: optional(placeCell),
    cluster: optional(placeCell),
    benefit: optional(placeCell),
    direction: optional(wordCell(["higher-is-better", "lower-is-better"])),
    source: optional(placeCell),
    year: optional(placeCell),
  };
}

/** The columns that have a meaning of their own. */
export const KNOWN: ReadonlySet<string> = new Set(Object.keys(columnsFor({})));

/** Reads a row: its figure, what was measured, and its framework conditions. */
export function readRow(
  cells: Cells,
  { description, further }: { readonly description: FileDescription; readonly further: Further },
): Reading {
  const { municipality } = cells;
  const facts = { ...described(description), ...described(cells) };
  const missing = PARTS.find((part) => facts[part] === undefined);
  const rest = Object.entries(cells).filter(([column]) => !KNOWN.has(column));
  const { covariates, problems: unread } = covariatesOf(
    rest.map(([column, text]) => [column, String(text)]),
    further,
  );
  const found = figureOf(cells);
  const problems = [
    ...(missing === undefined ? [] : [missingDescription(missing)]),
    ...unread,
    ...("problem" in found ? [found.problem] : []),
  ];
  if (problems.length > 0 || "problem" in found || found.figure === "not-told")
    return { municipality, problems };
  const row = {
    municipality,
    ...(facts as MeasureDescription),
    ...found.figure,
    ...(Object.keys(covariates).length === 0 ? {} : { covariates }),
  };
  const rateBeside = cells.rate !== undefined && typeof cells.events === "number";
  return {
    municipality,
    row,
    rateBeside,
    ofNoCount: found.ofNoCount === true,
    isPartial: found.isPartial === true,
    problems,
  };
}

type Described = Partial<MeasureDescription> & Pick<Cells, (typeof OTHERS)[number]>;

function described(from: FileDescription | Cells): Described {
  const given = [...PARTS, ...OTHERS].map((name) => [name, (from as Described)[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function missingDescription(part: (typeof PARTS)[number]): RowProblem {
  return {
    code: "missing-description",
    column: part,
    expected: "what holds for the row",
    hint: `Where it is the same for all rows, say it once: a line \`# ${part}: …\` above the header, or describe: { ${part}: "…" }.`,
  };
}
