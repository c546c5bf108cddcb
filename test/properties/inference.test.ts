import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareProportions,
  proportion,
  stratifiedComparison,
  testProportions,
  type ComparisonMethod,
  type ComparisonOptions,
  type Count,
  type Estimate,
  type Measure,
  type ProportionMethod,
  type ProportionTestMethod,
  type StratifiedOptions,
} from "../../src/inference/index.js";
import { counts } from "../inference/support.js";

const SINGLE: readonly ProportionMethod[] = [
  "wilson",
  "wilson-cc",
  "clopper-pearson",
  "mid-p",
  "jeffreys",
  "agresti-coull",
  "arcsine",
  "wald",
];
const DIFFERENCES = [
  "newcombe",
  "newcombe-cc",
  "miettinen-nurminen",
  "mee",
  "agresti-caffo",
  "wald",
] as const;
const COMPARISONS: readonly (readonly [Measure, ComparisonMethod])[] = [
  ...DIFFERENCES.map((method) => ["risk-difference", method] as const),
  ...(["miettinen-nurminen", "koopman", "katz"] as const).map((method) => ["risk-ratio", method] as const),
  ...(["miettinen-nurminen", "woolf", "conditional-exact", "mid-p"] as const).map(
    (method) => ["odds-ratio", method] as const,
  ),
];
const TESTS: readonly ProportionTestMethod[] = [
  "fisher",
  "fisher-mid-p",
  "boschloo",
  "barnard",
  "chi-squared",
  "chi-squared-yates",
  "pooled-z",
  "g-test",
];

/** Small counts, where ends and ties are, and large ones, where digits get lost. */
const anyCount = fc.oneof(counts(0, 12), counts(0, 300), counts(1, 1_000_000_000));
/** The exact methods sum over tables: a million is enough for them. */
const someCount = fc.oneof(counts(0, 12), counts(0, 300), counts(1, 1_000_000));
const alternatives = fc.constantFrom("two-sided" as const, "greater" as const, "less" as const);
const levels = fc.double({ min: 0.5, max: 0.999, noNaN: true });
const anyLevel = fc.double({ min: 0.001, max: 1 - 1e-15, noNaN: true });

describe.each(SINGLE)("proportion by %s", (method) => {
  it("holds its limits in [0, 1], in order and never NaN", () => {
    fc.assert(
      fc.property(anyCount, anyLevel, (count, level) => {
        const { lower, upper } = proportion(count, { method, level }).interval;
        expect(0 <= lower && lower <= upper && upper <= 1).toBe(true);
      }),
    );
  });

  it("widens with its level", () => {
    fc.assert(
      fc.property(anyCount, levels, levels, (count, one, other) => {
        const [narrow, wide] = [Math.min(one, other), Math.max(one, other)].map(
          (level) => proportion(count, { method, level }).interval,
        );
        expect(wide?.lower).toBeLessThanOrEqual((narrow?.lower ?? NaN) + 1e-12);
        expect(wide?.upper).toBeGreaterThanOrEqual((narrow?.upper ?? NaN) - 1e-12);
      }),
    );
  });

  it("says of failures the mirror image of what it says of successes", () => {
    fc.assert(
      fc.property(counts(1, 1_000_000_000), levels, ({ events, total }, level) => {
        const of = proportion({ events, total }, { method, level }).interval;
        const mirror = proportion({ events: total - events, total }, { method, level }).interval;
        expect(Math.abs(of.lower - (1 - mirror.upper))).toBeLessThan(1e-13);
      }),
    );
  });
});

describe("every interval but Jeffreys's holds the observed proportion", () => {
  it.each(SINGLE.filter((method) => method !== "jeffreys"))("%s", (method) => {
    fc.assert(
      fc.property(counts(1, 1_000_000_000), levels, (count, level) => {
        const { lower, upper } = proportion(count, { method, level }).interval;
        const observed = count.events / count.total;
        expect(lower <= observed + 1e-15 && observed <= upper + 1e-15).toBe(true);
      }),
    );
  });
});

