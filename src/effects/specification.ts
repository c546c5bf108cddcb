import { competitionError, oneOf, provenanceOf, resolveOptions, type OptionRules } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import {
  cohortOf,
  combinedReadings,
  countArm,
  deriveOutcomes,
  isContractOnly,
  lintCriterion,
  requireOutcomes,
  type CohortMember,
  type CombinedReading,
  type Criterion,
  type Outcome,
  type Outcomes,
} from "../outcomes/index.js";
import { decidingDifference } from "./difference.js";
import { pairBlocks, pairMembers } from "./pair.js";
import { resolveAnalysis, type ResolvedAnalysis } from "./plan.js";
import { specificationFace } from "./specificationFace.js";
import type {
  Flips,
  Specification,
  SpecificationData,
  SpecificationResult,
  SpecifiedComparison,
} from "./specificationTypes.js";
import type { AnalysisPlan, VerdictCode } from "./types.js";
import { verdictOf } from "./verdict.js";

export interface SpecificationOptions {
  /** Another criterion of the protocol; the plan's primary one by default. */
  readonly criterion?: string;
  /** The questions that are varied, as `lintCriterion` names them; all that the criterion leaves open by default. */
  readonly questions?: readonly string[];
  /** Every combination of answers (default), or each other answer by itself: much less work for many citizens. */
  readonly combinations?: "all" | "single";
}

type Filled = SpecificationOptions & Required<Pick<SpecificationOptions, "combinations">>;

const RULES: OptionRules<Filled> = {
  combinations: { ...oneOf(["all", "single"]), default: "all" },
  criterion: { expected: "an id", accepts: (value) => typeof value === "string" && value !== "" },
  questions: {
    expected: "an array of questions, as lintCriterion names them",
    accepts: (value) => Array.isArray(value) && value.every((each) => typeof each === "string"),
  },
};

/** So many combinations are tried at most: beyond it nobody could look at them. */
const MOST = 20_000;

/** So many criteria are derived at a time, for the sake of memory. */
const AT_A_TIME = 24;

const makeSpecification: (data: SpecificationData) => SpecificationResult =
  resultMaker<SpecificationData>(specificationFace);

/**
 * Does the conclusion hang on how the criterion is read? Derives every outcome anew by every combination of
 * defensible readings of what the criterion leaves open, and compares the arms by each.
 *
 * Each question that `lintCriterion` names has a default and other answers (`readings`). For every combination
 * of answers: how many citizens of each arm have another outcome than by the defaults, measured from the
 * referral and as the contract measures; the arms' rates; and for each arm against the reference arm the
 * difference that decides, its interval and its verdict, by the plan's level, margin and minimum. The readings
 * are not a sample: that most of them agree makes none of them right, and no interval covers them.
 *
 * Some questions act on the contract's own measure alone (`contractOnly`: when Hillerød's spell must begin, and what
 * someone is who never started). Each of their answers stands by itself, with whose contractual outcome it changes; it
 * has no comparison, and isn't among those that were tried: it couldn't have come to anything else.
 *
 * @param analysis The protocol's `analysis`.
 * @returns `specifications`, the one by all defaults first; `tried`: how many of them have a comparison;
 *   `sameConclusion`: how many of those have its verdicts, and `conclusions` the same for each arm.
 * @throws CompetitionError `unknown-criterion`, `unknown-option`, `impossible-option`, `unknown-question`,
 *   `too-many-combinations` beyond 20,000: name the `questions` that matter.
 *
 * @example
 * const { tried, sameConclusion } = specificationSensitivity(outcomes, protocol.analysis);
 * sameConclusion === tried; // the conclusion doesn't hang on how the criterion is read
 * @example
 * // A criterion that leaves nothing open has one reading.
 * specificationSensitivity(outcomes, analysis, { criterion: "all-said" }).specifications.length; // 1
 */
