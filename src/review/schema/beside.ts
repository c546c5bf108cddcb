import type { Trend } from "../../benchmark/index.js";
import type {
  ArmFollowUps,
  ArmMonth,
  ArmRatings,
  MonthlyResults,
  RatingComparison,
  Ratings,
  SampleRatio,
  TimeToSuccess,
} from "../../effects/index.js";
import type { CurveData, ProcessSignal } from "../../inference/index.js";
import type { ArmMissing, BesideData } from "../beside/types.js";
import {
  closed,
  codes,
  count,
  date,
  exactly,
  flag,
  listOf,
  mayMiss,
  month,
  number,
  orNull,
  ref,
  text,
  type Members,
  type Schema,
} from "./build.js";
import { facts, resultOrNull } from "./common.js";

type Differences = NonNullable<Trend["fromCountry"]>;
type Named = MonthlyResults["arms"][number];

const differences: Members<Differences> = {
  differences: listOf(number),
  limits: mayMiss(
    closed<NonNullable<Differences["limits"]>>({ center: number, lower: number, upper: number }),
  ),
  signals: listOf(
    closed<Differences["signals"][number]>({
      period: text,
      rules: listOf(
        codes<ProcessSignal>({
          "beyond-limit": true,
          "near-limit": true,
          "long-run": true,
          "large-range": true,
        }),
      ),
    }),
  ),
};

/** What is told beside the comparison; only in an internal edition. */
export const BESIDE: Readonly<Record<string, Schema>> = {
  curve: closed<CurveData>({
    ...facts,
    kind: exactly("curve"),
    measure: codes<CurveData["measure"]>({ "survival": true, "cumulative-incidence": true }),
    interval: closed<CurveData["interval"]>({ level: number, sides: number, method: text }),
    standardErrors: text,
    rows: listOf(
      closed<CurveData["rows"][number]>({
        group: mayMiss(text),
        cause: mayMiss(text),
        time: number,
        atRisk: count,
        events: count,
        censored: count,
        estimate: number,
        standardError: number,
        lower: number,
        upper: number,
      }),
    ),
  }),
  time: closed<TimeToSuccess>({
    ...facts,
    kind: exactly("time-to-success"),
    criterion: text,
    criterionName: ref("wording"),
    asOf: date,
    level: number,
    arms: listOf(
      closed<ArmFollowUps>({
        arm: text,
        name: text,
        allocated: count,
        success: count,
        gone: count,
        followed: count,
        unseen: count,
        excluded: count,
      }),
    ),
    curve: ref("curve"),
  }),
  months: closed<MonthlyResults>({
    ...facts,
    kind: exactly("months"),
    criterion: text,
    criterionName: ref("wording"),
    asOf: date,
    arms: listOf(closed<Named>({ arm: text, name: text })),
    months: listOf(
      closed<MonthlyResults["months"][number]>({
        month,
        mature: flag,
        arms: listOf(
          closed<ArmMonth>({ arm: text, referred: count, started: count, success: count, pending: count }),
        ),
      }),
    ),
  }),
  ratings: closed<Ratings>({
    ...facts,
    kind: exactly("ratings"),
    asOf: date,
    level: number,
    arms: listOf(
      closed<ArmRatings>({
        arm: text,
        name: text,
        allocated: count,
        answers: count,
        mean: number,
        lowest: number,
        highest: number,
        complaints: count,
        complaintsPerHundred: orNull(
          closed<NonNullable<ArmRatings["complaintsPerHundred"]>>({
            estimate: number,
            lower: number,
            upper: number,
          }),
        ),
        surveyedBy: listOf(text),
        complainedTo: listOf(text),
      }),
    ),
    comparisons: listOf(
      closed<RatingComparison>({ arm: text, reference: text, difference: ref("estimate") }),
    ),
  }),
  trend: closed<Trend>({
    ...facts,
    ...differences,
    kind: exactly("trend"),
    municipality: text,
    cluster: orNull(text),
    peers: listOf(text),
    pooling: codes<Trend["pooling"]>({ "totals": true, "plain-mean": true }),
    value: codes<Trend["value"]>({ "rate": true, "actual-over-expected": true }),
    group: orNull(text),
    measure: ref("measure"),
    direction: orNull(
      codes<NonNullable<Trend["direction"]>>({ "higher-is-better": true, "lower-is-better": true }),
    ),
    periods: listOf(text),
    base: orNull(text),
    series: listOf(
      closed<Trend["series"][number]>({
        of: codes<Trend["series"][number]["of"]>({ municipality: true, cluster: true, country: true }),
        name: orNull(text),
        values: listOf(number),
        index: listOf(number),
      }),
    ),
    fromCountry: mayMiss(closed<Differences>(differences)),
    sources: listOf(text),
  }),
  sampleRatio: closed<SampleRatio>({
    unit: codes<SampleRatio["unit"]>({ citizen: true, household: true }),
    arms: listOf(closed<SampleRatio["arms"][number]>({ arm: text, count, expected: number })),
    pValue: number,
  }),
  beside: closed<BesideData>({
    sampleRatio: resultOrNull("sampleRatio"),
    time: resultOrNull("time"),
    months: resultOrNull("months"),
    ratings: resultOrNull("ratings"),
    trend: resultOrNull("trend"),
    claims: resultOrNull("reconciliation"),
    reported: resultOrNull("reported"),
    expectedPayments: resultOrNull("expectedPayments"),
    missing: listOf(
      closed<ArmMissing>({
        arm: text,
        name: text,
        mature: count,
        noHistory: count,
        moved: count,
        beforeCoverage: count,
        other: count,
      }),
    ),
    command: orNull(listOf(text)),
  }),
};
