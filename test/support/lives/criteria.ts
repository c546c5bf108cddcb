import * as fc from "fast-check";
import type {
  Amount,
  Criterion,
  CriterionWindow,
  Degree,
  StateSelector,
} from "../../../src/outcomes/index.js";

/** The form of a rule: how much of what, in a row or in all, and where. */
type Form = Pick<Criterion, "amount" | "continuity" | "window" | "dayRule" | "edges" | "monthsCounted">;

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const spans = fc.oneof(
  whole(1, 8).map((months) => ({ months })),
  whole(2, 30).map((weeks) => ({ weeks })),
  whole(14, 200).map((days) => ({ days })),
);

const shortSpans = fc.oneof(
  whole(1, 3).map((months) => ({ months })),
  whole(1, 8).map((weeks) => ({ weeks })),
  whole(0, 40).map((days) => ({ days })),
);

const after = fc.oneof(
  fc.constant({}),
  fc.constant({}),
  shortSpans.map((span) => ({ after: span })),
);

const anchors = fc.constantFrom("referral", "course-start", "course-end", "course-end");

/** Windows from referral, course start or course end. */
const anchored: fc.Arbitrary<CriterionWindow> = fc
  .tuple(anchors, after, spans)
  .map(([anchor, wait, length]) => ({ anchor, ...wait, length }));

const open: fc.Arbitrary<CriterionWindow> = fc
  .tuple(anchors, after)
  .map(([anchor, wait]) => ({ anchor, ...wait, length: "open" }));

const course: fc.Arbitrary<CriterionWindow> = fc
  .oneof(
    fc.constant({}),
    shortSpans.map((plus) => ({ plus })),
    spans.map((plus) => ({ plus })),
  )
  .map((plus) => ({ anchor: "course", ...plus }));

const longestCourse: fc.Arbitrary<CriterionWindow> = fc.constant({
  anchor: "referral",
  spellBegins: "within-longest-course",
});

const spellStart: fc.Arbitrary<CriterionWindow> = spans.map((length) => ({ anchor: "spell-start", length }));

const manyDays: fc.Arbitrary<Amount> = fc
  .oneof(whole(7, 14), whole(7, 100))
  .map((count) => ({ days: count }));
const days: fc.Arbitrary<Amount> = fc.oneof(
  whole(1, 10).map((count) => ({ days: count })),
  manyDays,
);
const months: fc.Arbitrary<Amount> = whole(1, 4).map((count) => ({ months: count }));
const isoWeeks: fc.Arbitrary<Amount> = whole(1, 13).map((count) => ({ isoWeeks: count }));
const calendarMonths: fc.Arbitrary<Amount> = whole(1, 4).map((count) => ({ calendarMonths: count }));

const continuities = fc.constantFrom("consecutive", "cumulative") satisfies fc.Arbitrary<
  Criterion["continuity"]
>;
const dayRules = fc.constantFrom({}, { dayRule: "any-day" as const }, { dayRule: "most-days" as const });
const edges = fc.constantFrom(
  {},
  { edges: "whole" as const },
  { edges: "first-part" as const },
  { edges: "parts" as const },
);
const allEdges = fc.oneof(edges, edges, fc.constant({ edges: "next" as const }));

function form(
  amount: fc.Arbitrary<Amount>,
  continuity: Criterion["continuity"],
  window: fc.Arbitrary<CriterionWindow>,
  further: Pick<Criterion, "monthsCounted"> = {},
): fc.Arbitrary<Form> {
  return fc
    .tuple(amount, window)
    .map(([much, where]) => ({ amount: much, continuity, window: where, ...further }));
}

/** Weeks or months of the calendar. */
function cells(
  amount: fc.Arbitrary<Amount>,
  continuity: fc.Arbitrary<Criterion["continuity"]>,
  window: fc.Arbitrary<CriterionWindow>,
  atEdges: fc.Arbitrary<Pick<Criterion, "edges">> = edges,
): fc.Arbitrary<Form> {
  return fc.tuple(amount, continuity, window, dayRules, atEdges).map(([much, each, where, rule, edge]) => ({
    amount: much,
    continuity: each,
    window: where,
    ...rule,
    ...edge,
  }));
}

/** Any amount of a week or more, to be asked for in windows of every kind. */
function anyAmount(window: fc.Arbitrary<CriterionWindow>): fc.Arbitrary<Form> {
  return fc.oneof(
    form(manyDays, "consecutive", window),
    form(manyDays, "cumulative", window),
    form(months, "consecutive", window),
    form(months, "cumulative", window, { monthsCounted: "days" }),
    cells(months, fc.constant("cumulative" as const), window),
    cells(fc.oneof(isoWeeks, calendarMonths), continuities, window),
  );
}

const run = fc.oneof(days, months);

function withBounds(bounds: fc.Arbitrary<object>, window: fc.Arbitrary<CriterionWindow>): fc.Arbitrary<Form> {
  return form(
    run,
    "consecutive",
    fc.tuple(window, bounds).map(([where, bound]) => ({ ...where, ...bound })),
  );
}

/** Someone measured on one day, so long after the anchor. */
const onOneDay: fc.Arbitrary<CriterionWindow> = fc.tuple(anchors, whole(1, 6)).map(([anchor, count]) => ({
  anchor,
  after: { months: count },
  length: { days: 1 },
}));

