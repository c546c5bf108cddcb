import { assert, integer, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { benchmarkArms, type Benchmark } from "../../../src/benchmark/index.js";
import { reviewFiles } from "../../../src/cli/reviewFiles.js";
import { isCompetitionError } from "../../../src/core/index.js";
import { specificationSensitivity } from "../../../src/effects/index.js";
import { deriveHistories, type Spell } from "../../../src/histories/index.js";
import { deriveOutcomes, type Outcomes } from "../../../src/outcomes/index.js";
import { defineProtocol } from "../../../src/protocol/index.js";
import { composeReview, type PublishedReview, type Review } from "../../../src/review/index.js";
import { countsOf } from "../../../src/review/publish/index.js";
import { expectedPayments, settleAccounts, type PaymentPlan } from "../../../src/settlement/index.js";
import { simulateCompetition } from "../../../src/simulation/index.js";
import { fredericiaA } from "../../../src/tenders/index.js";
import { aYear } from "../../support/competition.js";

const document = fredericiaA.toJSON();
const CRITERION = "without-support-6-months";
const protocol = defineProtocol({
  ...document,
  analysis: { ...document.analysis, minimumMature: 1 },
  targets: [
    { criterion: CRITERION, share: 0.3 },
    { criterion: CRITERION, share: 0.3, group: { ageGroup: "under-30" } },
  ],
  benchmark: {
    municipality: "Fredericia",
    criterion: CRITERION,
    measure: {
      definition: CRITERION,
      population: "nyvisiterede over 25 år",
      anchor: "referral",
      window: "13 uger + 6 måneder",
      period: "2005",
    },
  },
});
/** The tender leaves the base to the bids: here one is made up for both units. */
const priced: PaymentPlan = {
  terms: ["municipal", "supplier"].map((arm) => ({
    arm,
    base: { per: "week", amount: 120_000, extension: "unpaid" },
    bonuses: [{ criterion: CRITERION, amount: 500_000 }],
  })),
};

/** A competition of few citizens with all that a review can have, told again with other spells. */
function fullYear(
  seed: string,
  most: number,
): { spells: readonly Spell[]; reviewOf: (spells: readonly Spell[]) => Review } {
  const assumptions = { ...aYear, perWeek: [1, most] as [number, number], intakeUntil: "2005-04-30" };
  const year = simulateCompetition(protocol, { assumptions, seed });
  const benchmarkOf = (outcomes: Outcomes): Benchmark | undefined => {
    try {
      return benchmarkArms(outcomes, year.municipalities, protocol.benchmark, { audience: "published" });
    } catch (error) {
      if (isCompetitionError(error, "too-small-to-publish")) return undefined;
      throw error;
    }
  };
  return {
    spells: year.spells,
    reviewOf: (spells) => {
      const outcomes = deriveOutcomes({
        protocol,
        ledger: year.ledger,
        courses: year.courses,
        histories: deriveHistories(spells, { observedUntil: aYear.observedUntil }),
        asOf: "2006-09-30",
      });
      return composeReview({
        protocol,
        outcomes,
        benchmark: benchmarkOf(outcomes),
        statement: settleAccounts(outcomes, priced),
        expectedPayments: expectedPayments({ outcomes, payment: priced }),
        ratings: outcomes.participants.slice(0, 12).map(({ arm, citizen }, at) => ({
          citizen,
          arm,
          kind: "satisfaction" as const,
          value: 1 + (at % 5),
          date: "2005-10-01",
          surveyedBy: "kommunen",
        })),
        specification: specificationSensitivity(outcomes, protocol.analysis, { combinations: "single" }),
        sources: [{ name: "ledger.jsonl", digest: "0".repeat(64), rows: year.ledger.records.length }],
      });
    },
  };
}

const isFull = process.env["SIMULATION"] === "full";
const STATES = ["ordinary-education", "wage-subsidy", "ordinary-work", "cash-assistance"] as const;

/** Whether two reviews differ in counts that one edition hides, and in no others. */
function differsInHidden(one: Review, other: Review, shown: Readonly<Record<string, unknown>>): boolean {
  const [before, after] = [one, other].map(
    (review) => new Map(countsOf(review).cells.map(({ id, count }) => [id, count])),
  );
  const ids = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  const changed = [...ids].filter((id) => before?.get(id) !== after?.get(id));
  return changed.length > 0 && changed.every((id) => shown[id] === "suppressed");
}

describe("the files of a published edition", () => {
  it("are the same, byte for byte, of two competitions that differ in hidden counts alone", async () => {
    const pairs: [PublishedReview, PublishedReview][] = [];
    assert(
      property(nat(1000), integer({ min: 1, max: 3 }), nat(1000), (seed, most, first) => {
        const { spells, reviewOf } = fullYear(`files ${seed}`, most);
        const review = reviewOf(spells);
        const one = review.publish();
        for (const [at, state] of STATES.entries()) {
          const place = (first + 17 * at) % spells.length;
          const changed = reviewOf(
            spells.map((spell, index) => (index === place ? { ...spell, state } : spell)),
          );
          if (!differsInHidden(review, changed, one.disclosure?.cells ?? {})) continue;
          const other = changed.publish();
          // Which counts are hidden beside the small ones may depend on these.
          if (JSON.stringify(one.disclosure) === JSON.stringify(other.disclosure)) pairs.push([one, other]);
        }
      }),
      { numRuns: isFull ? 100 : 4, seed: 6 },
    );
    expect(pairs.length).toBeGreaterThan(0);
    for (const [one, other] of isFull ? pairs : pairs.slice(0, 2)) {
      const [files, others] = await Promise.all(
        [one, other].map((each) => reviewFiles(each, "out", { language: "da", office: true })),
      );
      expect(others?.map(({ path }) => path)).toEqual(files?.map(({ path }) => path));
      for (const [index, { path, content }] of files?.entries() ?? []) {
        expect([path, Buffer.from(others?.[index]?.content ?? "").equals(Buffer.from(content))]).toEqual([
          path,
          true,
        ]);
      }
    }
  });
});
