import { normalPValue } from "./decision.js";
import { barnardGreater, barnardTwoSided, type BarnardOrdering } from "./kernels/barnard.js";
import { boschlooGreater } from "./kernels/boschloo.js";
import { boschlooMinlike } from "./kernels/boschlooMinlike.js";
import { standardized } from "./kernels/deviates.js";
import { fisher, fisherMidP, type MidPVariant, type TailProbabilities } from "./kernels/fisher.js";
import { expectedCounts, likelihoodRatio, pearson, pooledError, yates } from "./kernels/largeSample.js";
import { differenceOf, swapped, type Table } from "./kernels/table.js";
import { unpooledError } from "./kernels/waldDifference.js";
import type { Alternative } from "./types.js";

/** The methods of a test of two proportions. */
export type ProportionTestMethod =
  | "fisher"
  | "fisher-mid-p"
  | "boschloo"
  | "barnard"
  | "chi-squared"
  | "chi-squared-yates"
  | "pooled-z"
  | "g-test";

/** How Boschloo's test becomes two-sided. */
export type BoschlooVariant = "central" | "minlike";

/** What a test finds in a table. */
export interface Outcome {
  readonly statistic?: number;
  readonly degreesOfFreedom?: number;
  readonly pValue: number;
}

type Form = (table: Table, alternative: Alternative) => Outcome;

export interface ProportionTest {
  /** An exact test holds for every table; a large-sample one needs expected counts, and none of 0. */
  readonly isExact: boolean;
  readonly hasOneSided: boolean;
  /** Observations in both groups beyond which going through all tables takes too long. */
  readonly most?: number;
  /** The option that chooses among its forms, where it has several. */
  readonly formsBy?: "variant" | "ordering";
  /** Its forms by name, the default first. */
  readonly forms: readonly [named: readonly [name: string, form: Form], ...(readonly [string, Form])[]];
}

/** Some seconds for the slowest form. */
const MOST_FOR_ALL_TABLES = 4000;

export const PROPORTION_TESTS: Readonly<Record<ProportionTestMethod, ProportionTest>> = {
  "fisher": {
    isExact: true,
    hasOneSided: true,
    forms: [["only", (table, alternative) => ({ pValue: tailOf(fisher(table), alternative) })]],
  },
  "fisher-mid-p": {
    isExact: true,
    hasOneSided: true,
    formsBy: "variant",
    forms: [midP("minlike-ties"), midP("minlike-observed"), midP("central")],
  },
  "boschloo": {
    isExact: true,
    hasOneSided: true,
    most: MOST_FOR_ALL_TABLES,
    formsBy: "variant",
    forms: [
      boschloo("central", (table) => {
        const [greater, less] = [boschlooGreater(table), boschlooGreater(swapped(table))];
        return Math.min(1, 2 * Math.min(greater, less));
      }),
      boschloo("minlike", boschlooMinlike),
    ],
  },
  "barnard": {
    isExact: true,
    hasOneSided: true,
    most: MOST_FOR_ALL_TABLES,
    formsBy: "ordering",
    forms: [barnard("pooled", pooledError), barnard("unpooled", unpooledError)],
  },
  "chi-squared": chiSquaredTest((table) => pearson(expectedCounts(table))),
  "chi-squared-yates": chiSquaredTest((table) => yates(expectedCounts(table))),
  "pooled-z": {
    isExact: false,
    hasOneSided: true,
    forms: [
      [
        "only",
        (table, alternative) => {
          const statistic = differenceOf(table) / pooledError(table);
          return { statistic, pValue: normalPValue(statistic, alternative) };
        },
      ],
    ],
  },
  "g-test": chiSquaredTest((table) => likelihoodRatio(expectedCounts(table))),
};

function midP(variant: MidPVariant): readonly [string, Form] {
  return [variant, (table, alternative) => ({ pValue: tailOf(fisherMidP(table, variant), alternative) })];
}

function boschloo(variant: BoschlooVariant, twoSided: (table: Table) => number): readonly [string, Form] {
  return [
    variant,
    (table, alternative) => ({ pValue: sided(table, alternative, twoSided, boschlooGreater) }),
  ];
}

function barnard(ordering: BarnardOrdering, error: (table: Table) => number): readonly [string, Form] {
  const twoSided = (table: Table): number => barnardTwoSided(table, ordering);
  const greater = (table: Table): number => barnardGreater(table, ordering);
  return [
    ordering,
    (table, alternative) => ({
      statistic: standardized(differenceOf(table), error(table)),
      pValue: sided(table, alternative, twoSided, greater),
    }),
  ];
}

/** With one degree of freedom the statistic is the square of a standard normal deviate. */
function chiSquaredTest(statisticOf: (table: Table) => number): ProportionTest {
  const form: Form = (table) => {
    const statistic = statisticOf(table);
    return { statistic, degreesOfFreedom: 1, pValue: normalPValue(Math.sqrt(statistic), "two-sided") };
  };
  return { isExact: false, hasOneSided: false, forms: [["only", form]] };
}

/** Less is greater with the groups exchanged. */
function sided(
  table: Table,
  alternative: Alternative,
  twoSided: (table: Table) => number,
  greater: (table: Table) => number,
): number {
  if (alternative === "two-sided") return twoSided(table);
  return greater(alternative === "greater" ? table : swapped(table));
}

function tailOf({ twoSided, greater, less }: TailProbabilities, alternative: Alternative): number {
  if (alternative === "two-sided") return twoSided;
  return alternative === "greater" ? greater : less;
}
