import { provenanceOf } from "../core/index.js";
import { chiSquaredCdf, quadraticForm } from "../numerics/index.js";
import { checkColumns, readEvents, readLabels, readTimes, type Column } from "./followUps.js";
import type { FollowUps } from "./kaplanMeier.js";
import { logRankSums } from "./kernels/logRank.js";
import { notEstimable, type Reason } from "./notices.js";
import { fewEvents } from "./survivalNotices.js";
import { SURVIVAL_SOURCES } from "./survivalSources.js";
import { makeTestResult } from "./testResult.js";
import type { TestResult } from "./types.js";

/** Follow-ups in groups, and in strata within which alone they are compared. */
export interface GroupedFollowUps extends FollowUps {
  readonly group: Column<string | number>;
  /** Such as the block of the draw; one stratum of all by default. */
  readonly stratum?: Column<string | number> | undefined;
}

/**
 * Could it be chance alone that events come sooner in some groups than in others?
 *
 * At each event time of a stratum, of n followed n_g are in group g; the d events fall upon them by lot
 * if the groups are alike, so that d n_g/n are expected, with hypergeometric variance. Let u be observed
 * minus expected, summed over times and strata, and V its covariance: u′V⁻u is chi-squared with one
 * degree of freedom less than there are groups. Most powerful where the hazards are proportional; curves
 * that cross it may miss, take {@link restrictedMean} there. It is the score test of {@link coxRegression}.
 *
 * @param followUps `time` from 0, `event` and `group`, with `stratum` for a comparison within strata
 * @returns a test with `counts` and `expected` events by group; `not-estimable` with p = 1 if there is no
 *   event at which more than one group is followed
 * @throws CompetitionError `impossible-time`, `impossible-event`, `impossible-label`, `missing-column`,
 *   `unknown-column`, `columns-differ` or `impossible-data`
 * @example
 * logRank({ time: [1, 2, 3, 4], event: [1, 1, 1, 1], group: ["a", "a", "b", "b"] }).statistic // 2.8824
 * @example
 * logRank({ time: [1, 2], event: [0, 0], group: ["a", "b"] }).reason // "no-comparison"
 * @see Mantel (1966), Cancer Chemotherapy Reports 50, 163–170; Peto & Peto (1972), Journal of the Royal
 *   Statistical Society, Series A 135, 185–207
 */
export function logRank(followUps: GroupedFollowUps): TestResult {
  const rows = checkColumns("logRank", followUps, {
    needed: ["time", "event", "group"],
    others: ["stratum"],
  });
  const time = readTimes(followUps.time, "logRank");
  const event = readEvents(followUps.event, "logRank");
  const group = readLabels(followUps.group, "logRank.group");
  const stratum =
    followUps.stratum === undefined ? undefined : readLabels(followUps.stratum, "logRank.stratum");
  const { observed, expected, covariance } = logRankSums({
    time,
    event,
    group: group.codes,
    groups: group.names.length,
    stratum: stratum?.codes ?? new Int32Array(rows),
  });
  const excess = observed.map((count, index) => count - (expected[index] ?? 0));
  const { value, rank } = quadraticForm(excess, covariance);
  const reason = reasonAgainst(group.names.length, rank);
  const totals = group.names.map((_, code) => group.codes.filter((each) => each === code).length);
  return makeTestResult({
    kind: "test",
    status: reason === undefined ? "estimated" : "not-estimable",
    ...(reason === undefined ? {} : { reason }),
    method: stratum === undefined ? "log-rank" : "stratified-log-rank",
    ...(reason === undefined
      ? { statistic: value, degreesOfFreedom: rank, pValue: chiSquaredCdf(value, rank, "upper") }
      : { pValue: 1 }),
    alternative: "two-sided",
    counts: byName(group.names, (code) => ({ events: observed[code] ?? 0, total: totals[code] ?? 0 })),
    expected: byName(group.names, (code) => expected[code] ?? 0),
    references: SURVIVAL_SOURCES["log-rank"],
    notices:
      reason === undefined
        ? fewEvents(observed.reduce((sum, count) => sum + count, 0))
        : [notEstimable(reason)],
    provenance: provenanceOf(
      "logRank",
      {},
      { rows, groups: group.names.length, strata: stratum?.names.length ?? 1 },
    ),
  });
}

function reasonAgainst(groups: number, rank: number): Reason | undefined {
  if (groups === 0) return "no-observations";
  if (groups === 1) return "one-group";
  return rank === 0 ? "no-comparison" : undefined;
}

function byName<Value>(names: readonly string[], valueOf: (code: number) => Value): Record<string, Value> {
  return Object.fromEntries(names.map((name, code) => [name, valueOf(code)]));
}
