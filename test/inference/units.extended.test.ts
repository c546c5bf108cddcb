import { describe, expect, it } from "vitest";
import {
  betaBinomial,
  funnelLimits,
  overdispersion,
  standardize,
  standardizedRatio,
} from "../../src/inference/index.js";
import { isNear, numberOf, referenceCases, type ReferenceCase } from "../support/fixtures.js";

type Found = Readonly<Record<string, number | null | undefined>>;

const column = ({ input }: ReferenceCase, name: string): number[] => input[name] as number[];

const METHODS: Readonly<Record<string, (given: ReferenceCase) => Found>> = {
  "smr-mid-p": ({ input }) => {
    const counts = { observed: numberOf(input, "observed"), expected: numberOf(input, "expected") };
    const { interval, test } = standardizedRatio(counts, {
      method: "mid-p",
      level: numberOf(input, "level"),
    });
    return { lower: interval.lower, upper: interval.upper, p_two_sided: test?.pValue };
  },
  "smr-byar-test": ({ input }) => {
    const counts = { observed: numberOf(input, "observed"), expected: numberOf(input, "expected") };
    return {
      p_two_sided: standardizedRatio(counts).test?.pValue,
      p_greater: standardizedRatio(counts, { alternative: "greater" }).test?.pValue,
      p_less: standardizedRatio(counts, { alternative: "less" }).test?.pValue,
    };
  },
  "dobson-exact": (given) => {
    const data = {
      events: column(given, "events"),
      total: column(given, "total"),
      standard: column(given, "standard"),
    };
    const options = { method: "dobson-exact", level: numberOf(given.input, "level") } as const;
    const { estimate, interval } = standardize(data, options);
    return { rate: estimate, lower: interval.lower, upper: interval.upper };
  },
  "funnel-poisson": ({ input }) => {
    const subject = { target: numberOf(input, "target"), expected: [numberOf(input, "expected")] };
    const exact = funnelLimits(subject);
    const normal = funnelLimits(subject, { method: "normal" });
    return Object.fromEntries(
      ["95", "99.8"].flatMap((name, i) => [
        [`lower_${name}`, exact[i]?.lower],
        [`upper_${name}`, exact[i]?.upper],
        [`fewest_${name}`, exact[i]?.fewest],
        [`most_${name}`, exact[i]?.most],
        [`normal_lower_${name}`, normal[i]?.lower],
        [`normal_upper_${name}`, normal[i]?.upper],
      ]),
    );
  },
  "overdispersion-truncated": (given) => {
    const scores = { z: column(given, "z"), standardErrors: column(given, "standard_errors") };
    const { phi, phiOfAll, tauSquared, kept } = overdispersion(scores, {
      truncate: numberOf(given.input, "truncate"),
    });
    return { phi, phi_raw: phiOfAll, tau2: tauSquared, kept };
  },
  "beta-binomial": (given) => {
    const totals = column(given, "n");
    const fit = betaBinomial(column(given, "x").map((events, i) => ({ events, total: totals[i] ?? 0 })));
    const { alpha, beta, estimate, correlation, standardError, correlationError, logLikelihood } = fit;
    return {
      alpha,
      beta,
      mu: estimate,
      rho: correlation,
      se_mu: standardError,
      se_rho: correlationError,
      loglik: logLikelihood,
    };
  },
};

/**
 * Standard errors of a beta-binomial fit come from derivatives by differences; in the last case, with all events in few of
 * 50 units of a million, mean and correlation can hardly be told apart, which costs three digits more.
 */
function toleranceOf(
  { tol = { abs: 0, rel: 0 } }: ReferenceCase,
  name: string,
): { abs: number; rel: number } {
  return name.startsWith("se_") ? { ...tol, rel: Math.max(tol.rel, 1e-7) } : tol;
}

function misses(given: ReferenceCase): unknown[] {
  const found = METHODS[given.method]?.(given) ?? {};
  return Object.keys(given.expected)
    .filter((name) => {
      const expected = numberOf(given.expected, name);
      return !isNear(Number(found[name] ?? NaN), expected, toleranceOf(given, name));
    })
    .map((name) => [given.id, name, found[name], given.expected[name]]);
}

describe("benchmark-extended.json", () => {
  const cases = referenceCases("benchmark-extended");

  it.each([
    ["smr-mid-p", 7],
    ["smr-byar-test", 6],
    ["dobson-exact", 5],
    ["funnel-poisson", 5],
    ["overdispersion-truncated", 4],
    ["beta-binomial", 7],
  ])("gives the values of %s, %i of them", (method, count) => {
    const ofMethod = cases.filter((each) => each.method === method);
    expect(ofMethod).toHaveLength(count);
    expect(ofMethod.flatMap(misses)).toEqual([]);
  });

  it("has no case of another method", () => {
    expect(cases.filter(({ method }) => !(method in METHODS))).toEqual([]);
  });
});
