import { competitionError, nearestWord } from "../core/index.js";
import { containsCpr, isParsed, issueList, rowsOf, type TableInput } from "../tables/index.js";
import { spellingProblems } from "./alike.js";
import { fieldOf, isoDate, pseudonym, text, type Problem } from "./shape.js";
import { factorsOf, levelsAt, type FrozenReferral } from "./strata.js";
import type { AllocationPlan, Referral } from "./types.js";

/** What of a referral can't be frozen: its citizen, its date, its household, a level of its strata and factors. */
export function referralProblems(referral: unknown, plan: AllocationPlan): readonly Problem[] {
  const of = (field: string): unknown => fieldOf(referral, field);
  const columns = levelColumns(plan);
  const found = [...pseudonym(of("citizen"), "citizen"), ...isoDate(of("referredOn"), "referredOn")];
  if (plan.unit === "household") found.push(...householdProblems(of("household")));
  for (const column of columns) found.push(...levelProblems(of(column), column, plan));
  found.push(...spellingProblems(of("citizen"), "citizen"));
  if (plan.unit === "household") found.push(...spellingProblems(of("household"), "household"));
  for (const column of columns) found.push(...spellingProblems(of(column), column));
  const cpr = cprProblems(referral);
  if (cpr.length === 0) return found;
  const shaped = new Set(found.filter(({ code }) => code === "cpr-shaped").map(({ field }) => field));
  return [...found, ...cpr.filter(({ field }) => !shaped.has(field))];
}

/** Who lives alone is a household too; it needs a pseudonym of its own. */
function householdProblems(household: unknown): readonly Problem[] {
  const isMissing = household === undefined || household === null || household === "";
  const hint =
    "Give a citizen who lives alone a household of their own, such as the citizen's own pseudonym.";
  return pseudonym(household, "household").map((problem) => (isMissing ? { ...problem, hint } : problem));
}

/** No field of a referral may hold a CPR number, whether the draw uses it or not; the problem doesn't repeat it. */
function cprProblems(referral: unknown): readonly Problem[] {
  if (typeof referral !== "object" || referral === null) return [];
  return Object.entries(referral)
    .filter(([, value]) => containsCpr(String(value)))
    .map(([field]) => ({
      code: "cpr-shaped",
      field,
      received: "a value that holds a CPR number",
      expected: "no CPR number in any field",
      hint: "Leave the field out, or replace what identifies the citizen by a pseudonym.",
    }));
}

/** A level must be a text, and one of those that the plan declares for its column, if it declares some. */
export function levelProblems(
  level: unknown,
  column: string,
  { levels }: AllocationPlan,
): readonly Problem[] {
  const problems = text(level, column);
  const declared = fieldOf(levels, column);
  if (problems.length > 0 || !Array.isArray(declared) || declared.includes(level)) return problems;
  const words = declared.map(String);
  const near = nearestWord(String(level), words);
  return [
    {
      code: "unknown-level",
      field: column,
      received: level,
      expected: `one of ${words.join(", ")}, the levels that the protocol declares`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    },
  ];
}

/** What the ledger freezes of a referral without problems. */
export function frozenReferral(referral: Referral, plan: AllocationPlan): FrozenReferral {
  const { citizen, referredOn, household } = referral;
  const factors = factorsOf(plan);
  return {
    citizen,
    referredOn,
    stratum: levelsAt(referral, plan.strata),
    ...(factors.length === 0 ? {} : { factors: levelsAt(referral, factors) }),
    ...(plan.unit === "household" && household !== undefined ? { household } : {}),
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
  plan: AllocationPlan,
): readonly FrozenReferral[] {
  const rows = rowsOf(referrals);
  const name = isParsed(referrals) ? referrals.source.name : "referrals";
  const needed = [...levelColumns(plan), ...(plan.unit === "household" ? ["household"] : [])];
  const missing = needed.find(
    (column) => rows.length > 0 && rows.every((row) => fieldOf(row, column) === undefined),
  );
  if (missing !== undefined) throw missingColumn(name, missing, plan);

  const issues = issueList(name);
  for (const [index, row] of rows.entries()) {
    for (const { field, ...problem } of referralProblems(row, plan)) {
      if (!isParsed(referrals)) throw competitionError({ ...problem, path: `referrals[${index}].${field}` });
      issues.add({ ...problem, row: referrals.rowNumber(index), column: field });
    }
  }
  issues.throwIfAny();
  return rows.map((row) => frozenReferral(row, plan));
}

function levelColumns(plan: AllocationPlan): readonly string[] {
  return [...plan.strata, ...factorsOf(plan)];
}

function missingColumn(path: string, column: string, { strata }: AllocationPlan): Error {
  const expected = strata.includes(column)
    ? `each citizen's level in ${column}, a stratum of the protocol`
    : column === "household"
      ? "each citizen's household, since the protocol draws households"
      : `each citizen's level in ${column}, a factor that the protocol balances by`;
  return competitionError({ code: "missing-column", path, received: `no column ${column}`, expected });
}
