import { describe, expect, it } from "vitest";
import { pairBlocks, pairMembers } from "../../src/effects/pair.js";
import { cohortOf } from "../../src/outcomes/index.js";
import { madeOutcomes, TWO_ARMS, type Group } from "../support/outcomes.js";

const THREE_ARMS = [...TWO_ARMS, { id: "third", name: "Den tredje" }];

function pairOf(groups: readonly Group[], arms: typeof TWO_ARMS = TWO_ARMS): ReturnType<typeof pairMembers> {
  return pairMembers(cohortOf(madeOutcomes({ groups, arms }), "job").members, "supplier", "municipal");
}

describe("pairMembers", () => {
  it("takes the mature citizens of the two arms, the unknown among them", () => {
    const pair = pairOf([
      { arm: "supplier", status: "success" },
      { arm: "municipal", status: "unknown" },
      { arm: "supplier", mature: false },
      { arm: "municipal", probabilities: { municipal: 1, supplier: 0 } },
    ]);
    expect(pair.map((member) => member.participant.citizen)).toEqual(["c1", "c2"]);
  });

  it("leaves out draws in which one of the two was impossible, though a third arm was possible", () => {
    const full = { municipal: 0, supplier: 0.5, third: 0.5 };
    const pair = pairOf(
      [{ arm: "supplier", probabilities: full }, { arm: "supplier" }, { arm: "third" }, { arm: "municipal" }],
      THREE_ARMS,
    );
    expect(pair.map((member) => member.participant.citizen)).toEqual(["c2", "c4"]);
  });
});

describe("pairBlocks", () => {
  it("counts known outcomes by block, in the order of the ledger", () => {
    const blocks = pairBlocks(
      pairOf([
        { arm: "supplier", block: "w2", status: "success", count: 3 },
        { arm: "municipal", block: "w1", count: 2 },
        { arm: "municipal", block: "w2", status: "unknown" },
        { arm: "municipal", block: "w2", count: 4 },
        { arm: "supplier", block: "w2" },
      ]),
      "supplier",
      "municipal",
    );
    expect(blocks).toEqual([
      {
        block: "w2",
        comparator: { events: 3, total: 4 },
        reference: { events: 0, total: 4 },
        sameProbabilities: true,
      },
      {
        block: "w1",
        comparator: { events: 0, total: 0 },
        reference: { events: 0, total: 2 },
        sameProbabilities: true,
      },
    ]);
  });

  it("sees probabilities that vary within a block, and not between blocks", () => {
    const uneven = { municipal: 0.25, supplier: 0.75 };
    const blocks = pairBlocks(
      pairOf([
        { arm: "supplier", block: "w1" },
        { arm: "municipal", block: "w1", probabilities: uneven },
        { arm: "supplier", block: "w2", probabilities: uneven, count: 2 },
      ]),
      "supplier",
      "municipal",
    );
    expect(blocks.map((block) => [block.block, block.sameProbabilities])).toEqual([
      ["w1", false],
      ["w2", true],
    ]);
  });
});
