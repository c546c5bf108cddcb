import type { LedgerVerification } from "../allocation/index.js";
import type { Benchmark } from "../benchmark/index.js";
import {
  competitionError,
  isRecord,
  resolveOptions,
  type Notice,
  type OptionRule,
  type OptionRules,
  type Source,
} from "../core/index.js";
import type { CompareOptions, Effect, SpecificationResult } from "../effects/index.js";
import type { Outcomes } from "../outcomes/index.js";
import type { Protocol } from "../protocol/index.js";
import type { BesideParts } from "./beside/compose.js";
import type { SettledParts } from "./settled.js";

/** What a review is made of; all but the first two may be left out. */
export interface ReviewParts extends BesideParts, SettledParts {
  readonly protocol: Protocol;
  readonly outcomes: Outcomes;
  /** Effects by criterion; the protocol's primary and secondary ones are derived where none are given. */
  readonly effects?: readonly Effect[] | undefined;
  /** How effects are derived beside the plan: what was known before the draw, subgroups, replays. */
  readonly comparison?: Omit<CompareOptions, "criterion"> | undefined;
  /** The primary criterion by its other readings; derived where none is given. */
  readonly specification?: SpecificationResult | undefined;
  readonly benchmark?: Benchmark | undefined;
  /** What `verifyLedger` found. */
  readonly verification?: LedgerVerification | undefined;
  /** The files that the parts were read from, for the list of sources. */
  readonly sources?: readonly Source[] | undefined;
  /** What was noticed while they were read: an encoding, a column that isn't used, an assumption. */
  readonly notices?: readonly Notice[] | undefined;
}

/**
 * The parts, each of which is what it is meant to be, for callers whom no compiler tells.
 *
 * @throws CompetitionError `impossible-input` without protocol or outcomes, `unknown-option` for a part of another
 *   name, `impossible-option` for one that is something else.
 */
export function checkedParts(parts: ReviewParts): ReviewParts {
  const given: Partial<ReviewParts> | null | undefined = parts;
  for (const part of ["protocol", "outcomes"] as const) {
    if (given?.[part] !== undefined && RULES[part].accepts(given[part])) continue;
    throw competitionError({
      code: "impossible-input",
      path: `composeReview.${part}`,
      received: given?.[part],
      expected: RULES[part].expected,
      hint: "Write composeReview({ protocol, outcomes }).",
    });
  }
  return resolveOptions<ReviewParts>("composeReview", parts, RULES).values;
}

const RULES: OptionRules<ReviewParts> = {
  protocol: {
    expected: "a protocol, as parseProtocol gives it",
    accepts: (value) => isRecord(value) && isRecord(value["analysis"]) && typeof value["digest"] === "string",
  },
  outcomes: ofKind("outcomes", "outcomes, as deriveOutcomes gives them"),
  effects: {
    expected: "a list of effects, as compareArms gives them",
    accepts: (value) => Array.isArray(value) && value.every((each) => isOfKind(each, "effect")),
  },
  comparison: {
    expected: "options of compareArms: { baseline, subgroups, replay }",
    accepts: isRecord,
  },
  specification: ofKind("specification", "what specificationSensitivity gives"),
  benchmark: ofKind("benchmark", "a benchmark, as benchmarkArms gives it"),
  verification: ofKind("verification", "what verifyLedger gives"),
  sources: listOf("sources, as parsers give them"),
  notices: listOf("notices, as parsers give them"),
  ratings: {
    expected: "ratings, as parseRatings gives them, or their rows",
    accepts: (value) => Array.isArray(value) || (isRecord(value) && Array.isArray(value["rows"])),
  },
  trend: ofKind("trend", "a trend, as benchmarkTrend gives it"),
  claims: ofKind("reconciliation", "a reconciliation, as reconcileClaims gives it"),
  reported: ofKind("reported", "what compareReported gives"),
  command: listOf("the arguments of a command"),
  payment: {
    expected: "payment terms: { terms: [{ arm, base, bonuses }, …] }",
    accepts: (value) => isRecord(value) && Array.isArray(value["terms"]),
  },
  statement: ofKind("statement", "a statement, as settleAccounts gives it"),
  costs: ofKind("cost-effectiveness", "costs, as costEffectiveness gives them"),
  savedPerMonth: {
    expected: "an amount in whole øre",
    accepts: (value) => typeof value === "number",
  },
  expectedPayments: ofKind("expected-payments", "what expectedPayments gives"),
};

function ofKind<Value>(kind: string, expected: string): OptionRule<Value> {
  return { expected, accepts: (value) => isOfKind(value, kind) };
}

function listOf<Value>(items: string): OptionRule<Value> {
  return { expected: `a list of ${items}`, accepts: (value) => Array.isArray(value) };
}

function isOfKind(value: unknown, kind: string): boolean {
  return isRecord(value) && value["kind"] === kind;
}
