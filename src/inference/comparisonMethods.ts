import { competitionError } from "../core/index.js";
import { conditionalExact, conditionalMidP, conditionalOddsRatio } from "./kernels/conditionalOddsRatio.js";
import type { Deviates } from "./kernels/deviates.js";
import { katz, woolf } from "./kernels/logRatios.js";
import { newcombe, newcombeCorrected } from "./kernels/newcombe.js";
import { mee, miettinenNurminenDifference } from "./kernels/scoreDifference.js";
import { miettinenNurminenOddsRatio } from "./kernels/scoreOddsRatio.js";
import { koopman, miettinenNurminenRatio } from "./kernels/scoreRatio.js";
import { differenceOf, oddsRatioOf, ratioOf, type Table } from "./kernels/table.js";
import { agrestiCaffo, waldDifference } from "./kernels/waldDifference.js";
import type { Reason } from "./notices.js";
import type { Measure } from "./question.js";
import { SOURCES } from "./sources.js";

/** The methods for two proportions; each measure has its own. */
export type ComparisonMethod =
  | "newcombe"
  | "newcombe-cc"
  | "miettinen-nurminen"
  | "mee"
  | "agresti-caffo"
  | "wald"
  | "koopman"
  | "katz"
  | "woolf"
  | "conditional-exact"
  | "mid-p";

/** A measure's estimate and the method that judges it. */
export interface ComparisonRecipe {
  readonly method: ComparisonMethod;
  readonly judge: (table: Table) => Deviates;
  readonly references: readonly string[];
  /** NaN where the counts don't define the measure. */
  readonly estimate: (table: Table) => number;
  /** Why it can be NaN. */
  readonly undefinedBy: Reason;
}

const DIFFERENCE = { estimate: differenceOf, undefinedBy: "no-observations" } as const;
const RATIO = { estimate: ratioOf, undefinedBy: "no-events" } as const;
const ODDS_RATIO = { estimate: oddsRatioOf, undefinedBy: "no-variation" } as const;

const CONDITIONAL = { estimate: conditionalOddsRatio, undefinedBy: "no-variation" } as const;

/** The methods of each measure, its default first. */
const RECIPES: Readonly<Record<Measure, readonly [ComparisonRecipe, ...ComparisonRecipe[]]>> = {
  "risk-difference": [
    { ...DIFFERENCE, method: "newcombe", judge: newcombe, references: SOURCES.newcombe },
    { ...DIFFERENCE, method: "newcombe-cc", judge: newcombeCorrected, references: SOURCES["newcombe-cc"] },
    {
      ...DIFFERENCE,
      method: "miettinen-nurminen",
      judge: miettinenNurminenDifference,
      references: SOURCES["miettinen-nurminen"],
    },
    { ...DIFFERENCE, method: "mee", judge: mee, references: SOURCES.mee },
    { ...DIFFERENCE, method: "agresti-caffo", judge: agrestiCaffo, references: SOURCES["agresti-caffo"] },
    { ...DIFFERENCE, method: "wald", judge: waldDifference, references: SOURCES["wald-difference"] },
  ],
  "risk-ratio": [
    {
      ...RATIO,
      method: "miettinen-nurminen",
      judge: miettinenNurminenRatio,
      references: SOURCES["miettinen-nurminen"],
    },
    { ...RATIO, method: "koopman", judge: koopman, references: SOURCES.koopman },
    { ...RATIO, method: "katz", judge: katz, references: SOURCES.katz },
  ],
  "odds-ratio": [
    {
      ...ODDS_RATIO,
      method: "miettinen-nurminen",
      judge: miettinenNurminenOddsRatio,
      references: SOURCES["miettinen-nurminen"],
    },
    { ...ODDS_RATIO, method: "woolf", judge: woolf, references: SOURCES.woolf },
    {
      ...CONDITIONAL,
      method: "conditional-exact",
      judge: conditionalExact,
      references: SOURCES["conditional-exact"],
    },
    { ...CONDITIONAL, method: "mid-p", judge: conditionalMidP, references: SOURCES["mid-p-odds-ratio"] },
  ],
};

/**
 * The recipe of a measure by the name of its method, or the measure's default.
 *
 * @throws CompetitionError `impossible-option` for a name that the measure doesn't know.
 */
export function recipeOf(measure: Measure, method: ComparisonMethod | undefined): ComparisonRecipe {
  const recipes = RECIPES[measure];
  const chosen = method === undefined ? recipes[0] : recipes.find((recipe) => recipe.method === method);
  if (chosen !== undefined) return chosen;
  throw competitionError({
    code: "impossible-option",
    path: "compareProportions.method",
    received: method,
    expected: `a method of the ${measure}: ${recipes.map((recipe) => recipe.method).join(", ")}`,
  });
}
