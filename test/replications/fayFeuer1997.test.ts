// Fay & Feuer (1997), Statistics in Medicine 16, 791–801, doi:10.1002/(SICI)1097-0258(19970415)16:7<791::AID-SIM500>3.0.CO;2-#:
// Down's syndrome among births in Michigan, 1950 to 1964, by the mother's age, standardized to all of them for each birth order.
// Data: Stark & Mantel (1966), J. Natl. Cancer Inst. 37, 687–698, as in Fleiss (1981), Statistical Methods for Rates and
// Proportions, 2nd ed., Table 14.4 (p. 249), and as the documentation of R's epitools 0.5-9 has them (ageadjust.direct). Published, as
// the vignette of CRAN's dsrTest 1.0.0 prints it for the fifth birth order and later: per 100,000, 75.52901, gamma limits 67.70212 and
// 188.30017. Further digits and orders: R 4.2.2, qchisq by the paper's formulas; Dobson et al. (1991) with exact limits likewise.
import { describe, expect, it } from "vitest";
import { standardize, type StandardizationMethod } from "../../src/inference/index.js";

/** Births and cases of mothers under 20, 20–24, 25–29, 30–34, 35–39, 40 and over; the first to the fourth child, then later ones. */
const ORDERS = [
  { births: [230061, 329449, 114920, 39487, 14208, 3052], cases: [107, 141, 60, 40, 39, 25] },
  { births: [72202, 326701, 208667, 83228, 28466, 5375], cases: [25, 150, 110, 84, 82, 39] },
  { births: [15050, 175702, 207081, 117300, 45026, 8660], cases: [3, 71, 114, 103, 108, 75] },
  { births: [2293, 68800, 132424, 98301, 46075, 9834], cases: [1, 26, 64, 89, 137, 96] },
  { births: [327, 30666, 123419, 149919, 104088, 34392], cases: [0, 8, 63, 112, 262, 295] },
] as const;
const ALL = [319933, 931318, 786511, 488235, 237863, 61313];

/** The rate of a birth order per 100,000 with its limits. */
function standardized(order: number, method?: StandardizationMethod): readonly number[] {
  const { births: total = [], cases: events = [] } = ORDERS[order - 1] ?? {};
  const { estimate, interval } = standardize({ events, total, standard: ALL }, { method });
  return [estimate ?? NaN, interval.lower, interval.upper].map((value) => 1e5 * value);
}

describe("Fay & Feuer (1997)", () => {
  it("75.5 with gamma limits of 67.7 and 188.3 for the fifth birth order and later", () => {
    const [rate = NaN, lower = NaN, upper = NaN] = standardized(5, "fay-feuer");
    expect(rate).toBeCloseTo(75.52901, 5);
    expect(lower).toBeCloseTo(67.70212, 5);
    expect(upper).toBeCloseTo(188.30017, 5);
  });

  it.each([
    [1, 92.30452553, 80.44174985, 105.76334575],
    [2, 91.17411683, 82.36121165, 100.86757632],
    [3, 85.06922134, 77.1834534, 94.22356983],
    [4, 92.71786506, 80.00999276, 114.66944482],
    [5, 75.52900745, 67.70212042, 188.30017273],
  ])("birth order %d: %d, gamma limits %d and %d", (order, ...wanted) => {
    for (const [at, value] of standardized(order, "fay-feuer").entries())
      expect(value).toBeCloseTo(wanted[at] ?? NaN, 7);
  });

  it.each([
    [1, 80.32948083, 105.18700553],
    [3, 77.17350178, 93.52121054],
    [5, 67.63283526, 83.86703174],
  ])("birth order %d: Dobson's limits %d and %d with exact ones of the count", (order, lower, upper) => {
    const [, ...limits] = standardized(order, "dobson-exact");
    expect(limits[0]).toBeCloseTo(lower, 7);
    expect(limits[1]).toBeCloseTo(upper, 7);
    // Byar's are as good as those from some few on.
    const [, byarLower = NaN, byarUpper = NaN] = standardized(order);
    expect(Math.abs(byarLower - lower)).toBeLessThan(0.01);
    expect(Math.abs(byarUpper - upper)).toBeLessThan(0.01);
  });
});
