import type { Publishable } from "../../core/index.js";
import type { ArmExits, EffectData } from "../../effects/index.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";

/** Where the citizens were; each standing's destinations add up to it. */
export function publishExits(
  { exits, criterion }: EffectData,
  cells: Cells,
): readonly Publishable<ArmExits>[] {
  return exits.map(({ arm, name, successes, others }) => {
    const shown = (standing: string, counts: ArmExits["others"]): Publishable<ArmExits["others"]> => {
      const id = (destination: string): string => cellId(arm, criterion, standing, "exit", destination);
      const published = Object.fromEntries(
        Object.entries(counts).map(([destination, count]) => [
          destination,
          cells.count(id(destination), count, { weight: WEIGHTS.part, since: "growing" }),
        ]),
      ) as Publishable<ArmExits["others"]>;
      cells.sum(cellId(arm, criterion, standing), Object.keys(counts).map(id), true);
      return published;
    };
    return { arm, name, successes: shown("success", successes), others: shown("failure", others) };
  });
}
