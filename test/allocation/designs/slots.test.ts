import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Design } from "../../../src/allocation/index.js";
import {
  byTurns,
  drawnUnder,
  envelopesUnder,
  marginal,
  singleProcedure,
  weighted,
  type Queue,
} from "./turns.js";

const queue: Queue = (n) => ({ sex: n % 3 === 0 ? "f" : "m", age: n % 2 === 0 ? "young" : "old" });

/** Every design that draws slots, for these weights. */
function designs(weights: Readonly<Record<string, number>>): readonly Design[] {
  return [
    { kind: "biased-coin", weights, bias: 2 / 3 },
    { kind: "big-stick", weights, tolerance: 2 },
    { kind: "urn", weights, initial: 1, added: 2 },
    ...(["range", "variance", "marginal-balance"] as const).map((imbalance) => ({
      kind: "minimization" as const,
      weights,
      factors: { sex: 1, age: 0.5 },
      imbalance,
      preference: 0.7,
    })),
  ];
}

const names = designs({}).map((design, index) =>
  design.kind === "minimization"
    ? `minimization by ${design.imbalance}, ${index}`
    : `${design.kind}, ${index}`,
);

describe("an arm of weight w", () => {
  it.each(names.map((name, index) => [name, index] as const))("is w arms of weight 1: %s", (_, index) => {
    const unequal = designs(weighted(2, 1))[index];
    const equal = designs({ first: 1, second: 1, other: 1 })[index];
    if (unequal === undefined || equal === undefined) throw new Error("no such design");
    const two = singleProcedure(unequal, ["own", "a"]);
    const three = singleProcedure(equal, ["first", "second", "other"]);
    const slotOf: Readonly<Record<string, object>> = {
      first: { arm: "own", slot: 0 },
      second: { arm: "own", slot: 1 },
      other: { arm: "a" },
    };
    const envelopes = envelopesUnder("twins");
    let [one, other] = [two.first, three.first];
    for (let n = 0; n < 60; n++) {
      const levels = queue(n);
      const separate = other.drawProbabilities(levels);
      const together = one.drawProbabilities(levels);
      expect(together["own"]).toBeCloseTo((separate["first"] ?? 0) + (separate["second"] ?? 0), 14);
      expect(together["a"]).toBeCloseTo(separate["other"] ?? Number.NaN, 14);
      const drawn = one.draw(envelopes(n), levels);
      const twin = other.draw(envelopes(n), levels);
      expect(drawn).toEqual(slotOf[twin.arm]);
      one = one.after(drawn, levels);
      other = other.after(twin, levels);
    }
  });

  it.each(names.map((name, index) => [name, index] as const))(
    "has design probability w/W at every draw: %s",
    (_, index) => {
      const equal = designs({ first: 1, second: 1, other: 1 })[index];
      if (equal === undefined) throw new Error("no such design");
      const sequences = byTurns(singleProcedure(equal, ["first", "second", "other"]), 5, queue);
      for (let n = 0; n < 5; n++) expect(marginal(sequences, n, "other")).toBeCloseTo(1 / 3, 12);
      const unequal = designs(weighted(2, 1))[index];
      if (unequal === undefined) throw new Error("no such design");
      expect(singleProcedure(unequal).designProbabilities).toEqual({ own: 2 / 3, a: 1 / 3 });
    },
  );

  it.each(names.map((name, index) => [name, index] as const))(
    "is drawn that often, first and last of 40: %s",
    (_, index) => {
      // 1500 keys, p = 2/3: standard deviation 18.3; the band is 4 of them.
      const unequal = designs(weighted(2, 1))[index];
      if (unequal === undefined) throw new Error("no such design");
      const procedure = singleProcedure(unequal);
      const own = Array.from({ length: 40 }, () => 0);
      for (let key = 0; key < 1500; key++) {
        for (const [n, { arm }] of drawnUnder(`key ${key}`, procedure, 40, queue).entries()) {
          if (arm === "own") own[n] = (own[n] ?? 0) + 1;
        }
      }
      for (const n of [0, 1, 2, 19, 38, 39]) expect(Math.abs((own[n] ?? 0) - 1000)).toBeLessThan(73);
    },
  );
});

describe("a stand", () => {
  it("is plain JSON, from which the turn is made again", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...designs(weighted(2, 1))),
        fc.string({ minLength: 1 }),
        fc.nat(40),
        (design, key, n) => {
          const procedure = singleProcedure(design);
          let turn = procedure.first;
          for (const [index, drawn] of drawnUnder(key, procedure, n, queue).entries()) {
            turn = turn.after(drawn, queue(index));
          }
          const again = procedure.turnAt(JSON.parse(JSON.stringify(turn.stand)));
          expect(again?.stand).toEqual(turn.stand);
          expect(again?.drawProbabilities(queue(n))).toEqual(turn.drawProbabilities(queue(n)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([[null], [[0, 0]], [[0, 0, -1]], [[0, 0, 0.5]], [["0", 0, 0]], [{}], ["0,0,0"]])(
    "of another shape is refused: %j",
    (stand) => {
      for (const design of designs(weighted(2, 1)).slice(0, 3)) {
        expect(singleProcedure(design).turnAt(stand)).toBeUndefined();
      }
    },
  );

  it("doesn't change by a slot that the arm doesn't have", () => {
    for (const design of designs(weighted(2, 1))) {
      const { first } = singleProcedure(design);
      const levels = queue(0);
      expect(first.after({ arm: "own", slot: 2 }, levels).stand).toEqual(first.stand);
      expect(first.after({ arm: "own" }, levels).stand).toEqual(first.stand);
      expect(first.after({ arm: "nobody" }, levels).stand).toEqual(first.stand);
    }
  });
});
