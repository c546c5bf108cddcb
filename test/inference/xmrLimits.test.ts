import { describe, expect, it } from "vitest";
import { xmrLimits } from "../../src/inference/index.js";

/** So many values above the center, and seven below it. */
function run(length: number): readonly number[] {
  const above = Array.from({ length }, (_, i) => 11 + (i % 2));
  return [...above, ...Array.from({ length: 7 }, (_, i) => -(11 + (i % 2)))];
}

/** How many values are part of a long run. */
function named(length: number): number {
  return signalsOf(xmrLimits(run(length))).filter((signals) => signals.includes("long-run")).length;
}

const signalsOf = (chart: ReturnType<typeof xmrLimits>): readonly (readonly string[])[] =>
  chart.points.map(({ signals }) => signals);

describe("xmrLimits", () => {
  it("takes its limits from the moving ranges, worked by hand", () => {
    // Ranges 2, 4, 3 with the mean 3; values with the mean 5.
    const chart = xmrLimits([4, 6, 2, 5, 8]);
    expect(chart.points.map(({ range }) => range)).toEqual([null, 2, 4, 3, 3]);
    expect(chart).toMatchObject({ center: 5, range: 3 });
    expect(chart.lower).toBeCloseTo(5 - 2.66 * 3, 12);
    expect(chart.upper).toBeCloseTo(5 + 2.66 * 3, 12);
    expect(chart.rangeLimit).toBeCloseTo(3.268 * 3, 12);
    expect(signalsOf(chart).flat()).toEqual([]);
    expect(chart.notices.map(({ code }) => code)).toEqual(["short-series"]);
  });

  it("takes medians on request, which a single jump doesn't widen", () => {
    const series = [10, 11, 10, 11, 10, 30, 11, 10, 11, 10];
    const mean = xmrLimits(series);
    const median = xmrLimits(series, { range: "median", center: "median" });
    expect(median).toMatchObject({ center: 10.5, range: 1 });
    expect(median.upper).toBeCloseTo(10.5 + 3.145, 12);
    expect(median.rangeLimit).toBeCloseTo(3.865, 12);
    expect(median.upper).toBeLessThan(mean.upper);
    expect(signalsOf(median)[5]).toEqual(["beyond-limit", "large-range"]);
  });

  it("takes limits from the first values only, if told", () => {
    const chart = xmrLimits([1, 2, 1, 2, 1, 2, 9], { baseline: 6 });
    expect(chart.center).toBe(1.5);
    expect(chart.range).toBe(1);
    expect(signalsOf(chart)[6]).toContain("beyond-limit");
    expect(xmrLimits([1, 2, 1], { baseline: 50 }).center).toBeCloseTo(4 / 3, 14);
  });

  it("names eight in a row on one side of the center, not seven", () => {
    expect([named(7), named(8)]).toEqual([0, 8]);
  });

  it("names three of four in a row nearer to the same limit than to the center", () => {
    // Limits 0 ± 2.66 from a baseline of ±0.5: beyond 1.33 is nearer to a limit.
    const baseline = [0.5, -0.5, 0.5, -0.5];
    const at = (...more: number[]): readonly boolean[] =>
      signalsOf(xmrLimits([...baseline, ...more], { baseline: 4 }))
        .slice(4)
        .map((signals) => signals.includes("near-limit"));
    expect(at(1.5, 0, 1.5, 1.5)).toEqual([true, false, true, true]);
    expect(at(1.5, 0, 0, 1.5, 1.5)).toEqual([false, false, false, false, false]);
    expect(at(1.5, -1.5, 1.5, -1.5)).toEqual([false, false, false, false]);
    expect(at(-1.5, -1.5, -1.5)).toEqual([true, true, true]);
  });

  it("keeps limits between the lowest and the highest value there can be", () => {
    const chart = xmrLimits([0.1, 0.3, 0.05, 0.2, 0.9], { minimum: 0, maximum: 1 });
    expect(chart).toMatchObject({ lower: 0, upper: 1 });
    expect(signalsOf(chart).flat()).toEqual([]);
  });

  it("has no width, and says so, where nothing varies", () => {
    const chart = xmrLimits([5, 5, 5, 5, 5, 5, 5, 5, 5, 5]);
    expect(chart).toMatchObject({ lower: 5, upper: 5, range: 0 });
    expect(chart.notices.map(({ code }) => code)).toEqual(["constant-series"]);
    expect(signalsOf(chart).flat()).toEqual([]);
    expect(chart.toText()).toContain("Center 5.00");
  });

  it("finds no signal in a series that never changes, though its sum is rounded", () => {
    // Twelve times 0.1 add up to 1.2000000000000002.
    const { points, center } = xmrLimits(Array.from({ length: 12 }, () => 0.1));
    expect(center).toBe(0.1);
    expect(points.flatMap(({ signals }) => signals)).toEqual([]);
  });

  it("has no limits of a single value, or of none", () => {
    expect(xmrLimits([0.4])).toMatchObject({
      status: "not-estimable",
      reason: "too-few-values",
      center: 0.4,
      lower: -Infinity,
      upper: Infinity,
    });
    expect(xmrLimits([]).center).toBeNull();
    expect(xmrLimits([]).toText({ language: "da" })).toContain("kan ikke estimeres");
  });

  it("moves with the series and turns with its sign", () => {
    const series = [4, 6, 2, 5, 8, 7, 3, 5, 9, 4];
    const chart = xmrLimits(series);
    const moved = xmrLimits(series.map((value) => 100 - 2 * value));
    expect(moved.upper).toBeCloseTo(100 - 2 * chart.lower, 10);
    expect(signalsOf(moved)).toEqual(signalsOf(chart));
  });

  it("tells which values are signals by which rule, in both languages", () => {
    const series = [10, 11, 10, 11, 10, 30, 11, 10, 11, 10].map((value, i) => ({
      period: `2018-${i + 1}`,
      value,
    }));
    const chart = xmrLimits(series, { range: "median" });
    expect(chart.toText()).toMatch(/2018-6\s+30\.\d+\s+beyond a limit; a larger jump than usual/);
    expect(chart.toText({ language: "da" })).toContain("uden for en grænse");
    expect(chart.toRows()[5]).toMatchObject({ period: "2018-6", signals: "beyond-limit large-range" });
    expect(xmrLimits([4, 6, 2, 5, 8]).toText()).toContain("No value is more than the usual ups and downs.");
  });

  it.each([
    ["4", undefined, "impossible-series"],
    [[1, null], undefined, "impossible-series"],
    [[1, { value: Number.NaN }], undefined, "impossible-series"],
    [[1, { value: 1, period: 3 }], undefined, "impossible-series"],
    [[1, 2], { baseline: 1 }, "impossible-option"],
    [[1, 2], { minimum: 1, maximum: 0 }, "impossible-option"],
  ])("refuses %j with %j", (series, options, code) => {
    expect(() => xmrLimits(series as number[], options)).toThrow(expect.objectContaining({ code }));
  });
});
