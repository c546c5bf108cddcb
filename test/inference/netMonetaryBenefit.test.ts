import { describe, expect, it } from "vitest";
import { acceptability, netMonetaryBenefit } from "../../src/inference/index.js";
import { normalCdf, studentTCdf } from "../../src/numerics/index.js";
import { errorOf, plain } from "./support.js";

const difference = {
  cost: 800,
  effect: 0.12,
  covariance: [
    [160_000, 8],
    [8, 0.0036],
  ],
};

describe("netMonetaryBenefit", () => {
  it("values the effect less the cost, by hand", () => {
    // 10,000·0.12 − 800 = 400; variance 10⁸·0.0036 − 2·10⁴·8 + 160,000 = 360,000.
    const result = netMonetaryBenefit(difference, { willingnessToPay: 10_000 });
    expect(result).toMatchObject({
      measure: "net-monetary-benefit",
      method: "stinnett-mullahy",
      status: "estimated",
      willingnessToPay: 10_000,
      notices: [],
      test: { alternative: "two-sided", nullValue: 0 },
    });
    expect(result.estimate).toBeCloseTo(400, 10);
    expect(result.standardError).toBeCloseTo(600, 10);
    expect(result.interval.lower).toBeCloseTo(400 - 600 * 1.959963984540054, 9);
    expect(result.probabilityCostEffective).toBeCloseTo(normalCdf(2 / 3, "lower"), 14);
    expect(result.test?.pValue).toBeCloseTo(2 * (1 - result.probabilityCostEffective), 14);
  });

  it("is the saving where the effect is worth nothing", () => {
    const result = netMonetaryBenefit(difference, { willingnessToPay: 0 });
    expect(result.estimate).toBe(-800);
    expect(result.standardError).toBe(400);
  });

  it("takes Student's distribution for interval, test and probability alike", () => {
    const result = netMonetaryBenefit({ ...difference, degreesOfFreedom: 6 }, { willingnessToPay: 10_000 });
    expect(result.test?.degreesOfFreedom).toBe(6);
    expect(result.probabilityCostEffective).toBeCloseTo(studentTCdf(2 / 3, 6, "lower"), 14);
    expect(result.interval.upper).toBeGreaterThan(400 + 2.4 * 600);
  });

  it("says that there is no variance where a success costs a fixed price", () => {
    const dependent = {
      cost: 900,
      effect: 0.1,
      covariance: [
        [1e6 * 0.0004, 1000 * 0.0004],
        [1000 * 0.0004, 0.0004],
      ],
    };
    const result = netMonetaryBenefit(dependent, { willingnessToPay: 1000 });
    expect(result.estimate).toBe(-800);
    expect(result.standardError).toBeCloseTo(0, 12);
    const certain = netMonetaryBenefit(
      {
        ...dependent,
        cost: 0,
        covariance: [
          [0, 0],
          [0, 1],
        ],
      },
      { willingnessToPay: 0 },
    );
    expect(certain).toMatchObject({ standardError: 0, probabilityCostEffective: 0.5 });
    expect(certain.notices.map(({ code }) => code)).toEqual(["zero-variance"]);
  });

  it("shows itself in both languages", () => {
    const result = netMonetaryBenefit(difference, { willingnessToPay: 10_000 });
    const text = plain(result.toText());
    expect(text).toMatch(/^Net monetary benefit: 400\.00 \(95% confidence interval −775\.98 to 1,575\.98\)/);
    expect(text).toContain("the probability that it is worth its cost is 74.8%");
    expect(plain(result.toText({ language: "da" }))).toContain(
      "Hvis én enhed mere af effekten er 10.000,00 værd, er sandsynligheden",
    );
  });

  it.each([[undefined], [-1], [NaN], [Infinity], ["1000"]])("asks what an effect is worth: %s", (price) => {
    const error = errorOf(() => netMonetaryBenefit(difference, { willingnessToPay: price } as never));
    expect(error.code).toBe(price === undefined ? "missing-option" : "impossible-option");
    expect(error.path).toBe("netMonetaryBenefit.willingnessToPay");
  });

  it("refuses a ratio's fields", () => {
    const { covariance } = difference;
    const data = { numerator: 800, denominator: 0.12, covariance };
    expect(errorOf(() => netMonetaryBenefit(data as never, { willingnessToPay: 1 })).code).toBe(
      "unknown-field",
    );
  });
});

describe("acceptability", () => {
  it("is the probability of each price, in the order given", () => {
    const rows = acceptability(difference, { willingnessToPay: [10_000, 0] });
    expect(rows.map(({ willingnessToPay }) => willingnessToPay)).toEqual([10_000, 0]);
    expect(rows[0]?.probability).toBeCloseTo(normalCdf(2 / 3, "lower"), 14);
    expect(rows[1]?.probability).toBeCloseTo(normalCdf(-2, "lower"), 14);
    expect(Object.isFrozen(rows) && rows.every(Object.isFrozen)).toBe(true);
  });

  it("nears the probability of more effect where an effect is worth nearly everything", () => {
    const [row] = acceptability(difference, { willingnessToPay: [1e12] });
    expect(row?.probability).toBeCloseTo(normalCdf(0.12 / 0.06, "lower"), 6);
    expect(acceptability(difference, { willingnessToPay: [] })).toEqual([]);
  });

  it.each([[undefined], [10_000], [[1, -1]], [[1, null]]])("asks for prices: %j", (prices) => {
    const error = errorOf(() => acceptability(difference, { willingnessToPay: prices } as never));
    expect(error.code).toBe(prices === undefined ? "missing-option" : "impossible-option");
  });
});
