type Schema = Readonly<Record<string, unknown>>;

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const text: Schema = { type: "string" };
const flag: Schema = { type: "boolean" };
const date: Schema = { type: "string", pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
const digest: Schema = { type: "string", pattern: "^[0-9a-f]{64}$" };
const anything: Schema = { type: "object" };
const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
const listOf = (items: Schema): Schema => ({ type: "array", items });
const recordOf = (values: Schema): Schema => ({ type: "object", additionalProperties: values });

/** An object with these properties; those that end in a question mark may be missing, others may stand beside. */
function objectOf(properties: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(properties);
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/, ""), schema]),
    ),
    required: names.filter((name) => !name.endsWith("?")),
  };
}

const count = ref("count");
const number = ref("number");
const head = objectOf({ size: count, chain: digest, root: digest });

const DEFINITIONS: Readonly<Record<string, Schema>> = {
  count: {
    description: "A count of citizens, referrals or days; hidden in a published edition where it is small.",
    anyOf: [{ type: "integer", minimum: 0 }, oneOf("suppressed")],
  },
  number: {
    description:
      "A number; an infinite one as a text; hidden in a published edition where it tells a small count.",
    anyOf: [{ type: "number" }, oneOf("Infinity", "-Infinity", "suppressed"), { type: "null" }],
  },
  wording: objectOf({ da: text, en: text }),
  notice: objectOf({ code: text, severity: oneOf("info", "caution", "warning") }),
  provenance: objectOf({ version: text, operation: text, options: anything, inputs: anything }),
  interval: objectOf({ lower: number, upper: number, level: number }),
  estimate: objectOf({ estimate: number, interval: ref("interval") }),
  counts: objectOf({
    allocated: count,
    mature: count,
    success: count,
    failure: count,
    unknown: count,
    pending: count,
    excluded: count,
  }),
  verdict: objectOf({
    arm: text,
    reference: text,
    code: oneOf("too-early", "better", "worse", "not-worse", "inconclusive", "suppressed"),
  }),
  effect: objectOf({
    kind: oneOf("effect"),
    criterion: text,
    criterionName: ref("wording"),
    primary: flag,
    anchor: text,
    asOf: date,
    matureThrough: orNull(date),
    level: number,
    margin: number,
    rates: listOf(objectOf({ arm: text, name: text, counts: ref("counts"), rate: ref("estimate") })),
    comparisons: listOf(objectOf({ arm: text, reference: text, difference: ref("estimate") })),
    verdicts: listOf(ref("verdict")),
    exits: listOf(ref("exits")),
  }),
  exits: objectOf({ arm: text, name: text, successes: recordOf(count), others: recordOf(count) }),
  flow: objectOf({
    referrals: count,
    citizens: count,
    referredAgain: count,
    arms: listOf(
      objectOf({
        arm: text,
        name: text,
        allocated: count,
        participation: recordOf(count),
        meanCourseDays: number,
      }),
    ),
  }),
  draw: objectOf({
    design: text,
    unit: oneOf("citizen", "household"),
    algorithm: text,
    strata: listOf(text),
    mode: text,
    batches: count,
    closed: count,
    exempted: count,
    undrawn: count,
    head,
    verification: orNull(anything),
  }),
  disclosure: objectOf({
    asOf: date,
    minimum: { type: "integer", minimum: 1 },
    ledger: orNull(digest),
    cells: recordOf(count),
    sums: listOf(objectOf({ total: text, parts: listOf(text) })),
    since: recordOf(oneOf("fixed", "growing", "drawn")),
  }),
};

/**
 * What stands in a review's JSON, as a JSON Schema (draft 2020-12): which parts there are, which may be
 * missing or null, what a number can be. It holds for internal and published editions.
 *
 * A count is a whole number from 0, or `"suppressed"` in a published edition; an infinite limit is
 * `"Infinity"` or `"-Infinity"`. Objects may have more properties than the schema names: a later version
 * adds, it doesn't take away.
 *
 * @returns A new object, to be written to a file or given to a validator.
 * @example
 * new Ajv2020().compile(reviewSchema())(JSON.parse(text)) // with the package ajv
 * @example
 * reviewSchema()["$schema"] // "https://json-schema.org/draft/2020-12/schema"
 */
