import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boundsForMissing,
  compareProportions,
  type BoundsMethod,
  type PartlyKnownCount,
  type PartlyKnownPair,
} from "../../src/inference/index.js";
import { counts } from "../inference/support.js";

/** Counts with some of the others unknown. */
function partlyKnown(least: number, most: number): fc.Arbitrary<PartlyKnownCount> {
  return counts(least, most).chain(({ events, total }) =>
    fc.integer({ min: 0, max: total - events }).map((unknown) => ({ events, total, unknown })),
  );
}

const pairOf = (arm: fc.Arbitrary<PartlyKnownCount>): fc.Arbitrary<PartlyKnownPair> =>
  fc.record({ comparator: arm, reference: arm });
/** Small counts, where ends and ties are, and large ones, where digits get lost. */
const anyPair = pairOf(fc.oneof(partlyKnown(0, 12), partlyKnown(0, 300), partlyKnown(1, 1_000_000_000)));
const somePair = pairOf(fc.oneof(partlyKnown(1, 12), partlyKnown(1, 300)));
const levels = fc.double({ min: 0.5, max: 0.999, noNaN: true });
const anyLevel = fc.double({ min: 0.001, max: 1 - 1e-15, noNaN: true });

const METHODS: readonly BoundsMethod[] = ["worst-case", "lee", "tipping-point"];
const REGIONS = ["worst-case", "lee"] as const;
const ROUNDING = 1e-12;

function exchanged({ comparator, reference }: PartlyKnownPair): PartlyKnownPair {
  return { comparator: reference, reference: comparator };
}

function failuresOf({ events, total, unknown }: PartlyKnownCount): PartlyKnownCount {
  return { events: total - unknown - events, total, unknown };
}

interface Piece {
  readonly lower: number;
  readonly upper: number;
}

/** Whether one interval lies within another, but for the last digits. */
function within(inner: Piece, outer: Piece): boolean {
  return outer.lower <= inner.lower + ROUNDING && inner.upper <= outer.upper + ROUNDING;
}

function areOpposite(one: Piece, other: Piece): boolean {
  return Math.abs(one.lower + other.upper) < ROUNDING && Math.abs(one.upper + other.lower) < ROUNDING;
}

describe.each(METHODS)("bounds by %s", (method) => {
  it("stay in [−1, 1], in order, never NaN", () => {
    fc.assert(
      fc.property(anyPair, anyLevel, (arms, level) => {
        const { region, interval, standardErrors } = boundsForMissing(arms, { method, level });
        for (const { lower, upper } of [region, interval]) {
          expect(-1 <= lower && lower <= upper && upper <= 1).toBe(true);
        }
        const { lower = 0, upper = 0 } = standardErrors ?? {};
        // Lee's may pass 1 where hardly any outcome is known.
        expect(lower >= 0 && upper >= 0 && lower < Infinity && upper < Infinity).toBe(true);
      }),
    );
  });

  it("widen with their level, the region staying as it is", () => {
    fc.assert(
      fc.property(anyPair, levels, levels, (arms, one, other) => {
        const narrow = boundsForMissing(arms, { method, level: Math.min(one, other) });
        const wide = boundsForMissing(arms, { method, level: Math.max(one, other) });
        expect(within(narrow.interval, wide.interval)).toBe(true);
        expect(wide.region).toEqual(narrow.region);
      }),
    );
  });

  it("say the opposite of exchanged groups", () => {
    fc.assert(
      fc.property(anyPair, levels, (arms, level) => {
        const there = boundsForMissing(arms, { method, level });
        const back = boundsForMissing(exchanged(arms), { method, level });
        expect(areOpposite(there.region, back.region)).toBe(true);
        expect(areOpposite(there.interval, back.interval)).toBe(true);
        expect(back.tipping?.comparator?.successes).toBe(there.tipping?.reference?.successes);
        expect(back.trimmed?.share).toBe(there.trimmed?.share);
      }),
    );
  });

  it("are those of the ordinary comparison where nothing is unknown", () => {
    const options = method === "lee" ? ({ method: "wald" } as const) : {};
    fc.assert(
      fc.property(somePair, levels, ({ comparator, reference }, level) => {
        const a = { ...comparator, unknown: 0 };
        const b = { ...reference, unknown: 0 };
        const bounds = boundsForMissing({ comparator: a, reference: b }, { method, level });
        const { estimate, interval } = compareProportions(a, b, { ...options, level });
        expect(bounds.estimate).toBe(estimate);
        expect(Math.abs(bounds.interval.lower - interval.lower)).toBeLessThan(ROUNDING);
        expect(Math.abs(bounds.interval.upper - interval.upper)).toBeLessThan(ROUNDING);
      }),
    );
  });
});

