import {
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { makeCurve } from "./curve.js";
import { criticalValue } from "./decision.js";
import { checkColumns, groupsOf, readEvents, readTimes, type Column } from "./followUps.js";
import { curveLimits, type CurveScale } from "./kernels/curveLimits.js";
import { kaplanMeierSteps } from "./kernels/kaplanMeier.js";
import { riskSteps } from "./kernels/riskSteps.js";
import { notEstimable } from "./notices.js";
import { LIMITS_EXCLUDE_NOTHING, LIMITS_WITHOUT_WIDTH } from "./survivalNotices.js";
import { SURVIVAL_SOURCES } from "./survivalSources.js";
import type { Curve, CurveRow } from "./types.js";

/** A follow-up per person, as columns of equal length. */
export interface FollowUps {
  /** How long each was followed, in any unit, from 0. */
  readonly time: Column<number>;
  /** Whether it ended in the event: true or 1; false or 0 for censored. */
  readonly event: Column<boolean | number>;
  /** What each belongs to; one curve for all by default. */
  readonly group?: Column<string | number> | undefined;
}

export interface KaplanMeierOptions {
  /** Scale on which the limits are symmetric; `log-log` by default. */
  readonly interval?: CurveScale | undefined;
  /** Confidence level of the pointwise limits as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

const RULES: OptionRules<{ interval: CurveScale; level: number }> = {
  interval: oneOf(["log-log", "log", "plain"]),
  level: levelRule,
};

/**
 * How does the share of those without an event fall over time, when not all are followed to theirs?
 *
 * S(t) = Π (n − d)/n over the distinct times up to t, with n still followed just before each and d
 * events at it; who is censored at a time counts as followed there. Greenwood's standard error is
 * S(t) √Σ d/(n(n − d)). The limits hold for each time by itself: `log-log` S^exp(±z se/(S log S)), which
 * stays in (0, 1); `log` S exp(±z se/S) and `plain` S ± z se, cut at 0 and 1. Censoring is taken to
 * tell nothing of the event that would have come: leaving for another event is not such censoring, take
 * {@link cumulativeIncidence} there.
 *
 * Where the curve has reached 0 there is no standard error (`null`) and the limits are 0 and 1, which
 * exclude nothing; so are those of `log-log` before the first event. Those of `log` and `plain` are both
 * 1 there. A notice says so.
 *
 * @param followUps `time` from 0 and `event`, with `group` for a curve each
 * @param options `interval`, `log-log` by default; `level`, 0.95 by default
 * @returns a curve with a row for each distinct time, of events or censoring, group by group;
 *   `median()`, `quantiles(probabilities)` and `at(times)` read it. No rows: a curve without rows
 * @throws CompetitionError `impossible-time`, `impossible-event`, `impossible-label`, `missing-column`,
 *   `unknown-column`, `columns-differ`, `impossible-data`, `unknown-option` or `impossible-option`
 * @example
 * const curve = kaplanMeier({ time: [6, 6, 6, 7, 10], event: [1, 1, 0, 1, 0] });
 * curve.rows.map(({ estimate }) => estimate) // [0.6, 0.3, 0.3]
 * @example
 * kaplanMeier({ time: [2, 2], event: [true, true] }).rows[0]?.upper // 1: at 0 nothing is excluded
 * @see Kaplan & Meier (1958), doi:10.1080/01621459.1958.10501452; Greenwood (1926), Reports on Public Health and
 *   Medical Subjects 33, 1–26; Borgan & Liestøl (1990), Scandinavian Journal of Statistics 17, 35–41, for the limits
 */
export function kaplanMeier(followUps: FollowUps, options?: KaplanMeierOptions): Curve {
  const { values, record } = resolveOptions("kaplanMeier", options, RULES);
  const { interval, level } = values;
  const count = checkColumns("kaplanMeier", followUps, { needed: ["time", "event"], others: ["group"] });
  const time = readTimes(followUps.time, "kaplanMeier");
  const event = readEvents(followUps.event, "kaplanMeier");
  const z = criticalValue(level, 2);
  const rows = groupsOf(followUps.group, count, "kaplanMeier").flatMap(({ name, pick }) =>
    kaplanMeierSteps(riskSteps(pick(time), pick(event))).map(
      ({ time: at, atRisk, events, censored, survival, standardError }): CurveRow => ({
        ...name,
        time: at,
        atRisk,
        events,
        censored,
        estimate: survival,
        standardError,
        ...curveLimits(survival, standardError, z, interval),
      }),
    ),
  );
  return makeCurve({
    kind: "curve",
    measure: "survival",
    method: "kaplan-meier",
    interval: { level, sides: 2, method: interval },
    standardErrors: "greenwood",
    rows,
    references: SURVIVAL_SOURCES["kaplan-meier"],
    notices: noticesOf(rows),
    provenance: provenanceOf("kaplanMeier", record, { rows: count }),
  });
}

function noticesOf(rows: readonly CurveRow[]): readonly Notice[] {
  if (rows.length === 0) return [notEstimable("no-observations")];
  return [
    ...(rows.some(({ lower, upper }) => lower === 0 && upper === 1) ? [LIMITS_EXCLUDE_NOTHING] : []),
    ...(rows.some(({ lower }) => lower === 1) ? [LIMITS_WITHOUT_WIDTH] : []),
  ];
}
