import { describe, expect, it } from "vitest";
import { blockedDifference } from "../../../src/inference/kernels/blockedDifference.js";

const single = { codes: [0, 0, 0, 0, 1, 1, 1, 1], count: 2 };
const rows = { treatment: [1, 1, 0, 0, 1, 1, 1, 0], response: [4, 2, 1, 1, 8, 6, 7, 3], columns: [] };

describe("blockedDifference", () => {
  it("averages the blocks by size, each with its own variance", () => {
    const codes = { codes: [0, 0, 0, 0, 1, 1, 1, 1, 1], count: 2 };
    const larger = {
      treatment: [...rows.treatment, 0],
      response: [...rows.response, 5],
      columns: [],
    };
    // Blocks of 4 and 5: differences 2 and 3; variances 2/2 + 0/2 = 1 and 1/3 + 2/2 = 4/3.
    const found = blockedDifference(larger, codes, "hc2");
    expect(found.estimate).toBeCloseTo((4 * 2 + 5 * 3) / 9, 14);
    expect(found.variance).toBeCloseTo((4 / 9) ** 2 + (5 / 9) ** 2 * (4 / 3), 14);
    expect(found.degreesOfFreedom).toBe(9 - 4);
    expect(found.means.comparator).toBeCloseTo((4 * 3 + 5 * 7) / 9, 14);
    expect([found.smallBlocks, found.joinedBlocks, found.blocks, found.rows]).toEqual([0, 0, 2, 9]);
  });

  it("joins the other block to one with a single reference", () => {
    const found = blockedDifference(rows, single, "hc2");
    // Differences 2 and 4, each half: mean 3, both squares 1.
    expect(found.estimate).toBe(3);
    expect(found.variance).toBe(1);
    expect([found.smallBlocks, found.joinedBlocks, found.degreesOfFreedom]).toEqual([1, 1, 1]);
  });

  it("takes one variance for all with `model`, single units too", () => {
    const found = blockedDifference(rows, single, "model");
    // Squares 2 + 0 + 2 + 0 over 8 − 4; by half of each block: ¼(1/2 + 1/2) + ¼(1/3 + 1).
    expect(found.variance).toBeCloseTo((1 / 4 + 1 / 3) * 1, 14);
    expect(found.degreesOfFreedom).toBe(4);
  });

  it("judges pairs by their differences, of clusters as of rows", () => {
    const pairs = { codes: [0, 0, 1, 1, 2, 2], count: 3 };
    const paired = { treatment: [1, 0, 1, 0, 1, 0], response: [5, 2, 4, 4, 9, 3], columns: [] };
    const byRows = blockedDifference(paired, pairs, "hc2");
    // 3, 0, 6: mean 3, squares 9 + 0 + 9, over 3·2.
    expect(byRows.variance).toBeCloseTo(3, 14);
    expect(byRows.degreesOfFreedom).toBe(2);
    const byClusters = blockedDifference(paired, pairs, "hc2", { codes: [0, 1, 2, 3, 4, 5], count: 6 });
    expect(byClusters).toEqual(byRows);
  });

  it("has no variance where a single block is all there is", () => {
    const one = { treatment: [1, 1, 0], response: [1, 2, 3], columns: [] };
    expect(blockedDifference(one, { codes: [0, 0, 0], count: 1 }, "hc2").variance).toBeNaN();
  });

  it("says which columns it couldn't adjust for", () => {
    const found = blockedDifference(
      {
        ...rows,
        columns: [
          [1, 1, 1, 1, 2, 2, 2, 2],
          [1, 2, 3, 5, 2, 4, 3, 1],
        ],
      },
      single,
      "hc2",
    );
    expect(found.aliased).toEqual([0]);
  });
});
