import { describe, expect, it } from "vitest";
import {
  testProportions,
  type ProportionTestMethod,
  type ProportionTestOptions,
} from "../../src/inference/index.js";
import { errorOf } from "./support.js";

describe("testProportions", () => {
  it("gives Fisher's exact test by default, as its docstring says", () => {
    const result = testProportions({ events: 140, total: 185 }, { events: 168, total: 260 });
    expect(result).toMatchObject({ kind: "test", method: "fisher", alternative: "two-sided" });
    expect(result.pValue).toBeCloseTo(0.0164, 4);
    expect(result).not.toHaveProperty("statistic");
    expect(result.notices).toEqual([]);
  });

  it("finds Fisher's tea tasting: 17/70 one-sided, 34/70 two-sided", () => {
    // 3 of 4 against 1 of 4: C(4,3)C(4,1)/C(8,4) + 1/70 above, and the mirror image as probable.
    const tea = [
      { events: 3, total: 4 },
      { events: 1, total: 4 },
    ] as const;
    expect(testProportions(...tea, { alternative: "greater" }).pValue).toBeCloseTo(17 / 70, 14);
    expect(testProportions(...tea, { alternative: "less" }).pValue).toBeCloseTo(69 / 70, 14);
    expect(testProportions(...tea).pValue).toBeCloseTo(34 / 70, 14);
    const midP = (variant: "minlike-ties" | "minlike-observed" | "central"): number =>
      testProportions(...tea, { method: "fisher-mid-p", variant }).pValue;
    expect(midP("minlike-ties")).toBeCloseTo(18 / 70, 14);
    expect(midP("minlike-observed")).toBeCloseTo(26 / 70, 14);
    expect(midP("central")).toBeCloseTo(18 / 70, 14);
  });

  it("finds by hand: 20(8·6 − 2·4)²/(10·10·12·8) = 10/3, with Yates 20(40 − 10)²/9600 = 15/8", () => {
    const table = [
      { events: 8, total: 10 },
      { events: 4, total: 10 },
    ] as const;
    const pearson = testProportions(...table, { method: "chi-squared" });
    expect(pearson.statistic).toBeCloseTo(10 / 3, 13);
    expect(pearson.degreesOfFreedom).toBe(1);
    const pooled = testProportions(...table, { method: "pooled-z" });
    expect(pooled.statistic).toBeCloseTo(Math.sqrt(10 / 3), 13);
    expect(pooled.pValue).toBeCloseTo(pearson.pValue, 14);
    expect(testProportions(...table, { method: "chi-squared-yates" }).statistic).toBeCloseTo(15 / 8, 13);
    const g = 2 * (8 * Math.log(8 / 6) + 4 * Math.log(4 / 6) + 2 * Math.log(2 / 4) + 6 * Math.log(6 / 4));
    expect(testProportions(...table, { method: "g-test" }).statistic).toBeCloseTo(g, 13);
  });

  it.each(["chi-squared", "chi-squared-yates", "pooled-z", "g-test", "fisher"] as const)(
    "finds nothing by %s where the groups are alike",
    (method) => {
      const { pValue } = testProportions({ events: 30, total: 100 }, { events: 60, total: 200 }, { method });
      expect(pValue).toBe(1);
    },
  );

  it("tells of an expected count below 5, but only for large-sample tests", () => {
    const small = [
      { events: 5, total: 10 },
      { events: 4, total: 10 },
    ] as const;
    expect(testProportions(...small, { method: "chi-squared" }).notices).toEqual([
      { code: "small-expected-count", severity: "caution", smallest: 4.5 },
    ]);
    expect(testProportions(...small).notices).toEqual([]);
    const enough = testProportions({ events: 6, total: 10 }, { events: 4, total: 10 }, { method: "g-test" });
    expect(enough.notices).toEqual([]);
  });

  it.each(["chi-squared", "chi-squared-yates", "pooled-z", "g-test"] as const)(
    "can't test by %s what doesn't vary",
    (method) => {
      const result = testProportions({ events: 0, total: 10 }, { events: 0, total: 12 }, { method });
      expect(result).toMatchObject({ status: "not-estimable", reason: "no-variation", pValue: 1 });
      expect(result).not.toHaveProperty("statistic");
      expect(result.toText()).toContain("not estimable");
    },
  );

  it("has one table only where nobody has the event, so Fisher's p is 1", () => {
    const result = testProportions({ events: 0, total: 10 }, { events: 0, total: 12 });
    expect(result).toMatchObject({ status: "estimated", pValue: 1 });
  });

  it("can't test against an empty group", () => {
    const result = testProportions({ events: 0, total: 0 }, { events: 3, total: 12 });
    expect(result).toMatchObject({ status: "not-estimable", reason: "no-observations", pValue: 1 });
  });

  it("records a variant only where there is one", () => {
    const table = [
      { events: 3, total: 4 },
      { events: 1, total: 4 },
    ] as const;
    const { options } = testProportions(...table, { method: "fisher-mid-p" }).provenance;
    expect(options["variant"]).toEqual({ value: "minlike-ties", source: "default" });
    expect(testProportions(...table).provenance.options).not.toHaveProperty("variant");
    expect(errorOf(() => testProportions(...table, { variant: "central" }))).toMatchObject({
      code: "impossible-option",
      path: "testProportions.variant",
    });
  });

  it("finds by Barnard and Boschloo what is known by hand: 2⁻¹⁴ of two separate groups of 7", () => {
    const apart = [
      { events: 7, total: 7 },
      { events: 0, total: 7 },
    ] as const;
    for (const method of ["barnard", "boschloo"] as const) {
      expect(testProportions(...apart, { method }).pValue).toBeCloseTo(2 ** -13, 14);
      expect(testProportions(...apart, { method, alternative: "greater" }).pValue).toBeCloseTo(2 ** -14, 14);
      expect(testProportions(...apart, { method, alternative: "less" }).pValue).toBe(1);
    }
    expect(testProportions(...apart, { method: "barnard" }).statistic).toBeCloseTo(Math.sqrt(14), 13);
    const { statistic } = testProportions(...apart, { method: "barnard", ordering: "unpooled" });
    expect(statistic).toBe(Infinity);
  });

  it("records the ordering of Barnard's and the variant of Boschloo's test", () => {
    const table = [
      { events: 3, total: 4 },
      { events: 1, total: 4 },
    ] as const;
    const optionsOf = (options: ProportionTestOptions): object =>
      testProportions(...table, options).provenance.options;
    expect(optionsOf({ method: "barnard" })).toMatchObject({
      ordering: { value: "pooled", source: "default" },
    });
    expect(optionsOf({ method: "barnard", ordering: "unpooled" })).toMatchObject({
      ordering: { value: "unpooled", source: "given" },
    });
    expect(optionsOf({ method: "boschloo" })).toMatchObject({
      variant: { value: "central", source: "default" },
    });
    expect(optionsOf({ method: "boschloo", variant: "minlike" })).not.toHaveProperty("ordering");
    for (const [options, path] of [
      [{ method: "boschloo", variant: "minlike-ties" }, "testProportions.variant"],
      [{ method: "fisher-mid-p", variant: "minlike" }, "testProportions.variant"],
      [{ method: "barnard", variant: "central" }, "testProportions.variant"],
      [{ method: "boschloo", ordering: "pooled" }, "testProportions.ordering"],
      [{ method: "barnard", ordering: "none" as never }, "testProportions.ordering"],
    ] as const) {
      expect(errorOf(() => testProportions(...table, options))).toMatchObject({
        code: "impossible-option",
        path,
      });
    }
  });

  it.each(["barnard", "boschloo"] as const)(
    "refuses to go through all tables by %s beyond 4,000",
    (method) => {
      const most = [
        { events: 3000, total: 3000 },
        { events: 0, total: 1000 },
      ] as const;
      expect(testProportions(...most, { method }).pValue).toBe(0);
      const [full] = most;
      expect(errorOf(() => testProportions(full, { events: 0, total: 1001 }, { method }))).toMatchObject({
        code: "too-many-observations",
        path: "comparator.total + reference.total",
        received: 4001,
      });
    },
  );

  it("refuses a one-sided chi-squared test", () => {
    const options = { method: "chi-squared", alternative: "less" } as const;
    expect(
      errorOf(() => testProportions({ events: 3, total: 4 }, { events: 1, total: 4 }, options)),
    ).toMatchObject({ code: "impossible-option", path: "testProportions.alternative" });
  });

  it("stays at work for a billion in each group", () => {
    expect(ofBillions("fisher-mid-p") / ofBillions("pooled-z")).toBeCloseTo(1, 8);
    expect(ofBillions("g-test") / ofBillions("chi-squared")).toBeCloseTo(1, 8);
  });
});

function ofBillions(method: ProportionTestMethod): number {
  return testProportions({ events: 412_030_000, total: 1e9 }, { events: 412_000_000, total: 1e9 }, { method })
    .pValue;
}
