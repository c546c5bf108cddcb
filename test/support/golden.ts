// Runs in any runtime: what it draws with is given to it, and it imports nothing but types.
import type * as Allocation from "../../src/allocation/index.js";

type Roster = Allocation.FreezeOptions &
  Omit<Allocation.BatchOptions, "key"> & { readonly referrals: readonly Allocation.Referral[] };

/** One thing that happened to a ledger. */
export type Step =
  | { readonly roster: Roster }
  | { readonly referral: Allocation.Referral }
  | { readonly occupancy: Allocation.OccupancyReport }
  | { readonly amendment: Allocation.Amendment; readonly date: string };

/** What a golden ledger is drawn from; the first ones have rosters or referrals in the place of steps. */
export interface Golden {
  readonly key: string;
  readonly date: string;
  readonly mode: Allocation.Mode;
  readonly protocol: Allocation.AllocationProtocol;
  readonly rosters?: readonly Roster[];
  readonly referrals?: readonly Allocation.Referral[];
  readonly steps?: readonly Step[];
}

/** Draws a golden ledger anew, with the allocation that is given. */
export function drawGolden(allocation: typeof Allocation, golden: Golden): Allocation.Ledger {
  const { key, date, mode, protocol } = golden;
  let { ledger } = allocation.startLedger(protocol, { key, date, mode });
  for (const step of stepsOf(golden)) ledger = afterStep(allocation, ledger, step, key);
  return ledger;
}

function stepsOf({ steps = [], rosters = [], referrals = [] }: Golden): readonly Step[] {
  return [...steps, ...rosters.map((roster) => ({ roster })), ...referrals.map((referral) => ({ referral }))];
}

function afterStep(
  { allocate, allocateBatch, amend, freezeRoster, recordOccupancy }: typeof Allocation,
  ledger: Allocation.Ledger,
  step: Step,
  key: Allocation.Key,
): Allocation.Ledger {
  if ("referral" in step) return allocate(ledger, step.referral, { key }).ledger;
  if ("occupancy" in step) return recordOccupancy(ledger, step.occupancy).ledger;
  if ("amendment" in step) return amend(ledger, step.amendment, { date: step.date }).ledger;
  const { referrals, date, ...beacon } = step.roster;
  return allocateBatch(freezeRoster(ledger, referrals, { date }).ledger, { key, ...beacon }).ledger;
}

/** What a runtime makes of a golden ledger. */
export interface Drawn {
  /** The ledger's file. */
  readonly text: string;
  /** What a verification with key and head finds in it. */
  readonly findings: readonly Allocation.LedgerFinding[];
}

/** Draws and verifies golden ledgers, by their names. */
export async function drawAll(
  allocation: typeof Allocation,
  goldens: Readonly<Record<string, Golden>>,
): Promise<Readonly<Record<string, Drawn>>> {
  const drawn: Record<string, Drawn> = {};
  for (const [name, golden] of Object.entries(goldens)) {
    const { records, head } = drawGolden(allocation, golden);
    const text = allocation.formatLedger(records);
    const lines = allocation.parseLedger(text, { name });
    const { protocol, key } = golden;
    drawn[name] = {
      text,
      findings: (await allocation.verifyLedger(protocol, lines, { key, head })).findings,
    };
  }
  return drawn;
}
