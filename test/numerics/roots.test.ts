import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandBracket, findRoot, normalCdf } from "../../src/numerics/index.js";
import { errorOf } from "../support/errors.js";
import { EPSILON, impossible } from "./support/index.js";

/** A function that counts its evaluations. */
function counted(f: (x: number) => number): { f: (x: number) => number; calls: () => number } {
  let calls = 0;
  return {
    f: (x) => {
      calls += 1;
      return f(x);
    },
    calls: () => calls,
  };
}

const third = (x: number): number => x / 3;

describe("findRoot", () => {
  it("finds roots to their last digits", () => {
    expect(findRoot((x) => x * x - 2, 1, 2)).toBeNear(Math.SQRT2, 4 * EPSILON);
    expect(findRoot((x) => Math.cos(x) - x, 0, 1)).toBeNear(0.7390851332151607, 4 * EPSILON);
    expect(findRoot((x) => normalCdf(x, "upper") - 1e-12, 0, 30)).toBeNear(7.034483825301131, 4 * EPSILON);
  });

  it("gives an end that is the root", () => {
    expect(findRoot((x) => x, 0, 1)).toBe(0);
    expect(findRoot((x) => x - 1, 0, 1)).toBe(1);
  });

  it("takes about ten evaluations for smooth functions", () => {
    for (const smooth of [(x: number) => Math.cos(x) - x, (x: number) => Math.exp(x) - 2]) {
      const { f, calls } = counted(smooth);
      findRoot(f, 0, 1);
      expect(calls()).toBeLessThanOrEqual(12);
    }
  });

  it("never takes more than three times as many as bisection, whatever the function", () => {
    const hostile = [
      (x: number) => (x < 1e-3 ? -1e-300 : 1),
      (x: number) => x ** 21 - 1e-60,
      (x: number) => (x <= 0.7 ? -Math.exp(-1 / (0.7 - x) ** 2) - 1e-320 : 1e300),
      (x: number) => Math.sign(x - 1 / 3) * Infinity,
    ];
    for (const each of hostile) {
      const { f, calls } = counted(each);
      findRoot(f, 0, 1, { tolerance: 2 ** -40 });
      expect(calls()).toBeLessThanOrEqual(3 * 40 + 5);
    }
  });

  it("finds the place of a jump", () => {
    expect(findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeNear(0.3, 4 * EPSILON);
  });

  it("stops within the tolerance", () => {
    const { f, calls } = counted((x) => (x < Math.PI ? -1 : 1));
    expect(Math.abs(findRoot(f, 0, 8, { tolerance: 0.01 }) - Math.PI)).toBeLessThanOrEqual(0.01);
    expect(calls()).toBeLessThan(16);
  });

  it("finds the root of any line, the same each time", () => {
    const end = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(end, end, (below, above) => {
        const root = findRoot(third, -below, above);
        expect(Math.abs(root)).toBeLessThan(1e-300);
        expect(findRoot(third, -below, above)).toBe(root);
      }),
    );
  });

  it("refuses a bracket without a change of sign, in the wrong order, or without end", () => {
    expect(errorOf(() => findRoot((x) => x * x + 1, -1, 1))).toMatchObject(impossible("f"));
    expect(errorOf(() => findRoot((x) => x, 1, -1))).toMatchObject(impossible("upper"));
    expect(errorOf(() => findRoot((x) => x, -1, Infinity))).toMatchObject(impossible("upper"));
    expect(errorOf(() => findRoot((x) => x, -1, 1, { tolerance: -1 }))).toMatchObject(
      impossible("tolerance"),
    );
    expect(errorOf(() => findRoot((x) => Math.log(x), -1, 2))).toMatchObject(impossible("f"));
  });
});

describe("expandBracket", () => {
  it("walks to the side on which the function nears 0", () => {
    for (const root of [-5e8, -3, 0.5, 17, 1e300]) {
      const [lower, upper] = expandBracket((x) => x - root, 0, 1);
      expect(lower).toBeLessThanOrEqual(root);
      expect(upper).toBeGreaterThanOrEqual(root);
    }
    expect(expandBracket((x) => x - 0.5, 0, 1)).toEqual([0, 1]);
  });

  it("keeps to its bounds", () => {
    const asked: number[] = [];
    const f = (x: number): number => {
      asked.push(x);
      return 1 / (x + 1) - 0.001;
    };
    const [lower, upper] = expandBracket(f, 0, 1, { minimum: 0, maximum: 1e4 });
    expect(lower).toBeLessThanOrEqual(999);
    expect(upper).toBeGreaterThanOrEqual(999);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(0);
  });

  it("says so where nothing changes sign", () => {
    expect(errorOf(() => expandBracket(() => 1, 0, 1))).toMatchObject(impossible("f"));
    expect(errorOf(() => expandBracket((x) => x + 1, 0, 1, { minimum: 0, maximum: 50 }))).toMatchObject(
      impossible("f"),
    );
    expect(errorOf(() => expandBracket((x) => x, 1, 1))).toMatchObject(impossible("upper"));
  });
});
