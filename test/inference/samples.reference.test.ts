import { describe, expect, it } from "vitest";
import { hodgesLehmann, welchTest, winProbability, type Alternative } from "../../src/inference/index.js";
import { tallyOf } from "../../src/inference/kernels/tally.js";
import { winProbabilityOf } from "../../src/inference/kernels/winProbability.js";
import { studentTest } from "../../src/inference/student.js";
import { isNear, numberOf, referenceCases, type ReferenceCase } from "../support/fixtures.js";

type Found = Readonly<Record<string, number | null | undefined>>;

/** What a case asks: its groups, and its options as ours. */
function asked({ input }: ReferenceCase) {
  return {
    comparator: input["comparator"] as number[],
    reference: input["reference"] as number[],
    options: {
      level: input["level"] as number | undefined,
      alternative: input["alternative"] as Alternative,
    },
  };
}

const METHODS: Readonly<Record<string, (given: ReferenceCase) => Found>> = {
  "welch": (given) => {
    const { comparator, reference, options } = asked(given);
    const { estimate, standardError, interval, test } = welchTest(comparator, reference, options);
    const { lower, upper } = interval;
    const { statistic, degreesOfFreedom: df, pValue: p } = test ?? {};
    return { lower, upper, estimate, se: standardError, statistic, df, p };
  },
  "win-probability": (given) => {
    const { comparator, reference, options } = asked(given);
    const { estimate, standardError, interval, test } = winProbability(comparator, reference, options);
    const { lower, upper } = interval;
    const { statistic, degreesOfFreedom: df, pValue: p } = test ?? {};
    return { lower, upper, estimate, se: standardError, statistic, df, p };
  },
  "hodges-lehmann": (given) => {
    const { comparator, reference, options } = asked(given);
    const { estimate, interval, test } = hodgesLehmann(comparator, reference, options);
    const { lower, upper } = interval;
    return { lower, upper, estimate, estimate_all: estimate, u: test?.statistic, p: test?.pValue };
  },
  // No result of ours, but what it rests on: nothing added, on the plain scale.
  "brunner-munzel": (given) => {
    const { comparator, reference, options } = asked(given);
    const tally = tallyOf(Float64Array.from(comparator).toSorted(), Float64Array.from(reference).toSorted());
    const { estimate, variance, degreesOfFreedom } = winProbabilityOf(tally, 0);
    const plain = { estimate: estimate - 0.5, standardError: Math.sqrt(variance), degreesOfFreedom };
    const { statistic, pValue } = studentTest(plain, options.alternative);
    return { statistic, p: pValue };
  },
};

describe("ratings.json", () => {
  const cases = referenceCases("ratings");

  it.each(Object.entries(METHODS))("gives the values of %s", (method, evaluate) => {
    const ofMethod = cases.filter((each) => each.method === method);
    expect(ofMethod).toHaveLength(method === "welch" || method === "win-probability" ? 39 : 36);
    for (const given of ofMethod) {
      const found = evaluate(given);
      const misses = Object.keys(given.expected).filter((name) => {
        const expected = given.expected[name] === "-Infinity" ? -Infinity : numberOf(given.expected, name);
        // Limits of the normal approximation are found by R to 1e-4; what isn't searched for is nearer.
        const tol = ["u", "p", "estimate_all"].includes(name) ? { abs: 1e-13, rel: 1e-9 } : given.tol;
        return !isNear(found[name] ?? NaN, expected, tol ?? { abs: 0, rel: 0 });
      });
      expect([given.id, misses.map((name) => [name, found[name], given.expected[name]])]).toEqual([
        given.id,
        [],
      ]);
    }
  });

  it("has no case of another method", () => {
    expect(cases.filter(({ method }) => !(method in METHODS))).toEqual([]);
  });
});
