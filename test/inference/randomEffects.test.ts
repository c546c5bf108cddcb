import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomEffects, type RandomEffectsEstimate, type Study } from "../../src/inference/index.js";
import { studentTQuantile } from "../../src/numerics/index.js";
import { agrees, errorOf, plain } from "./support.js";

const STUDIES: readonly Study[] = [
  { label: "A", estimate: -0.4, variance: 0.03 },
  { label: "B", estimate: 0.3, variance: 0.06 },
  { label: "C", estimate: 0.25, variance: 0.01 },
];

const METHODS = ["reml", "paule-mandel", "dersimonian-laird"] as const;
const ADJUSTMENTS = ["hartung-knapp", "none"] as const;

const equalVariances = (estimates: readonly number[], variance: number): readonly Study[] =>
  estimates.map((estimate) => ({ estimate, variance }));

/** The result in another unit of measurement. */
const scaled = (scale: number): RandomEffectsEstimate =>
  randomEffects(
    STUDIES.map(({ estimate, variance }) => ({
      estimate: estimate * scale,
      variance: variance * scale ** 2,
    })),
  );

const anyStudies = fc.array(
  fc.record({
    estimate: fc.double({ min: -10, max: 10, noNaN: true }),
    variance: fc.double({ min: 1e-4, max: 10, noNaN: true }),
  }),
  { minLength: 2, maxLength: 12 },
);

