import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, recordOccupancy } from "../../src/allocation/index.js";
import { recordProblems } from "../../src/allocation/record-shapes.js";
import { alternationLedger, completeLedger } from "./samples.js";

const exempt = amend(
  alternationLedger(),
  { amends: "exemption", entry: 1, arm: "own", reason: "agreed", signedBy: ["K. Holm"] },
  { date: "2005-03-01" },
);
const wrong = amend(
  exempt.ledger,
  {
    amends: "error",
    entry: 1,
    field: "stratum.group",
    correct: "B",
    reason: "mistyped",
    signedBy: ["K. Holm"],
  },
  { date: "2005-03-01" },
);
const report = recordOccupancy(wrong.ledger, { date: "2005-03-01", participants: { own: 3 } });
const records = [...completeLedger().records, ...report.ledger.records];

const MAY_BE_ABSENT = new Set(["first", "beacon", "entry"]); // without entry an exemption needs referredOn

describe("recordProblems", () => {
  it("finds nothing wrong with what the package writes", () => {
    for (const record of records) expect(recordProblems(record)).toEqual([]);
  });

  it("misses any field that is taken away, and names it", () => {
    for (const record of records) {
      for (const field of Object.keys(record)) {
        if (MAY_BE_ABSENT.has(field)) continue;
        const rest = Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
        expect(recordProblems(rest).map((problem) => problem.field)).toContain(field);
      }
    }
  });

  it("refuses any field whose value has another type", () => {
    for (const record of records) {
      for (const field of Object.keys(record)) {
        const problems = recordProblems({ ...record, [field]: true });
        expect(problems.map((problem) => problem.field)).toContain(field);
      }
    }
  });

  it.each([null, undefined, 3, "text", [], () => 1])("refuses %j", (value) => {
    expect(recordProblems(value)).toMatchObject([{ code: "malformed", field: "" }]);
  });

  it("refuses a type it doesn't know", () => {
    expect(recordProblems({ type: "redraw" })).toMatchObject([{ field: "type", received: "redraw" }]);
    expect(recordProblems({ type: "constructor" })).toMatchObject([{ field: "type" }]);
  });

  it("takes an exemption of an entry or of a referral, not of both", () => {
    const { entry: _entry, ...rest } = exempt.record;
    const before = { ...rest, referredOn: "2005-03-02" };
    expect(recordProblems(before)).toEqual([]);
    expect(recordProblems(rest)).toMatchObject([{ field: "referredOn" }]);
    expect(recordProblems({ ...before, entry: 1 })).toMatchObject([
      { code: "unknown-field", field: "referredOn" },
    ]);
  });

  it("knows the reasons for which an arm is closed, and no others", () => {
    const entry = completeLedger().entries[0];
    const closedBy = (reason: unknown): readonly string[] =>
      recordProblems({ ...entry, closed: { own: reason } }).map(({ field }) => field);
    for (const reason of [
      { per: "iso-week", most: 3 },
      { weeksPerYear: 40 },
      { participants: 60 },
      { owedTo: ["supplier"] },
    ]) {
      expect(closedBy(reason)).toEqual([]);
    }
    expect(closedBy({ per: "iso-week", most: 3, least: 1 })).toEqual(["closed.own.least"]);
    expect(closedBy({ owedTo: [] })).toEqual(["closed.own.owedTo"]);
    expect(closedBy({ full: true })).toEqual(["closed.own"]);
    expect(closedBy(null)).toEqual(["closed.own"]);
  });

  it("finds a CPR number inside a text that people wrote", () => {
    expect(recordProblems({ ...exempt.record, reason: "see 0102031234" })).toMatchObject([
      { code: "cpr-shaped", field: "reason", received: "see ddmmyy-••••" },
    ]);
    expect(recordProblems({ ...exempt.record, signedBy: ["K. Holm", "0102031234"] })).toMatchObject([
      { code: "cpr-shaped", field: "signedBy[1]" },
    ]);
  });

  it("finds a CPR number inside a roster", () => {
    const roster = completeLedger().records[1];
    const referrals = [{ citizen: "010203-1234", referredOn: "2005-01-10", stratum: {} }];
    expect(recordProblems({ ...roster, referrals })).toMatchObject([
      { code: "cpr-shaped", field: "referrals[0].citizen" },
    ]);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...records), fc.nat(), (value, record, at) => {
        const field = Object.keys(record)[at % Object.keys(record).length] ?? "";
        expect(() => recordProblems({ ...record, [field]: value })).not.toThrow();
        expect(() => recordProblems(value)).not.toThrow();
      }),
    );
  });
});
