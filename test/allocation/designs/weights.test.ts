import { describe, expect, it } from "vitest";
import {
  declaredTotal,
  sharesOf,
  smallWeightsShape,
  weightsOf,
  weightsShape,
} from "../../../src/allocation/designs/weights.js";

const arms = ["own", "a", "b"];

describe("weights", () => {
  it("are taken in lowest terms, in the order of the arms", () => {
    expect(weightsOf({ b: 12, own: 6, a: 9 }, arms)).toEqual([2, 3, 4]);
    expect(sharesOf({ own: 50, a: 25, b: 25 }, arms)).toEqual({ own: 0.5, a: 0.25, b: 0.25 });
  });

  it("must be whole numbers from 1 to a million, one for each arm", () => {
    const shape = weightsShape(arms);
    expect(shape({ own: 1, a: 2, b: 1_000_000 }, "weights")).toEqual([]);
    const wrong = shape({ own: 1_000_001, a: 0.5, c: 1 }, "weights").map(({ field }) => field);
    expect(wrong.toSorted()).toEqual(["weights.a", "weights.b", "weights.c", "weights.own"]);
  });

  it("must have a small sum in lowest terms where a design needs slots", () => {
    const shape = smallWeightsShape(arms, 4);
    expect(shape({ own: 20, a: 10, b: 10 }, "weights")).toEqual([]);
    expect(shape({ own: 20, a: 10, b: 11 }, "weights")).toMatchObject([{ field: "weights", received: 41 }]);
    expect(shape({ own: "20", a: 10, b: 10 }, "weights")).toMatchObject([{ field: "weights.own" }]);
  });

  it("tell what else must fit them, unless they are wrong themselves", () => {
    expect(declaredTotal({ weights: { own: 4, a: 2, b: 2 } }, arms)).toBe(4);
    expect(declaredTotal({ weights: { own: 4, a: 2 } }, arms)).toBeUndefined();
    expect(declaredTotal(null, arms)).toBeUndefined();
  });
});
