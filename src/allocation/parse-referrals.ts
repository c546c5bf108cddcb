import {
  citizenCell,
  containsCpr,
  dateCell,
  optional,
  parseTable,
  required,
  type ParsedTable,
  type TableOptions,
  type TableSchema,
} from "../tables/index.js";
import { alikeNotices } from "./alike.js";
import type { Referral } from "./types.js";

const schema: TableSchema<Referral> = {
  columns: {
    citizen: required(citizenCell),
    referredOn: required(dateCell),
    household: optional(citizenCell),
  },
  rest: "keep",
  check: (row) => {
    const column = Object.keys(row).find((name) => containsCpr(String(row[name])));
    return column === undefined
      ? undefined
      : {
          code: "cpr-shaped",
          column,
          expected: "no CPR number in any column",
          hint: "Leave the column out.",
        };
  },
};

/**
 * Reads a file of referrals: `citizen;referredOn;household?;…`, every further column kept as text
 * under the file's own name for it: strata and covariates, as they stood that day.
 *
 * Dates may be ISO or Danish and become ISO; citizens and households are pseudonyms.
 *
 * @param input The file's bytes, or its text.
 * @param options `name` of the file, as issues shall name it; `columns`: the file's own names of
 * columns by ours, such as `{ citizen: "borger" }`.
 * @returns `rows` in the order of the file, with `notices` (`citizens-alike` for pseudonyms that differ in
 * capital letters only) and `source`.
 * @throws CompetitionError `rows-in-error` with every issue: impossible dates, missing cells, anything
 * shaped like a CPR number, or holding one, in any column; `missing-column`, `empty-file`.
 * @example
 * parseReferrals("citizen;referredOn;age\nc-017;12-01-2005;under-30\n", { name: "referrals.csv" }).rows
 * // [{ citizen: "c-017", referredOn: "2005-01-12", age: "under-30" }]
 * @example
 * parseReferrals("citizen;referredOn\n010203-1234;12-01-2005\n", { name: "referrals.csv" }) // throws
 */
export function parseReferrals(input: Uint8Array | string, options: TableOptions): ParsedTable<Referral> {
  const parsed = parseTable(input, options, schema);
  const notices = Object.freeze([...parsed.notices, ...alikeNotices(parsed.rows)]);
  return Object.freeze({ ...parsed, notices });
}
