import { expect, it } from "vitest";
import { tallyOf } from "../../../src/inference/kernels/tally.js";

it("counts two groups by value", () => {
  const { first, second } = tallyOf(Float64Array.of(-1, 2, 2, 5), Float64Array.of(0, 2, 5, 5, 5));
  expect([[...first], [...second]]).toEqual([
    [1, 0, 2, 1],
    [0, 1, 1, 3],
  ]);
  expect(tallyOf(new Float64Array(), new Float64Array()).first).toHaveLength(0);
});
