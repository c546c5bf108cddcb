import { provenanceOf } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import type { Outcomes } from "../outcomes/index.js";
import { statementFace } from "./face.js";
import { baseItems, bonusItems } from "./items.js";
import { statementNotices } from "./notices.js";
import { checkPlan } from "./plan.js";
import type { ArmTerms, Ore, PaymentPlan } from "./terms.js";
import type { LineItem, Statement, StatementData } from "./types.js";

const makeStatement: (data: StatementData) => Statement = resultMaker<StatementData>(statementFace);

/**
 * Tells what each arm is owed by `asOf`, line by line, from the very outcomes that the evaluation uses.
 *
 * A base payment per referral or per started course, lost for the end reasons in `noBaseFor`; a bonus
 * per success by the contract's own measure (not the referral-anchored one that compares the arms),
 * due on the day the success was certain, once per citizen and criterion. Amounts are whole øre, so
 * that the totals are the sums of their lines exactly.
 *
 * Nothing is invented where the plan is silent: a missing base, a contract criterion without a bonus or
 * an arm without terms is the notice `term-missing`. Lines follow the draw and the citizen's first
 * referral; what that leaves to be looked at is counted: `further-referrals-not-settled`,
 * `delivered-by-another`, `start-missing`.
 *
 * @param plan The protocol's `payment`.
 * @returns A statement with `items` in order of arm, date and ledger sequence, and `totals` by arm.
 * @throws CompetitionError `not-planned` if the protocol has no payment; `unknown-arm`,
 *   `unknown-criterion`, `duplicate-term`, `impossible-amount`, `criterion-not-in-contract`.
 * @example
 * settleAccounts(outcomes, protocol.payment).totals // [{ arm: "supplier", base: 0, bonus: 12_500_000, … }]
 * @example
 * settleAccounts(outcomes, { terms: [] }).items // [], with a notice for each arm
 */
export function settleAccounts(outcomes: Outcomes, plan: PaymentPlan | undefined): Statement {
  const terms = checkPlan(outcomes, plan);
  const items = outcomes.protocol.arms.flatMap(({ id }) =>
    terms.flatMap((term, index) => (term.arm === id ? armItems(outcomes, term, `terms[${index}]`) : [])),
  );
  return makeStatement({
    kind: "statement",
    method: "base-and-bonus",
    references: [],
    notices: statementNotices(outcomes, terms),
    provenance: provenanceOf(
      "settleAccounts",
      { terms: { value: terms, source: "given" } },
      {
        participants: outcomes.participants.length,
        outcomes: outcomes.provenance,
      },
    ),
    asOf: outcomes.asOf,
    items,
    unpaid: [],
    months: [],
    totals: outcomes.protocol.arms.map(({ id, name }) => {
      const own = items.filter((item) => item.arm === id);
      const [base, bonus] = [sumOf(own, "base"), sumOf(own, "bonus")];
      return { arm: id, name, base, bonus, adjustments: 0, total: base + bonus, vat: 0 };
    }),
  });
}

function armItems(outcomes: Outcomes, term: ArmTerms, place: string): readonly LineItem[] {
  const bonuses = term.bonuses.flatMap((bonus, index) =>
    bonusItems(outcomes, term.arm, bonus, `${place}.bonuses[${index}]`),
  );
  return [...baseItems(outcomes, term, place), ...bonuses].toSorted(
    (a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || (a.sequence ?? 0) - (b.sequence ?? 0),
  );
}

function sumOf(items: readonly LineItem[], kind: LineItem["kind"]): Ore {
  return items.reduce((sum, item) => (item.kind === kind ? sum + item.amount : sum), 0);
}
