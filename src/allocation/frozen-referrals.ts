import { competitionError } from "../core/index.js";
import { isParsed, issueList, rowsOf, type TableInput } from "../tables/index.js";
import { fieldOf, isoDate, pseudonym, text, type Problem } from "./shape.js";
import type { Referral, RosterReferral } from "./types.js";

/** What of a referral can't be frozen: its citizen, its date, a level of its strata. */
export function referralProblems(referral: unknown, strata: readonly string[]): readonly Problem[] {
  return [
    ...pseudonym(fieldOf(referral, "citizen"), "citizen"),
    ...isoDate(fieldOf(referral, "referredOn"), "referredOn"),
    ...strata.flatMap((name) => text(fieldOf(referral, name), name)),
  ];
}

/** What the ledger freezes of a referral without problems. */
export function frozenReferral(referral: Referral, strata: readonly string[]): RosterReferral {
  return {
    citizen: referral.citizen,
    referredOn: referral.referredOn,
    stratum: Object.fromEntries(strata.map((name) => [name, String(referral[name])])),
  };
}

/**
 * All referrals as the ledger freezes them.
 *
 * @throws CompetitionError `missing-column`; `rows-in-error` with every issue of a file; of plain
 * referrals the first problem.
 */
export function frozenReferrals(
  referrals: TableInput<Referral>,
  strata: readonly string[],
): readonly RosterReferral[] {
  const rows = rowsOf(referrals);
  const name = isParsed(referrals) ? referrals.source.name : "referrals";
  const missing = strata.find(
    (column) => rows.length > 0 && rows.every((row) => fieldOf(row, column) === undefined),
  );
  if (missing !== undefined) throw missingColumn(name, missing);

  const issues = issueList(name);
  for (const [index, row] of rows.entries()) {
    for (const { field, ...problem } of referralProblems(row, strata)) {
      if (!isParsed(referrals)) throw competitionError({ ...problem, path: `referrals[${index}].${field}` });
      issues.add({ ...problem, row: referrals.rowNumber(index), column: field });
    }
  }
  issues.throwIfAny();
  return rows.map((row) => frozenReferral(row, strata));
}

function missingColumn(path: string, column: string): Error {
  return competitionError({
    code: "missing-column",
    path,
    received: `no column ${column}`,
    expected: `each citizen's level in ${column}, a stratum of the protocol`,
  });
}
