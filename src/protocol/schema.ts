import * as z from "zod";
import { planIssues, type PlanIssue } from "../allocation/index.js";
import { readDay } from "../core/index.js";
import { stateProperties } from "../histories/index.js";
import type { ProtocolDocument } from "./types.js";

// Shapes only: what must be there, and of which type. What contradicts what stands in checks.ts.

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: "a word in lower case, such as supplier or self-support-4-months",
});
const text = z.string().min(1, { error: "a text that isn't empty" });
const wording = z.strictObject({ da: text, en: text });
const wholePositive = z.number().int().min(1, { error: "a whole number from 1" });
const proportion = z
  .number()
  .refine((value) => value > 0 && value < 1, { error: "a proportion between 0 and 1, such as 0.95" });
const isoDate = z
  .string()
  .refine((value) => /^\d{4}-/.test(value) && readDay(value) !== undefined, { error: "a day as YYYY-MM-DD" });

/** An object of which exactly one of the keys is given. */
const exactlyOne = <Shape extends Record<string, z.ZodType>>(shape: Shape) =>
  z
    .strictObject(shape)
    .partial()
    .refine((value) => Object.keys(value).length === 1, {
      error: `exactly one of ${Object.keys(shape).join(", ")}`,
    });

const span = exactlyOne({ days: wholePositive, weeks: wholePositive, months: wholePositive });

const stateProperty = z.enum(stateProperties);

const stateSelector = z.strictObject({
  states: z.array(id).optional(),
  having: z.array(stateProperty).optional(),
  except: z.array(id).optional(),
});

const criterion = z.strictObject({
  id,
  name: wording,
  basis: z.enum(["contract", "evaluation"]),
  states: stateSelector.optional(),
  without: stateSelector.optional(),
  amount: exactlyOne({ calendarMonths: wholePositive, months: wholePositive }),
  continuity: z.enum(["consecutive", "cumulative"]),
  window: z.discriminatedUnion("anchor", [
    z.strictObject({ anchor: z.literal("course-end"), length: span }),
    z.strictObject({ anchor: z.literal("referral"), spellBegins: z.literal("within-longest-course") }),
  ]),
  dayRule: z.enum(["any-day", "most-days"]).optional(),
  measuredBy: text.optional(),
  source: text.optional(),
});

const courseLength = z.strictObject({
  group: z.record(z.string(), text).optional(),
  length: span,
  extension: z.union([span, z.literal("unstated")], { error: "a span, or unstated" }).optional(),
});

const average = z.number().min(0, { error: "a number from 0" });
const guarantee = z.strictObject({
  arm: id,
  least: average.optional(),
  most: average.optional(),
  weeksPerYear: wholePositive.max(53, { error: "a whole number from 1 to 53" }).optional(),
  source: text.optional(),
});

const analysis = z.strictObject({
  primary: id,
  referenceArm: id,
  secondary: z.array(id).optional(),
  level: proportion.optional(),
  margin: proportion.optional(),
  minimumMature: wholePositive.optional(),
  subgroups: z.array(text).optional(),
  covariates: z.array(text).optional(),
});

const measure = z.strictObject({
  definition: text,
  population: text,
  anchor: text,
  window: text,
  period: text,
});

const benchmark = z.strictObject({
  municipality: text,
  cluster: text.optional(),
  criterion: id,
  measure,
  level: proportion.optional(),
  minimumMature: wholePositive.optional(),
});

const ore = z.number().int().min(0, { error: "a whole number of øre from 0" });
const payment = z.strictObject({
  terms: z.array(
    z.strictObject({
      arm: id,
      base: z.strictObject({ per: z.enum(["referral", "started-course"]), amount: ore }).optional(),
      bonuses: z.array(z.strictObject({ criterion: id, amount: ore })),
      noBaseFor: z.array(text).optional(),
    }),
  ),
});

const review = z.strictObject({
  title: wording,
  question: wording,
  date: isoDate.optional(),
  standIn: wording.optional(),
  simulated: z.boolean().optional(),
});

const protocol = z.strictObject({
  format: z.literal("konkurrencemodel-protocol/1"),
  source: text.optional(),
  municipality: text,
  arms: z.array(z.strictObject({ id, name: text })).min(2, { error: "at least two arms" }),
  states: z.record(z.string(), z.array(stateProperty)).optional(),
  course: z.strictObject({
    lengths: z.array(courseLength).min(1, { error: "at least one course length" }),
    guarantees: z.array(guarantee).optional(),
  }),
  allocation: z.unknown(), // allocation knows its plans: planIssuesOf
  criteria: z.array(criterion).min(1, { error: "at least one criterion" }),
  analysis,
  benchmark: benchmark.optional(),
  payment: payment.optional(),
  review,
});

/** A finding of the schema: where in the document, by keys and positions, and what is wanted there. */
export interface SchemaFinding {
  readonly code: "unknown-key" | "impossible-value";
  readonly path: readonly (string | number)[];
  readonly expected: string;
  /** For an unknown key the keys that are known there. */
  readonly known?: readonly string[];
}

/** The document if its shape holds, or everything that doesn't. */
export function readShape(
  value: unknown,
): { document: ProtocolDocument } | { findings: readonly SchemaFinding[] } {
  const result = protocol.safeParse(value);
  if (result.success) return { document: result.data as ProtocolDocument };
  return { findings: result.error.issues.flatMap(findingsOf) };
}

/** What is wrong with the allocation plan, in the words of those who draw by it; nothing where there is no document. */
export function planIssuesOf(value: unknown): readonly PlanIssue[] {
  const document = z.object({ allocation: z.unknown(), arms: z.unknown() }).safeParse(value);
  if (!document.success) return [];
  const named = z.array(z.object({ id })).safeParse(document.data.arms);
  return named.success
    ? planIssues(
        document.data.allocation,
        named.data.map((arm) => arm.id),
      )
    : [];
}

function findingsOf(issue: z.core.$ZodIssue): SchemaFinding[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      code: "unknown-key",
      path: [...path, key],
      expected: "a key of the protocol format",
      known: knownKeys(path),
    }));
  }
  return [{ code: "impossible-value", path, expected: expectationOf(issue) }];
}

function expectationOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return article(issue.expected);
  if (issue.code === "invalid_value") return `one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_union") {
    const options = "options" in issue && Array.isArray(issue.options) ? issue.options : undefined;
    return options === undefined ? issue.message : `one of ${options.join(", ")}`;
  }
  return issue.message;
}

function article(type: string): string {
  const words: Record<string, string> = {
    object: "an object",
    array: "a list",
    string: "a text",
    int: "a whole number",
  };
  return words[type] ?? `a ${type}`;
}

/** The keys that the schema knows at a place; none where several shapes are possible. */
function knownKeys(path: readonly (string | number)[]): readonly string[] {
  const at = path.reduce<unknown>(stepInto, protocol);
  const inner = unwrapped(at);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function stepInto(at: unknown, part: string | number): unknown {
  const inner = unwrapped(at);
  if (inner instanceof z.ZodObject) return inner.shape[String(part)] as unknown;
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

function unwrapped(at: unknown): unknown {
  return at instanceof z.ZodOptional ? at.unwrap() : at;
}
