import type { Choose, SingleProcedure, Turn } from "../designs/procedure.js";
import { stratumKey } from "../strata.js";
import type { AllocationRecord, Levels } from "../types.js";

/** Draws once: tells the position of each column's arm. */
export type Draw = (choose: Choose, put: (column: number, arm: number) => void) => void;

interface Drawn {
  readonly stratum: number;
  readonly levels: Levels;
}

/**
 * How a design that draws one citizen at a time draws these entries again, where nothing else has a say:
 * neither quotas nor households. Entries that keep an arm follow the citizen's first one.
 */
export function drawByTurns(
  { first: start }: SingleProcedure,
  arms: readonly string[],
  entries: readonly AllocationRecord[],
): Draw {
  const columnOf = new Map(entries.map(({ sequence }, column) => [sequence, column]));
  const strata = new Map<string, number>();
  const columns = entries.map(({ basis, first, stratum, factors = {} }): Drawn | number => {
    if (basis === "kept" && first !== undefined) return columnOf.get(first) ?? 0;
    const key = stratumKey(stratum);
    const number = strata.get(key) ?? strata.size;
    strata.set(key, number);
    return { stratum: number, levels: factors };
  });
  return (choose, put) => {
    const turns: Turn[] = [];
    const given: number[] = [];
    for (const [column, each] of columns.entries()) {
      if (typeof each === "number") {
        given.push(given[each] ?? 0);
      } else {
        const turn = turns[each.stratum] ?? start;
        const outcomes = turn.outcomes(each.levels);
        const { drawn = { arm: "" } } =
          outcomes[choose(outcomes.map(({ probability }) => probability))] ?? {};
        turns[each.stratum] = turn.after(drawn, each.levels);
        given.push(arms.indexOf(drawn.arm));
      }
      put(column, given[column] ?? 0);
    }
  };
}
