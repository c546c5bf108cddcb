import { SUPPRESSED, type Notice, type Publishable } from "../../core/index.js";
import type { Effect } from "../../effects/index.js";
import type { ArmTotal, PaymentPlan, Statement, StatementData } from "../../settlement/index.js";
import type { FlowFacts } from "../types.js";
import { cellId, type Cells } from "./cells.js";
import { bare } from "./estimates.js";
import { REFERRED_AGAIN } from "./flow.js";
import { nameAdjustments, nameBase, nameBonus, type Paid } from "./paid.js";

/** What the terms leave open tells of no citizens; what was found in the courses does. */
const PLAIN: ReadonlySet<string> = new Set(["term-missing", "payable-unstated"]);

/**
 * What each arm is owed, without the lines, which are about single citizens. Rates are public, and an amount divided
 * by its rate is a number of citizens: so an amount is shown where every count is that it is made of, and not at all
 * where it would tell more than counts do.
 */
export function publishStatement(
  statement: Statement,
  { effects, flow }: { readonly effects: readonly Effect[]; readonly flow: FlowFacts },
  cells: Cells,
): Publishable<StatementData> {
  const { kind, method, references, notices, provenance, asOf, criteria, totals } = statement;
  const published = totals.map((total) => publishTotal(total, { statement, effects, flow }, cells));
  cells.nest(
    REFERRED_AGAIN,
    published.flatMap(({ further }) => further ?? []),
  );
  return {
    kind,
    method,
    references,
    notices: notices.filter(({ code }: Notice) => PLAIN.has(code)),
    provenance: bare(provenance),
    asOf,
    criteria,
    items: [],
    unpaid: [],
    months: [],
    totals: published.map(({ total }) => total),
  };
}

/** The terms that were settled by, of which everyone knows the rates. */
function termsOf(
  { provenance }: Pick<Statement, "provenance">,
  arm: string,
): PaymentPlan["terms"][number] | undefined {
  const plan = provenance.options["payment"]?.value as PaymentPlan | undefined;
  return plan?.terms.find((terms) => terms.arm === arm);
}

/** An arm's amounts, and the name of the count of its further referrals, where that follows from its base. */
function publishTotal(
  { arm, name, base, bonus, adjustments, total, vat }: ArmTotal,
  { statement, effects, flow }: Omit<Paid, "terms">,
  cells: Cells,
): { readonly total: Publishable<ArmTotal>; readonly further: string | undefined } {
  const terms = termsOf(statement, arm);
  const paid = { statement, effects, flow, terms: terms ?? { arm, bonuses: [] } };
  const isPriced = terms !== undefined || total === 0;
  const ofBase = nameBase(paid, cells);
  const ofBonus = nameBonus(paid, cells);
  const ofOthers = nameAdjustments(paid, cells);
  const amount = (value: number, sources: readonly string[] | undefined): Publishable<number> =>
    isPriced && sources !== undefined && cells.shows(sources) ? value : SUPPRESSED;
  const all = ofOthers === undefined ? undefined : [...ofBase, ...ofBonus, ...ofOthers];
  const further = cellId(arm, "further");
  return {
    total: {
      arm,
      name,
      base: amount(base, ofBase),
      bonus: amount(bonus, ofBonus),
      adjustments: amount(adjustments, terms?.caps === undefined ? ofOthers : all),
      total: amount(total, all),
      vat: amount(vat, all),
    },
    further: ofBase.includes(further) ? further : undefined,
  };
}
