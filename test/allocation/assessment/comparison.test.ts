import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparing, numbersOfSuccesses, rejections } from "../../../src/allocation/assessment/comparison.js";

/** The pooled statistic as it is written, z = (x/n − y/m) / √(p̂(1 − p̂)(1/n + 1/m)). */
function rejects(x: number, n: number, y: number, m: number): boolean {
  const p = (x + y) / (n + m);
  const error = Math.sqrt(p * (1 - p) * (1 / n + 1 / m));
  return error > 0 && Math.abs(x / n - y / m) / error > 1.959963984540054;
}

/** Every pattern of successes, with its probability. */
function patterns(probabilities: readonly number[]): readonly { successes: number; probability: number }[] {
  let found = [{ successes: 0, probability: 1 }];
  for (const p of probabilities) {
    found = found.flatMap(({ successes, probability }) => [
      { successes, probability: probability * (1 - p) },
      { successes: successes + 1, probability: probability * p },
    ]);
  }
  return found;
}

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });

describe("rejections", () => {
  it("are those of the pooled test, for every table up to 25 and 18", () => {
    for (const [n, m] of [
      [1, 1],
      [4, 4],
      [7, 12],
      [25, 18],
      [18, 25],
    ] as const) {
      for (const [x, { upTo, from }] of rejections(n, m).entries()) {
        for (let y = 0; y <= m; y++) {
          expect([x, y, y <= upTo || y >= from]).toEqual([x, y, rejects(x, n, y, m)]);
        }
      }
    }
  });
});

describe("numbersOfSuccesses", () => {
  it("are those of every pattern", () => {
    fc.assert(
      fc.property(probabilities, (given) => {
        const expected = numbersOfSuccesses(given).map(() => 0);
        for (const { successes, probability } of patterns(given)) {
          expected[successes] = (expected[successes] ?? 0) + probability;
        }
        for (const [number, probability] of numbersOfSuccesses(given).entries()) {
          expect(probability).toBeCloseTo(expected[number] ?? Number.NaN, 13);
        }
      }),
    );
  });
});

describe("comparing", () => {
  it("gives mean, variance and rejections of every pattern of successes", () => {
    fc.assert(
      fc.property(probabilities, probabilities, (a, b) => {
        let [mean, square, rejected] = [0, 0, 0];
        for (const one of patterns(a)) {
          for (const other of patterns(b)) {
            const probability = one.probability * other.probability;
            const difference = one.successes / a.length - other.successes / b.length;
            mean += probability * difference;
            square += probability * difference ** 2;
            if (rejects(one.successes, a.length, other.successes, b.length)) rejected += probability;
          }
        }
        const found = comparing()(a, b);
        expect(found?.difference).toBeCloseTo(mean, 12);
        expect(found?.variance).toBeCloseTo(square - mean ** 2, 12);
        expect(found?.rejected).toBeCloseTo(rejected, 12);
      }),
      { numRuns: 50 },
    );
  });

  it("compares nothing with an empty arm", () => {
    expect(comparing()([], [0.5])).toBeUndefined();
    expect(comparing()([0.5], [])).toBeUndefined();
  });
});
