import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coxRegression,
  cumulativeIncidence,
  kaplanMeier,
  logRank,
  restrictedMean,
  type CurveScale,
} from "../../src/inference/index.js";

interface Person {
  readonly time: number;
  readonly cause: number;
  readonly group: string;
  readonly stratum: number;
  readonly x: number;
  readonly y: number;
}

const others = {
  cause: fc.integer({ min: 0, max: 2 }),
  group: fc.constantFrom("a", "b"),
  stratum: fc.integer({ min: 1, max: 3 }),
  x: fc.integer({ min: -4, max: 4 }),
  y: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
};
/** Few distinct times, so that many share one. */
const tied: fc.Arbitrary<Person> = fc.record({ time: fc.integer({ min: 0, max: 8 }), ...others });
const people = fc.array(tied, { maxLength: 30 });
/** All times apart. */
const apart = fc.uniqueArray(fc.record({ time: fc.integer({ min: 1, max: 10_000 }), ...others }), {
  minLength: 4,
  maxLength: 40,
  selector: ({ time }) => time,
});
const scale = fc.constantFrom<CurveScale>("log-log", "log", "plain");
const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });

const columns = (each: readonly Person[]) => ({
  time: each.map(({ time }) => time),
  event: each.map(({ cause }) => cause > 0),
  group: each.map(({ group }) => group),
});
const causes = (each: readonly Person[]) => ({
  time: each.map(({ time }) => time),
  cause: each.map(({ cause }) => cause),
});
const cox = (each: readonly Person[]) => ({
  time: each.map(({ time }) => time),
  event: each.map(({ cause }) => cause > 0),
  predictors: { x: each.map(({ x }) => x), y: each.map(({ y }) => y) },
});

/** Rows that follow one another in the same line of a curve. */
function pairsOf<Row extends { readonly group?: string; readonly cause?: string | number }>(
  rows: readonly Row[],
): readonly (readonly [before: Row, after: Row])[] {
  return rows.flatMap((after, index) => {
    const before = rows[index - 1];
    return before !== undefined && before.group === after.group && before.cause === after.cause
      ? [[before, after] as const]
      : [];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** All numbers of a result, for what must hold of all of them. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** The same people in another order, as a permutation drawn with them. */
const shuffledPeople = people.chain((each) =>
  fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length, maxLength: each.length })),
);

describe("survival curves", () => {
  it("fall from 1 to no less than 0, within their limits, which widen with the level", () => {
    fc.assert(
      fc.property(people, scale, level, level, (each, interval, one, other) => {
        const [narrow, wide] = [Math.min(one, other), Math.max(one, other)].map((chosen) =>
          kaplanMeier(columns(each), { interval, level: chosen }),
        );
        narrow?.rows.forEach(({ estimate, lower, upper }, index) => {
          expect(0 <= lower && lower <= estimate + 1e-12 && estimate <= upper + 1e-12 && upper <= 1).toBe(
            true,
          );
          expect(wide?.rows[index]?.lower).toBeLessThanOrEqual(lower + 1e-12);
          expect(wide?.rows[index]?.upper).toBeGreaterThanOrEqual(upper - 1e-12);
        });
        const rises = pairsOf(narrow?.rows ?? []).filter(
          ([before, after]) => after.estimate > before.estimate,
        );
        expect(rises).toEqual([]);
      }),
    );
  });

  it("hang on neither the order of people nor the unit of time", () => {
    fc.assert(
      fc.property(shuffledPeople, fc.constantFrom(2, 7, 365.25), ([each, shuffled], factor) => {
        const { rows } = kaplanMeier(columns(each));
        expect(kaplanMeier(columns(shuffled)).rows).toEqual(rows);
        const slower = kaplanMeier(
          columns(each.map((person) => ({ ...person, time: person.time * factor }))),
        );
        expect(slower.rows).toEqual(rows.map((row) => ({ ...row, time: row.time * factor })));
      }),
    );
  });

  it("have their quantiles in order, with limits around them", () => {
    fc.assert(
      fc.property(people, (each) => {
        const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
        const found = kaplanMeier(columns(each)).quantiles(shares);
        for (const { time, lower, upper } of found) {
          expect(lower).toBeLessThanOrEqual(time ?? Infinity);
          expect(upper).toBeGreaterThanOrEqual(time ?? lower);
        }
        const falls = pairsOf(found).filter(
          ([before, after]) => (after.time ?? Infinity) < (before.time ?? Infinity),
        );
        expect(falls).toEqual([]);
      }),
    );
  });
});

describe("cumulative incidences", () => {
  it("rise, and sum with the survival of all causes to 1 at each time", () => {
    fc.assert(
      fc.property(people, (each) => {
        const incidences = cumulativeIncidence(causes(each)).rows;
        const survival = kaplanMeier({ time: causes(each).time, event: columns(each).event }).rows;
        for (const { time, estimate } of survival) {
          const parts = incidences.filter((row) => row.time === time).map((row) => row.estimate);
          expect(sum(parts) + (parts.length === 0 ? 1 : estimate)).toBeCloseTo(1, 12);
        }
        for (const { lower, upper } of incidences) {
          expect(0 <= lower && lower <= upper && upper <= 1).toBe(true);
        }
        const falls = pairsOf(incidences).filter(([before, after]) => after.estimate < before.estimate);
        expect(falls).toEqual([]);
      }),
    );
  });
});

