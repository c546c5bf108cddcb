import * as z from "zod";
import { endReasons } from "../outcomes/index.js";
import { id, isoDate, span } from "./schema-parts.js";

// The shape of the payment terms; what can't be meant in them is for settlement to say.

// By one check, so that every wrong amount is told what unit is wanted.
const ore = z.custom<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0, {
  error: "a whole number of øre from 0 (kr. 5,000 is 500000)",
});
const percent = z.number();
const period = z.enum(["month", "year", "contract"]);

const bases = {
  once: z.strictObject({ per: z.enum(["referral", "started-course", "team"]), amount: ore }),
  week: z.strictObject({
    per: z.literal("week"),
    amount: ore,
    weeks: z.enum(["begun", "whole"]).optional(),
    extension: z.enum(["paid", "unpaid"]).optional(),
  }),
} as const;

const base = z.discriminatedUnion("per", [bases.once, bases.week], {
  error: "per referral, started-course, week or team",
});

const instalment = z.strictObject({ percent, after: span.optional() });

const bonus = z.strictObject({
  criterion: id,
  amount: ore,
  degrees: z.record(id, ore).optional(),
  instalments: z.array(instalment).min(1, { error: "at least one instalment" }).optional(),
  clawback: z.strictObject({ unless: id, percent }).optional(),
});

const armTerms = z.strictObject({
  arm: id,
  base: base.optional(),
  bonuses: z.array(bonus),
  noBaseFor: z.array(z.enum(endReasons)).optional(),
  bonusesPaid: z.enum(["each", "once"]).optional(),
  referredAgain: z.literal("base-only").optional(),
  lateStart: z.strictObject({ within: span, per: z.enum(["course", "week"]), amount: ore }).optional(),
  caps: z
    .array(z.strictObject({ of: z.enum(["base", "bonus", "all"]), per: period, amount: ore }))
    .optional(),
  minimums: z.array(z.strictObject({ per: period, amount: ore })).optional(),
  indexation: z.array(z.strictObject({ from: isoDate, percent })).optional(),
  vat: percent.optional(),
});

export const payment: z.ZodType = z.strictObject({
  terms: z.array(armTerms),
  startsOn: isoDate.optional(),
  endsOn: isoDate.optional(),
});
