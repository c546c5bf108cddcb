import { SUPPRESSED, type Publishable } from "../../core/index.js";
import type { ArmComparison, BalanceRow, EffectData } from "../../effects/index.js";
import { cellId, restId, WEIGHTS, type Cells } from "./cells.js";
import { hiddenEstimate, publishEstimate } from "./estimates.js";
import { FEWEST_IN_A_MEAN, roundedMean } from "./flow.js";
import { standingIds } from "./standings.js";
import { groupPlace } from "./subgroups.js";

type Side = "comparator" | "reference";
const SIDES: readonly Side[] = ["comparator", "reference"];

/**
 * What the citizens were like: shares where the counts of all categories are shown. A mean of exact days would tell,
 * by its decimals, of how many it is; so means are rounded, and of too few not shown.
 */
export function publishBalance(
  effect: EffectData,
  comparison: ArmComparison,
  cohort: string,
  cells: Cells,
): readonly Publishable<BalanceRow>[] {
  const { criterion } = effect;
  const { balance } = comparison;
  const armOf = (side: Side): string => (side === "comparator" ? comparison.arm : comparison.reference);
  const knownId = (side: Side, column: string): string => cellId(armOf(side), cohort, "of", column);
  const havingId = (side: Side, column: string, category: string): string =>
    standingIds(groupPlace(armOf(side), [column, category], { criterion, cohort })).mature;

  const columns = new Map(
    balance.map(({ column }) => [column, balance.filter((row) => row.column === column)]),
  );
  for (const [column, rows] of columns) {
    for (const side of SIDES) {
      cells.count(knownId(side, column), rows[0]?.counts[side].known ?? 0, { weight: WEIGHTS.part });
      cells.nest(standingIds({ who: [armOf(side)], criterion, cohort }).mature, [knownId(side, column)]);
      const having = rows.flatMap(({ category, counts }) => {
        if (category === undefined) return [];
        const id = havingId(side, column, category);
        cells.count(id, counts[side].having ?? 0, { weight: WEIGHTS.part });
        return [id];
      });
      if (having.length > 0) cells.sum(knownId(side, column), having, true);
    }
  }

  /** Whether enough are in a mean, by what is shown. */
  const areEnough = (side: Side, { column, counts }: BalanceRow): boolean => {
    const own = effect.rates.find(({ arm }) => arm === armOf(side))?.counts;
    if (own === undefined) return false;
    const { known } = counts[side];
    const id = knownId(side, column);
    if (cells.shows([id])) return known >= FEWEST_IN_A_MEAN;
    // Where nobody is without a value, they are more than those whose outcome is known.
    const { mature, known: outcomes } = standingIds({ who: [armOf(side)], criterion, cohort });
    const isEveryone = cells.shows([restId(mature, [id])]) && known === own.mature;
    return isEveryone && cells.shows([outcomes]) && own.success + own.failure >= FEWEST_IN_A_MEAN;
  };
  return balance.map((row): Publishable<BalanceRow> => {
    const { column, origin, category, comparator, reference, difference, standardized } = row;
    const categories = (columns.get(column) ?? []).flatMap((each) => each.category ?? []);
    const sources = SIDES.flatMap((side) => [
      knownId(side, column),
      ...categories.map((each) => havingId(side, column, each)),
    ]);
    const isMean = category === undefined;
    const isShown = isMean ? SIDES.every((side) => areEnough(side, row)) : cells.shows(sources);
    const count = (side: Side): Publishable<BalanceRow["counts"][Side]> => ({
      known: cells.count(knownId(side, column), row.counts[side].known),
      ...(isMean
        ? {}
        : { having: cells.count(havingId(side, column, category), row.counts[side].having ?? 0) }),
    });
    const shown = (value: number | null): Publishable<number | null> => {
      if (!isShown) return SUPPRESSED;
      return isMean ? roundedMean(value) : value;
    };
    return {
      column,
      origin,
      ...(isMean ? {} : { category }),
      comparator: shown(comparator),
      reference: shown(reference),
      counts: { comparator: count("comparator"), reference: count("reference") },
      difference: isMean ? hiddenEstimate(difference) : publishEstimate(difference, sources, cells),
      standardized: isShown ? inHundredths(standardized) : HIDDEN,
    };
  });
}

const HIDDEN = { estimate: SUPPRESSED, lower: SUPPRESSED, upper: SUPPRESSED } as const;

function inHundredths(given: BalanceRow["standardized"]): BalanceRow["standardized"] {
  if (given === null) return null;
  const [estimate = 0, lower = 0, upper = 0] = [given.estimate, given.lower, given.upper].map(
    (value) => Math.round(value * 100) / 100,
  );
  return { estimate, lower, upper };
}
