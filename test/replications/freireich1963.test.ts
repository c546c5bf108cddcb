// Freireich, Gehan, Frei et al. (1963), Blood 21, 699–716: 42 children with acute leukemia in remission, in pairs of
// which one got 6-mercaptopurine and one a placebo; weeks until relapse. Data: gehan of R's MASS 7.3-58.2, from
// Gehan (1965), Biometrika 52, 203–233, and Cox & Oakes (1984), Analysis of Survival Data, page 7.
// Numbers: R 4.2.2 with survival 3.5-3, and by hand where it says so; the curve and the log-rank test are those that
// textbooks print (16.79 on one degree of freedom; 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448).
import { describe, expect, it } from "vitest";
import { coxRegression, kaplanMeier, logRank, restrictedMean } from "../../src/inference/index.js";
import { datasetOf, numbersOf, textsOf } from "../support/survivalData.js";

const data = datasetOf("freireich1963");
const time = numbersOf(data, "time");
const event = numbersOf(data, "status");
const group = textsOf(data, "group");
const pair = numbersOf(data, "pair");
const predictors = { placebo: group.map((each) => each === "placebo") };

describe("Freireich et al. (1963)", () => {
  const curve = kaplanMeier({ time, event, group });

  it("remissions by Kaplan and Meier, with Greenwood's errors and log-log limits", () => {
    // survfit(Surv(time, status) ~ group, conf.type = "log-log")
    const steps = curve.rows
      .filter((row) => row.group === "6-MP" && row.events > 0)
      .map((row) => [row.time, row.atRisk, row.estimate, row.standardError ?? NaN, row.lower, row.upper])
      .map((row) => row.map((value) => Number(value.toPrecision(6))));
    expect(steps).toEqual([
      [6, 21, 0.857143, 0.0763604, 0.619718, 0.951552],
      [7, 17, 0.806723, 0.0869353, 0.563147, 0.922809],
      [10, 15, 0.752941, 0.0963497, 0.5032, 0.889362],
      [13, 12, 0.690196, 0.106815, 0.43161, 0.849066],
      [16, 11, 0.627451, 0.114054, 0.367511, 0.804912],
      [22, 7, 0.537815, 0.128234, 0.267779, 0.746791],
      [23, 6, 0.448179, 0.134591, 0.188052, 0.680143],
    ]);
  });

  it("median remissions of 23 and 8 weeks", () => {
    expect(curve.median()).toEqual([
      { group: "6-MP", probability: 0.5, time: 23, lower: 13, upper: Infinity },
      { group: "placebo", probability: 0.5, time: 8, lower: 4, upper: 11 },
    ]);
  });

  it("a log-rank statistic of 16.79: 9 relapses of 19.25 expected, 21 of 10.75", () => {
    const { statistic, pValue, counts, expected } = logRank({ time, event, group });
    expect(statistic).toBeCloseTo(16.79294099, 8);
    expect(pValue).toBeCloseTo(4.169e-5, 8);
    expect(counts).toEqual({ "6-MP": { events: 9, total: 21 }, "placebo": { events: 21, total: 21 } });
    expect(expected?.["6-MP"]).toBeCloseTo(19.2505, 4);
    expect(expected?.["placebo"]).toBeCloseTo(10.7495, 4);
  });

  it("18 pairs for the drug and 3 against it: the sign test within pairs", () => {
    // A pair tells by its first relapse alone, where the odds are even: (18 − 3)²/21.
    expect(logRank({ time, event, group, stratum: pair }).statistic).toBeCloseTo(225 / 21, 12);
    // And the hazard ratio is 18 to 3.
    const [placebo] = coxRegression({ time, event, predictors, stratum: pair }).coefficients;
    expect(placebo?.estimate).toBeCloseTo(Math.log(6), 12);
    expect(placebo?.standardError).toBeCloseTo(Math.sqrt(1 / 18 + 1 / 3), 12);
  });

  it("a hazard ratio of 4.82 by Efron's ties, of 4.52 by Breslow's", () => {
    const efron = coxRegression({ time, event, predictors });
    expect(efron.coefficients[0]?.estimate).toBeCloseTo(1.572125149, 9);
    expect(efron.coefficients[0]?.standardError).toBeCloseTo(0.4123967177, 9);
    expect(efron.logLikelihood).toBeCloseTo(-85.00842458, 8);
    const breslow = coxRegression({ time, event, predictors }, { ties: "breslow" });
    expect(breslow.coefficients[0]?.estimate).toBeCloseTo(1.509191413, 9);
    expect(breslow.coefficients[0]?.standardError).toBeCloseTo(0.4095644064, 9);
    expect(breslow.logLikelihood).toBeCloseTo(-86.37962207, 8);
  });

  it("a standard error that knows of the pairs", () => {
    const [placebo] = coxRegression({ time, event, predictors, clusters: pair }).coefficients;
    expect(placebo?.estimate).toBeCloseTo(1.572125149, 9);
    expect(placebo?.standardError).toBeCloseTo(0.3911361673, 9);
  });

  it("9.2 weeks more without relapse, of 23", () => {
    const difference = restrictedMean({ time, event, group }, { until: 23, reference: "placebo" });
    // By hand: all on placebo relapse, so their mean is Σ time/21 = 182/21.
    expect(difference.means["placebo"]?.mean).toBeCloseTo(182 / 21, 12);
    expect(difference.means["placebo"]?.standardError).toBeCloseTo(1.377390041, 9);
    expect(difference.means["6-MP"]?.mean).toBeCloseTo(17.909243697, 9);
    expect(difference.means["6-MP"]?.standardError).toBeCloseTo(1.553189978, 9);
    expect(difference.estimate).toBeCloseTo(9.24257703, 8);
  });
});
