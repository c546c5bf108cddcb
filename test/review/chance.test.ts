import { describe, expect, it } from "vitest";
import { amend, type AllocationPlan, type Design, type Ledger } from "../../src/allocation/index.js";
import { deriveHistories } from "../../src/histories/index.js";
import { deriveOutcomes } from "../../src/outcomes/index.js";
import { defineProtocol, type Protocol } from "../../src/protocol/index.js";
import { composeReview, type Review } from "../../src/review/index.js";
import { simulateCompetition } from "../../src/simulation/index.js";
import { fredericiaA } from "../../src/tenders/index.js";
import { aYear } from "../support/competition.js";

const weights = { municipal: 1, supplier: 1 };

/** A simulated year of Fredericia A under another plan, its ledger carried on a little. */
function reviewOf(
  plan: Partial<AllocationPlan>,
  more: (ledger: Ledger) => Ledger = (ledger) => ledger,
): Review {
  const document = fredericiaA.toJSON();
  const protocol: Protocol = defineProtocol({ ...document, allocation: { ...document.allocation, ...plan } });
  const year = simulateCompetition(protocol, { assumptions: aYear, seed: "chance" });
  const outcomes = deriveOutcomes({
    protocol,
    ledger: more(year.ledger),
    courses: year.courses,
    histories: deriveHistories(year.spells, { observedUntil: aYear.observedUntil }),
    asOf: "2006-09-30",
  });
  return composeReview({ protocol, outcomes });
}

const wordsOf = (review: Review): readonly string[] =>
  (["da", "en"] as const).map((language) =>
    review.toText({ language, audience: "internal" }).replaceAll(/\s+/g, " "),
  );

describe("how chance divided the citizens", () => {
  const declared: readonly (readonly [Design, string, string])[] = [
    [{ kind: "simple", weights }, "sin egen lodtrækning", "a draw of their own"],
    [{ kind: "permuted-block", weights, sizes: [4] }, "i blokke", "in blocks"],
    [{ kind: "big-stick", weights, tolerance: 3 }, "én efter én", "one by one"],
  ];

  it.each(declared)("is told of the design that was declared: $kind", (design, da, en) => {
    const [danish, english] = wordsOf(reviewOf({ design }));
    expect(danish).toContain(da);
    expect(english).toContain(en);
    expect(english).not.toContain("weeks in all");
  });

  it("says how often an arm was closed, and compares nobody with it then", () => {
    const review = reviewOf({
      design: { kind: "simple", weights },
      quotas: [{ arm: "supplier", per: "calendar-month", most: 20 }],
    });
    expect(review.draw.closed).toBeGreaterThan(0);
    const [danish, english] = wordsOf(review);
    expect(danish).toContain(
      `Ved ${review.draw.closed} visiteringer var der ikke plads i den ene enhed, så borgeren kom til den anden.`,
    );
    expect(english).toContain(`At ${review.draw.closed} referrals the one unit had no room`);
    const excluded = review.effects[0]?.rates.reduce((sum, { counts }) => sum + counts.excluded, 0) ?? 0;
    expect(excluded).toBeGreaterThan(0);
    expect(excluded).toBeLessThanOrEqual(review.draw.closed);
  });

  it("says what was agreed beside the draw", () => {
    const signed = { reason: "agreed", signedBy: ["K. Holm"] } as const;
    const date = "2006-09-01";
    const review = reviewOf({}, (ledger) => {
      const [first] = ledger.entries;
      const exempt = {
        amends: "exemption",
        arm: "municipal",
        entry: first?.sequence ?? 0,
        ...signed,
      } as const;
      const before = {
        amends: "exemption",
        arm: "supplier",
        citizen: "new",
        referredOn: date,
        ...signed,
      } as const;
      return amend(amend(ledger, exempt, { date }).ledger, before, { date }).ledger;
    });
    expect(review.draw).toMatchObject({ closed: 0, exempted: 1, undrawn: 1, unit: "citizen" });
    const [, english] = wordsOf(review);
    expect(english).toContain("1 referral went to another unit by agreement.");
    expect(english).toContain("By agreement 1 referral took no part in the allocation");
    expect(wordsOf(reviewOf({}))[1]).not.toContain("by agreement");
  });
});
