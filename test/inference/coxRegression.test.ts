import { describe, expect, it } from "vitest";
import { coxRegression, type CoxData } from "../../src/inference/index.js";
import { errorOf, plain } from "./support.js";

const four: CoxData = { time: [1, 2, 3, 4], event: [1, 1, 1, 1], predictors: { supplier: [1, 0, 1, 0] } };
const codesOf = (data: CoxData): readonly string[] => coxRegression(data).notices.map(({ code }) => code);

describe("coxRegression", () => {
  it("finds where the partial likelihood is largest, by hand", () => {
    // With u = exp(β): u/(2u + 2) · 1/(u + 2) · u/(u + 1); its logarithm is flat where u² − u − 4 = 0.
    const u = (1 + Math.sqrt(17)) / 2;
    const { coefficients, covariance, logLikelihood, nullLogLikelihood, converged } = coxRegression(four);
    expect(coefficients[0]).toMatchObject({ term: "supplier", estimate: expect.closeTo(Math.log(u), 12) });
    // The information is Σ p(1 − p) over the risk sets.
    const information = 2 * (u / (u + 1) ** 2) + (2 * u) / (u + 2) ** 2;
    expect(covariance).toEqual([[expect.closeTo(1 / information, 12)]]);
    expect(logLikelihood).toBeCloseTo(Math.log(u ** 2 / (2 * (u + 1) ** 2 * (u + 2))), 12);
    expect(nullLogLikelihood).toBeCloseTo(-Math.log(24), 12);
    expect(converged).toBe(true);
  });

  it("lets tied events leave one after the other, or together", () => {
    // Both of supplier and one other fail at 1 of four; Efron: 4, 4 − 3/3 and 4 − 6/3 hazards at β = 0.
    const tied: CoxData = { time: [1, 1, 1, 2], event: [1, 1, 1, 0], predictors: { supplier: [1, 1, 0, 0] } };
    expect(coxRegression(tied).nullLogLikelihood).toBeCloseTo(-Math.log(4 * 3 * 2), 12);
    expect(coxRegression(tied, { ties: "breslow" }).nullLogLikelihood).toBeCloseTo(-3 * Math.log(4), 12);
  });

  it("tests the model by likelihood ratio, Wald and score", () => {
    const {
      modelTests = [],
      coefficients,
      logLikelihood = NaN,
      nullLogLikelihood = NaN,
    } = coxRegression(four);
    const statistics = Object.fromEntries(modelTests.map(({ method, statistic }) => [method, statistic]));
    expect(statistics["likelihood-ratio"]).toBeCloseTo(2 * (logLikelihood - nullLogLikelihood), 12);
    expect(statistics["wald"]).toBeCloseTo((coefficients[0]?.test.statistic ?? NaN) ** 2, 12);
    // At β = 0: U = 1/2 − 1/3 + 1/2, I = 1/4 + 2/9 + 1/4.
    expect(statistics["score"]).toBeCloseTo((2 / 3) ** 2 / (1 / 2 + 2 / 9), 12);
    expect(modelTests.map(({ degreesOfFreedom }) => degreesOfFreedom)).toEqual([1, 1, 1]);
  });

  it("takes categories apart, as the other regressions do", () => {
    const { coefficients } = coxRegression({
      time: [1, 2, 3, 4, 5, 6],
      event: [1, 1, 1, 1, 1, 1],
      predictors: { arm: ["b", "a", "c", "b", "c", "a"], old: [true, false, false, true, true, false] },
    });
    expect(coefficients.map(({ term }) => term)).toEqual(["arm: b", "arm: c", "old"]);
  });

  it("leaves out what other terms tell within strata, and says so", () => {
    const time = [1, 2, 3, 4, 5, 6, 7, 8];
    const data: CoxData = {
      time,
      event: time.map(() => 1),
      predictors: {
        x: [3, 1, 4, 1, 5, 9, 2, 6],
        doubled: [6, 2, 8, 2, 10, 18, 4, 12],
        constant: time.map(() => 7),
        ofStratum: [0.1, 0.1, 0.1, 0.1, 0.3, 0.3, 0.3, 0.3],
      },
      stratum: ["a", "a", "a", "a", "b", "b", "b", "b"],
    };
    const fit = coxRegression(data);
    expect(fit.coefficients.map(({ term }) => term)).toEqual(["x"]);
    expect(fit.notices[0]).toEqual({
      code: "aliased-terms",
      severity: "caution",
      terms: ["doubled", "constant", "ofStratum"],
    });
    expect(coxRegression({ ...data, stratum: undefined }).coefficients).toHaveLength(2);
  });

  it("knows no more of a term that varies only among those who leave before the first event", () => {
    const data: CoxData = {
      time: [1, 2, 3, 4],
      event: [0, 1, 1, 0],
      predictors: { x: [1, 0, 0, 0], y: [0, 1, 0, 1] },
    };
    expect(coxRegression(data).coefficients.map(({ term }) => term)).toEqual(["y"]);
  });

  it("can have no terms at all", () => {
    const fit = coxRegression({ ...four, predictors: {} });
    expect(fit).toMatchObject({
      coefficients: [],
      covariance: [],
      status: "estimated",
      converged: true,
      modelTests: [],
    });
    expect(fit.logLikelihood).toBeCloseTo(-Math.log(24), 12);
  });

  it("does not mind a column's scale", () => {
    const x = [3, 1, 4, 1, 5, 9];
    const fit = (factor: number, offset: number) =>
      coxRegression({
        time: [4, 2, 6, 1, 3, 5],
        event: [1, 1, 1, 1, 0, 1],
        predictors: { x: x.map((value) => offset + factor * value) },
      });
    const plainFit = fit(1, 0);
    for (const [factor, offset] of [
      [1e-6, 0],
      [1e9, 0],
      [1, 1e6],
    ] as const) {
      const scaled = fit(factor, offset);
      expect((scaled.coefficients[0]?.estimate ?? NaN) * factor).toBeCloseTo(
        plainFit.coefficients[0]?.estimate ?? NaN,
        8,
      );
      expect(scaled.logLikelihood).toBeCloseTo(plainFit.logLikelihood ?? NaN, 9);
    }
  });
});

