import type { Criterion, Degree, Outcome } from "../../../src/outcomes/index.js";
import { isoDate } from "./dates.js";
import type { Days, Life, Status, Terms } from "./life.js";
import { reachedIn, statusOn, whereabouts } from "./reference.js";
import { shownBy } from "./registers.js";
import { afterLongest, later } from "./spans.js";
import { comparisonWindow, toldEvening, withRunningOn } from "./windows.js";

/** Everything about an outcome that the reference has an opinion on. */
export type Expected = Pick<
  Outcome,
  | "status"
  | "reason"
  | "windowFrom"
  | "windowTo"
  | "windowComplete"
  | "mature"
  | "reachedOn"
  | "certainOn"
  | "degree"
  | "degreeCertainOn"
  | "payableOn"
  | "destination"
>;

/** The outcome of one citizen by one criterion, as it is known on the evening of `asOf`. */
export function outcomeOn(given: Life, terms: Terms, asOf: number): Expected {
  const life = shownBy(given, terms);
  const today = Math.min(asOf, life.coveredUntil);
  const { status, reason, window } = statusOn(life, terms, asOf);
  const certainOn = isDecided(status) ? certainEvening(life, terms, asOf) : undefined;
  const reachedOn = status === "success" ? reachedEvening(life, terms, asOf, certainOn) : undefined;
  const windowTo = window === undefined || window.open === true ? undefined : isoDate(window.last);
  const degree = status === "success" ? degreeOn(given, terms, asOf) : {};
  return {
    status,
    reason,
    windowComplete: windowTo !== undefined && windowTo <= isoDate(today),
    mature: lastOfComparison(life, terms, today) <= today,
    ...(window === undefined ? {} : { windowFrom: isoDate(window.first) }),
    ...(windowTo === undefined ? {} : { windowTo }),
    ...(certainOn === undefined ? {} : { certainOn: isoDate(certainOn) }),
    ...(reachedOn === undefined ? {} : { reachedOn: isoDate(reachedOn) }),
    ...degree,
    ...payable(terms.criterion, reachedOn, windowTo),
    ...destination(
      life,
      terms,
      { today, asOf },
      reachedOn ?? (windowTo === undefined ? undefined : window?.last),
    ),
  };
}

const isDecided = (status: Status["status"]): boolean => status === "success" || status === "failure";

/** The evenings up to `asOf` on which the status is final, one by one. */
export function decidedEvenings(life: Life, terms: Terms, asOf: number): number[] {
  const evenings: number[] = [];
  for (let evening = toldEvening(life, terms, asOf); evening <= asOf; evening++) {
    if (isDecided(statusOn(life, terms, evening).status)) evenings.push(evening);
  }
  return evenings;
}

/** The first of them, where the last is `asOf`: what is final stays so. */
export function certainEvening(life: Life, terms: Terms, asOf: number): number {
  const told = toldEvening(life, terms, asOf);
  return firstEvening(told, asOf, (evening) => isDecided(statusOn(life, terms, evening).status));
}

/** The evening on which the amount was there, in the window of which one may have been told later. */
function reachedEvening(life: Life, terms: Terms, asOf: number, certainOn = asOf): number {
  const isReached = reachedIn(life, terms, asOf);
  if (!isReached(certainOn - 1)) return certainOn;
  return firstEvening(life.referral, certainOn, isReached);
}

/** The first evening on which something holds that goes on to hold, so that halves can be left out. */
function firstEvening(from: number, by: number, holds: (evening: number) => boolean): number {
  let [before, evening] = [from - 1, by];
  while (evening - before > 1) {
    const between = Math.floor((before + evening) / 2);
    if (holds(between)) evening = between;
    else before = between;
  }
  return evening;
}

/** The highest degree reached, if any, and the evening from which no other one can be. */
function degreeOn(given: Life, terms: Terms, asOf: number): Partial<Expected> {
  const evenings: (number | undefined)[] = [];
  for (const degree of terms.criterion.degrees ?? []) {
    const narrower = { ...terms, criterion: narrowed(terms.criterion, degree) };
    const life = shownBy(given, narrower);
    const { status } = statusOn(life, narrower, asOf);
    evenings.push(isDecided(status) ? certainEvening(life, narrower, asOf) : undefined);
    if (status === "success") return { degree: degree.id, ...certainOf(evenings) };
  }
  return certainOf(evenings);
}

/** The last of the evenings, if all are known: from then on it is certain what became of each degree. */
function certainOf(evenings: readonly (number | undefined)[]): Partial<Expected> {
  const known = evenings.filter((evening) => evening !== undefined);
  return known.length === 0 || known.length < evenings.length
    ? {}
    : { degreeCertainOn: isoDate(Math.max(...known)) };
}

const remembered = new WeakMap<Degree, WeakMap<Criterion, Criterion>>();

/** The criterion with the days that a degree asks for. */
function narrowed(criterion: Criterion, degree: Degree): Criterion {
  const byCriterion = remembered.get(degree) ?? new WeakMap<Criterion, Criterion>();
  const { states = criterion.states, without = criterion.without } = degree;
  const found = byCriterion.get(criterion) ?? {
    ...criterion,
    ...(states === undefined ? {} : { states }),
    ...(without === undefined ? {} : { without }),
  };
  remembered.set(degree, byCriterion);
  byCriterion.set(criterion, found);
  return found;
}

function payable(
  criterion: Criterion,
  reachedOn: number | undefined,
  windowTo: string | undefined,
): { payableOn?: string } {
  if (reachedOn === undefined || criterion.payable === undefined) return {};
  if (criterion.payable === "when-reached") return { payableOn: isoDate(reachedOn) };
  return windowTo === undefined ? {} : { payableOn: windowTo };
}

/** Where someone was on the deciding day, once it has come. */
function destination(
  life: Life,
  terms: Terms,
  { today, asOf }: { readonly today: number; readonly asOf: number },
  day: number | undefined,
): Pick<Expected, "destination"> {
  const found = day === undefined || day > today ? undefined : whereabouts(life, terms, day, today, asOf);
  return found === undefined ? {} : { destination: found };
}

/** The last day that the comparison may need, whoever it is; none of a window without an end. */
function lastOfComparison(life: Life, terms: Terms, today: number): number {
  const { window } = terms.criterion;
  if (window.anchor === "spell-start") {
    return later(afterLongest(terms.course, life.referral), window.length) - 1;
  }
  const days: Days = withRunningOn(terms.criterion, comparisonWindow(life, terms, today));
  return days.open === true ? Infinity : days.last;
}
