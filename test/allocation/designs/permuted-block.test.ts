import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { designShape } from "../../../src/allocation/designs/table.js";
import { sumOf, weightsOf } from "../../../src/allocation/designs/weights.js";
import type { PermutedBlockDesign } from "../../../src/allocation/index.js";
import {
  ARMS,
  byTurns,
  chiSquaredOfSequences,
  countIn,
  drawnUnder,
  envelopesUnder,
  marginal,
  singleProcedure,
  totalOf,
  weighted,
} from "./turns.js";

const blocks = (sizes: readonly number[], ...weights: readonly number[]): PermutedBlockDesign => ({
  kind: "permuted-block",
  weights: weighted(...weights),
  sizes,
});

const armsOf = (design: PermutedBlockDesign): readonly string[] =>
  ARMS.slice(0, Object.keys(design.weights).length);

describe("permuted blocks of one size", () => {
  it("give every order of a block the same probability", () => {
    // 4 of 2 : 2: 6 orders; two blocks: 36 sequences.
    const sequences = byTurns(singleProcedure(blocks([4], 1, 1)), 8);
    expect(sequences.size).toBe(36);
    for (const probability of sequences.values()) expect(probability).toBeCloseTo(1 / 36, 15);
    for (let n = 0; n < 8; n++) expect(marginal(sequences, n, "own")).toBeCloseTo(1 / 2, 14);
  });

  it("give 2 : 1 : 1 its exact shares within each block and at every place", () => {
    // 4!/(2!·1!·1!) = 12 orders.
    const design = blocks([4], 2, 1, 1);
    const sequences = byTurns(singleProcedure(design, armsOf(design)), 6);
    const whole = byTurns(singleProcedure(design, armsOf(design)), 4);
    expect(whole.size).toBe(12);
    for (const text of whole.keys()) expect(countIn(text.split(" "), "own")).toBe(2);
    for (let n = 0; n < 6; n++) {
      expect(marginal(sequences, n, "own")).toBeCloseTo(1 / 2, 14);
      expect(marginal(sequences, n, "b")).toBeCloseTo(1 / 4, 14);
    }
    expect(totalOf(sequences)).toBeCloseTo(1, 14);
  });

  it("number the public blocks", () => {
    const { blockOf } = singleProcedure(blocks([4], 1, 1));
    expect([0, 3, 4, 11].map((drawn) => blockOf?.(drawn))).toEqual(["1", "1", "2", "3"]);
    expect(singleProcedure(blocks([4, 6], 1, 1)).blockOf).toBeUndefined();
  });

  it("leave nothing to chance where the block settles it", () => {
    const { first } = singleProcedure(blocks([4], 1, 1));
    const twice = first.after({ arm: "own" }, {}).after({ arm: "own" }, {});
    expect(twice.drawProbabilities({})).toEqual({ own: 0, a: 1 });
  });
});

describe("permuted blocks of several sizes", () => {
  it("are even at every place, whatever the sizes", () => {
    const sequences = byTurns(singleProcedure(blocks([2, 4], 1, 1)), 8);
    expect(totalOf(sequences)).toBeCloseTo(1, 13);
    for (let n = 0; n < 8; n++) expect(marginal(sequences, n, "own")).toBeCloseTo(1 / 2, 13);
  });

  it("draw what their probabilities say", () => {
    // 2⁵ sequences at most, 31 degrees of freedom: 61.1 is the 0.999 quantile of χ².
    expect(chiSquaredOfSequences(singleProcedure(blocks([2, 4], 1, 1)), 5, 3000)).toBeLessThan(61.1);
    expect(chiSquaredOfSequences(singleProcedure(blocks([3, 6], 2, 1)), 5, 3000)).toBeLessThan(61.1);
    expect(chiSquaredOfSequences(singleProcedure(blocks([4], 1, 1)), 5, 3000)).toBeLessThan(61.1);
  });

  it("draw the same whether one goes on from memory or finds a block anew", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(80), (key, n) => {
        const procedure = singleProcedure(blocks([4, 6, 8], 1, 1));
        const inTurn = drawnUnder(key, procedure, n + 1);
        const anew = procedure.first.draw(envelopesUnder(key)(n), {});
        expect(anew).toEqual(inTurn[n]);
        const shared = envelopesUnder(key);
        procedure.first.draw(shared(n + 30), {}); // memory that already reaches beyond
        expect(procedure.first.draw(shared(n), {})).toEqual(inTurn[n]);
      }),
      { numRuns: 30 },
    );
  });

  it("never exceed the bound of their blocks, and are balanced where each ends", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
        fc.string({ minLength: 1 }),
        (given, multiples, key) => {
          const arms = ARMS.slice(0, given.length);
          const lowest = weightsOf(weighted(...given), arms);
          const total = sumOf(lowest);
          const sizes = multiples.map((multiple) => multiple * total);
          const procedure = singleProcedure(blocks(sizes, ...given), arms);
          const envelopes = envelopesUnder(key);
          const history: string[] = [];
          let turn = procedure.first;
          const starts = new Set<number>();
          for (let n = 0; n < 60; n++) {
            const envelope = envelopes(n);
            const drawn = turn.draw(envelope, {});
            expect(turn.drawProbabilities({})[drawn.arm]).toBeGreaterThan(0);
            turn = turn.after(drawn, {});
            history.push(drawn.arm);
            starts.add(envelope.opened.block?.start ?? Number.NaN);
            // No arm is ever further from its share than a whole block could take it.
            for (const [k, arm] of arms.entries()) {
              const share = (lowest[k] ?? 0) / total;
              const most = Math.max(...sizes) * share * (1 - share);
              expect(Math.abs(countIn(history, arm) - share * history.length)).toBeLessThanOrEqual(
                most + 1e-9,
              );
            }
          }
          for (const start of starts) {
            for (const [k, arm] of arms.entries()) {
              const share = (lowest[k] ?? 0) / total;
              expect(countIn(history.slice(0, start), arm)).toBeCloseTo(share * start, 9);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

it.each([[[4]], [[2, 4, 6]]])(
  "blocks of %j lie where they lie, in whatever order they are opened",
  (sizes) => {
    const procedure = singleProcedure(blocks(sizes, 1, 1));
    const inOrder = drawnUnder("key", procedure, 60);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 59 }), { minLength: 1, maxLength: 30 }), (places) => {
        const envelopes = envelopesUnder("key");
        const drawn = places.map((place) => procedure.first.draw(envelopes(place), {}));
        expect(drawn).toEqual(places.map((place) => inOrder[place]));
      }),
    );
  },
);

describe("a declaration", () => {
  it.each([
    ["sizes[1]", blocks([4, 5], 1, 1)],
    ["sizes[0]", blocks([4], 2, 1)],
    ["sizes[0]", blocks([1], 1, 1)],
    ["sizes[0]", blocks([1002], 1, 1)],
    ["sizes", blocks([], 1, 1)],
    ["sizes", blocks([4, 4], 1, 1)],
    ["sizes", { ...blocks([4], 1, 1), sizes: 4 }],
    ["weights.a", blocks([5], 1)],
    ["size", { ...blocks([4], 1, 1), size: 4 }],
  ])("with a wrong %s is refused", (field, design) => {
    expect(designShape(["own", "a"])(design, "").map((problem) => problem.field)).toEqual([field]);
  });

  it("says what sizes would do", () => {
    expect(designShape(["own", "a"])(blocks([4], 4, 2), "design")).toMatchObject([
      {
        field: "design.sizes[0]",
        received: 4,
        expected: "a multiple of 3, the sum of the weights in lowest terms",
      },
    ]);
  });
});
