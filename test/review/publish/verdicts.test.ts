import { assert, integer, nat, property, record, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { SUPPRESSED } from "../../../src/core/index.js";
import { specificationSensitivity, verdictOf, type Verdict } from "../../../src/effects/index.js";
import { deriveHistories } from "../../../src/histories/index.js";
import { compareProportions } from "../../../src/inference/index.js";
import { deriveOutcomes } from "../../../src/outcomes/index.js";
import { defineProtocol } from "../../../src/protocol/index.js";
import { boundsOf, type CountBounds } from "../../../src/review/disclosure/index.js";
import { composeReview, type PublishedReview } from "../../../src/review/index.js";
import { cellId } from "../../../src/review/publish/cells.js";
import { withConstantVerdicts } from "../../../src/review/publish/verdicts.js";
import { simulateCompetition } from "../../../src/simulation/index.js";
import { fredericiaA } from "../../../src/tenders/index.js";
import { aYear } from "../../support/competition.js";
import { smallYear } from "../../support/smallYear.js";

const MONTHS = ["2006-08-31", "2006-09-30"] as const;

/** The last two months of a year that is published month by month. */
function lastMonths(): { verdict: Verdict["code"] | undefined; editions: readonly PublishedReview[] } {
  const protocol = defineProtocol(fredericiaA.toJSON());
  const year = simulateCompetition(protocol, { assumptions: aYear, seed: "review" });
  const histories = deriveHistories(year.spells, { observedUntil: aYear.observedUntil });
  const editions: PublishedReview[] = [];
  let verdict: Verdict["code"] | undefined;
  for (const asOf of MONTHS) {
    const { ledger, courses } = year;
    const outcomes = deriveOutcomes({ protocol, ledger, courses, histories, asOf });
    const review = composeReview({
      protocol,
      outcomes,
      specification: specificationSensitivity(outcomes, protocol.analysis, { combinations: "single" }),
    });
    const previous = editions.flatMap(({ disclosure }) => disclosure ?? []);
    editions.push(review.publish({ previous }));
    verdict = review.effects[0]?.verdicts[0]?.code;
  }
  return { verdict, editions };
}

const YEAR = smallYear("verdicts", [3, 6]);
const GIVEN = YEAR.reviewOf(YEAR.spells).effects[0];
if (GIVEN === undefined) throw new Error("a review has an effect");
const COMPARED = { ...GIVEN, margin: 0.1, minimumMature: 1 };
const WITHHELD = {
  ...COMPARED,
  verdicts: COMPARED.verdicts.map((each) => ({ ...each, code: SUPPRESSED })),
} as unknown as Parameters<typeof withConstantVerdicts>[0];
const [{ arm, reference, code }] = COMPARED.verdicts as [Verdict];

/** What is said of the arms where each outcome of each lies between bounds. */
function told(bounds: readonly CountBounds[]): string | undefined {
  const cells = [arm, reference].flatMap((each) => [
    cellId(each, COMPARED.criterion, "success"),
    cellId(each, COMPARED.criterion, "failure"),
  ]);
  const of = (cell: string): CountBounds => bounds[cells.indexOf(cell)] ?? { lower: 200, upper: 200 };
  return withConstantVerdicts(WITHHELD, COMPARED, () => "cohort", of).verdicts[0]?.code;
}

/** The verdicts of all counts between the bounds. */
function verdictsWithin(bounds: readonly CountBounds[]): ReadonlySet<string> {
  let points: number[][] = [[]];
  for (const { lower, upper } of bounds) {
    const values = Array.from({ length: upper - lower + 1 }, (_, step) => lower + step);
    points = points.flatMap((point) => values.map((value) => [...point, value]));
  }
  return new Set(
    points.map(([s1 = 0, f1 = 0, s2 = 0, f2 = 0]) =>
      verdictOf({
        mature: [200, 200],
        minimumMature: 1,
        margin: 0.1,
        interval: compareProportions(
          { events: s1, total: s1 + f1 },
          { events: s2, total: s2 + f2 },
          { measure: "risk-difference", method: "newcombe", level: 0.95 },
        ).interval,
      }),
    ),
  );
}

const BOUNDS = record({ lower: integer({ min: 1, max: 60 }), width: nat(4) }).map(({ lower, width }) => ({
  lower,
  upper: lower + width,
}));

describe("a verdict whose numbers are hidden", () => {
  it("is told of the last month, in which everyone has been followed, without them", () => {
    const { verdict, editions } = lastMonths();
    const last = editions.at(-1);
    const [effect] = last?.effects ?? [];
    expect(effect?.comparisons[0]?.difference.estimate).toBe(SUPPRESSED);
    expect(effect?.verdicts[0]?.code).toBe(verdict);
    expect(last?.withheld).toContain("comparison");
    expect(last?.summary({ language: "da" })).toContain("hvor stor forskellen er, er skjult");
    expect(last?.comparedIn).toBe(MONTHS[0]);
  });

  it("is told only if every set of counts that can be leads to the same", () => {
    const seen = { told: 0, withheld: 0 };
    assert(
      property(tuple(BOUNDS, BOUNDS, BOUNDS, BOUNDS), (bounds) => {
        const shown = told(bounds);
        seen[shown === SUPPRESSED ? "withheld" : "told"] += 1;
        expect([code, SUPPRESSED]).toContain(shown);
        expect(shown !== SUPPRESSED).toBe(verdictsWithin(bounds).size === 1);
      }),
      { numRuns: 60, seed: 1 },
    );
    expect(Math.min(seen.told, seen.withheld)).toBeGreaterThan(0);
  });

  it("isn't told where nobody knows whether enough have been followed", () => {
    const late = { ...COMPARED, minimumMature: 200 };
    const shown = (lower: number, upper: number): unknown =>
      withConstantVerdicts(
        WITHHELD,
        late,
        () => "cohort",
        (cell) => (cell.endsWith("mature") ? { lower, upper } : { lower: 50, upper: 50 }),
      ).verdicts[0]?.code;
    expect([shown(195, 205), shown(195, 199), shown(200, 205)]).toEqual([SUPPRESSED, code, code]);
  });
});

describe("the bounds of counts", () => {
  const sums = [{ total: "all", parts: ["success", "failure"] }];
  const cells = { all: 20, success: SUPPRESSED, failure: SUPPRESSED, alone: SUPPRESSED } as const;
  const published = { asOf: "2006-09-30", minimum: 5, ledger: null, since: {}, cells, sums };

  it("are those of all that is published", () => {
    const found = boundsOf(published, [], ["all", "success", "alone", "unheard of"]);
    expect(Object.fromEntries(found)).toEqual({
      "all": { lower: 20, upper: 20 },
      "success": { lower: 1, upper: 19 },
      "alone": { lower: 1, upper: 1_000_000 },
      "unheard of": { lower: 0, upper: 1_000_000 },
    });
  });
});
