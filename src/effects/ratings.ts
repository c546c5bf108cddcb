import {
  competitionError,
  levelRule,
  nearestWord,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { standardizedRatio, welchTest } from "../inference/index.js";
import { requireOutcomes, type Outcomes } from "../outcomes/index.js";
import { isParsed, rowsGiven, sourceOf, type TableInput } from "../tables/index.js";
import { countedRatings } from "./ratingsCounted.js";
import { ratingsFace } from "./ratingsFace.js";
import type { Rating } from "./ratingsFile.js";
import { ratingsNotices } from "./ratingsNotices.js";
import type { ArmRatings, Ratings, RatingsData } from "./ratingsTypes.js";

interface RatingsOptions {
  /** Id of the arm that the others are compared with: the plan's `referenceArm`. */
  readonly referenceArm: string;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level: number;
}

const RULES: OptionRules<RatingsOptions> = {
  referenceArm: {
    expected: "the id of an arm",
    accepts: (value) => typeof value === "string" && value !== "",
  },
  level: levelRule,
};

const makeRatings: (data: RatingsData) => Ratings = resultMaker<RatingsData>(ratingsFace);

/**
 * How content were the citizens with each arm, and how often did they complain?
 *
 * The mean of the answers by arm, its difference to the reference arm by Welch's t-test, and complaints per 100
 * citizens allocated with Byar's interval. A citizen with a pseudonym counts in the arm that was drawn, by the last
 * answer; anonymous answers count in the arm that they name, each as one. Rows of citizens who weren't drawn, and those
 * dated before the referral (anonymous ones before anyone's), don't count: `ratings-not-drawn` and
 * `ratings-before-referral` say how many, and whose.
 *
 * Who answers is not drawn by lot: where few do, or an arm asks its own citizens, the answers may be kinder than the
 * citizens are. Notices say so (`survey-by-arm`, `surveyed-differently`, `few-answers`). The intervals take the answers
 * to be a random sample, and steps of the scale to be alike.
 *
 * @param ratings Rows of `parseRatings`; those after `asOf` don't exist.
 * @param options `referenceArm`; `level`, 0.95 by default.
 * @throws CompetitionError `unknown-arm`, `missing-option`, `unknown-option`, `impossible-option`.
 *
 * @example
 * compareRatings(outcomes, ratings, { referenceArm: "municipal" }).arms.map(({ name, mean }) => [name, mean]);
 * @example
 * compareRatings(outcomes, [], { referenceArm: "municipal" }).comparisons[0]?.difference.status; // "not-estimable"
 */
export function compareRatings(
  outcomes: Outcomes,
  ratings: TableInput<Rating>,
  options: { readonly referenceArm: string; readonly level?: number },
): Ratings {
  const { values, record } = resolveOptions<RatingsOptions>("compareRatings", options, RULES);
  const { referenceArm, level } = values;
  requireOutcomes(outcomes, "compareRatings");
  const ids = outcomes.protocol.arms.map(({ id }) => id);
  if (!ids.includes(referenceArm)) {
    throw unknownArm("compareRatings.options.referenceArm", referenceArm, ids);
  }
  const rows = rowsGiven("compareRatings.ratings", ratings, {
    expected: "ratings, as parseRatings gives them, or a list of them",
    hint: "Write parseRatings(await readFile(name), { name }).",
  });
  rows.forEach(({ arm }, index) => {
    if (!ids.includes(arm)) throw unknownArm(placeOf(ratings, index), arm, ids);
  });
  const drawn = new Map(outcomes.participants.map(({ citizen, arm }) => [citizen, arm]));
  const { rows: known, notices: uncounted } = countedRatings(rows, outcomes);
  const placed = known.map((row): Rating => ({ ...row, arm: drawnArm(row, drawn) }));
  const answers = lastAnswers(placed);
  const valuesOf = (arm: string): number[] =>
    answers.filter((row) => row.arm === arm).flatMap(({ value }) => value ?? []);
  const arms = outcomes.protocol.arms.map(({ id, name }): ArmRatings => {
    const own = placed.filter(({ arm }) => arm === id);
    const allocated = outcomes.participants.filter(({ arm }) => arm === id).length;
    const complained = own.filter(({ kind }) => kind === "complaint");
    const complaints = complained.reduce((sum, { value = 1 }) => sum + value, 0);
    return {
      arm: id,
      name,
      allocated,
      ...describe(valuesOf(id)),
      complaints,
      complaintsPerHundred: allocated === 0 ? null : perHundred(complaints, allocated, level),
      surveyedBy: askersOf(answers.filter(({ arm }) => arm === id)),
      complainedTo: askersOf(complained),
    };
  });
  const moved = known.filter((row, index) => row.arm !== placed[index]?.arm).length;
  const comparisons = ids
    .filter((id) => id !== referenceArm)
    .map((arm) => ({
      arm,
      reference: referenceArm,
      difference: welchTest(valuesOf(arm), valuesOf(referenceArm), { level }),
    }));
  return makeRatings({
    kind: "ratings",
    method: "welch",
    references: [...new Set(comparisons.flatMap(({ difference }) => difference.references))],
    notices: [...ratingsNotices(arms), ...uncounted, ...replaced(moved, placed, answers)],
    provenance: provenanceOf("compareRatings", record, {
      ratings: sourceOf(ratings),
      participants: outcomes.participants.length,
    }),
    asOf: outcomes.asOf,
    level,
    arms,
    comparisons,
  });
}

function askersOf(rows: readonly Rating[]): readonly string[] {
  return [...new Set(rows.map(({ surveyedBy }) => surveyedBy))].toSorted();
}

function drawnArm({ citizen, arm }: Rating, drawn: ReadonlyMap<string, string>): string {
  return citizen === undefined ? arm : (drawn.get(citizen) ?? arm);
}

/** Answers about satisfaction, of each citizen who is told apart the last one. */
function lastAnswers(rows: readonly Rating[]): readonly Rating[] {
  const answers = rows.filter(({ kind }) => kind === "satisfaction").toSorted(byDate);
  const last = new Map(answers.flatMap((row) => (row.citizen === undefined ? [] : [[row.citizen, row]])));
  return answers.filter((row) => row.citizen === undefined || last.get(row.citizen) === row);
}

function byDate(a: Rating, b: Rating): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

function describe(values: readonly number[]): Pick<ArmRatings, "answers" | "mean" | "lowest" | "highest"> {
  if (values.length === 0) return { answers: 0, mean: null, lowest: null, highest: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { answers: values.length, mean, lowest: Math.min(...values), highest: Math.max(...values) };
}

function perHundred(
  complaints: number,
  allocated: number,
  level: number,
): NonNullable<ArmRatings["complaintsPerHundred"]> {
  const { estimate, interval } = standardizedRatio(
    { observed: complaints, expected: allocated / 100 },
    { level },
  );
  return { estimate: estimate ?? 0, lower: interval.lower, upper: interval.upper };
}

/** What rows that count were not taken as they stand. */
function replaced(moved: number, placed: readonly Rating[], answers: readonly Rating[]): readonly Notice[] {
  const repeated = placed.filter(({ kind }) => kind === "satisfaction").length - answers.length;
  const counts = {
    "ratings-of-other-arm": moved,
    "ratings-repeated": repeated,
  };
  return Object.entries(counts)
    .filter(([, rows]) => rows > 0)
    .map(([code, count]): Notice => ({ code, severity: "info", count }));
}

/** Where a row is: in its file, or in what was given. */
function placeOf(ratings: TableInput<Rating>, index: number): string {
  return isParsed(ratings)
    ? `${ratings.source.name}, row ${ratings.rowNumber(index)}, column arm`
    : `compareRatings.ratings[${index}].arm`;
}

function unknownArm(path: string, received: string, known: readonly string[]): Error {
  const near = nearestWord(String(received), known);
  return competitionError({
    code: "unknown-arm",
    path,
    received,
    expected: `the id of an arm of the protocol: ${known.join(" or ")}`,
    hint: near === undefined ? "Write the arm's id as it stands in the protocol." : `Did you mean ${near}?`,
  });
}