describe("a likelihood without a maximum", () => {
  // Whoever fails always has the largest x of those left.
  const monotone: CoxData = { ...four, predictors: { supplier: [1, 1, 0, 0] } };

  it("is said, with a coefficient without end", () => {
    const fit = coxRegression(monotone);
    expect(fit.converged).toBe(false);
    expect(fit.coefficients).toEqual([
      {
        term: "supplier",
        estimate: Infinity,
        standardError: Infinity,
        interval: { lower: -Infinity, upper: Infinity, level: 0.95, sides: 2, method: "model" },
        test: { statistic: 0, pValue: 1, alternative: "two-sided", nullValue: 0 },
      },
    ]);
    expect(fit.notices).toContainEqual({
      code: "monotone-likelihood",
      severity: "warning",
      terms: ["supplier"],
    });
    // What the likelihood comes up to: 1/2 · 1 · 1/2 · 1.
    expect(fit.logLikelihood).toBeCloseTo(-Math.log(4), 7);
  });

  it("has a likelihood-ratio test nevertheless, and no Wald test", () => {
    const { modelTests = [] } = coxRegression(monotone);
    expect(modelTests.map(({ method }) => method)).toEqual(["likelihood-ratio", "score"]);
    expect(modelTests[0]?.statistic).toBeCloseTo(2 * Math.log(24 / 4), 6);
  });

  it("has a sign", () => {
    expect(coxRegression({ ...four, predictors: { x: [0, 0, 1, 1] } }).coefficients[0]?.estimate).toBe(
      -Infinity,
    );
  });

  it("leaves the other terms what they are without the one, in the risk sets that remain", () => {
    // All of z = 1 fail before anyone else, and first: after them only z = 0 are left. In the limit those of z = 1
    // are alone with each other, as in strata by z.
    const data = {
      time: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      event: [1, 1, 1, 1, 1, 1, 0, 1, 1, 1],
      predictors: { z: [1, 1, 1, 1, 0, 0, 0, 0, 0, 0], x: [2, 5, 1, 3, 4, 1, 6, 2, 5, 3] },
    };
    const fit = coxRegression(data);
    expect(fit.coefficients.map(({ estimate }) => Number.isFinite(estimate))).toEqual([false, true]);
    const within = coxRegression({
      ...data,
      predictors: { x: data.predictors.x },
      stratum: data.predictors.z,
    });
    expect(fit.coefficients[1]?.estimate).toBeCloseTo(within.coefficients[0]?.estimate ?? NaN, 6);
    expect(fit.coefficients[1]?.standardError).toBeCloseTo(within.coefficients[0]?.standardError ?? NaN, 6);
    expect(fit.logLikelihood).toBeCloseTo(within.logLikelihood ?? NaN, 7);
    expect(fit.covariance[0]).toEqual([Infinity, 0]);
  });

  it("is found along a combination of terms of which none is enough alone", () => {
    // a + b falls from person to person; neither a nor b does.
    const a = [5, 1, 4, 1, 2, 0];
    const b = [5, 8, 4, 5, 2, 1];
    const time = [1, 2, 3, 4, 5, 6];
    const event = time.map(() => 1);
    const ends = (predictors: CoxData["predictors"]): readonly boolean[] =>
      coxRegression({ time, event, predictors }).coefficients.map(
        ({ estimate }) => !Number.isFinite(estimate),
      );
    expect(ends({ a })).toEqual([false]);
    expect(ends({ b })).toEqual([false]);
    expect(ends({ a, b })).toEqual([true, true]);
  });

  it("is not seen in one that merely lies far out", () => {
    // One failure in a thousand against the order.
    const rows = Array.from({ length: 1000 }, (_, i) => i);
    const x = rows.map((i) => (i < 500 ? 1 : 0));
    x[499] = 0;
    x[999] = 1;
    const fit = coxRegression({ time: rows, event: rows.map(() => 1), predictors: { x } });
    expect(fit.converged).toBe(true);
    expect(fit.coefficients[0]?.estimate).toBeGreaterThan(3);
    expect(codesOf({ time: rows, event: rows.map(() => 1), predictors: { x } })).toEqual([]);
  });
});

