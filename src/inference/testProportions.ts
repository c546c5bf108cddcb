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
import type { BarnardOrdering } from "./kernels/barnard.js";
import type { MidPVariant } from "./kernels/fisher.js";
import { expectedCounts } from "./kernels/largeSample.js";
import type { Table } from "./kernels/table.js";
import { notEstimable, smallExpectedCount, type Reason } from "./notices.js";
import {
  PROPORTION_TESTS,
  type BoschlooVariant,
  type ProportionTest,
  type ProportionTestMethod,
} from "./proportionTests.js";
import { alternativeRule } from "./question.js";
import { SOURCES } from "./sources.js";
import { makeTestResult } from "./testResult.js";
import type { Alternative, Count, TestResult } from "./types.js";

export interface ProportionTestOptions {
  /** `fisher` by default. */
  readonly method?: ProportionTestMethod | undefined;
  /** `two-sided` by default; the chi-squared tests and the G-test have no other. */
  readonly alternative?: Alternative | undefined;
  /**
   * How a test becomes two-sided: of `fisher-mid-p` `minlike-ties` (default), `minlike-observed` or
   * `central`, of `boschloo` `central` (default) or `minlike`. The other methods have none.
   */
  readonly variant?: MidPVariant | BoschlooVariant | undefined;
  /** What orders the tables of `barnard`, `pooled` by default. */
  readonly ordering?: BarnardOrdering | undefined;
}

interface Resolved {
  readonly method: ProportionTestMethod;
  readonly alternative: Alternative;
  readonly variant?: MidPVariant | BoschlooVariant;
  readonly ordering?: BarnardOrdering;
}

const RULES: OptionRules<Resolved> = {
  method: oneOf([
    "fisher",
    "fisher-mid-p",
    "boschloo",
    "barnard",
    "chi-squared",
    "chi-squared-yates",
    "pooled-z",
    "g-test",
  ]),
  alternative: { ...alternativeRule, default: "two-sided" },
  variant: {
    expected: "one of minlike-ties, minlike-observed, central, minlike",
    accepts: (value) => typeof value === "string",
  },
  ordering: { expected: "one of pooled, unpooled", accepts: (value) => typeof value === "string" },
};

/**
 * Could the difference between two proportions be chance alone?
 *
 * Exact given all margins, for any sizes:
 * - `fisher`: two-sided, all tables no more probable than the observed one. Never above its level,
 *   often far below.
 * - `fisher-mid-p`: the same with the observed table counted half; about at its level.
 *
 * Exact with only the sizes of the groups given: the probability of all tables at least as extreme as
 * the observed one, at the common proportion π in [0, 1] that makes it largest. Never above their level,
 * and less far below than Fisher's; for up to 4,000 observations, since they go through all tables:
 * - `boschloo`: extreme by Fisher's one-sided p-value, two-sided by twice the smaller side (`central`),
 *   or by Fisher's two-sided p-value (`minlike`).
 * - `barnard`: extreme by z = (p̂₁ − p̂₂)/SE, two-sided by |z|, with the standard error `pooled` or
 *   `unpooled`; 0/0 is 0.
 *
 * For large samples; a notice tells of an expected count below 5:
 * - `chi-squared`: Pearson's Σ (O − E)²/E; `chi-squared-yates`: with each |O − E| less 1/2 (not below 0).
 * - `pooled-z`: (p̂₁ − p̂₂)/√(p̄q̄(1/n₁ + 1/n₂)); its square is Pearson's statistic.
 * - `g-test`: 2 Σ O log(O/E).
 *
 * These tests have no interval; where a difference is to be shown with its test, take
 * {@link compareProportions}.
 *
 * @param comparator whole numbers, 0 ≤ events ≤ total
 * @param reference the same of the group compared with
 * @param options `method`, `fisher` by default; `alternative`, `two-sided` by default (`greater`: a
 *   larger proportion in the comparator); `variant` of `fisher-mid-p` and `boschloo`; `ordering` of
 *   `barnard`
 * @returns a test; `not-estimable` with p = 1 if a group is empty or, for the large-sample tests, if
 *   all or none have the event
 * @throws CompetitionError `impossible-count`, `unknown-option`, `impossible-option` or, for the tests
 *   that go through all tables, `too-many-observations`
 * @example
 * testProportions({ events: 140, total: 185 }, { events: 168, total: 260 }).pValue // 0.0164
 * @example
 * testProportions({ events: 7, total: 7 }, { events: 0, total: 7 }, { method: "barnard" }).pValue // 0.000122, 2 · 2⁻¹⁴
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
  const { form, option } = chosenForm(test, values);
  if (alternative !== "two-sided" && !test.hasOneSided) {
    throw contradiction("alternative", alternative, `two-sided, the only alternative of ${method}`);
  }
  const counts = checkedPair({ comparator, reference });
  const table = tableOf(counts);
  requireEnumerable(test, method, table);
  const smallest = Math.min(...expectedCounts(table).cells);
  const reason = reasonAgainst(test, table, smallest);
  return makeTestResult({
    kind: "test",
    status: reason === undefined ? "estimated" : "not-estimable",
    ...(reason === undefined ? {} : { reason }),
    method,
    ...(reason === undefined ? form(table, alternative) : { pValue: 1 }),
    alternative,
    counts: { ...counts },
    references: SOURCES[method],
    notices: reason === undefined ? sizeNotices(test, smallest) : [notEstimable(reason)],
    provenance: provenanceOf("testProportions", { ...record, ...option }, { ...counts }),
  });
}

interface ChosenForm {
  readonly form: ProportionTest["forms"][0][1];
  /** The option that chose it, as the result records it. */
  readonly option: Readonly<Record<string, ResolvedOption>>;
}

/** The form of a test that `variant` or `ordering` names, or its default. */
function chosenForm({ forms, formsBy }: ProportionTest, values: Resolved): ChosenForm {
  for (const option of ["variant", "ordering"] as const) {
    if (values[option] !== undefined && option !== formsBy) {
      throw contradiction(option, values[option], `nothing: ${values.method} has no ${option}`);
    }
  }
  const [[preset, form]] = forms;
  if (formsBy === undefined) return { form, option: {} };
  const given = values[formsBy];
  if (given === undefined) return { form, option: { [formsBy]: { value: preset, source: "default" } } };
  const named = forms.find(([name]) => name === given);
  if (named !== undefined)
    return { form: named[1], option: { [formsBy]: { value: given, source: "given" } } };
  throw contradiction(formsBy, given, `one of ${forms.map(([name]) => name).join(", ")}`);
}

function requireEnumerable({ most }: ProportionTest, method: ProportionTestMethod, { n1, n2 }: Table): void {
  if (most === undefined || n1 + n2 <= most) return;
  throw competitionError({
    code: "too-many-observations",
    path: "comparator.total + reference.total",
    received: n1 + n2,
    expected: `at most ${most} for ${method}, which goes through all tables`,
    hint: "Take fisher-mid-p or pooled-z, which differ little from it in groups that large.",
  });
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
