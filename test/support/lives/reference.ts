import type { StateVocabulary } from "../../../src/histories/index.js";
import type {
  Anchor,
  Course,
  CourseTerms,
  Criterion,
  Destination,
  OutcomeReason,
  OutcomeStatus,
  StateSelector,
} from "../../../src/outcomes/index.js";
import { dayNumber, isFirstOfMonth, monthName, monthsLater } from "./dates.js";

// A slow and obvious reading of the rules, one day after the other, written from the words of the
// tenders and of the rules about them, not from src/outcomes. It judges one citizen by one criterion.

/** One citizen, days as numbers, first and last day inclusive. */
export interface Life {
  readonly referral: number;
  readonly stratum: Readonly<Record<string, string>>;
  readonly course: Course | undefined;
  readonly spells: readonly { readonly state: string; readonly first: number; readonly last: number }[];
  /** First day that the register covers. */
  readonly coveredFrom: number;
  /** Some record is there at all. */
  readonly recorded: boolean;
}

/** One criterion measured from one anchor. */
export interface Terms {
  readonly criterion: Criterion;
  readonly anchor: Anchor;
  readonly course: CourseTerms;
  readonly vocabulary: StateVocabulary;
}

/** First and last day. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

export interface Status {
  readonly status: OutcomeStatus;
  readonly reason: OutcomeReason;
  readonly window?: Days;
}

const GONE = ["dead", "emigrated", "pension"];

/** What can be said on the evening of a day. */
export function statusOn(life: Life, terms: Terms, today: number): Status {
  const { criterion, anchor } = terms;
  const { referral, course } = life;
  if (anchor === "referral" || criterion.window.anchor === "referral") {
    // The comparison is as long for everyone; the contract of Hillerød goes by the citizen's own longest course.
    const lastOfCourse = longest(terms.course, referral, anchor === "referral" ? undefined : life.stratum);
    const window = { first: referral, last: followUp(criterion, lastOfCourse + 1) - 1 };
    const begins =
      criterion.window.anchor === "referral" ? { first: referral, last: lastOfCourse } : undefined;
    return judged(life, terms, window, begins, today);
  }

  const dayAfterFull = longest(terms.course, referral, life.stratum) + 1;
  const full = { first: dayAfterFull, last: followUp(criterion, dayAfterFull) - 1 };
  const over = course?.endedOn !== undefined && dayNumber(course.endedOn) <= today;
  const started = course?.startedOn !== undefined && dayNumber(course.startedOn) <= today;
  const endReason = course?.endedOn === undefined || over ? course?.endReason : undefined;

  if (endReason === "never-started" || (!started && !over && endReason === undefined)) {
    return today >= full.last
      ? { status: "failure", reason: "never-started", window: full }
      : { status: "pending", reason: "window-open", window: full };
  }
  if (over && course.endedOn !== undefined) {
    const first = dayNumber(course.endedOn) + 1;
    return judged(life, terms, { first, last: followUp(criterion, first) - 1 }, undefined, today);
  }
  if (endReason === "returned" || endReason === "expired" || endReason === "withdrawn") {
    return judged(life, terms, full, undefined, today);
  }

  // The course runs, or nobody told of its end.
  if (!life.recorded) return { status: "unknown", reason: "no-history" };
  if (firstDayIn(life, GONE, terms, today) !== undefined) return { status: "failure", reason: "gone" };
  if (firstDayIn(life, ["moved"], terms, today) !== undefined)
    return { status: "unknown", reason: "left-observation" };
  return today >= full.last
    ? { status: "unknown", reason: "course-end-missing" }
    : { status: "pending", reason: "course-running" };
}

/** Last day of the longest course: of a stratum's own groups if any fits, else of all. */
function longest(terms: CourseTerms, referral: number, stratum?: Readonly<Record<string, string>>): number {
  const own = terms.lengths.filter(({ group = {} }) =>
    Object.keys(group).every((column) => group[column] === stratum?.[column]),
  );
  const lengths = stratum === undefined || own.length === 0 ? terms.lengths : own;
  const ends = lengths.map(({ length, extension }) => {
    const end = later(referral, length);
    return extension === undefined || extension === "unstated" ? end : later(end, extension);
  });
  return Math.max(...ends) - 1;
}

