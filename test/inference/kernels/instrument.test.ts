import { describe, expect, it } from "vitest";
import { reducedForms, twoStageFit } from "../../../src/inference/kernels/instrument.js";

const data = {
  assigned: Float64Array.of(1, 1, 1, 0, 0, 0),
  received: Float64Array.of(1, 1, 0, 0, 0, 0),
  response: Float64Array.of(6, 5, 4, 3, 2, 4),
  covariates: [],
};

describe("reducedForms", () => {
  it("are the differences between those assigned and those not", () => {
    const { received, response } = reducedForms(data);
    expect(received.coefficients[1]).toBeCloseTo(2 / 3, 14);
    expect(response.coefficients[1]).toBeCloseTo(2, 14);
  });
});

describe("twoStageFit", () => {
  it("is their ratio, with residuals from what was received indeed", () => {
    const fit = twoStageFit(data, reducedForms(data).received);
    expect(fit?.coefficients.at(-1)).toBeCloseTo(3, 13);
    // Intercept 3: residuals of 3 + 3·received.
    [0, -1, 1, 0, -1, 1].forEach((value, i) => expect(fit?.residuals[i]).toBeCloseTo(value, 13));
    expect(fit?.dispersion).toBeCloseTo(4 / 4, 13);
  });

  it("is nothing where the instrument says nothing, a covariate besides", () => {
    const idle = {
      ...data,
      received: Float64Array.of(1, 0, 0, 1, 0, 0),
      covariates: [Float64Array.of(1, 2, 3, 1, 2, 3)],
    };
    expect(twoStageFit(idle, reducedForms(idle).received)).toBeUndefined();
  });
});
