import { describe, expect, it } from "vitest";
import { designShape } from "../../../src/allocation/designs/table.js";
import type { UrnDesign } from "../../../src/allocation/index.js";
import {
  ARMS,
  byRule,
  byTurns,
  chiSquaredOfSequences,
  drawnUnder,
  marginal,
  singleProcedure,
  totalOf,
  weighted,
} from "./turns.js";

const urn = (initial: number, added: number, ...weights: readonly number[]): UrnDesign => ({
  kind: "urn",
  weights: weighted(...weights),
  initial,
  added,
});

describe("urn", () => {
  it.each([
    [1, 1, 2],
    [0, 1, 2],
    [3, 2, 2],
    [1, 1, 3],
  ])("gives every sequence the probability of balls put in: UD(%i, %i) with %i arms", (initial, added, k) => {
    const arms = ARMS.slice(0, k);
    const n = k === 2 ? 8 : 5;
    const sequences = byTurns(singleProcedure(urn(initial, added, ...arms.map(() => 1)), arms), n);
    // The balls themselves, put in one draw after the other.
    const ruled = byRule((history) => {
      const balls = new Map(arms.map((arm) => [arm, initial]));
      for (const drawn of history) {
        for (const arm of arms) if (arm !== drawn) balls.set(arm, (balls.get(arm) ?? 0) + added);
      }
      const all = [...balls.values()].reduce((sum, count) => sum + count, 0);
      return Object.fromEntries(arms.map((arm) => [arm, all === 0 ? 1 / k : (balls.get(arm) ?? 0) / all]));
    }, n);
    expect([...sequences.keys()].toSorted()).toEqual([...ruled.keys()].toSorted());
    for (const [text, probability] of ruled) expect(sequences.get(text)).toBeCloseTo(probability, 14);
    expect(totalOf(sequences)).toBeCloseTo(1, 13);
    for (let each = 0; each < n; each++) {
      for (const arm of arms) expect(marginal(sequences, each, arm)).toBeCloseTo(1 / k, 13);
    }
  });

  it("draws first by pure chance, then the other, from an urn without initial balls", () => {
    const { first } = singleProcedure(urn(0, 1, 1, 1));
    expect(first.drawProbabilities({})).toEqual({ own: 1 / 2, a: 1 / 2 });
    expect(first.after({ arm: "own" }, {}).drawProbabilities({})).toEqual({ own: 0, a: 1 });
  });

  it("has Wei's probabilities: (α + β·nB)/(2α + β·n)", () => {
    // UD(1, 1): after one own, 1/3; after two own, (1 + 0)/(2 + 2) = 1/4; after own, a: even.
    const { turnAt } = singleProcedure(urn(1, 1, 1, 1));
    expect(turnAt([1, 0])?.drawProbabilities({})).toEqual({ own: 1 / 3, a: 2 / 3 });
    expect(turnAt([2, 0])?.drawProbabilities({})).toEqual({ own: 1 / 4, a: 3 / 4 });
    expect(turnAt([1, 1])?.drawProbabilities({})).toEqual({ own: 1 / 2, a: 1 / 2 });
  });

  it("has a difference of variance n/3 after n ≥ 3 draws without initial balls", () => {
    // The difference goes up with probability (1 − D/n)/2, so that E D² grows by 1 − 2·E D²/n: 1, 0, 1 after
    // one, two and three draws, and from then on n/3 solves it. Wei (1977) has n/3 as the limit.
    const { turnAt } = singleProcedure(urn(0, 1, 1, 1));
    let now = new Map<number, number>([[0, 1]]);
    for (let n = 0; n < 60; n++) {
      const next = new Map<number, number>();
      for (const [ahead, probability] of now) {
        const own = turnAt([(n + ahead) / 2, (n - ahead) / 2])?.drawProbabilities({})["own"] ?? Number.NaN;
        if (own > 0) next.set(ahead + 1, (next.get(ahead + 1) ?? 0) + probability * own);
        if (own < 1) next.set(ahead - 1, (next.get(ahead - 1) ?? 0) + probability * (1 - own));
      }
      now = next;
    }
    const squares = [...now].map(([ahead, probability]) => ahead * ahead * probability);
    expect(squares.reduce((sum, square) => sum + square, 0)).toBeCloseTo(20, 10);
  });

  it("draws what its probabilities say", () => {
    // 31 and 23 degrees of freedom; 61.1 is the 0.999 quantile of χ² with 31.
    expect(chiSquaredOfSequences(singleProcedure(urn(1, 1, 1, 1)), 5, 3000)).toBeLessThan(61.1);
    const three = singleProcedure(urn(0, 2, 1, 1, 1), ARMS.slice(0, 3));
    expect(chiSquaredOfSequences(three, 3, 3000)).toBeLessThan(61.1);
  });

  it("draws with the most balls that can be declared", () => {
    const procedure = singleProcedure(urn(1_000_000, 100, 99, 1));
    expect(drawnUnder("key", procedure, 20)).toHaveLength(20);
  });

  it.each([
    ["initial", urn(-1, 1, 1, 1)],
    ["initial", urn(0.5, 1, 1, 1)],
    ["added", urn(0, 0, 1, 1)],
    ["added", urn(0, 101, 1, 1)],
  ])("refuses a wrong %s", (field, design) => {
    expect(designShape(["own", "a"])(design, "").map((problem) => problem.field)).toEqual([field]);
  });
});
