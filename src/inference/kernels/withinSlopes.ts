import { dot, matrixVector, orthonormalBasis, transposed, triangularInverse } from "../../numerics/index.js";
import type { BlockedRows, Cell } from "./cells.js";

/** Least squares on columns with an intercept of its own for each cell. */
export interface WithinSlopes {
  /** A slope for each column; 0 for those left out. */
  readonly slopes: readonly number[];
  /** Columns, by number, that within the cells are constant or a combination of others. */
  readonly aliased: readonly number[];
  /** Cell after cell, what the model leaves of each √w·response. */
  readonly residuals: readonly Float64Array[];
  /** Cell after cell, how much each fitted value follows its own response. */
  readonly leverages: readonly Float64Array[];
  /** Cell after cell, the factor of each √w·response in Σ dⱼ·slopeⱼ. */
  readonly loads: (d: readonly number[]) => readonly Float64Array[];
}

/** Beside the values themselves, what is left of them that is rounding. */
const ROUNDING = 2 ** -45;

export function withinSlopes(
  { columns, response, weights }: BlockedRows,
  cells: readonly Cell[],
): WithinSlopes {
  const root = (i: number): number => Math.sqrt(weights?.[i] ?? 1);
  /** √w(value − mean of its cell), cell after cell. */
  const centered = (values: ArrayLike<number>, meanOf: (cell: Cell) => number): Float64Array =>
    Float64Array.from(
      cells.flatMap((cell) => {
        const mean = meanOf(cell);
        return cell.rows.map((i) => {
          const value = values[i] ?? 0;
          return Math.abs(value - mean) <= ROUNDING * Math.abs(value) ? 0 : root(i) * (value - mean);
        });
      }),
    );
  const { basis, kept, triangle } = orthonormalBasis(
    columns.map((column, j) => centered(column, (cell) => cell.columns[j] ?? 0)),
  );
  const rest = centered(response, (cell) => cell.response);
  const size = rest.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const coordinates = basis.map((direction) => dot(direction, rest));
  const combined = (factors: readonly number[], k: number): number =>
    basis.reduce((sum, direction, a) => sum + (factors[a] ?? 0) * (direction[k] ?? 0), 0);
  const back = triangularInverse(triangle);
  const found = matrixVector(back, coordinates);
  const share = Float64Array.from(cells.flatMap((cell) => cell.rows.map((i) => root(i) ** 2 / cell.weight)));
  return {
    slopes: columns.map((_, j) => (kept.includes(j) ? (found[kept.indexOf(j)] ?? 0) : 0)),
    aliased: columns.flatMap((_, j) => (kept.includes(j) ? [] : [j])),
    residuals: byCell(
      rest.map((value, k) => {
        const left = value - combined(coordinates, k);
        return Math.abs(left) <= ROUNDING * size ? 0 : left;
      }),
      cells,
    ),
    leverages: byCell(
      share.map((own, k) => basis.reduce((sum, direction) => sum + (direction[k] ?? 0) ** 2, own)),
      cells,
    ),
    loads: (d) => {
      const along = matrixVector(
        transposed(back),
        kept.map((j) => d[j] ?? 0),
      );
      return byCell(
        share.map((_, k) => combined(along, k)),
        cells,
      );
    },
  };
}

function byCell(values: Float64Array, cells: readonly Cell[]): readonly Float64Array[] {
  let from = 0;
  return cells.map(({ rows }) => values.slice(from, (from += rows.length)));
}
