import { competitionError, resolveOptions, type OptionRules } from "../core/index.js";
import { frozenReferral, referralProblems } from "./frozen-referrals.js";
import { keyRule, type Key } from "./key.js";
import { appended, drawKeyOf, nextPlace, stateOf } from "./ledger.js";
import { sealed } from "./lines.js";
import { exemptionOf } from "./memory.js";
import { checkPast } from "./open-checkpoint.js";
import { contradictory } from "./roster.js";
import { drawsSingly, singleFacts } from "./single-draw.js";
import { frozenFacts } from "./strata.js";
import type { AllocationRecord, Ledger, LedgerRecord, Referral, RosterReferral } from "./types.js";

export interface AllocateOptions {
  /** The key that the ledger was started with. */
  readonly key: Key;
}

/** What became of one referral. */
export interface Allocation {
  readonly entry: AllocationRecord;
  /** The same citizen on the same date was in the ledger already: `entry` is that one. */
  readonly repeated: boolean;
  /** Lines to append; none where the referral is repeated. */
  readonly records: readonly LedgerRecord[];
  readonly ledger: Ledger;
}

const rules: OptionRules<AllocateOptions> = { key: keyRule };

/**
 * Draws the arm of one citizen, for designs that draw one at a time: all but complete randomization.
 *
 * Pure: no clock, no file, no global state; the same ledger, referral and key give the same entry,
 * dated by the referral. The same citizen on the same date is the same referral and gets the first
 * entry again. On another date the citizen is referred again: a further entry, with `first` naming the
 * first one, that keeps its arm or is drawn anew, as the protocol says. Where households are drawn, the
 * household's first referral draws, and later ones take its arm. While an arm has no room (see the plan's
 * quotas), citizens are drawn among the others by their weights, and the entry says why (`closed`).
 *
 * @returns `entry`, whether it is `repeated`, the `records` to append, and the `ledger` with them.
 * @throws CompetitionError `batch-required` for a design that draws whole batches, `wrong-key`,
 * `cpr-shaped`, `malformed` for a referral without citizen, ISO date or a level for each stratum and factor,
 * `unknown-level`, `not-normalized`, `contradictory-referrals` for a repeated referral that says something else, `exempted` for
 * one that was exempted from the draw, `no-room`, `unknown-past`.
 * @example
 * const { entry, records } = allocate(ledger, { citizen: "c-017", referredOn: "2005-01-12" }, { key });
 * @example
 * allocate(later, { citizen: "c-017", referredOn: "2005-01-12" }, { key }).repeated // true, records: []
 */
export function allocate(ledger: Ledger, referral: Referral, options: AllocateOptions): Allocation {
  const state = stateOf(ledger, "allocate.ledger");
  const { opening } = state;
  const given = resolveOptions<AllocateOptions>("allocate", options, rules).values;
  if (!drawsSingly(state)) {
    throw competitionError({
      code: "batch-required",
      path: "allocate.ledger",
      received: `a ledger of ${opening.algorithm}`,
      expected: "a design that draws one citizen at a time",
      hint: "Freeze the referrals of a week with freezeRoster and draw them together with allocateBatch.",
    });
  }
  const key = drawKeyOf(state, given.key, "allocate.key");
  const [problem] = referralProblems(referral, opening.allocation);
  if (problem !== undefined) {
    const { field, ...facts } = problem;
    throw competitionError({ ...facts, path: `referral.${field}` });
  }

  const who = frozenReferral(referral, opening.allocation);
  checkPast(state.store.beginning.citizens, [who.citizen], "referral.citizen");
  const earlier = ledger.entriesOf(who.citizen).find((entry) => entry.referredOn === who.referredOn);
  if (earlier !== undefined) {
    if (frozenFacts(earlier) !== frozenFacts(who)) throw contradictory(earlier, who, "referral");
    return { entry: earlier, repeated: true, records: [], ledger };
  }
  const exempt = exemptionOf(state, who);
  if (exempt !== undefined) throw exempted(who, exempt);

  const facts = singleFacts(state, who, { key });
  const entry: AllocationRecord = sealed(facts, nextPlace(state, who.referredOn));
  return { entry, repeated: false, records: [entry], ledger: appended(ledger, entry) };
}

function exempted(
  { citizen, referredOn }: RosterReferral,
  { sequence, arm }: { readonly sequence: number; readonly arm: string },
): Error {
  return competitionError({
    code: "exempted",
    path: "referral",
    received: `${citizen} on ${referredOn}`,
    expected: "a referral that isn't exempted from the draw",
    hint: `Line ${sequence + 1} of the ledger says that the citizen goes to ${arm} by agreement.`,
  });
}
