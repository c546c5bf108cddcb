import { comparing, type Comparison } from "./comparison.js";
import { definedIn, meanOf, type Sample } from "./summary.js";
import type { Course } from "./tally.js";
import type { ScenarioKind, ScenarioSummary } from "./types.js";

/** What is assumed of the citizens' success. */
export interface SuccessAssumptions {
  /** Probability of success in the middle. */
  readonly rate: number;
  /** Change of that probability from the beginning of the intake to its end. */
  readonly trend: number;
  /** Difference of that probability between citizens whom someone refers when the favored arm is expected, and others. */
  readonly steering: number;
}

const KINDS: readonly ScenarioKind[] = ["none", "linear-trend", "step-trend", "steering"];

/** Every scenario for every pair of arms, the later against the earlier. */
export function scenariosOf(
  sample: Sample<Course>,
  arms: readonly string[],
  assumptions: SuccessAssumptions,
): readonly ScenarioSummary[] {
  const compare = comparing();
  const pairs = arms.flatMap((_, later) =>
    Array.from({ length: later }, (__, earlier) => [later, earlier] as const),
  );
  return pairs.flatMap(([comparator, reference]) =>
    KINDS.map((scenario): ScenarioSummary => {
      const compared = definedIn(sample, (course) => {
        const successes = successesIn(course, comparator, scenario, assumptions);
        const of = (arm: number): readonly number[] => successes.filter((_, n) => course.arms[n] === arm);
        return compare(of(comparator), of(reference));
      });
      return {
        scenario,
        comparator: arms[comparator] ?? "",
        reference: arms[reference] ?? "",
        ...summaryOf(compared),
      };
    }),
  );
}

/** Each citizen's probability of success where someone favors an arm. */
function successesIn(
  { arms, guesses }: Course,
  favored: number,
  scenario: ScenarioKind,
  { rate, trend, steering }: SuccessAssumptions,
): readonly number[] {
  const length = arms.length;
  switch (scenario) {
    case "none":
      return arms.map(() => rate);
    case "linear-trend":
      return arms.map((_, n) => rate + trend * ((n + 0.5) / length - 0.5));
    case "step-trend":
      return arms.map((_, n) => rate + (trend / 2) * Math.sign(n + 0.5 - length / 2));
    case "steering":
      return guesses.map((guessed) => rate + (steering / 2) * leaning(guessed, favored));
  }
}

/** 1 where the favored arm is expected, −1 where another one is, 0 where it is one of several. */
function leaning(guessed: readonly number[], favored: number): number {
  if (!guessed.includes(favored)) return -1;
  return guessed.length === 1 ? 1 : 0;
}

function summaryOf(
  compared: Sample<Comparison>,
): Pick<ScenarioSummary, "bias" | "variance" | "meanSquaredError" | "typeIError"> {
  const bias = meanOf(compared, ({ difference }) => difference);
  return {
    bias,
    variance: meanOf(compared, ({ difference, variance }) => variance + (difference - bias.value) ** 2),
    meanSquaredError: meanOf(compared, ({ difference, variance }) => variance + difference ** 2),
    typeIError: meanOf(compared, ({ rejected }) => rejected),
  };
}
