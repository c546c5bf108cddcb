import type { Notice, Provenance } from "../core/index.js";
import { wholeSpace, type Question } from "./decision.js";
import { makeSampleEstimate, type SampleEstimate, type SampleEstimateData } from "./sampleEstimate.js";
import { sampleNotEstimable, type SampleReason } from "./sampleNotices.js";

/** Everything of a result from two samples but what was found. */
export interface SampleFrame {
  readonly measure: string;
  readonly method: string;
  /** Where the interval goes by a name of its own. */
  readonly intervalMethod?: string;
  readonly question: Question;
  /** What the groups are like. */
  readonly told: Pick<SampleEstimateData, "counts" | "samples">;
  readonly references: readonly string[];
  readonly provenance: Provenance;
}

/** An estimate with its interval and what belongs to it, or the reason why there is none. */
export type SampleFinding =
  | (Pick<SampleEstimateData, "interval" | "standardError" | "test"> & {
      readonly estimate: number;
      readonly notices: readonly Notice[];
    })
  | { readonly reason: SampleReason };

/** The result of an estimator of two samples. */
export function sampleResult(frame: SampleFrame, finding: SampleFinding): SampleEstimate {
  const { intervalMethod = frame.method, question, told, ...shared } = frame;
  if (!("reason" in finding)) {
    return makeSampleEstimate({ kind: "estimate", status: "estimated", ...shared, ...told, ...finding });
  }
  return makeSampleEstimate({
    kind: "estimate",
    status: "not-estimable",
    reason: finding.reason,
    ...shared,
    ...told,
    estimate: null,
    interval: wholeSpace(question, intervalMethod),
    notices: [sampleNotEstimable(finding.reason)],
  });
}