function later(day: number, span: object): number {
  const [unit, amount] = (Object.entries(span) as [string, number][])[0] ?? ["days", 0];
  return unit === "months" ? monthsLater(day, amount) : day + amount * (unit === "weeks" ? 7 : 1);
}

/** The first day after a follow-up that begins on a day. */
function followUp(criterion: Criterion, day: number): number {
  if (criterion.window.anchor === "course-end") return later(day, criterion.window.length);
  return "months" in criterion.amount ? monthsLater(day, criterion.amount.months) : day;
}

function judged(life: Life, terms: Terms, window: Days, begins: Days | undefined, today: number): Status {
  if (!life.recorded) return { status: "unknown", reason: "no-history", window };
  const gone = firstDayIn(life, GONE, terms, today) ?? Infinity;
  const moved = firstDayIn(life, ["moved"], terms, today) ?? Infinity;
  const from = window.first - 3;
  const known = daysOf({ first: from, last: window.last + 3 }).map((day) => {
    if (day >= gone) return false;
    return day < life.coveredFrom || day > today || day >= moved ? undefined : countsOn(life, terms, day);
  });
  const months = wholeMonths(window);
  const results = completions(known).map((days) => {
    const counts = (day: number): boolean => days[day - from] === true;
    return begins === undefined
      ? reachedIn(window, months, terms.criterion, counts)
      : spellReached(begins, terms.criterion, counts);
  });

  if (results.every(Boolean)) return { status: "success", reason: "amount-reached", window };
  if (!results.some(Boolean)) {
    // Death, emigration or pension decided it, unless it was decided the evening before.
    const before =
      gone > today || gone === life.referral ? undefined : statusOn(life, terms, gone - 1).status;
    const byGone = gone <= today && before !== "failure";
    return { status: "failure", reason: byGone ? "gone" : "amount-out-of-reach", window };
  }
  if (moved < Infinity) return { status: "unknown", reason: "left-observation", window };
  const firstNeeded = begins === undefined ? window.first : window.first - 1;
  return life.coveredFrom > firstNeeded
    ? { status: "unknown", reason: "before-coverage", window }
    : { status: "pending", reason: "window-open", window };
}

/**
 * Ways in which the unknown days may turn out, enough to meet every result: none counts; all do; all
 * from one day on; all but one. The one day lies where unknown days begin or end.
 */
function completions(known: readonly (boolean | undefined)[]): boolean[][] {
  const filled = (unknown: (place: number) => boolean): boolean[] =>
    known.map((value, place) => value ?? unknown(place));
  const edges = [...known.keys()].filter(
    (place) =>
      known[place] === undefined &&
      (known[place - 1] !== undefined || known[place + 1] !== undefined || place < 5),
  );
  return [
    filled(() => false),
    filled(() => true),
    ...edges.map((edge) => filled((place) => place >= edge)),
    ...edges.map((edge) => filled((place) => place !== edge)),
  ];
}

function daysOf({ first, last }: Days): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function statesOn(life: Life, day: number): string[] {
  return life.spells.filter(({ first, last }) => first <= day && day <= last).map(({ state }) => state);
}

/** The first day from the referral to today in a state with one of the properties. */
function firstDayIn(
  life: Life,
  properties: readonly string[],
  { vocabulary }: Pick<Terms, "vocabulary">,
  today: number,
): number | undefined {
  const has = ({ state }: { state: string }): boolean =>
    vocabulary[state]?.some((property) => properties.includes(property)) === true;
  const spells = life.spells.filter(has);
  if (spells.length === 0) return undefined;
  return daysOf({ first: life.referral, last: today }).find((day) =>
    spells.some(({ first, last }) => first <= day && day <= last),
  );
}

const remembered = new WeakMap<Life, WeakMap<Criterion, Map<number, boolean>>>();

