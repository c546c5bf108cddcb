import type { LimitDue } from "./limitDues.js";
import { percentOf, shareOf } from "./rates.js";
import type { BonusTerm, Ore, PaymentCap, PaymentPeriod } from "./terms.js";
import type { LineItem } from "./types.js";

/** An amount that limits count: a payment or deduction, or what a limit made of it. */
export interface Counted {
  readonly of: "base" | "bonus" | "minimum";
  /** Of a base, the team or the referral; of a bonus, the citizen and the criterion. */
  readonly whose: string;
  readonly date: string;
  readonly amount: Ore;
  /** The period of the limit that took it off or made it up. */
  readonly per?: PaymentPeriod;
  readonly item?: LineItem;
  /** Of a clawback: what caps had taken off its bonus. */
  readonly aboveCaps?: Ore;
}

/** Deductions are counted with what they are taken off. */
export function countedOf(item: LineItem, teams: Teams): Counted {
  const { kind, citizen, criterion, date, amount } = item;
  return kind === "bonus" || kind === "clawback"
    ? { of: "bonus", whose: `${criterion} ${citizen}`, date, amount, item }
    : { of: "base", whose: baseKey(item, teams), date, amount, item };
}

/** What base payments and deductions from them belong to: their team, or the ledger entry of their course. */
export function baseKey({ team, sequence }: LineItem, teams: Teams): string {
  const name = team ?? teams.get(sequence ?? 0);
  return name === undefined ? `referral ${sequence}` : `team ${name}`;
}

/** Where teams are paid, that of each ledger entry. */
export type Teams = ReadonlyMap<number, string>;

export function isOf({ of }: Counted, cap: PaymentCap["of"]): boolean {
  return cap === "all" || of === cap;
}

export function sumOf(counted: readonly Counted[]): Ore {
  return counted.reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * What a cap takes off, by what it is taken off: each course's (or team's) base payments, each citizen's bonus and minimums, each after its
 * own deductions, in proportion to what is left of them, in whole øre that sum to the line.
 */
export function sharesOf(
  taken: Ore,
  counted: readonly Counted[],
  { date, per }: LimitDue,
): readonly Counted[] {
  const sums = new Map<string, Counted>();
  for (const { of, whose, amount } of counted) {
    const key = `${of} ${whose}`;
    sums.set(key, { of, whose, date, per, amount: (sums.get(key)?.amount ?? 0) + amount });
  }
  const left = [...sums].filter(([, { amount }]) => amount > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const whole = left.reduce((sum, [, { amount }]) => sum + amount, 0);
  let upTo = 0;
  return left.map(([, group]): Counted => {
    const before = upTo;
    upTo += group.amount;
    return { ...group, amount: shareOf(taken, upTo, whole) - shareOf(taken, before, whole) };
  });
}

/** The same with clawbacks of what caps of earlier periods have left of their bonuses. */
export function keptOf(counted: readonly Counted[], bonuses: readonly BonusTerm[]): Counted[] {
  const claimed = new Map<string, Counted[]>();
  for (const each of counted) {
    if (each.of !== "bonus" || each.item?.kind === "clawback") continue;
    const claim = claimed.get(each.whose);
    if (claim === undefined) claimed.set(each.whose, [each]);
    else claim.push(each);
  }
  return counted.map((each): Counted => {
    const { item, whose, date } = each;
    if (item?.kind !== "clawback") return each;
    const claim = claimed.get(whose) ?? [];
    const aboveCaps = 0 - sumOf(claim.filter((cut) => cut.per !== undefined && cut.date < date));
    if (aboveCaps === 0) return each;
    const paid = sumOf(claim.filter(({ per }) => per === undefined));
    const percent = bonuses.find(({ criterion }) => criterion === item.criterion)?.clawback?.percent ?? 0;
    return { ...each, amount: 0 - percentOf(paid - aboveCaps, percent), aboveCaps };
  });
}
