import { expect, it } from "vitest";
import { logBinomialTerm, logHypergeometricTerm, logPoissonTerm } from "../../src/numerics/countTerms.js";
import { choose } from "../../src/numerics/index.js";
import { EPSILON } from "./support/index.js";

it("binomial terms are C(n, x) pˣ qⁿ⁻ˣ, at their ends too", () => {
  for (const [x, n, p] of [
    [0, 12, 0.3],
    [12, 12, 0.3],
    [5, 12, 0.3],
    [1, 2, 0.999],
  ] as const) {
    expect(Math.exp(logBinomialTerm(x, n, p))).toBeNear(
      choose(n, x) * p ** x * (1 - p) ** (n - x),
      40 * EPSILON,
    );
  }
  expect(logBinomialTerm(0, 0, 0.3)).toBe(-0);
});

it("Poisson terms go on where the probability is 0", () => {
  // e^-1e6/0!, and 1^1e4 e^-1/1e4! with ln 1e4! = 82108.92783681436 (mpmath 1.2.1, 40 digits)
  expect(logPoissonTerm(0, 1e6)).toBe(-1e6);
  expect(logPoissonTerm(1e4, 1)).toBeNear(-82109.92783681436, 2 * EPSILON);
});

it("hypergeometric terms are 0 where one count is certain", () => {
  expect([logHypergeometricTerm(0, 4, 4, 0), logHypergeometricTerm(4, 4, 4, 8)]).toEqual([0, 0]);
  expect(Math.abs(logHypergeometricTerm(0, 0, 9, 5))).toBeLessThan(8 * EPSILON);
});
