import { competitionError, SUPPRESSED, type Suppressed } from "../../core/index.js";
import type { CountCell, CountModel, CountSum, Since } from "../disclosure/index.js";

/**
 * Where the parts of a review say which counts of citizens they show, and are told which of them are
 * hidden. A part is published by one function that is run twice: with cells that record, for the model
 * of all counts; then with cells that hide. So nothing can be shown that wasn't named before.
 */
export interface Cells {
  /** A count under its name: itself, or hidden. */
  count(id: string, count: number, how?: CellKind): number | Suppressed;
  /** That everyone of the total is in one of the parts; `personal` where it is one's own affair in which. */
  sum(total: string, parts: readonly string[], personal?: true): void;
  /** That the parts are among the total; whoever is in none of them is a part of its own, be it nobody. */
  nest(total: string, parts: readonly string[], personal?: true): void;
  /** Whether all of these counts are shown. */
  shows(ids: readonly string[]): boolean;
}

interface CellKind {
  /** What hiding it costs: see {@link WEIGHTS}. */
  readonly weight?: number;
  /** How it can differ from an earlier review's, where anyone can tell. */
  readonly since?: Exclude<Since, "fixed">;
}

/**
 * What is to stay visible as long as possible: the deciding outcomes, how many there are of all, totals, the other
 * outcomes, parts, details. So far apart that no number of lighter cells outweighs a heavier one.
 */
export const WEIGHTS = {
  deciding: 10_000,
  everyone: 1000,
  total: 30,
  outcome: 10,
  part: 3,
  detail: 1,
} as const;

/** The name of a cell, by what it counts, from the general to the particular. */
export function cellId(...parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll("%", "%25").replaceAll("/", "%2F")).join("/");
}

/** The name of those of a total who are in none of its parts. */
export function restId(total: string, parts: readonly string[]): string {
  return [total, ...parts].join(" - ");
}

/** Cells that show everything, and keep what they were told for the model. */
export function recordingCells(): Cells & { readonly model: () => CountModel } {
  const cells = new Map<string, CountCell>();
  const sums = new Map<string, CountSum>();
  const countOf = (id: string): number => {
    const cell = cells.get(id);
    if (cell === undefined) throw disagreement(id, "no count", "a count of this name");
    return cell.count;
  };
  const count: Cells["count"] = (id, value, { weight = WEIGHTS.detail, since } = {}) => {
    const before = cells.get(id);
    if (before !== undefined && before.count !== value) throw disagreement(id, value, String(before.count));
    const heavier = Math.max(weight, before?.weight ?? 0);
    const strictest = [since, before?.since].includes("drawn") ? "drawn" : (since ?? before?.since);
    cells.set(id, {
      id,
      count: value,
      weight: heavier,
      ...(strictest === undefined ? {} : { since: strictest }),
    });
    return value;
  };
  const sumOf = (parts: readonly string[]): number => parts.reduce((all, part) => all + countOf(part), 0);
  const sum: Cells["sum"] = (total, parts, personal) => {
    if (sumOf(parts) !== countOf(total)) throw disagreement(total, countOf(total), parts.join(" + "));
    const how = personal === undefined ? {} : { personal };
    sums.set(JSON.stringify([total, parts]), { total, parts, ...how });
  };
  return {
    count,
    sum,
    nest(total, parts, personal) {
      if (parts.length === 0) return; // of no groups at all: the rest would be the total itself
      const others = restId(total, parts);
      const areDrawn = [total, ...parts].every((id) => cells.get(id)?.since === "drawn");
      count(others, countOf(total) - sumOf(parts), areDrawn ? { since: "drawn" } : {});
      sum(total, [...parts, others], personal);
    },
    shows: () => true,
    model: () => ({ cells: [...cells.values()], sums: [...sums.values()] }),
  };
}

/** Cells of which some are hidden. */
export function hidingCells(hidden: ReadonlySet<string>): Cells {
  return {
    count: (id, count) => (hidden.has(id) ? SUPPRESSED : count),
    sum: () => {},
    nest: () => {},
    shows: (ids) => !ids.some((id) => hidden.has(id)),
  };
}

/** Counts that contradict each other can't be protected, so that nothing of them is published. */
function disagreement(path: string, received: number | string, expected: string): Error {
  return competitionError({
    code: "counts-disagree",
    path,
    received,
    expected,
    hint: "Compose the review of outcomes and effects that belong together.",
  });
}
