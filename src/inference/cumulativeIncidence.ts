import {
  competitionError,
  levelRule,
  oneOf,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { makeCurve } from "./curve.js";
import { criticalValue } from "./decision.js";
import { checkColumns, groupsOf, readLabels, readTimes, type Column } from "./followUps.js";
import { incidenceSteps, type IncidenceError } from "./kernels/aalenJohansen.js";
import { curveLimits } from "./kernels/curveLimits.js";
import { riskSteps } from "./kernels/riskSteps.js";
import { notEstimable } from "./notices.js";
import { LIMITS_EXCLUDE_NOTHING } from "./survivalNotices.js";
import { SURVIVAL_SOURCES } from "./survivalSources.js";
import type { Curve, CurveRow } from "./types.js";

/** A follow-up per person that may end in one of several events, as columns of equal length. */
export interface CompetingFollowUps {
  /** How long each was followed, in any unit, from 0. */
  readonly time: Column<number>;
  /** In what it ended: the name or number of an event; 0 or null for censored. */
  readonly cause: Column<string | number | null>;
  /** What each belongs to; one curve per cause for all by default. */
  readonly group?: Column<string | number> | undefined;
}

export interface CumulativeIncidenceOptions {
  /** `infinitesimal-jackknife` by default. */
  readonly standardError?: IncidenceError | undefined;
  /** Confidence level of the pointwise limits as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
}

const RULES: OptionRules<{ standardError: IncidenceError; level: number }> = {
  standardError: oneOf(["infinitesimal-jackknife", "aalen", "delta"]),
  level: levelRule,
};

/**
 * What share has had an event of each kind by a time, where the kinds exclude each other?
 *
 * The Aalen-Johansen estimate F_k(t) = Σ S(t−) d_k/n over the distinct times up to t, with n still
 * followed just before each, d_k events of cause k at it, and S the Kaplan-Meier curve of all causes
 * together; so that S(t) and the F_k(t) sum to 1. One minus a Kaplan-Meier curve that counts other causes as
 * censoring would say too much.
 *
 * - `infinitesimal-jackknife`: √Σ (∂F/∂wᵢ)² over persons with weights wᵢ.
 * - `delta`: by the delta method from multinomial shares; for a sample without weights it is the same number.
 * - `aalen`: each cause's share varies by itself, with n − 1; somewhat larger in small samples.
 *
 * The limits are F^exp(±z se/(F log F)), for each time by itself; while F is 0 they are 0 and 1, which
 * exclude nothing.
 *
 * @param followUps `time` from 0 and `cause`, with `group` for curves of each
 * @param options `standardError`, `infinitesimal-jackknife` by default; `level`, 0.95 by default
 * @returns a curve with `cause` in its rows, by group, by cause and by distinct time; `events` are those of
 *   the cause. No event at all: a curve without rows
 * @throws CompetitionError `impossible-time`, `impossible-cause`, `impossible-label`, `missing-column`,
 *   `unknown-column`, `columns-differ`, `impossible-data`, `unknown-option` or `impossible-option`
 * @example
 * const curve = cumulativeIncidence({ time: [1, 2, 3, 4], cause: ["work", "education", "work", null] });
 * curve.rows.filter(({ cause }) => cause === "work").map(({ estimate }) => estimate) // [0.25, 0.25, 0.5, 0.5]
 * @example
 * cumulativeIncidence({ time: [1, 2], cause: [0, 0] }).rows // []
 * @see Aalen & Johansen (1978), Scandinavian Journal of Statistics 5, 141–150; Choudhury (2002), Statistics in
 *   Medicine 21, 1129–1144, for the limits
 */
export function cumulativeIncidence(
  followUps: CompetingFollowUps,
  options?: CumulativeIncidenceOptions,
): Curve {
  const { values, record } = resolveOptions("cumulativeIncidence", options, RULES);
  const { standardError, level } = values;
  const count = checkColumns("cumulativeIncidence", followUps, {
    needed: ["time", "cause"],
    others: ["group"],
  });
  const time = readTimes(followUps.time, "cumulativeIncidence");
  const causes = readCauses(followUps.cause);
  const z = criticalValue(level, 2);
  const rows = groupsOf(followUps.group, count, "cumulativeIncidence").flatMap(({ name, pick }) => {
    const steps = riskSteps(pick(time), pick(causes.codes), causes.names.length);
    return causes.names.flatMap((cause, index) =>
      incidenceSteps(steps, index + 1, standardError).map((step): CurveRow => ({
        ...name,
        cause,
        time: step.time,
        atRisk: step.atRisk,
        events: step.byCause[index] ?? 0,
        censored: step.censored,
        estimate: step.incidence,
        standardError: step.standardError,
        ...curveLimits(step.incidence, step.standardError, z, "log-log"),
      })),
    );
  });
  return makeCurve({
    kind: "curve",
    measure: "cumulative-incidence",
    method: "aalen-johansen",
    interval: { level, sides: 2, method: "log-log" },
    standardErrors: standardError,
    rows,
    references: SURVIVAL_SOURCES[standardError],
    notices: noticesOf(count, rows),
    provenance: provenanceOf("cumulativeIncidence", record, { rows: count, causes: causes.names }),
  });
}

/** Causes as they were named, and for each row 1 for the first, 2 for the second, …, 0 for censored. */
function readCauses(column: CompetingFollowUps["cause"]): {
  readonly names: readonly (string | number)[];
  readonly codes: Int32Array;
} {
  const values: (string | number | null)[] = Array.from(column, (value: unknown, row) => causeOf(value, row));
  const events = values.filter((value) => value !== null);
  const { names } = readLabels(events, "cumulativeIncidence.cause");
  const given = new Map(events.map((value) => [String(value), value]));
  const codes = new Map(names.map((name, index) => [name, index + 1]));
  return {
    names: names.map((name) => given.get(name) ?? name),
    codes: Int32Array.from(values, (value) => (value === null ? 0 : (codes.get(String(value)) ?? 0))),
  };
}

function causeOf(value: unknown, row: number): string | number | null {
  if (value === 0 || value === null) return null;
  if (
    (typeof value === "string" && !/^[\s0]*$/.test(value)) ||
    (typeof value === "number" && Number.isFinite(value))
  ) {
    return value;
  }
  throw competitionError({
    code: "impossible-cause",
    path: `cumulativeIncidence.cause[${row}]`,
    received: value,
    expected: "the name or number of an event, or null or the number 0 for censored",
  });
}

function noticesOf(count: number, rows: readonly CurveRow[]): readonly Notice[] {
  if (rows.length === 0) return [notEstimable(count === 0 ? "no-observations" : "no-event")];
  return rows.some(({ lower, upper }) => lower === 0 && upper === 1) ? [LIMITS_EXCLUDE_NOTHING] : [];
}
