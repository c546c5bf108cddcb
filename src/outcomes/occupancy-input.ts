import type { Ledger } from "../allocation/index.js";
import {
  competitionError,
  nearestWord,
  oneOf,
  parseDay,
  resolveOptions,
  type Day,
  type OptionRules,
  type Resolution,
} from "../core/index.js";
import type { TableInput } from "../tables/index.js";
import type { OccupancyData, OccupancyGuarantee } from "./occupancy-types.js";
import type { Course, OutcomesProtocol } from "./types.js";

/** What an occupancy is counted from. */
export interface OccupancyInput {
  readonly protocol: Pick<OutcomesProtocol, "digest" | "arms" | "course">;
  readonly ledger: Ledger;
  /** Rows of the arms' courses, plain or as `parseCourses` gives them. */
  readonly courses: TableInput<Course>;
  /** ISO date: the last day taken as known. */
  readonly asOf: string;
  /** What is guaranteed; by default what the protocol declares in `course.guarantees`. */
  readonly guarantees?: readonly OccupancyGuarantee[] | undefined;
  /** Which years: twelve months each from the ledger's opening (the default), or those of the calendar. */
  readonly year?: OccupancyData["year"] | undefined;
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

const RULES: OptionRules<OccupancyInput> = {
  protocol: { expected: "a protocol, as defineProtocol gives it", accepts: isObject },
  ledger: { expected: "a ledger, as openLedger gives it", accepts: isObject },
  courses: { expected: "courses, as parseCourses gives them, or their rows", accepts: isObject },
  asOf: { expected: "a day as YYYY-MM-DD", accepts: (value) => typeof value === "string" },
  guarantees: { expected: "a list of guarantees", accepts: Array.isArray },
  year: oneOf(["agreement-year", "calendar-year"]),
};

/** The inputs, all there, with the guarantees that hold and the days that the count is of. */
export interface CheckedOccupancyInput extends OccupancyInput {
  readonly guarantees: readonly OccupancyGuarantee[];
  readonly year: OccupancyData["year"];
  readonly openedOn: Day;
  /** The first day after `asOf`. */
  readonly end: Day;
  readonly record: Resolution<OccupancyInput>["record"];
}

/**
 * @throws CompetitionError `missing-option`, `unknown-option`, `impossible-option`, `impossible-date`,
 * `as-of-before-opening`, `unknown-arm`, `impossible-guarantee`.
 */
export function checkedOccupancyInput(input: OccupancyInput): CheckedOccupancyInput {
  const { values, record } = resolveOptions<OccupancyInput>("occupancy", input, RULES);
  for (const name of ["protocol", "ledger", "courses", "asOf"] as const) {
    if (values[name] !== undefined) continue;
    throw competitionError({
      code: "missing-option",
      path: `occupancy.${name}`,
      received: undefined,
      expected: RULES[name].expected,
    });
  }
  const { protocol, ledger, asOf, year = "agreement-year" } = values;
  const opened = ledger.opening.date;
  const openedOn = parseDay(opened, "ledger.opening.date");
  const end = parseDay(asOf, "occupancy.asOf") + 1;
  if (end <= openedOn) {
    throw competitionError({
      code: "as-of-before-opening",
      path: "occupancy.asOf",
      received: asOf,
      expected: `a day from ${opened}, when the ledger was opened`,
    });
  }
  const guarantees = values.guarantees ?? protocol.course.guarantees ?? [];
  checkGuarantees(
    guarantees,
    protocol.arms.map(({ id }) => id),
  );
  const source = values.guarantees === undefined ? "derived" : "given";
  return {
    ...values,
    guarantees,
    year,
    openedOn,
    end,
    record: {
      asOf: { value: asOf, source: "given" },
      year: record["year"] ?? { value: year, source: "default" },
      guarantees: { value: guarantees, source },
    },
  };
}

function checkGuarantees(guarantees: readonly OccupancyGuarantee[], arms: readonly string[]): void {
  for (const [index, { arm, least = 0, most = Infinity, weeksPerYear = 53 }] of guarantees.entries()) {
    const path = `occupancy.guarantees[${index}]`;
    if (!arms.includes(arm)) throw unknownArm(`${path}.arm`, arm, arms);
    const fits = [
      [least >= 0 && least < Infinity && least <= most, "least", least, "a number from 0, no more than most"],
      [
        Number.isInteger(weeksPerYear) && weeksPerYear >= 1 && weeksPerYear <= 53,
        "weeksPerYear",
        weeksPerYear,
        "a whole number from 1 to 53",
      ],
      [guarantees.findIndex((each) => each.arm === arm) === index, "arm", arm, "one guarantee for an arm"],
    ] as const;
    for (const [good, field, received, expected] of fits) {
      if (good) continue;
      throw competitionError({ code: "impossible-guarantee", path: `${path}.${field}`, received, expected });
    }
  }
}

function unknownArm(path: string, received: string, arms: readonly string[]): Error {
  const near = nearestWord(received, arms);
  return competitionError({
    code: "unknown-arm",
    path,
    received,
    expected: `one of ${arms.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
