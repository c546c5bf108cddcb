import { describe, expect, it } from "vitest";
import { positionsOf } from "../../../src/benchmark/arms/position.js";
import type { Bounded } from "../../../src/benchmark/types.js";
import { proportion } from "../../../src/inference/index.js";

const bar = { comparable: true, spreadKnown: true, clusterTotal: 100, minimumMature: 100 };
const between = (lower: number, upper: number): Bounded => ({
  estimate: (lower + upper) / 2,
  interval: { lower, upper, level: 0.95, sides: 2, method: "square-and-add" },
});
const arm = (ratio: Bounded | undefined, mature = 100): Parameters<typeof positionsOf>[0][number] => ({
  arm: "supplier",
  name: "Leverandøren",
  observed: 50,
  total: 100,
  mature,
  rate: proportion({ events: 50, total: 100 }),
  ...(ratio === undefined ? {} : { ratio }),
});

describe("positionsOf", () => {
  it.each([
    ["an interval above 1", arm(between(1.01, 1.5)), bar, "above-cluster"],
    ["an interval below 1", arm(between(0.5, 0.99)), bar, "below-cluster"],
    ["an interval that holds 1", arm(between(0.9, 1.1)), bar, "within-cluster"],
    ["an interval that ends at 1", arm(between(1, 1.1)), bar, "within-cluster"],
    ["another measure", arm(undefined), { ...bar, comparable: false }, "not-comparable"],
    ["too few in the arm", arm(between(1.01, 1.5), 99), bar, "too-few"],
    ["too few in the cluster", arm(between(1.01, 1.5)), { ...bar, clusterTotal: 99 }, "too-few"],
    [
      "municipalities whose spread isn't known",
      arm(between(1.01, 1.5)),
      { ...bar, spreadKnown: false },
      "too-few-municipalities",
    ],
    ["no ratio", arm(undefined), bar, "too-few"],
    ["nothing to estimate", arm({ ...between(0, 2), estimate: null }), bar, "too-few"],
  ] as const)("%s", (_what, unit, at, code) => {
    expect(positionsOf([unit], at)).toEqual([{ arm: "supplier", code }]);
  });
});
