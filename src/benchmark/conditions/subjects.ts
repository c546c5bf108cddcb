import {
  competitionError,
  levelRule,
  nearestWord,
  oneOf,
  type OptionRule,
  type OptionRules,
} from "../../core/index.js";
import { checkAlike, rowsOfBenefit, rowsOfOne } from "../alike.js";
import { municipalityKey, sameMunicipality } from "../names.js";
import { areaKind } from "../register/areas.js";
import type { MunicipalityRow } from "../types.js";
import type { Subject } from "./models.js";
import type { ConditionsOptions } from "./types.js";

/** The options with their defaults. */
export type ConditionsChoice = Omit<ConditionsOptions, "model" | "level"> & {
  readonly model: "logistic" | "linear";
  readonly level: number;
};

const text: OptionRule<string> = {
  expected: "a text",
  accepts: (value) => typeof value === "string" && value.trim() !== "",
};

export const RULES: OptionRules<ConditionsChoice> = {
  covariates: {
    expected: "names of framework conditions, at least one, each once",
    accepts: (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(text.accepts) &&
      new Set(value).size === value.length,
  },
  model: oneOf(["logistic", "linear"]),
  municipality: text,
  group: text,
  benefit: text,
  period: text,
  level: levelRule,
};

/** The operation, as errors name it. */
export const OPERATION = "expectedFromConditions";

/** The rows that are looked at, and as many of their municipalities as the model can take. */
export interface ConditionsSubjects {
  readonly rows: readonly MunicipalityRow[];
  readonly subjects: readonly Subject[];
  readonly leftOut: readonly string[];
}

/**
 * One subject a municipality of one period, group and measure; those without a value of every condition are left out.
 *
 * @throws CompetitionError `missing-option`, `unknown-period`, `unknown-group`, `unknown-benefit`, `several-measures`, `duplicate-row`,
 *   `unknown-covariate`, `unknown-municipality`, `not-measured`, `no-counts`, `too-few-municipalities`.
 */
export function subjectsOf(given: readonly MunicipalityRow[], choice: ConditionsChoice): ConditionsSubjects {
  const { covariates, model, municipality, period, group, benefit } = choice;
  const municipalities = given.filter((row) => areaKind(row.municipality) === undefined);
  const ofBenefit = rowsOfBenefit(municipalities, OPERATION, benefit);
  const ofPeriod = rowsOfOne(ofBenefit, { operation: OPERATION, option: "period" }, period);
  const rows = rowsOfOne(ofPeriod, { operation: OPERATION, option: "group" }, group);
  checkAlike(OPERATION, rows);
  checkNames(rows, choice);
  const complete = rows.filter((row) => covariates.every((name) => row.covariates?.[name] !== undefined));
  const leftOut = rows.filter((row) => !complete.includes(row)).map((row) => row.municipality);
  const own = leftOut.find((name) => municipality !== undefined && sameMunicipality(name, municipality));
  if (own !== undefined)
    throw impossible("not-measured", "municipality", own, "a municipality with a value of every condition");
  const subjects = complete.map((row) => subjectOf(row, covariates, model));
  const fewest = covariates.length + 3;
  if (subjects.length >= fewest) return { rows, subjects, leftOut };
  const wanted = `at least ${fewest} municipalities with a value of every condition`;
  throw impossible("too-few-municipalities", "municipalities", subjects.length, wanted);
}

function checkNames(rows: readonly MunicipalityRow[], { covariates, municipality }: ConditionsChoice): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = municipalityKey(row.municipality);
    if (seen.has(key))
      throw impossible("duplicate-row", "municipalities", row.municipality, "one row a municipality");
    seen.add(key);
  }
  const known = [...new Set(rows.flatMap((row) => Object.keys(row.covariates ?? {})))];
  const stranger = covariates.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    const wanted = known.length === 0 ? "rows with framework conditions" : `one of ${known.join(", ")}`;
    throw impossible("unknown-covariate", "covariates", stranger, wanted, nearestWord(stranger, known));
  }
  if (municipality === undefined || seen.has(municipalityKey(municipality))) return;
  const near = nearestWord(
    municipality,
    rows.map((row) => row.municipality),
  );
  throw impossible("unknown-municipality", "municipality", municipality, "a municipality of the rows", near);
}

function subjectOf(
  row: MunicipalityRow,
  covariates: readonly string[],
  model: ConditionsChoice["model"],
): Subject {
  const { municipality } = row;
  const values = covariates.map((name) => row.covariates?.[name] ?? NaN);
  if (row.figure === undefined || row.figure === "counts") {
    const { events, total } = row;
    if (total > 0) return { municipality, rate: events / total, count: { events, total }, values };
    throw impossible("no-counts", "municipalities", municipality, "a total above 0");
  }
  const rate = publishedRate(row);
  if (model === "linear" && rate !== undefined) return { municipality, rate, values };
  const wanted =
    model === "linear" ? "a rate or a share" : 'events and total; for rates and shares model: "linear"';
  throw impossible("no-counts", "municipalities", municipality, wanted);
}

/** The rate or share of a row without counts. */
function publishedRate(row: MunicipalityRow): number | undefined {
  if (row.figure === "rate") return row.rate;
  return row.figure === "expected" ? row.actualShare : undefined;
}

/** An error of this operation. */
export function impossible(
  code: string,
  part: string,
  received: unknown,
  expected: string,
  near?: string,
): Error {
  return competitionError({
    code,
    path: `${OPERATION}.${part}`,
    received,
    expected,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
