import type { Criterion, Degree, Outcome } from "../../../src/outcomes/index.js";
import { isoDate } from "./dates.js";
import type { Days, Life, Status, Terms } from "./life.js";
import { statusOn, whereabouts } from "./reference.js";
import { afterLongest, later } from "./spans.js";
import { comparisonWindow, withRunningOn } from "./windows.js";

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
export function outcomeOn(life: Life, terms: Terms, asOf: number): Expected {
  const { status, reason, window } = statusOn(life, terms, asOf);
  const certainOn = certainEvening(life, terms, asOf);
  const reachedOn = status === "success" ? certainOn : undefined;
  const windowTo = window === undefined || window.open === true ? undefined : isoDate(window.last);
  const degree = status === "success" ? degreeOn(life, terms, asOf) : {};
  return {
    status,
    reason,
    windowComplete: windowTo !== undefined && windowTo <= isoDate(asOf),
    mature: lastOfComparison(life, terms) <= asOf,
    ...(window === undefined ? {} : { windowFrom: isoDate(window.first) }),
    ...(windowTo === undefined ? {} : { windowTo }),
    ...(certainOn === undefined ? {} : { certainOn: isoDate(certainOn) }),
    ...(reachedOn === undefined ? {} : { reachedOn: isoDate(reachedOn) }),
    ...degree,
    ...payable(terms.criterion, reachedOn, windowTo),
    ...destination(life, terms, asOf, reachedOn ?? (windowTo === undefined ? undefined : window?.last)),
  };
}

const isDecided = ({ status }: Status): boolean => status === "success" || status === "failure";

/** The first evening on which the status is final; what is final stays so, so halves can be left out. */
function certainEvening(life: Life, terms: Terms, asOf: number): number | undefined {
  if (!isDecided(statusOn(life, terms, asOf))) return undefined;
  let [undecided, decided] = [life.referral - 1, asOf];
  while (decided - undecided > 1) {
    const between = Math.floor((undecided + decided) / 2);
    if (isDecided(statusOn(life, terms, between))) decided = between;
    else undecided = between;
  }
  return decided;
}

/** The highest degree reached, and the evening from which no higher one can be. */
function degreeOn(life: Life, terms: Terms, asOf: number): Partial<Expected> {
  const evenings: (number | undefined)[] = [];
  for (const degree of terms.criterion.degrees ?? []) {
    const narrower = { ...terms, criterion: narrowed(terms.criterion, degree) };
    const { status } = statusOn(life, narrower, asOf);
    evenings.push(certainEvening(life, narrower, asOf));
    if (status !== "success") continue;
    const known = evenings.filter((evening) => evening !== undefined);
    return {
      degree: degree.id,
      ...(known.length < evenings.length ? {} : { degreeCertainOn: isoDate(Math.max(...known)) }),
    };
  }
  return {};
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
  asOf: number,
  day: number | undefined,
): Pick<Expected, "destination"> {
  const found = day === undefined || day > asOf ? undefined : whereabouts(life, terms, day, asOf);
  return found === undefined ? {} : { destination: found };
}

/** The last day that the comparison may need, whoever it is. */
function lastOfComparison(life: Life, terms: Terms): number {
  const { window } = terms.criterion;
  if (window.anchor === "spell-start") {
    return later(afterLongest(terms.course, life.referral), window.length) - 1;
  }
  const days: Days = withRunningOn(terms.criterion, comparisonWindow(life, terms));
  return days.last;
}
