import type { Design, LedgerVerification } from "../allocation/index.js";
import type { ColumnLabel } from "../protocol/index.js";
import type { PublishedCounts } from "./disclosure/index.js";
import { BENCHMARK } from "./schema/benchmark.js";
import { BESIDE } from "./schema/beside.js";
import {
  closed,
  codes,
  count,
  date,
  digest,
  exactly,
  flag,
  listOf,
  mayMiss,
  number,
  open,
  orNull,
  recordOf,
  ref,
  text,
  type Schema,
} from "./schema/build.js";
import { CLAIMS } from "./schema/claims.js";
import { COMMON, facts, resultOrNull } from "./schema/common.js";
import { EFFECTS } from "./schema/effect.js";
import { MONEY } from "./schema/money.js";
import { NUMBERS } from "./schema/numbers.js";
import type {
  ArmFlow,
  Audience,
  Deviation,
  DrawFacts,
  EditionData,
  FlowFacts,
  WithheldPart,
} from "./types.js";

const head = closed<DrawFacts["head"]>({ size: count, chain: digest, root: digest });
const least: Schema = { type: "integer", minimum: 1 };

const DEFINITIONS: Readonly<Record<string, Schema>> = {
  ...COMMON,
  ...EFFECTS,
  ...BENCHMARK,
  ...MONEY,
  ...CLAIMS,
  ...BESIDE,
  ...NUMBERS,
  flow: closed<FlowFacts>({
    referrals: count,
    citizens: count,
    referredAgain: count,
    arms: listOf(
      closed<ArmFlow>({
        arm: text,
        name: text,
        allocated: count,
        participation: recordOf(count),
        meanCourseDays: number,
      }),
    ),
  }),
  draw: closed<DrawFacts>({
    design: codes<Design["kind"]>({
      "complete": true,
      "simple": true,
      "permuted-block": true,
      "biased-coin": true,
      "big-stick": true,
      "urn": true,
      "minimization": true,
      "alternation": true,
    }),
    unit: codes<DrawFacts["unit"]>({ citizen: true, household: true }),
    algorithm: text,
    strata: listOf(text),
    mode: text,
    batches: count,
    closed: count,
    exempted: count,
    undrawn: count,
    head,
    verification: orNull(
      closed<LedgerVerification>({
        kind: exactly("verification"),
        valid: flag,
        checked: listOf(
          codes<LedgerVerification["checked"][number]>({
            chain: true,
            protocol: true,
            draws: true,
            head: true,
          }),
        ),
        size: count,
        head: mayMiss(head),
        findings: listOf(open({ code: text, expected: text })),
        notices: listOf(ref("notice")),
      }),
    ),
  }),
  disclosure: closed<PublishedCounts>({
    asOf: date,
    minimum: least,
    ledger: orNull(digest),
    cells: recordOf(count),
    sums: listOf(open({ total: text, parts: listOf(text) })),
    since: recordOf(codes<PublishedCounts["since"][string]>({ fixed: true, growing: true, drawn: true })),
  }),
};

/**
 * What stands in a review's JSON, as a JSON Schema (draft 2020-12): every part with its members, which may be missing
 * or null, what a number can be, which codes there are. It holds for internal and published editions.
 *
 * A count is a whole number from 0, or `"suppressed"` in a published edition; an infinite limit is
 * `"Infinity"` or `"-Infinity"`. Objects have no other members than the schema names, but for estimates, tests, notices
 * and what a protocol says itself; a later version that adds some has a schema of its own, which is written beside each
 * review.
 *
 * @returns A new object, to be written to a file or given to a validator.
 * @example
 * new Ajv2020().compile(reviewSchema())(JSON.parse(text)) // with the package ajv
 * @example
 * reviewSchema()["$schema"] // "https://json-schema.org/draft/2020-12/schema"
 */
export function reviewSchema(): Readonly<Record<string, unknown>> {
  return structuredClone({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "The one-year review of konkurrencemodel",
    ...REVIEW,
    $defs: DEFINITIONS,
  });
}

/** Members that only one of the editions has, which it then always has. */
const ONLY: Readonly<Record<Audience, readonly (keyof EditionData)[]>> = {
  internal: ["beside"],
  published: ["sampleRatio", "ratings", "comparedIn", "heldAgainst", "command", "withheld", "disclosure"],
};

const MEMBERS: Schema = closed<EditionData>({
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
        "payment-not-as-planned": true,
        "test-ledger": true,
      }),
      planned: text,
      actual: text,
    }),
  ),
  openPoints: listOf(ref("notice")),
  beside: mayMiss(ref("beside")),
  numbers: listOf(ref("reviewNumber")),
  sampleRatio: mayMiss(resultOrNull("sampleRatio")),
  ratings: mayMiss(resultOrNull("ratings")),
  comparedIn: mayMiss(orNull(date)),
  heldAgainst: mayMiss(listOf(date)),
  command: mayMiss(orNull(listOf(text))),
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

const REVIEW: Schema = {
  ...MEMBERS,
  anyOf: [edition("internal", ONLY.published), edition("published", ONLY.internal)],
};

/** An edition for one audience, without the members that only the other one has. */
function edition(audience: Audience, others: readonly string[]): Schema {
  return {
    type: "object",
    properties: {
      audience: exactly(audience),
      ...Object.fromEntries(others.map((name) => [name, { not: {} }])),
    },
    required: ["audience", ...ONLY[audience]],
  };
}
