import type { Outcomes, Participant } from "../outcomes/index.js";
import { armPairs, countOf, fisherSign } from "./gamingCounts.js";
import { wasReturned } from "./gamingGroups.js";
import type { CountedSign, SignSubject } from "./gamingTypes.js";

/**
 * Whether the arms differ in who takes no part, or isn't seen to the end: never started, withdrawn, returned, unknown by a
 * criterion, and moved to another arm by an exemption that was agreed after the draw. Chance made the arms alike in
 * all of that, so Fisher's exact test holds.
 */
export function exclusionSigns(outcomes: Outcomes, criteria: readonly string[]): readonly CountedSign[] {
  const exempted = exemptedCitizens(outcomes);
  const reasons: readonly (readonly [
    Pick<SignSubject, "code" | "criterion">,
    (one: Participant) => boolean,
  ])[] = [
    [{ code: "never-started" }, ({ participation }) => participation === "never-started"],
    [{ code: "withdrawn" }, ({ participation }) => participation === "withdrawn"],
    [{ code: "returned" }, wasReturned],
    ...criteria.map((criterion) => {
      const unknown = unknownCitizens(outcomes, criterion);
      return [
        { code: "unknown-outcome", criterion },
        ({ citizen }: Participant) => unknown.has(citizen),
      ] as const;
    }),
    [{ code: "exempted" }, ({ citizen }) => exempted.has(citizen)],
  ];
  return armPairs(outcomes).flatMap(({ arm, otherArm, own, others }) =>
    reasons.map(([subject, has]) =>
      fisherSign({ ...subject, arm, otherArm }, countOf(own, has), countOf(others, has)),
    ),
  );
}

function unknownCitizens(outcomes: Outcomes, criterion: string): ReadonlySet<string> {
  const unknown = outcomes.by(criterion, "contract").filter(({ status }) => status === "unknown");
  return new Set(unknown.map(({ citizen }) => citizen));
}

/** Those whom an exemption took from the arm that chance had given, by `asOf`. */
function exemptedCitizens({ ledger, asOf }: Outcomes): ReadonlySet<string> {
  const agreed = ledger.amendments.filter(
    ({ amends, entry, date }) => amends === "exemption" && entry !== undefined && date <= asOf,
  );
  return new Set(agreed.map(({ citizen }) => citizen));
}
