import {
  competitionError,
  fastStream,
  jsonCopy,
  provenanceOf,
  resolveOptions,
  type GivenOptions,
  type Notice,
  type OptionRule,
  type OptionRules,
} from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { courseOf, type Intake } from "./assessment/course.js";
import { assessmentFace } from "./assessment/face.js";
import { scenariosOf } from "./assessment/scenarios.js";
import { imbalanceOf, meanOf, type Sample } from "./assessment/summary.js";
import type { Course } from "./assessment/tally.js";
import type { Assessment, AssessmentData } from "./assessment/types.js";
import { choosing, everyPossibility } from "./chance.js";
import { declaredPlan, type Declared, type DeclaredPlan } from "./declared.js";
import { procedureOf } from "./designs/table.js";
import { weightsOf } from "./designs/weights.js";
import type { Design } from "./types.js";

export interface AssessOptions {
  /** How many citizens are referred, from 1 to 5000. */
  readonly citizens: number;
  /** How many are drawn together; asked of designs that draw batches. */
  readonly perBatch?: number;
  /** Number of strata, into which citizens fall with equal chances; 1 by default. */
  readonly strata?: number;
  /** Number of levels of each factor of a minimization, into which citizens fall with equal chances; 2 by default. */
  readonly levels?: Readonly<Record<string, number>>;
  /** Arms of a design that has no weights (alternation). */
  readonly arms?: readonly string[];
  /** Probability of success in either arm, 0.5 by default. */
  readonly rate: number;
  /** Change of that probability over the intake, 0.2 by default: from 0.4 to 0.6 in a straight line or in one step. */
  readonly trend: number;
  /** Difference in that probability between citizens whom someone who guesses refers when the favored arm is expected, and others; 0.2 by default. */
  readonly steering: number;
  /** Sequences to simulate where there are too many to enumerate, 1000 by default. */
  readonly times: number;
  /** Asked where there are too many sequences to enumerate. */
  readonly seed?: string | number;
}

/**
 * What a design promises before it is used: how far apart the numbers of the arms may come, how well
 * someone guesses the next arm who sees the earlier ones, and what a change over time, or someone who
 * guesses and refers accordingly, does to a comparison of the arms.
 *
 * Imbalance is max_k(n_k − n·w_k/W) − min_k(n_k − n·w_k/W), with two equal arms |n₁ − n₂|. Guesses are
 * those of Blackwell and Hodges' convergence strategy within the citizen's stratum (the arm furthest
 * behind its share), and the best that there are (the arm of the largest probability given the earlier
 * draws); within a batch nothing of it is seen. Scenarios are without any effect of the arms: success of
 * the nth of N citizens has probability `rate` + `trend`·((n − ½)/N − ½) or, in one step, ± `trend`/2, or
 * ± `steering`/2 where the favored arm (the comparator) is expected, or another one; where an arm stays
 * empty there is no comparison. The test is the pooled test of two proportions at 5 %, two-sided.
 *
 * All sequences are enumerated where there are at most 20,000; else `times` are simulated (xoshiro128**
 * from `seed`), with the Monte Carlo error of each figure.
 *
 * @param design A design, or what has `arms` and `allocation`, as a protocol. Of a plan the design
 * counts; quotas and households are left out, with a notice.
 * @throws CompetitionError `impossible-design`, `impossible-option`, `citizens-required`,
 * `batch-size-required`, `seed-required`.
 * @example
 * const design = { kind: "permuted-block", weights: { own: 1, supplier: 1 }, sizes: [4] } as const;
 * assessDesign(design, { citizens: 8 }).guessing.convergence.value // 17/24: 17 of 24 guesses are right
 * @example
 * assessDesign({ kind: "alternation" }, { arms: ["own", "supplier"], citizens: 10 }).guessing.optimal.value // 0.95
 *
 * Sources: Blackwell and Hodges (1957), Annals of Mathematical Statistics 28:449,
 * doi:10.1214/aoms/1177706973; Rosenberger and Lachin (2016), Randomization in Clinical Trials, 2nd
 * edition, doi:10.1002/9781118742112; Uschner, Schindler, Hilgers and Heussen (2018), Journal of
 * Statistical Software 85(8), doi:10.18637/jss.v085.i08.
 */
export function assessDesign(
  design: Declared,
  options: GivenOptions<AssessOptions> & Pick<AssessOptions, "citizens">,
): Assessment {
  const { values, record } = resolveOptions<AssessOptions>(OPERATION, options, rules);
  const declared = declaredPlan(design, values.arms, OPERATION);
  checkAssumptions(values);
  const intake = intakeOf(declared, values);
  const sample = sampleOf(intake, values);
  const { plan, arms } = declared;
  const whole = intake.weights.reduce((sum, weight) => sum + weight, 0);
  const perCitizen = (of: (course: Course) => number): ReturnType<typeof meanOf> =>
    meanOf(sample, (course) => of(course) / intake.citizens);
  return assessment({
    kind: "assessment",
    method: sample.exact ? "enumeration" : "simulation",
    references: REFERENCES,
    notices: noticesOf(declared, intake),
    provenance: provenanceOf(OPERATION, record, { design: plan.design, arms }),
    design: jsonCopy(plan.design) as Design,
    arms: [...arms],
    citizens: intake.citizens,
    exact: sample.exact,
    sequences: sample.possibilities.length,
    imbalance: {
      final: imbalanceOf(sample, ({ final }) => final, whole),
      largest: imbalanceOf(sample, ({ largest }) => largest, whole),
    },
    guessing: {
      convergence: perCitizen(({ convergence }) => convergence),
      optimal: perCitizen(({ optimal }) => optimal),
      blind: Math.max(...intake.weights) / whole,
    },
    scenarios: scenariosOf(sample, arms, values),
  });
}

