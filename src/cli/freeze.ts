import { freezeRoster, openLedger, type Ledger, type Referral } from "../allocation/index.js";
import { competitionError } from "../core/index.js";
import type { Protocol } from "../protocol/index.js";
import type { ParsedTable } from "../tables/index.js";
import { byWeek, checkStrata, type Drawn } from "./draw.js";

/** What freezing the next roster of a file gives. */
export interface Frozen extends Drawn {
  /** How many referrals of later weeks wait until it is drawn. */
  readonly later: number;
}

/**
 * Freezes the first week of a file that isn't drawn yet. Where that was done before, nothing is written again.
 *
 * @throws CompetitionError `undrawn-roster` where another roster waits; what freezeRoster throws.
 */
export function freezeNext(
  protocol: Protocol,
  ledger: Ledger,
  referrals: ParsedTable<Referral>,
  date: string,
): Frozen {
  checkStrata(referrals, ledger.opening.allocation.strata);
  const { undrawn } = ledger;
  if (undrawn === undefined) return freezeFirst(ledger, referrals, date);
  const before = openLedger(protocol, ledger.records.slice(0, undrawn.sequence));
  const again = freezeFirst(before, referrals, undrawn.date);
  if (again.ledger.undrawn?.digest === undrawn.digest) return { ...again, records: [], ledger };
  throw competitionError({
    code: "undrawn-roster",
    path: referrals.source.name,
    received: "other referrals than those that were frozen",
    expected: `the referrals of roster ${undrawn.batch}, which waits for its draw`,
    hint: "Draw that roster first, with --draw; then freeze the next one.",
  });
}

function freezeFirst(ledger: Ledger, referrals: ParsedTable<Referral>, date: string): Frozen {
  const weeks = byWeek(referrals);
  let seen: Pick<Frozen, "repeated" | "exempted"> = { repeated: [], exempted: [] };
  for (const [index, week] of weeks.entries()) {
    const frozen = freezeRoster(ledger, week, { date });
    seen = {
      repeated: [...seen.repeated, ...frozen.repeated],
      exempted: [...seen.exempted, ...frozen.exempted],
    };
    if (frozen.records.length === 0) continue;
    const rest = weeks.slice(index + 1).flatMap(({ rows }) => rows);
    const later = rest.filter((referral) => !isDrawn(ledger, referral)).length;
    return { ...seen, records: frozen.records, entries: [], ledger: frozen.ledger, later };
  }
  return { ...seen, records: [], entries: [], ledger, later: 0 };
}

function isDrawn(ledger: Ledger, { citizen, referredOn }: Referral): boolean {
  return ledger.entriesOf(citizen).some((entry) => entry.referredOn === referredOn);
}
