import type { Row } from "../display/index.js";

/** What a cell of a table holds; amounts in øre. */
export type TableCell = Row[string] | undefined;

/** A table by its name; its columns stand also where it has no rows. */
export type NamedTable = readonly [
  string,
  { readonly columns: readonly string[]; readonly rows: readonly Row[] },
];

/** How the columns of `settlementTables` are to be shown, in either language, for a workbook. */
export const SETTLEMENT_FORMATS: Readonly<Record<string, "date" | "kroner">> = {
  "date": "date",
  "claimedOn": "date",
  "dueOn": "date",
  "referredOn": "date",
  "amount": "kroner",
  "vat": "kroner",
  "claimed": "kroner",
  "owed": "kroner",
  "undisputed": "kroner",
  "difference": "kroner",
  "Dato": "date",
  "Visiteret": "date",
  "Krævet den": "date",
  "Forfaldent": "date",
  "Beløb": "kroner",
  "Moms": "kroner",
  "Krævet": "kroner",
  "Efter afregningen": "kroner",
  "Enighed om": "kroner",
  "Forskel": "kroner",
};
