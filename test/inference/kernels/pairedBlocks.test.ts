import { describe, expect, it } from "vitest";
import { pairedBlocks, whyNotPaired, type GroupRows } from "../../../src/inference/kernels/pairedBlocks.js";

/** Citizens by block, their cost their number, counted down. */
function group(...blocks: readonly number[]): GroupRows {
  const cost = Float64Array.from(blocks, (_, i) => blocks.length - i);
  return { cost, effect: cost, block: Int32Array.from(blocks) };
}

const NONE = { blocks: 0, others: 0, areJoined: false };

type Sizes = readonly (readonly number[])[];

function sizes(
  comparator: GroupRows,
  reference: GroupRows,
): { readonly within: Sizes; readonly between: Sizes } {
  const { within, between } = pairedBlocks(comparator, reference);
  const [first = [], second = []] = [within, between].map((blocks) =>
    blocks.map((block) => [block.comparator.cost.length, block.reference.cost.length]),
  );
  return { within: first, between: second };
}

describe("pairedBlocks", () => {
  it("keeps blocks with two of each apart, in their order, their values in order", () => {
    const { within, between, small, without } = pairedBlocks(group(1, 1, 0, 0, 0), group(0, 0, 1, 1));
    expect(within.map(({ share }) => share)).toEqual([5 / 9, 4 / 9]);
    expect(within.map(({ comparator }) => [...comparator.cost])).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect([between, small, without]).toEqual([[], NONE, { blocks: 0, citizens: 0 }]);
  });

  it("judges those with a single citizen in a group by the differences between them", () => {
    const [one, other] = [group(0, 0, 1, 2, 3), group(0, 0, 1, 2, 3)];
    expect(sizes(one, other)).toEqual({
      within: [[2, 2]],
      between: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    });
    expect(pairedBlocks(one, other).small).toEqual({ blocks: 3, others: 0, areJoined: false });
  });

  it("takes the smallest others to them until none is more than a third", () => {
    const [one, other] = [group(0, 1, 1, 2, 2, 3, 3, 3), group(0, 1, 1, 2, 2, 3, 3, 3)];
    expect(sizes(one, other).within).toEqual([]);
    expect(pairedBlocks(one, other).small).toEqual({ blocks: 1, others: 3, areJoined: false });
  });

  it("makes them one block where one of all has more than half", () => {
    const [one, other] = [group(0, 0, 0, 1), group(0, 0, 0, 1)];
    expect(sizes(one, other)).toEqual({ within: [[4, 4]], between: [] });
    expect(pairedBlocks(one, other).small).toEqual({ blocks: 1, others: 1, areJoined: true });
  });

  it("leaves out blocks without one of the groups", () => {
    const { within, without } = pairedBlocks(group(0, 0, 1, 1, 1), group(0, 0, 2));
    expect(within.map(({ share }) => share)).toEqual([1]);
    expect(without).toEqual({ blocks: 2, citizens: 4 });
    expect(whyNotPaired(pairedBlocks(group(0, 0), group(1)))).toBe("no-observations");
  });

  it("has nothing to hold a lone pair against", () => {
    const paired = pairedBlocks(group(0), group(0, 0));
    expect(whyNotPaired(paired)).toBe("too-few-values");
    expect(whyNotPaired(pairedBlocks(group(0, 1), group(0, 1)))).toBeUndefined();
  });
});
