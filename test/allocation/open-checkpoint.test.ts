import { describe, expect, it } from "vitest";
import {
  allocate,
  allocateBatch,
  amend,
  formatLedger,
  freezeRoster,
  openLedger,
  parseLedger,
  verifyLedger,
  type Ledger,
  type LedgerCheckpoint,
  type LedgerRecord,
} from "../../src/allocation/index.js";
import { digestOfValue } from "../../src/core/index.js";
import {
  ALTERNATION,
  alternation,
  alternationLedger,
  complete,
  completeLedger,
  errorOf,
  KEY,
  protocolOf,
  referralsOn,
  relinked,
} from "./samples.js";

const turns = alternationLedger();
const weekly = completeLedger();
const stored = (ledger: Ledger): LedgerCheckpoint =>
  JSON.parse(JSON.stringify(ledger.checkpoint())) as LedgerCheckpoint;
const checkpoint = stored(turns);
const of = (ledger: Ledger, ...citizens: readonly string[]): readonly LedgerRecord[] =>
  ledger.records.filter((record) => "citizen" in record && citizens.includes(record.citizen));

describe("openLedger with a checkpoint", () => {
  it("goes on as the whole ledger would", () => {
    const resumed = openLedger(alternation, { checkpoint, entries: of(turns, "c-1") });
    for (const citizen of ["c-1", "c-9"]) {
      const referral = { citizen, referredOn: "2005-03-01", group: "A" };
      const expected = allocate(turns, referral, { key: KEY });
      const found = allocate(resumed, referral, { key: KEY });
      expect(found.records).toEqual(expected.records);
      expect(found.ledger.head).toEqual(expected.ledger.head);
    }
    const repeated = { citizen: "c-1", referredOn: "2005-01-10", group: "A" };
    expect(allocate(resumed, repeated, { key: KEY })).toMatchObject({ repeated: true, records: [] });
  });

  it("shows what it holds, and that there is more", () => {
    const resumed = openLedger(alternation, { checkpoint, entries: of(turns, "c-1") });
    expect(resumed.since).toBe(7);
    expect(turns.since).toBe(0);
    expect(resumed.records).toEqual([]);
    expect(resumed.entriesOf("c-1")).toEqual(turns.entriesOf("c-1"));
    expect(resumed.entriesOf("c-2")).toEqual([]);
    expect(resumed.head).toEqual(turns.head);
    expect(resumed.opening).toEqual(turns.opening);
    expect(resumed.checkpoint()).toEqual(turns.checkpoint());
  });

  it("writes batches on, with their rosters named on", async () => {
    const resumed = openLedger(complete, { checkpoint: stored(weekly), entries: of(weekly, "c-1") });
    const week = referralsOn("2005-01-21", ["c-1", "c-30", "c-31"]);
    const draw = (ledger: Ledger): readonly LedgerRecord[] => {
      const frozen = freezeRoster(ledger, week, { date: "2005-01-22" });
      return [...frozen.records, ...allocateBatch(frozen.ledger, { key: KEY }).records];
    };
    const lines = draw(resumed);
    expect(lines).toEqual(draw(weekly));
    expect(lines[0]).toMatchObject({ batch: "2005-W03.3" });
    const { findings } = await verifyLedger(complete, [...weekly.records, ...lines], { key: KEY });
    expect(findings).toEqual([]);
  });

  it("takes the lines since, and checks them", () => {
    const early = stored(openLedger(alternation, turns.records.slice(0, 4)));
    const entries = [...of(turns, "c-1").slice(0, 1), ...turns.records.slice(4)];
    const resumed = openLedger(alternation, { checkpoint: early, entries });
    expect(resumed.head).toEqual(turns.head);
    expect(resumed.records).toEqual(turns.records.slice(4));
    expect(resumed.entriesOf("c-1")).toEqual(turns.entriesOf("c-1"));
    const gap = [...of(turns, "c-1").slice(0, 1), ...turns.records.slice(5)];
    expect(errorOf(() => openLedger(alternation, { checkpoint: early, entries: gap }))).toMatchObject({
      code: "broken-chain",
    });
    // without c-1's first entry the one that keeps its arm can't be right
    const without = turns.records.slice(4);
    expect(errorOf(() => openLedger(alternation, { checkpoint: early, entries: without })).code).toBe(
      "other-entry",
    );
  });

  it("draws a roster that was frozen since", () => {
    const week = referralsOn("2005-01-21", ["c-30", "c-31"]);
    const frozen = freezeRoster(weekly, week, { date: "2005-01-22" });
    const resumed = openLedger(complete, { checkpoint: stored(weekly), entries: frozen.records });
    expect(allocateBatch(resumed, { key: KEY }).records).toEqual(
      allocateBatch(frozen.ledger, { key: KEY }).records,
    );
  });

  it("knows what was agreed about the citizens whose lines it has", () => {
    const referral = { citizen: "c-9", referredOn: "2005-03-02", group: "A" };
    const exempt = amend(
      turns,
      {
        amends: "exemption",
        citizen: "c-9",
        referredOn: "2005-03-02",
        arm: "own",
        reason: "agreed",
        signedBy: ["K. Holm"],
      },
      { date: "2005-03-01" },
    ).ledger;
    const resumed = openLedger(alternation, { checkpoint: stored(exempt), entries: of(exempt, "c-9") });
    expect(errorOf(() => allocate(resumed, referral, { key: KEY })).code).toBe("exempted");
  });

  it("takes the lines of a file", () => {
    const entries = parseLedger(formatLedger(of(turns, "c-1")), { name: "own.jsonl" });
    expect(openLedger(alternation, { checkpoint, entries }).entriesOf("c-1")).toHaveLength(2);
  });

  it("branches like any ledger", () => {
    const resumed = openLedger(alternation, { checkpoint, entries: of(turns, "c-1") });
    const next = (citizen: string): LedgerRecord | undefined =>
      allocate(resumed, { citizen, referredOn: "2005-03-01", group: "A" }, { key: KEY }).records[0];
    expect(next("x-1")?.sequence).toBe(7);
    expect(next("x-2")).toMatchObject({ sequence: 7, previous: turns.head.chain, citizen: "x-2" });
    expect(next("c-1")).toMatchObject({ basis: "kept", first: 1 });
  });
});

