import type { StateProperty } from "../../../src/histories/index.js";
import type { Criterion, Destination } from "../../../src/outcomes/index.js";
import { gapOf, isReached, lastsFrom } from "./amounts.js";
import { everyDay, firstDay, type Days, type Life, type Status, type Terms } from "./life.js";
import { firstDayIn, leavingsOf, sightOf, statesOn, type Sight } from "./sight.js";
import { later } from "./spans.js";
import { variantsOf } from "./variants.js";
import { beginsByItself, placeOn, toldEvening, withRunningOn } from "./windows.js";

// A slow and obvious reading of the rules, one day after the other, written from the words of the
// tenders and of the rules about them, not from src/outcomes. It judges one citizen by one criterion.

/** What can be said on an evening: courses are told of up to it, days are seen up to it or up to where the registers end. */
export function statusOn(life: Life, terms: Terms, evening: number): Status {
  const { criterion } = terms;
  const today = Math.min(evening, life.coveredUntil);
  const place = placeOn(life, terms, evening);
  if (place.kind === "never-started") {
    const window = place.days;
    if (today < window.last) return { status: "pending", reason: "window-open", window };
    const status = criterion.neverStarted === "not-assessable" ? "unknown" : "failure";
    return { status, reason: "never-started", window };
  }
  if (place.kind === "running") return whileRunning(life, terms, today, place.days, place.full, evening);
  return judged(life, terms, place.days, today, evening);
}

/** The course runs, or nobody told of its end. */
function whileRunning(
  life: Life,
  terms: Terms,
  today: number,
  days: Days | undefined,
  full: Days,
  evening: number,
): Status {
  if (evening < life.recordedFrom) return { status: "unknown", reason: "no-history" };
  const { endsOn, endsBy, hiddenOn, hiddenBy } = leavingsOf(life, terms, today);
  const reached = days !== undefined && chancesOf(life, terms, days, today).certain;
  // Which part of a month or week the window will close with isn't known before the course ends.
  if (reached && terms.criterion.edges !== "parts") {
    return { status: "success", reason: "amount-reached", window: withRunningOn(terms.criterion, days) };
  }
  if (endsOn <= today && !reached) return { status: "failure", reason: endsBy };
  if (hiddenOn <= today) return { status: "unknown", reason: hiddenBy };
  return today >= full.last
    ? { status: "unknown", reason: "course-end-missing" }
    : { status: "pending", reason: "course-running" };
}

/** Whether the amount of someone who has succeeded was there on an earlier evening, in the window as it is known now. */
export function reachedIn(life: Life, terms: Terms, asOf: number): (evening: number) => boolean {
  const { days } = placeOn(life, terms, asOf);
  return (evening) =>
    days !== undefined && chancesOf(life, terms, days, Math.min(evening, life.coveredUntil)).certain;
}

function judged(life: Life, terms: Terms, days: Days, today: number, evening: number): Status {
  const { criterion } = terms;
  const {
    certain,
    possible,
    opened,
    window = withRunningOn(criterion, days),
  } = chancesOf(life, terms, days, today);
  if (evening < life.recordedFrom) return { status: "unknown", reason: "no-history", window };
  const { endsOn, endsBy, hiddenOn, hiddenBy } = leavingsOf(life, terms, today);
  if (certain) return { status: "success", reason: "amount-reached", window };
  if (!possible) {
    // Leaving decided it, unless it was decided the evening before.
    const decidedBefore =
      endsOn > today ||
      (endsOn > toldEvening(life, terms, evening) && statusOn(life, terms, endsOn - 1).status === "failure");
    return { status: "failure", reason: decidedBefore ? "amount-out-of-reach" : endsBy, window };
  }
  if (hiddenOn <= today) return { status: "unknown", reason: hiddenBy, window };
  const looksBefore = beginsByItself(criterion) || (criterion.window.anchor === "spell-start" && !opened);
  const firstNeeded = looksBefore ? days.first - gapOf(criterion) - 1 : days.first;
  return life.coveredFrom > firstNeeded
    ? { status: "unknown", reason: "before-coverage", window }
    : { status: "pending", reason: "window-open", window };
}

/** Whether success is certain and whether it is possible, by what is seen; and a window of the citizen's own. */
interface Chances {
  readonly certain: boolean;
  readonly possible: boolean;
  /** A window of the citizen's own has opened for certain, whatever came before it. */
  readonly opened?: boolean;
  readonly window?: Days;
}

