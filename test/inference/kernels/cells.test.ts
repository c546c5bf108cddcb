import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../src/inference/kernels/cells.js";

const rows = {
  treatment: [1, 0, 1, 0, 1, 1],
  response: [4, 1, 2, 3, 8, 6],
  columns: [[1, 2, 3, 4, 5, 6]],
};

describe("blocksOf", () => {
  it("are cells with their means, and shares of those that have both groups", () => {
    const [first, second, ...others] = blocksOf(rows, { codes: [0, 0, 1, 1, 1, 2], count: 3 });
    expect(others).toEqual([]);
    expect([first?.share, second?.share]).toEqual([0.4, 0.6]);
    expect(second?.comparator).toMatchObject({ rows: [2, 4], weight: 2, response: 5, columns: [4] });
    expect(second?.reference).toMatchObject({ rows: [3], response: 3, columns: [4] });
    expect(second?.columns).toEqual([4]);
  });

  it("weigh their rows", () => {
    const [block] = blocksOf(
      { ...rows, weights: [1, 3, 1, 1, 1, 1] },
      { codes: [0, 0, 0, 0, 0, 0], count: 1 },
    );
    expect(block?.share).toBe(1);
    expect(block?.reference).toMatchObject({ weight: 4, response: (3 * 1 + 3) / 4 });
  });
});
