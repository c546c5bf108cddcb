// Stock & Watson (2007), Introduction to Econometrics, 2nd edition, chapter 12: the demand for cigarettes in 48 states in
// 1995, the tax on sales as the instrument of the price. Data: CigarettesSW of R's AER 1.2-10. The book's standard
// errors are HC1, which is HC0 times √(n/(n − k)). Further digits: estimatr 1.0.0, iv_robust.
import { describe, expect, it } from "vitest";
import { complierEffect, type ComplierOptions } from "../../src/inference/index.js";
import { dataSet } from "../support/dataSets.js";

const column = dataSet("data/cigarettes1995.csv");
const [packs, price, cpi, income, population, tax, taxs] = [
  "packs",
  "price",
  "cpi",
  "income",
  "population",
  "tax",
  "taxs",
].map(column) as [number[], number[], number[], number[], number[], number[], number[]];

const data = {
  assigned: taxs.map((value, i) => (value - (tax[i] ?? NaN)) / (cpi[i] ?? NaN)),
  received: price.map((value, i) => Math.log(value / (cpi[i] ?? NaN))),
  response: packs.map(Math.log),
};
const covariates = {
  income: income.map((value, i) => Math.log(value / (population[i] ?? NaN) / (cpi[i] ?? NaN))),
};

function printed(terms: number, withIncome: boolean): readonly string[] {
  const options: ComplierOptions = { covariance: "hc0" };
  const { estimate, standardError } = complierEffect(withIncome ? { ...data, covariates } : data, options);
  return [(estimate ?? NaN).toFixed(2), ((standardError ?? NaN) * Math.sqrt(48 / (48 - terms))).toFixed(2)];
}

describe("Stock & Watson (2007)", () => {
  it("the price elasticity, −1.08 (0.32), and with income −1.14 (0.37)", () => {
    expect(printed(2, false)).toEqual(["-1.08", "0.32"]);
    expect(printed(3, true)).toEqual(["-1.14", "0.37"]);
  });

  it("to estimatr's digits with HC2, from a strong first stage", () => {
    const { estimate, standardError, interval, firstStage, notices } = complierEffect({
      ...data,
      covariates,
    });
    expect(estimate).toBeCloseTo(-1.1433751, 7);
    expect(standardError).toBeCloseTo(0.381118, 7);
    expect(interval.lower).toBeCloseTo(-1.9109862, 7);
    expect(interval.upper).toBeCloseTo(-0.3757641, 7);
    expect(firstStage?.difference).toBeCloseTo(0.02739483, 8);
    expect(notices).toEqual([]);
  });
});