export function specificationSensitivity(
  outcomes: Outcomes,
  analysis: AnalysisPlan,
  options: SpecificationOptions = {},
): SpecificationResult {
  requireOutcomes(outcomes, "specificationSensitivity");
  const { values, record } = resolveOptions<Filled>("specificationSensitivity", options, RULES);
  const plan = resolveAnalysis(
    outcomes,
    analysis,
    values.criterion === undefined ? {} : { criterion: values.criterion },
  );
  const all = readingsOf(outcomes, plan.criterion, values.questions);
  checkQuestions(all, values.questions, plan.criterion.id);
  const combinations =
    values.combinations === "all" ? all : all.filter((each) => changedFrom(each, all[0]).length <= 1);
  if (combinations.length > MOST) throw tooMany(combinations.length);

  const standing = statusesOf(derivedBy(outcomes, combinations.slice(0, 1)), nameAt(0));
  const specifications: Specification[] = [];
  for (let first = 0; first < combinations.length; first += AT_A_TIME) {
    const some = combinations.slice(first, first + AT_A_TIME);
    const outcomesRead = derivedBy(outcomes, some);
    for (const [index, each] of some.entries()) {
      const changed = changedFrom(each, all[0]);
      const flips = flipsOf(outcomesRead, statusesOf(outcomesRead, nameAt(index)), standing);
      const { answers } = each;
      specifications.push(
        changed.some(isContractOnly)
          ? { answers, changed, flips: flips.map(ofContract), rates: [], comparisons: [] }
          : { answers, changed, flips, ...compared(outcomesRead, nameAt(index), plan) },
      );
    }
  }
  const tried = specifications.filter(({ changed }) => !changed.some(isContractOnly));
  const questions = questionsOf(specifications);
  return makeSpecification({
    kind: "specification",
    method: "every-combination",
    references: ["doi:10.1177/1745691616658637", "doi:10.1038/s41562-020-0912-z"],
    notices: [],
    provenance: provenanceOf(
      "specificationSensitivity",
      { ...plan.record, ...record },
      { outcomes: outcomes.provenance, combinations: combinations.length },
    ),
    criterion: plan.criterion.id,
    criterionName: plan.criterion.name,
    asOf: outcomes.asOf,
    arms: outcomes.protocol.arms.map(({ id, name }) => ({ id, name })),
    questions,
    contractOnly: questions.map(({ question }) => question).filter(isContractOnly),
    combinations: values.combinations,
    specifications,
    tried: tried.length,
    sameConclusion: tried.filter((each) => sameVerdicts(each, specifications[0])).length,
    conclusions: (specifications[0]?.comparisons ?? []).map(({ arm, reference, verdict }, index) => {
      const verdicts = tried.flatMap(({ comparisons }) => comparisons[index]?.verdict ?? []);
      const countOf = (of: VerdictCode): number => verdicts.filter((each) => each === of).length;
      const others = [...new Set(verdicts)].filter((each) => each !== verdict);
      return {
        arm,
        reference,
        same: countOf(verdict),
        others: others.map((each) => ({ verdict: each, count: countOf(each) })),
      };
    }),
  });
}

/** Every combination of answers that a comparison can depend on, and each answer that only the contract asks for. */
function readingsOf(
  { histories, protocol }: Outcomes,
  criterion: Criterion,
  asked: readonly string[] | undefined,
): readonly CombinedReading[] {
  const states = { ...histories.states, ...protocol.states };
  const varied = asked ?? [...new Set(lintCriterion(criterion, states).map(({ code }) => code))];
  const all = combinedReadings(
    criterion,
    varied.filter((code) => !isContractOnly(code)),
    states,
  );
  const alone = varied.filter(isContractOnly).map((code) => combinedReadings(criterion, [code], states));
  const byDefault = Object.assign({}, ...alone.map(([unchanged]) => unchanged?.answers)) as Answers;
  return [
    ...all.map((each) => ({ ...each, answers: { ...each.answers, ...byDefault } })),
    ...alone.flatMap(([, ...others]) =>
      others.map((each) => ({ ...each, answers: { ...all[0]?.answers, ...byDefault, ...each.answers } })),
    ),
  ];
}

type Answers = CombinedReading["answers"];

type Answered = Pick<Specification, "answers">;

/** The questions that two have other answers to. */
function changedFrom({ answers }: Answered, byDefault: Answered | undefined): readonly string[] {
  return Object.keys(answers).filter((question) => answers[question] !== byDefault?.answers[question]);
}

