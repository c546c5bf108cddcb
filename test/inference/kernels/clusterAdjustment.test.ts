import { describe, expect, it } from "vitest";
import { clusterAdjustment } from "../../../src/inference/kernels/clusterAdjustment.js";

const columns = [Float64Array.of(0.5, 0.1, 0.2), Float64Array.of(-0.3, 0.4, 0.1)];
const identity = [
  [1, 0],
  [0, 1],
];

describe("clusterAdjustment", () => {
  it("applied twice to I − ZZᵀ gives the identity", () => {
    const { apply, blind } = clusterAdjustment(columns, identity);
    expect(blind).toEqual([]);
    for (let j = 0; j < 3; j++) {
      // Column j of I − ZZᵀ.
      const column = Float64Array.from({ length: 3 }, (_, i) =>
        columns.reduce((value, z) => value - (z[i] ?? 0) * (z[j] ?? 0), i === j ? 1 : 0),
      );
      apply(apply(column)).forEach((value, i) => expect(value).toBeCloseTo(i === j ? 1 : 0, 14));
    }
  });

  it("gives nothing back of a direction that is fitted exactly", () => {
    const { apply, blind } = clusterAdjustment([Float64Array.of(0.6, 0.8)], [[1]]);
    expect(blind).toHaveLength(1);
    apply(Float64Array.of(0.6, 0.8)).forEach((value) => expect(value).toBeCloseTo(0, 15));
    [-0.8, 0.6].forEach((value, i) => expect(apply(Float64Array.of(-0.8, 0.6))[i]).toBeCloseTo(value, 15));
  });
});
