import type { NumberLimits, NumberRows, NumberUnit, ReviewNumber } from "../numbers/types.js";
import { closed, codes, flag, listOf, number, orNull, ref, text, type Schema } from "./build.js";

const pointer: Schema = { type: "string", pattern: "^(/[^/]+)+$" };

/** The numbers that a review says, with where each stands and comes from. */
export const NUMBERS: Readonly<Record<string, Schema>> = {
  reviewNumber: closed<ReviewNumber>({
    id: { type: "string", pattern: String.raw`^[a-z-]+(\.[a-z0-9-]+)+$` },
    label: { type: "string", pattern: String.raw`^N\d+$` },
    name: ref("wording"),
    value: number,
    limits: orNull(closed<NumberLimits>({ lower: number, upper: number, level: number })),
    reason: orNull(text),
    unit: codes<NumberUnit>({
      "citizens": true,
      "referrals": true,
      "readings": true,
      "municipalities": true,
      "targets": true,
      "proportion": true,
      "proportion-difference": true,
      "ratio": true,
      "p-value": true,
      "ore": true,
    }),
    at: { ...listOf(pointer), minItems: 1 },
    how: codes<ReviewNumber["how"]>({ value: true, sum: true, remainder: true, items: true }),
    rows: listOf(
      closed<NumberRows>({
        what: codes<NumberRows["what"]>({
          "citizens": true,
          "units-drawn": true,
          "lines": true,
          "municipalities": true,
        }),
        arm: orNull(text),
        events: number,
        total: number,
      }),
    ),
    rule: ref("wording"),
    method: text,
    options: {
      type: "object",
      additionalProperties: { anyOf: [text, flag, { type: "number" }] },
    },
    version: text,
  }),
};
