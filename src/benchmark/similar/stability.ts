import { isCompetitionError } from "../../core/index.js";
import { municipalityKey } from "../names.js";
import type { Selection } from "./select.js";
import type { PeerStability } from "./types.js";

/** A way in which the choice could have been made otherwise. */
export interface Variation {
  readonly change: PeerStability["change"];
  readonly what: string;
  readonly select: () => Selection;
}

/** Who stays, who leaves and who enters when the choice is made otherwise. */
export function stabilityOf(chosen: Selection, variations: readonly Variation[]): readonly PeerStability[] {
  const before = namesOf(chosen);
  const chosenOnes = [...before];
  return variations.map(({ change, what, select }) => {
    const after = attempted(select);
    if (after === undefined) return { change, what, share: null, stay: [], leave: [], enter: [] };
    const names = namesOf(after);
    const stay = chosenOnes.filter(([key]) => names.has(key)).map(([, name]) => name);
    return {
      change,
      what,
      share: before.size === 0 ? null : stay.length / before.size,
      stay,
      leave: chosenOnes.filter(([key]) => !names.has(key)).map(([, name]) => name),
      enter: [...names].filter(([key]) => !before.has(key)).map(([, name]) => name),
    };
  });
}

function namesOf({ peers }: Selection): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { municipality } of peers) names.set(municipalityKey(municipality), municipality);
  return names;
}

/** Nothing where the other choice can't be made, as in a year of which the municipality has no figures. */
function attempted(select: () => Selection): Selection | undefined {
  try {
    return select();
  } catch (error) {
    if (isCompetitionError(error)) return undefined;
    throw error;
  }
}
