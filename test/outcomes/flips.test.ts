import { describe, expect, it } from "vitest";
import { compareOutcomes, deriveOutcomes, type Outcomes } from "../../src/outcomes/index.js";
import { deriveHistories, type Spell } from "../../src/histories/index.js";
import { errorOf } from "../support/errors.js";
import { entryOf, ledgerOf, protocolOf, selfSupport, withoutSupport } from "../support/lives/world.js";

const entries = [
  entryOf({ citizen: "p1", sequence: 1, referredOn: "2005-01-03", arm: "supplier" }),
  entryOf({ citizen: "p2", sequence: 2, referredOn: "2005-01-03", arm: "municipal" }),
];

// Support ends on the day of the referral: four months of work by 2 July are a success by 3 May.
const working: readonly Spell[] = [
  { citizen: "p1", state: "ordinary-work", from: "2005-01-03" },
  { citizen: "p2", state: "cash-assistance", from: "2004-01-01" },
];
// Corrected since: p1's work began in August only.
const corrected: readonly Spell[] = [
  { citizen: "p1", state: "cash-assistance", from: "2005-01-03", to: "2005-07-31" },
  { citizen: "p1", state: "ordinary-work", from: "2005-08-01" },
  { citizen: "p2", state: "cash-assistance", from: "2004-01-01" },
];

function outcomesOf(spells: readonly Spell[], asOf: string, criteria = [selfSupport]): Outcomes {
  return deriveOutcomes({
    protocol: protocolOf(criteria),
    ledger: ledgerOf(entries),
    courses: [],
    histories: deriveHistories(spells, { observedUntil: asOf }),
    asOf,
  });
}

describe("compareOutcomes", () => {
  it("tells whose decided outcome was corrected, by a later delivery of the same days", () => {
    const { flips, counts } = compareOutcomes(
      outcomesOf(working, "2005-12-31"),
      outcomesOf(corrected, "2005-12-31"),
    );
    expect(flips).toHaveLength(2); // by both anchors
    expect(flips[0]).toEqual({
      citizen: "p1",
      arm: "supplier",
      criterion: selfSupport.id,
      anchor: "contract",
      flip: "revised",
      before: "success",
      after: "failure",
      beforeReason: "amount-reached",
      afterReason: "amount-out-of-reach",
    });
    const supplier = counts.find(({ arm, anchor }) => arm === "supplier" && anchor === "referral");
    expect(supplier).toMatchObject({
      citizens: 1,
      successesBefore: 1,
      successesAfter: 0,
      flips: { settled: 0, revised: 1, reopened: 0, moved: 0 },
    });
  });

  it("tells what time has decided, and what is open again", () => {
    const [early, late] = [outcomesOf(working, "2005-02-28"), outcomesOf(working, "2005-12-31")];
    expect(new Set(compareOutcomes(early, late).flips.map(({ flip }) => flip))).toEqual(new Set(["settled"]));
    expect(new Set(compareOutcomes(late, early).flips.map(({ flip }) => flip))).toEqual(
      new Set(["reopened"]),
    );
  });

  it("finds nothing where nothing is another", () => {
    const outcomes = outcomesOf(working, "2005-12-31");
    expect(compareOutcomes(outcomes, outcomes).flips).toEqual([]);
  });

  it("says it in words, without anyone's pseudonym", () => {
    const comparison = compareOutcomes(
      outcomesOf(working, "2005-12-31"),
      outcomesOf(corrected, "2005-12-31"),
    );
    expect(comparison.toText({ language: "da" })).toContain("1 borger har et udfald, der var afgjort");
    expect(comparison.toText()).toContain("1 citizen has an outcome that was decided and is another now");
    expect(comparison.toText()).not.toContain("p1");
    expect(comparison.toRows()).toHaveLength(2);
  });

  it("refuses outcomes of another protocol, and what are none", () => {
    const outcomes = outcomesOf(working, "2005-12-31");
    const others = { ...outcomes, protocol: { ...outcomes.protocol, digest: "e".repeat(64) } };
    const compare = compareOutcomes as (before?: unknown, after?: unknown) => unknown;
    expect(errorOf(() => compare(outcomes, others))).toMatchObject({ code: "other-protocol" });
    expect(errorOf(() => compare())).toMatchObject({
      code: "impossible-input",
      path: "compareOutcomes.before",
    });
    expect(
      errorOf(() => compareOutcomes(outcomes, outcomesOf([], "2005-12-31", [withoutSupport]))),
    ).toBeDefined();
  });
});
