import {
  allocate,
  allocateBatch,
  freezeRoster,
  type AllocationRecord,
  type Ledger,
  type Referral,
} from "../allocation/index.js";
import { isCompetitionError } from "../core/index.js";

/** A week's draw: who was referred, and the entries that came of it. */
export interface DrawnWeek {
  readonly referrals: readonly Referral[];
  readonly entries: readonly AllocationRecord[];
  readonly ledger: Ledger;
}

/** Draws a week's referrals as the ledger's design does; whom the arms have no room for isn't referred. */
export function drawWeek(ledger: Ledger, week: readonly Referral[], key: string, date: string): DrawnWeek {
  return ledger.opening.allocation.design.kind === "complete"
    ? drawTogether(ledger, week, key, date)
    : drawInTurn(ledger, week, key);
}

function drawTogether(ledger: Ledger, week: readonly Referral[], key: string, date: string): DrawnWeek {
  for (let size = week.length; size > 0; size--) {
    const referrals = week.slice(0, size);
    const frozen = ifRoom(() => freezeRoster(ledger, referrals, { date }));
    if (frozen === undefined) continue;
    const beacon = ledger.opening.allocation.beacon === undefined ? {} : { beacon: `simulated on ${date}` };
    return { referrals, ...allocateBatch(frozen.ledger, { key, ...beacon }) };
  }
  return { referrals: [], entries: [], ledger };
}

function drawInTurn(ledger: Ledger, week: readonly Referral[], key: string): DrawnWeek {
  let current = ledger;
  const drawn = week.flatMap((referral) => {
    const allocated = ifRoom(() => allocate(current, referral, { key }));
    if (allocated === undefined) return [];
    current = allocated.ledger;
    return [{ referral, entry: allocated.entry }];
  });
  return {
    referrals: drawn.map(({ referral }) => referral),
    entries: drawn.map(({ entry }) => entry),
    ledger: current,
  };
}

function ifRoom<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (isCompetitionError(error, "no-room")) return undefined;
    throw error;
  }
}