const twice = <Value>(values: ArrayLike<Value>): readonly Value[] => [
  ...Array.from(values),
  ...Array.from(values),
];

describe("clusters in Cox models", () => {
  const time = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
  const data: CoxData = {
    time,
    event: [1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1],
    predictors: { x: [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5] },
  };

  it("of one row each are no clusters", () => {
    const alone = coxRegression(data, { covariance: "robust" });
    const clustered = coxRegression({ ...data, clusters: time.map((_, row) => row) });
    expect(clustered.covariance).toEqual(alone.covariance);
    expect(clustered.coefficients[0]?.interval.method).toBe("robust");
    expect(clustered.provenance.options["covariance"]).toEqual({ value: "robust", source: "derived" });
    expect(alone.references.join()).toContain("Lin & Wei");
  });

  it("that repeat every row leave the robust error as it was", () => {
    const breslow = { ties: "breslow" } as const;
    const once = coxRegression({ ...data, clusters: time.map((_, row) => row) }, breslow);
    const doubled = coxRegression(
      {
        time: twice(time),
        event: twice(data.event),
        predictors: { x: twice(data.predictors["x"] as readonly number[]) },
        clusters: twice(time.map((_, row) => row)),
      },
      breslow,
    );
    expect(doubled.coefficients[0]?.estimate).toBeCloseTo(once.coefficients[0]?.estimate ?? NaN, 10);
    expect(doubled.coefficients[0]?.standardError).toBeCloseTo(
      once.coefficients[0]?.standardError ?? NaN,
      10,
    );
  });

  it("are too few if there is one, and few below ten", () => {
    expect(coxRegression({ ...data, clusters: time.map(() => "a") })).toMatchObject({
      status: "not-estimable",
      reason: "too-few-clusters",
    });
    expect(codesOf({ ...data, clusters: time.map((_, row) => row % 4) })).toEqual([
      "few-clusters",
      "few-events",
      "independent-rows",
    ]);
  });

  it("are wanted of small strata, and say so where they take one apart", () => {
    const strata: CoxData = { ...data, stratum: time.map((_, row) => Math.floor(row / 4)) };
    const robust = (clusters?: CoxData["clusters"]): readonly string[] =>
      coxRegression({ ...strata, clusters }, { covariance: "robust" }).notices.map(({ code }) => code);
    expect(robust()).toContain("small-strata");
    expect(robust(time.map((_, row) => Math.floor(row / 2)))).toContain("small-strata");
    expect(robust(strata.stratum)).not.toContain("small-strata");
    expect(robust(time.map((_, row) => Math.floor(row / 8)))).not.toContain("small-strata");
    expect(codesOf(strata)).not.toContain("small-strata");
    expect(coxRegression(data, { covariance: "robust" }).notices).toHaveLength(1); // few events
  });

  it("refuse the model's covariance", () => {
    expect(errorOf(() => coxRegression({ ...data, clusters: time }, { covariance: "model" }))).toMatchObject({
      code: "impossible-option",
      path: "coxRegression.covariance",
    });
  });
});

