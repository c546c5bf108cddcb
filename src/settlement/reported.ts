import { provenanceOf } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import type { Criterion, Outcome, Outcomes } from "../outcomes/index.js";
import { rowsOf, sourceOf, type TableInput } from "../tables/index.js";
import type { Claim } from "./claims.js";
import { checkGiven } from "./given.js";
import { plainName } from "./itemNames.js";
import { knownItems } from "./reconcileItems.js";
import { reportedFace } from "./reportedFace.js";
import type { Reported, ReportedCriterion, ReportedData } from "./reportedTypes.js";
import type { StatementData } from "./types.js";

const makeReported: (data: ReportedData) => Reported = resultMaker<ReportedData>(reportedFace);

/**
 * Do the successes that a supplier reports agree with the register?
 *
 * A claim whose item is a criterion, by its id or its name in either language, reports a success of its citizen,
 * whether or not anything is paid for it: so a supplier tells the results that the contract lets it work out itself. With
 * the statement, a claim counts as `reconcileClaims` reads it: where an arm has a bonus for one criterion only, `bonus`
 * reports that one. Each citizen is held against the outcome as the contract measures it, in the arm that was drawn;
 * successes that nobody reported are counted for the arms of which some were. Neither side is corrected.
 *
 * @param claims Rows, or what `parseClaims` read; a negative amount reports nothing, nor do claims after `asOf`.
 * @param statement What `settleAccounts` found, for what the arms' items mean; without it only criteria count.
 * @returns `criteria`, by criterion and arm; empty where no claim is for a criterion.
 *
 * @example
 * compareReported(outcomes, claims, statement).criteria[0]; // { criterion: "without-support-6-months", reported: 46, … }
 * @example
 * compareReported(outcomes, []).criteria; // []
 */
export function compareReported(
  outcomes: Outcomes,
  claims: TableInput<Claim>,
  statement?: StatementData,
): Reported {
  if (statement !== undefined) checkGiven("compareReported", { statement });
  checkGiven("compareReported", { outcomes, claims });
  const known = rowsOf(claims).filter(({ date, amount }) => date <= outcomes.asOf && amount >= 0);
  const { arms } = outcomes.protocol;
  const items = new Map(statement && arms.map(({ id }) => [id, knownItems(statement, id)]));
  const criteria = outcomes.protocol.criteria.flatMap((criterion) => {
    const measured = outcomes.by(criterion.id, "contract");
    return arms.flatMap(({ id, name }): readonly ReportedCriterion[] => {
      const reporting = known.filter(
        (claim) => isOf(claim, criterion) || items.get(id)?.of(claim.item)?.criterion === criterion.id,
      );
      const citizens = new Set(reporting.flatMap(({ citizen }) => citizen ?? []));
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
        ...(statement === undefined ? {} : { statement: statement.provenance }),
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
