import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete, roundedShares } from "../../../src/allocation/designs/complete.js";
import type { BatchProcedure, Share } from "../../../src/allocation/designs/procedure.js";
import type { AllocationPlan } from "../../../src/allocation/types.js";
import { keyedStream, type RandomStream } from "../../../src/core/index.js";

const arms = ["own", "a", "b", "c", "d"] as const;

const weights = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 5 });

function procedureFor(
  given: readonly number[],
  plan: Pick<AllocationPlan, "quotas" | "unit"> = {},
): BatchProcedure {
  const named = arms.slice(0, given.length);
  const design = {
    kind: "complete",
    batch: "iso-week",
    weights: Object.fromEntries(named.map((arm, k) => [arm, given[k] ?? 0])),
  } as const;
  const procedure = complete.procedure(design, named, plan);
  if (procedure.draws !== "batch") throw new Error("complete randomization draws batches");
  return procedure;
}

/** The share of groups of citizens, one for each number, when nothing limits the arms. */
function shareOf(given: readonly number[], ...units: readonly number[]): Share {
  const groups = units.map((count, g) => ({ stratum: `stratum ${g}`, members: 1, units: count }));
  const share = procedureFor(given).share(groups, {});
  if (share === undefined) throw new Error("there is room for everyone");
  return share;
}

