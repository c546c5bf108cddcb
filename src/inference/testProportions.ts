import {
  competitionError,
  oneOf,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
  type ResolvedOption,
} from "../core/index.js";
import { checkedPair, tableOf } from "./counts.js";
import type { MidPVariant } from "./kernels/fisher.js";
import { expectedCounts } from "./kernels/largeSample.js";
import type { Table } from "./kernels/table.js";
import { notEstimable, smallExpectedCount, type Reason } from "./notices.js";
import { PROPORTION_TESTS, type ProportionTest, type ProportionTestMethod } from "./proportionTests.js";
import { alternativeRule } from "./question.js";
import { SOURCES } from "./sources.js";
import { makeTestResult } from "./testResult.js";
import type { Alternative, Count, TestResult } from "./types.js";

export interface ProportionTestOptions {
  /** `fisher` by default. */
  readonly method?: ProportionTestMethod | undefined;
  /** `two-sided` by default; the chi-squared tests and the G-test have no other. */
  readonly alternative?: Alternative | undefined;
  /** How `fisher-mid-p` becomes two-sided, `minlike-ties` by default; the other methods have none. */
  readonly variant?: MidPVariant | undefined;
}

interface Resolved {
  readonly method: ProportionTestMethod;
  readonly alternative: Alternative;
  readonly variant?: MidPVariant;
}

const RULES: OptionRules<Resolved> = {
  method: oneOf(["fisher", "fisher-mid-p", "chi-squared", "chi-squared-yates", "pooled-z", "g-test"]),
  alternative: { ...alternativeRule, default: "two-sided" },
  variant: {
    expected: "one of minlike-ties, minlike-observed, central",
    accepts: (value) => value === "minlike-ties" || value === "minlike-observed" || value === "central",
  },
};

/**
 * Could the difference between two proportions be chance alone?
 *
 * - `fisher`: exact given all margins; two-sided, all tables no more probable than the observed one.
 *   Never above its level, often far below.
 * - `fisher-mid-p`: the same with the observed table counted half; about at its level.
 * - `chi-squared`: Pearson's Σ (O − E)²/E; `chi-squared-yates`: with each |O − E| less 1/2 (not below 0).
 * - `pooled-z`: (p̂₁ − p̂₂)/√(p̄q̄(1/n₁ + 1/n₂)); its square is Pearson's statistic.
 * - `g-test`: 2 Σ O log(O/E).
 *
 * The last four are for large samples: a notice tells of an expected count below 5. These tests have
 * no interval; where a difference is to be shown with its test, take {@link compareProportions}.
 *
 * @param comparator whole numbers, 0 ≤ events ≤ total
 * @param reference the same of the group compared with
 * @param options `method`, `fisher` by default; `alternative`, `two-sided` by default (`greater`: a
 *   larger proportion in the comparator); `variant` of `fisher-mid-p`
 * @returns a test; `not-estimable` with p = 1 if a group is empty or, for the large-sample tests, if
 *   all or none have the event
 * @throws CompetitionError `impossible-count`, `unknown-option` or `impossible-option`
 * @example
 * testProportions({ events: 140, total: 185 }, { events: 168, total: 260 }).pValue // 0.0164
 * @example
 * testProportions({ events: 0, total: 10 }, { events: 0, total: 12 }).pValue // 1
 * @see Lydersen, Fagerland & Laake (2009), Statistics in Medicine 28, 1159–1175, doi:10.1002/sim.3531,
 *   for a comparison of the methods
 */
export function testProportions(
  comparator: Count,
  reference: Count,
  options?: ProportionTestOptions,
): TestResult {
  const { values, record } = resolveOptions("testProportions", options, RULES);
  const { method, alternative } = values;
  const test = PROPORTION_TESTS[method];
  const variant = variantOf(values);
  if (alternative !== "two-sided" && !test.hasOneSided) {
    throw contradiction("alternative", alternative, `two-sided, the only alternative of ${method}`);
  }
  const counts = checkedPair({ comparator, reference });
  const table = tableOf(counts);
  const smallest = Math.min(...expectedCounts(table).cells);
  const reason = reasonAgainst(test, table, smallest);
  return makeTestResult({
    kind: "test",
    status: reason === undefined ? "estimated" : "not-estimable",
    ...(reason === undefined ? {} : { reason }),
    method,
    ...(reason === undefined ? test.run(table, alternative, variant.value) : { pValue: 1 }),
    alternative,
    counts: { ...counts },
    references: SOURCES[method],
    notices: reason === undefined ? sizeNotices(test, smallest) : [notEstimable(reason)],
    provenance: provenanceOf("testProportions", method === "fisher-mid-p" ? { ...record, variant } : record, {
      ...counts,
    }),
  });
}

function variantOf({ method, variant }: Resolved): ResolvedOption & { readonly value: MidPVariant } {
  if (variant === undefined) return { value: "minlike-ties", source: "default" };
  if (method === "fisher-mid-p") return { value: variant, source: "given" };
  throw contradiction("variant", variant, `nothing: ${method} has no variants`);
}

function reasonAgainst(test: ProportionTest, { n1, n2 }: Table, smallest: number): Reason | undefined {
  if (n1 === 0 || n2 === 0) return "no-observations";
  return !test.isExact && smallest === 0 ? "no-variation" : undefined;
}

function sizeNotices({ isExact }: ProportionTest, smallest: number): readonly Notice[] {
  return isExact || smallest >= 5 ? [] : [smallExpectedCount(smallest)];
}

function contradiction(option: string, received: unknown, expected: string): Error {
  return competitionError({
    code: "impossible-option",
    path: `testProportions.${option}`,
    received,
    expected,
  });
}
