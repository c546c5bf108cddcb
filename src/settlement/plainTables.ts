import type { Row } from "../display/index.js";
import { disputes, type DisputeSide } from "./reconcileDisputes.js";
import { entryRow } from "./reconcileFace.js";
import type { Reconciliation } from "./reconcileTypes.js";
import type { NamedTable, TableCell } from "./tables.js";
import type { LineItem, MonthSum, StatementData, Unpaid } from "./types.js";

const LINE_COLUMNS: readonly (keyof LineItem)[] = [
  "arm",
  "citizen",
  "sequence",
  "referredOn",
  "kind",
  "criterion",
  "degree",
  "week",
  "instalment",
  "team",
  "term",
  "date",
  "amount",
  "vat",
];

const MONTH_COLUMNS: readonly (keyof MonthSum)[] = ["arm", "month", "kind", "lines", "amount", "vat"];

const UNPAID_COLUMNS: readonly (keyof Unpaid)[] = [
  "arm",
  "citizen",
  "sequence",
  "referredOn",
  "kind",
  "criterion",
  "instalment",
  "term",
  "standing",
  "reason",
];

const ENTRY_COLUMNS: readonly string[] = Object.keys(
  entryRow({ status: "agreed", claimed: 0, owed: 0, undisputed: 0 }),
);

/** The tables of a statement as programs read them, in the results' own words. */
export function plainStatement({ items, months, unpaid }: StatementData): readonly NamedTable[] {
  return [
    ["statement", tableOf(items, LINE_COLUMNS)],
    ["months", tableOf(months, MONTH_COLUMNS)],
    ["unpaid", tableOf(unpaid, UNPAID_COLUMNS)],
  ];
}

/** The claims that were held against it, and what each side is asked. */
export function plainClaims(reconciliation: Reconciliation): readonly NamedTable[] {
  const of = (side: DisputeSide): NamedTable => {
    return [`disputes-${side}`, tableOf(disputes(reconciliation, side), [...ENTRY_COLUMNS, "why", "ask"])];
  };
  return [
    ["reconciliation", tableOf(reconciliation.entries.map(entryRow), ENTRY_COLUMNS)],
    of("municipality"),
    of("supplier"),
  ];
}

function tableOf<Column extends string>(
  rows: readonly Readonly<Partial<Record<Column, TableCell>>>[],
  columns: readonly Column[],
): NamedTable[1] {
  return {
    columns,
    rows: rows.map((row): Row => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))),
  };
}
