import type { Notice, Provenance } from "../core/index.js";
import { intervalOf, testOf, wholeSpace, type Question } from "./decision.js";
import { makeEstimate } from "./estimate.js";
import type { Deviates } from "./kernels/deviates.js";
import { frozenNotices, type Writable } from "./frozen.js";
import { notEstimable, ZERO_CELL, ZERO_VARIANCE, type Reason } from "./notices.js";
import type { Count, Estimate, EstimateData } from "./types.js";

/** Everything of a comparison's result but what was found; counts, references and provenance are frozen. */
export interface ComparisonFrame {
  readonly measure: string;
  readonly method: string;
  /** Where the interval goes by a name of its own, such as the variance it builds on. */
  readonly intervalMethod?: string;
  readonly question: Question;
  readonly counts: Readonly<Record<string, Count>>;
  readonly references: readonly string[];
  readonly notices?: readonly Notice[];
  readonly provenance: Provenance;
}

/** An estimate with the method that judges it, or the reason why there is none. */
export type Finding =
  { readonly estimate: number; readonly deviates: Deviates } | { readonly reason: Reason };

/** The result of a comparison: test and interval are read from the same deviates. */
export function comparisonResult(frame: ComparisonFrame, finding: Finding): Estimate {
  const { measure, method, intervalMethod = method, question, notices = [] } = frame;
  const { counts, references, provenance } = frame;
  if ("reason" in finding) {
    return makeEstimate({
      kind: "estimate",
      status: "not-estimable",
      reason: finding.reason,
      measure,
      method,
      estimate: null,
      interval: wholeSpace(question, intervalMethod),
      counts,
      references,
      notices: [...notices, notEstimable(finding.reason)],
      provenance,
    });
  }
  const { estimate, deviates } = finding;
  const { standardError } = deviates;
  const data: Writable<EstimateData> = {
    kind: "estimate",
    status: "estimated",
    measure,
    method,
    estimate,
    interval: intervalOf(deviates, question, intervalMethod),
    counts,
    references,
    notices: frozenNotices([...notices, ...varianceNotices(standardError)]),
    provenance,
  };
  // A p-value of 1 beside an infinite standard error would be no finding of no difference.
  if (standardError !== Infinity) data.test = testOf(deviates, question);
  if (standardError !== undefined && standardError !== Infinity) data.standardError = standardError;
  return makeEstimate(Object.freeze(data));
}

function varianceNotices(standardError: number | undefined): readonly Notice[] {
  if (standardError === 0) return [ZERO_VARIANCE];
  return standardError === Infinity ? [ZERO_CELL] : [];
}
