import { textWidth, type Table } from "../display/index.js";
import { table } from "./table.js";

/** An arm's own columns: their headings, and its cells row by row. */
export interface ArmColumns {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What the tables of all arms have in common. */
export interface SharedColumn {
  readonly id: string;
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly string[];
}

/** All arms side by side in one table, and where that is wider than a sheet or a tablet, a table for each arm. */
export function armTables(shared: SharedColumn, arms: readonly ArmColumns[]): readonly Table[] {
  const { id, caption, heading, rows } = shared;
  const together = table(
    caption,
    [heading, ...arms.flatMap(({ name, headings }) => headings.map((each) => `${name}, ${each}`))],
    rows.map((first, at) => [first, ...arms.flatMap((arm) => arm.rows[at] ?? [])]),
    1,
  );
  if (narrowest(together) <= WIDEST) return [{ ...together, id }];
  return arms.map(({ name, headings, rows: own }, at) => ({
    ...table(
      `${caption}: ${name}`,
      [heading, ...headings.map(capital)],
      rows.map((first, row) => [first, ...(own[row] ?? [])]),
      1,
    ),
    id: at === 0 ? id : `${id}-${at + 1}`,
  }));
}

/** A tablet's width, its letters and the room beside them, in pixels; a sheet of paper has room for more. */
const [WIDEST, SIZE, BESIDE] = [780, 12.2, 5];

/** How narrow a table can get when cells are broken between words, and intervals only before their brackets. */
function narrowest({ columns, rows }: Table): number {
  const widths = columns.map(({ heading }, at) => {
    const cells = rows.flatMap((row) => row[at] ?? []).flatMap((cell) => cell.split(/ (?=\()/u));
    return Math.max(
      ...heading.split(/[ -]/u).map((word) => textWidth(word, { size: SIZE, bold: true })),
      ...(at === 0 ? cells.flatMap((cell) => cell.split(" ")) : cells).map((cell) =>
        textWidth(cell, { size: SIZE }),
      ),
    );
  });
  return widths.reduce((sum, width) => sum + width + BESIDE, 0);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
