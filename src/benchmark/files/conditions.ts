import { resolveOptions, type OptionRules } from "../../core/index.js";
import {
  decodeText,
  optional,
  parseTable,
  required,
  type ParsedTable,
  type RowProblem,
  type TableOptions,
} from "../../tables/index.js";
import { comparable, municipalityKey } from "../names.js";
import { covariatesOf, furtherColumns, type Further } from "./covariates.js";
import { describeRule, readHead, type FileDescription } from "./description.js";
import { refuseJobindsats } from "../jobindsats/recognize.js";
import { checkHeadings, HEADINGS } from "./header.js";
import { fileName, municipalityFileRules } from "./options.js";
import { parsedOf } from "./parsed.js";
import { sortPlaces } from "./places.js";
import { KNOWN } from "./readRow.js";
import { placeCell } from "./texts.js";

/** A municipality's framework conditions. */
export interface FrameworkConditions {
  readonly municipality: string;
  readonly period?: string;
  readonly source?: string;
  readonly year?: string;
  /** By their names; one that isn't told is missing. */
  readonly covariates: Readonly<Record<string, number>>;
}

/** Conditions of municipalities, and apart from them those of the country, regions and the like. */
export interface ParsedConditions extends ParsedTable<FrameworkConditions> {
  readonly areas: readonly FrameworkConditions[];
}

/** What `parseConditions` takes besides the bytes. */
export interface ConditionsFileOptions extends TableOptions {
  /** What holds for all rows that don't say otherwise: period, source, year. */
  readonly describe?: Pick<FileDescription, "period" | "source" | "year"> | undefined;
}

/**
 * Reads municipalities' framework conditions, such as a table of Statistics Denmark: every column of numbers is a condition by
 * its heading, in whatever unit it has.
 *
 * Columns that figures have in `parseMunicipalities` (`events`, `total`, `rate`, …) are no conditions, so that such a file can be
 * read too. Columns of words, and marks for what isn't told (`..`, `-`), are left out. Period, source and year stand in columns,
 * in lines `# source: …` above the header, or in `describe`.
 *
 * @param input Bytes or text with the column `municipality` (`kommune`), and `period`, `source` and `year` where there are any.
 * @returns Rows with their source and notices (`unknown-municipality`, `areas-apart`), and `areas`.
 * @throws CompetitionError `jobindsats-table` for one of Jobindsats' whose columns aren't mapped; with every issue of the file: `missing-column`, `duplicate-row` for a municipality twice in a
 *   period, a number that is none, `cpr-shaped`.
 * @example
 * parseConditions("kommune;ledighed\nVejle;3,4\nHorsens;4,1\n", { name: "vilkår.csv" }).rows[0]?.covariates // { ledighed: 3.4 }
 * @example
 * findPeers("Vejle", { by: "covariates", rows: parseConditions(bytes, { name: "vilkår.csv" }) })
 */
export function parseConditions(
  input: Uint8Array | string,
  options: ConditionsFileOptions,
): ParsedConditions {
  const { values } = resolveOptions("parseConditions", options, RULES);
  const name = fileName("parseConditions", values);
  const decoded = decodeText(input, name);
  refuseJobindsats(name, decoded.text, values.columns, NO_CONDITIONS);
  const { description, body } = readHead(name, decoded.text, values.describe ?? {});
  checkHeadings(name, body, OWN, values.columns ?? {});
  const further = furtherColumns(body);
  const isRepeated = onceEach(description);
  const parsed = parseTable<Cells>(
    body,
    { name, columns: values.columns },
    {
      columns: {
        municipality: required(placeCell),
        period: optional(placeCell),
        source: optional(placeCell),
        year: optional(placeCell),
      },
      headings: HEADINGS,
      rest: "keep",
      check: (cells) => conditionsOf(cells, further).problems[0] ?? isRepeated(cells),
    },
  );
  const readings = parsed.rows.map((cells, index) => ({
    row: rowOf(cells, description, further),
    line: parsed.rowNumber(index),
  }));
  const placed = sortPlaces(name, readings);
  return parsedOf(name, decoded, placed, [...parsed.notices, ...placed.notices]);
}

const NO_CONDITIONS = {
  wanted: "a table of framework conditions with a column municipality, and one for each condition",
  hint: 'The expected shares of Jobindsats\' table y30r21 choose peers by expected-share (--peers-by expected-share). Of another table, as CSV, say what its columns are: columns: { municipality: "Område", period: "Periode" }, or --columns conditions.municipality=Område conditions.period=Periode.',
};

const RULES: OptionRules<ConditionsFileOptions> = { ...municipalityFileRules, describe: describeRule };

const PARTS = ["period", "source", "year"] as const;
const OWN: ReadonlySet<string> = new Set(["municipality", ...PARTS]);

interface Cells {
  readonly municipality: string;
  readonly period?: string;
  readonly source?: string;
  readonly year?: string;
  readonly [further: string]: string | undefined;
}

function rowOf(cells: Cells, description: FileDescription, further: Further): FrameworkConditions {
  const told = PARTS.map((part) => [part, cells[part] ?? description[part]] as const);
  return {
    municipality: cells.municipality,
    ...Object.fromEntries(told.filter(([, text]) => text !== undefined)),
    covariates: conditionsOf(cells, further).covariates,
  };
}

function conditionsOf(cells: Cells, further: Further): ReturnType<typeof covariatesOf> {
  const rest = Object.entries(cells).filter(([column]) => !KNOWN.has(column));
  return covariatesOf(
    rest.map(([column, text]) => [column, text ?? ""]),
    further,
  );
}

/** A check of rows in their order: each municipality stands once in a period. */
function onceEach(description: FileDescription): (cells: Cells) => RowProblem | undefined {
  const seen = new Set<string>();
  // A column that isn't there is an issue of its own; its cells are read as if they were empty.
  return ({ municipality = "", period = description.period ?? "", year = description.year ?? "" }) => {
    if (municipality === "") return undefined;
    const key = [municipalityKey(municipality), comparable(period), comparable(year)].join("\n");
    if (!seen.has(key)) {
      seen.add(key);
      return undefined;
    }
    return {
      code: "duplicate-row",
      column: "municipality",
      expected: "one row of a municipality for a period; this one stands above already",
    };
  };
}
