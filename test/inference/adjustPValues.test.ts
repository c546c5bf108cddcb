import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustPValues, type PValueAdjustment } from "../../src/inference/index.js";
import { isNear, referenceCases } from "../support/fixtures.js";
import { errorOf } from "./support.js";

/** The names that R's p.adjust has for the methods. */
const NAMES: Readonly<Record<string, PValueAdjustment>> = {
  bonferroni: "bonferroni",
  holm: "holm",
  hochberg: "hochberg",
  BH: "benjamini-hochberg",
  BY: "benjamini-yekutieli",
};
const METHODS = Object.values(NAMES);

describe("adjustPValues", () => {
  it("gives all 55 values of multiplicity.json", () => {
    const cases = referenceCases("multiplicity");
    expect(cases).toHaveLength(55);
    const misses = cases.flatMap(({ id, method, input, expected, tol = { abs: 0, rel: 0 } }) => {
      const p = input["p"] as readonly number[];
      // R's n: tests that aren't reported, taken to be no smaller than the others.
      const unreported = Number(input["n_total"] ?? p.length) - p.length;
      const found = adjustPValues([...p, ...Array.from({ length: unreported }, () => 1)], {
        method: NAMES[method],
      });
      const wanted = expected["adjusted"] as readonly number[];
      expect(found).toHaveLength(wanted.length + unreported);
      return wanted.flatMap((value, k) =>
        isNear(found[k] ?? NaN, value, tol) ? [] : [`${id ?? ""}[${k}]: ${found[k] ?? NaN}`],
      );
    });
    expect(misses).toEqual([]);
  });

  it("multiplies by hand: Holm's 3 · 0.01, 2 · 0.03, and no less than that for 0.04", () => {
    expect(adjustPValues([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    // Hochberg from the largest: 0.04, 2 · 0.03 but no more than 0.04, 3 · 0.01.
    expect(adjustPValues([0.01, 0.04, 0.03], { method: "hochberg" })).toEqual([0.03, 0.04, 0.04]);
    expect(adjustPValues([0.01, 0.5, 0.03], { method: "bonferroni" })).toEqual([0.03, 1, 0.09]);
    // 3/1 · 0.01, 3/2 · 0.03 but no more than 3/3 · 0.04.
    expect(adjustPValues([0.01, 0.04, 0.03], { method: "benjamini-hochberg" })).toEqual([0.03, 0.04, 0.04]);
    // Times 1 + 1/2 + 1/3 = 11/6.
    expect(adjustPValues([0.01, 0.04, 0.03], { method: "benjamini-yekutieli" })[0]).toBeCloseTo(0.055, 15);
  });

  it("takes none, one, ends and typed arrays, and freezes what it gives", () => {
    for (const method of METHODS) {
      expect(adjustPValues([], { method })).toEqual([]);
      expect(adjustPValues([0.02], { method })).toEqual([0.02]);
      expect(adjustPValues([1, 0, 1], { method })).toEqual([1, 0, 1]);
    }
    const p = Float64Array.of(0.01, 0.04);
    const own: number[] = adjustPValues(p);
    expect(own).toEqual([0.02, 0.04]);
    own.push(1);
    expect(p).toEqual(Float64Array.of(0.01, 0.04));
  });

  it.each([
    [[0.1, 1.2], "adjustPValues.p[1]"],
    [[-0.1], "adjustPValues.p[0]"],
    [[0.5, NaN], "adjustPValues.p[1]"],
    [[null], "adjustPValues.p[0]"],
    // oxlint-disable-next-line no-sparse-arrays
    [[0.1, , 0.2], "adjustPValues.p[1]"],
    [["0.1"], "adjustPValues.p[0]"],
  ])("refuses %j and says where", (p, path) => {
    expect(errorOf(() => adjustPValues(p as never))).toMatchObject({
      code: "impossible-p-value",
      path,
      expected: "a number from 0 to 1",
    });
  });

  it.each([[0.05], [undefined], ["0.05"], [{ length: 1, 0: 0.5 }]])("refuses %j for an array", (p) => {
    expect(errorOf(() => adjustPValues(p as never))).toMatchObject({
      code: "impossible-p-values",
      path: "adjustPValues.p",
    });
  });

  it("names the methods it knows", () => {
    const error = errorOf(() => adjustPValues([0.1], { method: "hommel" as never }));
    expect(error).toMatchObject({ code: "impossible-option", path: "adjustPValues.method" });
    expect(error.expected).toContain("holm, hochberg, bonferroni");
  });
});

/** P-values with ties and ends among them. */
const pValues = fc.array(
  fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1)),
  { maxLength: 30 },
);

describe.each(METHODS)("%s", (method) => {
  it("makes no p-value smaller, none larger than 1, and keeps their order and ties", () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const found = adjustPValues(p, { method });
        found.forEach((value, i) => {
          expect(value >= (p[i] ?? NaN) && value <= 1).toBe(true);
          const notSmaller = found.filter((_, j) => (p[i] ?? NaN) <= (p[j] ?? NaN));
          expect(notSmaller.every((other) => value <= other)).toBe(true);
        });
      }),
    );
  });

  it("goes with its p-values, in whatever order they come", () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const backwards = adjustPValues(p.toReversed(), { method });
        expect(backwards.toReversed()).toEqual(adjustPValues(p, { method }));
      }),
    );
  });
});

/** But for the last bit, which another order of multiplication may turn. */
function notAbove(smaller: readonly number[], larger: readonly number[]): boolean {
  return smaller.every((value, k) => value <= (larger[k] ?? NaN) * (1 + 1e-15));
}

it("Hochberg finds no less than Holm, Holm no less than Bonferroni, Benjamini-Hochberg no less than Hochberg or Yekutieli", () => {
  fc.assert(
    fc.property(pValues, (p) => {
      const by = (method: PValueAdjustment): readonly number[] => adjustPValues(p, { method });
      expect(notAbove(by("holm"), by("bonferroni"))).toBe(true);
      expect(notAbove(by("hochberg"), by("holm"))).toBe(true);
      expect(notAbove(by("benjamini-hochberg"), by("hochberg"))).toBe(true);
      expect(notAbove(by("benjamini-hochberg"), by("benjamini-yekutieli"))).toBe(true);
    }),
  );
});

it("is Holm's procedure: at any level it rejects while p₍ᵢ₎ ≤ level/(m − i + 1)", () => {
  fc.assert(
    fc.property(pValues, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (p, level) => {
      const found = adjustPValues(p);
      // Where a product of p meets the level to the last bits, either answer is right.
      fc.pre(found.every((value) => Math.abs(value - level) > 1e-12));
      const sorted = p.toSorted((a, b) => a - b);
      const stop = sorted.findIndex((value, k) => value > level / (p.length - k));
      expect(found.filter((value) => value <= level)).toHaveLength(stop < 0 ? p.length : stop);
    }),
  );
});
