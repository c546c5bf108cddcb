import { compareDanish } from "../../display/index.js";

/** How many had a success and how many hadn't. */
export interface Cell {
  readonly events: number;
  readonly nonEvents: number;
}

/** What may be small: a municipality by its groups, or a group by its units, in one order for all. */
export interface Joinable {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** What is small, and of how many at least a sum is made. */
export interface Bound {
  readonly minimum: number;
  readonly fewest: number;
}

/**
 * Those that have to be taken together so that no small count is told: all that have a cell with fewer than `minimum`
 * events or non-events (0 too, which would tell of each citizen), and so many others, from the one with the fewest
 * citizens, that there are `fewest` and nothing small can be worked out of the sum. Nobody where nobody is small.
 *
 * Who is taken depends on *that* someone is small and on the sums, never on how small: two data sets with the same
 * small ones and the same sums give the same, so that nothing can be read from the choice either.
 */
export function joinSmall<Unit extends Joinable>(
  units: readonly Unit[],
  { minimum, fewest }: Bound,
): readonly Unit[] {
  const small = units.filter(({ cells }) => !isSafe(cells, minimum));
  if (small.length === 0) return [];
  const others = units
    .filter((unit) => citizensOf(unit) > 0 && !small.includes(unit))
    .toSorted((a, b) => citizensOf(a) - citizensOf(b) || compareDanish(a.name, b.name));
  let taken = 0;
  while (taken < others.length) {
    const added = others.slice(0, taken);
    if (small.length + taken >= fewest && isHidden(small, added, minimum)) break;
    taken++;
  }
  return [...small, ...others.slice(0, taken)].toSorted((a, b) => compareDanish(a.name, b.name));
}

/** Whether no cell tells of fewer than `minimum`; an empty one tells of nobody. */
export function isSafe(cells: readonly Cell[], minimum: number): boolean {
  return cells.every(
    ({ events, nonEvents }) => events + nonEvents === 0 || Math.min(events, nonEvents) >= minimum,
  );
}

/** Cells of several, added up. */
export function addCells(units: readonly Pick<Joinable, "cells">[]): readonly Cell[] {
  const [first] = units;
  return (first?.cells ?? []).map((_, index) => {
    const cells = units.map((unit) => unit.cells[index] ?? { events: 0, nonEvents: 0 });
    return {
      events: cells.reduce((sum, { events }) => sum + events, 0),
      nonEvents: cells.reduce((sum, { nonEvents }) => sum + nonEvents, 0),
    };
  });
}

/**
 * Whether the sums are safe and leave each of their parts open: a sum that is the least that its safe parts can have,
 * or the most that its small ones can, gives all of them away.
 */
function isHidden(small: readonly Joinable[], added: readonly Joinable[], minimum: number): boolean {
  const sums = addCells([...small, ...added]);
  if (!isSafe(sums, minimum)) return false;
  return sums.every(({ events, nonEvents }, index) => {
    if (events + nonEvents === 0) return true;
    const withCitizens = added.filter(({ cells }) => {
      const cell = cells[index];
      return cell !== undefined && cell.events + cell.nonEvents > 0;
    });
    const least = minimum * withCitizens.length;
    const most = added.length === 0 ? (minimum - 1) * small.length : Infinity;
    return [events, nonEvents].every((sum) => sum !== least && sum !== most);
  });
}

function citizensOf({ cells }: Joinable): number {
  return cells.reduce((sum, { events, nonEvents }) => sum + events + nonEvents, 0);
}
