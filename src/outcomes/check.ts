import { requireCriterion } from "./given.js";
import { nearestWord } from "../core/index.js";
import { amountOf, measureOf } from "./amount.js";
import type { Criterion, StateSelector } from "./criterion.js";

/** What of a criterion can't be meant, and where in it. */
export interface CriterionIssue {
  readonly code: string;
  /** The place inside the criterion, such as `without.except[0]`; empty for the whole of it. */
  readonly path: string;
  readonly received: unknown;
  readonly expected: string;
  readonly hint?: string;
}

/**
 * Finds everything in a criterion that contradicts something else in it or, where the names of the states
 * are given, refers to one that isn't there. Its shape is taken to be right.
 *
 * @param stateNames Every state that may be named; names aren't looked at where it is absent.
 * @returns issues with the codes `nothing-counts` (neither states nor without), `nothing-selected` (a selection
 * of no state), `undefined-state`, `contradiction` (options that can't be meant together), `declared-twice`
 * (a degree), `impossible-value` (an amount or a gap that is no whole number from 1); none for a criterion
 * that can be measured.
 *
 * @example
 * criterionIssues({ ...criterion, amount: { days: 90 }, dayRule: "most-days" });
 * // [{ code: "contradiction", path: "dayRule", received: "most-days", … }]
 * @example
 * criterionIssues(tenders.hillerod.criteria[0]); // []
 */
export function criterionIssues(
  criterion: Criterion,
  stateNames?: readonly string[],
): readonly CriterionIssue[] {
  requireCriterion(criterion, "criterionIssues");
  const { states, without, degrees = [] } = criterion;
  const ids = degrees.map(({ id }) => id);
  return [
    ...selectorIssues(states, "states", stateNames),
    ...selectorIssues(without, "without", stateNames),
    ...degrees.flatMap((degree, index) => [
      ...selectorIssues(degree.states, `degrees[${index}].states`, stateNames),
      ...selectorIssues(degree.without, `degrees[${index}].without`, stateNames),
    ]),
    ...(states === undefined && without === undefined
      ? [issue("nothing-counts", "", criterion.id, "states that count, states that must be absent, or both")]
      : []),
    ...excludedIssues(criterion),
    ...[...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) =>
      issue("declared-twice", "degrees", id, "each degree once"),
    ),
    ...degrees
      .slice(0, -1)
      .flatMap(({ id, states: own, without: none }, index) =>
        only(
          own === undefined && none === undefined ? id : undefined,
          false,
          `degrees[${index}]`,
          "days of its own, narrower than the criterion's, in every degree but the last",
        ),
      ),
    ...measureIssues(criterion),
    ...optionIssues(criterion),
  ];
}

function selectorIssues(
  selector: StateSelector | undefined,
  path: string,
  known: readonly string[] | undefined,
): readonly CriterionIssue[] {
  if (selector === undefined) return [];
  const { states = [], having = [], except = [] } = selector;
  const named = { states, except };
  const undefinedNames = (known === undefined ? [] : (["states", "except"] as const)).flatMap((part) =>
    named[part].flatMap((state, index) => undefinedState(state, known ?? [], `${path}.${part}[${index}]`)),
  );
  return having.length > 0 || states.some((state) => !except.includes(state))
    ? undefinedNames
    : [
        ...undefinedNames,
        issue("nothing-selected", path, selector, "at least one state, or one property in having"),
      ];
}

/** Named states that count and must be absent too: no day could be both. */
function excludedIssues({ states, without }: Criterion): readonly CriterionIssue[] {
  const { states: counting = [], having = [], except = [] } = states ?? {};
  const left = counting.filter((state) => !except.includes(state));
  const excluded = (without?.states ?? []).filter((state) => without?.except?.includes(state) !== true);
  const spared = (without?.except ?? []).length > 0;
  const impossible =
    left.every((state) => excluded.includes(state)) &&
    having.every((property) => !spared && without?.having?.includes(property) === true);
  return impossible && left.length + having.length > 0
    ? [issue("contradiction", "without.states", excluded, "not every state that counts")]
    : [];
}

function undefinedState(name: string, known: readonly string[], path: string): readonly CriterionIssue[] {
  if (known.includes(name)) return [];
  const near = nearestWord(name, known);
  const hint =
    near === undefined ? "Declare the state, or use one that is declared." : `Did you mean ${near}?`;
  return [issue("undefined-state", path, name, `one of ${known.join(", ")}`, hint)];
}

/** What of the amount and the options that belong to it can't be meant together. */
function measureIssues(criterion: Criterion): readonly CriterionIssue[] {
  const { amount, continuity, monthsCounted, dayRule, edges, gapTolerance } = criterion;
  const number = amountOf(criterion);
  if (!Number.isInteger(number) || number < 1) {
    return [
      issue("impossible-value", "amount", amount, "a whole number from 1, such as { calendarMonths: 4 }"),
    ];
  }
  const inMonths = "months" in amount || "calendarMonths" in amount;
  const byCells = measureOf(criterion).kind === "cells";
  const gap = gapTolerance?.days ?? 1;
  return [
    ...only(
      monthsCounted,
      inMonths && continuity === "cumulative",
      "monthsCounted",
      "cumulative months only",
    ),
    ...only(dayRule, byCells, "dayRule", "an amount in whole calendar months or ISO weeks beside it"),
    ...only(edges, byCells, "edges", "an amount in whole calendar months or ISO weeks beside it"),
    ...(Number.isInteger(gap) && gap >= 1
      ? []
      : [
          issue(
            "impossible-value",
            "gapTolerance.days",
            gap,
            "a whole number of days from 1; leave it out for none",
          ),
        ]),
  ];
}

/** What of the window and the other options can't be meant together. */
function optionIssues(criterion: Criterion): readonly CriterionIssue[] {
  const { window, edges, joining, states, payable } = criterion;
  const run = measureOf(criterion).kind === "run";
  const anchored = "length" in window && window.anchor !== "spell-start";
  const open = anchored && window.length === "open";
  const asksForSpell =
    ("spellBegins" in window && window.spellBegins !== undefined && window.spellBegins !== "any-time") ||
    ("spellEnds" in window && window.spellEnds === "any-time");
  return [
    ...(asksForSpell && !run
      ? [
          issue(
            "contradiction",
            "amount",
            criterion.amount,
            "consecutive { months } or { days }, since the window asks for one spell by its own days",
          ),
        ]
      : []),
    ...only(
      joining === "same-state" ? joining : undefined,
      states !== undefined,
      "joining",
      "states beside it",
    ),
    ...only(edges === "next" ? edges : undefined, anchored, "edges", "a window with a length beside it"),
    ...only(payable === "when-window-closes" ? payable : undefined, !open, "payable", "a window that closes"),
  ];
}

function only(value: unknown, allowed: boolean, path: string, expected: string): readonly CriterionIssue[] {
  return value === undefined || allowed ? [] : [issue("contradiction", path, value, expected)];
}

function issue(
  code: string,
  path: string,
  received: unknown,
  expected: string,
  hint?: string,
): CriterionIssue {
  return { code, path, received, expected, ...(hint === undefined ? {} : { hint }) };
}
