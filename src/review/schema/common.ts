import type { Notice, Provenance } from "../../core/index.js";
import type { ResultFacts } from "../../display/index.js";
import type { ArmCounts, Wording } from "../../outcomes/index.js";
import type { Count, EstimateData, Interval, TestData } from "../../inference/index.js";
import {
  anything,
  atLeast,
  closed,
  codes,
  count,
  exactly,
  listOf,
  mayMiss,
  number,
  open,
  orNull,
  recordOf,
  ref,
  text,
  type Members,
  type Schema,
} from "./build.js";

const segments = listOf({ type: "array", items: number, minItems: 2, maxItems: 2 });
const alternative = codes({ "two-sided": true, "greater": true, "less": true });

/** Successes of so many; some estimates tell of the unknown too. */
const counted = atLeast<Count>({ events: count, total: count });

/** What every result carries. */
export const facts: Members<ResultFacts> = {
  method: text,
  references: listOf(text),
  notices: listOf(ref("notice")),
  provenance: ref("provenance"),
};

/** What an estimate has; some kinds of it have more. */
export const estimateMembers: Members<EstimateData> = {
  ...facts,
  kind: exactly("estimate"),
  status: codes<EstimateData["status"]>({ "estimated": true, "not-estimable": true }),
  reason: mayMiss(text),
  measure: text,
  estimate: number,
  interval: ref("interval"),
  segments: mayMiss(segments),
  standardError: mayMiss(number),
  test: mayMiss(
    closed<NonNullable<EstimateData["test"]>>({
      statistic: mayMiss(number),
      degreesOfFreedom: mayMiss(number),
      pValue: number,
      alternative,
      nullValue: number,
    }),
  ),
  counts: mayMiss(recordOf(counted)),
};

/** What all parts are made of. */
export const COMMON: Readonly<Record<string, Schema>> = {
  count: {
    description: "A count of citizens, referrals or days; hidden in a published edition where it is small.",
    anyOf: [{ type: "integer", minimum: 0 }, exactly("suppressed")],
  },
  number: {
    description:
      "A number; null where there is none; an infinite one as a text; hidden in a published edition where it tells a small count.",
    anyOf: [{ type: "number" }, exactly("Infinity", "-Infinity", "suppressed"), { type: "null" }],
  },
  wording: closed<Wording>({ da: text, en: text }),
  notice: open({
    code: text,
    severity: codes<Notice["severity"]>({ info: true, caution: true, warning: true }),
  }),
  provenance: closed<Provenance>({ version: text, operation: text, options: anything, inputs: anything }),
  interval: closed<Interval>({ lower: number, upper: number, level: number, sides: number, method: text }),
  limits: closed<{ lower: number; upper: number }>({ lower: number, upper: number }),
  estimate: atLeast<EstimateData>(estimateMembers),
  test: atLeast<TestData>({
    ...facts,
    kind: exactly("test"),
    status: codes<TestData["status"]>({ "estimated": true, "not-estimable": true }),
    reason: mayMiss(text),
    statistic: mayMiss(number),
    degreesOfFreedom: mayMiss(number),
    pValue: number,
    alternative,
    monteCarloError: mayMiss(number),
    counts: mayMiss(recordOf(counted)),
    expected: mayMiss(recordOf(number)),
  }),
  counts: closed<ArmCounts>({
    allocated: count,
    mature: count,
    success: count,
    failure: count,
    unknown: count,
    pending: count,
    excluded: count,
  }),
};

/** A result that may be missing because there is nobody to make it of. */
export const resultOrNull = (name: string): Schema => orNull(ref(name));
