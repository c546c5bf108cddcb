// Breslow & Day (1980), Statistical Methods in Cancer Research 1, IARC Scientific Publications 32, sections 4.2 to 4.4:
// Tuyns, Péquignot & Jensen's (1977) study of cancer of the oesophagus in Ille-et-Vilaine, 80 g of alcohol a day or more against
// less, in six age groups. The book: an odds ratio of 5.16, a statistic of 83.2 (85.0 without continuity correction), and 9.3
// on five degrees of freedom for homogeneity. Further digits: R 4.2.2, mantelhaen.test, and metafor 3.8-1, rma.mh.
import { describe, expect, it } from "vitest";
import { cochranMantelHaenszel, homogeneity, stratifiedComparison } from "../../src/inference/index.js";

/** Exposed and unexposed cases, exposed and unexposed controls, ages 25–34 to 75 and older. */
const strata = (
  [
    [1, 0, 9, 106],
    [4, 5, 26, 164],
    [25, 21, 29, 138],
    [42, 34, 27, 139],
    [19, 36, 18, 88],
    [5, 8, 0, 31],
  ] as const
).map(([exposedCases, otherCases, exposedControls, otherControls]) => ({
  comparator: { events: exposedCases, total: exposedCases + otherCases },
  reference: { events: exposedControls, total: exposedControls + otherControls },
}));

describe("Breslow & Day (1980)", () => {
  it("a common odds ratio of 5.158", () => {
    const { estimate, interval } = stratifiedComparison(strata, { measure: "odds-ratio" });
    expect(estimate).toBeCloseTo(5.15762319407, 10);
    expect(interval.lower).toBeCloseTo(3.56213053694, 10);
    expect(interval.upper).toBeCloseTo(7.4677434575, 9);
  });

  it("tested by 83.2, or 85.0 without continuity correction", () => {
    expect(cochranMantelHaenszel(strata, { continuity: true }).statistic).toBeCloseTo(83.2145301647, 9);
    expect(cochranMantelHaenszel(strata).statistic).toBeCloseTo(85.00949703473, 10);
  });

  it("much the same in all age groups: 9.3 on five degrees of freedom", () => {
    const breslowDay = homogeneity(strata, { method: "breslow-day" });
    expect(breslowDay.statistic).toBeCloseTo(9.3233970924, 9);
    expect(breslowDay.degreesOfFreedom).toBe(5);
    const tarone = homogeneity(strata);
    expect(tarone.statistic).toBeCloseTo(9.2993290786, 9);
    expect(tarone.pValue).toBeCloseTo(0.0977, 4);
  });
});
