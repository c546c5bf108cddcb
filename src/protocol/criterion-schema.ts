import * as z from "zod";
import { stateProperties } from "../histories/index.js";
import { expectationOf } from "./expectation.js";
import { exactlyOne, id, span, text, wholePositive, wording } from "./schema-parts.js";

export const stateProperty: z.ZodType = z.enum(stateProperties);

const stateSelector = z.strictObject({
  states: z.array(id).optional(),
  having: z.array(stateProperty).optional(),
  except: z.array(id).optional(),
});

const bounds = {
  spellBegins: z.enum(["any-time", "within"]).optional(),
  spellEnds: z.enum(["within", "any-time"]).optional(),
};

/** The forms of a window. Two have the anchor `referral`, so that the anchor alone doesn't tell them apart. */
const windows = {
  anchored: z.strictObject({
    anchor: z.enum(["referral", "course-start", "course-end"]),
    after: span.optional(),
    length: z.union([z.literal("open"), span], { error: "a span such as { months: 6 }, or open" }),
    ...bounds,
  }),
  course: z.strictObject({ anchor: z.literal("course"), plus: span.optional(), ...bounds }),
  longestCourse: z.strictObject({
    anchor: z.literal("referral"),
    spellBegins: z.literal("within-longest-course"),
  }),
  spell: z.strictObject({ anchor: z.literal("spell-start"), length: span }),
} as const;

const FORMS =
  'a window: { anchor: "referral", "course-start" or "course-end", length, after? }, { anchor: "course", plus? }, ' +
  'both with spellBegins? and spellEnds?, { anchor: "spell-start", length }, ' +
  'or { anchor: "referral", spellBegins: "within-longest-course" }';

/** The form that a window is meant to have. */
function formOf(value: unknown): z.ZodObject | undefined {
  if (typeof value !== "object" || value === null || !("anchor" in value)) return undefined;
  const spellBegins = "spellBegins" in value ? value.spellBegins : undefined;
  switch (value.anchor) {
    case "course":
      return windows.course;
    case "spell-start":
      return windows.spell;
    case "referral":
      return spellBegins === "within-longest-course" ? windows.longestCourse : windows.anchored;
    case "course-start":
    case "course-end":
      return windows.anchored;
    default:
      return undefined;
  }
}

/** A window is checked as the form it is meant to have, so that what is wrong is named where it stands. */
const window = z.unknown().superRefine((value, context) => {
  const form = formOf(value);
  if (form === undefined) {
    context.addIssue({ code: "custom", message: FORMS });
    return;
  }
  for (const issue of form.safeParse(value).error?.issues ?? []) {
    const message =
      issue.code === "unrecognized_keys"
        ? `only ${Object.keys(form.shape).join(", ")} in this window`
        : expectationOf(issue);
    const path = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : issue.path;
    context.addIssue({ code: "custom", path, message });
  }
});

const degree = z.strictObject({
  id,
  name: wording,
  states: stateSelector.optional(),
  without: stateSelector.optional(),
});

const treatment = z.enum(["failure", "not-assessable", "competing-event", "ignored"]).optional();

/** The shape of a criterion; what its parts contradict in each other is asked of `outcomes`. */
export const criterion: z.ZodType = z.strictObject({
  id,
  name: wording,
  basis: z.enum(["contract", "evaluation"]),
  states: stateSelector.optional(),
  without: stateSelector.optional(),
  amount: exactlyOne({
    days: wholePositive,
    isoWeeks: wholePositive,
    months: wholePositive,
    calendarMonths: wholePositive,
  }),
  continuity: z.enum(["consecutive", "cumulative"]),
  window,
  dayRule: z.enum(["any-day", "most-days"]).optional(),
  edges: z.enum(["whole", "first-part", "parts", "next"]).optional(),
  monthsCounted: z.enum(["calendar-months", "days"]).optional(),
  gapTolerance: z.strictObject({ days: wholePositive }).optional(),
  joining: z.enum(["across-states", "same-state"]).optional(),
  degrees: z.array(degree).min(1, { error: "at least one degree" }).optional(),
  leaving: z
    .strictObject({ dead: treatment, emigrated: treatment, pension: treatment, moved: treatment })
    .optional(),
  neverStarted: z.enum(["failure", "not-assessable"]).optional(),
  measuredBy: text.optional(),
  payable: z.enum(["when-reached", "when-window-closes"]).optional(),
  source: text.optional(),
});