function chancesOf(life: Life, terms: Terms, days: Days, today: number): Chances {
  const all = variantsOf(terms).map((criterion) => {
    const sight = sightOf(life, { ...terms, criterion }, today);
    if (criterion.window.anchor === "spell-start") return bySpellStart(criterion, days, sight);
    return beginsByItself(criterion) ? byOwnBegin(criterion, days, sight) : byDays(criterion, days, sight);
  });
  const best = all.find(({ certain }) => certain) ?? all[0];
  return {
    certain: all.some(({ certain }) => certain),
    possible: all.some(({ possible }) => possible),
    opened: all.find(({ possible }) => possible)?.opened === true,
    ...(best?.window === undefined ? {} : { window: best.window }),
  };
}

/** More counting days never harm: only the seen ones make it certain, and all unseen make it possible. */
function byDays(criterion: Criterion, days: Days, sight: Sight): Chances {
  const { last } = withRunningOn(criterion, days);
  const certain = isReached(days, last, criterion, (day) => sight(day) === true);
  return { certain, possible: certain || isReached(days, last, criterion, (day) => sight(day) !== false) };
}

/** A run begins on a day that counts after so many that don't that no gap is bridged. */
function beginnings(
  criterion: Criterion,
  day: number,
  sight: Sight,
): { certain: boolean; possible: boolean } {
  const before = { first: day - gapOf(criterion) - 1, last: day - 1 };
  return {
    certain: sight(day) === true && everyDay(before, (each) => sight(each) === false),
    possible: sight(day) !== false && everyDay(before, (each) => sight(each) !== true),
  };
}

/** A run that begins inside: an unseen day before it helps by not counting. */
function byOwnBegin(criterion: Criterion, days: Days, sight: Sight): Chances {
  const { last } = withRunningOn(criterion, days);
  const chances = { certain: false, possible: false };
  for (let day = days.first; day <= days.last; day++) {
    const begins = beginnings(criterion, day, sight);
    chances.certain ||= begins.certain && lastsFrom(day, last, criterion, (each) => sight(each) === true);
    chances.possible ||= begins.possible && lastsFrom(day, last, criterion, (each) => sight(each) !== false);
    if (chances.certain) return chances;
  }
  return chances;
}

/** A window that opens with the first run that begins inside; as long as one can begin, nobody knows how it ends. */
function bySpellStart(criterion: Criterion, days: Days, sight: Sight): Chances {
  if (criterion.window.anchor !== "spell-start") throw new Error("a window that opens with a spell");
  const { length } = criterion.window;
  const first = firstDay(days, (day) => beginnings(criterion, day, sight).possible);
  const anyOfThem = { first: days.first, last: later(days.last + 1, length) - 1 };
  if (first === undefined) return { certain: false, possible: false, window: anyOfThem };
  if (!beginnings(criterion, first, sight).certain) {
    return { certain: false, possible: true, window: anyOfThem };
  }
  const window = { first, last: later(first, length) - 1 };
  return { ...byDays(criterion, window, sight), opened: true, window };
}

/** Where someone was on a day, known on a later evening; what the registers that are asked show ends `today`. */
export function whereabouts(
  life: Life,
  terms: Pick<Terms, "vocabulary">,
  day: number,
  today: number,
  evening: number,
): Destination | undefined {
  if (evening < life.recordedFrom) return undefined;
  const left = firstDayIn(life, ["dead", "emigrated", "pension", "moved"], terms.vocabulary, today);
  if (left !== undefined && left <= day) return "gone";
  if (day < life.coveredFrom) return undefined;
  const told = (state: string): boolean =>
    life.registers.every(({ states, last }) => day <= last || !states.includes(state));
  const here = statesOn(life, day).filter(told);
  const properties = new Set(here.flatMap((state) => terms.vocabulary[state] ?? []));
  if (properties.has("ordinary-employment")) return "ordinary-work";
  if (properties.has("ordinary-education")) return "education";
  if (properties.has("subsidized-employment") || properties.has("fleksjob")) return "subsidized-work";
  if (properties.has("municipal-support")) return "municipal-support";
  if (properties.has("state-support") || properties.has("practice")) return "other-support";
  const blind = life.registers.some(
    ({ states, first, last }) =>
      (day < first || day > last) && states.some((state) => leadsSomewhere(terms.vocabulary[state] ?? [])),
  );
  return blind ? "not-observed" : "own-means";
}

/** Whether someone in a state of these properties is somewhere else than on own means. */
function leadsSomewhere(properties: readonly StateProperty[]): boolean {
  return properties.some(
    (property) =>
      property.endsWith("-employment") ||
      property.endsWith("-support") ||
      ["ordinary-education", "fleksjob", "practice"].includes(property),
  );
}
