import { describe, expect, it } from "vitest";
import { choosing, everyPossibility, inAnyOrder } from "../../src/allocation/chance.js";
import type { Choose } from "../../src/allocation/designs/procedure.js";
import { fastStream, type RandomStream } from "../../src/core/index.js";

const never: RandomStream = {
  next: () => {
    throw new Error("nothing is left to chance here");
  },
};

const coins =
  (number: number) =>
  (choose: Choose): string =>
    Array.from({ length: number }, () => choose([1, 1])).join("");

describe("everyPossibility", () => {
  it("settles everything in every way, with its probability", () => {
    // A coin; where it shows 0, one of three with chances 1 : 0 : 3.
    const found = everyPossibility((choose) => {
      const coin = choose([1, 1]);
      return coin === 1 ? "1" : `0${choose([1, 0, 3])}`;
    }, 10);
    expect(found).toEqual([
      { value: "00", probability: 1 / 8 },
      { value: "02", probability: 3 / 8 },
      { value: "1", probability: 1 / 2 },
    ]);
  });

  it("gives the one thing that can happen where nothing is asked", () => {
    expect(everyPossibility(() => "this", 1)).toEqual([{ value: "this", probability: 1 }]);
  });

  it("gives up where there is more than asked for, soon where it is far more", () => {
    expect(everyPossibility(coins(4), 16)).toHaveLength(16);
    expect(everyPossibility(coins(4), 15)).toBeUndefined();
    let runs = 0;
    const counted =
      (number: number) =>
      (choose: Choose): string => {
        runs++;
        return coins(number)(choose);
      };
    expect(everyPossibility(counted(1000), 20_000)).toBeUndefined();
    expect(runs).toBe(1);
    expect(everyPossibility(counted(20), 20_000)).toBeUndefined();
    expect(runs).toBeLessThan(600);
  });
});

describe("choosing", () => {
  it("chooses in proportion, never what has no chance", () => {
    // 8000 choices of 1 : 0 : 2 : 5; standard deviations 29.6, 38.7, 43.3; the band is 4 of them.
    const choose = choosing(fastStream("choose", "test"));
    const counts = [0, 0, 0, 0];
    for (let n = 0; n < 8000; n++) {
      const place = choose([1, 0, 2, 5]);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    for (const [place, p] of [
      [0, 1 / 8],
      [2, 2 / 8],
      [3, 5 / 8],
    ] as const) {
      expect(Math.abs((counts[place] ?? 0) - 8000 * p)).toBeLessThan(4 * Math.sqrt(8000 * p * (1 - p)));
    }
  });

  it("asks for no chance where only one thing is possible", () => {
    expect(choosing(never)([0, 0.3, 0])).toBe(1);
  });

  it("chooses the last that is possible where rounding leaves a rest", () => {
    const highest: RandomStream = { next: () => 2 ** 32 - 1 };
    expect(choosing(highest)([0.1, 0.2, 0.3, 0])).toBe(2);
  });
});

describe("inAnyOrder", () => {
  it("puts things in every order, all equally likely", () => {
    const found = everyPossibility((choose) => inAnyOrder([2, 1, 1], choose).join(""), 100) ?? [];
    expect(found).toHaveLength(12); // 4!/(2!·1!·1!)
    expect(new Set(found.map(({ value }) => value)).size).toBe(12);
    for (const { probability } of found) expect(probability).toBeCloseTo(1 / 12, 15);
  });
});