describe.each(COMPARISONS)("%s by %s", (measure, method) => {
  const isSummed = method === "conditional-exact" || method === "mid-p";
  const count = isSummed ? someCount : anyCount;
  const compare = (a: Count, b: Count, options: ComparisonOptions): Estimate =>
    compareProportions(a, b, { measure, method, ...options });

  it("keeps to its parameter space, in order and never NaN", () => {
    const [lowest, highest] = measure === "risk-difference" ? [-1, 1] : [0, Infinity];
    fc.assert(
      fc.property(count, count, anyLevel, (a, b, level) => {
        const { estimate, interval, test, status } = compare(a, b, { level });
        expect(lowest <= interval.lower && interval.lower <= interval.upper).toBe(true);
        expect(interval.upper <= highest).toBe(true);
        expect(estimate === null).toBe(status === "not-estimable");
        const { pValue = 0, statistic = 0 } = test ?? {};
        expect(pValue >= 0 && pValue <= 1 && !Number.isNaN(statistic)).toBe(true);
      }),
    );
  });

  it("excludes no difference exactly when its p-value is below 1 − level", () => {
    const nullValue = measure === "risk-difference" ? 0 : 1;
    fc.assert(
      fc.property(
        count,
        count,
        levels,
        fc.constantFrom("two-sided", "greater", "less"),
        (a, b, level, alternative) => {
          const { interval, test } = compare(a, b, { level, alternative });
          fc.pre(test !== undefined && Math.abs(test.pValue - (1 - level)) > 1e-9);
          const isOutside = nullValue < interval.lower || nullValue > interval.upper;
          expect((test?.pValue ?? NaN) < 1 - level).toBe(isOutside);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("widens with its level", () => {
    fc.assert(
      fc.property(count, count, levels, levels, (a, b, one, other) => {
        const narrow = compare(a, b, { level: Math.min(one, other) }).interval;
        const wide = compare(a, b, { level: Math.max(one, other) }).interval;
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower + rounding(narrow.lower));
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper - rounding(narrow.upper));
      }),
    );
  });

  it("says the opposite of exchanged groups", () => {
    fc.assert(
      fc.property(count, count, levels, (a, b, level) => {
        const there = compare(a, b, { level });
        const back = compare(b, a, { level });
        expect(back.test?.pValue ?? 1).toBeCloseTo(there.test?.pValue ?? 1, 10);
        expect(areOpposite(measure, back.interval.lower, there.interval.upper)).toBe(true);
      }),
    );
  });
});

describe.each([
  ...DIFFERENCES.map((method) => ["risk-difference", method] as const),
  ...COMPARISONS.slice(-4),
])("%s by %s of failures instead of successes", (measure, method) => {
  it("is the opposite", () => {
    fc.assert(
      fc.property(counts(1, 300), counts(1, 300), levels, (a, b, level) => {
        const { interval } = compareProportions(a, b, { measure, method, level });
        const failures = compareProportions(failuresOf(a), failuresOf(b), { measure, method, level });
        expect(areOpposite(measure, failures.interval.lower, interval.upper)).toBe(true);
      }),
    );
  });
});

describe("stratifiedComparison", () => {
  const strata = fc.array(fc.record({ comparator: counts(0, 8), reference: counts(0, 8) }), {
    maxLength: 12,
  });
  const cases: readonly StratifiedOptions[] = [
    { measure: "risk-difference", variance: "sato" },
    { measure: "risk-difference", variance: "greenland-robins" },
    { measure: "risk-ratio" },
    { measure: "odds-ratio" },
    { method: "newcombe" },
    { method: "miettinen-nurminen" },
    { method: "miettinen-nurminen", measure: "risk-ratio" },
    { method: "inverse-variance" },
    { method: "inverse-variance", measure: "risk-ratio" },
    { method: "inverse-variance", measure: "odds-ratio" },
  ];
  it.each(cases)("is never NaN, and its test agrees with its interval: %j", (options) => {
    fc.assert(
      fc.property(strata, levels, alternatives, (blocks, level, alternative) => {
        const { interval, test } = stratifiedComparison(blocks, { ...options, level, alternative });
        expect(interval.lower <= interval.upper).toBe(true);
        fc.pre(test !== undefined && Math.abs(test.pValue - (1 - level)) > 1e-9);
        const isOutside = nullOf(options) < interval.lower || nullOf(options) > interval.upper;
        expect((test?.pValue ?? NaN) < 1 - level).toBe(isOutside);
      }),
      { numRuns: 300 },
    );
  });

  it.each(cases)("widens with its level: %j", (options) => {
    fc.assert(
      fc.property(strata, levels, levels, (blocks, one, other) => {
        const narrow = stratifiedComparison(blocks, { ...options, level: Math.min(one, other) }).interval;
        const wide = stratifiedComparison(blocks, { ...options, level: Math.max(one, other) }).interval;
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower + rounding(narrow.lower));
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper - rounding(narrow.upper));
      }),
    );
  });

  it.each(cases)(
    "doesn't hang on the order of the strata, and says the opposite of exchanged groups: %j",
    (options) => {
      fc.assert(
        fc.property(strata, (blocks) => {
          const there = stratifiedComparison(blocks, options);
          const back = stratifiedComparison(
            blocks.toReversed().map(({ comparator, reference }) => ({
              comparator: reference,
              reference: comparator,
            })),
            options,
          );
          expect(back.status).toBe(there.status);
          expect(back.test?.pValue ?? 1).toBeCloseTo(there.test?.pValue ?? 1, 9);
          const opposite = inverted(options, back.interval.upper);
          expect(Math.abs(there.interval.lower - opposite)).toBeLessThanOrEqual(
            1e-9 * (1 + Math.abs(opposite)),
          );
        }),
      );
    },
  );

  it.each([{ method: "newcombe" }, { method: "miettinen-nurminen" }, {}] as const)(
    "keeps its digits in strata of a billion: %j",
    (options) => {
      const large = fc.array(fc.record({ comparator: anyCount, reference: anyCount }), { maxLength: 4 });
      fc.assert(
        fc.property(large, anyLevel, (blocks, level) => {
          const { estimate, interval, test } = stratifiedComparison(blocks, { ...options, level });
          const at = estimate ?? 0;
          expect(interval.lower <= at + 1e-15 && at <= interval.upper + 1e-15).toBe(true);
          expect((test?.pValue ?? 1) >= 0 && (test?.pValue ?? 1) <= 1).toBe(true);
        }),
      );
    },
  );
});

describe.each(TESTS)("testProportions by %s", (method) => {
  const isEnumerated = method === "boschloo" || method === "barnard";
  const count = isEnumerated ? counts(0, 40) : anyCount;

  it("has a p-value in [0, 1], the same for exchanged groups and for failures", () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const { pValue } = testProportions(a, b, { method });
        expect(pValue >= 0 && pValue <= 1).toBe(true);
        expect(testProportions(b, a, { method }).pValue).toBeCloseTo(pValue, 9);
        expect(testProportions(failuresOf(a), failuresOf(b), { method }).pValue).toBeCloseTo(pValue, 9);
      }),
    );
  });
});

