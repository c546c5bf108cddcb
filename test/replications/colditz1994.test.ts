// Colditz et al. (1994), Journal of the American Medical Association 271, 698–702: 13 trials of BCG vaccine against
// tuberculosis. Data: dat.bcg of R's metadat 1.2.0. Published, as metafor's documentation prints it (Viechtbauer 2010, Journal of
// Statistical Software 36(3), doi:10.18637/jss.v036.i03): log risk ratios, REML −0.7145 (0.1798), τ² 0.3132, I² 92.22 %, Q(12) =
// 152.2330; Q-profile 0.1197 to 1.1115. Further digits: R 4.2.2 with metafor 3.8-1, rma(yi, vi, control = list(threshold =
// 1e-14, tol = 1e-15, maxiter = 1000)), leave1out, influence; the control groups' rates: rma.glmm(measure = "PLO", nAGQ = 100), and lme4 1.1-31.
import { describe, expect, it } from "vitest";
import { binomialNormal, leaveOneOut, randomEffects, type Study } from "../../src/inference/index.js";

/** Cases and others among the vaccinated, cases and others among the controls. */
const TRIALS = [
  ["Aronson 1948", 4, 119, 11, 128],
  ["Ferguson & Simes 1949", 6, 300, 29, 274],
  ["Rosenthal et al. 1960", 3, 228, 11, 209],
  ["Hart & Sutherland 1977", 62, 13536, 248, 12619],
  ["Frimodt-Møller et al. 1973", 33, 5036, 47, 5761],
  ["Stein & Aronson 1953", 180, 1361, 372, 1079],
  ["Vandiviere et al. 1973", 8, 2537, 10, 619],
  ["TPT Madras 1980", 505, 87886, 499, 87892],
  ["Coetzee & Berjak 1968", 29, 7470, 45, 7232],
  ["Rosenthal et al. 1961", 17, 1699, 65, 1600],
  ["Comstock et al. 1974", 186, 50448, 141, 27197],
  ["Comstock & Webster 1969", 5, 2493, 3, 2338],
  ["Comstock et al. 1976", 27, 16886, 29, 17825],
] as const;

/** Log risk ratios with their variances 1/x₁ − 1/n₁ + 1/x₂ − 1/n₂. */
const STUDIES: readonly Study[] = TRIALS.map(([label, cases, others, controlCases, controls]) => ({
  label,
  estimate: Math.log(cases / (cases + others) / (controlCases / (controlCases + controls))),
  variance: 1 / cases - 1 / (cases + others) + 1 / controlCases - 1 / (controlCases + controls),
}));

describe("Colditz et al. (1994)", () => {
  it.each([
    ["reml", -0.714532342158, 0.179781516105, 0.313243258136, 0.922213845213],
    ["dersimonian-laird", -0.714117222073, 0.178742089535, 0.308760262862, 0.92117346854562],
    ["paule-mandel", -0.714968153493444, 0.180892191537624, 0.318068452205024, 0.923303379541533],
  ] as const)(
    "by %s a mean of %d, standard error %d, τ² %d and I² %d",
    (method, mean, error, tauSquared, share) => {
      const result = randomEffects(STUDIES, { method, adjustment: "none" });
      expect(result.estimate).toBeCloseTo(mean, 11);
      expect(result.standardError).toBeCloseTo(error, 11);
      expect(result.tauSquared).toBeCloseTo(tauSquared, 11);
      expect(result.iSquared).toBeCloseTo(share, 11);
      expect(result.q.statistic).toBeCloseTo(152.233008082, 9);
      expect(result.q.degreesOfFreedom).toBe(12);
      expect((result.q.pValue * 1e26).toFixed(4)).toBe("1.9968");
    },
  );

  it("as printed, and the vaccine halves the risk: exp(−0.7145) = 0.49, from 0.34 to 0.70", () => {
    const { estimate, interval, tauSquared, tauSquaredInterval, iSquared } = randomEffects(STUDIES, {
      adjustment: "none",
    });
    expect(estimate?.toFixed(4)).toBe("-0.7145");
    expect(tauSquared?.toFixed(4)).toBe("0.3132");
    expect((100 * (iSquared ?? NaN)).toFixed(2)).toBe("92.22");
    expect([interval.lower, interval.upper].map((limit) => Math.exp(limit).toFixed(2))).toEqual([
      "0.34",
      "0.70",
    ]);
    expect([tauSquaredInterval.lower, tauSquaredInterval.upper].map((limit) => limit.toFixed(4))).toEqual([
      "0.1197",
      "1.1115",
    ]);
  });

  it("by Hartung and Knapp a little less certain; where a further trial may be expected holds no effect", () => {
    const { standardError, interval, prediction } = randomEffects(STUDIES, { prediction: "k-1" });
    expect(standardError).toBeCloseTo(0.180791744093, 11);
    expect(interval.lower).toBeCloseTo(-1.108443713686, 11);
    expect(interval.upper).toBeCloseTo(-0.32062097063, 11);
    expect(prediction.lower).toBeCloseTo(-1.996016834196, 11);
    expect(prediction.upper).toBeCloseTo(0.5669521498799, 11);
  });

  it("draws the trials towards their mean", () => {
    const { studies } = randomEffects(STUDIES);
    // Aronson 1948, TPT Madras 1980 and Comstock & Webster 1969.
    const shown = [0, 7, 11].map((i) => {
      const { shrunken } = studies[i] ?? {};
      const { estimate = NaN, standardError = NaN, interval } = shrunken ?? {};
      return [estimate, standardError, interval?.lower, interval?.upper].map((value) => value?.toFixed(4));
    });
    expect(shown).toEqual([
      ["-0.8002", "0.4100", "-1.6936", "0.0932"],
      ["0.0029", "0.0626", "-0.1335", "0.1392"],
      ["-0.2847", "0.4585", "-1.2836", "0.7142"],
    ]);
  });

  it("hangs on none of them", () => {
    const rows = leaveOneOut(STUDIES, { adjustment: "none" });
    const close = (name: "estimate" | "standardError" | "residual" | "influence" | "tauSquared") =>
      [rows[0], rows[3], rows[7]].map((row) => row?.[name].toPrecision(7));
    expect(close("estimate")).toEqual(["-0.7070838", "-0.6284094", "-0.7947676"]);
    expect(close("standardError")).toEqual(["0.1899610", "0.1766189", "0.1798777"]);
    expect(close("residual")).toEqual(["-0.2181425", "-1.451201", "1.450081"]);
    expect(close("influence")).toEqual(["-0.04070755", "-0.5200510", "0.4774600"]);
    expect(close("tauSquared")).toEqual(["0.3361567", "0.2627581", "0.2731829"]);
    expect(rows.every(({ interval }) => interval.upper < -0.2)).toBe(true);
  });

  it("and the controls' rates lie far apart: −4.1158 and τ² 2.503 of their logits", () => {
    const { logit, tauSquared, likelihoodRatio } = binomialNormal(
      TRIALS.map(([label, , , events, others]) => ({ label, events, total: events + others })),
    );
    // lme4 and metafor end their search after six digits or so.
    expect(logit?.estimate).toBeCloseTo(-4.11578, 4);
    expect(logit?.standardError).toBeCloseTo(0.44367, 4);
    expect(tauSquared).toBeCloseTo(2.50302, 3);
    expect(likelihoodRatio?.pValue).toBeLessThan(1e-100);
  });
});
