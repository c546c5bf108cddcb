import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cochranMantelHaenszel,
  stratifiedComparison,
  testProportions,
  type Stratum,
} from "../../src/inference/index.js";
import { counts, errorOf } from "./support.js";

const stratum = (x1: number, n1: number, x2: number, n2: number): Stratum => ({
  comparator: { events: x1, total: n1 },
  reference: { events: x2, total: n2 },
});

describe("cochranMantelHaenszel", () => {
  it("is by hand for two strata: (3 − 2 + 2 − 1.5)²/(4/7 + 9/20)", () => {
    // 3/4 against 1/4: E = 2, V = 4·4·4·4/(64·7) = 4/7. 2/3 against 1/3: E = 3/2, V = 3·3·3·3/(36·5) = 9/20.
    const strata = [stratum(3, 4, 1, 4), stratum(2, 3, 1, 3)];
    const result = cochranMantelHaenszel(strata);
    expect(result.statistic).toBeCloseTo(1.5 ** 2 / (4 / 7 + 9 / 20), 13);
    expect(result).toMatchObject({
      kind: "test",
      method: "cochran-mantel-haenszel",
      alternative: "two-sided",
      degreesOfFreedom: 1,
      counts: { comparator: { events: 5, total: 7 }, reference: { events: 2, total: 7 } },
    });
    const corrected = cochranMantelHaenszel(strata, { continuity: true });
    expect(corrected.statistic).toBeCloseTo(1 / (4 / 7 + 9 / 20), 13);
    expect(corrected.provenance.options["continuity"]).toEqual({ value: true, source: "given" });
  });

  it("is the p-value of its docstring", () => {
    const blocks = [stratum(4, 10, 2, 12), stratum(8, 20, 9, 25)];
    expect(cochranMantelHaenszel(blocks).pValue).toBeCloseTo(0.379, 3);
  });

  it("is Pearson's statistic less 1/N where there is one stratum", () => {
    const only = stratum(8, 10, 4, 10);
    const { statistic = NaN } = testProportions(only.comparator, only.reference, { method: "chi-squared" });
    expect(cochranMantelHaenszel([only]).statistic).toBeCloseTo((statistic * 19) / 20, 12);
  });

  it("takes at most the whole excess off as a correction", () => {
    const alike = [stratum(1, 2, 1, 2), stratum(5, 10, 6, 12)];
    expect(cochranMantelHaenszel(alike, { continuity: true })).toMatchObject({ statistic: 0, pValue: 1 });
  });

  it("is McNemar's test over pairs: (b − c)²/(b + c)", () => {
    const pairs = [
      ...Array.from({ length: 9 }, () => stratum(1, 1, 0, 1)),
      ...Array.from({ length: 4 }, () => stratum(0, 1, 1, 1)),
      ...Array.from({ length: 20 }, () => stratum(1, 1, 1, 1)),
    ];
    expect(cochranMantelHaenszel(pairs).statistic).toBeCloseTo(25 / 13, 12);
  });

  it("is the test of the stratified Miettinen-Nurminen interval", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ comparator: counts(0, 30), reference: counts(0, 30) }), { maxLength: 8 }),
        (strata) => {
          const tested = cochranMantelHaenszel(strata);
          const { test } = stratifiedComparison(strata, { method: "miettinen-nurminen" });
          expect(test?.pValue ?? 1).toBeCloseTo(tested.pValue, 10);
        },
      ),
    );
  });

  it.each([
    [[], "no-weight"],
    [[stratum(1, 2, 0, 0)], "no-weight"],
    [[stratum(0, 2, 0, 3), stratum(2, 2, 1, 1)], "no-variation"],
  ] as const)("can tell nothing from %j", (strata, reason) => {
    const result = cochranMantelHaenszel(strata);
    expect(result).toMatchObject({ status: "not-estimable", reason, pValue: 1 });
    expect(result).not.toHaveProperty("statistic");
    expect(result.toText({ language: "da" })).toContain("kan ikke estimeres");
  });

  it("points to the exact test where the margins leave less than 5 to either side (Mantel and Fleiss)", () => {
    // Each discordant pair has E = 1/2 between 0 and 1; pairs that are alike leave no room.
    const pairs = (discordant: number) => [
      ...Array.from({ length: discordant }, (_, i) => (i < 6 ? stratum(1, 1, 0, 1) : stratum(0, 1, 1, 1))),
      stratum(1, 1, 1, 1),
    ];
    expect(cochranMantelHaenszel(pairs(10)).notices).toEqual([]);
    const result = cochranMantelHaenszel(pairs(9));
    expect(result.notices).toEqual([{ code: "mantel-fleiss", severity: "caution", room: 4.5 }]);
    expect(result.toText()).toContain("by only 4.5 to one side");
    expect(result.toText({ language: "da" })).toContain("kun afvige 4,5");
    // The nearer side counts: E = 30 · 12/120 = 3 above 0, 9 below 12.
    expect(cochranMantelHaenszel([stratum(2, 30, 10, 90)]).notices).toMatchObject([{ room: 3 }]);
  });

  it("counts the strata with an empty group", () => {
    const { notices, statistic } = cochranMantelHaenszel([stratum(3, 4, 1, 4), stratum(1, 2, 0, 0)]);
    expect(notices).toMatchObject([
      { code: "strata-without-weight", strata: 1, observations: 2 },
      { code: "mantel-fleiss" },
    ]);
    expect(statistic).toBeCloseTo(1 / (4 / 7), 13);
  });

  it("refuses a continuity that is no yes or no", () => {
    expect(errorOf(() => cochranMantelHaenszel([], { continuity: 1 as never }))).toMatchObject({
      code: "impossible-option",
      path: "cochranMantelHaenszel.continuity",
    });
  });
});
