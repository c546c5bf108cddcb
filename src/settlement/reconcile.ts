import {
  competitionError,
  nearestWord,
  parseDay,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { sourceOf, type TableInput } from "../tables/index.js";
import type { Claim } from "./claims.js";
import { entriesOf } from "./reconcileEntries.js";
import { checkGiven } from "./given.js";
import { reconciliationFace } from "./reconcileFace.js";
import { citizensOf, groupsOf } from "./reconcileGroups.js";
import { askedOf, knownItems, type Asked, type KnownItems } from "./reconcileItems.js";
import { byText } from "./reconcilePairs.js";
import { reconciliationSums, STATUSES, statusSums } from "./reconcileSums.js";
import type {
  ReconciledEntry,
  Reconciliation,
  ReconciliationData,
  ReconciliationOptions,
} from "./reconcileTypes.js";
import type { StatementData } from "./types.js";

const makeReconciliation: (data: ReconciliationData) => Reconciliation =
  resultMaker<ReconciliationData>(reconciliationFace);

/**
 * Holds a supplier's claims against the lines of a statement, so that both sides see what they agree on, what
 * they don't, and why.
 *
 * Claims and lines meet by citizen and item, and by the referral and the team where the claim names them (otherwise
 * by the nearest). Whatever of the following comes first decides:
 *
 * 1. A claim and a line of the same amount, the nearest dates first.
 * 2. Amounts that agree when they are summed up, to the øre: one claim for several lines (a lump sum for some weeks)
 *    or several claims for one line (a bonus in two halves). The parts follow each other by date with none left out
 *    between; the fewest parts first, then the nearest in date. An entry for each part says so in `part`. A lump sum
 *    covers lines of one referral only: of that one whose line fell due last by its date, or first where none has.
 *    Where a part fell due later than the claim's date and `dateTolerance`, it is `another-date`; otherwise `agreed`.
 *    A lump sum that is off is held against the run of its referral's lines whose sum is nearest, where that is nearer
 *    than any one line; the last part has the difference and is `another-amount`.
 * 3. A claim and a line of the same date, the nearest amounts first; then the nearest dates.
 * 4. A credit that takes back a claim without a line leaves nothing of either (`withdrawn`).
 * 5. What is left has the first of these statuses that applies: `unknown-citizen`, `other-arm`, `unknown-item`,
 *    `deduction` (what is negative, or called so), `claimed-twice`, `not-owed` with its reason.
 *
 * Amounts are without VAT. One that is exactly a quarter over what is owed says so in `withVat`.
 *
 * Lines are all that fell due from the contract's first day to the statement's, so that claims are held against
 * everything since the start: of an invoice for one month all other months are `not-claimed`.
 *
 * The order of the rows plays no part. `item` is `base`, `bonus` (where the arm has a bonus for one criterion only), a
 * criterion, `late-start`, `clawback`, `cap`, `minimum` or `deduction`, or the name that the statement prints for it
 * in either language. What takes off counts as negative whichever sign it is written with.
 *
 * A team's base, a cap or a minimum is of no single citizen, and its claim leaves `citizen` empty. A claim dated after
 * the statement's day is held against its lines like any other, and its entry says so; it takes part in no sum.
 *
 * Undisputed is for each pair the lower of claimed and owed, and what the supplier takes off itself. What isn't
 * claimed isn't payable yet, and what isn't owed never was. What only one side takes off is no agreement, and stands apart
 * with its own sum: `unclaimedDeductions`, which the supplier hasn't claimed, and `unplacedCredits`, of which nobody knows
 * whom or what they are for. Where both are 0, what is undisputed can be paid while the rest is looked into.
 *
 * @param statement What `settleAccounts` found.
 * @param claims Rows, or what `parseClaims` read; amounts without VAT.
 * @param options `arm`, `dateTolerance` in days, `participants`.
 * @returns `entries`, each claim and each line of the arm in exactly one; their sums by status and in all.
 * @throws CompetitionError `arm-needed` where the statement has several arms, or none, to choose from;
 *   `unknown-arm`, `impossible-amount`, `impossible-date`, `cpr-shaped`, `unknown-option`, `impossible-option`;
 *   `impossible-input` for what is no statement or no claims.
 * @example
 * const { participants } = outcomes;
 * const reconciliation = reconcileClaims(statement, claims, { arm: "supplier", participants });
 * reconciliation.sums; // { claimed: 46_000_000, owed: 45_500_000, agreed: 43_000_000, … }
 * @example
 * reconcileClaims(statement, [], { arm: "supplier" }).sums.undisputed // 0: nothing is claimed yet
 */
export function reconcileClaims(
  statement: StatementData,
  claims: TableInput<Claim>,
  options: ReconciliationOptions = {},
): Reconciliation {
  checkGiven("reconcileClaims", { statement, claims });
  const { values, record } = resolveOptions<ReconciliationOptions>("reconcileClaims", options, RULES);
  const { dateTolerance = 0, participants } = values;
  const arm = values.arm ?? onlyArm(statement);
  const named = statement.totals.find((total) => total.arm === arm);
  if (named === undefined) throw unknownArm(statement, arm);

  const known = knownItems(statement, arm);
  const asOf = parseDay(statement.asOf, "statement.asOf");
  const background = { arm, dateTolerance, asOf, ...citizensOf(statement, arm, participants) };
  const asked = askedOf(claims, known);
  const lines = statement.items.filter((item) => item.arm === arm);
  const entries = groupsOf(asked, lines)
    .flatMap((group) => entriesOf(group.asked, group.lines, background))
    .toSorted(byStatus);
  const statuses = statusSums(entries);
  const { participants: _everyone, ...recorded } = record;
  return makeReconciliation({
    kind: "reconciliation",
    method: "best-fit-first",
    references: [],
    notices: noticesOf(asked, known, entries, participants === undefined),
    provenance: provenanceOf(
      "reconcileClaims",
      { ...recorded, arm: record["arm"] ?? { value: arm, source: "derived" } },
      { statement: statement.provenance, claims: sourceOf(claims) },
    ),
    asOf: statement.asOf,
    arm,
    name: named.name,
    arms: Object.fromEntries(statement.totals.map((total) => [total.arm, total.name])),
    criteria: statement.criteria,
    dateTolerance,
    entries,
    statuses,
    sums: reconciliationSums(statuses, entries),
  });
}

const RULES: OptionRules<ReconciliationOptions> = {
  arm: { expected: "the arm whose claims these are", accepts: (value) => typeof value === "string" },
  dateTolerance: {
    default: 0,
    expected: "a whole number of days from 0",
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  },
  participants: {
    expected: "everyone who was drawn, outcomes.participants",
    accepts: (value) =>
      Array.isArray(value) &&
      value.every(
        (each: unknown) => typeof each === "object" && each !== null && "citizen" in each && "arm" in each,
      ),
  },
};

function onlyArm({ items, unpaid, totals }: StatementData): string {
  const [only, ...further] = new Set([...items, ...unpaid].map(({ arm }) => arm));
  if (only !== undefined && further.length === 0) return only;
  throw competitionError({
    code: "arm-needed",
    path: "reconcileClaims.arm",
    expected: `whose claims these are: ${totals.map(({ arm }) => arm).join(" or ")}`,
    hint: "Give arm, on the command line --arm.",
  });
}

function unknownArm({ totals }: StatementData, arm: string): Error {
  const arms = totals.map((total) => total.arm);
  const near = nearestWord(arm, arms);
  return competitionError({
    code: "unknown-arm",
    path: "reconcileClaims.arm",
    received: arm,
    expected: `one of ${arms.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** By status, citizen and date; then by all that tells two entries apart, so that the order of rows doesn't show. */
function byStatus(a: ReconciledEntry, b: ReconciledEntry): number {
  const [first, second] = [a.claim ?? a.line, b.claim ?? b.line];
  return (
    STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
    byText(first?.citizen, second?.citizen) ||
    byText(first?.date, second?.date) ||
    byText(nameOf(a), nameOf(b)) ||
    a.claimed - b.claimed ||
    a.owed - b.owed ||
    byText(a.claim?.reference, b.claim?.reference) ||
    byText(first?.referredOn, second?.referredOn) ||
    byText(first?.team, second?.team) ||
    byText(a.line?.date, b.line?.date) ||
    (a.row ?? 0) - (b.row ?? 0) ||
    (a.part?.number ?? 0) - (b.part?.number ?? 0)
  );
}

function nameOf({ claim, line }: ReconciledEntry): string {
  return claim?.item ?? line?.criterion ?? line?.kind ?? "";
}

function noticesOf(
  asked: readonly Asked[],
  known: KnownItems,
  entries: readonly ReconciledEntry[],
  untold: boolean,
): readonly Notice[] {
  const unknown = new Set(asked.flatMap(({ item, claim }) => (item === undefined ? [claim.item] : [])));
  const strangers = entries.filter(({ status }) => status === "unknown-citizen").length;
  return [
    ...(unknown.size === 0
      ? []
      : [
          {
            code: "unknown-items",
            severity: "caution",
            items: [...unknown].toSorted(byText),
            known: known.codes,
          } as const,
        ]),
    ...(untold && strangers > 0
      ? [{ code: "participants-not-given", severity: "info", claims: strangers } as const]
      : []),
  ];
}
