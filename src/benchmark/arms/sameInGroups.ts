import { group as groupBy } from "d3-array";
import { chiSquaredCdf } from "../../numerics/index.js";
import { shiftAt, type GroupCounts, type Mix } from "./caseMix.js";
import type { ClusterSpread } from "../types.js";

/** Rounds of fitting; the fit gains two digits or more with each. */
const ROUNDS = 25;

/**
 * Whether municipalities lie as far from each other in every group, as one shift for all groups takes for given.
 *
 * The log odds of municipality i in group g are taken to be a sum, ℓᵍ + uᵢ, fitted by maximum likelihood (in turns: each group's
 * and each municipality's successes are those expected). Pearson's X² = Σ (O − E)²/(E(1 − E/n)) against it has as many degrees of freedom as
 * there are cells, less the groups, less the municipalities, plus one. Municipalities and groups in which all or none had a success say
 * nothing about it and are left out.
 *
 * @returns nothing where there are no two groups in each of two municipalities
 */
export function sameInGroups(peers: readonly GroupCounts[]): ClusterSpread["sameInGroups"] {
  const cells = informative(
    peers.flatMap((groups, municipality) =>
      [...groups].map(([group, { events, total }]) => ({
        municipality: String(municipality),
        group,
        events,
        total,
      })),
    ),
  );
  const rows = linesOf(cells, "municipality");
  const columns = linesOf(cells, "group");
  const degreesOfFreedom = cells.length - rows.size - columns.size + 1;
  if (degreesOfFreedom < 1) return undefined;
  let shifts = new Map<string, number>();
  let levels = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    levels = fitted(columns, (cell) => shifts.get(cell.municipality) ?? 0);
    shifts = fitted(rows, (cell) => levels.get(cell.group) ?? 0);
  }
  let statistic = 0;
  for (const { municipality, group, events, total } of cells) {
    const logOdds = (levels.get(group) ?? 0) + (shifts.get(municipality) ?? 0);
    const rate = 1 / (1 + Math.exp(-logOdds));
    statistic += (events - total * rate) ** 2 / (total * rate * (1 - rate));
  }
  if (!Number.isFinite(statistic)) return undefined;
  return { statistic, degreesOfFreedom, pValue: chiSquaredCdf(statistic, degreesOfFreedom, "upper") };
}

interface GroupCell {
  readonly municipality: string;
  readonly group: string;
  readonly events: number;
  readonly total: number;
}

type Lines = ReadonlyMap<string, readonly GroupCell[]>;

function linesOf(cells: readonly GroupCell[], by: "municipality" | "group"): Lines {
  return groupBy(cells, (cell) => cell[by]);
}

/** Cells of municipalities and groups that had both successes and others; leaving some out may leave others bare. */
function informative(cells: readonly GroupCell[]): readonly GroupCell[] {
  const peopled = cells.filter(({ total }) => total > 0);
  const kept = (["municipality", "group"] as const).reduce<readonly GroupCell[]>(
    (left, by) => [...linesOf(left, by).values()].filter(isMixed).flat(),
    peopled,
  );
  return kept.length === cells.length ? kept : informative(kept);
}

function isMixed(cells: readonly GroupCell[]): boolean {
  const events = cells.reduce((sum, cell) => sum + cell.events, 0);
  const total = cells.reduce((sum, cell) => sum + cell.total, 0);
  return events > 0 && events < total;
}

/** By line, how far its log odds lie above those of the other lines that cross it, so that its expected number is the observed one. */
function fitted(lines: Lines, crossing: (cell: GroupCell) => number): Map<string, number> {
  return new Map(
    Array.from(lines, ([name, cells]) => {
      const events = cells.reduce((sum, cell) => sum + cell.events, 0);
      const total = cells.reduce((sum, cell) => sum + cell.total, 0);
      const mix: Mix = {
        weights: cells.map((cell) => cell.total / total),
        logOdds: cells.map(crossing),
      };
      return [name, shiftAt(mix, events / total)] as const;
    }),
  );
}
