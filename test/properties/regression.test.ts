import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adjustedDifference,
  complierEffect,
  leastSquares,
  logisticRegression,
  type AdjustedEstimate,
  type AdjustmentMethod,
  type ComparisonData,
  type Estimate,
} from "../../src/inference/index.js";

interface Row {
  readonly treatment: boolean;
  readonly took: boolean;
  readonly outcome: boolean;
  readonly score: number;
  readonly age: number;
  readonly block: number;
  readonly weight: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  treatment: fc.boolean(),
  took: fc.boolean(),
  outcome: fc.boolean(),
  score: fc.integer({ min: -20, max: 20 }),
  age: fc.integer({ min: 18, max: 66 }),
  block: fc.integer({ min: 0, max: 3 }),
  weight: fc.constantFrom(1, 1.5, 2, 4),
});
const rows = fc.array(row, { minLength: 2, maxLength: 30 });
const levels = fc.double({ min: 0.5, max: 0.999, noNaN: true });

type Response = "outcome" | "score";
type Extra = "covariates" | "blocks" | "clusters" | "weights";

/** Rows as columns; those two by two are a household. */
function dataOf(all: readonly Row[], response: Response, extras: readonly Extra[]): ComparisonData {
  return {
    treatment: all.map((each) => each.treatment),
    response: all.map((each) => Number(each[response])),
    ...(extras.includes("covariates") ? { covariates: { age: all.map((each) => each.age) } } : {}),
    ...(extras.includes("blocks") ? { blocks: all.map((each) => each.block) } : {}),
    ...(extras.includes("clusters")
      ? { clusters: all.map((each) => `${each.age % 7} ${String(each.treatment)}`) }
      : {}),
    ...(extras.includes("weights") ? { weights: all.map((each) => each.weight) } : {}),
  };
}

const CASES: readonly (readonly [method: AdjustmentMethod, response: Response, extras: readonly Extra[]])[] =
  [
    ["lin", "score", []],
    ["lin", "outcome", ["covariates"]],
    ["lin", "score", ["covariates", "weights"]],
    ["lin", "score", ["covariates", "blocks"]],
    ["lin", "score", ["covariates", "clusters"]],
    ["g-computation", "outcome", ["covariates"]],
    ["g-computation", "outcome", ["clusters", "weights"]],
    ["difference-in-means", "outcome", []],
    ["difference-in-means", "score", ["blocks"]],
    ["difference-in-means", "outcome", ["clusters"]],
    ["hajek", "outcome", ["weights"]],
    ["hajek", "score", ["weights", "blocks"]],
  ];

/** Digits that must agree, beside the size of the numbers. */
function areNear(a: number | null | undefined, b: number | null | undefined, scale = 1): boolean {
  if (a === null || b === null || a === undefined || b === undefined) return a === b;
  return a === b || Math.abs(a - b) <= 1e-8 * (scale + Math.abs(b));
}

/** Where a result isn't another times a factor. */
function differences(found: AdjustedEstimate, expected: AdjustedEstimate, factor = 1): readonly string[] {
  const { status, reason, estimate, standardError, test } = expected;
  const scale = Math.abs(factor);
  return [
    ...(found.status === status && found.reason === reason ? [] : [`${found.status} ${found.reason ?? ""}`]),
    ...(areNear(found.estimate, estimate === null ? null : factor * estimate, scale) ? [] : ["estimate"]),
    ...(areNear(found.standardError, standardError && scale * standardError, scale) ? [] : ["standardError"]),
    ...(areNear(found.test?.degreesOfFreedom, test?.degreesOfFreedom) ? [] : ["degreesOfFreedom"]),
  ];
}

/** What of a result isn't a number, in order, and of one mind with the rest. */
function faults({
  status,
  estimate,
  interval,
  segments,
  test,
  standardError = 0,
}: Estimate): readonly string[] {
  const { lower, upper, level } = interval;
  const { pValue = 1 } = test ?? {};
  const isOnEdge = test === undefined || Math.abs(pValue - (1 - level)) < 1e-9;
  const isOutside = (segments ?? [[lower, upper]]).every(([low, high]) => low > 0 || high < 0);
  return [
    ...(lower <= upper ? [] : ["interval"]),
    ...((estimate === null) === (status === "not-estimable") && !Number.isNaN(estimate) ? [] : ["estimate"]),
    ...(standardError >= 0 ? [] : ["standardError"]),
    ...(pValue >= 0 && pValue <= 1 ? [] : ["pValue"]),
    ...(isOnEdge || pValue < 1 - level === isOutside ? [] : ["test and interval"]),
  ];
}

