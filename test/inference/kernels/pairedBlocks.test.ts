import { describe, expect, it } from "vitest";
import { pairedBlocks, type GroupRows } from "../../../src/inference/kernels/pairedBlocks.js";

/** Citizens by block, their cost their number, counted down. */
function group(...blocks: readonly number[]): GroupRows {
  const cost = Float64Array.from(blocks, (_, i) => blocks.length - i);
  return { cost, effect: cost, block: Int32Array.from(blocks) };
}

const sizes = (comparator: GroupRows, reference: GroupRows): readonly (readonly number[])[] =>
  pairedBlocks(comparator, reference).blocks.map((block) => [
    block.comparator.cost.length,
    block.reference.cost.length,
  ]);

describe("pairedBlocks", () => {
  it("keeps blocks with two of each apart, in their order, their values in order", () => {
    const { blocks, joined, without } = pairedBlocks(group(1, 1, 0, 0, 0), group(0, 0, 1, 1));
    expect(blocks.map(({ share }) => share)).toEqual([5 / 9, 4 / 9]);
    expect(blocks.map(({ comparator }) => [...comparator.cost])).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect([joined, without]).toEqual([
      { blocks: 0, others: 0 },
      { blocks: 0, citizens: 0 },
    ]);
  });

  it("makes one block of those with a single citizen in a group", () => {
    const [one, other] = [group(0, 0, 1, 2, 2, 2), group(0, 0, 1, 2)];
    expect(sizes(one, other)).toEqual([
      [2, 2],
      [4, 2],
    ]);
    expect(pairedBlocks(one, other).joined).toEqual({ blocks: 2, others: 0 });
  });

  it("takes the smallest other to a block that is the only such one", () => {
    const [one, other] = [group(0, 0, 0, 1, 1, 2), group(0, 0, 0, 1, 1, 2)];
    expect(sizes(one, other)).toEqual([
      [3, 3],
      [3, 3],
    ]);
    expect(pairedBlocks(one, other).joined).toEqual({ blocks: 1, others: 1 });
  });

  it("leaves out blocks without one of the groups", () => {
    const { blocks, without } = pairedBlocks(group(0, 0, 1, 1, 1), group(0, 0, 2));
    expect(blocks.map(({ share }) => share)).toEqual([1]);
    expect(without).toEqual({ blocks: 2, citizens: 4 });
    expect(pairedBlocks(group(0, 0), group(1)).blocks).toEqual([]);
  });

  it("has nothing to join a lone pair to", () => {
    const { blocks, joined } = pairedBlocks(group(0), group(0, 0));
    expect(blocks).toHaveLength(1);
    expect(joined).toEqual({ blocks: 0, others: 0 });
  });
});
