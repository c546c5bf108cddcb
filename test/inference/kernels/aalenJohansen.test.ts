import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incidenceSteps } from "../../../src/inference/kernels/aalenJohansen.js";
import { kaplanMeierSteps } from "../../../src/inference/kernels/kaplanMeier.js";
import { riskSteps } from "../../../src/inference/kernels/riskSteps.js";

/** Cumulative incidence of cause 1 at the end for persons with weights, straight from the definition. */
function weighted(
  people: readonly (readonly [time: number, cause: number])[],
  weights: readonly number[],
): number {
  const weightOf = (keep: (time: number, cause: number) => boolean): number =>
    people.reduce((sum, [time, cause], i) => sum + (keep(time, cause) ? (weights[i] ?? 0) : 0), 0);
  let survival = 1;
  let incidence = 0;
  for (const now of [...new Set(people.map(([time]) => time))].toSorted((a, b) => a - b)) {
    const atRisk = weightOf((time) => time >= now);
    incidence += (survival * weightOf((time, cause) => time === now && cause === 1)) / atRisk;
    survival *= 1 - weightOf((time, cause) => time === now && cause > 0) / atRisk;
  }
  return incidence;
}

const people = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })), {
  minLength: 2,
  maxLength: 14,
});

describe("the infinitesimal jackknife", () => {
  it("is the delta method's number: the sum of squares of derivatives by the weights", () => {
    fc.assert(
      fc.property(people, (each) => {
        const steps = riskSteps(
          each.map(([time]) => time),
          each.map(([, cause]) => cause),
          3,
        );
        const last = incidenceSteps(steps, 1, "infinitesimal-jackknife").at(-1);
        const ones = each.map(() => 1);
        const h = 1e-4;
        const squares = each.map((_, i) => {
          const at = (weight: number): number => weighted(each, ones.with(i, weight));
          return ((at(1 + h) - at(1 - h)) / (2 * h)) ** 2;
        });
        expect(last?.incidence).toBeCloseTo(weighted(each, ones), 12);
        expect(last?.standardError).toBeCloseTo(
          Math.sqrt(squares.reduce((sum, square) => sum + square, 0)),
          5,
        );
      }),
    );
  });
});

describe("incidences", () => {
  it("of all causes and survival sum to 1, and one cause is the curve's complement with Greenwood's error", () => {
    fc.assert(
      fc.property(people, (each) => {
        const time = each.map(([at]) => at);
        const causes = [1, 2, 3].map((cause) =>
          incidenceSteps(
            riskSteps(
              time,
              each.map(([, of]) => of),
              3,
            ),
            cause,
            "delta",
          ),
        );
        const alone = riskSteps(
          time,
          each.map(([, of]) => Math.min(of, 1)),
        );
        const curve = kaplanMeierSteps(alone);
        incidenceSteps(alone, 1, "delta").forEach(({ incidence, standardError }, index) => {
          const survival = curve[index]?.survival ?? NaN;
          const sum = causes.reduce((total, steps) => total + (steps[index]?.incidence ?? NaN), survival);
          expect(sum).toBeCloseTo(1, 12);
          expect(incidence).toBeCloseTo(1 - survival, 12);
          expect(standardError).toBeCloseTo(curve[index]?.standardError ?? 0, 9);
        });
      }),
    );
  });

  it("have Aalen's error above the delta method's", () => {
    fc.assert(
      fc.property(people, (each) => {
        const steps = riskSteps(
          each.map(([time]) => time),
          each.map(([, cause]) => cause),
          3,
        );
        const delta = incidenceSteps(steps, 2, "delta");
        incidenceSteps(steps, 2, "aalen").forEach(({ standardError }, index) =>
          expect(standardError).toBeGreaterThanOrEqual((delta[index]?.standardError ?? NaN) - 1e-9),
        );
      }),
    );
  });
});
