import { addMonths, civilOf, formatDay, monthOf, monthStart, parseDay, type Day } from "../core/index.js";
import type { PaymentPeriod, PaymentPlan } from "./terms.js";

/** A run of days with both its ends, as ISO dates. */
export interface DatedPeriod {
  readonly first: string;
  readonly last: string;
}

/** What tells where periods begin and end. */
export type Contract = Pick<PaymentPlan, "startsOn" | "endsOn">;

/**
 * The month, the year or the whole contract that a day lies in. Years begin on the contract's first day and its
 * anniversaries, or on 1 January where no first day is given; the contract holds every day.
 */
export function periodOf(date: string, per: PaymentPeriod, { startsOn }: Contract): DatedPeriod {
  if (per === "contract") return { first: "0000-01-01", last: "9999-12-31" };
  const day = parseDay(date, "date");
  if (per === "month") return dated(monthStart(monthOf(day)), monthStart(monthOf(day) + 1));
  const start = startsOn === undefined ? undefined : parseDay(startsOn, "payment.startsOn");
  const base = start ?? monthStart(civilOf(day).year * 12);
  const years = civilOf(day).year - civilOf(base).year;
  const begun = addMonths(base, 12 * years) <= day ? years : years - 1;
  return dated(addMonths(base, 12 * begun), addMonths(base, 12 * (begun + 1)));
}

/**
 * The periods in which something is guaranteed: those that lie wholly within the contract and are over by `asOf`,
 * in order. Without a first day the contract begins with the period of `firstDay`.
 */
export function periodsOver(
  per: PaymentPeriod,
  contract: Contract,
  firstDay: string,
  asOf: string,
): readonly DatedPeriod[] {
  const { startsOn, endsOn } = contract;
  if (per === "contract") {
    return endsOn === undefined || endsOn > asOf
      ? []
      : [{ first: periodOf(asOf, per, contract).first, last: endsOn }];
  }
  const until = endsOn === undefined || asOf < endsOn ? asOf : endsOn;
  const periods: DatedPeriod[] = [];
  let period = periodOf(startsOn ?? firstDay, per, contract);
  while (period.last <= until) {
    if (startsOn === undefined || period.first >= startsOn) periods.push(period);
    period = periodOf(formatDay(parseDay(period.last, "period") + 1), per, contract);
  }
  return periods;
}

function dated(start: Day, end: Day): DatedPeriod {
  return { first: formatDay(start), last: formatDay(end - 1) };
}
