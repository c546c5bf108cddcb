import {
  competitionError,
  levelRule,
  nearestWord,
  resolveOptions,
  type OptionRule,
  type OptionRules,
  type ResolvedOption,
} from "../core/index.js";
import { findCriterion, type Criterion, type Outcomes } from "../outcomes/index.js";
import type { TableInput } from "../tables/index.js";
import type { AnalysisPlan, BaselineRow, CompareOptions, Replay } from "./types.js";

/** What a comparison does, every choice made. */
export interface ResolvedAnalysis {
  readonly criterion: Criterion;
  readonly primary: boolean;
  /** Whether the plan names the criterion at all. */
  readonly planned: boolean;
  readonly referenceArm: string;
  /** The arms compared with the reference arm, in the protocol's order. */
  readonly comparators: readonly string[];
  readonly level: number;
  /** The level of each comparison: all of it with two arms, shared with more. */
  readonly comparisonLevel: number;
  readonly margin: number | null;
  readonly minimumMature: number;
  readonly replay: Replay | undefined;
  readonly baseline: TableInput<BaselineRow> | undefined;
  /** Subgroups that the plan names, and those that are asked for instead. */
  readonly subgroups: {
    readonly planned: readonly string[] | undefined;
    readonly asked: readonly string[] | undefined;
  };
  /** Columns of the baseline to adjust for; absent: all. */
  readonly covariates: readonly string[] | undefined;
  readonly record: Readonly<Record<string, ResolvedOption>>;
}

const word: OptionRule<string> = {
  expected: "an id",
  accepts: (value) => typeof value === "string" && value !== "",
};

const words: OptionRule<readonly string[]> = {
  expected: "an array of names of columns",
  accepts: (value) => Array.isArray(value) && value.every(word.accepts),
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const baselineRule: OptionRule<TableInput<BaselineRow>> = {
  expected: "rows with a citizen each, as parseReferrals gives them",
  accepts: (value) => {
    const rows: unknown = Array.isArray(value)
      ? value
      : isObject(value) && "rows" in value
        ? value.rows
        : undefined;
    return (
      Array.isArray(rows) &&
      rows.every((row: unknown) => isObject(row) && "citizen" in row && typeof row.citizen === "string")
    );
  },
};

const replayRule: OptionRule<Replay> = {
  expected: "{ times, seed }: a whole number from 1, and a text or a number",
  accepts: (value) =>
    isObject(value) &&
    "times" in value &&
    "seed" in value &&
    Number.isSafeInteger(value.times) &&
    Number(value.times) >= 1,
};

/** The plan with its defaults filled in. */
type FilledPlan = AnalysisPlan & { readonly level: number; readonly minimumMature: number };

const planRules: OptionRules<FilledPlan> = {
  primary: word,
  referenceArm: word,
  secondary: {
    expected: "an array of ids of criteria",
    accepts: (value) => Array.isArray(value) && value.every(word.accepts),
  },
  level: levelRule,
  subgroups: words,
  covariates: words,
  margin: {
    expected: "a proportion between 0 and 1, such as 0.05",
    accepts: (value) => typeof value === "number" && value > 0 && value < 1,
  },
  minimumMature: {
    default: 100,
    expected: "a whole number from 1",
    accepts: (value) => Number.isInteger(value) && Number(value) >= 1,
  },
};

/**
 * The analysis with every choice made and recorded with its source.
 *
 * With k arms each of the k − 1 comparisons gets the level 1 − (1 − level)/(k − 1) (Bonferroni), so
 * that all of them hold together at the plan's level.
 *
 * @throws CompetitionError `unknown-option`, `impossible-option`, `unknown-criterion`, `unknown-arm`.
 */
export function resolveAnalysis(
  outcomes: Outcomes,
  analysis: AnalysisPlan,
  options: CompareOptions,
): ResolvedAnalysis {
  const plan = resolveOptions<FilledPlan>("analysis", analysis, planRules);
  const asked = resolveOptions("compareArms", options, {
    criterion: word,
    replay: replayRule,
    baseline: baselineRule,
    subgroups: words,
  });
  const { primary, referenceArm, secondary = [], level, margin = null, minimumMature } = plan.values;

  const arms = outcomes.protocol.arms.map((arm) => arm.id);
  if (!arms.includes(referenceArm)) throw unknownArm(referenceArm, arms);
  const comparators = arms.filter((arm) => arm !== referenceArm);
  if (comparators.length === 0) throw loneArm(referenceArm);

  const criterion = findCriterion(outcomes, asked.values.criterion ?? primary);
  const comparisonLevel = comparators.length === 1 ? level : 1 - (1 - level) / comparators.length;
  return {
    criterion,
    primary: criterion.id === primary,
    planned: criterion.id === primary || secondary.includes(criterion.id),
    referenceArm,
    comparators,
    level,
    comparisonLevel,
    margin,
    minimumMature,
    replay: asked.values.replay,
    baseline: asked.values.baseline,
    subgroups: { planned: plan.values.subgroups, asked: asked.values.subgroups },
    covariates: plan.values.covariates,
    record: {
      ...plan.record,
      criterion: asked.record["criterion"] ?? { value: criterion.id, source: "derived" },
      ...(asked.record["replay"] === undefined ? {} : { replay: asked.record["replay"] }),
      ...(asked.record["subgroups"] === undefined ? {} : { subgroups: asked.record["subgroups"] }),
      comparisonLevel: { value: comparisonLevel, source: "derived" },
    },
  };
}

function unknownArm(received: unknown, known: readonly string[]): Error {
  const near = nearestWord(String(received), known);
  return competitionError({
    code: "unknown-arm",
    path: "analysis.referenceArm",
    received,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function loneArm(arm: string): Error {
  return competitionError({
    code: "nothing-to-compare",
    path: "outcomes.protocol.arms",
    received: [arm],
    expected: "at least two arms",
  });
}
