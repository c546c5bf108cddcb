import { periodOf, periodsOver, type Contract, type DatedPeriod } from "./periods.js";
import type { Ore, PaymentCap, PaymentPeriod } from "./terms.js";
import type { LineItem, LineKind } from "./types.js";
import type { PlacedTerms } from "./settled.js";

/** What limits are held against. */
export interface Settling {
  readonly contract: Contract;
  /** The first referral of all; absent where nobody was referred. */
  readonly firstReferral: string | undefined;
  readonly asOf: string;
}

/** Deductions are counted with what they are taken off. */
const KINDS: Readonly<Record<PaymentCap["of"], readonly LineKind[]>> = {
  base: ["base", "late-start"],
  bonus: ["bonus", "clawback"],
  all: ["base", "late-start", "bonus", "clawback", "cap"],
};

const LENGTHS: readonly PaymentPeriod[] = ["month", "year", "contract"];

/** What belongs to a cap: lines of its kinds, and what earlier caps of the same kind took off. */
interface Counted {
  readonly item: LineItem;
  /** Of a cap's line. */
  readonly of?: PaymentCap["of"];
}

/**
 * What is taken off above the caps of an arm, a line for each period, dated on its last day or `asOf`. First the
 * caps of one kind, then those of all; of each, those of shorter periods first. A later one counts what an
 * earlier one has taken off.
 */
export function capLines(
  items: readonly LineItem[],
  { terms: { arm, caps = [] }, place }: PlacedTerms,
  { contract, asOf }: Settling,
): readonly LineItem[] {
  const counted: Counted[] = items.map((item) => ({ item }));
  for (const { cap, index } of inOrder(caps)) {
    const term = `${place}.caps[${index}]`;
    const own = counted.filter(({ item, of }) => KINDS[cap.of].includes(item.kind) || of === cap.of);
    for (const [last, sum] of sumsByPeriod(own, cap.per, contract)) {
      if (sum <= cap.amount) continue;
      const date = last < asOf ? last : asOf;
      counted.push({ item: { arm, kind: "cap", term, date, amount: cap.amount - sum, vat: 0 }, of: cap.of });
    }
  }
  return counted.slice(items.length).map(({ item }) => item);
}

function rank({ of, per }: PaymentCap): number {
  return (of === "all" ? LENGTHS.length : 0) + LENGTHS.indexOf(per);
}

function inOrder(caps: readonly PaymentCap[]): readonly { cap: PaymentCap; index: number }[] {
  return caps.map((cap, index) => ({ cap, index })).toSorted((a, b) => rank(a.cap) - rank(b.cap));
}

/** Sums by the last day of their period, in order of it. */
function sumsByPeriod(
  counted: readonly Counted[],
  per: PaymentPeriod,
  contract: Contract,
): readonly (readonly [last: string, sum: Ore])[] {
  const sums = new Map<string, Ore>();
  for (const { item } of counted) {
    const { last } = periodOf(item.date, per, contract);
    sums.set(last, (sums.get(last) ?? 0) + item.amount);
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * What is made up to the minimums of an arm, a line on the last day of each period that is over and was paid less;
 * those of shorter periods first, which longer ones count.
 */
export function minimumLines(
  items: readonly LineItem[],
  { terms: { arm, minimums = [] }, place }: PlacedTerms,
  { contract, firstReferral, asOf }: Settling,
): readonly LineItem[] {
  const firstDay = contract.startsOn ?? firstReferral;
  if (firstDay === undefined) return [];
  const counted = [...items];
  const ordered = minimums
    .map((minimum, index) => ({ minimum, term: `${place}.minimums[${index}]` }))
    .toSorted((a, b) => LENGTHS.indexOf(a.minimum.per) - LENGTHS.indexOf(b.minimum.per));
  for (const { minimum, term } of ordered) {
    for (const period of periodsOver(minimum.per, contract, firstDay, asOf)) {
      const amount = minimum.amount - sumWithin(counted, period);
      if (amount > 0) counted.push({ arm, kind: "minimum", term, date: period.last, amount, vat: 0 });
    }
  }
  return counted.slice(items.length);
}

function sumWithin(items: readonly LineItem[], { first, last }: DatedPeriod): Ore {
  return items.reduce((sum, { date, amount }) => (date >= first && date <= last ? sum + amount : sum), 0);
}
