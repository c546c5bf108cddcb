import type { Criterion, Leaving, LeavingTreatment, StateSelector } from "../../../src/outcomes/index.js";
import type { Life, Terms } from "./life.js";

/** Whether a day counts; `undefined` where nobody can see it. */
export type Sight = (day: number) => boolean | undefined;

/** From when on no day counts any more, and from when on nobody sees, as known on an evening. */
export interface Leavings {
  readonly endsOn: number;
  readonly endsBy: "gone" | "competing-event";
  readonly hiddenOn: number;
  readonly hiddenBy: "left-observation" | "not-assessable";
}

const DEFAULTS: Readonly<Record<Leaving, LeavingTreatment>> = {
  dead: "failure",
  emigrated: "failure",
  pension: "failure",
  moved: "not-assessable",
};

/** What the ways of leaving that have happened by today mean under a criterion. */
export function leavingsOf(life: Life, { criterion, vocabulary }: Terms, today: number): Leavings {
  const found: { on: number; leaving: Leaving; treatment: LeavingTreatment }[] = [];
  for (const leaving of ["dead", "emigrated", "pension", "moved"] as const) {
    const on = firstDayIn(life, [leaving], vocabulary, today);
    if (on === undefined) continue;
    found.push({ on, leaving, treatment: criterion.leaving?.[leaving] ?? DEFAULTS[leaving] });
  }
  found.sort((a, b) => a.on - b.on);
  const end = found.find(({ treatment }) => treatment === "failure" || treatment === "competing-event");
  const hidden = found.find(({ treatment }) => treatment === "not-assessable");
  return {
    endsOn: end?.on ?? Infinity,
    endsBy: end?.treatment === "competing-event" ? "competing-event" : "gone",
    hiddenOn: hidden?.on ?? Infinity,
    hiddenBy: hidden?.leaving === "moved" ? "left-observation" : "not-assessable",
  };
}

/** The first day from the referral to today in a state with one of the properties. */
export function firstDayIn(
  life: Life,
  properties: readonly string[],
  vocabulary: Terms["vocabulary"],
  today: number,
): number | undefined {
  const days = life.spells
    .filter(({ state }) => vocabulary[state]?.some((property) => properties.includes(property)) === true)
    .filter(({ first, last }) => last >= life.referral && first <= today)
    .map(({ first }) => Math.max(first, life.referral));
  return days.length === 0 || today < life.referral ? undefined : Math.min(...days);
}

/** What is seen of each day on an evening. */
export function sightOf(life: Life, terms: Terms, today: number): Sight {
  const { endsOn, hiddenOn } = leavingsOf(life, terms, today);
  const lastSeen = Math.min(today, hiddenOn - 1);
  const remembered = memory(life, terms.criterion);
  return (day) => {
    if (day >= endsOn) return false;
    if (day < life.coveredFrom || day > lastSeen) return undefined;
    const place = day - life.referral + MOST_BEFORE;
    const known = remembered[place];
    if (known === COUNTS || known === DOES_NOT) return known === COUNTS;
    const counts = isCounting(life, terms, day);
    remembered[place] = counts ? COUNTS : DOES_NOT;
    return counts;
  };
}

const [COUNTS, DOES_NOT] = [1, 2];
/** Days before the referral and in all that are remembered. */
const [MOST_BEFORE, MOST_DAYS] = [100, 1200];
const memories = new WeakMap<Life, WeakMap<Criterion, Uint8Array>>();

/** Days that were looked at on another evening. */
function memory(life: Life, criterion: Criterion): Uint8Array {
  const byCriterion = memories.get(life) ?? new WeakMap<Criterion, Uint8Array>();
  const days = byCriterion.get(criterion) ?? new Uint8Array(MOST_DAYS);
  memories.set(life, byCriterion);
  byCriterion.set(criterion, days);
  return days;
}

function isCounting(life: Life, { criterion, vocabulary }: Terms, day: number): boolean {
  const states = statesOn(life, day);
  const inAny = (selector: StateSelector): boolean =>
    states.some((state) => isSelected(state, selector, vocabulary));
  if (criterion.states !== undefined && !inAny(criterion.states)) return false;
  return criterion.without === undefined || !inAny(criterion.without);
}

export function statesOn(life: Life, day: number): string[] {
  return life.spells.filter(({ first, last }) => first <= day && day <= last).map(({ state }) => state);
}

export function isSelected(state: string, selector: StateSelector, vocabulary: Terms["vocabulary"]): boolean {
  if (selector.except?.includes(state) === true) return false;
  return (
    selector.states?.includes(state) === true ||
    selector.having?.some((property) => vocabulary[state]?.includes(property)) === true
  );
}
