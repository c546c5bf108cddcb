// Hosmer & Lemeshow (2000), Applied Logistic Regression, 2nd edition, Tables 2.2 and 2.3: 189 births, 59 of them below
// 2500 grams. Data: birthwt of R's MASS 7.3-58.2. Further digits: R 4.2.2, glm(…, epsilon = 1e-15), and sandwich 3.0.2.
import { describe, expect, it } from "vitest";
import { adjustedDifference, logisticRegression, type Fit } from "../../src/inference/index.js";
import { dataSet } from "../support/dataSets.js";

const column = dataSet("data/birthwt.csv");
const low = column("low");
const race = column("race").map(String);

/** Estimate and standard error of each term, to the book's digits. */
function printed(fit: Fit): readonly (readonly [string, string, string])[] {
  return fit.coefficients.map(({ term, estimate, standardError }) => [
    term,
    estimate.toFixed(3),
    standardError.toFixed(4),
  ]);
}

/** Estimate and standard error of smoking. */
function smoke({ coefficients }: Fit): readonly number[] {
  return coefficients
    .filter(({ term }) => term === "smoke")
    .flatMap(({ estimate, standardError }) => [estimate, standardError]);
}

describe("Hosmer & Lemeshow (2000)", () => {
  it("Table 2.2: age, weight, race and visits to the physician", () => {
    const fit = logisticRegression(
      { predictors: { age: column("age"), lwt: column("lwt"), race, ftv: column("ftv") }, response: low },
      { covariance: "model" },
    );
    expect(printed(fit)).toEqual([
      ["(intercept)", "1.295", "1.0714"],
      ["age", "-0.024", "0.0337"],
      ["lwt", "-0.014", "0.0065"],
      ["race: 2", "1.004", "0.4979"],
      ["race: 3", "0.433", "0.3622"],
      ["ftv", "-0.049", "0.1672"],
    ]);
    expect(fit.logLikelihood).toBeCloseTo(-111.286, 3);
  });

  it("Table 2.3: weight and race", () => {
    const fit = logisticRegression(
      { predictors: { lwt: column("lwt"), race }, response: low },
      { covariance: "model" },
    );
    expect(printed(fit)).toEqual([
      ["(intercept)", "0.806", "0.8452"],
      ["lwt", "-0.015", "0.0064"],
      ["race: 2", "1.081", "0.4881"],
      ["race: 3", "0.481", "0.3567"],
    ]);
    expect(fit.logLikelihood).toBeCloseTo(-111.63, 2);
  });

  it("all the columns, to R's digits, by the model and by HC2", () => {
    const data = {
      predictors: {
        age: column("age"),
        lwt: column("lwt"),
        race,
        smoke: column("smoke"),
        ptl: column("ptl"),
        ht: column("ht"),
        ui: column("ui"),
      },
      response: low,
    };
    const [estimate = NaN, standardError = NaN] = smoke(logisticRegression(data, { covariance: "model" }));
    expect(estimate).toBeCloseTo(0.9233491572288, 12);
    // R's covariance is of the step before the last.
    expect(standardError).toBeCloseTo(0.40085831534155, 9);
    expect(smoke(logisticRegression(data))[1]).toBeCloseTo(0.39835940455594, 9);
    expect(logisticRegression(data).logLikelihood).toBeCloseTo(-100.713475602, 9);
  });

  it("smokers' births as a difference in risk, standardized to all mothers", () => {
    // plogis averaged over both settings of smoke, the gradient times vcovHC(type = "HC2"); chance had no part in who smoked.
    const { estimate, standardError, means } = adjustedDifference(
      { treatment: column("smoke"), response: low, covariates: { lwt: column("lwt"), race } },
      { method: "g-computation" },
    );
    expect(means?.comparator).toBeCloseTo(0.44509138592349, 12);
    expect(means?.reference).toBeCloseTo(0.23339067151446, 12);
    expect(estimate).toBeCloseTo(0.21170071440903, 12);
    expect(standardError).toBeCloseTo(0.07357735208967, 9);
  });
});