describe.each(CASES)("%s of %s with %j", (method, response, extras) => {
  const of = (all: readonly Row[], level = 0.95): AdjustedEstimate =>
    adjustedDifference(dataOf(all, response, extras), { method, level });

  it("is never NaN, and its test agrees with its interval", () => {
    fc.assert(
      fc.property(rows, levels, (all, level) => {
        expect(faults(of(all, level))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("doesn't hang on the order of the rows", () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(differences(of(all.toReversed()), of(all))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("says the opposite of exchanged groups", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const exchanged = all.map((each) => ({ ...each, treatment: !each.treatment }));
        expect(differences(of(exchanged), of(all), -1)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("widens with its level", () => {
    fc.assert(
      fc.property(rows, levels, levels, (all, one, other) => {
        const narrow = of(all, Math.min(one, other)).interval;
        const wide = of(all, Math.max(one, other)).interval;
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(CASES.filter(([, response]) => response === "score"))(
  "%s of %s with %j",
  (method, response, extras) => {
    it("follows a change of unit and zero", () => {
      const unit = fc.constantFrom(-3, 0.01, 1000);
      fc.assert(
        fc.property(rows, unit, (all, factor) => {
          const data = dataOf(all, response, extras);
          const changed = { ...data, response: all.map((each) => 7 + factor * each.score) };
          const scored = { ...data, response: all.map((each) => each.score + 0.5) };
          const [found, expected] = [changed, scored].map((each) => adjustedDifference(each, { method }));
          expect(found && expected && differences(found, expected, factor)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    });
  },
);

describe.each(CASES.filter(([, response]) => response === "outcome"))(
  "%s of %s with %j",
  (method, response, extras) => {
    it("says the opposite of failures instead of successes", () => {
      fc.assert(
        fc.property(rows, (all) => {
          const failures = all.map((each) => ({ ...each, outcome: !each.outcome }));
          const [there, back] = [all, failures].map((each) =>
            adjustedDifference(dataOf(each, response, extras), { method }),
          );
          expect(there && back && differences(back, there, -1)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    });
  },
);

describe("adjustment for a covariate", () => {
  it.each(["lin", "g-computation"] as const)(
    "doesn't hang on its unit and zero, nor on a copy of it: %s",
    (method) => {
      fc.assert(
        fc.property(
          rows,
          fc.constantFrom(0.125, -1, 365.25),
          fc.constantFrom(0, -1900),
          (all, factor, zero) => {
            const data = dataOf(all, "outcome", ["covariates"]);
            const changed = all.map((each) => zero + factor * each.age);
            const plain = adjustedDifference(data, { method });
            const copied = { age: all.map((each) => each.age), changed };
            for (const covariates of [{ age: changed }, copied]) {
              expect(differences(adjustedDifference({ ...data, covariates }, { method }), plain)).toEqual([]);
            }
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});

function complierOf(
  all: readonly Row[],
  method: "two-stage-least-squares" | "anderson-rubin",
  level = 0.95,
): Estimate {
  return complierEffect(
    {
      assigned: all.map((each) => each.treatment),
      received: all.map((each) => each.took),
      response: all.map((each) => each.score),
      covariates: { age: all.map((each) => each.age) },
    },
    { method, level },
  );
}

describe("complierEffect", () => {
  it.each(["two-stage-least-squares", "anderson-rubin"] as const)(
    "is never NaN, and its test agrees with its interval: %s",
    (method) => {
      fc.assert(
        fc.property(rows, levels, (all, level) => {
          expect(faults(complierOf(all, method, level))).toEqual([]);
        }),
        { numRuns: 150 },
      );
    },
  );

  it("by both methods is the same, and Anderson and Rubin's set holds it", () => {
    fc.assert(
      fc.property(rows, levels, (all, level) => {
        const [wald, set] = [
          complierOf(all, "two-stage-least-squares", level),
          complierOf(all, "anderson-rubin", level),
        ];
        fc.pre(set.estimate !== null && wald.estimate !== null);
        const estimate = set.estimate ?? NaN;
        expect(areNear(estimate, wald.estimate)).toBe(true);
        const pieces = set.segments ?? [[set.interval.lower, set.interval.upper]];
        const slack = 1e-7 * (1 + Math.abs(estimate));
        expect(pieces.some(([low, high]) => low - slack <= estimate && estimate <= high + slack)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("changes sign with who is assigned what is not received", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const turned = all.map((each) => ({ ...each, treatment: !each.treatment, took: !each.took }));
        const [there, back] = [
          complierOf(all, "two-stage-least-squares"),
          complierOf(turned, "two-stage-least-squares"),
        ];
        expect(back.status).toBe(there.status);
        expect(
          areNear(
            back.estimate,
            there.estimate === null ? null : -there.estimate,
            1e-3 + Math.abs(there.estimate ?? 0),
          ),
        ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("fits", () => {
  it("of least squares are never NaN, whatever the columns", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom("model", "hc0", "hc2", "hc3"), (all, covariance) => {
        const { coefficients, covariance: matrix } = leastSquares(
          {
            predictors: {
              age: all.map((each) => each.age),
              took: all.map((each) => each.took),
              block: all.map((each) => `${each.block}`),
            },
            response: all.map((each) => each.score),
          },
          { covariance },
        );
        const numbers = [
          ...matrix.flat(),
          ...coefficients.flatMap(({ estimate, standardError, test }) => [
            estimate,
            standardError,
            test.pValue,
          ]),
        ];
        expect(numbers.some(Number.isNaN)).toBe(false);
        for (const { interval } of coefficients) expect(interval.lower <= interval.upper).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("of logistic regression turn their signs with the outcome, or are refused both ways", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const predictors = { age: all.map((each) => each.age), took: all.map((each) => each.took) };
        const there = logisticRegression({ predictors, response: all.map((each) => each.outcome) });
        const back = logisticRegression({ predictors, response: all.map((each) => !each.outcome) });
        expect(back.reason).toBe(there.reason);
        there.coefficients.forEach(({ estimate, standardError }, i) => {
          expect(areNear(back.coefficients[i]?.estimate, -estimate)).toBe(true);
          expect(areNear(back.coefficients[i]?.standardError, standardError)).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });
});