const municipal: StateSelector = { having: ["municipal-support"] };
const selectors = fc.constantFrom<Pick<Criterion, "states" | "without">>(
  { without: municipal },
  { without: { ...municipal, except: ["wage-subsidy"] } },
  { states: { having: ["ordinary-employment", "ordinary-education"] } },
  { states: { states: ["ordinary-work", "fleksjob"], having: ["ordinary-education"] }, without: municipal },
  { states: { having: ["ordinary-employment", "subsidized-employment"] } },
);

const name = { da: "kriterium", en: "criterion" };

/** The higher degrees ask for more than the criterion; the last for no more. */
const degrees = fc.constantFrom<readonly Degree[]>(
  [
    { id: "full", name, states: { having: ["ordinary-employment", "ordinary-education"] } },
    { id: "lower", name },
  ],
  [
    {
      id: "work",
      name,
      states: { states: ["ordinary-work"] },
      without: { having: ["subsidized-employment"] },
    },
    { id: "education", name, states: { having: ["ordinary-education"] } },
  ],
  [
    { id: "full", name, without: { having: ["municipal-support", "fleksjob"] } },
    { id: "any", name },
  ],
);

const treatments = fc.constantFrom(
  "failure",
  "not-assessable",
  "competing-event",
  "ignored",
) satisfies fc.Arbitrary<NonNullable<Criterion["leaving"]>["dead"]>;
const leaving = fc
  .record(
    { dead: treatments, emigrated: treatments, pension: treatments, moved: treatments },
    { requiredKeys: [] },
  )
  .map((each) => ({ leaving: each as NonNullable<Criterion["leaving"]> }));

const usually = <Value extends object>(rarely: fc.Arbitrary<Value>): fc.Arbitrary<Value | object> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: rarely });

/** What may be said beside the form. */
const asides: fc.Arbitrary<Partial<Criterion>> = fc
  .tuple(
    usually(whole(1, 16).map((count) => ({ gapTolerance: { days: count } }))),
    usually(fc.constant({ joining: "same-state" as const })),
    usually(leaving),
    usually(fc.constant({ neverStarted: "not-assessable" as const })),
    usually(degrees.map((each) => ({ degrees: each }))),
    usually(fc.constantFrom({ payable: "when-reached" }, { payable: "when-window-closes" })),
  )
  .map((parts) => Object.assign({}, ...parts) as Partial<Criterion>);

function criteriaOf(forms: fc.Arbitrary<Form>): fc.Arbitrary<Criterion> {
  return fc.tuple(forms, selectors, asides).map(([each, selected, { joining, payable, ...aside }]) => ({
    id: "criterion",
    name,
    basis: "contract",
    ...selected,
    ...each,
    ...aside,
    // An open window doesn't close, and only states can stand by themselves.
    ...(payable === undefined || ("length" in each.window && each.window.length === "open")
      ? {}
      : { payable }),
    ...(joining === undefined || selected.states === undefined ? {} : { joining }),
  }));
}

/** Criteria of every form of the rule language, by what they ask for. */
export const ruleForms: readonly (readonly [string, fc.Arbitrary<Criterion>])[] = [
  ["days in a row", criteriaOf(form(days, "consecutive", anchored))],
  ["days in all", criteriaOf(form(days, "cumulative", anchored))],
  ["months from date to date in a row", criteriaOf(form(months, "consecutive", anchored))],
  [
    "ISO weeks in a row",
    criteriaOf(cells(isoWeeks, fc.constant("consecutive" as const), anchored, allEdges)),
  ],
  ["ISO weeks in all", criteriaOf(cells(isoWeeks, fc.constant("cumulative" as const), anchored, allEdges))],
  [
    "calendar months in a row",
    criteriaOf(cells(calendarMonths, fc.constant("consecutive" as const), anchored, allEdges)),
  ],
  [
    "calendar months in all",
    criteriaOf(
      cells(fc.oneof(months, calendarMonths), fc.constant("cumulative" as const), anchored, allEdges),
    ),
  ],
  [
    "months in all, as days",
    criteriaOf(form(fc.oneof(months, calendarMonths), "cumulative", anchored, { monthsCounted: "days" })),
  ],
  ["one day, so long after", criteriaOf(form(fc.constant({ days: 1 }), "consecutive", onOneDay))],
  ["windows from course start to course end and so long after", criteriaOf(anyAmount(course))],
  ["open windows", criteriaOf(anyAmount(open))],
  ["a run that begins within the longest course", criteriaOf(form(run, "consecutive", longestCourse))],
  [
    "a run that begins inside the window",
    criteriaOf(
      withBounds(
        fc.constantFrom({ spellBegins: "within" }, { spellBegins: "within", spellEnds: "any-time" }),
        fc.oneof(anchored, anchored, course, course, open),
      ),
    ),
  ],
  [
    "a run that may go on beyond the window",
    criteriaOf(
      withBounds(
        fc.constantFrom({ spellEnds: "any-time" }),
        fc.oneof(anchored, anchored, course, course, open),
      ),
    ),
  ],
  ["windows that open with a run", criteriaOf(anyAmount(spellStart))],
];