describe("randomEffects", () => {
  // With one variance for all every method has the plain mean, and τ² = s² − v: y = 0, 2, 4, 6 has s² = 20/3.
  it.each(METHODS)("takes the plain mean and s² − v where all variances are equal, by %s", (method) => {
    const result = randomEffects(equalVariances([0, 2, 4, 6], 0.5), { method });
    expect(result.estimate).toBeCloseTo(3, 14);
    expect(result.tauSquared).toBeCloseTo(20 / 3 - 0.5, 12);
    // Hartung and Knapp's interval is Student's of the plain mean then: s/√4 = √(5/3).
    expect(result.standardError).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(result.interval.upper).toBeCloseTo(3 + Math.sqrt(5 / 3) * studentTQuantile(0.025, 3, "upper"), 11);
    expect(result.iSquared).toBeCloseTo((20 / 3 - 0.5) / (20 / 3), 12);
    expect(result.q).toMatchObject({ degreesOfFreedom: 3 });
    expect(result.q.statistic).toBeCloseTo(40, 12);
    // τ² + SE² = 37/6 + 5/3 = 47/6, with two degrees of freedom.
    expect(result.prediction.degreesOfFreedom).toBe(2);
    expect(result.prediction.upper).toBeCloseTo(
      3 + Math.sqrt(47 / 6) * studentTQuantile(0.025, 2, "upper"),
      10,
    );
    expect(result.studies.map(({ weight }) => weight)).toEqual([0.25, 0.25, 0.25, 0.25]);
    // λ = τ²/(τ² + v) = (37/6)/(40/6).
    expect(result.studies[0]?.shrunken?.estimate).toBeCloseTo(3 - 3 * (37 / 40), 12);
    expect(result.studies[0]?.shrunken?.standardError).toBeCloseTo(
      Math.sqrt(0.5 * (37 / 40) + ((3 / 40) ** 2 * 5) / 3),
      12,
    );
  });

  it("solves Q(τ²) for its interval, by hand of equal variances: S/(v + τ²) is the quantile", () => {
    const { tauSquaredInterval } = randomEffects(equalVariances([0, 2, 4, 6], 0.5));
    // R: qchisq(c(.975, .025), 3) is 9.348403604496148, 0.2157952826238981.
    expect(tauSquaredInterval.lower).toBeCloseTo(20 / 9.348403604496148 - 0.5, 10);
    expect(tauSquaredInterval.upper).toBeCloseTo(20 / 0.2157952826238981 - 0.5, 10);
    expect(tauSquaredInterval).toMatchObject({ level: 0.95, sides: 2, method: "q-profile" });
  });

  it("finds the largest of several maxima of the restricted likelihood", () => {
    // Two that agree to the last digits and three far from them: one maximum where τ² is that of the many.
    const studies = [
      { estimate: 0, variance: 1e-6 },
      { estimate: 0.0001, variance: 1e-6 },
      { estimate: 3, variance: 1 },
      { estimate: -4, variance: 1 },
      { estimate: 5, variance: 1 },
    ];
    const found = randomEffects(studies).tauSquared ?? NaN;
    const likelihood = (tau2: number): number => {
      const weights = studies.map(({ variance }) => 1 / (variance + tau2));
      const total = weights.reduce((sum, w) => sum + w, 0);
      const mean = studies.reduce((sum, { estimate }, i) => sum + estimate * (weights[i] ?? 0), 0) / total;
      const q = studies.reduce((sum, { estimate }, i) => sum + (weights[i] ?? 0) * (estimate - mean) ** 2, 0);
      const logs = weights.reduce((sum, w) => sum - Math.log(w), 0);
      return -(logs + Math.log(total) + q) / 2;
    };
    const grid = Array.from({ length: 4000 }, (_, i) => 1e-9 * 1.007 ** i);
    expect(likelihood(found)).toBeGreaterThanOrEqual(Math.max(likelihood(0), ...grid.map(likelihood)) - 1e-9);
  });

  it.each(METHODS)("has τ² = 0 and no width where all estimates are equal, and says so, by %s", (method) => {
    const studies = [0.1, 0.2, 5].map((variance) => ({ estimate: 0.3, variance }));
    const result = randomEffects(studies, { method });
    expect(result).toMatchObject({
      status: "estimated",
      tauSquared: 0,
      iSquared: 0,
      q: { statistic: 0, degreesOfFreedom: 2, pValue: 1 },
      interval: { lower: 0.3, upper: 0.3 },
      tauSquaredInterval: { lower: 0, upper: 0 },
    });
    expect(result.estimate).toBeCloseTo(0.3, 15);
    expect(result.notices.map(({ code }) => code)).toEqual([
      "zero-variance",
      "narrow-interval",
      "closer-than-chance",
    ]);
    const plainly = randomEffects(studies, { method, adjustment: "none" });
    expect(plainly.standardError).toBeCloseTo(1 / Math.sqrt(10 + 5 + 0.2), 14);
    expect(plainly.notices.map(({ code }) => code)).toEqual(["closer-than-chance"]);
  });

  it("says where Hartung and Knapp's interval is narrower than the one without differences", () => {
    const narrow = randomEffects(equalVariances([0.1, 0.11, 0.12, 0.1, 0.11, 0.13], 0.04));
    expect(narrow.notices.map(({ code }) => code)).toContain("narrow-interval");
    const wide = randomEffects(STUDIES);
    expect(wide.notices).toEqual([]);
  });

  it("has no mean of fewer than two", () => {
    const one = randomEffects(STUDIES.slice(0, 1));
    expect(one).toMatchObject({
      status: "not-estimable",
      reason: "too-few-studies",
      estimate: null,
      interval: { lower: -Infinity, upper: Infinity },
      tauSquared: null,
      tauSquaredInterval: { lower: 0, upper: Infinity },
      iSquared: null,
      q: { degreesOfFreedom: 0, pValue: 1 },
      prediction: { lower: -Infinity, upper: Infinity, degreesOfFreedom: 0 },
      studies: [{ label: "A", estimate: -0.4, weight: 1, shrunken: null }],
    });
    expect(one).not.toHaveProperty("test");
    expect(plain(one.toText())).toMatch(/^Mean of the true values: not estimable .*fewer than two/s);
    expect(randomEffects([]).studies).toEqual([]);
  });

  it("predicts nothing from two, unless one degree of freedom is asked for", () => {
    const two = STUDIES.slice(1);
    const result = randomEffects(two);
    expect(result.prediction).toMatchObject({ lower: -Infinity, upper: Infinity, degreesOfFreedom: 0 });
    expect(result.notices.map(({ code }) => code)).toContain("no-prediction");
    const more = randomEffects(two, { prediction: "k-1" });
    expect(more.prediction.degreesOfFreedom).toBe(1);
    expect(Number.isFinite(more.prediction.upper)).toBe(true);
    expect(more.notices.map(({ code }) => code)).not.toContain("no-prediction");
  });

  it("keeps its digits from the smallest to the largest variances", () => {
    const [small, plainly, large] = [1e-48, 1, 1e48].map(scaled);
    for (const [result, scale] of [
      [small, 1e-48],
      [large, 1e48],
    ] as const) {
      expect((result?.tauSquared ?? NaN) / scale ** 2).toBeCloseTo(plainly?.tauSquared ?? NaN, 12);
      expect((result?.estimate ?? NaN) / scale).toBeCloseTo(plainly?.estimate ?? NaN, 12);
      expect(result?.iSquared).toBeCloseTo(plainly?.iSquared ?? NaN, 12);
    }
    // One that outweighs all others: the mean is its own, and Q still is what the others add.
    const heavy = randomEffects(
      [
        { estimate: 1, variance: 1e-90 },
        { estimate: 1.5, variance: 1 },
        { estimate: 0.5, variance: 1 },
      ],
      { method: "dersimonian-laird", adjustment: "none" },
    );
    expect(heavy).toMatchObject({ estimate: 1, tauSquared: 0 });
    expect(heavy.q.statistic).toBeCloseTo(0.5, 12);
  });

  it("doesn't depend on the order or on labels, to the last digit", () => {
    fc.assert(
      fc.property(anyStudies, fc.constantFrom(...METHODS), (studies, method) => {
        const [one, other] = [studies, studies.toReversed()].map((each) =>
          randomEffects(
            each.map((study, i) => ({ ...study, label: `town ${i}` })),
            { method },
          ),
        );
        expect(other).toMatchObject({
          estimate: one?.estimate,
          tauSquared: one?.tauSquared,
          iSquared: one?.iSquared,
          q: one?.q,
          interval: one?.interval,
          prediction: one?.prediction,
        });
      }),
      { numRuns: 100 },
    );
  });

  it("moves with a constant, and turns with the sign", () => {
    fc.assert(
      fc.property(
        anyStudies,
        fc.constantFrom(...METHODS),
        fc.constantFrom(...ADJUSTMENTS),
        (studies, method, adjustment) => {
          const of = (change: (estimate: number) => number): RandomEffectsEstimate =>
            randomEffects(
              studies.map(({ estimate, variance }) => ({ estimate: change(estimate), variance })),
              { method, adjustment },
            );
          const [own, moved, turned] = [of((y) => y), of((y) => y + 16), of((y) => -y)];
          // Estimates lose their last digits when 16 is added; the score's root is as sharp as τ² + v.
          expect(Math.abs((moved.estimate ?? NaN) - 16 - (own.estimate ?? NaN))).toBeLessThan(1e-6);
          expect(Math.abs((moved.tauSquared ?? NaN) - (own.tauSquared ?? NaN))).toBeLessThan(1e-6);
          expect(Math.abs((turned.estimate ?? NaN) + (own.estimate ?? NaN))).toBeLessThan(1e-6);
          expect(Math.abs(turned.interval.upper + own.interval.lower)).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("has intervals that are nested by level, hold the mean, and agree with the test; shares add up to 1", () => {
    fc.assert(
      fc.property(anyStudies, fc.constantFrom(...METHODS), fc.constantFrom(...ADJUSTMENTS), (...given) => {
        const [studies, method, adjustment] = given;
        const [wide, narrow] = [0.99, 0.8].map((level) =>
          randomEffects(studies, { method, adjustment, level }),
        );
        if (wide === undefined || narrow === undefined) throw new Error("two results");
        for (const name of ["interval", "prediction", "tauSquaredInterval"] as const) {
          expect(wide[name].lower).toBeLessThanOrEqual(narrow[name].lower);
          expect(wide[name].upper).toBeGreaterThanOrEqual(narrow[name].upper);
        }
        expect(narrow.prediction.lower).toBeLessThanOrEqual(narrow.interval.lower);
        expect(agrees(narrow)).toBe(true);
        expect(narrow.studies.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(narrow.iSquared).toBeGreaterThanOrEqual(0);
        expect(narrow.iSquared).toBeLessThan(1);
        for (const { estimate, shrunken } of narrow.studies) {
          const mean = narrow.estimate ?? NaN;
          const between = ((shrunken?.estimate ?? NaN) - mean) * (estimate - mean);
          expect(between).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is read in both languages, with the decimals that its error asks for", () => {
    const result = randomEffects(STUDIES);
    expect(plain(result.toText())).toBe(
      [
        "Mean of the true values: 0.05 (95% confidence interval −0.92 to 1.01), p = 0.855",
        "From 3 estimates. The true value of a further one may be expected from −5.22 to 5.31 (95% prediction interval). The true values’ standard deviation about their mean is τ = 0.35 (95% confidence interval 0.11 to 2.45). Of a typical estimate’s variance 82% isn’t chance (I²). That all true values are equal: Q = 11.23 on 2 degrees of freedom, p = 0.004.",
        "Method: random effects, REML.",
      ].join("\n\n"),
    );
    const small = randomEffects(
      STUDIES.map(({ estimate, variance }) => ({ estimate: estimate / 100, variance: variance / 10_000 })),
    );
    expect(plain(small.toText({ language: "da" }))).toContain(
      "Gennemsnit af de sande værdier: 0,0005 (95 %-konfidensinterval −0,0092 til 0,0101), p = 0,855",
    );
    expect(plain(small.toText({ language: "da" }))).toContain(
      "Den sande værdi for endnu en kan ventes at ligge på −0,0522 til 0,0531 (95 %-prædiktionsinterval).",
    );
    expect(result.toRows()).toMatchObject([{ measure: "random-effects-mean", method: "reml" }]);
  });

  it("tells where it comes from, and is frozen", () => {
    const result = randomEffects(STUDIES, { method: "paule-mandel", prediction: "k-1" });
    expect(result.provenance).toMatchObject({
      operation: "randomEffects",
      options: {
        method: { value: "paule-mandel", source: "given" },
        adjustment: { value: "hartung-knapp", source: "default" },
        prediction: { value: "k-1", source: "given" },
      },
      inputs: { studies: 3 },
    });
    expect(result.references.join(" ")).toMatch(/Paule & Mandel.*Hartung & Knapp.*Viechtbauer/);
    expect(Object.isFrozen(result.studies[0]?.shrunken)).toBe(true);
    expect(structuredClone({ ...result }).studies).toHaveLength(3);
    expect(randomEffects([{ estimate: 1, variance: 1 }]).studies[0]?.label).toBe("1");
  });

  it.each([
    ["impossible-studies", "studies", { estimate: 1 }],
    ["impossible-studies", "studies[1]", [STUDIES[0], null]],
    ["impossible-number", "studies[0].estimate", [{ estimate: NaN, variance: 1 }]],
    ["impossible-number", "studies[0].estimate", [{ estimate: 1e51, variance: 1 }]],
    ["impossible-variance", "studies[0].variance", [{ estimate: 1, variance: -1 }]],
    ["impossible-variance", "studies[0].variance", [{ estimate: 1, variance: Infinity }]],
    ["impossible-variance", "studies[0].variance", [{ estimate: 1, standardError: 1 }]],
    ["impossible-label", "studies[0].label", [{ estimate: 1, variance: 1, label: 4 }]],
  ])("refuses %s at %s", (code, path, studies) => {
    expect(errorOf(() => randomEffects(studies as never))).toMatchObject({ code, path });
  });

  it("refuses a variance of 0 with advice, and options that aren't there", () => {
    const error = errorOf(() => randomEffects([{ estimate: 0, variance: 0, label: "none of 20" }]));
    expect(error).toMatchObject({ code: "impossible-variance", received: 0 });
    expect(error.hint).toContain("binomialNormal");
    expect(errorOf(() => randomEffects(STUDIES, { method: "ml" as never })).code).toBe("impossible-option");
    expect(errorOf(() => randomEffects(STUDIES, { predicton: "k-1" } as never)).hint).toBe(
      "Did you mean prediction?",
    );
  });
});
