import type { Ledger } from "../../src/allocation/index.js";
import type { Course, OccupancyInput } from "../../src/outcomes/index.js";
import { entryOf, ledgerOf, protocolOf } from "./lives/world.js";

/** Citizens of both arms, referred on the ledger's opening and in courses from a day to a day. */
export interface Stayed {
  readonly arm?: string;
  readonly from: string;
  /** Open where it is absent. */
  readonly to?: string;
  /** 1 by default. */
  readonly citizens?: number;
  readonly deliveredBy?: string;
}

/** What an occupancy is counted from, for a ledger opened on a date whose citizens c0, c1, … stayed so. */
export function stayed(
  openedOn: string,
  stays: readonly Stayed[],
  asOf: string,
): OccupancyInput & { readonly courses: readonly Course[] } {
  const each = stays.flatMap((stay) => Array.from({ length: stay.citizens ?? 1 }, () => stay));
  const entries = each.map(({ arm = "supplier" }, index) =>
    entryOf({ citizen: `c${index}`, referredOn: openedOn, arm }),
  );
  const courses = each.map(({ arm = "supplier", from, to, deliveredBy = arm }, index): Course => ({
    citizen: `c${index}`,
    referredOn: openedOn,
    deliveredBy,
    startedOn: from,
    ...(to === undefined ? {} : { endedOn: to }),
  }));
  return { protocol: protocolOf([]), ledger: openedOnDate(ledgerOf(entries), openedOn), courses, asOf };
}

function openedOnDate(ledger: Ledger, date: string): Ledger {
  return { ...ledger, opening: { ...ledger.opening, date } };
}
