import type { Table } from "../../display/index.js";

/** Two limits with the word between them: the cell may be broken before and after, not within. */
const INTERVAL = /(?<=[\d∞%]) (til|to) (?=[−\d∞])/gu;
/** Two amounts are long: they may be broken before the word. */
const AMOUNTS = /(?<=[\d∞]) (til|to) (?=[−\d.]+ kr\.)/gu;
/** A number and its unit. */
const UNIT = /(?<=\d) (?=(?:kr\.|%)(?:\s|$|\)))/gu;

/** A hyphen behind a single letter: a p-value isn't broken there. */
const HYPHEN = /(?<=\bp)-(?=\p{L})/gu;

/** The mark behind a month that isn't followed for long enough. */
const MARK = / (?=\*$)/gu;

/** A table whose intervals and amounts stay on one line. */
export function unbroken(table: Table): Table {
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, heading: kept(column.heading) })),
    rows: table.rows.map((row) => row.map(kept)),
  };
}

function kept(text: string): string {
  return text
    .replaceAll(AMOUNTS, " $1\u{A0}")
    .replaceAll(INTERVAL, "\u{A0}$1\u{A0}")
    .replaceAll(UNIT, "\u{A0}")
    .replaceAll(MARK, "\u{A0}")
    .replaceAll(HYPHEN, "\u{2011}");
}
