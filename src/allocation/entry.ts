import { canonicalJson, keyedStream } from "../core/index.js";
import {
  certainly,
  type Drawn,
  type Envelopes,
  type Odds,
  type SingleProcedure,
} from "./designs/procedure.js";
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
  /** What chance could give and gives; asked only if the citizen doesn't keep an earlier arm. */
  readonly odds: () => Odds;
  readonly draw: () => Drawn;
}

/** The entry of a citizen's referral, given all that the ledger says so far. */
export function entryFacts(view: View, referral: RosterReferral, occasion: Occasion): EntryFacts {
  const { opening, procedure } = view;
  const { batch, beacon } = occasion;
  const [first] = visitsOf(view, referral.citizen);
  const kept = opening.allocation.referredAgain === "keep-arm" ? first?.arm : undefined;
  const drawn = kept === undefined ? occasion.draw() : { arm: kept };
  const { designProbabilities, drawProbabilities } =
    kept === undefined ? occasion.odds() : keptOdds(kept, opening.arms);
  return {
    type: "allocation",
    protocol: opening.protocol,
    algorithm: procedure.algorithm,
    citizen: referral.citizen,
    referredOn: referral.referredOn,
    batch,
    block: blockOf(view, batch, referral),
    stratum: referral.stratum,
    arm: drawn.arm,
    ...(drawn.slot === undefined ? {} : { slot: drawn.slot }),
    basis: kept === undefined ? "drawn" : "kept",
    ...(first === undefined ? {} : { first: first.sequence }),
    designProbabilities,
    drawProbabilities,
    ...(beacon === undefined ? {} : { beacon }),
  };
}

/** Kept, not drawn: chance has no part in it. */
function keptOdds(arm: string, arms: readonly string[]): Odds {
  const certain = certainly(arm, arms);
  return { designProbabilities: certain, drawProbabilities: certain };
}

function blockOf({ opening, procedure }: View, batch: string, { stratum }: RosterReferral): string {
  const levels = levelsOf(stratum, opening.allocation.strata);
  if (procedure.draws === "single") return levels === "" ? "all" : levels;
  return levels === "" ? batch : `${batch}/${levels}`;
}

/** Both probabilities of the next citizen of a stratum. */
export function singleOdds(view: View, procedure: SingleProcedure, { stratum }: RosterReferral): Odds {
  const { turn } = standOf(view, procedure, stratum);
  const { designProbabilities } = procedure;
  return { designProbabilities, drawProbabilities: turn.drawProbabilities({}) };
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
): Drawn {
  const { turn, drawn } = standOf(view, procedure, stratum);
  const { mode, protocol } = view.opening;
  const place = { algorithm: procedure.algorithm, mode, protocol, stratum: stratumKey(stratum) };
  const envelopes: Envelopes = {
    drawn,
    stream: () => keyedStream(key, canonicalJson({ ...place, drawn })),
    block: (block) => keyedStream(key, canonicalJson({ ...place, block })),
    blockStarts: [],
  };
  return turn.draw(envelopes, {});
}
