import type { LineItem, StatementData, Unpaid } from "../../src/settlement/index.js";

/** A line of the supplier's in a few words: a base payment on 1 February 2005 unless something else is said. */
export function line(citizen: string | undefined, facts: Partial<LineItem> = {}): LineItem {
  return {
    arm: "supplier",
    kind: "base",
    term: "terms[0].base",
    date: "2005-02-01",
    amount: 100_000,
    vat: 0,
    ...(citizen === undefined ? {} : { citizen }),
    ...facts,
  };
}

/** A bonus of kr. 5,000 on 30 September 2005 unless something else is said. */
export function bonus(citizen: string, facts: Partial<LineItem> = {}): LineItem {
  const usual = { kind: "bonus", term: "terms[0].bonuses[0]", criterion: "job" } as const;
  return line(citizen, { ...usual, date: "2005-09-30", amount: 500_000, ...facts });
}

/** A bonus that a citizen has no line for: a failure unless something else is said. */
export function unpaidBonus(citizen: string, facts: Partial<Unpaid> = {}): Unpaid {
  return {
    arm: "supplier",
    citizen,
    sequence: 1,
    kind: "bonus",
    term: "terms[0].bonuses[0]",
    criterion: "job",
    standing: "lost",
    reason: "amount-out-of-reach",
    ...facts,
  };
}

/** A statement of these lines as of 30 September 2006; nothing of it was settled. */
export function madeStatement(items: readonly LineItem[], unpaid: readonly Unpaid[] = []): StatementData {
  return {
    kind: "statement",
    method: "made",
    references: [],
    notices: [],
    provenance: { version: "0", operation: "made", options: {}, inputs: {} },
    asOf: "2006-09-30",
    criteria: [],
    items,
    unpaid,
    months: [],
    totals: [
      { arm: "municipal", name: "Egen enhed", base: 0, bonus: 0, adjustments: 0, total: 0, vat: 0 },
      { arm: "supplier", name: "Leverandøren", base: 0, bonus: 0, adjustments: 0, total: 0, vat: 0 },
    ],
  };
}
