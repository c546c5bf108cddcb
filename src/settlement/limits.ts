import { rollup } from "d3-array";
import {
  baseKey,
  countedOf,
  isOf,
  keptOf,
  sharesOf,
  sumOf,
  type Counted,
  type Teams,
} from "./limitShares.js";
import { isLonger, limitDues, type LimitDue, type Settling } from "./limitDues.js";
import type { PlacedTerms } from "./settled.js";
import type { Ore } from "./terms.js";
import type { LineItem } from "./types.js";

/**
 * The payments of an arm with the lines of its limits: what is taken off above a cap, dated on the last day of its
 * period, or of the last payment while that lasts, and what is made up to a minimum, on the last day of a period that is over.
 *
 * Limits are held one period after the other, as they end; of periods that end together the shorter one first, in
 * each the caps of base and of bonus, then those of all, then the minimum. So a minimum guarantees the pay before
 * limits of longer periods, and their caps hold whatever shorter minimums have made up. What a cap takes off belongs
 * from then on to the payments that it was taken off, so that no later one takes it again, and none of it is
 * taken back on a relapse. A deduction for a late start takes no more than caps leave of the base payments of its course,
 * or its team, whenever those fall due: together they are never below 0.
 */
export function withLimits(
  payments: readonly LineItem[],
  placed: PlacedTerms,
  settling: Settling,
): readonly LineItem[] {
  const { lines, counted } = heldOnce(payments, placed, settling);
  const short = placed.terms.base === undefined ? new Map<string, Ore>() : shortfalls(counted);
  // Lowered deductions leave more to the caps, so that the limits are held anew; each time less is lowered.
  return short.size === 0
    ? lines
    : withLimits(lowered(payments, short, teamsOf(placed, settling)), placed, settling);
}

/** By how much deductions for late starts take more than caps left of a course's (or team's) base payments. */
function shortfalls(counted: readonly Counted[]): ReadonlyMap<string, Ore> {
  const left = rollup(
    counted.filter(({ of }) => of === "base"),
    sumOf,
    ({ whose }) => whose,
  );
  return new Map([...left].filter(([, sum]) => sum < 0).map(([whose, sum]) => [whose, -sum]));
}

function lowered(
  payments: readonly LineItem[],
  short: ReadonlyMap<string, Ore>,
  teams: Teams,
): readonly LineItem[] {
  const owed = new Map(short);
  return payments.flatMap((item) => {
    const whose = baseKey(item, teams);
    const much = item.kind === "late-start" ? (owed.get(whose) ?? 0) : 0;
    if (much === 0) return [item];
    const amount = Math.min(0, item.amount + much);
    owed.set(whose, much - (amount - item.amount));
    return amount === 0 ? [] : [{ ...item, amount }];
  });
}

function teamsOf({ terms }: PlacedTerms, { teams }: Settling): Teams {
  return terms.base?.per === "team" ? teams : new Map();
}

/** The lines with limits, and what limits count of them and made. */
function heldOnce(
  payments: readonly LineItem[],
  placed: PlacedTerms,
  settling: Settling,
): { readonly lines: readonly LineItem[]; readonly counted: readonly Counted[] } {
  const { arm, bonuses } = placed.terms;
  const limits: LineItem[] = [];
  const teams = teamsOf(placed, settling);
  let counted = payments.map((item) => countedOf(item, teams));
  for (const due of limitDues(payments, placed.terms, settling)) {
    const { kind, date, amount: limit, per } = due;
    const own = counted.filter((each) => counts(each, due));
    const gap = limit - sumOf(own);
    if (kind === "cap" ? gap >= 0 : gap <= 0) continue;
    const line = { arm, kind, term: `${placed.place}.${due.term}`, amount: gap, vat: 0 } as const;
    limits.push({ ...line, date: kind === "cap" ? capDate(due, own) : date });
    const more =
      kind === "cap"
        ? sharesOf(gap, own, due)
        : [{ of: "minimum", whose: "", date, amount: gap, per } as const];
    counted = keptOf([...counted, ...more], bonuses);
  }
  const kept = counted.slice(0, payments.length).flatMap(({ item, amount, aboveCaps = 0 }) => {
    if (item === undefined || (item.kind === "clawback" && amount === 0)) return [];
    return [aboveCaps === 0 ? item : { ...item, amount, aboveCaps }];
  });
  return { lines: [...kept, ...limits], counted };
}

/**
 * The day of a cap's line: the last of its period, or while that lasts the day of the last amount that it takes from,
 * which stays the same until there is another.
 */
function capDate({ date, period }: LimitDue, own: readonly Counted[]): string {
  if (date === period.last) return date;
  const dates = own.flatMap((each) => (each.per === undefined || each.of === "minimum" ? each.date : []));
  return dates.reduce((latest, each) => (each > latest ? each : latest), "");
}

/**
 * Whether an amount belongs to a limit's sum. Minimums of longer periods don't, and of their caps only a shorter
 * cap knows: what they took off isn't taken off twice, and isn't made up.
 */
function counts(each: Counted, { kind, cap, period, per }: LimitDue): boolean {
  if (each.date < period.first || each.date > period.last || !isOf(each, cap)) return false;
  const isOfLonger = each.per !== undefined && isLonger(each.per, per);
  return !isOfLonger || (kind === "cap" && each.of !== "minimum");
}
