import { mean } from "simple-statistics";
import type { Notice } from "../core/index.js";
import { standardizedDifference, type Count } from "../inference/index.js";
import type { CohortMember } from "../outcomes/index.js";
import { categoriesOf, type BaselineColumn } from "./baseline.js";
import type { Pair } from "./drawTest.js";
import type { BalanceRow } from "./types.js";

/** A difference of a tenth of a standard deviation, whose interval at this level excludes 0, is said. */
const NOTABLE = { standardDeviations: 0.1, level: 0.99 } as const;

/** What the citizens of a comparison were like before the draw: a row per number, and per category. */
export function balanceOf(
  members: readonly CohortMember[],
  { arm, reference }: Pair,
  columns: readonly BaselineColumn[],
  level: number,
): readonly BalanceRow[] {
  const citizensOf = (id: string): readonly string[] =>
    members.filter(({ participant }) => participant.arm === id).map(({ participant }) => participant.citizen);
  const [ours, theirs] = [citizensOf(arm), citizensOf(reference)];
  return columns.flatMap((column) =>
    column.isNumeric
      ? [numberRow(column, ours, theirs, level)]
      : categoriesOf(column, [...ours, ...theirs]).map((category) =>
          categoryRow(column, category, ours, theirs, level),
        ),
  );
}

function numberRow(
  { name, origin, values }: BaselineColumn,
  ours: readonly string[],
  theirs: readonly string[],
  level: number,
): BalanceRow {
  const numbers = (citizens: readonly string[]): readonly number[] =>
    citizens.flatMap((citizen) => values.get(citizen) ?? []).map(Number);
  const [comparator, reference] = [numbers(ours), numbers(theirs)];
  return {
    column: name,
    origin,
    comparator: meanOf(comparator),
    reference: meanOf(reference),
    standardized: standardizedDifference(comparator, reference, { level }),
  };
}

function categoryRow(
  { name, origin, values }: BaselineColumn,
  category: string,
  ours: readonly string[],
  theirs: readonly string[],
  level: number,
): BalanceRow {
  const count = (citizens: readonly string[]): Count => {
    const known = citizens.filter((citizen) => values.has(citizen));
    return {
      events: known.filter((citizen) => values.get(citizen) === category).length,
      total: known.length,
    };
  };
  const [comparator, reference] = [count(ours), count(theirs)];
  return {
    column: name,
    origin,
    category,
    comparator: shareOf(comparator),
    reference: shareOf(reference),
    standardized: standardizedDifference(comparator, reference, { level }),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : mean([...values]);
}

function shareOf({ events, total }: Count): number | null {
  return total === 0 ? null : events / total;
}

/**
 * That the arms differed before the draw in what the draw didn't balance, by a tenth of a standard deviation or
 * more and by more than chance would do in one of a hundred columns.
 */
export function balanceNotices(
  members: readonly CohortMember[],
  pair: Pair,
  columns: readonly BaselineColumn[],
): readonly Notice[] {
  const unbalanced = columns.filter(({ origin }) => origin !== "stratum");
  return balanceOf(members, pair, unbalanced, NOTABLE.level)
    .filter(({ standardized: { estimate, interval } }) => {
      const excludesZero = interval.lower > 0 || interval.upper < 0;
      return estimate !== null && excludesZero && Math.abs(estimate) >= NOTABLE.standardDeviations;
    })
    .map(({ column, category = null, standardized }) => ({
      code: "baseline-imbalance",
      severity: "caution",
      arm: pair.arm,
      reference: pair.reference,
      column,
      category,
      standardDeviations: standardized.estimate,
    }));
}