const nameAt = (index: number): string => `reading-${index}`;

/** The outcomes by some readings, each a criterion of its own. */
function derivedBy(outcomes: Outcomes, some: readonly CombinedReading[]): Outcomes {
  const { protocol, ledger, histories, asOf, participants } = outcomes;
  const criteria = some.map(({ criterion }, index) => ({ ...criterion, id: nameAt(index) }));
  const courses = participants.flatMap(({ course }) => course ?? []);
  return deriveOutcomes({ protocol: { ...protocol, criteria }, ledger, courses, histories, asOf });
}

interface Statuses {
  readonly referral: readonly Outcome["status"][];
  readonly contract: readonly Outcome["status"][];
}

function statusesOf(outcomes: Outcomes, criterion: string): Statuses {
  const of = (anchor: Outcome["anchor"]): readonly Outcome["status"][] =>
    outcomes.by(criterion, anchor).map(({ status }) => status);
  return { referral: of("referral"), contract: of("contract") };
}

/** Measured from the referral such an answer isn't looked at. */
const ofContract = (flips: Flips): Flips => ({ ...flips, referral: 0 });

function compared(
  outcomes: Outcomes,
  criterion: string,
  plan: ResolvedAnalysis,
): Pick<Specification, "rates" | "comparisons"> {
  const { members } = cohortOf(outcomes, criterion);
  return {
    rates: outcomes.protocol.arms.map(({ id }) => {
      const { success, failure } = countArm(members, id);
      return { arm: id, events: success, total: success + failure };
    }),
    comparisons: plan.comparators.map((arm) => comparisonOf(members, arm, plan)),
  };
}

function flipsOf(
  { protocol, participants }: Outcomes,
  read: Statuses,
  byDefault: Statuses,
): readonly Flips[] {
  const count = (arm: string, anchor: keyof Statuses): number =>
    participants.filter((each, index) => each.arm === arm && read[anchor][index] !== byDefault[anchor][index])
      .length;
  return protocol.arms.map(({ id }) => ({
    arm: id,
    referral: count(id, "referral"),
    contract: count(id, "contract"),
  }));
}

function comparisonOf(
  members: readonly CohortMember[],
  arm: string,
  plan: ResolvedAnalysis,
): SpecifiedComparison {
  const { referenceArm: reference, comparisonLevel, minimumMature, margin } = plan;
  const pair = pairMembers(members, arm, reference);
  const difference = decidingDifference(pair, pairBlocks(pair, arm, reference), arm, comparisonLevel);
  const mature = [countArm(pair, arm).mature, countArm(pair, reference).mature] as const;
  const verdict = verdictOf({ mature, minimumMature, interval: difference.interval, margin });
  const { estimate, interval } = difference;
  return { arm, reference, estimate, lower: interval.lower, upper: interval.upper, verdict };
}

function questionsOf(specifications: readonly Answered[]): SpecificationData["questions"] {
  const names = [...new Set(specifications.flatMap(({ answers }) => Object.keys(answers)))];
  return names.map((question) => ({
    question,
    readings: [...new Set(specifications.flatMap(({ answers }) => answers[question] ?? []))],
  }));
}

/** Whether every arm has the same verdict by both. */
function sameVerdicts(a: Specification, b: Specification | undefined): boolean {
  return a.comparisons.every(({ verdict }, index) => verdict === b?.comparisons[index]?.verdict);
}

function checkQuestions(
  combinations: readonly CombinedReading[],
  asked: readonly string[] | undefined,
  criterion: string,
): void {
  const open = Object.keys(combinations[0]?.answers ?? {});
  const stray = asked?.find((question) => !open.includes(question));
  if (stray === undefined) return;
  throw competitionError({
    code: "unknown-question",
    path: "specificationSensitivity.questions",
    received: stray,
    expected: `questions that the criterion ${criterion} leaves open, as lintCriterion names them`,
  });
}

function tooMany(received: number): Error {
  return competitionError({
    code: "too-many-combinations",
    path: "specificationSensitivity",
    received,
    expected: `at most ${MOST} combinations of readings`,
    hint: "Name the questions that matter in { questions }, or state in the criterion what is agreed.",
  });
}
