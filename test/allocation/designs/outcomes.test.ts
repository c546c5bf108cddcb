import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyPossibility } from "../../../src/allocation/chance.js";
import { roundedShares } from "../../../src/allocation/designs/complete.js";
import type { Group, Limits, Share } from "../../../src/allocation/designs/procedure.js";
import { procedureOf } from "../../../src/allocation/designs/table.js";
import type { AllocationPlan, Design } from "../../../src/allocation/index.js";
import { ARMS, drawnUnder, singleProcedure, weighted, type Queue } from "./turns.js";

const queue: Queue = (n) => ({ sex: n % 3 === 0 ? "f" : "m" });

const weights = weighted(2, 1);
const singles: readonly Design[] = [
  { kind: "simple", weights },
  { kind: "permuted-block", weights, sizes: [3, 6] },
  { kind: "alternation" },
  { kind: "biased-coin", weights, bias: 0.75 },
  { kind: "big-stick", weights, tolerance: 1 },
  { kind: "urn", weights, initial: 0, added: 1 },
  { kind: "minimization", weights, factors: { sex: 1 }, imbalance: "variance", preference: 0.6 },
];

describe("the outcomes of a turn", () => {
  it("are those of its probabilities, slot by slot", () => {
    fc.assert(
      fc.property(fc.constantFrom(...singles), fc.string({ minLength: 1 }), fc.nat(30), (design, key, n) => {
        const procedure = singleProcedure(design);
        let turn = procedure.first;
        for (const [index, drawn] of drawnUnder(key, procedure, n, queue).entries()) {
          const met = turn.outcomes(queue(index));
          const own = met.find((each) => each.drawn.arm === drawn.arm && each.drawn.slot === drawn.slot);
          expect(own?.probability).toBeGreaterThan(0);
          turn = turn.after(drawn, queue(index));
        }
        const outcomes = turn.outcomes(queue(n));
        for (const [arm, probability] of Object.entries(turn.drawProbabilities(queue(n)))) {
          const slots = outcomes.filter(({ drawn }) => drawn.arm === arm);
          expect(slots.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(probability, 14);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function shareOf(
  plan: Pick<AllocationPlan, "quotas" | "unit">,
  given: readonly number[],
  groups: readonly Group[],
  limits: Limits = {},
): Share {
  const design: Design = { kind: "complete", batch: "iso-week", weights: weighted(...given) };
  const whole: AllocationPlan = { design, strata: ["age"], referredAgain: "keep-arm", ...plan };
  const procedure = procedureOf(whole, ARMS.slice(0, given.length));
  const share = procedure.draws === "batch" ? procedure.share(groups, limits) : undefined;
  if (share === undefined) throw new Error("no room");
  return share;
}

const groupsOf = (...units: readonly number[]): readonly Group[] =>
  units.map((number, g) => ({ stratum: `${g}`, members: 1, units: number }));

describe("the counts of a share", () => {
  it("are those of every start of the sampling, all equally likely", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
        fc.nat(20),
        (given, units) => {
          const total = given.reduce((sum, weight) => sum + weight, 0);
          const expected = new Map<string, number>();
          for (let u = 0; u < total; u++) {
            const counts = roundedShares(units, given, u).join();
            expected.set(counts, (expected.get(counts) ?? 0) + 1 / total);
          }
          const found = everyPossibility(shareOf({}, given, groupsOf(units)).counts, 1000) ?? [];
          const summed = new Map<string, number>();
          for (const { value, probability } of found) {
            const counts = (value[0] ?? []).join();
            summed.set(counts, (summed.get(counts) ?? 0) + probability);
          }
          expect([...summed.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
          for (const [counts, probability] of expected)
            expect(summed.get(counts)).toBeCloseTo(probability, 13);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("give each unit its probability and are possible, within limits too", () => {
    const groups: readonly Group[] = [
      { stratum: "young", members: 1, units: 5 },
      { stratum: "young", members: 2, units: 2 },
      { stratum: "old", members: 1, units: 4 },
    ];
    for (const limits of [{}, { own: { room: 5, owed: 0 } }, { a: { room: 20, owed: 9 } }]) {
      const share = shareOf({ unit: "household" }, [2, 1], groups, limits);
      const found = everyPossibility(share.counts, 1000) ?? [];
      expect(found.length).toBeGreaterThan(1);
      for (const { value } of found) expect(share.possible(value)).toBe(true);
      for (const [g, { units }] of groups.entries()) {
        for (const [k, arm] of ["own", "a"].entries()) {
          const mean = found.reduce((sum, each) => sum + each.probability * (each.value[g]?.[k] ?? 0), 0);
          expect(mean).toBeCloseTo(units * (share.odds.designProbabilities[arm] ?? 0), 12);
        }
      }
    }
  });
});
