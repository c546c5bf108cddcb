import { describe, expect, it } from "vitest";
import { measureOf } from "../../src/figures/measures.js";
import { formatEstimate, formatValue } from "../../src/figures/values.js";

describe("measureOf", () => {
  it.each([
    ["proportion", { unit: "percent", scale: "linear" }],
    ["risk-difference", { unit: "points", scale: "linear", nullValue: 0 }],
    ["risk-ratio", { unit: "number", scale: "log", nullValue: 1 }],
    ["odds-ratio", { unit: "number", scale: "log", nullValue: 1 }],
    ["mean-difference", { unit: "number", scale: "linear", nullValue: 0 }],
    ["location-shift", { unit: "number", scale: "linear", nullValue: 0 }],
    ["standardized-difference", { unit: "number", scale: "linear", nullValue: 0 }],
    ["win-probability", { unit: "percent", scale: "linear", nullValue: 0.5 }],
    ["number-needed-to-treat", { unit: "number", scale: "linear" }],
  ])("knows how %s is shown", (name, measure) => {
    expect(measureOf(name)).toEqual(measure);
  });
});

describe("formatValue", () => {
  it.each([
    ["proportion", { estimate: 0.4831, lower: 0.45, upper: 0.51 }, "48,3\u202F% (45,0 til 51,0\u202F%)"],
    ["risk-difference", { estimate: 0.072, lower: -0.01, upper: 0.15 }, "7,2 (−1,0 til 15,0)"],
    ["odds-ratio", { estimate: 1.2, lower: 0, upper: Infinity }, "1,20 (0,00 til ∞)"],
    ["risk-difference", { estimate: null, lower: -1, upper: 1 }, "– (−100,0 til 100,0)"],
  ])("writes a %s", (name, row, written) => {
    expect(formatValue(row, measureOf(name), "da")).toBe(written);
  });
});

describe("formatEstimate", () => {
  it("rounds points as they are read, not as they are stored", () => {
    // 0.0295 · 100 is 2.9499999999999997 in binary.
    expect(formatEstimate(0.0295, measureOf("risk-difference"), "en")).toBe("3.0");
  });
});