const OPERATION = "assessDesign";
const assessment: (data: AssessmentData) => Assessment = resultMaker<AssessmentData>(assessmentFace);

const REFERENCES: readonly string[] = [
  "Blackwell and Hodges (1957), doi:10.1214/aoms/1177706973",
  "Rosenberger and Lachin (2016), doi:10.1002/9781118742112",
  "Uschner, Schindler, Hilgers and Heussen (2018), doi:10.18637/jss.v085.i08",
];

const MOST_CITIZENS = 5000;

const MOST_ENUMERATED = 20_000;

const wholeFrom = (least: number, most: number): OptionRule<number> => ({
  expected: `a whole number from ${least} to ${most}`,
  accepts: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
});

const between = (least: number, standard: number): OptionRule<number> => ({
  default: standard,
  expected: `a number from ${least} to 1`,
  accepts: (value) => typeof value === "number" && value >= least && value <= 1,
});

const levelCount = wholeFrom(2, 1000);

const rules: OptionRules<AssessOptions> = {
  citizens: wholeFrom(1, MOST_CITIZENS),
  perBatch: wholeFrom(1, MOST_CITIZENS),
  strata: { ...wholeFrom(1, 1000), default: 1 },
  levels: {
    expected: "for each factor its number of levels, such as { sex: 2 }",
    accepts: (value) =>
      typeof value === "object" && value !== null && Object.values(value).every(levelCount.accepts),
  },
  arms: { expected: "the arms' ids", accepts: Array.isArray },
  rate: between(0, 0.5),
  trend: between(-1, 0.2),
  steering: between(-1, 0.2),
  times: { ...wholeFrom(100, 1_000_000), default: 1000 },
  seed: {
    expected: "a text or a number that can be written down",
    accepts: (value) => typeof value === "string" || typeof value === "number",
  },
};

function intakeOf({ plan, arms }: DeclaredPlan, options: AssessOptions): Intake {
  const { design } = plan;
  const { citizens, perBatch, strata = 1, levels = {} } = options;
  if (citizens === undefined) throw missing("citizens", "how many citizens are referred");
  const procedure = procedureOf({ design, strata: [], referredAgain: "keep-arm" }, arms);
  if (procedure.draws === "batch" && perBatch === undefined) {
    throw missing("perBatch", `how many citizens ${design.kind} draws together`, "batch-size-required");
  }
  const numberOf = (factor: string): number => levels[factor] ?? plan.levels?.[factor]?.length ?? 2;
  return {
    procedure,
    arms,
    weights: "weights" in design ? weightsOf(design.weights, arms) : arms.map(() => 1),
    citizens,
    strata,
    perBatch: perBatch ?? 1,
    factors:
      design.kind === "minimization"
        ? Object.keys(design.factors).map((factor) => [factor, numberOf(factor)] as const)
        : [],
  };
}

/** Every course of the intake, or as many as are asked for. */
function sampleOf(intake: Intake, { times, seed }: AssessOptions): Sample<Course> {
  const all = everyPossibility((choose) => courseOf(intake, choose), MOST_ENUMERATED);
  if (all !== undefined) return { exact: true, possibilities: all };
  if (seed === undefined) throw missing("seed", "a seed, because there are too many sequences to enumerate");
  const choose = choosing(fastStream(seed, OPERATION));
  const possibilities = Array.from({ length: times }, () => ({
    value: courseOf(intake, choose),
    probability: 1 / times,
  }));
  return { exact: false, possibilities };
}

function checkAssumptions({ rate, trend, steering }: AssessOptions): void {
  for (const [name, change] of Object.entries({ trend, steering })) {
    const reach = Math.abs(change) / 2;
    if (rate - reach >= 0 && rate + reach <= 1) continue;
    throw competitionError({
      code: "impossible-option",
      path: `${OPERATION}.${name}`,
      received: change,
      expected: `a change that leaves probabilities between 0 and 1 around the rate of ${rate}`,
    });
  }
}

function noticesOf({ plan }: DeclaredPlan, { procedure }: Intake): readonly Notice[] {
  const left = [
    ...((plan.quotas ?? []).length > 0 ? ["quotas"] : []),
    ...(plan.unit === "household" ? ["households"] : []),
  ];
  return [
    ...(procedure.predictable ? [{ code: "predictable-design", severity: "caution" } as const] : []),
    ...(left.length > 0 ? [{ code: "left-out", severity: "caution", parts: left } as const] : []),
  ];
}

function missing(option: string, expected: string, code: string = `${option}-required`): Error {
  return competitionError({ code, path: `${OPERATION}.${option}`, expected });
}
