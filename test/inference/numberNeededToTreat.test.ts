import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareProportions,
  numberNeededToTreat,
  proportion,
  stratifiedComparison,
  type Count,
  type Estimate,
} from "../../src/inference/index.js";
import { reciprocalSides } from "../../src/inference/kernels/reciprocalSides.js";
import { counts, errorOf, plain } from "./support.js";

const of = (events: number, total: number): Count => ({ events, total });

/** Limits of differences in the form of an estimate. */
function difference(estimate: number, lower: number, upper: number): Estimate {
  const { toText, toMarkdown, toHTML, toRows, toJSON, ...data } = compareProportions(of(1, 2), of(1, 2));
  return {
    ...data,
    toText,
    toMarkdown,
    toHTML,
    toRows,
    toJSON,
    estimate,
    interval: { ...data.interval, lower, upper },
  };
}

describe("numberNeededToTreat", () => {
  it("finds Altman's example: 10% (−5% to 25%) is NNTB 10, from NNTH 20 over ∞ to NNTB 4", () => {
    const needed = numberNeededToTreat(difference(0.1, -0.05, 0.25));
    expect(needed.estimate).toBe(10);
    expect(needed.interval).toMatchObject({ lower: -Infinity, upper: Infinity, level: 0.95, sides: 2 });
    expect(needed.segments).toEqual([
      [-Infinity, -20],
      [4, Infinity],
    ]);
    expect(needed.benefit).toEqual({ lower: 4, upper: Infinity });
    expect(needed.harm).toEqual({ lower: 20, upper: Infinity });
    expect(plain(needed.toText())).toContain(
      "Number needed to treat: 10.0 to benefit (95% confidence interval 20.0 to harm to ∞ to 4.0 to benefit)",
    );
    expect(needed.notices).toContainEqual({ code: "through-infinity", severity: "info" });
    expect(needed.toRows()).toMatchObject([{ estimate: 10, lower: -Infinity, upper: Infinity }]);
  });

  it("is one piece where the interval of the difference doesn't hold 0", () => {
    const needed = numberNeededToTreat(compareProportions(of(45, 90), of(27, 90)));
    expect(needed.estimate).toBe(5);
    expect(needed.harm).toBeNull();
    expect(needed.benefit?.lower).toBeCloseTo(3, 1);
    expect(needed.benefit?.upper).toBeCloseTo(17.6, 1);
    expect(needed.interval).toMatchObject(needed.benefit ?? {});
    expect(needed).not.toHaveProperty("segments");
    expect(needed).not.toHaveProperty("test");
    expect(needed.counts).toEqual({ comparator: of(45, 90), reference: of(27, 90) });
  });

  it("is negative to harm", () => {
    const needed = numberNeededToTreat(compareProportions(of(27, 90), of(45, 90)));
    expect(needed.estimate).toBe(-5);
    expect(needed.benefit).toBeNull();
    expect(needed.harm?.lower).toBeCloseTo(3, 1);
    expect([needed.interval.lower, needed.interval.upper]).toEqual([
      -(needed.harm?.upper ?? 0),
      -(needed.harm?.lower ?? 0),
    ]);
    expect(plain(needed.toText({ language: "da" }))).toContain(
      "(NNT): 5,0 til skade (95 %-konfidensinterval",
    );
  });

  it("is infinite where there is no difference", () => {
    const needed = numberNeededToTreat(compareProportions(of(5, 10), of(5, 10)));
    expect(needed.estimate).toBe(Infinity);
    expect(plain(needed.toText())).toContain("Number needed to treat: ∞ (95%");
    expect(JSON.stringify(needed)).toContain('"estimate":"Infinity"');
    const certain = numberNeededToTreat(compareProportions(of(0, 10), of(0, 10), { method: "wald" }));
    expect(certain.segments).toEqual([
      [-Infinity, -Infinity],
      [Infinity, Infinity],
    ]);
  });

  it("takes one-sided intervals, margins and strata", () => {
    const oneSided = numberNeededToTreat(
      compareProportions(of(45, 90), of(27, 90), { alternative: "greater" }),
    );
    expect(oneSided.interval).toMatchObject({ lower: 1, sides: 1 });
    const margin = numberNeededToTreat(compareProportions(of(40, 90), of(41, 90), { margin: 0.1 }));
    expect(margin.benefit).toEqual({ lower: 1, upper: Infinity });
    // Wald's limits over strata may lie beyond ±1; no number is below 1.
    const beyond = stratifiedComparison([
      { comparator: of(1, 1), reference: of(0, 1) },
      { comparator: of(0, 1), reference: of(1, 1) },
    ]);
    expect(numberNeededToTreat(beyond).segments).toEqual([
      [-Infinity, -1],
      [1, Infinity],
    ]);
  });

  it("keeps what a difference says of itself", () => {
    const given = compareProportions(of(3, 10), of(0, 0));
    const needed = numberNeededToTreat(given);
    expect(needed).toMatchObject({
      status: "not-estimable",
      reason: "no-observations",
      estimate: null,
      benefit: { lower: 1, upper: Infinity },
      harm: { lower: 1, upper: Infinity },
    });
    expect(needed.notices).toEqual(given.notices);
    expect(needed.references[0]).toContain("Altman (1998)");
    expect(needed.provenance).toMatchObject({
      operation: "numberNeededToTreat",
      inputs: { difference: { operation: "compareProportions" } },
    });
    expect(structuredClone({ ...needed }).segments).toEqual(needed.segments);
  });

  it.each([
    [null],
    [undefined],
    [0.1],
    [proportion(of(1, 2))],
    [compareProportions(of(1, 2), of(1, 2), { measure: "odds-ratio" })],
  ])("takes nothing else: %s", (given) => {
    expect(errorOf(() => numberNeededToTreat(given as never))).toMatchObject({
      code: "impossible-difference",
      path: "numberNeededToTreat.difference",
    });
  });

  it("has no number between −1 and 1, and holds its estimate", () => {
    fc.assert(
      fc.property(counts(1, 60), counts(1, 60), (a, b) => {
        const { estimate, interval, segments, benefit, harm } = numberNeededToTreat(compareProportions(a, b));
        const number = estimate ?? NaN;
        expect(Math.abs(number)).toBeGreaterThanOrEqual(1);
        const rounding = 1e-12 * Math.abs(number);
        const holds = (segments ?? [[interval.lower, interval.upper]]).some(
          ([lower = NaN, upper = NaN]) => lower <= number + rounding && number - rounding <= upper,
        );
        expect(holds || number === Infinity).toBe(true);
        expect(benefit?.lower ?? 1).toBeGreaterThanOrEqual(1);
        expect(harm?.lower ?? 1).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe("reciprocalSides", () => {
  it("turns each part of an interval over", () => {
    expect(reciprocalSides({ lower: 0.1, upper: 0.25 })).toEqual({
      benefit: { lower: 4, upper: 10 },
      harm: null,
    });
    expect(reciprocalSides({ lower: 0, upper: 0.25 })).toEqual({
      benefit: { lower: 4, upper: Infinity },
      harm: null,
    });
    expect(reciprocalSides({ lower: -0.5, upper: 0 })).toEqual({
      benefit: null,
      harm: { lower: 2, upper: Infinity },
    });
    expect(reciprocalSides({ lower: -1.2, upper: -0.5 })).toEqual({
      benefit: null,
      harm: { lower: 1, upper: 2 },
    });
  });
});
