import seedrandom from "seedrandom";
import { digestOf, keyedHash, type KeyedHash } from "./digest.js";
import { competitionError } from "./errors.js";

/** A source of random 32-bit words; everything random in this package is drawn from one. */
export interface RandomStream {
  /** The next word, uniform on 0 … 2³² − 1. */
  next(): number;
}

/**
 * A stream for simulation, permutation and bootstrap: ARC4 (seedrandom) under the SHA-256 of
 * purpose and seed, so that seeds which seedrandom itself confuses ("a" and "aa", "2024" and
 * "20242024") give different streams, and each (seed, purpose, index) one of its own.
 *
 * @throws CompetitionError `seed-required` if the seed is missing or empty: nothing here is random by accident.
 */
export function seededStream(seed: string | number, purpose: string, index: number = 0): RandomStream {
  if ((typeof seed !== "string" && typeof seed !== "number") || seed === "" || Number.isNaN(seed)) {
    throw competitionError({
      code: "seed-required",
      path: "seed",
      received: seed,
      expected: "a text or a number that can be written down",
      hint: "Give a seed, so that the same result can be had again.",
    });
  }
  const generator = seedrandom(digestOf(`seeded-stream/1|${purpose}|${typeof seed}:${seed}|${index}`));
  return { next: () => generator.int32() >>> 0 };
}

/**
 * A stream for where millions of words are drawn, as in replaying a draw ten thousand times: xoshiro128**,
 * its state the first four words of {@link seededStream} for the same seed, purpose and index.
 *
 * Blackman and Vigna (2021), Scrambled linear pseudorandom number generators, ACM Transactions on
 * Mathematical Software 47(4), article 36, doi:10.1145/3460772.
 *
 * @throws CompetitionError `seed-required`.
 */
export function fastStream(seed: string | number, purpose: string, index: number = 0): RandomStream {
  const start = seededStream(seed, purpose, index);
  return xoshiro128(start.next(), start.next(), start.next(), start.next());
}

/** xoshiro128** from four words of state, not all of them 0. */
export function xoshiro128(first: number, second: number, third: number, fourth: number): RandomStream {
  let [a, b, c, d] = [first, second, third, fourth];
  return {
    next: () => {
      const scrambled = Math.imul(b, 5);
      const word = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      return word;
    },
  };
}

/**
 * A stream that only the holder of the key can foretell: block i is
 * HMAC-SHA-256(key, context ‖ "|" ‖ i), read as eight big-endian words. Who needs many streams under one key
 * gives its keyedHash.
 */
export function keyedStream(key: string | Uint8Array | KeyedHash, context: string): RandomStream {
  const hash = typeof key === "function" ? key : keyedHash(key);
  let block = 0;
  let at = 0;
  let words: DataView | undefined;
  return {
    next: () => {
      if (words === undefined || at === 8) {
        const bytes = hash(`${context}|${block++}`);
        words = new DataView(bytes.buffer, bytes.byteOffset, 32);
        at = 0;
      }
      return words.getUint32(4 * at++);
    },
  };
}

const WORDS = 2 ** 32;
const WIDE = 2 ** 53;

/** A whole number uniform on 0 … n − 1, exactly so, by rejection; n from 1 to 2⁵³ (two words a try above 2³²). */
export function below(stream: RandomStream, n: number): number {
  if (n > WORDS) return belowWide(stream, n);
  const limit = WORDS - (WORDS % n);
  let word = stream.next();
  while (word >= limit) word = stream.next();
  return word % n;
}

function belowWide(stream: RandomStream, n: number): number {
  const limit = WIDE - (WIDE % n);
  let value = wide(stream);
  while (value >= limit) value = wide(stream);
  return value % n;
}

/** A number uniform on 0 … 2⁵³ − 1, the upper 21 bits from the first word. */
function wide(stream: RandomStream): number {
  return (stream.next() >>> 11) * WORDS + stream.next();
}

/** A number uniform on [0, 1) with 53 random bits. */
export function uniform(stream: RandomStream): number {
  return ((stream.next() >>> 5) * 67_108_864 + (stream.next() >>> 6)) / 9_007_199_254_740_992;
}

/** A copy in random order (Fisher–Yates from the top), every order equally likely. */
export function shuffled<T>(stream: RandomStream, items: readonly T[]): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = below(stream, last + 1);
    const kept = copy[last] as T;
    copy[last] = copy[other] as T;
    copy[other] = kept;
  }
  return copy;
}
