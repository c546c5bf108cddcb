import { resolveOptions, type Notice, type OptionRules } from "../../core/index.js";
import { decodeText, parseTable, type TableOptions } from "../../tables/index.js";
import type { ParsedMunicipalities } from "../types.js";
import { furtherColumns } from "./covariates.js";
import { describeRule, readHead, type FileDescription } from "./description.js";
import { fileName, fileRules } from "./options.js";
import { parsedOf } from "./parsed.js";
import { sortPlaces } from "./places.js";
import { figureNotices } from "./reading.js";
import { columnsFor, KNOWN, readRow, type Cells } from "./readRow.js";

/** What `parseMunicipalities` takes besides the bytes. */
export interface MunicipalitiesOptions extends TableOptions {
  /** What holds for all rows that don't say otherwise, such as definition, population, anchor and window. */
  readonly describe?: FileDescription | undefined;
}

/**
 * Reads the municipalities' figures: how many of how many, or what rate, or how many were expected, and what was
 * counted.
 *
 * A row's figure is one of three. `events` of `total`, whole numbers: only these have limits by chance. A `rate`
 * (34,3 % or 0,343) with its `total`: taken as events where one whole number alone gives the printed digits
 * (`reconstructed`, with a notice), else the row holds a rate, without limits. `expected` and `actual` numbers or shares
 * (`expectedShare`, `actualShare`) of full-time persons, never with limits. Where events and a rate are both there, the
 * rate isn't used. Marks for what isn't told (`..`, `.`, `-`) leave a figure out, with a notice.
 *
 * Definition, population, anchor, window, period and the like stand in columns, in lines `# window: 26 weeks` above the
 * header, or in `describe`; a column's cell wins. Columns of other names are framework conditions (`covariates`) where
 * any of their cells is a number. Rows of the country, of regions and the like stand apart, in `areas`.
 *
 * @param input Bytes or text with the columns `municipality;period;group;events;total;rate;expected;actual;
 *   expectedShare;actualShare;rank;cluster;benefit;definition;population;anchor;window;direction;source;year`, as many
 *   of them as there are.
 * @param options `name` of the file as errors shall call it; `columns` where the file's names differ; `describe`.
 * @returns Rows with their source and notices (`unknown-municipality`, `areas-apart`, `events-reconstructed`,
 *   `events-not-known`, `rate-of-no-count`, `figure-not-told`, `column-not-used`, …), and `areas`.
 * @throws CompetitionError with every issue of the file: a missing column, a number that is none,
 *   `events-above-total`, `missing-figure`, `two-figures`, `impossible-share`, `missing-description`.
 * @example
 * parseMunicipalities(bytes, { name: "municipalities.csv" }).rows[0]?.municipality // "Horsens"
 * @example
 * parseMunicipalities(bytes, { name: "tal.csv", columns: { municipality: "kommune", total: "antal" } })
 */
export function parseMunicipalities(
  input: Uint8Array | string,
  options: MunicipalitiesOptions,
): ParsedMunicipalities {
  const { values } = resolveOptions("parseMunicipalities", options, RULES);
  const name = fileName("parseMunicipalities", values);
  const decoded = decodeText(input, name);
  const { description, body } = readHead(name, decoded.text, values.describe ?? {});
  const setting = { description, further: furtherColumns(body) };
  const parsed = parseTable<Cells>(
    body,
    { name, columns: values.columns },
    {
      columns: columnsFor(description),
      rest: "keep",
      check: (cells) => readRow(cells, setting).problems[0],
    },
  );

  const readings = parsed.rows.map((cells, index) => ({
    ...readRow(cells, setting),
    line: parsed.rowNumber(index),
  }));
  const placed = sortPlaces(name, readings);
  return parsedOf(name, decoded, placed, [
    ...parsed.notices,
    ...wordNotices(name, parsed.rows, setting.further.words),
    ...figureNotices(name, readings),
    ...placed.notices,
  ]);
}

const RULES: OptionRules<MunicipalitiesOptions> = { ...fileRules, describe: describeRule };

/** Columns of words, which are neither known nor framework conditions. */
function wordNotices(file: string, cells: readonly Cells[], words: ReadonlySet<string>): readonly Notice[] {
  const columns = new Set(cells.flatMap(Object.keys));
  return [...columns]
    .filter((column) => words.has(column) && !KNOWN.has(column))
    .map((column) => ({ code: "column-not-used", severity: "info", file, column }));
}
