import { describe, expect, it } from "vitest";
import {
  below,
  fastStream,
  keyedDigest,
  keyedStream,
  seededStream,
  shuffled,
  uniform,
  type RandomStream,
} from "../../src/core/index.js";
import { xoshiro128 } from "../../src/core/random.js";
import { errorOf } from "../support/errors.js";

const words = (stream: RandomStream, count: number): number[] =>
  Array.from({ length: count }, () => stream.next());

const first = (seed: string | number): number[] => words(seededStream(seed, "test"), 3);

describe("seededStream", () => {
  it("gives what it gave, for ever", () => {
    expect(words(seededStream("fredericia", "test"), 4)).toEqual([
      292022774, 3827364172, 2392745960, 1197652164,
    ]);
  });

  it("tells seeds apart that the generator itself confuses, and a number from its digits", () => {
    expect(first("a")).not.toEqual(first("aa"));
    expect(first("2024")).not.toEqual(first("20242024"));
    expect(first(42)).not.toEqual(first("42"));
  });

  it("gives each purpose and index a stream of its own", () => {
    expect(words(seededStream("a", "x"), 3)).not.toEqual(words(seededStream("a", "y"), 3));
    expect(words(seededStream("a", "x", 0), 3)).not.toEqual(words(seededStream("a", "x", 1), 3));
  });

  it.each([undefined, null, "", Number.NaN])(
    "refuses %o as a seed: nothing is random by accident",
    (seed) => {
      const error = errorOf(() => seededStream(seed as string, "test"));
      expect(error.code).toBe("seed-required");
    },
  );
});

describe("keyedStream", () => {
  it("is HMAC-SHA-256 of context and block number, read as big-endian words", () => {
    const stream = keyedStream("key", "context");
    const expected = [0, 1].flatMap((block) => {
      const bytes = keyedDigest("key", `context|${block}`);
      return Array.from({ length: 8 }, (_, at) =>
        new DataView(bytes.buffer, bytes.byteOffset).getUint32(4 * at),
      );
    });
    expect(words(stream, 16)).toEqual(expected);
  });
});

/** A stream that gives the words it is told, to see how they are used. */
function told(...given: number[]): RandomStream {
  return { next: () => given.shift() ?? 0 };
}

describe("below", () => {
  it("rejects the words above the largest multiple, so that no number is likelier", () => {
    // 2³² = 3 · 1431655765 + 1: only the last word is rejected.
    expect(below(told(0xffffffff, 5), 3)).toBe(2);
    expect(below(told(0xfffffffe), 3)).toBe(2);
  });

  it("of 1 is 0", () => {
    expect(below(told(123), 1)).toBe(0);
  });

  it("takes one word up to 2³², and two above, by the same rule", () => {
    expect(below(told(0xffffffff, 7), 2 ** 32)).toBe(2 ** 32 - 1);
    // 21 bits of the first word, then all of the second: 3·2³² + 5, of 2³² + 1
    expect(below(told(3 * 2 ** 11 + 2047, 5), 2 ** 32 + 1)).toBe(2); // 3·2³² + 5 = 3·(2³² + 1) + 2
    expect(below(told(0xffffffff, 0xffffffff), 2 ** 53)).toBe(2 ** 53 - 1);
    // 2⁵³ = 2·(2⁵² − 1) + 2: the two largest values are rejected
    expect(below(told(0xffffffff, 0xfffffffe, 0, 9), 2 ** 52 - 1)).toBe(9);
    expect(below(told(0xffffffff, 0xfffffffd), 2 ** 52 - 1)).toBe(2 ** 52 - 2);
  });
});

describe("uniform", () => {
  it("covers [0, 1) with 53 bits", () => {
    expect(uniform(told(0, 0))).toBe(0);
    expect(uniform(told(0xffffffff, 0xffffffff))).toBe(1 - 2 ** -53);
  });
});

describe("shuffled", () => {
  it("gives each of the 24 orders of four once when each of the 24 choices is made once", () => {
    const orders = new Set<string>();
    for (let a = 0; a < 4; a++)
      for (let b = 0; b < 3; b++)
        for (let c = 0; c < 2; c++) orders.add(shuffled(told(a, b, c), ["1", "2", "3", "4"]).join(""));
    expect(orders.size).toBe(24);
  });

  it("leaves what it was given", () => {
    const items = Object.freeze([1, 2, 3]);
    expect(shuffled(seededStream("s", "t"), items).toSorted()).toEqual([1, 2, 3]);
  });
});

describe("fastStream", () => {
  it("is xoshiro128**, as its authors write it", () => {
    // The recurrence in whole numbers of any length; the first word from the state 1, 2, 3, 4 by hand:
    // 2 · 5 = 10, turned by 7 bits 1280, times 9: 11520.
    const mask = (1n << 32n) - 1n;
    const turned = (word: bigint, by: bigint): bigint => ((word << by) | (word >> (32n - by))) & mask;
    const state = [1n, 2n, 3n, 4n] as [bigint, bigint, bigint, bigint];
    const expected = Array.from({ length: 200 }, () => {
      const word = (turned((state[1] * 5n) & mask, 7n) * 9n) & mask;
      const shifted = (state[1] << 9n) & mask;
      state[2] ^= state[0];
      state[3] ^= state[1];
      state[1] ^= state[2];
      state[0] ^= state[3];
      state[2] ^= shifted;
      state[3] = turned(state[3], 11n);
      return Number(word);
    });
    expect(expected[0]).toBe(11520);
    expect(words(xoshiro128(1, 2, 3, 4), 200)).toEqual(expected);
  });

  it("starts with words of the seeded stream, so that seed, purpose and index tell streams apart", () => {
    const [a = 0, b = 0, c = 0, d = 0] = words(seededStream("seed", "replay", 3), 4);
    expect(words(fastStream("seed", "replay", 3), 5)).toEqual(words(xoshiro128(a, b, c, d), 5));
    expect(errorOf(() => fastStream("", "replay")).code).toBe("seed-required");
  });

  it("fills 256 cells evenly, by its upper and by its lower bits", () => {
    // 65536 words, 256 expected in each cell; χ² with 255 degrees of freedom, 330.5 is its 0.999 quantile.
    for (const shift of [24, 0]) {
      const counts = Array.from({ length: 256 }, () => 0);
      const stream = fastStream("even", "test");
      for (let n = 0; n < 65_536; n++) {
        const cell = (stream.next() >>> shift) & 255;
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
      const chiSquared = counts.reduce((sum, count) => sum + (count - 256) ** 2 / 256, 0);
      expect(chiSquared).toBeLessThan(330.5);
    }
  });
});
