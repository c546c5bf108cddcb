import type { Notice, Provenance } from "../core/index.js";
import { clip, type Limits } from "./kernels/limits.js";
import { ZERO_VARIANCE } from "./notices.js";
import { unestimable, type RegressionReason } from "./regressionNotices.js";
import { studentInterval, studentTest, type StudentEstimate } from "./student.js";
import type { Count, EstimateData } from "./types.js";

/** Everything of a result but what was found. */
export interface StudentFrame {
  readonly measure: string;
  readonly method: string;
  /** What the standard error builds on. */
  readonly covariance: string;
  readonly level: number;
  /** All values the measure can take. */
  readonly space: Limits;
  readonly counts?: Readonly<Record<string, Count>> | undefined;
  readonly references: readonly string[];
  readonly provenance: Provenance;
}

/** An estimate with its standard error, or the reason why there is none; with what is worth knowing. */
export type StudentFinding = (StudentEstimate | { readonly reason: RegressionReason }) & {
  readonly notices: readonly Notice[];
};

/** All real numbers. */
export const REAL_LINE: Limits = { lower: -Infinity, upper: Infinity };

/** The result of an estimator that goes by Student's t: test and interval are read from the same standard error. */
export function studentResult(frame: StudentFrame, finding: StudentFinding): EstimateData {
  const { covariance, level, space, counts, ...shared } = frame;
  const common = { kind: "estimate", ...shared, ...(counts === undefined ? {} : { counts }) } as const;
  if ("reason" in finding) {
    return {
      ...common,
      status: "not-estimable",
      reason: finding.reason,
      estimate: null,
      interval: { ...space, level, sides: 2, method: covariance },
      notices: [unestimable(finding.reason), ...finding.notices],
    };
  }
  const { estimate, standardError, notices } = finding;
  const interval = studentInterval(finding, level, covariance);
  return {
    ...common,
    status: "estimated",
    estimate,
    interval: { ...interval, ...clip(interval, space.lower, space.upper) },
    standardError,
    test: studentTest(finding),
    notices: [...notices, ...(standardError === 0 ? [ZERO_VARIANCE] : [])],
  };
}
