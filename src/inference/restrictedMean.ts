import {
  competitionError,
  levelRule,
  provenanceOf,
  resolveOptions,
  type OptionRules,
} from "../core/index.js";
import { intervalOf, testOf, type Question } from "./decision.js";
import { checkColumns, groupsOf, readEvents, readTimes, type Column, type Group } from "./followUps.js";
import type { FollowUps } from "./kaplanMeier.js";
import { waldType, type Deviates } from "./kernels/deviates.js";
import { kaplanMeierSteps } from "./kernels/kaplanMeier.js";
import { clamp } from "./kernels/limits.js";
import { restrictedMeanOf, type RestrictedMean } from "./kernels/restrictedMean.js";
import { riskSteps, type RiskStep } from "./kernels/riskSteps.js";
import { ZERO_VARIANCE } from "./notices.js";
import { makeMeanDifference, type RestrictedMeanDifference } from "./restrictedMeanDifference.js";
import { fewEvents } from "./survivalNotices.js";
import { SURVIVAL_SOURCES } from "./survivalSources.js";
import type { Count } from "./types.js";

/** Follow-ups of two groups. */
export interface TwoGroups extends FollowUps {
  readonly group: Column<string | number>;
}

export interface RestrictedMeanOptions {
  /** Horizon, in the unit of the times; up to the shorter follow-up of the two groups. */
  readonly until: number;
  /** The group compared with. */
  readonly reference: string | number;
  /** Confidence level as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

interface Resolved {
  readonly until?: number;
  readonly reference?: string | number;
  readonly level: number;
}

const RULES: OptionRules<Resolved> = {
  until: {
    expected: "a time above 0",
    accepts: (value) => typeof value === "number" && value > 0 && value < Infinity,
  },
  reference: {
    expected: "the name of a group",
    accepts: (value) => typeof value === "string" || typeof value === "number",
  },
  level: levelRule,
};

/**
 * How much longer, up to a horizon, does one group go without an event than another?
 *
 * The mean time without an event up to τ is the area under the Kaplan-Meier curve, ∫₀^τ S(t) dt. Its
 * variance is Greenwood's, Σ (∫_t^τ S)² d/(n(n − d)) over the times t ≤ τ, without a small-sample factor. The estimate is
 * the other group's mean minus the reference's, in the unit of the times; interval and test are
 * Wald's, (estimate − null)/SE, the limits within ±τ. It says how long, needs no proportional hazards,
 * and holds for this τ only, which is therefore to be chosen beforehand.
 *
 * @param followUps `time` from 0, `event` and `group`, which names two groups
 * @param options `until`, the horizon τ above 0, and `reference`, the group compared with, both required;
 *   `level`, 0.95 by default
 * @returns an estimate of measure `restricted-mean-difference`, with both groups' `means`
 * @throws CompetitionError `impossible-option` for a horizon beyond the last follow-up of a group in
 *   which not all have had the event: what happens there no one has seen; `impossible-groups` unless there are
 *   two; `missing-option`, `unknown-option`; `impossible-time`, `impossible-event`, `impossible-label`,
 *   `missing-column`, `unknown-column`, `columns-differ` or `impossible-data`
 * @example
 * const followUps = { time: [2, 4, 3, 5], event: [1, 1, 1, 0], group: ["a", "a", "b", "b"] };
 * restrictedMean(followUps, { until: 4, reference: "a" }).estimate // 3.5 − 3 = 0.5
 * @example
 * restrictedMean(followUps, { until: 6, reference: "a" }) // throws: b is followed up to 5 only
 * @see Uno et al. (2014), Journal of Clinical Oncology 32, 2380–2385, doi:10.1200/JCO.2014.55.2208
 */
export function restrictedMean(
  followUps: TwoGroups,
  options: RestrictedMeanOptions,
): RestrictedMeanDifference {
  const { values, record } = resolveOptions<Resolved>("restrictedMean", options, RULES);
  const until = required(values.until, "until");
  const reference = String(required(values.reference, "reference"));
  const rows = checkColumns("restrictedMean", followUps, { needed: ["time", "event", "group"], others: [] });
  const time = readTimes(followUps.time, "restrictedMean");
  const event = readEvents(followUps.event, "restrictedMean");
  const arms = pairOf(groupsOf(followUps.group, rows, "restrictedMean"), reference).map(({ name, pick }) =>
    armOf(name.group ?? "", riskSteps(pick(time), pick(event)), until),
  );
  const counts = Object.fromEntries(arms.map(({ name, count }) => [name, count]));
  const question: Question = {
    level: values.level,
    alternative: "two-sided",
    nullValue: 0,
    space: { lower: -until, upper: until },
  };
  const { estimate, deviates } = differenceOf(arms, until);
  return makeMeanDifference({
    kind: "estimate",
    status: "estimated",
    measure: "restricted-mean-difference",
    method: "restricted-mean",
    estimate,
    interval: intervalOf(deviates, question, "wald"),
    standardError: deviates.standardError ?? 0,
    test: testOf(deviates, question),
    counts,
    references: SURVIVAL_SOURCES["restricted-mean"],
    until,
    means: Object.fromEntries(
      arms.map(({ name, mean, variance }) => [name, { mean, standardError: Math.sqrt(variance) }]),
    ),
    notices: [
      ...(deviates.standardError === 0 ? [ZERO_VARIANCE] : []),
      ...fewEvents(arms.reduce((sum, { count }) => sum + count.events, 0)),
    ],
    provenance: provenanceOf("restrictedMean", record, { rows, ...counts }),
  });
}

function required<Value>(value: Value | undefined, option: keyof typeof RULES): Value {
  if (value !== undefined) return value;
  throw competitionError({
    code: "missing-option",
    path: `restrictedMean.${option}`,
    received: value,
    expected: RULES[option].expected,
  });
}

/** The group that isn't the reference, then the reference. */
function pairOf(groups: readonly Group[], reference: string): readonly Group[] {
  const names = groups.map(({ name }) => name.group ?? "");
  if (names.length !== 2) {
    throw competitionError({
      code: "impossible-groups",
      path: "restrictedMean.group",
      received: names,
      expected: `two groups${names.length > 2 ? `, not ${names.join(", ")}` : ""}`,
    });
  }
  if (!names.includes(reference)) {
    throw competitionError({
      code: "impossible-option",
      path: "restrictedMean.reference",
      received: reference,
      expected: `one of the groups, ${names.join(", ")}`,
    });
  }
  return names[0] === reference ? groups.toReversed() : groups;
}

/** A group with its mean, and its events up to the horizon. */
interface Arm extends RestrictedMean {
  readonly name: string;
  readonly count: Count;
}

function armOf(name: string, steps: readonly RiskStep[], until: number): Arm {
  const last = steps.at(-1);
  const isSeen = last !== undefined && (until <= last.time || last.censored === 0);
  if (!isSeen) {
    throw competitionError({
      code: "impossible-option",
      path: "restrictedMean.until",
      received: until,
      expected: `at most ${last?.time ?? 0}, the last follow-up of ${name}`,
    });
  }
  const events = steps.reduce((sum, step) => sum + (step.time <= until ? step.events : 0), 0);
  return {
    name,
    count: { events, total: steps[0]?.atRisk ?? 0 },
    ...restrictedMeanOf(kaplanMeierSteps(steps), until),
  };
}

/** The first mean minus the second; its limits stay within what the difference can be. */
function differenceOf(
  [other, reference]: readonly RestrictedMean[],
  until: number,
): { readonly estimate: number; readonly deviates: Deviates } {
  const estimate = (other?.mean ?? 0) - (reference?.mean ?? 0);
  const wald = waldType(estimate, Math.sqrt((other?.variance ?? 0) + (reference?.variance ?? 0)));
  return { estimate, deviates: { ...wald, limit: (z) => clamp(wald.limit(z), -until, until) } };
}
