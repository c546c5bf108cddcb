import {
  optional,
  parseTable,
  required,
  textCell,
  wholeNumberCell,
  wordCell,
  type ParsedTable,
  type TableOptions,
  type TableSchema,
} from "../tables/index.js";
import type { CountRow } from "./types.js";

const SCHEMA: TableSchema<
  Omit<CountRow, "figure" | "expected" | "reconstructed" | "benefit" | "covariates">
> = {
  columns: {
    municipality: required(textCell),
    period: required(textCell),
    events: required(wholeNumberCell),
    total: required(wholeNumberCell),
    definition: required(textCell),
    population: required(textCell),
    anchor: required(textCell),
    window: required(textCell),
    group: optional(textCell),
    cluster: optional(textCell),
    direction: optional(wordCell(["higher-is-better", "lower-is-better"])),
    source: optional(textCell),
    year: optional(textCell),
  },
  check: ({ events, total }) =>
    events <= total
      ? undefined
      : { code: "events-above-total", column: "events", expected: `at most the total, ${total}` },
};

/**
 * Reads the municipalities' figures: how many of how many, and what was counted.
 *
 * `events` and `total` are whole numbers and both needed. A column `rate` isn't read, with the notice
 * `column-not-used`: a rate that was rounded for print doesn't tell how many it was, and without the
 * number there is no interval.
 *
 * @param input Bytes or text with the columns `municipality;period;events;total;definition;population;
 *   anchor;window` and, where there are any, `group;cluster;direction;source;year`.
 * @param options `name` of the file as errors shall call it; `columns` where the file's names differ.
 * @returns Rows with their source and notices.
 * @throws CompetitionError with every issue of the file: a missing column, a number that is none,
 *   `events-above-total`.
 * @example
 * parseMunicipalities(bytes, { name: "municipalities.csv" }).rows[0]?.municipality // "Horsens"
 * @example
 * parseMunicipalities(bytes, { name: "tal.csv", columns: { municipality: "kommune", total: "antal" } })
 */
export function parseMunicipalities(
  input: Uint8Array | string,
  options: TableOptions,
): ParsedTable<CountRow> {
  return parseTable(input, options, SCHEMA);
}
