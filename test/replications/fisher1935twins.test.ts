// Fisher (1935), Journal of the Royal Statistical Society 98, 39–82, "The logic of inductive inference": of 13 criminals'
// identical twins 10 were convicted too, of 17 criminals' fraternal twins 2. Fisher: 619/1330665, about 1 in 2150, that
// so few would be among the fraternal ones. Odds ratio and limits: mpmath 1.2.1, by bisection of the two tails of the
// non-central distribution (R 4.2.2, fisher.test, stops at 0.04693661, 0.003325764 and 0.363182271).
import { expect, it } from "vitest";
import { compareProportions, testProportions } from "../../src/inference/index.js";

const fraternal = { events: 2, total: 17 };
const identical = { events: 10, total: 13 };

it("Fisher (1935): twins of criminals", () => {
  const { pValue } = testProportions(fraternal, identical, { alternative: "less" });
  expect(pValue).toBeCloseTo(619 / 1330665, 17);
  const { estimate, interval } = compareProportions(fraternal, identical, {
    measure: "odds-ratio",
    method: "conditional-exact",
  });
  expect(estimate).toBeCloseTo(0.04693663904968, 13);
  expect(interval.lower).toBeCloseTo(0.00331716395066, 13);
  expect(interval.upper).toBeCloseTo(0.363189602356681, 13);
});
