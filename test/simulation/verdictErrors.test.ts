import { describe, expect, it } from "vitest";
import { compareArms } from "../../src/effects/index.js";
import { deriveHistories } from "../../src/histories/index.js";
import { deriveOutcomes } from "../../src/outcomes/index.js";
import { simulateCompetition } from "../../src/simulation/index.js";
import { fredericiaA } from "../../src/tenders/index.js";
import { aYear } from "../support/competition.js";
import { replicates } from "../support/simulation.js";

/** The verdict of one simulated year, the whole way from referral to comparison. */
function verdictOf(seed: string, pace: number): string {
  const year = simulateCompetition(fredericiaA, {
    assumptions: { ...aYear, pace: { supplier: pace } },
    seed,
  });
  const outcomes = deriveOutcomes({
    protocol: fredericiaA,
    ledger: year.ledger,
    courses: year.courses,
    histories: deriveHistories(year.spells, { observedUntil: aYear.observedUntil }),
    asOf: aYear.observedUntil,
  });
  return compareArms(outcomes, fredericiaA.analysis).verdicts[0]?.code ?? "none";
}

describe("the verdict, from draw to comparison", () => {
  it("names a better arm in about one of twenty years in which the arms are alike", () => {
    // Acceptance band: 5 % and four binomial standard deviations on either side, computed beforehand.
    const years = replicates(12, 600);
    const band = 4 * Math.sqrt((0.05 * 0.95) / years);
    let wrong = 0;
    for (let year = 0; year < years; year++) {
      const code = verdictOf(`alike-${year}`, 100);
      if (code === "better" || code === "worse") wrong++;
    }
    expect(wrong / years).toBeLessThanOrEqual(0.05 + band);
    expect(wrong / years).toBeGreaterThanOrEqual(0.05 - band);
  }, 900_000);

  it("finds an arm that is far better in most years, and never calls it worse", () => {
    const years = replicates(6, 60);
    const codes = Array.from({ length: years }, (_, year) => verdictOf(`far-${year}`, 400));
    expect(codes).not.toContain("worse");
    expect(codes.filter((code) => code === "better").length / years).toBeGreaterThan(0.7);
  }, 900_000);
});
