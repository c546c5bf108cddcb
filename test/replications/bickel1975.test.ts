// Bickel, Hammel & O'Connell (1975), Science 187, 398–404, doi:10.1126/science.187.4175.398: admissions to the University of
// California at Berkeley, by sex, in its six largest departments. Data: UCBAdmissions of R 4.2.2. Numbers: R 4.2.2,
// mantelhaen.test and chisq.test, and metafor 3.8-1, rma.mh. The exact limits stand in
// exactEffectInterval.test.ts.
import { describe, expect, it } from "vitest";
import {
  cochranMantelHaenszel,
  compareProportions,
  homogeneity,
  stratifiedComparison,
  testProportions,
  type Count,
  type Stratum,
} from "../../src/inference/index.js";

/** Admitted and rejected men, admitted and rejected women, of departments A to F. */
const DEPARTMENTS = [
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
] as const;

const men = DEPARTMENTS.map(([admitted, rejected]) => ({ events: admitted, total: admitted + rejected }));
const women = DEPARTMENTS.map(([, , admitted, rejected]) => ({
  events: admitted,
  total: admitted + rejected,
}));
const strata = men.map((comparator, k): Stratum => ({ comparator, reference: women[k] ?? comparator }));
const sum = (counts: readonly Count[]): Count =>
  counts.reduce((all, { events, total }) => ({ events: all.events + events, total: all.total + total }), {
    events: 0,
    total: 0,
  });

describe("Bickel, Hammel & O'Connell (1975)", () => {
  it("over all departments 45 % of the men and 30 % of the women are admitted", () => {
    expect(sum(men)).toEqual({ events: 1198, total: 2691 });
    expect(sum(women)).toEqual({ events: 557, total: 1835 });
    const { estimate, interval } = compareProportions(sum(men), sum(women));
    expect(estimate).toBeCloseTo(0.1416, 4);
    expect(interval.lower).toBeGreaterThan(0.11);
    const pearson = testProportions(sum(men), sum(women), { method: "chi-squared" });
    expect(pearson.statistic).toBeCloseTo(92.2052804115, 9);
    const yates = testProportions(sum(men), sum(women), { method: "chi-squared-yates" });
    expect(yates.statistic).toBeCloseTo(91.6095978581, 9);
  });

  it("within the departments women fare no worse: the sign turns", () => {
    const odds = stratifiedComparison(strata, { measure: "odds-ratio" });
    expect(odds.estimate).toBeCloseTo(0.904696828258623, 14);
    expect(odds.interval.lower).toBeCloseTo(0.77190736175935, 13);
    expect(odds.interval.upper).toBeCloseTo(1.060329764436656, 13);
    const difference = stratifiedComparison(strata);
    expect(difference.estimate).toBeCloseTo(-0.018425196191, 11);
    expect(difference.interval.lower).toBeCloseTo(-0.047482435347, 11);
    expect(difference.interval.upper).toBeCloseTo(0.010632042965, 11);
  });

  it("a Mantel-Haenszel statistic of 1.52, of 1.43 with continuity correction", () => {
    const test = cochranMantelHaenszel(strata);
    expect(test.statistic).toBeCloseTo(1.524606660443436, 12);
    expect(test.pValue).toBeCloseTo(0.216923697055518, 13);
    const corrected = cochranMantelHaenszel(strata, { continuity: true });
    expect(corrected.statistic).toBeCloseTo(1.426946228586688, 12);
    expect(corrected.pValue).toBeCloseTo(0.232263462817048, 13);
  });

  it("but for department A, whose odds ratio of 0.35 makes them differ", () => {
    const ratios = strata.map(
      ({ comparator, reference }) =>
        compareProportions(comparator, reference, { measure: "odds-ratio", method: "woolf" }).estimate ?? NaN,
    );
    expect(ratios.map((ratio) => ratio.toFixed(2))).toEqual(["0.35", "0.80", "1.13", "0.92", "1.22", "0.83"]);
    const breslowDay = homogeneity(strata, { method: "breslow-day" });
    expect(breslowDay.statistic).toBeCloseTo(18.825513705237, 10);
    expect(breslowDay.degreesOfFreedom).toBe(5);
    expect(homogeneity(strata).statistic).toBeCloseTo(18.825501252053, 10);
    const others = homogeneity(strata.slice(1), { method: "breslow-day" });
    expect(others.pValue).toBeGreaterThan(0.5);
  });
});
