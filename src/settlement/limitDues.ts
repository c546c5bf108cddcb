import { periodOf, periodsOver, type Contract, type DatedPeriod } from "./periods.js";
import type { ArmTerms, Ore, PaymentCap, PaymentPeriod } from "./terms.js";
import type { LineItem } from "./types.js";

/** What limits are held against. */
export interface Settling {
  readonly contract: Contract;
  /** The first referral of all; absent where nobody was referred. */
  readonly firstReferral: string | undefined;
  /** The team of each ledger entry whose course has one. */
  readonly teams: ReadonlyMap<number, string>;
  readonly asOf: string;
}

/** A limit to be held in one period. */
export interface LimitDue {
  readonly kind: "cap" | "minimum";
  /** What a cap is of. */
  readonly cap: PaymentCap["of"];
  readonly per: PaymentPeriod;
  readonly amount: Ore;
  /** `caps[0]` */
  readonly term: string;
  readonly period: DatedPeriod;
  /** The day that its line is dated. */
  readonly date: string;
}

const LENGTHS: readonly PaymentPeriod[] = ["month", "year", "contract"];
const CAPS: readonly PaymentCap["of"][] = ["base", "bonus", "all"];

export function isLonger(a: PaymentPeriod, b: PaymentPeriod): boolean {
  return LENGTHS.indexOf(a) > LENGTHS.indexOf(b);
}

/** The limits of an arm in all periods in which something is paid or guaranteed, in the order in which they are held. */
export function limitDues(
  payments: readonly LineItem[],
  { caps = [], minimums = [] }: ArmTerms,
  { contract, firstReferral, asOf }: Settling,
): readonly LimitDue[] {
  const firstDay = contract.startsOn ?? firstReferral;
  const guaranteed = minimums.flatMap(({ per, amount }, index): readonly LimitDue[] => {
    const limit = { kind: "minimum", cap: "all", per, amount, term: `minimums[${index}]` } as const;
    const periods = firstDay === undefined ? [] : periodsOver(per, contract, firstDay, asOf);
    return periods.map(({ last }) => ({ ...limit, period: periodOf(last, per, contract), date: last }));
  });
  const days = new Set([...payments, ...guaranteed].map(({ date }) => date));
  const capped = caps.flatMap(({ of, per, amount }, index): readonly LimitDue[] => {
    const limit = { kind: "cap", cap: of, per, amount, term: `caps[${index}]` } as const;
    const periods = new Map(
      [...days].map((day) => periodOf(day, per, contract)).map((each) => [each.last, each]),
    );
    return [...periods.values()].map((period) => {
      return { ...limit, period, date: period.last < asOf ? period.last : asOf };
    });
  });
  return [...capped, ...guaranteed].toSorted(inOrder);
}

function inOrder(a: LimitDue, b: LimitDue): number {
  if (a.period.last !== b.period.last) return a.period.last < b.period.last ? -1 : 1;
  return (
    LENGTHS.indexOf(a.per) - LENGTHS.indexOf(b.per) ||
    Number(a.kind === "minimum") - Number(b.kind === "minimum") ||
    CAPS.indexOf(a.cap) - CAPS.indexOf(b.cap)
  );
}
