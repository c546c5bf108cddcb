import { competitionError, parseDay, resolveOptions, type Notice, type OptionRules } from "../core/index.js";
import type { TableInput } from "../tables/index.js";
import { alikeNotices } from "./alike.js";
import { drawsBatches, prepareBatch } from "./batch-draw.js";
import { frozenReferrals } from "./frozen-referrals.js";
import { appended, checkDrawn, nextPlace, stateOf } from "./ledger.js";
import { checkLineDate } from "./line-dates.js";
import { sealed } from "./lines.js";
import { exemptionOf } from "./memory.js";
import { checkPast } from "./open-checkpoint.js";
import { contradictory, rosterFacts } from "./roster.js";
import { dateRule, type Appended } from "./start-ledger.js";
import { frozenFacts } from "./strata.js";
import type { AllocationRecord, Ledger, Referral, RosterRecord, RosterReferral } from "./types.js";

export interface FreezeOptions {
  /** ISO date on which the roster is frozen and drawn, no earlier than its last referral and than the ledger's last line. */
  readonly date: string;
}

/** A frozen roster, ready for its draw. */
export interface FrozenRoster extends Appended {
  /** The entries of those whom the ledger had by the same date already; they aren't in the roster. */
  readonly repeated: readonly AllocationRecord[];
  /** `citizens-alike`: those whose pseudonyms differ in capital letters only. */
  readonly notices: readonly Notice[];
  /** Referrals that an exemption keeps from the draw; they aren't in the roster either. */
  readonly exempted: readonly RosterReferral[];
}

const rules: OptionRules<FreezeOptions> = { date: dateRule };

/**
 * Fixes who is drawn together, before the draw: the referrals of one ISO week and their strata become a
 * line of the ledger, whose digest the draw depends on.
 *
 * No key is needed, so that whoever refers can freeze and whoever holds the key can draw. The order of
 * the referrals doesn't matter, nor does the same row twice. Citizens whom the ledger has by the same
 * date are left out and reported, and so are those whom an exemption keeps from the draw; with nobody left
 * no line is written. A citizen on a further date is referred again. A week's later roster is called
 * `2005-W03.2`. That the arms have room for all of it is made sure of here, before anything is written.
 *
 * @param referrals Plain, or as parseReferrals gives them (issues then name the file's rows).
 * @throws CompetitionError `undrawn-roster` while an earlier one waits for its draw; `several-weeks`;
 * `single-required` for a design that draws one at a time; `missing-column`, `rows-in-error`,
 * `malformed`, `unknown-level`, `not-normalized` or `cpr-shaped` for referrals that can't be frozen;
 * `contradictory-referrals` for a citizen on one date, here or in the ledger, who isn't said the same of;
 * `no-room`; `unknown-past`; `roster-before-referral`; `earlier-date` than that of a line before;
 * `impossible-date`.
 * @example
 * const { records, ledger: frozen } = freezeRoster(ledger, referrals, { date: "2005-01-21" });
 * @example
 * freezeRoster(drawn, referrals, { date: "2005-01-21" }).records // []: all of them are repeated
 */
export function freezeRoster(
  ledger: Ledger,
  referrals: TableInput<Referral>,
  options: FreezeOptions,
): FrozenRoster {
  const state = stateOf(ledger, "freezeRoster.ledger");
  const { opening } = state;
  const { date } = resolveOptions<FreezeOptions>("freezeRoster", options, rules).values;
  parseDay(date, "freezeRoster.date");
  if (!drawsBatches(state)) {
    throw competitionError({
      code: "single-required",
      path: "freezeRoster.ledger",
      received: `a ledger of ${opening.algorithm}`,
      expected: "a design that draws batches",
      hint: "Draw each referral as it comes with allocate.",
    });
  }
  checkDrawn(ledger, "freezeRoster.ledger");
  const frozen = frozenReferrals(referrals, opening.allocation);
  const citizens = frozen.map(({ citizen }) => citizen);
  checkPast(state.store.beginning.citizens, citizens, "freezeRoster.referrals");
  const repeated = repeatedEntries(ledger, frozen);
  const exempted = frozen.filter((referral) => exemptionOf(state, referral) !== undefined);
  const facts = rosterFacts(state, frozen, date);
  const notices = alikeNotices(frozen);
  if (facts.referrals.length === 0) return { records: [], ledger, repeated, exempted, notices };
  checkLineDate(date, state, "freezeRoster.date");
  prepareBatch(state, facts.referrals); // throws where the arms have no room, before anything is written
  const roster: RosterRecord = sealed(facts, nextPlace(state, date));
  return { records: [roster], ledger: appended(ledger, roster), repeated, exempted, notices };
}

function repeatedEntries(ledger: Ledger, referrals: readonly RosterReferral[]): readonly AllocationRecord[] {
  const entries = referrals.flatMap((referral) => {
    const own = ledger.entriesOf(referral.citizen);
    const entry = own.find(({ referredOn }) => referredOn === referral.referredOn);
    if (entry === undefined) return [];
    if (frozenFacts(entry) !== frozenFacts(referral)) throw contradictory(entry, referral, "referrals");
    return [entry];
  });
  return [...new Set(entries)].toSorted((a, b) => a.sequence - b.sequence);
}
