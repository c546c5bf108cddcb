import type { Referral } from "../allocation/index.js";
import type { Protocol } from "../protocol/index.js";
import { issueList, type ParsedTable } from "../tables/index.js";

/**
 * Refuses referrals without a column that the draw is stratified by, and those of a group that the protocol has no course length for: most likely a mistyped
 * level of a stratum, which a draw would write into the ledger for good.
 *
 * @throws CompetitionError `rows-in-error` with every such row.
 */
export function checkStrata({ course, allocation }: Protocol, referrals: ParsedTable<Referral>): void {
  const groups = course.lengths.map(({ group = {} }) => Object.entries(group));
  const issues = issueList(referrals.source.name);
  for (const column of referrals.rows.length === 0 ? [] : allocation.strata) {
    if (referrals.rows.some((referral) => referral[column] !== undefined)) continue;
    issues.add({
      code: "missing-column",
      row: 1,
      column,
      received: Object.keys(referrals.rows[0] ?? {}).join(", "),
      expected: `a column ${column}, a stratum of the protocol's draw`,
      hint: `If it goes by another name: --columns referrals.${column}=…`,
    });
  }
  issues.throwIfAny();
  referrals.rows.forEach((referral, index) => {
    if (groups.some((group) => group.every(([column, level]) => referral[column] === level))) return;
    const column = groups[0]?.[0]?.[0] ?? "";
    const levels = groups.flatMap((group) =>
      group.flatMap(([name, level]) => (name === column ? [level] : [])),
    );
    issues.add({
      code: "unknown-stratum",
      row: referrals.rowNumber(index),
      column,
      received: referral[column],
      expected: `one of ${[...new Set(levels)].join(", ")}, the groups of the protocol's course lengths`,
    });
  });
  issues.throwIfAny();
}
