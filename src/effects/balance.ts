import { mean, sampleVariance } from "simple-statistics";
import type { Notice } from "../core/index.js";
import { adjustPValues, type Estimate } from "../inference/index.js";
import type { CohortMember } from "../outcomes/index.js";
import { categoriesOf, type BaselineColumn } from "./baseline.js";
import { differenceByDraw, drawColumns } from "./difference.js";
import type { Pair } from "./drawTest.js";
import { shareHouseholds } from "./households.js";
import { hadSameProbabilities, pairBlocks } from "./pair.js";
import type { BalanceCount, BalanceRow } from "./types.js";

/** An imbalance is said from a tenth of a standard deviation on, where the draw gives it in one of a hundred years. */
const NOTABLE = { standardDeviations: 0.1, pValue: 0.01 } as const;

/**
 * What the citizens of a comparison were like before the draw: a row per number, and per category. How far the arms
 * are apart is judged as the outcome is: within the blocks, by weights, by households.
 */
export function balanceOf(
  members: readonly CohortMember[],
  pair: Pair,
  columns: readonly BaselineColumn[],
  level: number,
): readonly BalanceRow[] {
  const { arm, reference } = pair;
  const alike = hadSameProbabilities(members);
  const even =
    alike || pairBlocks(members, arm, reference).every(({ sameProbabilities }) => sameProbabilities);
  const awareness = { even, clustered: shareHouseholds(members), level };
  const row = (
    { name, origin, values }: BaselineColumn,
    number: (value: number | string) => number,
  ): Omit<BalanceRow, "category"> => {
    const known = members.filter(({ participant }) => values.has(participant.citizen));
    const response = known.map(({ participant }) => number(values.get(participant.citizen) ?? NaN));
    const drawn = drawColumns(known, arm);
    // Within its blocks a stratum never differs; how far the arms are apart in it shows without them.
    const blocks = origin === "stratum" ? drawn.blocks.map(() => "all") : drawn.blocks;
    const plainly = origin === "stratum" ? { ...awareness, even: alike } : awareness;
    const difference = differenceByDraw({ ...drawn, blocks, response }, plainly);
    const weights = alike ? response.map(() => 1) : drawn.weights;
    const of = (group: 0 | 1): Sample => ({
      values: response.filter((_, i) => drawn.treatment[i] === group),
      weights: weights.filter((_, i) => drawn.treatment[i] === group),
    });
    const [theirs, ours] = [of(0), of(1)];
    return {
      column: name,
      origin,
      comparator: weightedMean(ours),
      reference: weightedMean(theirs),
      counts: { comparator: { known: ours.values.length }, reference: { known: theirs.values.length } },
      difference,
      standardized: inDeviations(difference, ours.values, theirs.values),
    };
  };
  const countOf = ({ values }: BaselineColumn, category: string, of: string): BalanceCount => {
    const own = members.filter(({ participant }) => participant.arm === of);
    const known = own.flatMap(({ participant }) => values.get(participant.citizen) ?? []);
    return { known: known.length, having: known.filter((value) => value === category).length };
  };
  const citizens = members.map(({ participant }) => participant.citizen);
  return columns.flatMap((column) =>
    column.isNumeric
      ? [row(column, Number)]
      : categoriesOf(column, citizens).map((category) => ({
          ...row(column, (value) => (value === category ? 1 : 0)),
          category,
          counts: {
            comparator: countOf(column, category, arm),
            reference: countOf(column, category, reference),
          },
        })),
  );
}

interface Sample {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

function weightedMean({ values, weights }: Sample): number | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? null : values.reduce((sum, value, i) => sum + (value * (weights[i] ?? 0)) / total, 0);
}

/** A difference over the root of the mean of both groups' variances. */
function inDeviations(
  { estimate, interval }: Estimate,
  ours: readonly number[],
  theirs: readonly number[],
): BalanceRow["standardized"] {
  if (estimate === null || ours.length < 2 || theirs.length < 2) return null;
  const deviation = Math.sqrt(mean([sampleVariance([...ours]), sampleVariance([...theirs])]));
  if (deviation === 0) return null;
  return {
    estimate: estimate / deviation,
    lower: interval.lower / deviation,
    upper: interval.upper / deviation,
  };
}

/**
 * That the arms differed before the draw, by a tenth of a standard deviation or more and by more than chance does in
 * one of a hundred years, however many columns there are (Holm).
 */
export function balanceNotices(balance: readonly BalanceRow[], { arm, reference }: Pair): readonly Notice[] {
  const tested = balance.filter(
    ({ origin, standardized, difference }) =>
      origin !== "stratum" && standardized !== null && difference.test !== undefined,
  );
  const adjusted = adjustPValues(tested.map(({ difference }) => difference.test?.pValue ?? 1));
  return tested
    .filter(
      ({ standardized }, i) =>
        (adjusted[i] ?? 1) < NOTABLE.pValue &&
        Math.abs(standardized?.estimate ?? 0) >= NOTABLE.standardDeviations,
    )
    .map(({ column, category = null, standardized }) => ({
      code: "baseline-imbalance",
      severity: "caution",
      arm,
      reference,
      column,
      category,
      standardDeviations: standardized?.estimate ?? null,
    }));
}
