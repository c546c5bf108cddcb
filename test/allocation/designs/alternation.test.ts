import { describe, expect, it } from "vitest";
import { alternation } from "../../../src/allocation/designs/alternation.js";
import type { Turn } from "../../../src/allocation/designs/procedure.js";
import { keyedStream, type RandomStream } from "../../../src/core/index.js";

function firstTurn(...arms: readonly string[]): Turn {
  const procedure = alternation.procedure({ kind: "alternation" }, arms);
  if (procedure.draws !== "single") throw new Error("alternation draws one at a time");
  return procedure.first;
}

const never: RandomStream = {
  next: () => {
    throw new Error("nothing is left to chance here");
  },
};

describe("alternation", () => {
  it("draws the first by lot, each arm with the same frequency over many keys", () => {
    // 3 arms, 3000 keys: 1000 each, standard deviation √(3000 · 1/3 · 2/3) = 25.8; the band is 4.5 of them.
    const turn = firstTurn("own", "a", "b");
    const counts = new Map<string, number>();
    for (let index = 0; index < 3000; index++) {
      const arm = turn.draw(keyedStream(`key ${index}`, "context"));
      counts.set(arm, (counts.get(arm) ?? 0) + 1);
    }
    expect(counts.size).toBe(3);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(116);
  });

  it("goes round in the order of the protocol from then on, without chance", () => {
    let turn = firstTurn("own", "a", "b").after("a");
    const arms = Array.from({ length: 5 }, () => {
      const arm = turn.draw(never);
      turn = turn.after(arm);
      return arm;
    });
    expect(arms).toEqual(["b", "own", "a", "b", "own"]);
  });

  it("keeps design and draw probabilities apart", () => {
    const first = firstTurn("own", "a");
    expect(first.odds).toEqual({
      designProbabilities: { own: 0.5, a: 0.5 },
      drawProbabilities: { own: 0.5, a: 0.5 },
    });
    expect(first.after("own").odds).toEqual({
      designProbabilities: { own: 0.5, a: 0.5 },
      drawProbabilities: { own: 0, a: 1 },
    });
  });

  it("is flagged as predictable", () => {
    expect(alternation.procedure({ kind: "alternation" }, ["own", "a"]).predictable).toBe(true);
  });
});
