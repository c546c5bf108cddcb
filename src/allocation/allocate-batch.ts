import { competitionError, resolveOptions, type OptionRules } from "../core/index.js";
import { batchFacts, drawBatch, drawsBatches, prepareBatch } from "./batch-draw.js";
import { keyRule, type Key } from "./key.js";
import { appendedAll, drawKeyOf, entriesAfter, nextPlace, stateOf } from "./ledger.js";
import { sealed } from "./lines.js";
import type { Appended } from "./start-ledger.js";
import type { AllocationRecord, Ledger, OpeningRecord } from "./types.js";

export interface BatchOptions {
  /** The key that the ledger was started with. */
  readonly key: Key;
  /**
   * A public random value that nobody could know when the roster was frozen (a notary's dice, the round
   * of a public beacon): with it not even the holder of the key can have foreseen the draw. Needed where the
   * plan declares a `beacon`, which says which value it is.
   */
  readonly beacon?: string;
}

/** A drawn batch. */
export interface BatchAllocation extends Appended {
  /** Everyone of the roster, in its order. */
  readonly entries: readonly AllocationRecord[];
}

const rules: OptionRules<BatchOptions> = {
  key: keyRule,
  beacon: {
    expected: "a text without white space around it",
    accepts: (value) => typeof value === "string" && value !== "" && value.trim() === value,
  },
};

/**
 * Draws the frozen roster: each citizen's arm, stratum by stratum, as the declared design does it.
 *
 * Pure: the same ledger, key and beacon give the same entries, dated like the roster and in its order.
 * Who is referred again and keeps the first arm gets an entry of basis `kept` and takes no part in the
 * draw. Where households are drawn, the first of each in the roster gets the entry that draws, the others
 * share its arm (basis `household`). Where arms have little room, or are owed more (see the plan's quotas),
 * everyone's probabilities are lowered or raised before the draw; an arm of probability 0 says why (`closed`). If the ledger holds some of the roster's entries already (a write was cut off), the rest is
 * drawn as it would have been.
 *
 * Whoever holds the key can try rosters and dates before a head is published. Publish the head with the roster
 * before the draw, and let a `beacon` enter it; examples/draw in the package says how the draw is made.
 *
 * @returns `entries` of the whole roster, the `records` to append, and the `ledger` with them.
 * @throws CompetitionError `no-roster` where no roster waits, `wrong-key`, `other-beacon` where the
 * roster's first entries were drawn with another beacon, `missing-beacon` where the plan declares one.
 * @example
 * const { entries, records } = allocateBatch(frozen, { key });
 * @example
 * allocateBatch(ledger, { key }) // throws no-roster: nothing was frozen
 */
export function allocateBatch(ledger: Ledger, options: BatchOptions): BatchAllocation {
  const state = stateOf(ledger, "allocateBatch.ledger");
  const { opening } = state;
  const given = resolveOptions<BatchOptions>("allocateBatch", options, rules).values;
  const roster = ledger.undrawn;
  if (roster === undefined || !drawsBatches(state)) {
    throw competitionError({
      code: "no-roster",
      path: "allocateBatch.ledger",
      received: `a ledger of ${opening.algorithm} without an undrawn roster`,
      expected: "a frozen roster that waits for its draw",
      hint:
        state.procedure.draws === "batch"
          ? "Freeze the week's referrals with freezeRoster first."
          : "Draw each referral as it comes with allocate.",
    });
  }
  const key = drawKeyOf(state, given.key, "allocateBatch.key");
  const { beacon } = given;
  const earlier = entriesAfter(state, roster.sequence);
  const done = earlier.length;
  if (earlier[0] !== undefined && earlier[0].beacon !== beacon) {
    throw competitionError({
      code: "other-beacon",
      path: "allocateBatch.beacon",
      received: beacon,
      expected: `${earlier[0].beacon ?? "no beacon"}, as in the ${done} entries that the batch has already`,
    });
  }
  checkBeacon(beacon, opening);
  const prepared = prepareBatch({ ...state, size: roster.sequence }, roster.referrals);
  const arms = drawBatch(prepared, opening, roster, key, beacon);
  const { records, ledger: after } = appendedAll(ledger, roster.referrals.length - done, (now, index) => {
    const position = done + index;
    const facts = batchFacts(now, roster, prepared, { position, arm: arms.get(position) ?? "", beacon });
    return sealed(facts, nextPlace(now, roster.date));
  });
  return { entries: [...earlier, ...records], records, ledger: after };
}

function checkBeacon(beacon: string | undefined, { allocation }: OpeningRecord): void {
  if (beacon !== undefined || allocation.beacon === undefined) return;
  throw competitionError({
    code: "missing-beacon",
    path: "allocateBatch.beacon",
    expected: `the public value that the protocol draws with: ${allocation.beacon}`,
    hint: "Publish the head of the ledger with the frozen roster first; then wait for the value, and draw.",
  });
}
