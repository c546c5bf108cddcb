import { normalPValue } from "./decision.js";
import { fisher, fisherMidP, type MidPVariant, type TailProbabilities } from "./kernels/fisher.js";
import { expectedCounts, likelihoodRatio, pearson, pooledDeviate, yates } from "./kernels/largeSample.js";
import type { Table } from "./kernels/table.js";
import type { Alternative } from "./types.js";

/** The methods of a test of two proportions. */
export type ProportionTestMethod =
  "fisher" | "fisher-mid-p" | "chi-squared" | "chi-squared-yates" | "pooled-z" | "g-test";

/** What a test finds in a table. */
export interface Outcome {
  readonly statistic?: number;
  readonly degreesOfFreedom?: number;
  readonly pValue: number;
}

export interface ProportionTest {
  /** An exact test holds for every table; a large-sample one needs expected counts, and none of 0. */
  readonly isExact: boolean;
  readonly hasOneSided: boolean;
  readonly run: (table: Table, alternative: Alternative, variant: MidPVariant) => Outcome;
}

export const PROPORTION_TESTS: Readonly<Record<ProportionTestMethod, ProportionTest>> = {
  "fisher": {
    isExact: true,
    hasOneSided: true,
    run: (table, alternative) => ({ pValue: tailOf(fisher(table), alternative) }),
  },
  "fisher-mid-p": {
    isExact: true,
    hasOneSided: true,
    run: (table, alternative, variant) => ({ pValue: tailOf(fisherMidP(table, variant), alternative) }),
  },
  "chi-squared": chiSquaredTest((table) => pearson(expectedCounts(table))),
  "chi-squared-yates": chiSquaredTest((table) => yates(expectedCounts(table))),
  "pooled-z": {
    isExact: false,
    hasOneSided: true,
    run: (table, alternative) => {
      const statistic = pooledDeviate(table);
      return { statistic, pValue: normalPValue(statistic, alternative) };
    },
  },
  "g-test": chiSquaredTest((table) => likelihoodRatio(expectedCounts(table))),
};

/** With one degree of freedom the statistic is the square of a standard normal deviate. */
function chiSquaredTest(statisticOf: (table: Table) => number): ProportionTest {
  return {
    isExact: false,
    hasOneSided: false,
    run: (table) => {
      const statistic = statisticOf(table);
      return { statistic, degreesOfFreedom: 1, pValue: normalPValue(Math.sqrt(statistic), "two-sided") };
    },
  };
}

function tailOf({ twoSided, greater, less }: TailProbabilities, alternative: Alternative): number {
  if (alternative === "two-sided") return twoSided;
  return alternative === "greater" ? greater : less;
}
