import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnUnder, singleProcedure, weighted } from "./turns.js";

/**
 * Each arm's probability after a history, by Bayes over everything that could have happened: every
 * sequence of block sizes that covers one place more, with the product of its blocks' chances.
 */
function byBruteForce(
  sizes: readonly number[],
  weights: Readonly<Record<string, number>>,
  history: readonly string[],
): Record<string, number> {
  const arms = Object.keys(weights);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const likelihood = (sequence: readonly string[], lengths: readonly number[]): number => {
    let probability = 1;
    let start = 0;
    for (const length of lengths) {
      const left = new Map(arms.map((arm) => [arm, (length * (weights[arm] ?? 0)) / total]));
      for (const [place, arm] of sequence.slice(start, start + length).entries()) {
        probability *= (left.get(arm) ?? 0) / (length - place);
        left.set(arm, (left.get(arm) ?? 0) - 1);
      }
      start += length;
    }
    return probability;
  };
  const covers = (
    reached: number,
    lengths: readonly number[],
    prior: number,
  ): [readonly number[], number][] =>
    reached > history.length
      ? [[lengths, prior]]
      : sizes.flatMap((size) => covers(reached + size, [...lengths, size], prior / sizes.length));
  const all = covers(0, [], 1);
  const joint = arms.map((arm) =>
    all.reduce((sum, [lengths, prior]) => sum + prior * likelihood([...history, arm], lengths), 0),
  );
  const evidence = joint.reduce((sum, each) => sum + each, 0);
  return Object.fromEntries(arms.map((arm, k) => [arm, (joint[k] ?? 0) / evidence]));
}

describe("what can be known of the present block", () => {
  it("is what Bayes' rule says of all that could have happened", () => {
    const cases = [
      { sizes: [2, 4], weights: weighted(1, 1) },
      { sizes: [4, 6, 8], weights: weighted(1, 1) },
      { sizes: [3, 6], weights: weighted(2, 1) },
      { sizes: [8, 4], weights: weighted(2, 1, 1) },
      { sizes: [4], weights: weighted(1, 1) },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.string({ minLength: 1 }), ({ sizes, weights }, key) => {
        const arms = Object.keys(weights);
        const procedure = singleProcedure({ kind: "permuted-block", weights, sizes }, arms);
        const history: string[] = [];
        let turn = procedure.first;
        for (const drawn of drawnUnder(key, procedure, 13)) {
          const expected = byBruteForce(sizes, weights, history);
          const found = turn.drawProbabilities({});
          for (const arm of arms) expect(found[arm]).toBeCloseTo(expected[arm] ?? Number.NaN, 12);
          turn = turn.after(drawn, {});
          history.push(drawn.arm);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is what a hand calculation says of sizes 2 and 4", () => {
    // After "own": the block is of 2 (then a is certain) or of 4 (then a has 2 of 3), evenly: 5/6.
    // After "own own" it can't be of 2, so a is certain. After "own a": of 2 and ended with probability
    // (1/2·1/2)/(1/2·1/2 + 1/2·1/2·2/3) = 3/5; whether ended or not, own and a are even.
    const { first } = singleProcedure({ kind: "permuted-block", weights: weighted(1, 1), sizes: [2, 4] });
    const own = first.after({ arm: "own" }, {});
    expect(own.drawProbabilities({})["a"]).toBeCloseTo(5 / 6, 15);
    expect(own.after({ arm: "own" }, {}).drawProbabilities({})).toEqual({ own: 0, a: 1 });
    const back = own.after({ arm: "a" }, {});
    expect(back.drawProbabilities({})["own"]).toBeCloseTo(1 / 2, 15);
    // Then "own": ended and begun anew (3/5: as after "own", 5/6) or at the last place of four (2/5: a certain).
    expect(back.after({ arm: "own" }, {}).drawProbabilities({})["a"]).toBeCloseTo(
      (3 / 5) * (5 / 6) + 2 / 5,
      14,
    );
  });

  it("never lets a probability come out above 1, nor a certain one below", () => {
    const procedure = singleProcedure(
      { kind: "permuted-block", weights: weighted(1, 1, 1), sizes: [3, 6, 9, 12] },
      ["own", "a", "b"],
    );
    let turn = procedure.first;
    for (const drawn of drawnUnder("key", procedure, 500)) {
      const odds = Object.values(turn.drawProbabilities({}));
      expect(Math.max(...odds)).toBeLessThanOrEqual(1);
      const certain = odds.filter((each) => each > 0).length === 1;
      expect(Math.max(...odds) === 1).toBe(certain);
      turn = turn.after(drawn, {});
    }
  });

  it("is plain JSON, from which the turn is made again", () => {
    const procedure = singleProcedure({ kind: "permuted-block", weights: weighted(1, 1), sizes: [4, 6] });
    let turn = procedure.first;
    for (const drawn of drawnUnder("key", procedure, 17)) turn = turn.after(drawn, {});
    const again = procedure.turnAt(JSON.parse(JSON.stringify(turn.stand)));
    expect(again?.stand).toEqual(turn.stand);
    expect(again?.drawProbabilities({})).toEqual(turn.drawProbabilities({}));
  });

  it.each([
    [null],
    [[]],
    [[{ size: 5, used: [0, 0], probability: 1 }]],
    [[{ size: 4, used: [3, 0], probability: 1 }]],
    [[{ size: 4, used: [2, 2], probability: 1 }]],
    [[{ size: 4, used: [0], probability: 1 }]],
    [[{ size: 4, used: [0, 0], probability: 0 }]],
    [[{ size: 4, used: [0, 0], probability: 1.5 }]],
    [[{ size: 4, used: [0, 0] }]],
    [[null]],
  ])("isn't %j", (stand) => {
    const { turnAt } = singleProcedure({ kind: "permuted-block", weights: weighted(1, 1), sizes: [4, 6] });
    expect(turnAt(stand)).toBeUndefined();
  });

  it("begins anew after an entry that no block gives", () => {
    const { first } = singleProcedure({ kind: "permuted-block", weights: weighted(1, 1), sizes: [2] });
    const impossible = first.after({ arm: "own" }, {}).after({ arm: "own" }, {});
    expect(impossible.stand).toEqual(first.stand);
  });
});
