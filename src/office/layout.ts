import type { Table } from "../display/index.js";

/** Between the margins of an A4 sheet, in twips (1/1440 inch): 210 − 2 × 18 mm. */
export const BODY_WIDTH = 9865;

export const COLORS = {
  ink: "1B1F24",
  faint: "4A525A",
  line: "B9BFC6",
  accent: "1F5D8C",
  info: "1F5D8C",
  caution: "8A5A00",
  warning: "A3261B",
} as const;

/** In characters: a short number, and a sentence. */
const [NARROWEST, SENTENCE] = [7, 44];
/** How much wider bold type is. */
const BOLD = 1.15;

/**
 * Widths of a table's columns in twips, by what stands in them: as their longest cells, of those
 * longer than a sentence less, and every one has room for its longest word.
 */
export function widthsOf({ columns, rows }: Table): readonly number[] {
  const asked = columns.map(({ heading }, at) => {
    const cells = rows.map((row) => row[at] ?? "");
    const word = Math.max(BOLD * longestWord(heading), ...cells.map(longestWord));
    const cell = Math.max(0, ...cells.flatMap((text) => text.split("\n")).map(({ length }) => length));
    const wanted = Math.min(cell + 1, SENTENCE) + 1.5 * Math.sqrt(Math.max(0, cell - SENTENCE));
    return Math.max(NARROWEST, word + 2, wanted);
  });
  const whole = asked.reduce((sum, width) => sum + width, 0);
  return asked.map((width) => Math.floor((width / whole) * BODY_WIDTH));
}

function longestWord(text: string): number {
  return Math.max(...text.split(/[ \n-]/u).map(({ length }) => length));
}