describe.each(REGIONS)("the region by %s", (method) => {
  it("lies within its interval, and holds the difference among the known", () => {
    fc.assert(
      fc.property(somePair, anyLevel, (arms, level) => {
        const { region, interval, status } = boundsForMissing(arms, { method, level });
        expect(within(region, interval)).toBe(true);
        const { comparator, reference } = arms;
        fc.pre(
          status === "estimated" && [comparator, reference].every(({ total, unknown }) => unknown < total),
        );
        const among =
          comparator.events / (comparator.total - comparator.unknown) -
          reference.events / (reference.total - reference.unknown);
        expect(within({ lower: among, upper: among }, region)).toBe(true);
      }),
    );
  });

  it("is the opposite for failures instead of successes", () => {
    fc.assert(
      fc.property(somePair, levels, (arms, level) => {
        const of = boundsForMissing(arms, { method, level });
        const failures = boundsForMissing(
          { comparator: failuresOf(arms.comparator), reference: failuresOf(arms.reference) },
          { method, level },
        );
        expect(areOpposite(of.region, failures.region)).toBe(true);
        expect(areOpposite(of.interval, failures.interval)).toBe(true);
      }),
    );
  });
});

describe("the worst case", () => {
  // Not its interval on both sides: as the region grows at one end, the other is no longer reached beyond by a
  // two-sided critical value, but by a one-sided one.
  it("grows with every outcome that becomes unknown", () => {
    fc.assert(
      fc.property(somePair, fc.boolean(), (arms, isSuccess) => {
        const { events, total, unknown } = arms.comparator;
        fc.pre(isSuccess ? events > 0 : events + unknown < total);
        const lost = { events: events - Number(isSuccess), total, unknown: unknown + 1 };
        const before = boundsForMissing(arms).region;
        const after = boundsForMissing({ ...arms, comparator: lost }).region;
        expect(within(before, after)).toBe(true);
        expect(after.upper - after.lower - (before.upper - before.lower)).toBeCloseTo(1 / total, 12);
      }),
    );
  });

  it("holds what any successes among the unknown would have given", () => {
    fc.assert(
      fc.property(
        somePair.chain((arms) =>
          fc.tuple(
            fc.constant(arms),
            fc.integer({ min: 0, max: arms.comparator.unknown }),
            fc.integer({ min: 0, max: arms.reference.unknown }),
          ),
        ),
        ([arms, i, j]) => {
          const { region } = boundsForMissing(arms);
          const { estimate } = compareProportions(
            { events: arms.comparator.events + i, total: arms.comparator.total },
            { events: arms.reference.events + j, total: arms.reference.total },
          );
          expect(within({ lower: estimate ?? NaN, upper: estimate ?? NaN }, region)).toBe(true);
        },
      ),
    );
  });
});

describe("a tipping point", () => {
  it("changes the conclusion, and one success fewer doesn't", () => {
    fc.assert(
      fc.property(anyPair, levels, (arms, level) => {
        const { conclusion, tipping } = boundsForMissing(arms, { method: "tipping-point", level });
        const { comparator, reference } = arms;
        fc.pre(conclusion !== undefined && tipping !== undefined);
        const concluded = (i: number, j: number): string => {
          const { lower, upper } = compareProportions(
            { events: comparator.events + i, total: comparator.total },
            { events: reference.events + j, total: reference.total },
            { level },
          ).interval;
          return lower > 0 ? "better" : upper < 0 ? "worse" : "inconclusive";
        };
        expect(concluded(0, 0)).toBe(conclusion);
        const first = tipping?.comparator?.successes ?? comparator.unknown + 1;
        const second = tipping?.reference?.successes ?? reference.unknown + 1;
        expect(concluded(first - 1, 0)).toBe(conclusion);
        expect(concluded(0, second - 1)).toBe(conclusion);
        expect(first > comparator.unknown || concluded(first, 0) === tipping?.comparator?.conclusion).toBe(
          true,
        );
        expect(second > reference.unknown || concluded(0, second) === tipping?.reference?.conclusion).toBe(
          true,
        );
      }),
    );
  });
});
