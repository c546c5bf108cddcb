import { describe, expect, it } from "vitest";
import { axisOf } from "../../src/figures/axis.js";
import { measureOf } from "../../src/figures/measures.js";

const axis = (measure: string, values: readonly number[], width = 400) =>
  axisOf(measureOf(measure), values, [100, 100 + width], { size: 12 }, "da");
const labels = (...args: Parameters<typeof axis>) => axis(...args).ticks.map(({ label }) => label);

describe("axisOf", () => {
  it("leaves 4 % of room beside the outermost values", () => {
    const { domain, place } = axis("risk-difference", [-0.1, 0.15]);
    expect(domain[0]).toBeCloseTo(-0.11, 12);
    expect(domain[1]).toBeCloseTo(0.16, 12);
    expect(place(domain[0])).toBeCloseTo(100, 10);
    expect(place(0.025)).toBeCloseTo(300, 10);
    expect(place(5)).toBe(500);
    expect(place(-Infinity)).toBe(100);
  });

  it("keeps proportions between none and all", () => {
    expect(axis("proportion", [0, 1]).domain).toEqual([0, 1]);
    expect(axis("proportion", [0, 0]).domain).toEqual([0, 0.01]);
    expect(axis("proportion", [1, 1]).domain).toEqual([0.9, 1]);
  });

  it("labels ticks with the decimals that they need together", () => {
    expect(labels("proportion", [0.31, 0.52])).toEqual(["35\u202F%", "40\u202F%", "45\u202F%", "50\u202F%"]);
    expect(labels("risk-difference", [-0.01, 0.01])).toEqual(["−1,0", "−0,5", "0,0", "0,5", "1,0"]);
  });

  it("labels a logarithmic scale by decades, or finer where it spans little", () => {
    expect(labels("odds-ratio", [0.05, 300])).toEqual(["0,1", "1", "10", "100"]);
    expect(labels("odds-ratio", [0.9, 1.45])).toEqual(["0,9", "1", "1,1", "1,2", "1,3", "1,4", "1,5"]);
    expect(labels("odds-ratio", [1e-8, 1e8]).length).toBeGreaterThan(2);
  });

  it("puts equal ratios equally far apart", () => {
    const { place } = axis("risk-ratio", [0.25, 4]);
    expect(place(2) - place(1)).toBeCloseTo(place(1) - place(0.5), 10);
  });

  it("leaves what has no place outside", () => {
    expect(axis("odds-ratio", [0, Infinity]).domain).toEqual([0.1, 10]);
    expect(axis("odds-ratio", [0, 1, 2, Infinity]).domain).toEqual([1 / 1.05, 2.1]);
    expect(axis("risk-difference", [-Infinity, 0, 1, Infinity]).domain).toEqual([-0.04, 1.04]);
  });

  it("takes fewer ticks where they would stand on each other", () => {
    expect(labels("proportion", [0, 1], 400).length).toBeGreaterThan(
      labels("proportion", [0, 1], 120).length,
    );
    expect(labels("proportion", [0, 1], 120).length).toBeGreaterThanOrEqual(2);
  });
});
