import { describe, expect, it } from "vitest";
import { binomialNormal } from "../../src/inference/index.js";
import { isNear, numberOf, referenceCases, type ReferenceCase } from "../support/fixtures.js";

function misses({ input, expected, tol }: ReferenceCase): unknown {
  const totals = input["n"] as readonly number[];
  const counts = (input["x"] as readonly number[]).map((events, i) => ({ events, total: totals[i] ?? NaN }));
  const { logit, tauSquared, tauSquaredError, likelihoodRatio } = binomialNormal(counts);
  const found: Readonly<Record<string, number | null | undefined>> = {
    mean: logit?.estimate,
    se: logit?.standardError,
    tau2: tauSquared,
    tau2_se: tauSquaredError,
    log_likelihood: likelihoodRatio?.logLikelihood,
    null_log_likelihood: likelihoodRatio?.nullLogLikelihood,
  };
  return Object.keys(expected)
    .filter((name) => !isNear(found[name] ?? NaN, numberOf(expected, name), tol ?? { abs: 0, rel: 0 }))
    .map((name) => [name, found[name], expected[name]]);
}

describe("binomial-normal.json", () => {
  const cases = referenceCases("binomial-normal");

  it("is given, 15 cases", () => {
    expect(cases).toHaveLength(15);
    for (const given of cases) expect([given.id, misses(given)]).toEqual([given.id, []]);
  });
});
