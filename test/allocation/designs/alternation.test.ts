import { describe, expect, it } from "vitest";
import { alternation } from "../../../src/allocation/designs/alternation.js";
import type { Drawn, Envelopes, SingleProcedure, Turn } from "../../../src/allocation/designs/procedure.js";
import { keyedStream, type RandomStream } from "../../../src/core/index.js";

function procedureFor(...arms: readonly string[]): SingleProcedure {
  const procedure = alternation.procedure({ kind: "alternation" }, arms, {});
  if (procedure.draws !== "single") throw new Error("alternation draws one at a time");
  return procedure;
}

const firstTurn = (...arms: readonly string[]): Turn => procedureFor(...arms).first;

function envelopes(stream: RandomStream): Envelopes {
  return { drawn: 0, stream: () => stream, block: () => never, opened: {} };
}

const drawFrom = (turn: Turn, stream: RandomStream): Drawn => turn.draw(envelopes(stream), {});

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
      const { arm } = drawFrom(turn, keyedStream(`key ${index}`, "context"));
      counts.set(arm, (counts.get(arm) ?? 0) + 1);
    }
    expect(counts.size).toBe(3);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(116);
  });

  it("goes round in the order of the protocol from then on, without chance", () => {
    let turn = firstTurn("own", "a", "b").after({ arm: "a" }, {});
    const arms = Array.from({ length: 5 }, () => {
      const drawn = drawFrom(turn, never);
      turn = turn.after(drawn, {});
      return drawn.arm;
    });
    expect(arms).toEqual(["b", "own", "a", "b", "own"]);
  });

  it("keeps design and draw probabilities apart", () => {
    const { designProbabilities, first } = procedureFor("own", "a");
    expect(designProbabilities).toEqual({ own: 0.5, a: 0.5 });
    expect(first.drawProbabilities({})).toEqual({ own: 0.5, a: 0.5 });
    expect(first.after({ arm: "own" }, {}).drawProbabilities({})).toEqual({ own: 0, a: 1 });
  });

  it("is flagged as predictable", () => {
    expect(procedureFor("own", "a").predictable).toBe(true);
  });

  it("goes on from the stand that a checkpoint kept, and from nothing else", () => {
    const { first, turnAt } = procedureFor("own", "a");
    for (const turn of [first, first.after({ arm: "own" }, {}), first.after({ arm: "a" }, {})]) {
      const stand = JSON.parse(JSON.stringify(turn.stand)) as unknown;
      expect(turnAt(stand)?.drawProbabilities({})).toEqual(turn.drawProbabilities({}));
    }
    for (const strange of ["b", undefined, 0, {}]) expect(turnAt(strange)).toBeUndefined();
  });
});
