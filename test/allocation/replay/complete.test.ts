import { describe, expect, it } from "vitest";
import { everyComplete, fastBelow, replayedComplete } from "../../../src/allocation/replay/complete.js";
import { fastStream, type RandomStream } from "../../../src/core/index.js";

const streamOf = (...words: readonly number[]): RandomStream => {
  let at = 0;
  return { next: () => words[at++] ?? 0 };
};

const sure = (...value: readonly number[]) => [{ value, probability: 1 }];

describe("fastBelow", () => {
  it("takes the whole part of word · n / 2³²", () => {
    expect(fastBelow(streamOf(2 ** 31), 3)).toBe(1); // 1.5
    expect(fastBelow(streamOf(2 ** 32 - 1), 3)).toBe(2);
    expect(fastBelow(streamOf(0), 1)).toBe(0);
  });

  it("refuses the words that would be too many", () => {
    // 2³² mod 3 = 1: word 0 has the fraction 0 and is refused. With 5 of 2³² mod 5 = 1 likewise.
    expect(fastBelow(streamOf(0, 2 ** 32 - 1), 3)).toBe(2);
    expect(fastBelow(streamOf(0, 0, 2 ** 31), 5)).toBe(2);
    // 2³² mod 2²⁰ = 0: nothing is refused.
    expect(fastBelow(streamOf(0), 2 ** 20)).toBe(0);
  });

  it("gives every number the same number of words: all 2¹⁶ words of a smaller machine", () => {
    // The rule with 2¹⁶ for 2³²: the words kept are spread evenly. Checked in whole numbers for n to 60.
    const words = 2 ** 16;
    for (let n = 1; n <= 60; n++) {
      const counts = Array.from({ length: n }, () => 0);
      for (let word = 0; word < words; word++) {
        const whole = Math.floor((word * n) / words);
        if (word * n - whole * words >= words % n) counts[whole] = (counts[whole] ?? 0) + 1;
      }
      expect(new Set(counts).size).toBe(1);
    }
  });
});

describe("replayedComplete", () => {
  it("draws every order equally often, blocks apart, followers after those they follow", () => {
    // 2 : 1 : 1 of four in columns 0, 2, 3, 5 (12 orders); one of two in 1, 4 (2 orders); 6 follows 2.
    const blocks = [
      { columns: [0, 2, 3, 5], counts: sure(2, 1, 1) },
      { columns: [1, 4], counts: sure(0, 1, 1) },
    ];
    const followers = [{ column: 6, follows: 2 }];
    const times = 12_000;
    const draws = replayedComplete(blocks, followers, { times, width: 7 }, fastStream("orders", "test"));
    const counts = new Map<string, number>();
    for (let row = 0; row < times; row++) {
      const drawn = draws.subarray(7 * row, 7 * row + 7);
      expect(drawn[6]).toBe(drawn[2]);
      const text = drawn.slice(0, 6).join("");
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    expect(chiSquared).toBeLessThan(49.7); // the 0.999 quantile with 23 degrees of freedom
  });

  it("takes numbers of citizens by their probabilities", () => {
    // Three of own with 2/3, two with 1/3: 6000 draws, standard deviation 36.5, the band 4 of them.
    const counts = [
      { value: [3, 1], probability: 2 / 3 },
      { value: [2, 2], probability: 1 / 3 },
    ];
    const draws = replayedComplete(
      [{ columns: [0, 1, 2, 3], counts }],
      [],
      { times: 6000, width: 4 },
      fastStream("counts", "test"),
    );
    let three = 0;
    for (let row = 0; row < 6000; row++) {
      if (draws.subarray(4 * row, 4 * row + 4).reduce((sum, arm) => sum + arm, 0) === 1) three++;
    }
    expect(Math.abs(three - 4000)).toBeLessThan(146);
  });

  it("draws what it drew, for ever", () => {
    const blocks = [{ columns: [0, 1, 2, 3, 4, 5, 6, 7], counts: sure(4, 4) }];
    const draws = replayedComplete(blocks, [], { times: 3, width: 8 }, fastStream("fredericia", "test"));
    expect(draws.join("")).toBe("100011010111000111110000");
  });
});

describe("everyComplete", () => {
  it("has each draw once, or none where there are too many", () => {
    const blocks = [
      {
        columns: [0, 1, 2],
        counts: [
          { value: [2, 1], probability: 0.5 },
          { value: [1, 2], probability: 0.5 },
        ],
      },
      { columns: [3, 4], counts: sure(1, 1) },
    ];
    const all = everyComplete(blocks, [{ column: 5, follows: 0 }], 6, 12) ?? [];
    expect(new Set(all.map(({ value }) => value.join(""))).size).toBe(12);
    for (const { value, probability } of all) {
      expect(probability).toBeCloseTo(1 / 12, 15);
      expect(value[5]).toBe(value[0]);
    }
    expect(everyComplete(blocks, [], 5, 11)).toBeUndefined();
    expect(everyComplete([{ columns: [], counts: sure(400, 400) }], [], 0, 1e9)).toBeUndefined();
  });
});
