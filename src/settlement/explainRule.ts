import { competitionError } from "../core/index.js";
import type { Criterion } from "../outcomes/index.js";
import type { LineRule } from "./explainTypes.js";
import type { ArmTerms } from "./terms.js";
import type { LineItem } from "./types.js";

/** The term that a line follows, found by the place that the line names. */
export function ruleOf({ kind, term }: LineItem, terms: ArmTerms, criteria: readonly Criterion[]): LineRule {
  const position = Number(/\.\w+\[(\d+)\]/.exec(term)?.[1]);
  const criterionOf = (id: string | undefined): Criterion | undefined =>
    criteria.find((criterion) => criterion.id === id);
  switch (kind) {
    case "base":
      return { of: kind, base: there(terms.base, term) };
    case "late-start":
      return { of: kind, lateStart: there(terms.lateStart, term) };
    case "bonus": {
      const bonus = there(terms.bonuses[position], term);
      return { of: kind, bonus, criterion: there(criterionOf(bonus.criterion), term) };
    }
    case "clawback": {
      const bonus = there(terms.bonuses[position], term);
      return { of: kind, bonus, unless: there(criterionOf(bonus.clawback?.unless), term) };
    }
    case "cap":
      return { of: kind, cap: there(terms.caps?.[position], term) };
    case "minimum":
      return { of: kind, minimum: there(terms.minimums?.[position], term) };
  }
}

function there<Term>(found: Term | undefined, received: string): Term {
  if (found !== undefined) return found;
  throw competitionError({
    code: "unknown-line-item",
    path: "explainLineItem.item.term",
    received,
    expected: "the place of a term in the plan",
  });
}
