import { sum } from "d3-array";
import type { Costed } from "./costSample.js";
import { costPerEffect, covarianceOfMeans } from "./costMoments.js";
import type { ArmCost } from "./costTypes.js";

/** What one arm's citizens cost, and what a success among them did. */
export function armCost(
  { id, name }: { readonly id: string; readonly name: string },
  citizens: readonly Costed[],
  level: number,
): ArmCost {
  const own = citizens.filter(({ arm }) => arm === id);
  const cost = sum(own, (each) => each.cost);
  const courses = sum(own, (each) => each.courses);
  const successes = sum(own, ({ effect }) => effect);
  const number = own.length;
  const means = { cost: own.map((each) => each.cost), effect: own.map(({ effect }) => effect) };
  const covariance = covarianceOfMeans(means);
  return {
    arm: id,
    name,
    citizens: number,
    courses,
    successes,
    contractSuccesses: sum(own, ({ contractEffect }) => contractEffect),
    cost: Math.round(cost),
    perReferral: number === 0 ? null : cost / number,
    perCourse: courses === 0 ? null : cost / courses,
    rate: number === 0 ? null : successes / number,
    covariance,
    perSuccess: costPerEffect(
      { cost: number === 0 ? 0 : cost / number, effect: number === 0 ? 0 : successes / number, covariance },
      number - 1,
      level,
    ),
  };
}
