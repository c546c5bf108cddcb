import type { Ledger } from "../allocation/index.js";
import { competitionError, parseDay, resolveOptions, type OptionRules } from "../core/index.js";
import type { Histories } from "../histories/index.js";
import type { TableInput } from "../tables/index.js";
import type { Course, OutcomesProtocol } from "./types.js";

/** What outcomes are derived from. */
export interface OutcomesInput {
  readonly protocol: OutcomesProtocol;
  readonly ledger: Ledger;
  /** Rows of the arms' courses, plain or as `parseCourses` gives them. */
  readonly courses: TableInput<Course>;
  readonly histories: Histories;
  /** ISO date: the last day taken as known. Not after `histories.observedUntil`. */
  readonly asOf: string;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const hasKind =
  (kind: string) =>
  (value: unknown): boolean =>
    isObject(value) && "kind" in value && value.kind === kind;

const RULES: OptionRules<OutcomesInput> = {
  protocol: { expected: "a protocol, as defineProtocol gives it", accepts: isObject },
  ledger: { expected: "a ledger, as openLedger gives it", accepts: hasKind("ledger") },
  courses: { expected: "courses, as parseCourses gives them, or their rows", accepts: isObject },
  histories: { expected: "histories, as deriveHistories gives them", accepts: hasKind("histories") },
  asOf: { expected: "a day as YYYY-MM-DD", accepts: (value) => typeof value === "string" },
};

/**
 * The inputs, each of its kind, all there, and fitting together.
 *
 * @throws CompetitionError `missing-option`, `unknown-option`, `impossible-option`, `impossible-date`,
 * `as-of-after-observed`, `partial-ledger`.
 */
export function checkedInput(input: OutcomesInput): OutcomesInput {
  const { values } = resolveOptions<OutcomesInput>("deriveOutcomes", input, RULES);
  for (const [name, { expected }] of Object.entries(RULES)) {
    if (name in values) continue;
    throw competitionError({
      code: "missing-option",
      path: `deriveOutcomes.${name}`,
      received: undefined,
      expected,
    });
  }
  const { ledger, histories, asOf } = values;
  const last = parseDay(histories.observedUntil, "histories.observedUntil");
  if (parseDay(asOf, "deriveOutcomes.asOf") > last) {
    throw competitionError({
      code: "as-of-after-observed",
      path: "deriveOutcomes.asOf",
      received: asOf,
      expected: `a day up to ${histories.observedUntil}, the last that the histories cover`,
    });
  }
  if (ledger.since > 0) {
    throw competitionError({
      code: "partial-ledger",
      path: "deriveOutcomes.ledger",
      received: `a ledger that goes on from a checkpoint, without its first ${ledger.since} lines`,
      expected: "a ledger with all its lines",
      hint: "Open the whole ledger with openLedger(protocol, records).",
    });
  }
  return values;
}
