import { describe, expect, it } from "vitest";
import { leastSquares, logisticRegression } from "../../src/inference/index.js";
import { plain } from "./support.js";

const fit = leastSquares({
  predictors: { dose: [0, 1, 2, 3, 4], center: ["north", "south", "south", "north", "south"] },
  response: [1, 3, 2, 5, 4],
});

describe("a fit", () => {
  it("shows itself in English, each line with the digits that its standard error has", () => {
    expect(plain(fit.toText())).toBe(
      "Linear regression: 5 observations\n\n" +
        "Linear regression\n\n" +
        "Term           Estimate  Standard error  95% confidence interval      p\n" +
        "-------------  --------  --------------  -----------------------  -----\n" +
        "(intercept)        1.69            1.16            −3.30 to 6.68  0.282\n" +
        "dose              0.873           0.425          −0.957 to 2.702  0.177\n" +
        "center: south     −0.73            1.31            −6.37 to 4.91  0.635\n\n" +
        "Standard errors: HC2, robust to unequal variances. Log-likelihood: −5.83.",
    );
  });

  it("shows itself in Danish, in Markdown and in HTML", () => {
    expect(plain(fit.toText({ language: "da" }))).toContain("Lineær regression: 5 observationer");
    expect(plain(fit.toMarkdown({ language: "da" }))).toContain("| dose | 0,873 |");
    expect(fit.toHTML()).toContain(">0.873</td>");
  });

  it("has a row for each coefficient, with the same columns for every model", () => {
    const logistic = logisticRegression({ predictors: { x: [1, 2, 3, 4] }, response: [0, 1, 0, 1] });
    const [first] = fit.toRows();
    expect(Object.keys(first ?? {})).toEqual([
      "method",
      "term",
      "estimate",
      "standardError",
      "lower",
      "upper",
      "level",
      "covariance",
      "statistic",
      "degreesOfFreedom",
      "pValue",
      "status",
    ]);
    expect(fit.toRows()).toHaveLength(3);
    for (const row of logistic.toRows()) expect(Object.keys(row)).toEqual(Object.keys(first ?? {}));
    expect(logistic.toRows()[0]?.["degreesOfFreedom"]).toBeNull();
  });

  it("says why there is nothing", () => {
    const nothing = logisticRegression({ predictors: { x: [1, 2, 3, 4] }, response: [0, 0, 1, 1] });
    expect(nothing.toRows()).toEqual([]);
    expect(nothing.toText()).toMatch(/^Logistic regression: 4 observations, not estimable/);
    expect(nothing.toText({ language: "da" })).toContain("udfaldet kan siges uden fejl ud fra x");
  });

  it("keeps exactly its data in a copy and in JSON, infinities as words", () => {
    const alone = leastSquares({
      predictors: { one: [0, 0, 0, 1], x: [1, 2, 4, 9] },
      response: [1, 3, 2, 5],
    });
    expect(structuredClone(alone)).toEqual({ ...alone });
    expect(JSON.parse(JSON.stringify(alone))).toMatchObject({
      kind: "fit",
      converged: true,
      coefficients: [
        { term: "(intercept)" },
        { term: "one", standardError: "Infinity", interval: { lower: "-Infinity" } },
        {},
      ],
    });
    expect(Object.isFrozen(alone.coefficients[0])).toBe(true);
  });
});
