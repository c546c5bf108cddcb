import * as z from "zod";
import { agreementParts } from "./schema.js";
import { id, levels, span, text, wholePositive, wording } from "./schema-parts.js";

const share = z.number().refine((value) => value > 0 && value <= 1, { error: "a share above 0, 1 at most" });
const whole = z.number().int().min(0, { error: "a whole number from 0" });

const SIZES = ["number", "about", "least", "most", "share"] as const;

const quantity = z
  .strictObject({
    of: z.enum([
      "referrals",
      "participants",
      "places",
      "teams",
      "team-size",
      "placements",
      "weeks",
      "weekly-hours",
      "reduction",
      "newcomers",
      "interviews",
      "spending",
    ]),
    per: z.enum(["year", "agreement", "start"]).optional(),
    group: levels.optional(),
    number: wholePositive.optional(),
    about: wholePositive.optional(),
    least: wholePositive.optional(),
    most: wholePositive.optional(),
    share: share.optional(),
    source: text.optional(),
  })
  .refine((value) => SIZES.some((size) => value[size] !== undefined), {
    error: `at least one of ${SIZES.join(", ")}`,
  })
  .refine(({ least, most }) => least === undefined || most === undefined || least <= most, {
    error: "least no more than most",
  });

const statement = z.strictObject({ text: wording, source: text.optional() });

/** What only a program has. */
const own: Readonly<Record<string, z.ZodType>> = {
  population: wording,
  intake: z.strictObject({
    ways: z.array(z.enum(["running", "teams", "individually", "at-start"])).min(1, {
      error: "at least one way",
    }),
    every: span.optional(),
    source: text.optional(),
  }),
  volume: z.array(quantity),
  mix: z.array(
    z.strictObject({
      of: levels.optional(),
      shares: z.array(z.strictObject({ group: levels, share })).min(1, { error: "at least one share" }),
      source: text.optional(),
    }),
  ),
  counts: z.array(z.strictObject({ group: levels, persons: whole, source: text.optional() })),
  expected: z.array(
    z.strictObject({
      of: levels.optional(),
      shares: z.array(z.strictObject({ label: id, share })).min(1, { error: "at least one share" }),
      source: text.optional(),
    }),
  ),
  bonuses: z.array(
    z.strictObject({ criterion: id, degree: id.optional(), amount: whole, source: text.optional() }),
  ),
  aims: z.array(statement),
  open: z.array(statement),
};

/** A program has the head, and of everything else what its text gives. */
export const programSchema: z.ZodObject = z.strictObject({
  format: z.literal("konkurrencemodel-program/1"),
  id,
  name: wording,
  source: text,
  municipality: text,
  ...Object.fromEntries(
    Object.entries({ ...agreementParts, ...own }).map(([name, part]) => [name, part.optional()]),
  ),
});