/** The arms that n citizens of one stratum get. */
function drawnFor(given: readonly number[], n: number, stream: RandomStream): readonly string[] {
  return shareOf(given, n).draw(() => stream)[0] ?? [];
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe("roundedShares", () => {
  it("gives what a hand calculation gives", () => {
    // 5 citizens, weights 3:2:1, W = 6. Shares 15/6, 10/6, 5/6: floors 2, 1, 0, remainders 3, 4, 5.
    // Laid end to end: own [0,3), a [3,7), b [7,12). Points u and u + 6:
    expect(roundedShares(5, [3, 2, 1], 0)).toEqual([3, 2, 0]); // 0 in own, 6 in a
    expect(roundedShares(5, [3, 2, 1], 1)).toEqual([3, 1, 1]); // 1 in own, 7 in b
    expect(roundedShares(5, [3, 2, 1], 2)).toEqual([3, 1, 1]);
    expect(roundedShares(5, [3, 2, 1], 3)).toEqual([2, 2, 1]); // 3 in a, 9 in b
    expect(roundedShares(5, [3, 2, 1], 4)).toEqual([2, 2, 1]);
    expect(roundedShares(5, [3, 2, 1], 5)).toEqual([2, 2, 1]);
  });

  it("leaves nothing to u where the shares are whole", () => {
    for (const u of [0, 1, 2]) expect(roundedShares(6, [2, 1], u)).toEqual([4, 2]);
    expect(roundedShares(0, [2, 1], 1)).toEqual([0, 0]);
  });

  it("gives arm k exactly n·w over W on average over u: each citizen's probability is exactly w/W", () => {
    fc.assert(
      fc.property(weights, fc.nat(60), (given, n) => {
        const total = sumOf(given);
        const sums = given.map(() => 0);
        for (let u = 0; u < total; u++) {
          for (const [k, share] of roundedShares(n, given, u).entries()) sums[k] = (sums[k] ?? 0) + share;
        }
        expect(sums).toEqual(given.map((weight) => n * weight)); // Σ over u, whole numbers: exact
      }),
    );
  });

  it("shares out everyone, each arm the floor or the ceiling of its fraction", () => {
    fc.assert(
      fc.property(weights, fc.nat(10_000), fc.nat(), (given, n, draw) => {
        const total = sumOf(given);
        const shares = roundedShares(n, given, draw % total);
        expect(sumOf(shares)).toBe(n);
        for (const [k, share] of shares.entries()) {
          const exact = n * (given[k] ?? 0);
          expect([Math.floor(exact / total), Math.ceil(exact / total)]).toContain(share);
        }
      }),
    );
  });

  it("stays exact with the largest weights", () => {
    const shares = roundedShares(1_000_000, [1_000_000, 999_999, 1], 1_234_567);
    expect(sumOf(shares)).toBe(1_000_000);
    expect(shares).toEqual([500_000, 499_999, 1]);
  });
});

describe("complete randomization", () => {
  it("draws all arms of a stratum, in the numbers of its shares", () => {
    const drawn = drawnFor([2, 1], 30, keyedStream("key", "context"));
    expect(drawn.filter((arm) => arm === "own")).toHaveLength(20);
    expect(drawn.filter((arm) => arm === "a")).toHaveLength(10);
  });

  it("draws a lone citizen by the weights, and nobody from nobody", () => {
    const alone = new Set(
      Array.from({ length: 40 }, (_, index) => drawnFor([1, 1], 1, keyedStream("key", `${index}`))[0]),
    );
    expect([...alone].toSorted()).toEqual(["a", "own"]);
    expect(drawnFor([1, 1], 0, keyedStream("key", "context"))).toEqual([]);
  });

  it("gives every place each arm with frequency w/W over many keys", () => {
    // 5 places, 6000 draws: binomial standard deviation √(n·p·(1 − p)); the band is 4.5 of them, which all
    // 15 counts keep with probability above 0.9998. The keys are fixed, so the outcome is too.
    const times = 6000;
    const counts = new Map<string, number>();
    for (let index = 0; index < times; index++) {
      for (const [place, arm] of drawnFor([3, 2, 1], 5, keyedStream(`key ${index}`, "context")).entries()) {
        counts.set(`${place}${arm}`, (counts.get(`${place}${arm}`) ?? 0) + 1);
      }
    }
    for (const [k, arm] of ["own", "a", "b"].entries()) {
      const p = (3 - k) / 6;
      const band = 4.5 * Math.sqrt(times * p * (1 - p));
      for (const place of [0, 1, 2, 3, 4]) {
        expect(Math.abs((counts.get(`${place}${arm}`) ?? 0) - times * p)).toBeLessThan(band);
      }
    }
  });

  it("gives every order of the arms the same frequency where the shares are whole", () => {
    // 4 citizens, 1:1: 6 ways to place two arms; χ² with 5 df, 20.5 is its 0.999 quantile.
    const times = 3000;
    const ways = new Map<string, number>();
    for (let index = 0; index < times; index++) {
      const way = drawnFor([1, 1], 4, keyedStream(`key ${index}`, "orders")).join();
      ways.set(way, (ways.get(way) ?? 0) + 1);
    }
    expect(ways.size).toBe(6);
    const chiSquared = sumOf([...ways.values()].map((count) => (count - times / 6) ** 2 / (times / 6)));
    expect(chiSquared).toBeLessThan(20.5);
  });

  it("draws each stratum with its own stream, and asks for no other", () => {
    const asked: (string | undefined)[] = [];
    const drawn = shareOf([1, 1], 20, 20).draw((stratum) => {
      asked.push(stratum);
      return keyedStream("key", stratum ?? "");
    });
    expect(asked).toEqual(["stratum 0", "stratum 1"]);
    expect(drawn).toEqual([
      drawnFor([1, 1], 20, keyedStream("key", "stratum 0")),
      drawnFor([1, 1], 20, keyedStream("key", "stratum 1")),
    ]);
  });

  it("tells the same probabilities for everyone", () => {
    const { odds } = shareOf([3, 1], 5);
    expect(odds.designProbabilities).toEqual({ own: 0.75, a: 0.25 });
    expect(odds.drawProbabilities).toEqual({ own: 0.75, a: 0.25 });
  });

  it("knows which counts it can give, stratum by stratum", () => {
    const possible = (units: number, counts: readonly number[]): boolean =>
      shareOf([2, 1], units).possible([counts]);
    expect(possible(3, [2, 1])).toBe(true);
    expect(possible(4, [3, 1])).toBe(true); // 4 citizens: 8/3 and 4/3
    expect(possible(4, [2, 2])).toBe(true);
    expect(possible(3, [1, 2])).toBe(false);
    expect(possible(4, [4, 0])).toBe(false);
    expect(possible(4, [2, 1])).toBe(false); // someone is missing
    const two = shareOf([2, 1], 3, 1);
    expect(
      two.possible([
        [2, 1],
        [0, 1],
      ]),
    ).toBe(true);
    expect(
      two.possible([
        [2, 1],
        [1, 1],
      ]),
    ).toBe(false);
    expect(two.possible([[2, 1]])).toBe(false);
  });

  it("puts the referrals of an ISO week into one batch", () => {
    expect(procedureFor([1, 1]).batchOf(12_784)).toBe("2004-W53"); // 2005-01-01
  });

  it("is another algorithm where the plan has quotas or draws households", () => {
    expect(procedureFor([1, 1]).algorithm).toBe("complete/1");
    expect(procedureFor([1, 1], { unit: "citizen", quotas: [] }).algorithm).toBe("complete/1");
    expect(procedureFor([1, 1], { unit: "household" }).algorithm).toBe("complete-limited/1");
    const quotas = [{ arm: "own", per: "iso-week", most: 10 }] as const;
    expect(procedureFor([1, 1], { quotas }).algorithm).toBe("complete-limited/1");
  });

  it.each([
    ["a weight that is missing", { own: 1 }, "weights.a"],
    ["a weight for no arm", { own: 1, a: 1, b: 1 }, "weights.b"],
    ["a weight of zero", { own: 1, a: 0 }, "weights.a"],
    ["half a weight", { own: 1, a: 0.5 }, "weights.a"],
    ["a weight in words", { own: 1, a: "1" }, "weights.a"],
    ["no weights", undefined, "weights"],
  ])("refuses %s", (_, given, field) => {
    const shape = complete.shape(["own", "a"]);
    const problems = shape({ kind: "complete", batch: "iso-week", weights: given }, "");
    expect(problems.map((problem) => problem.field)).toEqual([field]);
  });
});
