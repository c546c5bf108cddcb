import type { ExactProbabilities } from "./complete-probabilities.js";

/** A toss of chance: true with probability `chances` of `among`, whole numbers. */
export type Toss = (chances: number, among: number) => boolean;

/**
 * Rounds the table of expectations units_g · pₖ (a row for each group, a column for each arm) without bias:
 * rows keep their sums, columns get the floor or the ceiling of theirs, each cell the floor or the
 * ceiling of its own, and the mean of each cell over the tosses is its expectation exactly.
 *
 * Unbiased controlled rounding: a last row makes the column sums whole; then, as long as cells are not
 * whole, a circle of such cells, by turns along a row and along a column, is raised and lowered by turns
 * by the same amount, up or down as far as cells become whole, the one direction with the probability
 * that leaves each cell's mean as it was. Fractions are whole numbers of p's `whole`ths.
 *
 * Source: Cox, L. H. (1987). A constructive procedure for unbiased controlled rounding. JASA 82:520–524,
 * doi 10.1080/01621459.1987.10478456.
 *
 * @example
 * rounded([1, 1], { parts: [1, 1], whole: 2 }, () => true) // [[1, 0], [0, 1]]: each arm gets one
 * @example
 * rounded([4], { parts: [1, 1], whole: 2 }, toss) // [[2, 2]]: nothing to toss for
 */
export function rounded(
  units: readonly number[],
  { parts, whole }: ExactProbabilities,
  toss: Toss,
): readonly (readonly number[])[] {
  const expected = units.map((count) => parts.map((part) => count * part));
  const rows = expected.map((row) => row.map((each) => each % whole));
  const slack = parts.map((_, k) => rows.reduce((rest, row) => (rest + whole - (row[k] ?? 0)) % whole, 0));
  const settled = settle([...rows, slack], whole, toss);
  return expected.map((row, g) =>
    row.map((each, k) => (each - (each % whole) + (settled[g]?.[k] ?? 0)) / whole),
  );
}

/** Fractions of `whole`, each settled at none or all of it; sums of rows and columns stay. */
function settle(fractions: readonly (readonly number[])[], whole: number, toss: Toss): readonly number[][] {
  const table = fractions.map((row) => [...row]);
  const at = ({ row, column }: Cell): number => table[row]?.[column] ?? 0;
  for (let circle = circleIn(table, whole); circle.length > 0; circle = circleIn(table, whole)) {
    const [raised, lowered] = [0, 1].map((turn) => circle.filter((_, place) => place % 2 === turn));
    const room = (up: readonly Cell[] = [], down: readonly Cell[] = []): number =>
      Math.min(...up.map((cell) => whole - at(cell)), ...down.map(at));
    const up = room(raised, lowered);
    const down = room(lowered, raised);
    const step = toss(down, up + down) ? up : -down;
    for (const [place, cell] of circle.entries()) {
      const line = table[cell.row];
      if (line !== undefined) line[cell.column] = at(cell) + (place % 2 === 0 ? step : -step);
    }
  }
  return table;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/**
 * A circle of cells that are not whole: from the first row that has one, always to the first such cell
 * along the line that isn't the one just left, until a line is met again. Every line that has such a cell
 * has another one, because its sum is whole. Empty where all cells are whole.
 */
function circleIn(table: readonly (readonly number[])[], whole: number): readonly Cell[] {
  const open = (row: number, column: number): boolean => (table[row]?.[column] ?? 0) % whole !== 0;
  const columns = (table[0] ?? []).map((_, column) => column);
  const rows = table.map((_, row) => row);
  const first = rows.find((row) => columns.some((column) => open(row, column)));
  if (first === undefined) return [];

  const lines = [`row ${first}`];
  const path: Cell[] = [];
  let row = first;
  let column = -1;
  for (;;) {
    if (path.length % 2 === 0) {
      const [here, left] = [row, column];
      column = columns.find((each) => each !== left && open(here, each)) ?? -1;
    } else {
      const [here, left] = [column, row];
      row = rows.find((each) => each !== left && open(each, here)) ?? -1;
    }
    path.push({ row, column });
    const line = path.length % 2 === 1 ? `column ${column}` : `row ${row}`;
    const met = lines.indexOf(line);
    if (met >= 0) return path.slice(met);
    lines.push(line);
  }
}
