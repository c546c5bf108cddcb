import { everyPossibility } from "../chance.js";
import type { Choose } from "../designs/procedure.js";
import { hasRoom, startReplay } from "../replay/procedure.js";
import type { PlannedSteps } from "./planned.js";

/** Each arm's probability for each column, one column after the other; with their errors where they are simulated. */
export interface Found {
  readonly means: Float64Array;
  readonly errors?: Float64Array;
}

/** By going through everything that can happen; undefined where that is more than `most`. */
export function byEnumeration(planned: PlannedSteps, most: number): Found | undefined {
  const all = everyPossibility((choose) => conditional(planned, choose), most);
  if (all === undefined) return undefined;
  const means = new Float64Array(planned.width * planned.opening.arms.length);
  for (const { value, probability } of all) {
    for (const [cell, each] of value.entries()) means[cell] = (means[cell] ?? 0) + probability * each;
  }
  return { means };
}

/** By letting chance have its way so many times. */
export function bySimulation(planned: PlannedSteps, times: number, choose: Choose): Found {
  const cells = planned.width * planned.opening.arms.length;
  const means = new Float64Array(cells);
  const squares = new Float64Array(cells); // sums of squared differences from the mean so far
  for (let run = 1; run <= times; run++) {
    for (const [cell, each] of conditional(planned, choose).entries()) {
      const before = each - (means[cell] ?? 0);
      means[cell] = (means[cell] ?? 0) + before / run;
      squares[cell] = (squares[cell] ?? 0) + before * (each - (means[cell] ?? 0));
    }
  }
  return { means, errors: squares.map((sum) => Math.sqrt(sum / (times - 1) / times)) };
}

/**
 * Each arm's probability for each column given what was drawn before, once; their mean has less error than the
 * drawn arms' own. What finds no room is left out and stays 0.
 */
function conditional(planned: PlannedSteps, choose: Choose): Float64Array {
  const { arms } = planned.opening;
  const cells = new Float64Array(planned.width * arms.length);
  const take = startReplay(planned, choose, (column, { drawProbabilities }) => {
    for (const [k, arm] of arms.entries()) cells[column * arms.length + k] = drawProbabilities[arm] ?? 0;
  });
  for (const step of planned.steps) hasRoom(() => take(step));
  return cells;
}