describe("whose past is known", () => {
  const past = { checkpoint, entries: of(turns, "c-1"), citizens: ["c-1", "c-9"] };

  it("is everybody's, on the caller's word, unless it is said whose was looked up", () => {
    const referral = { citizen: "c-2", referredOn: "2005-03-01", group: "A" };
    const trusting = openLedger(alternation, { checkpoint, entries: [] });
    expect(allocate(trusting, referral, { key: KEY }).entry.basis).toBe("drawn"); // c-2 has an entry, which it was not told
    const careful = openLedger(alternation, past);
    const error = errorOf(() => allocate(careful, referral, { key: KEY }));
    expect(error).toMatchObject({ code: "unknown-past", path: "referral.citizen", received: "c-2" });
    expect(allocate(careful, { ...referral, citizen: "c-9" }, { key: KEY }).entry.basis).toBe("drawn");
    expect(allocate(careful, { ...referral, citizen: "c-1" }, { key: KEY }).entry.basis).toBe("kept");
  });

  it("names everyone of a roster whose isn't", () => {
    const careful = openLedger(complete, { checkpoint: stored(weekly), entries: [], citizens: ["c-30"] });
    const week = referralsOn("2005-01-21", ["c-30", "c-31", "c-32"]);
    expect(errorOf(() => freezeRoster(careful, week, { date: "2005-01-22" }))).toMatchObject({
      code: "unknown-past",
      received: "c-31, c-32",
    });
  });
});

const open = (entries: readonly unknown[], own: LedgerCheckpoint = checkpoint): unknown =>
  openLedger(alternation, { checkpoint: own, entries: entries as readonly LedgerRecord[] });

describe("a checkpoint is refused", () => {
  it("with another protocol, naming what differs", () => {
    const other = protocolOf({ ...ALTERNATION, referredAgain: "draw-again" });
    const error = errorOf(() => openLedger(other, { checkpoint, entries: [] }));
    expect(error).toMatchObject({ code: "other-protocol", path: "checkpoint.opening, protocol" });
    expect(error.hint).toContain("What differs: allocation.referredAgain.");
  });

  it("when it was changed", () => {
    const { head } = checkpoint;
    expect(errorOf(() => open([], { ...checkpoint, head: { ...head, size: 8 } })).code).toBe(
      "changed-checkpoint",
    );
  });

  it("with an entry that was changed, is another ledger's or comes twice", () => {
    const [entry] = of(turns, "c-2");
    expect(errorOf(() => open([{ ...entry, arm: "other" }]))).toMatchObject({
      code: "broken-chain",
      path: "entries, sequence 2, digest",
    });
    const foreign = { ...entry, protocol: "ab".repeat(32), digest: undefined };
    const digested = { ...foreign, digest: digestOfValue(foreign) };
    expect(errorOf(() => open([digested])).code).toBe("misplaced-entry");
    expect(errorOf(() => open([turns.opening])).code).toBe("misplaced-entry");
    expect(errorOf(() => open([entry, entry]))).toMatchObject({
      code: "misplaced-entry",
      received: "two lines of sequence 2",
    });
    expect(errorOf(() => open([{ ...entry, citizen: "" }])).code).toBe("malformed");
    expect(errorOf(() => open([null])).code).toBe("malformed");
  });

  it("with a further entry whose first is lacking", () => {
    expect(errorOf(() => open(of(turns, "c-1").slice(1)))).toMatchObject({
      code: "missing-entries",
      received: "not the first entry of c-1",
    });
  });

  it("with lines since that don't hold", () => {
    const early = stored(openLedger(alternation, turns.records.slice(0, 6)));
    const last = relinked(turns.records.with(6, { ...turns.records[6], block: "C" } as LedgerRecord)).slice(
      6,
    );
    expect(errorOf(() => open(last, early))).toMatchObject({
      code: "other-entry",
      path: "entries, line 7, block",
    });
  });
});
