import { describe, expect, it } from "vitest";
import { measureOf } from "../../src/figures/measures.js";
import { headingOfValues, nameOfMeasure, nameOfMethod, WORDING } from "../../src/figures/wording.js";

describe("headingOfValues", () => {
  it.each([
    [0.95, "Andel (95\u202F% KI)"],
    [0.975, "Andel (97,5\u202F% KI)"],
    [0.9875, "Andel (98,75\u202F% KI)"],
    [undefined, "Andel (KI)"],
  ])("names a level of %s with the decimals it has", (level, heading) => {
    expect(headingOfValues(measureOf("proportion"), [{ level }, { level }], "da")).toBe(heading);
  });

  it("says ratio of what stands on a logarithmic scale", () => {
    expect(headingOfValues(measureOf("odds-ratio"), [{ level: 0.9 }], "en")).toBe("Ratio (90% CI)");
  });
});

describe("nameOfMethod", () => {
  it.each([
    ["newcombe", "Newcombe"],
    ["miettinen-nurminen", "Miettinen-Nurminen"],
    ["wilson-cc", "Wilson-cc"],
    ["mid-p", "Mid-p"],
    ["inverse-variance", "Inverse-variance"],
  ])("writes %s as %s", (method, name) => {
    expect(nameOfMethod(method)).toBe(name);
  });
});

describe("nameOfMeasure", () => {
  it("leaves an unknown measure its own name", () => {
    expect(nameOfMeasure("risk-ratio", "da")).toBe("Forhold mellem succesrater");
    expect(nameOfMeasure("win-odds", "da")).toBe("win-odds");
  });
});

describe("WORDING", () => {
  it("has every word in both languages", () => {
    expect(Object.keys(WORDING.da)).toEqual(Object.keys(WORDING.en));
    expect(Object.keys(WORDING.da.measures)).toEqual(Object.keys(WORDING.en.measures));
  });
});
