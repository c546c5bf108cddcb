import { describe, expect, it } from "vitest";
import { designShape } from "../../../src/allocation/designs/table.js";
import type { BiasedCoinDesign } from "../../../src/allocation/index.js";
import {
  ARMS,
  byRule,
  byTurns,
  chiSquaredOfSequences,
  countIn,
  marginal,
  singleProcedure,
  totalOf,
  weighted,
} from "./turns.js";

const coin = (bias: number, ...weights: readonly number[]): BiasedCoinDesign => ({
  kind: "biased-coin",
  weights: weighted(...weights),
  bias,
});

const efron = singleProcedure(coin(2 / 3, 1, 1));

describe("biased coin", () => {
  it("gives every sequence the probability of Efron's rule", () => {
    const sequences = byTurns(efron, 8);
    const ruled = byRule((history) => {
      const ahead = 2 * countIn(history, "own") - history.length;
      const own = ahead === 0 ? 1 / 2 : ahead < 0 ? 2 / 3 : 1 / 3;
      return { own, a: 1 - own };
    }, 8);
    expect([...sequences.keys()].toSorted()).toEqual([...ruled.keys()].toSorted());
    for (const [text, probability] of ruled) expect(sequences.get(text)).toBeCloseTo(probability, 14);
    expect(totalOf(sequences)).toBeCloseTo(1, 13);
    for (let n = 0; n < 8; n++) expect(marginal(sequences, n, "own")).toBeCloseTo(1 / 2, 13);
  });

  it("is level after four with probability 16/27", () => {
    // After two: level with 2/3, else two apart. From level again 2/3; from two apart back in two steps, (2/3)².
    const level = [...byTurns(efron, 4)].filter(([text]) => countIn(text.split(" "), "own") === 2);
    expect(totalOf(new Map(level))).toBeCloseTo((2 / 3) * (2 / 3) + (1 / 3) * (4 / 9), 14);
  });

  it("tends to be level at half of the even numbers: Efron (1971), the case of p = 2/3", () => {
    // The walk |D| goes up from 0 with probability 1, else with q = 1/3, down with p = 2/3. Detailed balance
    // gives π₁ = π₀/p, πⱼ₊₁ = πⱼ·q/p: Σπ = π₀·(1 + (1/p)/(1 − q/p)) = 4π₀, π₀ = 1/4, twice that at even times.
    let now = new Map<number, number>([[0, 1]]);
    for (let n = 0; n < 80; n++) {
      const next = new Map<number, number>();
      for (const [ahead, probability] of now) {
        const counts = [40 + Math.max(0, ahead), 40 - Math.min(0, ahead)];
        const turn = efron.turnAt(counts);
        const own = turn?.drawProbabilities({})["own"] ?? Number.NaN;
        next.set(ahead + 1, (next.get(ahead + 1) ?? 0) + probability * own);
        next.set(ahead - 1, (next.get(ahead - 1) ?? 0) + probability * (1 - own));
      }
      now = next;
    }
    expect(now.get(0)).toBeCloseTo(1 / 2, 3);
  });

  it("treats the slots of three arms alike: those with fewest share the bias", () => {
    const three = singleProcedure(coin(3 / 4, 1, 1, 1), ARMS.slice(0, 3));
    expect(three.turnAt([1, 0, 0])?.drawProbabilities({})).toEqual({ own: 1 / 4, a: 3 / 8, b: 3 / 8 });
    expect(three.turnAt([1, 1, 0])?.drawProbabilities({})).toEqual({ own: 1 / 8, a: 1 / 8, b: 3 / 4 });
    const sequences = byTurns(three, 5);
    for (let n = 0; n < 5; n++) {
      for (const arm of ["own", "a", "b"]) expect(marginal(sequences, n, arm)).toBeCloseTo(1 / 3, 13);
    }
  });

  it("never pushes away from balance: where even chances favor the fewest more, chances are even", () => {
    // Three of four slots are behind: even chances give them 3/4 together, a bias of 2/3 would give less.
    const four = singleProcedure(coin(2 / 3, 1, 1, 1, 1), ARMS.slice(0, 4));
    expect(four.turnAt([1, 0, 0, 0])?.drawProbabilities({})).toEqual({
      own: 1 / 4,
      a: 1 / 4,
      b: 1 / 4,
      c: 1 / 4,
    });
    expect(four.turnAt([1, 1, 0, 0])?.drawProbabilities({})["b"]).toBeCloseTo(1 / 3, 15);
  });

  it("draws what its probabilities say", () => {
    // 2⁵ sequences, 31 degrees of freedom: 61.1 is the 0.999 quantile of χ².
    expect(chiSquaredOfSequences(efron, 5, 3000)).toBeLessThan(61.1);
  });

  it("is flagged as predictable where nothing but ties is left to chance", () => {
    expect(efron.predictable).toBe(false);
    expect(singleProcedure(coin(1, 1, 1)).predictable).toBe(true);
  });

  it.each([
    ["bias", coin(0.49, 1, 1)],
    ["bias", coin(1.01, 1, 1)],
    ["bias", { ...coin(1, 1, 1), bias: "2/3" }],
    ["weights", coin(0.6, 100, 1)],
    ["weights.a", coin(0.6, 1)],
    ["p", { ...coin(0.6, 1, 1), p: 0.6 }],
  ])("refuses a wrong %s", (field, design) => {
    expect(designShape(["own", "a"])(design, "").map((problem) => problem.field)).toEqual([field]);
  });

  it("accepts weights whose sum in lowest terms is at most 100", () => {
    expect(designShape(["own", "a"])(coin(2 / 3, 99, 1), "")).toEqual([]);
    expect(designShape(["own", "a"])(coin(2 / 3, 500, 500), "")).toEqual([]);
  });
});
