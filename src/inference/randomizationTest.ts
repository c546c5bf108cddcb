import { competitionError, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import { checkedBlocks, type RandomizationBlock } from "./randomizationBlocks.js";
import { eventSums } from "./kernels/eventSums.js";
import { householdEventSums } from "./kernels/householdEvents.js";
import { expectedEvents, randomizationPValues } from "./kernels/randomization.js";
import { notEstimable } from "./notices.js";
import { alternativeRule } from "./question.js";
import { RANDOMIZATION_SOURCES } from "./randomizationSources.js";
import { makeTestResult } from "./testResult.js";
import type { Alternative, TestResult } from "./types.js";

export interface RandomizationTestOptions {
  /** `two-sided` by default; `greater`: more events in the comparator than chance would give. */
  readonly alternative?: Alternative | undefined;
}

const RULES: OptionRules<{ alternative: Alternative }> = {
  alternative: { ...alternativeRule, default: "two-sided" },
};

/** Sums of the events of more citizens would take too long to go through. */
const MOST_CITIZENS = 200_000;

/**
 * Could chance alone, as it was let decide, have brought so many events into the comparator?
 *
 * Null hypothesis: nobody's outcome depends on the arm. Then the events are fixed and only the draw is
 * random: in a block of N citizens with m events, n of them drawn for the comparator, the comparator's
 * events X are hypergeometric, and their sum over blocks is a convolution of hypergeometrics. With
 * E = Σ nm/N the p-value is P(|X − E| ≥ |x − E|), P(X ≥ x) or P(X ≤ x): exact for any number and size of
 * blocks drawn by complete randomization or permuted blocks, without simulation or large numbers. Numbers
 * that are equally far from E count on either side, found by whole-number arithmetic. It rejects no more
 * often than its level, mostly less.
 *
 * Where households were drawn, give each side of a block as a list of counts, one a household: every
 * choice of as many households is equally likely then.
 *
 * @param blocks pairs of counts, or of lists of households' counts; together at most 200,000 citizens
 * @param options `alternative`, `two-sided` by default
 * @returns a test with `statistic` x − E. `not-estimable` with p = 1 where the draw left nothing to chance
 *   or all or none of every block have the event
 * @throws CompetitionError `impossible-strata`, `impossible-count`, `too-many-observations`,
 *   `unknown-option`, `impossible-option`
 * @example
 * const blocks = [
 *   { comparator: { events: 4, total: 5 }, reference: { events: 1, total: 5 } },
 *   { comparator: { events: 3, total: 4 }, reference: { events: 2, total: 5 } },
 * ];
 * randomizationTest(blocks).pValue // 0.0767
 * @example
 * randomizationTest([{ comparator: { events: 1, total: 1 }, reference: { events: 0, total: 0 } }]).status // "not-estimable"
 * @see Fisher (1935), The Design of Experiments, chapter 2; Mehta, Patel & Gray (1985), Journal of the
 *   American Statistical Association 80, 969–973
 */
export function randomizationTest(
  blocks: readonly RandomizationBlock[],
  options?: RandomizationTestOptions,
): TestResult {
  const { values, record } = resolveOptions("randomizationTest", options, RULES);
  const { tables, households, counts } = checkedBlocks(blocks);
  const citizens = counts.comparator.total + counts.reference.total;
  if (citizens > MOST_CITIZENS) throw tooMany(citizens);
  const sums =
    households === undefined ? eventSums(tables) : householdEventSums(households.map(({ events }) => events));
  const mean = expectedEvents(
    households === undefined
      ? tables.map(({ x1, n1, x2, n2 }) => ({ drawn: n1, events: x1 + x2, total: n1 + n2 }))
      : households.map(({ drawn, total, sum }) => ({ drawn, events: sum, total })),
  );
  const observed = counts.comparator.events;
  const isCertain = sums.probabilities.length === 1;
  const found = randomizationPValues(sums, observed, mean);
  const { alternative } = values;
  return makeTestResult({
    kind: "test",
    method: households === undefined ? "randomization-exact" : "randomization-exact-households",
    ...(isCertain
      ? { status: "not-estimable", reason: "no-variation-within-blocks", pValue: 1 }
      : {
          status: "estimated",
          statistic: observed - Number(mean.over) / Number(mean.under),
          pValue: alternative === "two-sided" ? found.twoSided : found[alternative],
        }),
    alternative,
    counts,
    references: RANDOMIZATION_SOURCES["randomization-exact"],
    notices: isCertain ? [notEstimable("no-variation-within-blocks")] : [],
    provenance: provenanceOf("randomizationTest", record, { blocks: blocks.length, ...counts }),
  });
}

function tooMany(citizens: number): Error {
  return competitionError({
    code: "too-many-observations",
    path: "blocks",
    received: citizens,
    expected: `at most ${MOST_CITIZENS} citizens in all, since every sum of events is gone through`,
    hint: "With so many take cochranMantelHaenszel, which differs little from it.",
  });
}
