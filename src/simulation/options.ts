import {
  competitionError,
  isRecord,
  readDay,
  requireObject,
  resolveOptions,
  type OptionRule,
  type OptionRules,
} from "../core/index.js";
import type { Protocol } from "../protocol/index.js";
import type { Assumptions } from "./assumptions.js";

/** What a synthetic competition follows from beside its protocol. */
export interface SimulationOptions {
  /** See {@link Assumptions}. */
  readonly assumptions: Assumptions;
  /** The same seed gives the same competition. */
  readonly seed: string | number;
}

/**
 * The options, whole, for callers whom no compiler tells what is wanted.
 *
 * @throws CompetitionError `impossible-input`, `seed-required`, `missing-option`, `unknown-option`, `impossible-option`;
 *   `stratum-unassumed`
 */
export function checkedOptions(protocol: Protocol, options: SimulationOptions): SimulationOptions {
  requireObject("simulateCompetition.protocol", protocol, {
    expected: "a protocol, as parseProtocol or defineProtocol gives it",
    hint: "Write simulateCompetition(tenders.fredericiaA, { assumptions, seed }).",
    accepts: ({ allocation, course }) => typeof allocation === "object" && typeof course === "object",
  });
  const { values } = resolveOptions<SimulationOptions>("simulateCompetition", options, RULES);
  if (values.seed === undefined) throw missing("seed-required", "seed", RULES.seed.expected);
  for (const [name, { expected }] of Object.entries(ASSUMED)) {
    const isThere = Object.hasOwn(values.assumptions ?? {}, name);
    if (!isThere && name !== "groupPace") throw missing("missing-option", `assumptions.${name}`, expected);
  }
  const path = "simulateCompetition.assumptions";
  const assumptions = resolveOptions<Assumptions>(path, values.assumptions, ASSUMED).values;
  for (const column of protocol.allocation.strata) {
    if (assumptions.strata[column] !== undefined) continue;
    throw missing("stratum-unassumed", `assumptions.strata.${column}`, ASSUMED.strata.expected);
  }
  return { ...values, assumptions };
}

function missing(code: string, path: string, expected: string): Error {
  return competitionError({ code, path: `simulateCompetition.${path}`, received: undefined, expected });
}

const dateRule: OptionRule<string> = {
  expected: "an ISO date, such as 2005-01-03",
  accepts: (value) => typeof value === "string" && readDay(value) !== undefined,
};

const numbersRule: OptionRule<Readonly<Record<string, number>>> = {
  expected: "percents by arm, such as { supplier: 110 }; {} where all are as usual",
  accepts: isRecord,
};

const ASSUMED: OptionRules<Assumptions> = {
  intakeFrom: dateRule,
  intakeUntil: dateRule,
  closedWeeks: {
    expected: "a list of numbers of ISO weeks",
    accepts: (value) => Array.isArray(value) && value.every((week) => Number.isInteger(week)),
  },
  perWeek: {
    expected: "two whole numbers, the fewest and the most in a week: [3, 8]",
    accepts: (value) =>
      Array.isArray(value) && value.length === 2 && value.every((count) => Number.isSafeInteger(count)),
  },
  strata: {
    expected: "the levels of each stratum with whole-number weights",
    accepts: (value) => isRecord(value) && Object.values(value).every(isRecord),
  },
  pace: numbersRule,
  groupPace: {
    expected: "percents by the levels of columns",
    accepts: (value) => isRecord(value) && Object.values(value).every(isRecord),
  },
  observedUntil: dateRule,
  peers: {
    expected: "a list of municipalities: { municipality, rate, total }",
    accepts: (value) => Array.isArray(value) && value.every(isRecord),
  },
};

const RULES: OptionRules<SimulationOptions> = {
  assumptions: { expected: `assumptions: ${Object.keys(ASSUMED).join(", ")}`, accepts: isRecord },
  seed: {
    expected: "a text or a number that can be written down",
    accepts: (value) =>
      (typeof value === "string" && value !== "") || (typeof value === "number" && Number.isFinite(value)),
  },
};
