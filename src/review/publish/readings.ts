import type { SpecificationData } from "../../effects/index.js";
import { bare } from "./estimates.js";

/**
 * Other readings of the criterion without what each of them changes: of few citizens, who are those that moved away or
 * never started, and whose number would follow from one reading or from two of them. How many readings lead to another
 * conclusion is a number of readings, not of citizens, and stays.
 */
export function publishReadings(data: SpecificationData): SpecificationData {
  const specifications = data.specifications
    .filter(({ changed }) => changed.length === 0)
    .map((each) => ({ ...each, rates: [] }));
  const { kind, method, references, criterion, criterionName, asOf, arms, questions, contractOnly } = data;
  const { combinations } = data;
  return {
    kind,
    method,
    references,
    notices: [],
    provenance: bare(data.provenance),
    criterion,
    criterionName,
    asOf,
    arms,
    questions,
    contractOnly,
    combinations,
    specifications,
    tried: data.tried,
    sameConclusion: data.sameConclusion,
    conclusions: data.conclusions,
    isPartial: specifications.length < data.specifications.length,
  };
}
