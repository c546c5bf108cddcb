import type { Notice } from "../../core/index.js";
import type { CostEffectiveness, CostEffectivenessData } from "../../settlement/index.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";
import { bare } from "./estimates.js";

/** What the terms leave unstated, and how amounts are shared out, tell of no citizens. */
const PLAIN: ReadonlySet<string> = new Set([
  "costs-missing",
  "base-missing",
  "limits-shared",
  "saved-per-month-unused",
  "costs-within-blocks",
]);

/** What the results cost: all of it or none, since each figure rests on the arms' successes and payments. */
export function publishCosts(costs: CostEffectiveness, cells: Cells): CostEffectivenessData | null {
  const ids: string[] = [];
  const name = (arm: string, of: string, count: number, weight: number = WEIGHTS.part): string => {
    const id = cellId(arm, "costs", costs.criterion, of);
    cells.count(id, count, { weight });
    ids.push(id);
    return id;
  };
  for (const { arm, citizens, courses, successes, contractSuccesses } of costs.arms) {
    const [all, successful] = [name(arm, "citizens", citizens), name(arm, "successes", successes)];
    cells.nest(cellId(arm, costs.criterion, "known"), [all]);
    cells.nest(cellId(arm, costs.criterion, "success"), [successful]);
    cells.nest(all, [successful], true);
    name(arm, "courses", courses);
    name(arm, "contract successes", contractSuccesses);
  }
  for (const { arm, citizens, furtherReferrals, courses, contractSuccesses } of costs.payments) {
    cells.nest(cellId(arm, "allocated"), [name(arm, "paid citizens", citizens)]);
    name(arm, "paid further referrals", furtherReferrals);
    name(arm, "paid courses", courses);
    name(arm, "paid contract successes", contractSuccesses);
  }
  if (!cells.shows(ids)) return null;
  const { kind, method, references, asOf, criterion, criterionName } = costs;
  const { matureThrough, level, isTooEarly, payments, arms, comparisons } = costs;
  return {
    kind,
    method,
    references,
    notices: costs.notices.filter(({ code }: Notice) => PLAIN.has(code)),
    provenance: bare(costs.provenance),
    asOf,
    criterion,
    criterionName,
    matureThrough,
    level,
    isTooEarly,
    payments,
    arms,
    comparisons,
  };
}
