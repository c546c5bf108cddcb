// Kalbfleisch & Prentice (1980), The Statistical Analysis of Failure Time Data: the Veterans Administration's lung
// cancer trial, 137 men, with Breslow's ties. Data: veteran of R's survival 3.5-3. Numbers: R 4.2.2 with survival
// 3.5-3, coxph(Surv(time, status) ~ karno + diagtime + age + prior + celltype + trt, ties = "breslow"), cell types
// against large cells.
import { describe, expect, it } from "vitest";
import { coxRegression, logRank } from "../../src/inference/index.js";
import { datasetOf, numbersOf, textsOf } from "../support/survivalData.js";

const data = datasetOf("veteran");
const time = numbersOf(data, "time");
const event = numbersOf(data, "status");
const celltype = textsOf(data, "celltype");

describe("Kalbfleisch & Prentice (1980)", () => {
  it("the proportional hazards model of all covariates", () => {
    const { coefficients } = coxRegression(
      {
        time,
        event,
        predictors: {
          karno: numbersOf(data, "karno"),
          diagtime: numbersOf(data, "diagtime"),
          age: numbersOf(data, "age"),
          prior: numbersOf(data, "prior").map((prior) => prior / 10),
          adeno: celltype.map((type) => type === "adeno"),
          smallcell: celltype.map((type) => type === "smallcell"),
          squamous: celltype.map((type) => type === "squamous"),
          trt: numbersOf(data, "trt"),
        },
      },
      { ties: "breslow" },
    );
    const expected: Readonly<Record<string, readonly [number, number]>> = {
      karno: [-0.03262171852, 0.005505240232],
      diagtime: [-9.200172092e-5, 0.009125105189],
      age: [-0.008549423607, 0.009304157775],
      prior: [0.07232653677, 0.232132508715],
      adeno: [0.7886715345, 0.302667573592],
      smallcell: [0.4568588748, 0.266272554939],
      squamous: [-0.3996277788, 0.282662550075],
      trt: [0.2899358788, 0.207210136945],
    };
    expect(coefficients.map(({ term }) => term)).toEqual(Object.keys(expected));
    for (const { term, estimate, standardError } of coefficients) {
      expect(estimate).toBeCloseTo(expected[term]?.[0] ?? NaN, 10);
      expect(standardError).toBeCloseTo(expected[term]?.[1] ?? NaN, 10);
    }
  });

  it("a log-rank statistic of 25.4 among four cell types", () => {
    // survdiff(Surv(time, status) ~ celltype)
    const { statistic, degreesOfFreedom, pValue, expected } = logRank({ time, event, group: celltype });
    expect(statistic).toBeCloseTo(25.4, 1);
    expect(degreesOfFreedom).toBe(3);
    expect(pValue).toBeCloseTo(1.27125e-5, 10);
    expect(Object.keys(expected ?? {})).toEqual(["adeno", "large", "smallcell", "squamous"]);
    expect(expected?.["smallcell"]).toBeCloseTo(30.102079, 6);
  });
});
