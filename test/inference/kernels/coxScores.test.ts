import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coxLikelihood, type Covariates } from "../../../src/inference/kernels/coxLikelihood.js";
import { coxScores } from "../../../src/inference/kernels/coxScores.js";
import { riskSets } from "../../../src/inference/kernels/riskSets.js";

interface Person {
  readonly time: number;
  readonly event: number;
  readonly stratum: number;
  readonly x: readonly [number, number];
}

const person = fc.record({
  time: fc.integer({ min: 1, max: 5 }),
  event: fc.integer({ min: 0, max: 1 }),
  stratum: fc.integer({ min: 0, max: 1 }),
  x: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
});
const people = fc.array(person, { minLength: 3, maxLength: 12 });
const coefficients = fc.tuple(...[0, 1].map(() => fc.double({ min: -1, max: 1, noNaN: true })));
const ties = fc.constantFrom("efron" as const, "breslow" as const);

const columnsOf = (each: readonly Person[], order: readonly number[]): Covariates => ({
  values: Float64Array.from(order.flatMap((row) => each[row]?.x ?? [])),
  size: 2,
});
const setsOf = (each: readonly Person[]) =>
  riskSets(
    each.map(({ time }) => time),
    each.map(({ event }) => event),
    each.map(({ stratum }) => stratum),
  );

/** The weighted log partial likelihood from its definition, person by person. */
function weightedLikelihood(
  each: readonly Person[],
  weights: readonly number[],
  beta: readonly number[],
  isEfron: boolean,
): number {
  const eta = each.map(({ x }) => x[0] * (beta[0] ?? 0) + x[1] * (beta[1] ?? 0));
  const hazardOf = (keep: (other: Person) => boolean): number =>
    each.reduce((sum, other, j) => sum + (keep(other) ? (weights[j] ?? 0) * Math.exp(eta[j] ?? 0) : 0), 0);
  let total = 0;
  const moments = new Set(each.map(({ time, stratum }) => `${time} ${stratum}`));
  for (const moment of moments) {
    const [now = NaN, stratum = NaN] = moment.split(" ").map(Number);
    const fails = (other: Person): boolean =>
      other.event === 1 && other.time === now && other.stratum === stratum;
    const failing = each.flatMap((other, j) => (fails(other) ? [j] : []));
    const mean = failing.reduce((sum, j) => sum + (weights[j] ?? 0), 0) / failing.length;
    const risk = hazardOf((other) => other.time >= now && other.stratum === stratum);
    failing.forEach((j, l) => {
      total += (weights[j] ?? 0) * (eta[j] ?? 0);
      total -= mean * Math.log(risk - (isEfron ? l / failing.length : 0) * hazardOf(fails));
    });
  }
  return total;
}

describe("the partial likelihood", () => {
  it("is its definition, and its gradient and curvature are its derivatives", () => {
    fc.assert(
      fc.property(people, coefficients, ties, (each, beta, method) => {
        const sets = setsOf(each);
        const x = columnsOf(each, sets.order);
        const { logLikelihood, score, information } = coxLikelihood(sets, x, beta, method);
        const ones = each.map(() => 1);
        expect(logLikelihood).toBeCloseTo(weightedLikelihood(each, ones, beta, method === "efron"), 10);
        const h = 1e-5;
        [0, 1].forEach((k) => {
          const moved = [1, -1].map((sign) =>
            coxLikelihood(sets, x, beta.with(k, (beta[k] ?? 0) + sign * h), method),
          );
          const slope = ((moved[0]?.logLikelihood ?? NaN) - (moved[1]?.logLikelihood ?? NaN)) / (2 * h);
          expect(score[k]).toBeCloseTo(slope, 6);
          [0, 1].forEach((j) => {
            const bend = ((moved[0]?.score[j] ?? NaN) - (moved[1]?.score[j] ?? NaN)) / (2 * h);
            expect(information[k]?.[j]).toBeCloseTo(-bend, 5);
          });
        });
      }),
    );
  });
});

describe("score residuals", () => {
  it("sum to the gradient", () => {
    fc.assert(
      fc.property(people, coefficients, ties, (each, beta, method) => {
        const sets = setsOf(each);
        const x = columnsOf(each, sets.order);
        const { score } = coxLikelihood(sets, x, beta, method);
        const residuals = coxScores(sets, x, beta, method);
        [0, 1].forEach((k) => {
          const sum = residuals.filter((_, at) => at % 2 === k).reduce((total, value) => total + value, 0);
          expect(sum).toBeCloseTo(score[k] ?? NaN, 10);
        });
      }),
    );
  });

  it("are the derivatives of the gradient by the persons' weights", () => {
    fc.assert(
      fc.property(people, coefficients, ties, (each, beta, method) => {
        const sets = setsOf(each);
        const residuals = coxScores(sets, columnsOf(each, sets.order), beta, method);
        const h = 1e-3;
        const likelihood = (row: number, weight: number, k: number, shift: number): number =>
          weightedLikelihood(
            each,
            each.map((_, j) => (j === row ? weight : 1)),
            beta.with(k, (beta[k] ?? 0) + shift),
            method === "efron",
          );
        sets.order.forEach((row, place) =>
          [0, 1].forEach((k) => {
            const slope = (weight: number): number =>
              (likelihood(row, weight, k, h) - likelihood(row, weight, k, -h)) / (2 * h);
            const derivative = (slope(1 + h) - slope(1 - h)) / (2 * h);
            expect(residuals[2 * place + k]).toBeCloseTo(derivative, 4);
          }),
        );
      }),
      { numRuns: 40 },
    );
  });
});
