import type {
  ArmComparison,
  ArmExits,
  ArmRate,
  BalanceRow,
  ContractualRate,
  EffectData,
  PublishableVerdict,
  SensitivityAnalysis,
  SensitivityCode,
  SetRates,
  SpecificationData,
  Subgroup,
  SubgroupLevel,
  TargetsData,
  VerdictCode,
} from "../../effects/index.js";
import type { AnalysisSet } from "../../outcomes/index.js";
import {
  closed,
  codes,
  count,
  date,
  exactly,
  flag,
  listOf,
  mayMiss,
  number,
  orNull,
  recordOf,
  ref,
  text,
  type Members,
  type Schema,
} from "./build.js";
import { facts, resultOrNull } from "./common.js";

const VERDICTS: Readonly<Record<VerdictCode, true>> = {
  "too-early": true,
  "better": true,
  "worse": true,
  "not-worse": true,
  "inconclusive": true,
};

const contractual: Members<Omit<ContractualRate, "arm" | "name">> = {
  complete: count,
  success: count,
  failure: count,
  unknown: count,
  pending: count,
  rate: ref("estimate"),
};

type Target = TargetsData["targets"][number];
type Rate = Target["rates"][number];
type Combination = SpecificationData["specifications"][number];

const standing = codes<Rate["standing"]>({
  "reached": true,
  "not-reached": true,
  "undecided": true,
  "too-few": true,
});

const balanceCount = closed<BalanceRow["counts"]["comparator"]>({ known: count, having: mayMiss(count) });

/** The comparison of the arms: by criterion, by group, by reading, beside targets. */
export const EFFECTS: Readonly<Record<string, Schema>> = {
  verdict: closed<PublishableVerdict>({
    arm: text,
    reference: text,
    code: codes({ ...VERDICTS, suppressed: true }),
  }),
  armRate: closed<ArmRate>({
    arm: text,
    name: text,
    counts: ref("counts"),
    rate: ref("estimate"),
    bounds: ref("limits"),
  }),
  comparison: closed<ArmComparison>({
    arm: text,
    reference: text,
    difference: ref("estimate"),
    randomization: resultOrNull("test"),
    unstratified: ref("estimate"),
    fisher: ref("test"),
    bounds: ref("limits"),
    sensitivity: listOf(
      closed<SensitivityAnalysis>({
        analysis: codes<SensitivityCode>({
          "unadjusted": true,
          "stratified": true,
          "weighted": true,
          "households": true,
          "regression-adjusted": true,
          "exact": true,
          "per-protocol": true,
          "compliers": true,
          "unknown-as-failures": true,
          "unknown-worst": true,
          "unknown-best": true,
          "unknown-lee": true,
        }),
        decides: flag,
        citizens: count,
        difference: ref("estimate"),
        region: mayMiss(ref("limits")),
      }),
    ),
    subgroups: listOf(
      closed<Subgroup>({
        factor: text,
        planned: flag,
        groups: listOf(
          closed<SubgroupLevel>({
            group: text,
            comparator: ref("counts"),
            reference: ref("counts"),
            difference: ref("estimate"),
          }),
        ),
        interaction: resultOrNull("test"),
        adjustedPValue: number,
        without: count,
      }),
    ),
    balance: listOf(
      closed<BalanceRow>({
        column: text,
        origin: codes<BalanceRow["origin"]>({ stratum: true, history: true, given: true }),
        category: mayMiss(text),
        comparator: number,
        reference: number,
        counts: closed<BalanceRow["counts"]>({ comparator: balanceCount, reference: balanceCount }),
        difference: ref("estimate"),
        standardized: orNull(
          closed<NonNullable<BalanceRow["standardized"]>>({ estimate: number, lower: number, upper: number }),
        ),
      }),
    ),
  }),
  exits: closed<ArmExits>({
    arm: text,
    name: text,
    successes: recordOf(count),
    others: recordOf(count),
  }),
  effect: closed<EffectData>({
    ...facts,
    kind: exactly("effect"),
    criterion: text,
    criterionName: ref("wording"),
    primary: flag,
    anchor: exactly("referral"),
    asOf: date,
    matureThrough: date,
    level: number,
    margin: number,
    minimumMature: number,
    rates: listOf(ref("armRate")),
    comparisons: listOf(ref("comparison")),
    verdicts: listOf(ref("verdict")),
    contractual: listOf(closed<ContractualRate>({ arm: text, name: text, ...contractual })),
    sets: listOf(
      closed<SetRates>({
        set: codes<AnalysisSet>({ allocated: true, started: true, completed: true }),
        rates: listOf(ref("armRate")),
      }),
    ),
    exits: listOf(ref("exits")),
  }),
  specification: closed<SpecificationData>({
    ...facts,
    kind: exactly("specification"),
    criterion: text,
    criterionName: ref("wording"),
    asOf: date,
    arms: listOf(closed<SpecificationData["arms"][number]>({ id: text, name: text })),
    questions: listOf(
      closed<SpecificationData["questions"][number]>({ question: text, readings: listOf(text) }),
    ),
    contractOnly: listOf(text),
    combinations: codes<SpecificationData["combinations"]>({ all: true, single: true }),
    specifications: listOf(
      closed<Combination>({
        answers: recordOf(text),
        changed: listOf(text),
        flips: listOf(closed<Combination["flips"][number]>({ arm: text, referral: count, contract: count })),
        rates: listOf(closed<Combination["rates"][number]>({ arm: text, events: count, total: count })),
        comparisons: listOf(
          closed<Combination["comparisons"][number]>({
            arm: text,
            reference: text,
            estimate: number,
            lower: number,
            upper: number,
            verdict: codes(VERDICTS),
          }),
        ),
      }),
    ),
    tried: count,
    sameConclusion: count,
    conclusions: listOf(
      closed<SpecificationData["conclusions"][number]>({
        arm: text,
        reference: text,
        same: count,
        others: listOf(
          closed<SpecificationData["conclusions"][number]["others"][number]>({
            verdict: codes(VERDICTS),
            count,
          }),
        ),
      }),
    ),
    isPartial: mayMiss(flag),
  }),
  targets: closed<TargetsData>({
    ...facts,
    kind: exactly("targets"),
    asOf: date,
    level: number,
    agreed: count,
    targets: listOf(
      closed<Target>({
        number,
        target: closed<Target["target"]>({
          criterion: text,
          among: mayMiss(text),
          group: mayMiss(recordOf(text)),
          share: number,
          source: mayMiss(text),
        }),
        criterionName: ref("wording"),
        amongName: mayMiss(ref("wording")),
        matureThrough: date,
        rates: listOf(
          closed<Rate>({
            arm: orNull(text),
            name: text,
            counts: ref("counts"),
            rate: ref("estimate"),
            bounds: ref("limits"),
            standing,
            contract: closed<Rate["contract"]>({ ...contractual, standing }),
          }),
        ),
      }),
    ),
    met: listOf(
      closed<TargetsData["met"][number]>({
        "arm": orNull(text),
        "name": text,
        "reached": count,
        "not-reached": count,
        "undecided": count,
        "too-few": count,
      }),
    ),
  }),
};
