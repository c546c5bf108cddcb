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
  const before = keysOf(chosen);
  const isBefore = new Set(before);
  return variations.map(({ change, what, select }) => {
    const after = attempted(select);
    if (after === undefined) return { change, what, share: null, stay: [], leave: [], enter: [] };
    const keys = keysOf(after);
    const isAfter = new Set(keys);
    const stay = namesWhere(chosen, before, (key) => isAfter.has(key));
    return {
      change,
      what,
      share: before.length === 0 ? null : stay.length / before.length,
      stay,
      leave: namesWhere(chosen, before, (key) => !isAfter.has(key)),
      enter: namesWhere(after, keys, (key) => !isBefore.has(key)),
    };
  });
}

function keysOf({ peers }: Selection): readonly string[] {
  return peers.map(({ municipality }) => municipalityKey(municipality));
}

/** The names of the peers whose keys, in the same order, are wanted. */
function namesWhere(
  { peers }: Selection,
  keys: readonly string[],
  isWanted: (key: string) => boolean,
): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < peers.length; at++) {
    const peer = peers[at];
    if (peer !== undefined && isWanted(keys[at] ?? "")) names.push(peer.municipality);
  }
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
