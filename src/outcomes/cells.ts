import type { Day } from "../core/index.js";
import type { Measure } from "./amount.js";

/** A month or week, as far as it lies inside a window, and how many of its days must count. */
export interface Cell {
  readonly cell: number;
  readonly start: Day;
  readonly end: Day;
  readonly needed: number;
}

export type CellMeasure = Extract<Measure, { readonly kind: "cells" }>;

/** Cuts windows into the months or weeks that can count: those wholly inside, and parts that are asked for. */
export function cellCutter(measure: CellMeasure): (start: Day, end: Day) => readonly Cell[] {
  const { cells, firstPart, lastPart, mostDays } = measure;
  const whole = new Map<number, Cell>(); // most windows share them
  const cut = (cell: number, start: Day, end: Day): Cell => {
    const length = end - start;
    return { cell, start, end, needed: mostDays ? Math.floor(length / 2) + 1 : length };
  };
  const wholeCell = (cell: number): Cell => {
    const known = whole.get(cell) ?? cut(cell, cells.start(cell), cells.start(cell + 1));
    whole.set(cell, known);
    return known;
  };
  return (start, end) => {
    const opens = cells.holding(start);
    const closes = cells.holding(end);
    const first = firstPart || cells.start(opens) === start ? opens : opens + 1;
    const last = lastPart && cells.start(closes) < end ? closes + 1 : closes;
    return Array.from({ length: Math.max(0, last - first) }, (_, index) => {
      const cell = wholeCell(first + index);
      return cell.start >= start && cell.end <= end
        ? cell
        : cut(cell.cell, Math.max(cell.start, start), Math.min(cell.end, end));
    });
  };
}