describe("the log-rank test", () => {
  it("observes as many events as it expects, and hangs on neither order nor unit nor names", () => {
    fc.assert(
      fc.property(shuffledPeople, ([each, shuffled]) => {
        const stratum = each.map((person) => person.stratum);
        const { statistic, pValue, counts = {}, expected = {} } = logRank({ ...columns(each), stratum });
        expect(sum(Object.values(counts).map(({ events }) => events))).toBeCloseTo(
          sum(Object.values(expected)),
          10,
        );
        const again = logRank({ ...columns(shuffled), stratum: shuffled.map((person) => person.stratum) });
        expect(again.pValue).toBeCloseTo(pValue, 10);
        const renamed = logRank({
          time: each.map(({ time }) => Math.sqrt(time)),
          event: columns(each).event,
          group: each.map(({ group }) => (group === "a" ? "z" : "b")),
          stratum,
        });
        expect(renamed.statistic ?? 0).toBeCloseTo(statistic ?? 0, 10);
      }),
    );
  });

  it("is the score test of a Cox model where no two share a time", () => {
    fc.assert(
      fc.property(apart, (each) => {
        const { time, event, group } = columns(each);
        const stratum = each.map((person) => person.stratum);
        const score = coxRegression({ time, event, predictors: { group }, stratum }).modelTests?.find(
          ({ method }) => method === "score",
        );
        expect(score?.statistic ?? 0).toBeCloseTo(logRank({ time, event, group, stratum }).statistic ?? 0, 8);
      }),
    );
  });
});

describe("the restricted mean", () => {
  const pair = fc
    .tuple(people, fc.double({ min: 0.1, max: 8, noNaN: true }))
    .filter(([each]) => new Set(each.map(({ group }) => group)).size === 2)
    .map(([each, until]) => {
      const ends = ["a", "b"].map((name) =>
        Math.max(...each.filter(({ group }) => group === name).map(({ time }) => time)),
      );
      return { each, until: Math.min(until, ...ends) };
    })
    .filter(({ until }) => until > 0);

  it("turns with its reference, lies within its horizon, and agrees with its test", () => {
    fc.assert(
      fc.property(pair, level, ({ each, until }, chosen) => {
        const there = restrictedMean(columns(each), { until, reference: "a", level: chosen });
        const back = restrictedMean(columns(each), { until, reference: "b", level: chosen });
        const estimate = there.estimate ?? NaN;
        const { lower, upper } = there.interval;
        expect(back.estimate).toBeCloseTo(-estimate, 12);
        expect(back.interval.lower).toBeCloseTo(-upper, 12);
        expect(-until <= lower && lower <= estimate && estimate <= upper && upper <= until).toBe(true);
        const isExcluded = lower > 1e-9 || upper < -1e-9;
        expect(isExcluded && (there.test?.pValue ?? NaN) > 1 - chosen + 1e-9).toBe(false);
      }),
    );
  });

  it("scales with the unit of time", () => {
    fc.assert(
      fc.property(pair, ({ each, until }) => {
        const { estimate, standardError } = restrictedMean(columns(each), { until, reference: "a" });
        const slow = columns(each.map((person) => ({ ...person, time: 4 * person.time })));
        const scaled = restrictedMean(slow, { until: 4 * until, reference: "a" });
        expect(scaled.estimate).toBeCloseTo(4 * (estimate ?? NaN), 10);
        expect(scaled.standardError).toBeCloseTo(4 * (standardError ?? NaN), 10);
      }),
    );
  });
});

describe("Cox regression", () => {
  it("never gives NaN, and hangs on neither the order of people nor the unit of time", () => {
    fc.assert(
      fc.property(
        shuffledPeople,
        fc.constantFrom("efron" as const, "breslow" as const),
        ([each, shuffled], ties) => {
          const fit = coxRegression(cox(each), { ties });
          expect(numbersIn({ ...fit }).filter(Number.isNaN)).toEqual([]);
          const again = coxRegression(cox(shuffled.map((person) => ({ ...person, time: 3 * person.time }))), {
            ties,
          });
          expect(again.converged).toBe(fit.converged);
          expect(again.logLikelihood ?? 0).toBeCloseTo(fit.logLikelihood ?? 0, 7);
          const near = fit.coefficients.map(({ estimate }) => expect.closeTo(estimate, 6) as number);
          const found = again.coefficients.map(({ estimate }) => estimate);
          expect(fit.converged ? found : near).toEqual(near);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("converges, or says why not", () => {
    fc.assert(
      fc.property(people, fc.boolean(), (each, isRobust) => {
        const { status, converged, notices } = coxRegression(
          cox(each),
          isRobust ? { covariance: "robust" } : {},
        );
        const said = notices.some(({ code }) => code === "monotone-likelihood" || code === "not-estimable");
        expect(converged || said).toBe(true);
        expect(status === "estimated" || said).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
