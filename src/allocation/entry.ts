import { certainly, type Drawn, type Odds } from "./designs/procedure.js";
import { householdOf, visitsOf, type Origin, type View } from "./memory.js";
import { levelsOf, type FrozenReferral } from "./strata.js";
import type { AllocationRecord, LineBase } from "./types.js";

/** What an entry says, apart from its place in the ledger. */
export type EntryFacts = Omit<AllocationRecord, keyof LineBase>;

/** How a citizen comes to be drawn. */
export interface Occasion {
  readonly batch: string;
  readonly beacon?: string | undefined;
  /** The draw that the household's arm comes from, where only the whole roster tells. */
  readonly origin?: Origin | undefined;
  /** What chance gave; asked only if the arm isn't settled already. */
  readonly chance: () => Chance;
}

/** One draw. */
export interface Chance extends Pick<AllocationRecord, "block" | "closed"> {
  readonly odds: Odds;
  readonly drawn: Drawn;
}

/** How an arm came about. */
interface Outcome extends Pick<AllocationRecord, "arm" | "basis" | "block"> {
  readonly odds: Odds;
  readonly slot?: AllocationRecord["slot"];
  readonly closed?: AllocationRecord["closed"];
  readonly drawnWith?: AllocationRecord["drawnWith"];
}

/** The entry of a citizen's referral, given all that the ledger says so far. */
export function entryFacts(view: View, referral: FrozenReferral, occasion: Occasion): EntryFacts {
  const { opening, procedure } = view;
  const { batch, beacon } = occasion;
  const { citizen, referredOn, stratum, factors, household } = referral;
  const [first] = visitsOf(view, citizen);
  const kept = opening.allocation.referredAgain === "keep-arm" ? first?.arm : undefined;
  const origin = occasion.origin ?? householdOf(view, household);
  const outcome =
    kept !== undefined
      ? keptArm(view, kept, ownBlock(view, referral, batch))
      : origin !== undefined
        ? sharedArm(view, origin)
        : drawnArm(occasion.chance());
  const { arm, basis, block, odds, slot, closed, drawnWith } = outcome;
  const facts: { -readonly [Field in keyof EntryFacts]: EntryFacts[Field] } = {
    algorithm: procedure.algorithm, // in the order in which the line has them
    arm,
    basis,
    batch,
    block,
    citizen,
    designProbabilities: odds.designProbabilities,
    drawProbabilities: odds.drawProbabilities,
    protocol: opening.protocol,
    referredOn,
    stratum,
    type: "allocation",
  };
  // to spread these in where there are some would take longer than all the rest
  if (factors !== undefined) facts.factors = factors;
  if (household !== undefined) facts.household = household;
  if (first !== undefined) facts.first = first.sequence;
  if (drawnWith !== undefined) facts.drawnWith = drawnWith;
  if (slot !== undefined) facts.slot = slot;
  if (closed !== undefined) facts.closed = closed;
  if (beacon !== undefined) facts.beacon = beacon;
  return facts;
}

/** Kept, not drawn: chance has no part in it. */
function keptArm({ opening }: View, arm: string, block: string): Outcome {
  const certain = certainly(arm, opening.arms);
  return { arm, basis: "kept", block, odds: { designProbabilities: certain, drawProbabilities: certain } };
}

/** The arm that an earlier draw gave the household, which nothing is left to chance in now. */
function sharedArm({ opening }: View, { sequence, arm, block, designProbabilities }: Origin): Outcome {
  const odds = { designProbabilities, drawProbabilities: certainly(arm, opening.arms) };
  return { arm, basis: "household", block, odds, drawnWith: sequence };
}

function drawnArm({ drawn, odds, block, closed }: Chance): Outcome {
  const { arm, slot } = drawn;
  return { arm, basis: "drawn", block, odds, slot, closed };
}

/** Batch and levels of a referral, or its levels alone where citizens are drawn one at a time. */
export function ownBlock({ opening, procedure }: View, { stratum }: FrozenReferral, batch: string): string {
  const levels = levelsOf(stratum, opening.allocation.strata);
  if (procedure.draws === "single") return levels === "" ? "all" : levels;
  return levels === "" ? batch : `${batch}/${levels}`;
}
