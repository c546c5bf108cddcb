import { describe, expect, it } from "vitest";
import { proportion, type Count, type ProportionMethod } from "../../src/inference/index.js";
import { errorOf } from "./support.js";

const METHODS: readonly ProportionMethod[] = [
  "wilson",
  "wilson-cc",
  "clopper-pearson",
  "mid-p",
  "jeffreys",
  "agresti-coull",
  "arcsine",
  "wald",
];

describe("proportion", () => {
  it("gives Wilson's interval at 95 % by default, as its docstring says", () => {
    const rate = proportion({ events: 412, total: 1204 });
    expect(rate.method).toBe("wilson");
    expect(rate.estimate).toBe(412 / 1204);
    expect(rate.interval.lower).toBeCloseTo(0.3159, 4);
    expect(rate.interval.upper).toBeCloseTo(0.3695, 4);
    expect(rate.interval).toMatchObject({ level: 0.95, sides: 2, method: "wilson" });
    expect(rate.provenance.options).toEqual({
      method: { value: "wilson", source: "default" },
      level: { value: 0.95, source: "default" },
    });
  });

  it("gives at 0 of n the limit that each method's formula has there", () => {
    // Wilson: z²/(n + z²). Exact: (1 − p)ⁿ = 0.025; mid-p: half of that mass, so (1 − p)ⁿ = 0.05.
    const z = 1.959963984540054;
    expect(upperOfNone("wilson")).toBeCloseTo((z * z) / (10 + z * z), 14);
    expect(upperOfNone("clopper-pearson")).toBeCloseTo(1 - 0.025 ** 0.1, 14);
    expect(upperOfNone("mid-p")).toBeCloseTo(1 - 0.05 ** 0.1, 14);
    expect(upperOfNone("wald")).toBe(0);
  });

  it("says that Wald's interval without width has no variance behind it", () => {
    const none = proportion({ events: 0, total: 10 }, { method: "wald" });
    expect(none.notices).toEqual([{ code: "zero-variance", severity: "warning" }]);
    expect(none.standardError).toBe(0);
    expect(proportion({ events: 1, total: 10 }, { method: "wald" }).notices).toEqual([]);
  });

  it("carries a standard error only where the interval builds on one", () => {
    const given = { events: 3, total: 12 };
    expect(proportion(given, { method: "wald" }).standardError).toBeCloseTo(Math.sqrt(0.1875 / 12), 15);
    expect(proportion(given)).not.toHaveProperty("standardError");
    expect(proportion(given)).not.toHaveProperty("test");
  });

  it.each(METHODS)("can estimate nothing from nobody: %s", (method) => {
    const nothing = proportion({ events: 0, total: 0 }, { method });
    expect(nothing).toMatchObject({
      status: "not-estimable",
      reason: "no-observations",
      estimate: null,
      interval: { lower: 0, upper: 1, level: 0.95, sides: 2 },
      notices: [{ code: "not-estimable", severity: "caution", reason: "no-observations" }],
    });
    expect(nothing.toText()).toContain("not estimable");
  });

  it.each<[Count, string]>([
    [{ events: -1, total: 10 }, "count.events"],
    [{ events: 1.5, total: 10 }, "count.events"],
    [{ events: NaN, total: 10 }, "count.events"],
    [{ events: 11, total: 10 }, "count.events"],
    [{ events: 0, total: -1 }, "count.total"],
    [{ events: 0, total: Infinity }, "count.total"],
    [{ events: 0, total: 2 ** 53 }, "count.total"],
    [{ events: "3", total: 10 } as unknown as Count, "count.events"],
    [null as unknown as Count, "count"],
  ])("refuses the count %j, naming %s", (count, path) => {
    expect(errorOf(() => proportion(count))).toMatchObject({ code: "impossible-count", path });
  });

  it("refuses an unknown method, a level in per cent, and an option it doesn't have", () => {
    const count = { events: 1, total: 2 };
    expect(errorOf(() => proportion(count, { method: "wilsen" as ProportionMethod }))).toMatchObject({
      code: "impossible-option",
      path: "proportion.method",
    });
    expect(errorOf(() => proportion(count, { level: 95 }))).toMatchObject({ path: "proportion.level" });
    expect(errorOf(() => proportion(count, { levels: 0.9 } as object))).toMatchObject({
      code: "unknown-option",
      hint: "Did you mean level?",
    });
  });

  it("takes undefined as not given", () => {
    const rate = proportion({ events: 1, total: 2 }, { method: undefined, level: undefined });
    expect(rate.provenance.options["method"]).toEqual({ value: "wilson", source: "default" });
  });

  it("keeps its own copy of the count", () => {
    const count = { events: 1, total: 2 };
    const rate = proportion(count);
    count.events = 2;
    expect(rate.counts).toEqual({ count: { events: 1, total: 2 } });
    expect(Object.isFrozen(rate.counts?.["count"])).toBe(true);
    expect(Object.isFrozen(count)).toBe(false);
  });
});

/** The upper limit of 0 of 10. */
function upperOfNone(method: ProportionMethod): number {
  return proportion({ events: 0, total: 10 }, { method }).interval.upper;
}
