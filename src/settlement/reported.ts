import { provenanceOf } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import type { Criterion, Outcome, Outcomes } from "../outcomes/index.js";
import { rowsOf, sourceOf, type TableInput } from "../tables/index.js";
import type { Claim } from "./claims.js";
import { plainName } from "./itemNames.js";
import { reportedFace } from "./reportedFace.js";
import type { Reported, ReportedCriterion, ReportedData } from "./reportedTypes.js";

const makeReported: (data: ReportedData) => Reported = resultMaker<ReportedData>(reportedFace);

/**
 * Do the successes that a supplier reports agree with the register?
 *
 * A claim whose item is a criterion, by its id or its name in either language, reports a success of its citizen,
 * whether or not anything is paid for it: so a supplier tells the results that the contract lets it work out itself. Each
 * citizen is held against the outcome as the contract measures it, in the arm that was drawn; successes that nobody
 * reported are counted for the arms of which some were. Neither side is corrected.
 *
 * @param claims Rows, or what `parseClaims` read; a negative amount reports nothing, nor do claims after `asOf`.
 * @returns `criteria`, by criterion and arm; empty where no claim names a criterion.
 *
 * @example
 * compareReported(outcomes, claims).criteria[0]; // { criterion: "durable-15-months", reported: 24, success: 20, … }
 * @example
 * compareReported(outcomes, []).criteria; // []
 */
export function compareReported(outcomes: Outcomes, claims: TableInput<Claim>): Reported {
  const known = rowsOf(claims).filter(({ date, amount }) => date <= outcomes.asOf && amount >= 0);
  const criteria = outcomes.protocol.criteria.flatMap((criterion) => {
    const citizens = new Set(
      known.filter((claim) => isOf(claim, criterion)).flatMap(({ citizen }) => citizen ?? []),
    );
    const measured = outcomes.by(criterion.id, "contract");
    return outcomes.protocol.arms.flatMap(({ id, name }): readonly ReportedCriterion[] => {
      const own = measured.filter(({ arm }) => arm === id);
      const told = own.filter(({ citizen }) => citizens.has(citizen));
      if (told.length === 0) return [];
      const success = count(told, "success");
      return [
        {
          criterion: criterion.id,
          criterionName: criterion.name,
          arm: id,
          name,
          reported: told.length,
          success,
          failure: count(told, "failure"),
          pending: count(told, "pending"),
          unknown: count(told, "unknown"),
          notReported: count(own, "success") - success,
        },
      ];
    });
  });
  return makeReported({
    kind: "reported",
    method: "counts-by-citizen",
    references: [],
    notices: [],
    provenance: provenanceOf(
      "compareReported",
      {},
      {
        claims: sourceOf(claims),
        outcomes: outcomes.provenance,
      },
    ),
    asOf: outcomes.asOf,
    criteria,
  });
}

function count(outcomes: readonly Outcome[], status: Outcome["status"]): number {
  return outcomes.filter((outcome) => outcome.status === status).length;
}

function isOf({ item }: Claim, { id, name }: Criterion): boolean {
  return [id, name.da, name.en].some((each) => plainName(each) === plainName(item));
}
