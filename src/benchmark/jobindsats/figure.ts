import type { CellProblem, RowProblem } from "../../tables/index.js";
import { figureOf, type FigureCells, type ReadFigure } from "../files/figure.js";
import { shareCell, type ShareUnit } from "../files/share.js";
import type { GridCell } from "./grid.js";
import { plainLabel } from "./labels.js";
import { readNumber, type DecimalMark } from "./numbers.js";
import type { FigureRole } from "./roles.js";

/** A column's cell with its label, which tells the unit. */
export interface LabeledCell {
  readonly label: string;
  readonly cell: GridCell;
}

const WHOLE: ReadonlySet<FigureRole> = new Set(["events", "total", "rank"]);
const SHARES: ReadonlySet<FigureRole> = new Set(["rate", "expectedShare", "actualShare"]);

/** Whether a label speaks of full-time persons: sums of part-time, which are no people counted. */
function isFullTime(label: string): boolean {
  return /fuldtids/.test(plainLabel(label));
}

/**
 * A record's figure. Numbers of full-time persons are made a rate of their total, since nothing of them is binomial.
 */
export function readFigure(
  columns: ReadonlyMap<FigureRole, LabeledCell>,
  { mark, shares }: { readonly mark: DecimalMark | undefined; readonly shares: ShareUnit },
): ReadFigure | { readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const cells: Record<string, number | string> = {};
  const fullTime = [...columns].some(([role, { label }]) => role !== "total" && isFullTime(label));
  for (const [role, column] of columns) {
    const read = SHARES.has(role)
      ? readShare(column, mark, shares)
      : readNumber(column.cell, mark, WHOLE.has(role) && !(fullTime && role === "events"));
    if (read === "missing" || typeof read === "string") cells[role] = read;
    else if ("code" in read) problems.push({ ...read, column: column.label });
    else cells[role] = read.value;
  }
  if (problems.length > 0) return { problems };
  return fullTime && !columns.has("actual") && !columns.has("actualShare")
    ? fullTimeRate(cells)
    : figureOf(cells);
}

/** A share as `figureOf` takes it; its label tells whether it is per cent, or else the file's description. */
function readShare(
  { cell, label }: LabeledCell,
  mark: DecimalMark | undefined,
  unlabeled: ShareUnit,
): string | CellProblem {
  const read = readNumber(cell, mark, false);
  if (read === "missing" || "code" in read) return read;
  const unit = /pct|procent|%/.test(plainLabel(label)) ? "percent" : unlabeled;
  return shareCell(unit)(read.digits, ";");
}

function fullTimeRate(cells: FigureCells): ReadFigure {
  const { events, total } = cells;
  if (cells.rate !== undefined) {
    const read = figureOf({ rate: cells.rate });
    if (!("figure" in read) || read.figure === "not-told" || read.figure.figure !== "rate") return read;
    const figure = {
      ...read.figure,
      unit: "full-time-persons" as const,
      ...(typeof total === "number" ? { total } : {}),
    };
    return { figure };
  }
  if (typeof events !== "number" || typeof total !== "number" || total === 0) return { figure: "not-told" };
  return {
    figure: { figure: "rate", unit: "full-time-persons", rate: events / total, rounding: 0.5 / total, total },
  };
}
