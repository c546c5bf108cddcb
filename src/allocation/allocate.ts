import { competitionError, resolveOptions, type OptionRules } from "../core/index.js";
import { drawSingle, entryFacts, singleOdds } from "./entry.js";
import { frozenReferral, referralProblems } from "./frozen-referrals.js";
import { checkCommitment, keyRule, type Key } from "./key.js";
import { appended, chainOf, stateOf } from "./ledger.js";
import { sealed } from "./lines.js";
import type { AllocationRecord, Ledger, LedgerRecord, Referral } from "./types.js";

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
 * Draws the arm of one citizen, for designs that draw one at a time (alternation).
 *
 * Pure: no clock, no file, no global state; the same ledger, referral and key give the same entry,
 * dated by the referral. The same citizen on the same date is the same referral and gets the first
 * entry again. On another date the citizen is referred again: a further entry, with `first` naming the
 * first one, that keeps its arm or is drawn anew, as the protocol says.
 *
 * @returns `entry`, whether it is `repeated`, the `records` to append, and the `ledger` with them.
 * @throws CompetitionError `batch-required` for a design that draws whole batches, `wrong-key`,
 * `cpr-shaped`, `malformed` for a referral without citizen, ISO date or a level for each stratum.
 * @example
 * const { entry, records } = allocate(ledger, { citizen: "c-017", referredOn: "2005-01-12" }, { key });
 * @example
 * allocate(later, { citizen: "c-017", referredOn: "2005-01-12" }, { key }).repeated // true, records: []
 */
export function allocate(ledger: Ledger, referral: Referral, options: AllocateOptions): Allocation {
  const state = stateOf(ledger, "allocate.ledger");
  const { opening, procedure } = state;
  const given = resolveOptions<AllocateOptions>("allocate", options, rules).values;
  if (procedure.draws !== "single") {
    throw competitionError({
      code: "batch-required",
      path: "allocate.ledger",
      received: `a ledger of ${procedure.algorithm}`,
      expected: "a design that draws one citizen at a time",
      hint: "Freeze the referrals of a week with freezeRoster and draw them together with allocateBatch.",
    });
  }
  const key = checkCommitment(given.key, opening, "allocate.key");
  const { strata } = opening.allocation;
  const [problem] = referralProblems(referral, strata);
  if (problem !== undefined) {
    const { field, ...facts } = problem;
    throw competitionError({ ...facts, path: `referral.${field}` });
  }

  const who = frozenReferral(referral, strata);
  const earlier = ledger.entriesOf(who.citizen).find((entry) => entry.referredOn === who.referredOn);
  if (earlier !== undefined) return { entry: earlier, repeated: true, records: [], ledger };

  const { size } = state;
  const facts = entryFacts(state, who, {
    batch: who.referredOn,
    odds: () => singleOdds(state, procedure, who),
    draw: () => drawSingle(state, procedure, who, key),
  });
  const base = { sequence: size, date: who.referredOn, mode: opening.mode };
  const entry: AllocationRecord = sealed({ ...base, ...facts }, chainOf(state));
  return { entry, repeated: false, records: [entry], ledger: appended(ledger, entry) };
}
