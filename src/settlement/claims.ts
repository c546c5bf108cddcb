import {
  citizenCell,
  containsCpr,
  dateCell,
  mayBeEmpty,
  optional,
  parseTable,
  required,
  type CellProblem,
  type CellReader,
  type ParsedTable,
  type TableOptions,
  type TableSchema,
} from "../tables/index.js";
import { kronerCell } from "./claimsAmount.js";
import type { Ore } from "./terms.js";

/** What a supplier asks for one citizen (or for none in particular: a team, a deduction). */
export interface Claim {
  /** Pseudonym. */
  readonly citizen?: string;
  /** `base`, `bonus`, a criterion, `deduction`, the kind of a line, or what the statement calls it: see `reconcileClaims`. */
  readonly item: string;
  /** ISO date. */
  readonly date: string;
  /** Whole øre, without VAT. */
  readonly amount: Ore;
  /** The supplier's own, such as the number of an invoice. */
  readonly reference?: string;
  /** ISO date of the referral that the claim is for, where a citizen has several. */
  readonly referredOn?: string;
  /** The team that the claim is for, where a team is what is paid for. */
  readonly team?: string;
}

/**
 * Reads what a supplier claims, one row per payment: `citizen;item;date;amount;reference?;referredOn?;team?`, or in
 * Danish `borger;post;dato;beløb;reference?;henvist?;hold?`.
 *
 * `amount` is in kroner without VAT as suppliers write it (`5.000,00`, `5000`, `5000,5`, `kr. 5.000`), with at
 * most two decimals, and becomes whole øre without rounding; a negative amount is a deduction or a credit.
 * `citizen` may be empty where the claim is for no single citizen. `referredOn` tells which referral of a citizen it
 * is for, `team` which team. Which items there are is known only to the statement that the claims are held against,
 * whose own files can be read as claims.
 *
 * @param input The file's bytes or text.
 * @param options `name` of the file for errors; `columns`, the file's own column names by ours.
 * @returns rows, notices, and the source with its digest.
 * @throws CompetitionError `rows-in-error` once with every issue: `impossible-amount`, `ambiguous-number`,
 *   `impossible-date`, `cpr-shaped`, missing columns and cells.
 *
 * @example
 * const claims = parseClaims(await readFile("claims.csv"), { name: "claims.csv" });
 * @example
 * const header = "citizen;item;date;amount";
 * parseClaims(`${header}\np1;bonus;30-09-2005;5.000,00\n`, { name: "claims.csv" }).rows;
 * // [{ citizen: "p1", item: "bonus", date: "2005-09-30", amount: 500_000 }]
 */
export function parseClaims(input: Uint8Array | string, options: TableOptions): ParsedTable<Claim> {
  return parseTable(input, options, SCHEMA);
}

/** Words of the supplier's own, which must not carry a personal identification number in. */
const wordsCell: CellReader<string> = (text) => (containsCpr(text) ? CPR_INSIDE : text);

const CPR_INSIDE: CellProblem = {
  code: "cpr-shaped",
  expected: "words without a personal identification number",
  hint: "If it is a number of another kind, write a letter before it.",
};

const SCHEMA: TableSchema<Claim> = {
  columns: {
    citizen: mayBeEmpty(citizenCell),
    item: required(wordsCell),
    date: required(dateCell),
    amount: required(kronerCell),
    reference: optional(wordsCell),
    referredOn: optional(dateCell),
    team: optional(wordsCell),
  },
  headings: {
    citizen: ["borger"],
    item: ["post", "ydelse"],
    date: ["dato", "forfaldsdato"],
    amount: ["beløb"],
    reference: ["bilag", "faktura"],
    referredOn: ["henvist", "visiteret"],
    team: ["hold"],
  },
};
