import { resolveOptions, type Notice, type OptionRules } from "../../core/index.js";
import { decodeText, parseTable, type TableOptions } from "../../tables/index.js";
import { parseJobindsats } from "../jobindsats/parse.js";
import { isJobindsats } from "../jobindsats/recognize.js";
import type { ParsedMunicipalities } from "../types.js";
import { furtherColumns } from "./covariates.js";
import { describeRule, readHead, type FileDescription } from "./description.js";
import { checkHeadings, HEADINGS } from "./header.js";
import { onceEach } from "./once.js";
import { fileName, municipalityFileRules } from "./options.js";
import { parsedOf } from "./parsed.js";
import { sortPlaces } from "./places.js";
import { figureNotices } from "./reading.js";
import { shareOf } from "./share.js";
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
 * (34,3 % or 0,343) with its `total`: taken as events (`reconstructed`, with a notice) where one whole number alone gives the
 * printed digits, or where the rounding hides at most a fifth of the rate's standard error √(r(1 − r)/n), the nearest whole number
 * (`eventsWithin` tells how many more or fewer it may be); else the row holds a rate, without limits: with one decimal of per cent that
 * is so above some 36,000 people. `expected` and `actual` numbers or shares
 * (`expectedShare`, `actualShare`) of full-time persons, never with limits. Where events and a rate are both there, the
 * rate has to be theirs, and isn't used. Marks for what isn't told (`..`, `.`, `-`, `:`, `*`, `N/A`, `<5`) leave a figure
 * out, with a notice.
 *
 * Definition, population, anchor, window, period and the like stand in columns, in lines `# window: 26 weeks` above the
 * header, or in `describe`; a column's cell wins. Columns of other names are framework conditions (`covariates`) where
 * any of their cells is a number. Rows of the country, of regions and the like stand apart, in `areas`.
 *
 * @param input Bytes or text with the columns `municipality;period;group;events;total;rate;expected;actual;
 *   expectedShare;actualShare;rank;cluster;benefit;definition;population;anchor;window;direction;source;year`, as many
 *   of them as there are. Danish names are known too: `kommune`, `periode`, `gruppe`, `antal` (events), `i alt` (total), `succesrate`,
 *   `klynge`, `ydelse`, `målgruppe`, `målt fra`, `måleperiode`, `retning`, `kilde`, `år`, `forventet antal`, `faktisk antal`, `forventet andel`,
 *   `faktisk andel`, `placering`.
 *   A table of Jobindsats is read as `parseJobindsats` reads it: JSON, or CSV with columns of its own names (`Område`, `Periode`).
 * @param options `name` of the file as errors shall call it; `columns` where the file's names differ; `describe`.
 * @returns Rows with their source and notices (`unknown-municipality`, `areas-apart`, `events-reconstructed`, `events-nearest`,
 *   `events-not-known`, `shares-below-one-percent`, `rate-of-no-count`, `figure-not-told`, `column-not-used`, …), and `areas`.
 * @throws CompetitionError with every issue of the file: a missing column, a number that is none,
 *   `events-above-total`, `expected-above-total`, `rate-contradicts-events`, `rate-of-nobody`, `missing-figure`,
 *   `two-figures`, `impossible-share`, `missing-description`, `duplicate-row`, `cpr-shaped`; `column-near-miss` for a
 *   heading that is nearly a column's.
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
  if (isJobindsats(decoded.text, values.columns)) return parseJobindsats(input, values);
  const { description, body } = readHead(name, decoded.text, values.describe ?? {});
  checkHeadings(name, body, KNOWN, values.columns ?? {});
  const setting = { description, further: furtherColumns(body) };
  const isRepeated = onceEach();
  const parsed = parseTable<Cells>(
    body,
    { name, columns: values.columns },
    {
      columns: columnsFor(description),
      headings: HEADINGS,
      rest: "keep",
      check: (cells) => {
        const { problems, row } = readRow(cells, setting);
        return problems[0] ?? (row === undefined ? undefined : isRepeated(row));
      },
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
    ...shareNotices(name, parsed.rows, description),
    ...figureNotices(name, readings),
    ...placed.notices,
  ]);
}

const RULES: OptionRules<MunicipalitiesOptions> = { ...municipalityFileRules, describe: describeRule };

/** Rates said to be per cent that are all at most 1: they may be proportions, a hundred times as large. */
function shareNotices(file: string, cells: readonly Cells[], { shares }: FileDescription): readonly Notice[] {
  const told = cells.flatMap(({ rate }) =>
    rate === undefined || rate === "missing" ? [] : [shareOf(rate).value],
  );
  const most = Math.max(0, ...told);
  if (shares !== "percent" || most === 0 || most > 0.01) return [];
  return [{ code: "shares-below-one-percent", severity: "caution", file, rows: told.length }];
}

/** Columns of words, which are neither known nor framework conditions. */
function wordNotices(file: string, cells: readonly Cells[], words: ReadonlySet<string>): readonly Notice[] {
  const columns = new Set(cells.flatMap(Object.keys));
  return [...columns]
    .filter((column) => words.has(column) && !KNOWN.has(column))
    .map((column) => ({ code: "column-not-used", severity: "info", file, column }));
}
