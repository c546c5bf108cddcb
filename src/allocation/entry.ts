import { canonicalJson, keyedStream } from "../core/index.js";
import { certainly, type Odds, type SingleProcedure } from "./designs/procedure.js";
import type { Key } from "./key.js";
import { standOf, visitsOf, type View } from "./memory.js";
import { levelsOf, stratumKey } from "./strata.js";
import type { AllocationRecord, LineBase, RosterReferral } from "./types.js";

/** What an entry says, apart from its place in the ledger. */
export type EntryFacts = Omit<AllocationRecord, keyof LineBase>;

/** How a citizen comes to be drawn. */
export interface Occasion {
  readonly batch: string;
  readonly beacon?: string | undefined;
  /** The arm by chance; asked only if the citizen doesn't keep an earlier one. */
  readonly draw: () => string;
}

/** The entry of a citizen's referral, given all that the ledger says so far. */
export function entryFacts(view: View, referral: RosterReferral, occasion: Occasion): EntryFacts {
  const { opening, procedure } = view;
  const { batch, beacon } = occasion;
  const [first] = visitsOf(view, referral.citizen);
  const kept = opening.allocation.referredAgain === "keep-arm" ? first?.arm : undefined;
  const { designProbabilities, drawProbabilities } = oddsOf(view, referral, kept);
  return {
    type: "allocation",
    protocol: opening.protocol,
    algorithm: procedure.algorithm,
    citizen: referral.citizen,
    referredOn: referral.referredOn,
    batch,
    block: blockOf(view, batch, referral),
    stratum: referral.stratum,
    arm: kept ?? occasion.draw(),
    basis: kept === undefined ? "drawn" : "kept",
    ...(first === undefined ? {} : { first: first.sequence }),
    designProbabilities,
    drawProbabilities,
    ...(beacon === undefined ? {} : { beacon }),
  };
}

function oddsOf(view: View, { stratum }: RosterReferral, kept: string | undefined): Odds {
  const { opening, procedure } = view;
  if (kept !== undefined) {
    const certain = certainly(kept, opening.arms); // kept, not drawn: chance has no part in it
    return { designProbabilities: certain, drawProbabilities: certain };
  }
  return procedure.draws === "batch" ? procedure.odds : standOf(view, procedure, stratum).turn.odds;
}

function blockOf({ opening, procedure }: View, batch: string, { stratum }: RosterReferral): string {
  const levels = levelsOf(stratum, opening.allocation.strata);
  if (procedure.draws === "single") return levels === "" ? "all" : levels;
  return levels === "" ? batch : `${batch}/${levels}`;
}

/**
 * Draws one citizen with the stream of that place in the stratum, which nothing about the citizen
 * changes: the list is settled once the key is, as if it lay in sealed envelopes.
 */
export function drawSingle(
  view: View,
  procedure: SingleProcedure,
  { stratum }: RosterReferral,
  key: Key,
): string {
  const { turn, drawn } = standOf(view, procedure, stratum);
  const { mode, protocol } = view.opening;
  const { algorithm } = procedure;
  const context = { algorithm, drawn, mode, protocol, stratum: stratumKey(stratum) };
  return turn.draw(keyedStream(key, canonicalJson(context)));
}
