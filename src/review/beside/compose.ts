import type { Trend } from "../../benchmark/index.js";
import {
  compareRatings,
  monthlyResults,
  sampleRatio,
  timeToSuccess,
  type Rating,
} from "../../effects/index.js";
import type { Outcomes } from "../../outcomes/index.js";
import type { Protocol } from "../../protocol/index.js";
import type { Reconciliation, Reported } from "../../settlement/index.js";
import type { TableInput } from "../../tables/index.js";
import { shownCommand } from "./command.js";
import { missingOf } from "./missing.js";
import type { BesideData } from "./types.js";

/** What a caller may give beside the comparison. */
export interface BesideParts {
  /** Answers about satisfaction and complaints, as `parseRatings` reads them. */
  readonly ratings?: TableInput<Rating> | undefined;
  /** The municipality beside its cluster over the years, as `benchmarkTrend` gives it. */
  readonly trend?: Trend | undefined;
  /** A supplier's claims held against the statement, as `reconcileClaims` gives them. */
  readonly claims?: Reconciliation | undefined;
  /** Successes that a supplier reports, as `compareReported` holds them against the register. */
  readonly reported?: Reported | undefined;
  /** The arguments of the command that makes the review, to be repeated by: shown without places and keys. */
  readonly command?: readonly string[] | undefined;
}

/** What stands beside the comparison: what was given, and what follows from the outcomes. */
export function besideOf(
  { analysis }: Protocol,
  outcomes: Outcomes,
  {
    ratings,
    trend,
    claims,
    reported,
    expectedPayments,
    command,
  }: BesideParts & Pick<BesideData, "expectedPayments">,
): BesideData {
  const { primary, referenceArm, level } = analysis;
  const precision = level === undefined ? {} : { level };
  const arms = outcomes.protocol.arms.map(({ id }) => id);
  return {
    sampleRatio: sampleRatio(outcomes.participants, arms) ?? null,
    time: outcomes.participants.length === 0 ? null : timeToSuccess(outcomes, primary, precision),
    months: outcomes.participants.length === 0 ? null : monthlyResults(outcomes, primary),
    ratings: ratings === undefined ? null : compareRatings(outcomes, ratings, { referenceArm, ...precision }),
    trend: trend ?? null,
    claims: claims ?? null,
    reported: reported ?? null,
    expectedPayments,
    missing: missingOf(outcomes, primary),
    command: command === undefined ? null : shownCommand(command),
  };
}
