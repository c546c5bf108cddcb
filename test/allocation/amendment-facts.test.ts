import { describe, expect, it } from "vitest";
import { checkAmendment, type AmendmentFacts } from "../../src/allocation/amendment-facts.js";
import { stateOf } from "../../src/allocation/ledger.js";
import { alternationLedger, errorOf } from "./samples.js";

const view = stateOf(alternationLedger(), "ledger");
const signed = { reason: "agreed", signedBy: ["K. Holm"] } as const;
const found: AmendmentFacts = {
  amends: "error",
  citizen: "c-1",
  entry: 4,
  field: "stratum.group",
  recorded: "B",
  correct: "A",
  ...signed,
};

describe("checkAmendment", () => {
  it("knows each entry by citizen and sequence, and what it says of date and strata", () => {
    expect(() => checkAmendment(view, found)).not.toThrow();
    expect(() => checkAmendment(view, { ...found, entry: 1, recorded: "A", correct: "B" })).not.toThrow();
    expect(() =>
      checkAmendment(view, { ...found, field: "referredOn", recorded: "2005-02-01" }),
    ).not.toThrow();
    expect(errorOf(() => checkAmendment(view, { ...found, entry: 1 })).code).toBe("other-record");
    expect(errorOf(() => checkAmendment(view, { ...found, field: "referredOn" }))).toMatchObject({
      code: "other-record",
      expected: "2005-02-01, as the entry has it",
    });
  });

  it("leaves to those who sign what it doesn't know", () => {
    expect(() => checkAmendment(view, { ...found, field: "income", recorded: "3" })).not.toThrow();
    expect(() => checkAmendment(view, { ...found, field: "stratum.constructor" })).not.toThrow();
  });

  it("says which entries a citizen has", () => {
    expect(errorOf(() => checkAmendment(view, { ...found, entry: 2 })).expected).toBe(
      "the sequence of an entry of c-1: 1, 4",
    );
    expect(errorOf(() => checkAmendment(view, { ...found, citizen: "c-99" })).expected).toContain(
      "there is none",
    );
  });

  it("sees no entry after the end of its ledger", () => {
    expect(errorOf(() => checkAmendment({ ...view, size: 4 }, found)).code).toBe("unknown-entry");
  });
});
