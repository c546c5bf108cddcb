import * as z from "zod";
import { planIssues, type PlanIssue } from "../allocation/index.js";
import { criterion, stateProperty } from "./criterion-schema.js";
import { expectationOf } from "./expectation.js";
import { payment } from "./payment-schema.js";
import { id, isoDate, levels, span, text, wholePositive, wording } from "./schema-parts.js";

// Shapes only: what must be there, and of which type. What contradicts what stands in checks.ts.

const proportion = z
  .number()
  .refine((value) => value > 0 && value < 1, { error: "a proportion between 0 and 1, such as 0.95" });

const courseLength = z.strictObject({
  group: levels.optional(),
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
  benefit: text.optional(),
  criterion: id,
  measure,
  groups: z
    .array(z.strictObject({ name: text, group: levels }))
    .min(1)
    .optional(),
  level: proportion.optional(),
  minimumMature: wholePositive.optional(),
});

const review = z.strictObject({
  title: wording,
  question: wording,
  date: isoDate.optional(),
  standIn: wording.optional(),
  simulated: z.boolean().optional(),
  minimumCount: wholePositive.optional(),
  labels: z
    .record(z.string(), z.strictObject({ name: wording, levels: z.record(z.string(), wording).optional() }))
    .optional(),
});

const target = z.strictObject({
  criterion: id,
  among: id.optional(),
  group: levels.optional(),
  share: z.number().refine((value) => value > 0 && value <= 1, { error: "a share above 0, 1 at most" }),
  source: text.optional(),
});

/** The parts of an agreement: a protocol has all that aren't optional, a program those that its text gives. */
export const agreementParts: Readonly<Record<string, z.ZodType>> = {
  arms: z.array(z.strictObject({ id, name: text })).min(2, { error: "at least two arms" }),
  states: z.record(z.string(), z.array(stateProperty)).optional(),
  course: z.strictObject({
    lengths: z.array(courseLength).min(1, { error: "at least one course length" }),
    guarantees: z.array(guarantee).optional(),
  }),
  allocation: z.unknown(), // allocation knows its plans: planIssuesOf
  criteria: z.array(criterion).min(1, { error: "at least one criterion" }),
  targets: z.array(target).optional(),
  analysis,
  benchmark: benchmark.optional(),
  payment: payment.optional(),
  review,
};

export const protocolSchema: z.ZodObject = z.strictObject({
  format: z.literal("konkurrencemodel-protocol/1"),
  source: text.optional(),
  municipality: text,
  ...agreementParts,
});

/** A finding of the schema: where in the document, by keys and positions, and what is wanted there. */
export interface SchemaFinding {
  readonly code: "unknown-key" | "impossible-value";
  readonly path: readonly (string | number)[];
  readonly expected: string;
  /** For an unknown key the keys that are known there. */
  readonly known?: readonly string[];
}

/** Everything about a document that doesn't fit its schema. */
export function shapeFindings(schema: z.ZodObject, value: unknown): readonly SchemaFinding[] {
  return (schema.safeParse(value).error?.issues ?? []).flatMap((issue) => findingsOf(schema, issue));
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

function findingsOf(schema: z.ZodObject, issue: z.core.$ZodIssue): SchemaFinding[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      code: "unknown-key",
      path: [...path, key],
      expected: "a key of the format",
      known: knownKeys(schema, path),
    }));
  }
  return [{ code: "impossible-value", path, expected: expectationOf(issue) }];
}

/** The keys that the schema knows at a place; none where several shapes are possible. */
function knownKeys(schema: z.ZodObject, path: readonly (string | number)[]): readonly string[] {
  const at = path.reduce<unknown>(stepInto, schema);
  const inner = unwrapped(at);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function stepInto(at: unknown, part: string | number): unknown {
  const inner = unwrapped(at);
  if (inner instanceof z.ZodObject) return inner.shape[String(part)] as unknown;
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

function unwrapped(at: unknown): unknown {
  return at instanceof z.ZodOptional ? unwrapped(at.unwrap()) : at;
}
