import {
  competitionError,
  provenanceOf,
  requireObjects,
  resolveOptions,
  type OptionRules,
} from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { impossibleShare } from "./targetsExpected.js";
import { expectedMixFace } from "./targetsMixFace.js";
import type { ExpectedMix, ExpectedMixData, LabeledShare, ObservedOutcome } from "./targetsMixTypes.js";

const RULES: OptionRules<{ tolerance: number }> = {
  tolerance: {
    default: 0.005,
    expected: "a proportion from 0 to below 1",
    accepts: (value) => typeof value === "number" && value >= 0 && value < 1,
  },
};

const makeMix: (data: ExpectedMixData) => ExpectedMix = resultMaker<ExpectedMixData>(expectedMixFace);

const MOST_LABELS = 8;

/**
 * Do a plan's expected shares fit what was observed, label by label, or would they fit if labels were exchanged?
 *
 * A plan that takes its expectations from earlier figures may set them under the wrong labels. For each
 * label its expected share stands beside the observed n/N, N being everyone observed; all assignments of
 * the expected shares to the labels are tried, and the one with the least Σ |expected − observed| is kept.
 * Labels are called exchanged only if every share then fits within the tolerance and doesn't as labeled;
 * an exchange that merely comes nearer isn't told. It finds a slip in writing; it is no test of chance.
 *
 * @param expected At most 8 labels, each once; shares as proportions.
 * @param observed Each outcome with its label and count, whole numbers from 0.
 * @param options `tolerance`: largest deviation of a share that still fits, 0.005 by default: what
 *   rounding to whole percent leaves.
 * @throws CompetitionError `impossible-labels`, `unknown-label`, `impossible-share`, `impossible-count`,
 *   `nothing-observed`, `unknown-option`, `impossible-option`.
 *
 * @example
 * const plan = tenders.aabenraa.expected[2].shares; // 31, 23 and 46 %
 * checkExpectedMix(plan, tenders.aabenraaOutcomes).finding; // "otherwise-labeled": the last two are swapped
 * @example
 * // Shares that are right as they stand.
 * checkExpectedMix(
 *   [{ label: "work", share: 0.6 }, { label: "other", share: 0.4 }],
 *   [{ outcome: "job", label: "work", count: 3 }, { outcome: "rest", label: "other", count: 2 }],
 * ).finding; // "as-labeled"
 */
export function checkExpectedMix(
  expected: readonly LabeledShare[],
  observed: readonly ObservedOutcome[],
  options: { readonly tolerance?: number } = {},
): ExpectedMix {
  const { values, record } = resolveOptions("checkExpectedMix", options, RULES);
  const { tolerance } = values;
  requireObjects("checkExpectedMix.expected", expected, { expected: "a list of shares: { label, share }" });
  requireObjects("checkExpectedMix.observed", observed, { expected: "a list of counts: { label, count }" });
  checkInput(expected, observed);
  const total = observed.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) throw nothingObserved();
  const counts = expected.map(({ label }) =>
    observed.reduce((sum, each) => (each.label === label ? sum + each.count : sum), 0),
  );
  const shares = counts.map((count) => count / total);
  const gaps = (order: readonly number[]): readonly number[] =>
    expected.map(({ share }, index) => Math.abs(share - (shares[order[index] ?? index] ?? 0)));
  const deviation = (order: readonly number[]): number => gaps(order).reduce((sum, gap) => sum + gap, 0);
  const asLabeled = expected.map((_, index) => index);
  // The order as labeled comes first and stays unless another is better.
  const best = permutations(asLabeled).reduce((least, order) =>
    deviation(order) < deviation(least) - 1e-12 ? order : least,
  );
  const fits = (order: readonly number[]): boolean => gaps(order).every((gap) => gap <= tolerance + 1e-12);
  return makeMix({
    kind: "expected-mix",
    method: "least-absolute-deviation",
    references: [],
    notices: [],
    provenance: provenanceOf("checkExpectedMix", record, {
      labels: expected.length,
      outcomes: observed.length,
    }),
    total,
    tolerance,
    finding: fits(asLabeled) ? "as-labeled" : fits(best) ? "otherwise-labeled" : "unlike",
    deviation: deviation(asLabeled),
    bestDeviation: deviation(best),
    rows: expected.map(({ label, share }, index) => ({
      label,
      expected: share,
      count: counts[index] ?? 0,
      share: shares[index] ?? 0,
      fits: expected[best[index] ?? index]?.label ?? label,
    })),
  });
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

function checkInput(expected: readonly LabeledShare[], observed: readonly ObservedOutcome[]): void {
  const labels = expected.map(({ label }) => label);
  if (labels.length === 0 || labels.length > MOST_LABELS || new Set(labels).size < labels.length) {
    throw competitionError({
      code: "impossible-labels",
      path: "expected",
      received: labels,
      expected: `1 to ${MOST_LABELS} labels, each once`,
    });
  }
  for (const [index, { share }] of expected.entries()) {
    if (!(share > 0 && share <= 1)) throw impossibleShare(`expected[${index}].share`, share);
  }
  for (const [index, { label, count }] of observed.entries()) {
    if (!labels.includes(label)) {
      throw competitionError({
        code: "unknown-label",
        path: `observed[${index}].label`,
        received: label,
        expected: `one of ${labels.join(", ")}`,
      });
    }
    if (!Number.isSafeInteger(count) || count < 0) {
      throw competitionError({
        code: "impossible-count",
        path: `observed[${index}].count`,
        received: count,
        expected: "a whole number from 0",
      });
    }
  }
}

function nothingObserved(): Error {
  return competitionError({
    code: "nothing-observed",
    path: "observed",
    received: 0,
    expected: "at least one person",
  });
}
