import type { Publishable } from "../../core/index.js";
import type { EffectData, SetRates } from "../../effects/index.js";
import type { AnalysisSet } from "../../outcomes/index.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";
import { participationId } from "./flow.js";
import { nestStandings, publishRate, type Place } from "./standings.js";

/** An arm's citizens of a set; the widest are all of them. */
function setPlace(arm: string, set: AnalysisSet, criterion: string, cohort: string): Place {
  return { who: set === "allocated" ? [arm] : [arm, "set", set], criterion, cohort };
}

/** The rates of those who began, and of those who completed, each among the ones before. */
export function publishSets(
  { sets, criterion }: EffectData,
  cohort: string,
  cells: Cells,
): readonly Publishable<SetRates>[] {
  const shown = sets.map(({ set, rates }) => ({
    set,
    rates: rates.map((rate) =>
      publishRate(rate, setPlace(rate.arm, set, criterion, cohort), cells, WEIGHTS.part),
    ),
  }));
  for (const [index, { set, rates }] of sets.entries()) {
    const wider = sets[index - 1]?.set;
    for (const { arm } of rates) {
      if (wider === undefined) continue;
      nestStandings(setPlace(arm, wider, criterion, cohort), setPlace(arm, set, criterion, cohort), cells);
      const own = cellId(arm, "set", set, "allocated");
      if (set === "completed") cells.nest(participationId(arm, "completed"), [own]);
      if (set === "started") {
        const without = ["never-started", "not-reported"].map((kind) => participationId(arm, kind));
        cells.nest(cellId(arm, "allocated"), [own, ...without]);
      }
    }
  }
  return shown;
}
