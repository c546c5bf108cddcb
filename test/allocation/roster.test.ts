import { describe, expect, it } from "vitest";
import type { RosterReferral } from "../../src/allocation/index.js";
import { drawsBatches } from "../../src/allocation/batch-draw.js";
import { stateOf } from "../../src/allocation/ledger.js";
import { isRepeated, rosterFacts, type RosterFacts } from "../../src/allocation/roster.js";
import { completeLedger, errorOf } from "./samples.js";

const view = stateOf(completeLedger(), "ledger");

const on = (referredOn: string, citizen: string): RosterReferral => ({
  citizen,
  referredOn,
  stratum: { age: "u" },
});

function factsOf(referrals: readonly RosterReferral[], date: string): RosterFacts {
  if (!drawsBatches(view)) throw new Error("complete randomization draws batches");
  return rosterFacts(view, referrals, date);
}

describe("rosterFacts", () => {
  it("sorts, takes each referral once, leaves out the repeated, counts the week's rosters", () => {
    const referrals = ["c-9", "c-6", "x-2", "x-1", "x-2"].map((citizen) => on("2005-01-18", citizen));
    expect(factsOf(referrals, "2005-01-21")).toEqual({
      type: "roster",
      batch: "2005-W03.3",
      referrals: [on("2005-01-18", "c-9"), on("2005-01-18", "x-1"), on("2005-01-18", "x-2")],
    });
  });

  it("looks for several weeks and for dates only among those who are left", () => {
    const referrals = [on("2005-01-10", "c-1"), on("2005-02-01", "x-1")];
    expect(factsOf(referrals, "2005-02-01").referrals).toEqual([on("2005-02-01", "x-1")]);
    const several = [on("2005-01-11", "c-1"), on("2005-02-01", "x-1")];
    expect(errorOf(() => factsOf(several, "2005-02-01")).code).toBe("several-weeks");
    expect(errorOf(() => factsOf(referrals, "2005-01-31")).code).toBe("roster-before-referral");
  });
});

it("knows a referral by citizen and date", () => {
  expect(isRepeated(view, on("2005-01-10", "c-1"))).toBe(true);
  expect(isRepeated(view, on("2005-01-18", "c-1"))).toBe(true);
  expect(isRepeated(view, on("2005-01-11", "c-1"))).toBe(false);
});
