import { SUPPRESSED, type Notice, type Provenance, type Publishable } from "../../core/index.js";
import type { Bounds } from "../../effects/index.js";
import type { EstimateData, TestData } from "../../inference/index.js";
import type { Cells } from "./cells.js";

const NO_NOTICES: readonly Notice[] = [];

/** An estimate without the counts it was made of, or with nothing but its method where one of its sources is hidden. */
export function publishEstimate(
  given: EstimateData,
  sources: readonly string[],
  cells: Cells,
): Publishable<EstimateData> {
  if (!cells.shows(sources)) return hiddenEstimate(given);
  const { status, reason, estimate, interval, segments, test } = given;
  return {
    ...factsOf(given),
    status,
    ...(reason === undefined ? {} : { reason }),
    estimate,
    interval: { ...interval },
    ...(segments === undefined ? {} : { segments }),
    ...(test === undefined ? {} : { test: { ...test } }),
  };
}

/** Of an estimate only by which method it was made, and how sure it is. */
export function hiddenEstimate(given: EstimateData): Publishable<EstimateData> {
  return {
    ...factsOf(given),
    status: "estimated",
    estimate: SUPPRESSED,
    interval: { ...given.interval, lower: SUPPRESSED, upper: SUPPRESSED },
    test: { pValue: SUPPRESSED, alternative: "two-sided", nullValue: SUPPRESSED },
  };
}

function factsOf({
  kind,
  method,
  references,
  measure,
  provenance,
}: EstimateData): Pick<
  Publishable<EstimateData>,
  "kind" | "method" | "references" | "notices" | "provenance" | "measure"
> {
  return { kind, method, references, notices: NO_NOTICES, provenance: bare(provenance), measure };
}

/** A test likewise. */
export function publishTest(
  given: TestData,
  sources: readonly string[],
  cells: Cells,
): Publishable<TestData> {
  const { kind, method, references, alternative } = given;
  const facts = {
    kind,
    method,
    references,
    notices: NO_NOTICES,
    provenance: bare(given.provenance),
    alternative,
  };
  if (!cells.shows(sources)) return { ...facts, status: "estimated", pValue: SUPPRESSED };
  const { status, reason, pValue } = given;
  return { ...facts, status, ...(reason === undefined ? {} : { reason }), pValue };
}

export function publishBounds(bounds: Bounds, sources: readonly string[], cells: Cells): Publishable<Bounds> {
  return cells.shows(sources) ? { ...bounds } : { lower: SUPPRESSED, upper: SUPPRESSED };
}

/** Which operation of which version, with which options; what went into it tells of single citizens and files. */
export function bare({ version, operation, options }: Provenance): Provenance {
  return { version, operation, options, inputs: {} };
}
