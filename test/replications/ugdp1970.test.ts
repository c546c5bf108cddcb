// University Group Diabetes Program (1970), Diabetes 19, supplement 2, 789–830: deaths by tolbutamide and by placebo, below 55
// years and from 55; the example of Rothman's textbooks. Numbers: metafor 3.8-1 of R 4.2.2, rma.mh, whose variance of
// the difference is Sato's; the variance of Greenland and Robins by hand: Σ (n₂²n₁·p₁q₁ + n₁²n₂·p₂q₂)/N², over (Σ n₁n₂/N)².
import { describe, expect, it } from "vitest";
import { compareProportions, stratifiedComparison, type Count } from "../../src/inference/index.js";

const of = (events: number, total: number): Count => ({ events, total });
const ages = [
  { comparator: of(8, 106), reference: of(5, 120) },
  { comparator: of(22, 98), reference: of(16, 85) },
];

/** (n₂²n₁·p₁q₁ + n₁²n₂·p₂q₂)/N². */
function term(x1: number, n1: number, x2: number, n2: number): number {
  return ((x1 * (n1 - x1) * n2 * n2) / n1 + (x2 * (n2 - x2) * n1 * n1) / n2) / (n1 + n2) ** 2;
}

describe("University Group Diabetes Program (1970)", () => {
  it("4.5 points more die of all who get tolbutamide, but they are older: 3.5 within the age groups", () => {
    expect(compareProportions(of(30, 204), of(21, 205)).estimate).toBeCloseTo(0.0446, 4);
    const { estimate, standardError, interval } = stratifiedComparison(ages);
    expect(estimate).toBeCloseTo(0.0349, 6);
    expect(standardError).toBeCloseTo(0.031903, 6);
    expect(interval.lower).toBeCloseTo(-0.027628, 6);
    expect(interval.upper).toBeCloseTo(0.097428, 6);
  });

  it("with the variance of independent binomials", () => {
    const weight = (106 * 120) / 226 + (98 * 85) / 183;
    const variance = (term(8, 106, 5, 120) + term(22, 98, 16, 85)) / weight ** 2;
    const { standardError } = stratifiedComparison(ages, { variance: "greenland-robins" });
    expect(standardError).toBeCloseTo(Math.sqrt(variance), 14);
  });

  it("a ratio of risks of 1.33 (0.80 to 2.20)", () => {
    const { estimate, standardError, interval } = stratifiedComparison(ages, { measure: "risk-ratio" });
    expect(estimate).toBeCloseTo(1.325555, 6);
    expect(standardError).toBeCloseTo(0.258982, 6);
    expect(interval.lower).toBeCloseTo(0.797907, 6);
    expect(interval.upper).toBeCloseTo(2.202132, 6);
  });
});
