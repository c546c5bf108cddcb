import type { Outcomes } from "../outcomes/index.js";
import { settleBase } from "./base.js";
import { settleBonuses } from "./bonus.js";
import { settleLateStarts } from "./lateStart.js";
import type { Settling } from "./limitDues.js";
import { withLimits } from "./limits.js";
import { percentOf } from "./rates.js";
import { joined, type PlacedTerms, type Settled } from "./settled.js";
import { lineKinds } from "./sums.js";
import type { LineItem, Unpaid } from "./types.js";

/** All lines of an arm and who has none: payments and deductions, then caps and minimums, then VAT on each. */
export function settleArm(outcomes: Outcomes, placed: PlacedTerms, settling: Settling): Settled {
  const base = settleBase(outcomes, placed);
  const { items: payments, unpaid } = joined([
    base,
    settleLateStarts(outcomes, placed, base.items),
    settleBonuses(outcomes, placed),
  ]);
  const items = withLimits(payments, placed, settling);
  const { vat } = placed.terms;
  return {
    items: items
      .map((item) => (vat === undefined ? item : { ...item, vat: percentOf(item.amount, vat) }))
      .toSorted(byDate),
    unpaid: unpaid.toSorted(bySequence),
  };
}

/** By date and citizen; lines of no single citizen last. What is left equal stays in the order of the plan. */
function byDate(a: LineItem, b: LineItem): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return (
    (a.sequence ?? Number.MAX_SAFE_INTEGER) - (b.sequence ?? Number.MAX_SAFE_INTEGER) ||
    lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind)
  );
}

function bySequence(a: Unpaid, b: Unpaid): number {
  return a.sequence - b.sequence;
}
