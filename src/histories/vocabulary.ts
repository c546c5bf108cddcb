import { competitionError, deepFreeze, nearestWord } from "../core/index.js";
import type { StateProperty, StateVocabulary } from "./types.js";

/** Every property that a rule can ask for. */
export const stateProperties: readonly StateProperty[] = Object.freeze([
  "municipal-support",
  "state-support",
  "ordinary-employment",
  "part-time",
  "subsidized-employment",
  "fleksjob",
  "ordinary-education",
  "su-eligible",
  "qualifying-education",
  "practice",
  "pension",
  "dead",
  "emigrated",
  "moved",
]);

/**
 * The states of `spells.csv` that a protocol has unless it declares its own.
 *
 * Each line is a judgement. A criterion of a tender can make exceptions by a state's name, and a
 * protocol can replace the whole vocabulary.
 */
export const defaultStates: StateVocabulary = deepFreeze({
  "ordinary-work": ["ordinary-employment"],
  // Ordinary employment at fewer hours. Someone who also gets a benefit has a spell of that benefit beside it.
  "part-time-work": ["ordinary-employment", "part-time"],
  // Permanent work on special terms: neither ordinary nor subsidized for a time, and no benefit to its holder.
  "fleksjob": ["fleksjob"],

  // The municipality pays part of the wage: support, unless a criterion makes an exception by name.
  "wage-subsidy": ["subsidized-employment", "municipal-support"],
  // Unpaid work at an employer by someone who stays on a benefit.
  "practice": ["practice", "municipal-support"],

  // Education that gives a right to the state's grant (SU) and ends in a qualification, whether the grant is taken or not.
  "ordinary-education": ["ordinary-education", "su-eligible", "qualifying-education"],
  // Education under a contract with an employer. Tenders name it as education; its wage makes it no job of theirs, and
  // takes the place of the grant.
  "apprenticeship": ["ordinary-education", "qualifying-education"],

  "cash-assistance": ["municipal-support"],
  "education-assistance": ["municipal-support"],
  "sickness-benefit": ["municipal-support"],
  "unemployment-allowance": ["municipal-support"],
  "resource-program": ["municipal-support"],
  // Paid by the municipality, education under it included: what counts as ordinary has its own state.
  "revalidation": ["municipal-support"],
  "other-municipal": ["municipal-support"],

  // Insurance against unemployment, paid by a fund with the state behind it.
  "unemployment-benefit": ["state-support"],
  "other-state": ["state-support"],

  // Support too, so that whoever is on a pension isn't taken for self-supporting.
  "disability-pension": ["pension", "state-support"],
  "state-pension": ["pension", "state-support"],

  // What ends observation or the person: no support, and for that reason never a success by themselves.
  "emigrated": ["emigrated"],
  "moved": ["moved"],
  "dead": ["dead"],
} satisfies StateVocabulary);

/**
 * Tells whether a state has a property; a state that the vocabulary doesn't know has none.
 *
 * @example
 * hasProperty(defaultStates, "wage-subsidy", "municipal-support") // true
 * @example
 * hasProperty(defaultStates, "no-such-state", "pension") // false
 */
export function hasProperty(states: StateVocabulary, state: string, property: StateProperty): boolean {
  return Object.hasOwn(states, state) && states[state]?.includes(property) === true;
}

/** Whether a value is a vocabulary: at least one state, each with properties that exist. */
export function isVocabulary(value: unknown): value is StateVocabulary {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const properties = Object.values(value);
  return properties.length > 0 && properties.every((each) => Array.isArray(each) && each.every(isProperty));
}

function isProperty(value: unknown): boolean {
  return (stateProperties as readonly unknown[]).includes(value);
}

/** The error for a state that a vocabulary doesn't have, with the nearest that it has. */
export function unknownState(received: unknown, known: readonly string[], path: string): Error {
  const near = nearestWord(String(received), known);
  return competitionError({
    code: "unknown-state",
    path,
    received,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
