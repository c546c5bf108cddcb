import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { homogeneity, stratifiedComparison, type Stratum } from "../../src/inference/index.js";
import { sparseStrata } from "../../src/inference/notices.js";
import { counts, errorOf } from "./support.js";

const stratum = (x1: number, n1: number, x2: number, n2: number): Stratum => ({
  comparator: { events: x1, total: n1 },
  reference: { events: x2, total: n2 },
});

const METHODS = ["tarone", "breslow-day", "cochran-q"] as const;

describe("homogeneity", () => {
  it("takes Tarone's test by default, as its docstring says", () => {
    const strata = [stratum(81, 87, 234, 270), stratum(192, 263, 55, 80)];
    const result = homogeneity(strata);
    expect(result).toMatchObject({ kind: "test", method: "tarone", degreesOfFreedom: 1 });
    expect(result.pValue).toBeCloseTo(0.326, 3);
    expect(result.provenance.options["measure"]).toEqual({ value: "odds-ratio", source: "default" });
    expect(homogeneity(strata.slice(1)).reason).toBe("one-stratum");
  });

  it("is by hand for two opposite strata, whose common odds ratio is 1", () => {
    // 3/4 against 1/4 and the reverse: expected cells 2 throughout, V = 1/(4 · 1/2) = 1/2, each (1)²/V = 2.
    const strata = [stratum(3, 4, 1, 4), stratum(1, 4, 3, 4)];
    expect(homogeneity(strata, { method: "breslow-day" }).statistic).toBeCloseTo(4, 13);
    expect(homogeneity(strata).statistic).toBeCloseTo(4, 13);
    // log OR = ±log 9, each with variance 1/3 + 1 + 1 + 1/3 = 8/3.
    expect(homogeneity(strata, { method: "cochran-q" }).statistic).toBeCloseTo(
      (2 * Math.log(9) ** 2) / (8 / 3),
      13,
    );
    // d = ±1/2, each with variance 2 · (3/16)/4 = 3/32.
    const differences = homogeneity(strata, { method: "cochran-q", measure: "risk-difference" });
    expect(differences.statistic).toBeCloseTo((2 * 0.25) / (3 / 32), 13);
  });

  it.each(METHODS)("finds nothing by %s where the strata are the same", (method) => {
    const { statistic, pValue } = homogeneity([stratum(6, 10, 3, 12), stratum(6, 10, 3, 12)], { method });
    expect(statistic).toBeCloseTo(0, 12);
    expect(pValue).toBeCloseTo(1, 6);
  });

  it("leaves out of an odds ratio the strata without variation, but not out of a difference", () => {
    const strata = [stratum(6, 10, 3, 12), stratum(2, 9, 4, 8), stratum(0, 5, 0, 4), stratum(5, 5, 2, 2)];
    expect(homogeneity(strata).degreesOfFreedom).toBe(1);
    expect(homogeneity(strata).statistic).toBe(homogeneity(strata.slice(0, 2)).statistic);
    const combined = homogeneity(strata, { method: "cochran-q", measure: "risk-difference" });
    expect(combined.degreesOfFreedom).toBe(3);
    expect(combined.notices).toMatchObject([{ code: "halves-added", strata: 2 }, { code: "sparse-strata" }]);
  });

  it("warns where more than a fifth of the strata that count are sparse, and says what that does", () => {
    // A smallest expected cell of 10 · 10/20 = 5 is enough; of 10 · 9/20 = 4.5 it isn't.
    const [enough, sparse] = [stratum(5, 10, 5, 10), stratum(5, 10, 4, 10)];
    const nothing = stratum(0, 3, 0, 3);
    const few = [enough, enough, enough, enough, sparse, nothing];
    expect(homogeneity(few).notices).toEqual([]);
    const result = homogeneity([...few, sparse]);
    expect(result.notices).toEqual([{ code: "sparse-strata", severity: "caution", strata: 2, of: 6 }]);
    expect(result.toText()).toContain("Strata with an expected cell below 5: 2 of 6, more than a fifth.");
    expect(result.toText({ language: "da" })).toContain("Strata med en forventet celle under 5: 2 af 6");
    // All strata count for a difference, those without an event too.
    const difference = homogeneity(few, { method: "cochran-q", measure: "risk-difference" });
    expect(difference.notices).toContainEqual(sparseStrata(2, 6));
  });

  it("has no common odds ratio where one of its sums is 0", () => {
    const strata = [stratum(0, 5, 2, 4), stratum(0, 3, 1, 3)];
    expect(homogeneity(strata)).toMatchObject({
      status: "not-estimable",
      reason: "no-common-odds-ratio",
      pValue: 1,
    });
    expect(homogeneity(strata, { method: "cochran-q" }).status).toBe("estimated");
  });

  it("refuses another measure for the tests of odds ratios", () => {
    const error = errorOf(() => homogeneity([], { method: "breslow-day", measure: "risk-ratio" }));
    expect(error).toMatchObject({ code: "impossible-option", path: "homogeneity.measure" });
    expect(errorOf(() => homogeneity([], { measure: "hazard-ratio" as never })).path).toBe(
      "homogeneity.measure",
    );
  });

  it.each(METHODS)("is never NaN by %s, and the same for exchanged groups and for failures", (method) => {
    const strata = fc.array(fc.record({ comparator: counts(0, 40), reference: counts(0, 40) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(strata, (given) => {
        const { pValue, statistic = 0 } = homogeneity(given, { method });
        expect(pValue >= 0 && pValue <= 1 && statistic >= -1e-9).toBe(true);
        const swapped = given.map(({ comparator, reference }) => ({
          comparator: reference,
          reference: comparator,
        }));
        const failures = given.map(({ comparator, reference }) => ({
          comparator: { events: comparator.total - comparator.events, total: comparator.total },
          reference: { events: reference.total - reference.events, total: reference.total },
        }));
        expect(homogeneity(swapped, { method }).pValue).toBeCloseTo(pValue, 8);
        expect(homogeneity(failures, { method }).pValue).toBeCloseTo(pValue, 8);
      }),
    );
  });

  it("shows that strata may cancel out: no common effect, and no homogeneity", () => {
    const strata = [stratum(80, 100, 20, 100), stratum(20, 100, 80, 100)];
    expect(stratifiedComparison(strata).test?.pValue).toBe(1);
    expect(homogeneity(strata).pValue).toBeLessThan(1e-9);
  });
});