describe("testProportions by boschloo", () => {
  it("is never above Fisher's exact test, one-sided or by probabilities", () => {
    fc.assert(
      fc.property(counts(1, 40), counts(1, 40), alternatives, (a, b, alternative) => {
        const fisher = testProportions(a, b, { alternative }).pValue;
        const variant = alternative === "two-sided" ? { variant: "minlike" as const } : {};
        const boschloo = testProportions(a, b, { method: "boschloo", alternative, ...variant }).pValue;
        expect(boschloo).toBeLessThanOrEqual(fisher * (1 + 1e-10));
      }),
    );
  });
});

describe("exact tests of two proportions", () => {
  it.each([
    ["boschloo", 4_000],
    ["barnard", 4_000],
  ] as const)("by %s refuse more than %i observations", (method, most) => {
    fc.assert(
      fc.property(counts(0, 1_000_000_000), fc.integer({ min: 1, max: 1_000_000 }), (a, beyond) => {
        const b = { events: 0, total: Math.max(1, most - a.total + beyond) };
        expect(() => testProportions(a, b, { method })).toThrow("too many observations");
      }),
    );
  });
});

function failuresOf({ events, total }: Count): Count {
  return { events: total - events, total };
}

/** Twelve digits of a limit; none of an infinite one. */
function rounding(limit: number): number {
  return Math.abs(limit) === Infinity ? 0 : 1e-12 * (1 + Math.abs(limit));
}

/** Whether two limits are each other's opposite: −d of a difference, 1/r of a ratio. */
function areOpposite(measure: Measure, lower: number, upper: number): boolean {
  if (measure === "risk-difference") return Math.abs(lower + upper) <= 1e-12;
  return lower === 1 / upper || Math.abs(lower * upper - 1) <= 1e-9;
}

/** No difference, as a measure over strata has it. */
function nullOf({ measure = "risk-difference" }: StratifiedOptions): number {
  return measure === "risk-difference" ? 0 : 1;
}

/** What a limit is for exchanged groups. */
function inverted(options: StratifiedOptions, limit: number): number {
  return nullOf(options) === 0 ? -limit : 1 / limit;
}