describe("a Cox model of nothing", () => {
  it.each([
    ["no-observations", { time: [], event: [], predictors: { x: [] } }],
    ["no-event", { time: [1, 2], event: [0, 0], predictors: { x: [1, 2] } }],
  ])("is not estimable: %s", (reason, data) => {
    expect(coxRegression(data)).toMatchObject({
      status: "not-estimable",
      reason,
      coefficients: [],
      converged: false,
      notices: [{ code: "not-estimable", reason }],
    });
  });

  it.each([
    ["missing-column", "coxRegression.event", { time: [1], predictors: {} }],
    ["columns-differ", "coxRegression.predictors.x", { time: [1], event: [1], predictors: { x: [1, 2] } }],
    [
      "impossible-number",
      "coxRegression.predictors.x[0]",
      { time: [1], event: [1], predictors: { x: [NaN] } },
    ],
    ["impossible-data", "coxRegression.predictors", { time: [1], event: [1], predictors: [1] }],
    ["unknown-column", "coxRegression.strata", { time: [1], event: [1], predictors: {}, strata: [1] }],
    ["impossible-data", "coxRegression", null],
  ])("is refused: %s at %s", (code, path, data) => {
    expect(errorOf(() => coxRegression(data as never))).toMatchObject({ code, path });
  });
});

describe("a Cox model shows itself", () => {
  it("with hazard ratios, in both languages", () => {
    const fit = coxRegression(four);
    const english = plain(fit.toText());
    expect(english).toContain("Cox regression: 4 observations, 4 events");
    expect(english).toMatch(/supplier +0\.94 +1\.24 +.* 2\.56 \(0\.23 to 29\.12\)/);
    expect(english).toContain("Likelihood-ratio test of all terms: ");
    const danish = plain(fit.toText({ language: "da" }));
    expect(danish).toContain("Cox-regression: 4 observationer, 4 hændelser");
    expect(danish).toContain("Hazardratio");
    expect(danish).toContain("Likelihood ratio-test af alle led: ");
  });

  it("with Wald's test where there are clusters, which the other two don't heed", () => {
    const clustered: CoxData = {
      time: [1, 2, 3, 4, 5, 6],
      event: [1, 1, 1, 1, 1, 1],
      predictors: { x: [1, 0, 1, 0, 0, 1] },
      clusters: [1, 1, 2, 2, 3, 3],
    };
    const fit = coxRegression(clustered);
    expect(fit.modelTests?.map(({ method }) => method)).toEqual(["likelihood-ratio", "wald", "score"]);
    expect(fit.notices).toContainEqual({
      code: "independent-rows",
      severity: "info",
      tests: ["likelihood-ratio", "score"],
    });
    expect(plain(fit.toText())).toContain("Wald test of all terms: ");
    expect(plain(fit.toText())).not.toContain("Likelihood-ratio test of all terms: ");
    expect(plain(fit.toText({ language: "da" }))).toContain("Walds test af alle led: ");
    expect(codesOf({ ...clustered, clusters: undefined })).not.toContain("independent-rows");
  });

  it("and says that a robust standard error of 0 is none", () => {
    const fit = coxRegression({
      time: [0, 4, 2, 0, 4, 1],
      event: [0, 1, 1, 1, 1, 0],
      predictors: { x: [1.9, 3.6, 0.3, 0.5, 2.4, 1.8], z: ["p", "q", "q", "p", "p", "q"] },
      stratum: [3, 1, 2, 0, 1, 2],
      clusters: [0, 0, 1, 1, 2, 2],
    });
    expect(fit.coefficients).toMatchObject([{ term: "x", standardError: 0 }]);
    expect(fit.notices).toContainEqual({ code: "zero-variance", severity: "warning" });
  });

  it("and says in words that a coefficient has no end", () => {
    const fit = coxRegression({ ...four, predictors: { supplier: [1, 1, 0, 0] } });
    expect(fit.toText()).toContain("the extreme value of supplier among those still followed");
    expect(fit.toText({ language: "da" })).toContain(
      "Den, der får hændelsen, har altid den yderste værdi af supplier",
    );
    expect(fit.toRows()).toMatchObject([
      { term: "supplier", estimate: Infinity, lower: -Infinity, pValue: 1 },
    ]);
    expect(JSON.parse(JSON.stringify(fit))).toMatchObject({ coefficients: [{ estimate: "Infinity" }] });
  });
});
