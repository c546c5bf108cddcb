import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  allocate,
  allocateBatch,
  formatLedger,
  freezeRoster,
  openLedger,
  parseLedger,
  startLedger,
  verifyLedger,
  type AllocationProtocol,
  type Ledger,
  type Mode,
  type Referral,
} from "../../src/allocation/index.js";

// What a key draws is a promise, for ever: these files never change. They were drawn a second time, from
// the description of the algorithms alone, by test/golden/ledgers/replay.py (Python's standard library),
// which also gave the Merkle roots below.

interface Golden {
  readonly key: string;
  readonly date: string;
  readonly mode: Mode;
  readonly protocol: AllocationProtocol;
  readonly rosters?: readonly {
    readonly date: string;
    readonly beacon?: string;
    readonly referrals: readonly Referral[];
  }[];
  readonly referrals?: readonly Referral[];
}

const file = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, "../golden/ledgers", name), "utf8");

function drawnAgain({ key, date, mode, protocol, rosters = [], referrals = [] }: Golden): Ledger {
  let { ledger } = startLedger(protocol, { key, date, mode });
  for (const roster of rosters) {
    ({ ledger } = freezeRoster(ledger, roster.referrals, { date: roster.date }));
    const { beacon } = roster;
    ({ ledger } = allocateBatch(ledger, { key, ...(beacon === undefined ? {} : { beacon }) }));
  }
  for (const referral of referrals) ({ ledger } = allocate(ledger, referral, { key }));
  return ledger;
}

describe.each([
  ["complete-1", 20, "9775589e881f81565095a40adb1221e3e73954018f75465093dda56d774ce516"],
  ["alternation-1", 10, "d45f4d124e37fc84f84603d54ee086af10d30183225b62e940bfba2d64c0fe21"],
])("golden ledger %s", (name, size, root) => {
  const golden = JSON.parse(file(`${name}.json`)) as Golden;
  const lines = file(`${name}.jsonl`);

  it("is what its key draws, byte for byte", () => {
    expect(formatLedger(drawnAgain(golden).records)).toBe(lines);
  });

  it("has the published head", () => {
    const ledger = openLedger(golden.protocol, parseLedger(lines, { name }));
    expect(ledger.head).toEqual({ size, chain: ledger.records.at(-1)?.digest, root });
  });

  it("verifies with its key", async () => {
    const verification = await verifyLedger(golden.protocol, parseLedger(lines, { name }), {
      key: golden.key,
    });
    expect(verification.findings).toEqual([]);
    expect(verification.checked).toEqual(["chain", "protocol", "draws"]);
  });
});
