import * as fc from "fast-check";
import { expect, it } from "vitest";
import { choose } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { impossible } from "./support/index.js";

it("counts small numbers exactly", () => {
  expect([choose(5, 2), choose(20, 10), choose(52, 5), choose(0, 0), choose(5, 6)]).toEqual([
    10, 184756, 2598960, 1, 0,
  ]);
});

it("is exact up to 2^53 and the nearest double beyond", () => {
  expect(choose(55, 27)).toBe(3824345300380220); // Pascal's triangle; below 2^53
  expect(choose(67, 33)).toBe(Number(14226520737620288370n)); // mpmath 1.2.1, binomial(67, 33)
  expect(choose(100, 50)).toBe(Number(100891344545564193334812497256n));
  expect(choose(1029, 514)).toBe(1.429820686498904e308);
  expect(choose(1030, 515)).toBe(Infinity);
});

it("ends soon for counts without end", () => {
  expect(choose(2 ** 53 - 1, 2 ** 52)).toBe(Infinity);
  expect(choose(2 ** 53 - 1, 2)).toBeNear((2 ** 53 - 1) * (2 ** 52 - 1), 1e-15);
});

it("obeys Pascal's rule and symmetry exactly", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 56 }), fc.nat(), (n, part) => {
      const k = 1 + (part % n);
      expect(choose(n, k)).toBe(choose(n - 1, k - 1) + choose(n - 1, k));
      expect(choose(n, n - k)).toBe(choose(n, k));
    }),
  );
});

it("refuses what isn't a count", () => {
  expect(errorOf(() => choose(-1, 0))).toMatchObject(impossible("n"));
  expect(errorOf(() => choose(3, 1.5))).toMatchObject(impossible("k"));
});
