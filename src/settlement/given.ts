import { isRecord, requireObject, type Wanted } from "../core/index.js";

/**
 * Refuses what isn't what a function takes, by its name, so that a slip such as a missing `await` is one error that
 * says what to give instead of a failure somewhere inside.
 *
 * @param operation The function, with which the place begins.
 * @param given Values by what they are meant to be.
 * @param place Where the value stands, instead of `<operation>.<name>`.
 * @throws CompetitionError `impossible-input` for the first that isn't what it is meant to be.
 */
export function checkGiven(
  operation: string,
  given: Readonly<Partial<Record<GivenName, unknown>>>,
  place?: string,
): void {
  for (const [name, value] of Object.entries(given)) {
    requireObject(place ?? `${operation}.${name}`, value, WANTED[name as GivenName]);
  }
}

type GivenName =
  | "outcomes"
  | "statement"
  | "effect"
  | "costs"
  | "reconciliation"
  | "claims"
  | "claim"
  | "item"
  | "input"
  | "payment"
  | "terms"
  | "plans"
  | "protocol";

const WANTED: Readonly<Record<GivenName, Wanted>> = {
  outcomes: {
    expected: "outcomes, as deriveOutcomes gives them",
    hint: "Write deriveOutcomes({ protocol, ledger, courses, histories, asOf }).",
    accepts: ofKind("outcomes", "participants"),
  },
  statement: {
    expected: "a statement, as settleAccounts gives it",
    hint: "Write settleAccounts(outcomes, protocol.payment).",
    accepts: ofKind("statement", "items", "unpaid", "totals"),
  },
  effect: {
    expected: "an effect, as compareArms gives it",
    hint: "Write compareArms(outcomes, protocol.analysis).",
    accepts: ofKind("effect", "comparisons"),
  },
  costs: {
    expected: "costs, as costEffectiveness gives them",
    hint: "Write costEffectiveness({ outcomes, statement, effect }).",
    accepts: ofKind("cost-effectiveness", "arms", "comparisons"),
  },
  reconciliation: {
    expected: "a reconciliation, as reconcileClaims gives it",
    hint: "Write reconcileClaims(statement, claims, { arm }).",
    accepts: ofKind("reconciliation", "entries"),
  },
  claims: {
    expected: "claims, as parseClaims gives them, or their rows",
    hint: "Write parseClaims(await readFile(name), { name }).",
    accepts: (value) => Array.isArray(value) || Array.isArray(value["rows"]),
  },
  claim: {
    expected: "a claim with an item, a date and an amount in whole øre",
    hint: 'Write { citizen: "p1", item: "bonus", date: "2005-09-30", amount: 500_000 }.',
    accepts: ({ item }) => typeof item === "string",
  },
  item: {
    expected: "a line of a statement",
    hint: "Take the line from settleAccounts(outcomes, plan).items.",
    accepts: ({ term, amount }) => typeof term === "string" && typeof amount === "number",
  },
  input: {
    expected: "an object with the inputs by their names",
    hint: "Write the inputs in braces: { outcomes, … }.",
    accepts: (value) => !Array.isArray(value),
  },
  payment: {
    expected: "payment terms: { terms: [{ arm, base, bonuses }, …] }",
    hint: "Give protocol.payment, or what parsePayment reads.",
    accepts: ({ terms }) => Array.isArray(terms),
  },
  terms: {
    expected: "the terms of an arm: { arm, bonuses: [{ criterion, amount }, …] }",
    hint: "An arm without bonuses has bonuses: [].",
    accepts: ({ arm, bonuses }) =>
      typeof arm === "string" && Array.isArray(bonuses) && bonuses.every((each) => isRecord(each)),
  },
  plans: {
    expected: "two plans of payment at least, by name",
    hint: 'Write compareTerms(outcomes, { contract: protocol.payment, "bonus only": bonusOnly }).',
    accepts: (value) => !Array.isArray(value),
  },
  protocol: {
    expected: "a protocol, as defineProtocol gives it",
    hint: "Write parseProtocol(await readFile(name), { name }).",
    accepts: ({ arms, criteria, course }) =>
      Array.isArray(arms) && Array.isArray(criteria) && isRecord(course),
  },
};

/** A result of a kind with its lists. */
function ofKind(kind: string, ...lists: readonly string[]): Required<Wanted>["accepts"] {
  return (value) => value["kind"] === kind && lists.every((list) => Array.isArray(value[list]));
}
