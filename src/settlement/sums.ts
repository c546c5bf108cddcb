import type { Outcomes } from "../outcomes/index.js";
import type { Ore } from "./terms.js";
import type { ArmTotal, LineItem, LineKind, MonthSum } from "./types.js";

/** The order in which kinds of lines stand. */
export const lineKinds: readonly LineKind[] = ["base", "late-start", "bonus", "clawback", "cap", "minimum"];

/** What each arm is owed in all. */
export function totalsOf({ protocol }: Outcomes, items: readonly LineItem[]): readonly ArmTotal[] {
  return protocol.arms.map(({ id, name }) => {
    const own = items.filter(({ arm }) => arm === id);
    const of = (wanted: readonly LineKind[]): Ore =>
      sumOf(own.filter(({ kind }) => wanted.includes(kind)).map(({ amount }) => amount));
    return {
      arm: id,
      name,
      base: of(["base"]),
      bonus: of(["bonus"]),
      adjustments: of(["late-start", "clawback", "cap", "minimum"]),
      total: of(lineKinds),
      vat: sumOf(own.map(({ vat }) => vat)),
    };
  });
}

/** The same by month and kind, without those that have no lines. */
export function monthsOf({ protocol }: Outcomes, items: readonly LineItem[]): readonly MonthSum[] {
  const sums = new Map<string, MonthSum>();
  for (const { arm, date, kind, amount, vat } of items) {
    const month = date.slice(0, 7);
    const key = `${arm} ${month} ${kind}`;
    const known = sums.get(key) ?? { arm, month, kind, lines: 0, amount: 0, vat: 0 };
    sums.set(key, {
      ...known,
      lines: known.lines + 1,
      amount: known.amount + amount,
      vat: known.vat + vat,
    });
  }
  const arms = protocol.arms.map(({ id }) => id);
  return [...sums.values()].toSorted(
    (a, b) =>
      arms.indexOf(a.arm) - arms.indexOf(b.arm) ||
      (a.month < b.month ? -1 : a.month > b.month ? 1 : 0) ||
      lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind),
  );
}

function sumOf(amounts: readonly Ore[]): Ore {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
