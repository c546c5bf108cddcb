import type { Publishable } from "../../core/index.js";
import type { ArmRate } from "../../effects/index.js";
import type { ArmCounts } from "../../outcomes/index.js";
import { cellId, restId, WEIGHTS, type Cells } from "./cells.js";
import { publishBounds, publishEstimate } from "./estimates.js";

/** The arms of a comparison, and what their difference is made of. */
export interface PairSources {
  /** Both arms' successes and known outcomes. */
  readonly outcomes: readonly string[];
  /** Everyone who was followed for long enough. */
  readonly matures: readonly string[];
}

/** Whom counts are about, by which criterion, and the name of the mature cohort, which criteria may share. */
export interface Place {
  readonly who: readonly string[];
  readonly criterion: string;
  readonly cohort: string;
}

export type StandingIds = Readonly<Record<keyof ArmCounts | "known", string>>;

/** The cells of an arm's, a set's or a group's counts. */
export function standingIds({ who, criterion, cohort }: Place): StandingIds {
  return {
    allocated: cellId(...who, "allocated"),
    mature: cellId(...who, cohort, "mature"),
    pending: cellId(...who, cohort, "pending"),
    excluded: cellId(...who, cohort, "excluded"),
    known: cellId(...who, criterion, "known"),
    success: cellId(...who, criterion, "success"),
    failure: cellId(...who, criterion, "failure"),
    unknown: cellId(...who, criterion, "unknown"),
  };
}

/** What a rate is made of: who succeeded, of whom. */
export function rateSources(place: Place): readonly string[] {
  const { success, known } = standingIds(place);
  return [success, known];
}

/** Where citizens stand by a criterion, as far as it is shown. */
export function publishStandings(
  counts: ArmCounts,
  place: Place,
  cells: Cells,
  weight: number = WEIGHTS.outcome,
): Publishable<ArmCounts> {
  const ids = standingIds(place);
  const total = { weight: Math.min(weight, WEIGHTS.total), since: "growing" } as const;
  const outcome = { weight, since: "growing" } as const;
  const shown = {
    allocated: cells.count(ids.allocated, counts.allocated, total),
    mature: cells.count(ids.mature, counts.mature, total),
    success: cells.count(ids.success, counts.success, outcome),
    failure: cells.count(ids.failure, counts.failure, outcome),
    unknown: cells.count(ids.unknown, counts.unknown),
    pending: cells.count(ids.pending, counts.pending, { weight: Math.min(weight, WEIGHTS.part) }),
    excluded: cells.count(ids.excluded, counts.excluded),
  };
  cells.count(ids.known, counts.success + counts.failure, outcome);
  cells.sum(ids.known, [ids.success, ids.failure], true);
  cells.sum(ids.mature, [ids.known, ids.unknown]);
  cells.sum(ids.allocated, [ids.mature, ids.pending, ids.excluded]);
  return shown;
}

/** That the one are among the other, in every standing. */
export function nestStandings(outer: Place, inner: Place, cells: Cells): void {
  divideStandings(standingIds(outer), [standingIds(inner)], EVERY_STANDING, cells);
}

const EVERY_STANDING = [
  "allocated",
  "mature",
  "pending",
  "excluded",
  "known",
  "success",
  "failure",
  "unknown",
] as const;

/** The standings of those who were followed for long enough. */
export const OF_THE_MATURE = ["mature", "known", "success", "failure", "unknown"] as const;

/**
 * That the parts are among the whole in these standings, the known, success and failure among them. Whoever is in
 * none of the parts succeeded or failed as well: what is said of all of those is said of each.
 */
export function divideStandings(
  whole: StandingIds,
  parts: readonly StandingIds[],
  standings: readonly (keyof StandingIds)[],
  cells: Cells,
): void {
  const within = (standing: keyof StandingIds): readonly string[] => parts.map((part) => part[standing]);
  for (const standing of standings) cells.nest(whole[standing], within(standing));
  if (parts.length === 0) return;
  const rest = (standing: keyof StandingIds): string => restId(whole[standing], within(standing));
  cells.sum(rest("known"), [rest("success"), rest("failure")], true);
  cells.sum(rest("mature"), [rest("known"), rest("unknown")]);
}

/** An arm's rate in one set of citizens. */
export function publishRate(
  { arm, name, counts, rate, bounds }: ArmRate,
  place: Place,
  cells: Cells,
  weight?: number,
): Publishable<ArmRate> {
  const shown = publishStandings(counts, place, cells, weight);
  const { mature } = standingIds(place);
  return {
    arm,
    name,
    counts: shown,
    rate: publishEstimate(rate, rateSources(place), cells),
    bounds: publishBounds(bounds, [...rateSources(place), mature], cells),
  };
}
