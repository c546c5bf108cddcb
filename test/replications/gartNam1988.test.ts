// Gart & Nam (1988), Biometrics 44, 323–338, doi:10.2307/2531848: score limits of a ratio of two proportions, without
// correction for skewness, which is Koopman's method. And Gart & Nam (1990), Biometrics 46, 637–643, doi:10.2307/2532084:
// those of a difference, which is Mee's. The printed digits as the tests of R's ratesci have them.
import { expect, it } from "vitest";
import { compareProportions, type Count, type Estimate } from "../../src/inference/index.js";

const of = (events: number, total: number): Count => ({ events, total });
const limits = ({ interval }: Estimate): readonly string[] => [
  interval.lower.toFixed(3),
  interval.upper.toFixed(3),
];

it("Gart & Nam (1988): 8 of 15 to 4 of 15, and 6 of 10 to 6 of 20", () => {
  const options = { measure: "risk-ratio", method: "koopman" } as const;
  expect(limits(compareProportions(of(8, 15), of(4, 15), options))).toEqual(["0.815", "5.336"]);
  expect(limits(compareProportions(of(6, 10), of(6, 20), options))).toEqual(["0.844", "4.594"]);
});

it("Gart & Nam (1990): 7 of 25 less 2 of 25", () => {
  expect(limits(compareProportions(of(7, 25), of(2, 25), { method: "mee" }))).toEqual(["-0.014", "0.412"]);
});
