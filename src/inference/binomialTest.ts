import { competitionError, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import { binomialCdf } from "../numerics/index.js";
import { checkedCount } from "./counts.js";
import { exactMultinomial } from "./kernels/multinomial.js";
import { notEstimable } from "./notices.js";
import { alternativeRule } from "./question.js";
import { makeTestResult } from "./testResult.js";
import type { Alternative, Count, TestResult } from "./types.js";

export interface BinomialTestOptions {
  /** The probability that is tested, above 0 and below 1. */
  readonly probability: number;
  /** `two-sided` by default. */
  readonly alternative?: Alternative | undefined;
}

const RULES: OptionRules<{ probability: number; alternative: Alternative }> = {
  probability: {
    expected: "a number above 0 and below 1",
    accepts: (value) => typeof value === "number" && value > 0 && value < 1,
  },
  alternative: { ...alternativeRule, default: "two-sided" },
};

/**
 * Could a count be chance, if the probability of an event were a given number?
 *
 * Exact: with n observations the events are binomial, and the p-value is the probability of as many or more
 * (`greater`), as many or fewer (`less`), or of all counts no more probable than the observed one (`two-sided`).
 * Never above its level. Observations are taken as independent, with one probability.
 *
 * @param count whole numbers, 0 ≤ events ≤ total
 * @param options `probability`; `alternative`, `two-sided` by default
 * @returns a test of `binomial-exact` with its `count`; `not-estimable` with p = 1 for an empty total
 * @throws CompetitionError `impossible-count`, `missing-option`, `unknown-option` or `impossible-option`
 * @example
 * binomialTest({ events: 8, total: 10 }, { probability: 0.5, alternative: "greater" }).pValue // 0.0546875
 * @example
 * binomialTest({ events: 0, total: 0 }, { probability: 0.5 }).status // "not-estimable"
 * @see Clopper & Pearson (1934), Biometrika 26, 404–413, whose interval has the one-sided tests at its limits
 */
export function binomialTest(count: Count, options: BinomialTestOptions): TestResult {
  const { values, record } = resolveOptions("binomialTest", options, RULES);
  const { probability, alternative } = values;
  if (probability === undefined) throw missingProbability();
  const { events, total } = checkedCount(count, "count");
  const isEmpty = total === 0;
  return makeTestResult({
    kind: "test",
    status: isEmpty ? "not-estimable" : "estimated",
    ...(isEmpty ? { reason: "no-observations" } : {}),
    method: "binomial-exact",
    pValue: isEmpty ? 1 : pValueOf(events, total, probability, alternative),
    alternative,
    counts: { count: { events, total } },
    references: ["Clopper & Pearson (1934), Biometrika 26, 404–413, doi:10.1093/biomet/26.4.404"],
    notices: isEmpty ? [notEstimable("no-observations")] : [],
    provenance: provenanceOf("binomialTest", record, { count: { events, total } }),
  });
}

function pValueOf(x: number, n: number, probability: number, alternative: Alternative): number {
  if (alternative === "two-sided") return exactMultinomial([x, n - x], [probability, 1 - probability]);
  return alternative === "less"
    ? binomialCdf(x, n, probability, "lower")
    : binomialCdf(x - 1, n, probability, "upper");
}

function missingProbability(): Error {
  return competitionError({
    code: "missing-option",
    path: "binomialTest.probability",
    received: undefined,
    expected: "the probability that is tested, above 0 and below 1",
  });
}
