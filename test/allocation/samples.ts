import type {
  AllocationPlan,
  AllocationProtocol,
  Ledger,
  LedgerRecord,
  Mode,
  Referral,
} from "../../src/allocation/index.js";
import { allocate, allocateBatch, freezeRoster, startLedger } from "../../src/allocation/index.js";
import { digestOfValue, isCompetitionError, type CompetitionError } from "../../src/core/index.js";

export const KEY = "a key of the municipality's notary, 1905";
export const OTHER_KEY = "another key of the same notary, 1906";

export const COMPLETE: AllocationPlan = {
  design: { kind: "complete", batch: "iso-week", weights: { own: 1, supplier: 1 } },
  strata: ["age"],
  referredAgain: "keep-arm",
};

export const ALTERNATION: AllocationPlan = {
  design: { kind: "alternation" },
  strata: ["group"],
  referredAgain: "keep-arm",
};

export function protocolOf(
  allocation: AllocationPlan,
  arms: readonly string[] = ["own", "supplier"],
): AllocationProtocol {
  const named = arms.map((id) => ({ id, name: `The ${id} unit` }));
  return { digest: digestOfValue({ allocation, arms: named }), arms: named, allocation };
}

export const complete: AllocationProtocol = protocolOf(COMPLETE);
export const alternation: AllocationProtocol = protocolOf(ALTERNATION);

export function started(protocol: AllocationProtocol, key: string = KEY, mode: Mode = "live"): Ledger {
  return startLedger(protocol, { key, date: "2005-01-03", mode }).ledger;
}

/** Referrals on one day, in strata by turns. */
export function referralsOn(
  referredOn: string,
  citizens: readonly string[],
  ages: readonly string[] = ["under-30", "over-30"],
): readonly Referral[] {
  return citizens.map((citizen, index) => ({ citizen, referredOn, age: ages[index % ages.length] ?? "" }));
}

/** A roster frozen and drawn on one date. */
export function drawn(
  ledger: Ledger,
  referrals: readonly Referral[],
  date: string,
  { key = KEY, beacon }: { readonly key?: string; readonly beacon?: string } = {},
): Ledger {
  const frozen = freezeRoster(ledger, referrals, { date }).ledger;
  return allocateBatch(frozen, { key, ...(beacon === undefined ? {} : { beacon }) }).ledger;
}

/** Two weeks of complete randomization, with two rosters in the second and a citizen who comes again. */
export function completeLedger(): Ledger {
  const first = drawn(
    started(complete),
    referralsOn("2005-01-10", ["c-1", "c-2", "c-3", "c-4", "c-5"]),
    "2005-01-14",
  );
  const second = drawn(first, referralsOn("2005-01-18", ["c-6", "c-1", "c-7"]), "2005-01-19");
  return drawn(second, referralsOn("2005-01-20", ["c-8", "c-9"]), "2005-01-21", { beacon: "dice: 4 2 6" });
}

/** Alternation in two groups, with a citizen who comes again. */
export function alternationLedger(): Ledger {
  const referrals: readonly Referral[] = [
    { citizen: "c-1", referredOn: "2005-01-10", group: "A" },
    { citizen: "c-2", referredOn: "2005-01-10", group: "A" },
    { citizen: "c-3", referredOn: "2005-01-11", group: "B" },
    { citizen: "c-1", referredOn: "2005-02-01", group: "B" },
    { citizen: "c-4", referredOn: "2005-02-02", group: "A" },
    { citizen: "c-5", referredOn: "2005-02-02", group: "B" },
  ];
  return referrals.reduce(
    (ledger, referral) => allocate(ledger, referral, { key: KEY }).ledger,
    started(alternation),
  );
}

/** Records with each link and digest made anew, as someone would who rewrites a ledger. */
export function relinked(records: readonly LedgerRecord[]): readonly LedgerRecord[] {
  let previous = "0".repeat(64);
  return records.map((record) => {
    const linked = { ...record, previous, digest: undefined };
    previous = digestOfValue(linked);
    return { ...linked, digest: previous };
  });
}

/** The error that a call throws. */
export function errorOf(call: () => unknown): CompetitionError {
  try {
    call();
  } catch (error) {
    if (isCompetitionError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
