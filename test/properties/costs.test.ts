import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fieller,
  netMonetaryBenefit,
  type RatioData,
  type RatioEstimate,
} from "../../src/inference/index.js";
import { studentTQuantile } from "../../src/numerics/index.js";

interface Asked extends RatioData {
  readonly level: number;
}

const size = fc.double({ min: 0.01, max: 100, noNaN: true });
const number = fc
  .double({ min: -200, max: 200, noNaN: true })
  .map((each) => (Math.abs(each) < 1e-6 ? 0 : each));

/** Two estimates of any correlation, significant or not. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    numerator: number,
    denominator: number.filter((each) => each !== 0),
    errors: fc.tuple(size, size),
    correlation: fc.double({ min: -0.99, max: 0.99, noNaN: true }),
    degreesOfFreedom: fc.option(fc.double({ min: 2, max: 200, noNaN: true }), { nil: undefined }),
    level: fc.double({ min: 0.5, max: 0.999, noNaN: true }),
  })
  .map(({ errors: [s, t], correlation, ...rest }) => ({
    ...rest,
    covariance: [
      [s * s, correlation * s * t],
      [correlation * s * t, t * t],
    ],
  }));

function ratio({ level, ...data }: Asked): RatioEstimate {
  return fieller(data, { level });
}

/** The same estimates in other units, or with the other sign. */
function scaled(given: Asked, first: number, second: number): Asked {
  const [[a = 0, c = 0] = [], [, b = 0] = []] = given.covariance;
  return {
    ...given,
    numerator: given.numerator * first,
    denominator: given.denominator * second,
    covariance: [
      [a * first * first, c * first * second],
      [c * first * second, b * second * second],
    ],
  };
}

const piecesOf = ({ segments, interval }: RatioEstimate): readonly (readonly [number, number])[] =>
  segments ?? [[interval.lower, interval.upper]];

const holds = (result: RatioEstimate, value: number): boolean =>
  piecesOf(result).some(([lower, upper]) => lower <= value && value <= upper);

const ends = (result: RatioEstimate): readonly number[] => piecesOf(result).flat().filter(Number.isFinite);

/** How many standard errors the denominator is from 0, in critical values. */
function distance({ denominator, covariance, degreesOfFreedom = Infinity, level }: Asked): number {
  const q = studentTQuantile((1 - level) / 2, degreesOfFreedom, "upper");
  return Math.abs(denominator) / Math.sqrt(covariance[1]?.[1] ?? 0) / q;
}

function expectSame(found: RatioEstimate, expected: RatioEstimate, unit = 1): void {
  expect(found.shape).toBe(expected.shape);
  const [one, other] = [ends(found), ends(expected)];
  expect(one).toHaveLength(other.length);
  one.forEach((end, i) => {
    const there = (other[i] ?? NaN) * unit;
    expect(Math.abs(end - there)).toBeLessThanOrEqual(1e-9 * Math.abs(there) + 1e-12 * Math.abs(unit));
  });
}

describe("a set of ratios", () => {
  it("is an interval exactly where the denominator differs from 0", () => {
    fc.assert(
      fc.property(asked, (given) => {
        fc.pre(Math.abs(distance(given) - 1) > 1e-9);
        expect(ratio(given).shape === "bounded").toBe(distance(given) > 1);
      }),
    );
  });

  it("holds the estimate, and more at a higher level", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const result = ratio(given);
        expect(holds(result, result.estimate ?? NaN)).toBe(true);
        const wider = ratio({ ...given, level: (given.level + 1) / 2 });
        for (const end of ends(result)) expect(holds(wider, end)).toBe(true);
      }),
    );
  });

  it("holds a price exactly where the net benefit at that price may be 0", () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 50, noNaN: true }), (given, price) => {
        const { numerator: cost, denominator: effect, level, ...rest } = given;
        const { interval } = netMonetaryBenefit(
          { cost, effect, ...rest },
          { willingnessToPay: price, level },
        );
        const width = interval.upper - interval.lower;
        fc.pre(Math.abs(interval.lower) > 1e-9 * width && Math.abs(interval.upper) > 1e-9 * width);
        expect(holds(ratio(given), price)).toBe(interval.lower < 0 && 0 < interval.upper);
      }),
      { numRuns: 500 },
    );
  });

  it("is in the units of its estimates", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(asked, size, size, (given, first, second) => {
        fc.pre(Math.abs(distance(given) - 1) > 1e-3);
        expectSame(ratio(scaled(given, first, second)), ratio(given), first / second);
      }),
    );
  });

  it("is the same of exchanged arms, and mirrored if one of the estimates is", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const result = ratio(given);
        expect(piecesOf(ratio(scaled(given, -1, -1)))).toEqual(piecesOf(result));
        const mirrored = ratio(scaled(given, -1, 1));
        expect(mirrored.shape).toBe(result.shape);
        const turned = ends(mirrored).toReversed();
        ends(result).forEach((end, i) => {
          expect(Math.abs(end + (turned[i] ?? NaN))).toBeLessThanOrEqual(1e-12 * Math.abs(end));
        });
      }),
    );
  });

  it("holds of effect per cost what it holds of cost per effect, turned over", () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0.01, max: 100, noNaN: true }), (given, value) => {
        const [[a = 0, c = 0] = [], [, b = 0] = []] = given.covariance;
        fc.pre(given.numerator !== 0);
        const result = ratio(given);
        const reverse = ratio({
          ...given,
          numerator: given.denominator,
          denominator: given.numerator,
          covariance: [
            [b, c],
            [c, a],
          ],
        });
        fc.pre(ends(result).every((end) => Math.abs(end - value) > 1e-6 * value));
        expect(holds(reverse, 1 / value)).toBe(holds(result, value));
      }),
    );
  });

  it("is never NaN and in order, however large and small its estimates are", () => {
    const any = fc.double({ min: -1e100, max: 1e100, noNaN: true });
    // The smallest doubles have few digits, so that a covariance of them can be larger than it may.
    const variance = fc.double({ min: 0, max: 1e200, noNaN: true }).map((each) => (each < 1e-250 ? 0 : each));
    const correlation = fc.constantFrom(-1, -0.5, 0, 0.5, 1);
    fc.assert(
      fc.property(any, any, variance, variance, correlation, (numerator, denominator, a, b, r) => {
        fc.pre(a + b > 0 && (denominator !== 0 || b > 0));
        const c = r * Math.sqrt(a) * Math.sqrt(b);
        const covariance = [
          [a, c],
          [c, b],
        ];
        const result = fieller({ numerator, denominator, covariance });
        expect(Number.isNaN(result.estimate)).toBe(false);
        const all = piecesOf(result).flat();
        expect(all).toEqual(all.toSorted((x, y) => (x < y ? -1 : x > y ? 1 : 0)));
        expect(all.some(Number.isNaN)).toBe(false);
        const { interval } = netMonetaryBenefit(
          { cost: numerator, effect: denominator, covariance },
          { willingnessToPay: 1000 },
        );
        expect(interval.lower <= interval.upper).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
