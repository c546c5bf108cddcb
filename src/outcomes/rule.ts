import { competitionError, type Span } from "../core/index.js";
import { hasProperty, type StateVocabulary } from "../histories/index.js";
import type { Criterion, StateSelector } from "./criterion.js";

/** A criterion made ready to look at days: its selectors as sets of states. */
export interface Rule {
  readonly criterion: Criterion;
  readonly counts?: ReadonlySet<string>;
  readonly excludes?: ReadonlySet<string>;
  /** How long after the longest course its outcome can still be decided. */
  readonly followUp: Span;
}

/**
 * Makes a criterion ready.
 *
 * @throws CompetitionError `impossible-criterion` for what no protocol lets pass: nothing that counts,
 * cumulative months from date to date, calendar months of one spell.
 */
export function ruleOf(criterion: Criterion, index: number, vocabulary: StateVocabulary): Rule {
  const { states, without, amount, continuity, window } = criterion;
  const path = `protocol.criteria[${index}]`;
  if (states === undefined && without === undefined) {
    throw impossible(path, criterion.id, "states that count, states that must be absent, or both");
  }
  if ("months" in amount && continuity === "cumulative") {
    throw impossible(`${path}.amount`, amount, "{ calendarMonths } with cumulative");
  }
  if ("calendarMonths" in amount && window.anchor === "referral") {
    throw impossible(`${path}.amount`, amount, "{ months } for one spell by its own first day");
  }
  return {
    criterion,
    ...(states === undefined ? {} : { counts: selected(states, vocabulary) }),
    ...(without === undefined ? {} : { excludes: selected(without, vocabulary) }),
    followUp: "length" in window ? window.length : { months: amountOf(criterion) },
  };
}

/** One day that doesn't count breaks a calendar month, unless the criterion says otherwise. */
export const DEFAULT_DAY_RULE: NonNullable<Criterion["dayRule"]> = "any-day";

/** How many months, of either kind. */
export function amountOf({ amount }: Criterion): number {
  return "months" in amount ? amount.months : amount.calendarMonths;
}

function impossible(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-criterion", path, received, expected });
}

/** The states named and those with one of the properties, except some. */
function selected(selector: StateSelector, vocabulary: StateVocabulary): ReadonlySet<string> {
  const { states = [], having = [], except = [] } = selector;
  const found = Object.keys(vocabulary).filter((state) =>
    having.some((property) => hasProperty(vocabulary, state, property)),
  );
  return new Set([...states, ...found].filter((state) => !except.includes(state)));
}
