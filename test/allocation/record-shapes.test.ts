import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordProblems } from "../../src/allocation/record-shapes.js";
import { alternationLedger, completeLedger } from "./samples.js";

const records = [...completeLedger().records, ...alternationLedger().records];

describe("recordProblems", () => {
  it("finds nothing wrong with what the package writes", () => {
    for (const record of records) expect(recordProblems(record)).toEqual([]);
  });

  it("misses any field that is taken away, and names it", () => {
    for (const record of records) {
      for (const field of Object.keys(record)) {
        if (field === "first" || field === "beacon") continue; // those may be absent
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
