import { planShape } from "./plan.js";
import {
  digest,
  distinctTexts,
  fieldOf,
  freeText,
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

/** What an opening looks like. */
export const openingShape: Shape = (value, field) => {
  const arms = fieldOf(value, "arms");
  const ids = Array.isArray(arms) ? arms.filter((arm): arm is string => typeof arm === "string") : [];
  return object(
    {
      ...line,
      type: literal("opening"),
      format: literal("konkurrencemodel-ledger/1"),
      protocol: digest,
      arms: distinctTexts(2),
      allocation: planShape(ids),
      algorithm: text,
      commitment: digest,
    },
    { parts: recordOf(digest) },
  )(value, field);
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
  referrals: listOf(object(referral, { household: pseudonym }), 1),
});

const closedShapes: Readonly<Record<string, Shape>> = {
  per: object({ per: text, most: wholeNumber(1) }),
  weeksPerYear: object({ weeksPerYear: wholeNumber(1) }),
  participants: object({ participants: wholeNumber(1) }),
  owedTo: object({ owedTo: distinctTexts(1) }),
};

const closedReason: Shape = (value, field) => {
  const kind = Object.keys(closedShapes).find((each) => fieldOf(value, each) !== undefined);
  return (
    closedShapes[kind ?? ""]?.(value, field) ?? [
      malformed(field, value, `a reason: one of ${Object.keys(closedShapes).join(", ")}`),
    ]
  );
};

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
    basis: literal("drawn", "kept", "household"),
    designProbabilities: recordOf(probability),
    drawProbabilities: recordOf(probability),
  },
  {
    first: wholeNumber(0),
    beacon: text,
    slot: wholeNumber(0),
    factors: recordOf(text),
    household: pseudonym,
    drawnWith: wholeNumber(0),
    closed: recordOf(closedReason),
  },
);

const occupancy = object({
  ...line,
  type: literal("occupancy"),
  participants: recordOf(wholeNumber(0)),
});

const amends: Readonly<Record<string, Shape>> = {
  citizen: pseudonym,
  reason: freeText,
  signedBy: listOf(freeText, 1),
};

/** An amendment of each kind: of an entry, or before the draw of a referral. */
const AMENDMENTS: Readonly<Record<string, (before: boolean) => Readonly<Record<string, Shape>>>> = {
  exemption: (before) => ({
    amends: literal("exemption"),
    arm: text,
    ...(before ? { referredOn: isoDate } : { entry: wholeNumber(1) }),
  }),
  error: () => ({
    amends: literal("error"),
    entry: wholeNumber(1),
    field: text,
    recorded: freeText,
    correct: freeText,
  }),
};

/** What an amendment says must look like; `around` are the fields of its line. */
export function amendmentShape(around: Readonly<Record<string, Shape>>): Shape {
  return (value, field) => {
    const kind = AMENDMENTS[String(fieldOf(value, "amends"))];
    if (kind === undefined) {
      const path = field === "" ? "amends" : `${field}.amends`;
      return [malformed(path, fieldOf(value, "amends"), `one of ${Object.keys(AMENDMENTS).join(", ")}`)];
    }
    return object({ ...around, ...amends, ...kind(fieldOf(value, "entry") === undefined) })(value, field);
  };
}

/** Every type of line: a new one is a shape here and a rule in the audit. */
const SHAPES: Readonly<Record<LedgerRecord["type"], Shape>> = {
  opening: openingShape,
  roster,
  allocation: allocationShape,
  occupancy,
  amendment: amendmentShape({ ...line, type: literal("amendment") }),
};

/** What a value lacks to be a line of a ledger: each missing, strange or wrong-typed field. */
export function recordProblems(value: unknown): readonly Problem[] {
  const type = fieldOf(value, "type");
  const shape = fieldOf(SHAPES, String(type)) as Shape | undefined;
  if (shape !== undefined) return shape(value, "");
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? [malformed("type", type, `one of ${Object.keys(SHAPES).join(", ")}`)]
    : [malformed("", value, "an object: a line of a ledger")];
}
