import { describe, expect, it } from "vitest";
import { positionOf } from "../../src/benchmark/position.js";
import { compareProportions } from "../../src/inference/index.js";

const enough = { mature: 100, clusterTotal: 100, minimumMature: 100 };
const ratio = (events: number): ReturnType<typeof compareProportions> =>
  compareProportions({ events, total: 200 }, { events: 500, total: 1000 }, { measure: "risk-ratio" });

describe("positionOf", () => {
  it.each([
    ["an interval above 1", { ...enough, ratio: ratio(150) }, "above-cluster"],
    ["an interval below 1", { ...enough, ratio: ratio(50) }, "below-cluster"],
    ["an interval that holds 1", { ...enough, ratio: ratio(100) }, "within-cluster"],
    ["no ratio", { ...enough, ratio: undefined }, "not-comparable"],
    ["too few in the arm", { ...enough, ratio: ratio(150), mature: 99 }, "too-few"],
    ["too few in the cluster", { ...enough, ratio: ratio(150), clusterTotal: 99 }, "too-few"],
    [
      "nothing to estimate",
      {
        ...enough,
        ratio: compareProportions(
          { events: 0, total: 0 },
          { events: 5, total: 9 },
          { measure: "risk-ratio" },
        ),
      },
      "too-few",
    ],
  ] as const)("%s", (_what, facts, code) => {
    expect(positionOf(facts)).toBe(code);
  });
});