export function reviewSchema(): Readonly<Record<string, unknown>> {
  const { properties, required } = objectOf({
    "kind": oneOf("review"),
    "audience": oneOf("internal", "published"),
    "minimumCount": { type: "integer", minimum: 1 },
    "method": text,
    "references": listOf(text),
    "notices": listOf(ref("notice")),

const REVIEW: Schema = closed<EditionData>({
  ...facts,
  kind: exactly("review"),
  audience: codes<Audience>({ internal: true, published: true }),
  minimumCount: least,
  municipality: text,
  title: ref("wording"),
  question: ref("wording"),
  standIn: orNull(ref("wording")),
  simulated: flag,
  asOf: date,
  plannedFor: orNull(date),
  protocolDigest: digest,
  protocolSource: orNull(text),
  arms: listOf(closed<EditionData["arms"][number]>({ id: text, name: text })),
  referenceArm: text,
  criteria: listOf(open({ id: text, name: ref("wording") })),
  labels: recordOf(closed<ColumnLabel>({ name: ref("wording"), levels: mayMiss(recordOf(ref("wording"))) })),
  longestCourse: ref("wording"),
  flow: ref("flow"),
  draw: ref("draw"),
  effects: listOf(ref("effect")),
  exits: listOf(ref("exits")),
  specification: resultOrNull("specification"),
  targets: resultOrNull("targets"),
  benchmark: resultOrNull("benchmark"),
  statement: resultOrNull("statement"),
  costs: resultOrNull("costs"),
  deviations: listOf(
    closed<Deviation>({
      code: codes<Deviation["code"]>({
        "reviewed-later": true,
        "reviewed-earlier": true,
        "analysis-option": true,
        "primary-missing": true,
        "subgroups-not-planned": true,
  "peers-not-as-planned": true,
        "test-ledger": true,
      }),
      planned: text,
      actual: text,
    }),
  ),
  openPoints: listOf(ref("notice")),
  beside: mayMiss(ref("beside")),
  sampleRatio: mayMiss(resultOrNull("sampleRatio")),
  comparedIn: mayMiss(orNull(date)),
  withheld: mayMiss(
    listOf(
      codes<WithheldPart>({
        comparison: true,
        readings: true,
        targets: true,
        benchmark: true,
        settlement: true,
        costs: true,
        sampleRatio: true,
        time: true,
        months: true,
        missing: true,
        ratings: true,
        trend: true,
        claims: true,
        expectedPayments: true,
      }),
    ),
  ),
  disclosure: mayMiss(ref("disclosure")),
});
    "provenance": ref("provenance"),
    "municipality": text,
    "title": ref("wording"),
    "question": ref("wording"),
    "standIn": orNull(ref("wording")),
    "simulated": flag,
    "asOf": date,
    "plannedFor": orNull(date),
    "protocolDigest": digest,
    "protocolSource": orNull(text),
    "arms": listOf(objectOf({ id: text, name: text })),
    "referenceArm": text,
    "criteria": listOf(objectOf({ id: text, name: ref("wording") })),
    "labels": recordOf(anything),
    "longestCourse": ref("wording"),
    "flow": ref("flow"),
    "draw": ref("draw"),
    "effects": listOf(ref("effect")),
    "exits": listOf(ref("exits")),
    "specification": orNull(anything),
    "targets": orNull(anything),
    "benchmark": orNull(anything),
    "statement": orNull(anything),
    "costs": orNull(anything),
    "deviations": listOf(objectOf({ code: text, planned: text, actual: text })),
    "openPoints": listOf(ref("notice")),
    "beside?": anything,
    "withheld?": listOf(text),
    "disclosure?": ref("disclosure"),
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "The one-year review of konkurrencemodel",
    type: "object",
    properties,
    required,
    $defs: structuredClone(DEFINITIONS),
  };
}
