import { planShape } from "./plan.js";
import {
  digest,
  distinctTexts,
  fieldOf,
  isoDate,
  listOf,
  literal,
  malformed,
  object,
  probability,
  pseudonym,
  recordOf,
  text,
  wholeNumber,
  type Problem,
  type Shape,
} from "./shape.js";
import type { LedgerRecord } from "./types.js";

const line: Readonly<Record<string, Shape>> = {
  sequence: wholeNumber(0),
  date: isoDate,
  mode: literal("live", "test"),
  previous: digest,
  digest,
};

const opening: Shape = (value, field) => {
  const arms = fieldOf(value, "arms");
  const ids = Array.isArray(arms) ? arms.filter((arm): arm is string => typeof arm === "string") : [];
  return object({
    ...line,
    type: literal("opening"),
    format: literal("konkurrencemodel-ledger/1"),
    protocol: digest,
    arms: distinctTexts(2),
    allocation: planShape(ids),
    algorithm: text,
    commitment: digest,
  })(value, field);
};

const referral: Readonly<Record<string, Shape>> = {
  citizen: pseudonym,
  referredOn: isoDate,
  stratum: recordOf(text),
};

const roster = object({
  ...line,
  type: literal("roster"),
  batch: text,
  referrals: listOf(object(referral), 1),
});

/** What an allocation line looks like. */
export const allocationShape: Shape = object(
  {
    ...line,
    ...referral,
    type: literal("allocation"),
    protocol: digest,
    algorithm: text,
    batch: text,
    block: text,
    arm: text,
    basis: literal("drawn", "kept"),
    designProbabilities: recordOf(probability),
    drawProbabilities: recordOf(probability),
  },
  { first: wholeNumber(0), beacon: text },
);

/** Every type of line: a new one is a shape here and a rule in the audit. */
const SHAPES: Readonly<Record<LedgerRecord["type"], Shape>> = {
  opening,
  roster,
  allocation: allocationShape,
};

/** What a value lacks to be a line of a ledger: each missing, strange or wrong-typed field. */
export function recordProblems(value: unknown): readonly Problem[] {
  const type = fieldOf(value, "type");
  const known = Object.entries(SHAPES).find(([each]) => each === type);
  if (known !== undefined) return known[1](value, "");
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? [malformed("type", type, `one of ${Object.keys(SHAPES).join(", ")}`)]
    : [malformed("", value, "an object: a line of a ledger")];
}
