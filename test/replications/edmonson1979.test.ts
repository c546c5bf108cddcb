// Edmonson, Fleming, Decker et al. (1979), Cancer Treatment Reports 63, 241–247: two treatments of ovarian cancer, 26
// women. Data: ovarian of R's survival 3.5-3. Numbers: R 4.2.2 with survival 3.5-3.
import { describe, expect, it } from "vitest";
import { coxRegression, logRank, type Fit } from "../../src/inference/index.js";
import { datasetOf, numbersOf, textsOf } from "../support/survivalData.js";

const data = datasetOf("ovarian");
const time = numbersOf(data, "time");
const event = numbersOf(data, "status");
const column = (name: string): readonly number[] => numbersOf(data, name);
const rounded = ({ coefficients }: Fit): readonly (readonly [string, number, number])[] =>
  coefficients.map(({ term, estimate, standardError }) => [
    term,
    Number(estimate.toPrecision(9)),
    Number(standardError.toPrecision(9)),
  ]);

describe("Edmonson et al. (1979)", () => {
  it("no difference shown between the treatments: 1.06 on one degree of freedom", () => {
    // survdiff(Surv(time, status) ~ rx)
    const test = logRank({ time, event, group: textsOf(data, "rx") });
    expect(test.statistic).toBeCloseTo(1.062739861, 9);
    expect(test.pValue).toBeCloseTo(0.3026, 4);
    expect(test.expected?.["1"]).toBeCloseTo(5.23353, 5);
  });

  it("a hazard that rises with age", () => {
    // coxph(Surv(time, status) ~ rx + age)
    expect(
      rounded(coxRegression({ time, event, predictors: { rx: column("rx"), age: column("age") } })),
    ).toEqual([
      ["rx", -0.803973013, 0.632049372],
      ["age", 0.147326595, 0.0461470477],
    ]);
  });

  it("all four covariates", () => {
    // coxph(Surv(time, status) ~ age + residual + rx + ecog)
    const predictors = Object.fromEntries(
      ["age", "residual", "rx", "ecog"].map((name) => [name, column(name)]),
    );
    expect(rounded(coxRegression({ time, event, predictors }))).toEqual([
      ["age", 0.124813079, 0.046890363],
      ["residual", 0.826186441, 0.789611061],
      ["rx", -0.91449992, 0.653315631],
      ["ecog", 0.336211686, 0.643923063],
    ]);
  });
});
