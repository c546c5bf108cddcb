import * as z from "zod";
import { readDay } from "../core/index.js";

// What several parts of a document are made of. The types are given in types.ts; here they are only checked.

export const id: z.ZodType<string> = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: "a word in lower case, such as supplier or self-support-4-months",
});
export const text: z.ZodType<string> = z.string().min(1, { error: "a text that isn't empty" });
export const wording: z.ZodType = z.strictObject({ da: text, en: text });
export const wholePositive: z.ZodNumber = z.number().int().min(1, { error: "a whole number from 1" });

export const isoDate: z.ZodType<string> = z
  .string()
  .refine((value) => /^\d{4}-/.test(value) && readDay(value) !== undefined, { error: "a day as YYYY-MM-DD" });

/** An object of which exactly one of the keys is given. */
export function exactlyOne(shape: Readonly<Record<string, z.ZodType>>): z.ZodType {
  return z
    .strictObject(shape)
    .partial()
    .refine((value) => Object.keys(value).length === 1, {
      error: `exactly one of ${Object.keys(shape).join(", ")}`,
    });
}

export const span: z.ZodType = exactlyOne({
  days: wholePositive,
  weeks: wholePositive,
  months: wholePositive,
});

/** Levels of columns that a group has, such as `{ ageGroup: "over-30" }`. */
export const levels: z.ZodType = z.record(z.string(), text);
