import { describe, expect, it } from "vitest";
import { BENCHMARK_WORDING } from "../../src/figures/benchmarkWording.js";
import { measureOf } from "../../src/figures/measures.js";
import { headingOfValues, WORDING } from "../../src/figures/wording.js";

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

describe("WORDING", () => {
  it("has every word in both languages", () => {
    expect(Object.keys(WORDING.da)).toEqual(Object.keys(WORDING.en));
    expect(Object.keys(BENCHMARK_WORDING.da)).toEqual(Object.keys(BENCHMARK_WORDING.en));
  });
});
