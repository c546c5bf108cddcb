import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { designShape } from "../../../src/allocation/designs/table.js";
import type { BigStickDesign } from "../../../src/allocation/index.js";
import {
  ARMS,
  byRule,
  byTurns,
  chiSquaredOfSequences,
  countIn,
  drawnUnder,
  marginal,
  singleProcedure,
  totalOf,
  weighted,
} from "./turns.js";

const stick = (tolerance: number, ...weights: readonly number[]): BigStickDesign => ({
  kind: "big-stick",
  weights: weighted(...weights),
  tolerance,
});

describe("big stick", () => {
  it("gives every sequence the probability of Soares and Wu's rule", () => {
    const sequences = byTurns(singleProcedure(stick(2, 1, 1)), 8);
    const ruled = byRule((history) => {
      const ahead = 2 * countIn(history, "own") - history.length;
      const own = ahead === 2 ? 0 : ahead === -2 ? 1 : 1 / 2;
      return { own, a: 1 - own };
    }, 8);
    expect([...sequences.keys()].toSorted()).toEqual([...ruled.keys()].toSorted());
    for (const [text, probability] of ruled) expect(sequences.get(text)).toBeCloseTo(probability, 15);
    expect(totalOf(sequences)).toBeCloseTo(1, 14);
    for (let n = 0; n < 8; n++) expect(marginal(sequences, n, "own")).toBeCloseTo(1 / 2, 14);
  });

  it("leaves nothing to chance in 1/(2·tolerance) of the draws in the long run", () => {
    // The walk between −3 and 3 is even inside and turned back at the ends: πᵢ = 1/6 inside, 1/12 at each end,
    // so 1/6 of the draws are certain. Started at 0, draws 61 to 120 average it already.
    const { turnAt } = singleProcedure(stick(3, 1, 1));
    let now = new Map<number, number>([[0, 1]]);
    let certain = 0;
    for (let n = 0; n < 120; n++) {
      const next = new Map<number, number>();
      for (const [ahead, probability] of now) {
        const turn = turnAt([60 + Math.max(0, ahead), 60 - Math.min(0, ahead)]);
        const own = turn?.drawProbabilities({})["own"] ?? Number.NaN;
        if (n >= 60 && (own === 0 || own === 1)) certain += probability / 60;
        if (own > 0) next.set(ahead + 1, (next.get(ahead + 1) ?? 0) + probability * own);
        if (own < 1) next.set(ahead - 1, (next.get(ahead - 1) ?? 0) + probability * (1 - own));
      }
      now = next;
    }
    expect(certain).toBeCloseTo(1 / 6, 6);
    expect(Math.max(...now.keys())).toBeLessThanOrEqual(3);
  });

  it("never lets two slots differ by more than the tolerance, and always has a slot to draw", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
        fc.string({ minLength: 1 }),
        (tolerance, weights, key) => {
          const procedure = singleProcedure(stick(tolerance, ...weights), ARMS.slice(0, weights.length));
          let turn = procedure.first;
          for (const drawn of drawnUnder(key, procedure, 60)) {
            expect(turn.drawProbabilities({})[drawn.arm]).toBeGreaterThan(0);
            turn = turn.after(drawn, {});
            const counts = turn.stand as readonly number[];
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(tolerance);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("with tolerance 1 is permuted blocks as small as they can be", () => {
    const three = byTurns(singleProcedure(stick(1, 1, 1, 1), ARMS.slice(0, 3)), 6);
    expect(three.size).toBe(36); // 3!·3!
    for (const probability of three.values()) expect(probability).toBeCloseTo(1 / 36, 15);
  });

  it("sends the next to the emptiest after an entry that it can't have drawn", () => {
    expect(
      singleProcedure(stick(1, 1, 1))
        .turnAt([3, 0])
        ?.drawProbabilities({}),
    ).toEqual({ own: 0, a: 1 });
  });

  it("draws what its probabilities say", () => {
    // Sequences of 6 with tolerance 2: after the first, pairs of draws leave D odd, with 2 ends. 61.1 is the
    // 0.999 quantile of χ² with 31 degrees of freedom, more than there are.
    expect(chiSquaredOfSequences(singleProcedure(stick(2, 1, 1)), 5, 3000)).toBeLessThan(61.1);
  });

  it.each([
    ["tolerance", stick(0, 1, 1)],
    ["tolerance", stick(1.5, 1, 1)],
    ["weights", stick(2, 101, 100)],
  ])("refuses a wrong %s", (field, design) => {
    expect(designShape(["own", "a"])(design, "").map((problem) => problem.field)).toEqual([field]);
  });
});