/** Whether a day counts, remembered for the next evening that asks. */
function countsOn(life: Life, terms: Terms, day: number): boolean {
  const byCriterion = remembered.get(life) ?? new WeakMap<Criterion, Map<number, boolean>>();
  const byDay = byCriterion.get(terms.criterion) ?? new Map<number, boolean>();
  remembered.set(life, byCriterion);
  byCriterion.set(terms.criterion, byDay);
  const counts = byDay.get(day) ?? isCounting(life, terms, day);
  byDay.set(day, counts);
  return counts;
}

function isCounting(life: Life, { criterion, vocabulary }: Terms, day: number): boolean {
  const states = statesOn(life, day);
  const inAny = (selector: StateSelector): boolean =>
    states.some((state) => isSelected(state, selector, vocabulary));
  if (criterion.states !== undefined && !inAny(criterion.states)) return false;
  return criterion.without === undefined || !inAny(criterion.without);
}

function isSelected(state: string, selector: StateSelector, vocabulary: StateVocabulary): boolean {
  if (selector.except?.includes(state) === true) return false;
  return (
    selector.states?.includes(state) === true ||
    selector.having?.some((property) => vocabulary[state]?.includes(property)) === true
  );
}

/** Whether the amount is reached inside the window. */
function reachedIn(
  window: Days,
  months: readonly (readonly number[])[],
  { amount, continuity, dayRule }: Criterion,
  counts: (day: number) => boolean,
): boolean {
  if ("months" in amount) {
    return daysOf(window).some((first) => lasts(first, amount.months, counts, window.last));
  }
  let [inRow, longestRow, inAll] = [0, 0, 0];
  for (const days of months) {
    const good = days.filter(counts).length;
    const monthCounts = dayRule === "most-days" ? good > days.length - good : good === days.length;
    inRow = monthCounts ? inRow + 1 : 0;
    inAll = monthCounts ? inAll + 1 : inAll;
    longestRow = Math.max(longestRow, inRow);
  }
  return (continuity === "consecutive" ? longestRow : inAll) >= amount.calendarMonths;
}

/** The days of each calendar month that lies in the window from its 1st to its last day, in order. */
function wholeMonths(window: Days): number[][] {
  const months = new Map<string, number[]>();
  for (const day of daysOf(window)) {
    const days = months.get(monthName(day)) ?? [];
    days.push(day);
    months.set(monthName(day), days);
  }
  return [...months.values()].filter(
    (days) => isFirstOfMonth(days[0] ?? 0) && isFirstOfMonth((days.at(-1) ?? 0) + 1),
  );
}

/** Whether every day counts from `first` to the day before the same date so many months on. */
function lasts(first: number, months: number, counts: (day: number) => boolean, latest: number): boolean {
  if (!counts(first)) return false;
  const last = monthsLater(first, months) - 1;
  return last <= latest && daysOf({ first, last }).every(counts);
}

/** Whether a spell begins on one of the days (the day before it doesn't count) and lasts. */
function spellReached(begins: Days, { amount }: Criterion, counts: (day: number) => boolean): boolean {
  const months = "months" in amount ? amount.months : 0;
  return daysOf(begins).some((day) => !counts(day - 1) && lasts(day, months, counts, Infinity));
}

/** Where someone was on a day, known on a later evening. */
export function whereabouts(
  life: Life,
  terms: Pick<Terms, "vocabulary">,
  day: number,
  today: number,
): Destination | undefined {
  if (!life.recorded) return undefined;
  const left = firstDayIn(life, [...GONE, "moved"], terms, today);
  if (left !== undefined && left <= day) return "gone";
  if (day < life.coveredFrom) return undefined;
  const properties = new Set(statesOn(life, day).flatMap((state) => terms.vocabulary[state] ?? []));
  if (properties.has("ordinary-employment")) return "ordinary-work";
  if (properties.has("ordinary-education")) return "education";
  if (properties.has("subsidized-employment") || properties.has("fleksjob")) return "subsidized-work";
  if (properties.has("municipal-support")) return "municipal-support";
  return properties.has("state-support") || properties.has("practice") ? "other-support" : "own-means";
}
