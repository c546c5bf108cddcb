import * as fc from "fast-check";
import {
  allocate,
  allocateBatch,
  freezeRoster,
  startLedger,
  type AllocationPlan,
  type AllocationProtocol,
  type Design,
  type Ledger,
  type Quota,
  type QuotaPeriod,
  type Referral,
} from "../../src/allocation/index.js";
import { digestOfValue, isCompetitionError } from "../../src/core/index.js";

export const PLAN_KEY = "a key for any plan whatsoever, 1905";

const sumOf = (given: Readonly<Record<string, number>>): number =>
  Object.values(given).reduce((sum, weight) => sum + weight, 0);

/** Any design for two or three arms. */
const designs = (arms: readonly string[]): fc.Arbitrary<Design> => {
  const weights = fc
    .tuple(...arms.map(() => fc.integer({ min: 1, max: 3 })))
    .map((numbers) => Object.fromEntries(arms.map((arm, k) => [arm, numbers[k] ?? 1])));
  return weights.chain((given) =>
    fc.constantFrom<Design>(
      { kind: "simple", weights: given },
      { kind: "complete", batch: "iso-week", weights: given },
      { kind: "complete", batch: "iso-week", weights: given },
      { kind: "permuted-block", weights: given, sizes: [sumOf(given)] },
      { kind: "permuted-block", weights: given, sizes: [sumOf(given), 2 * sumOf(given)] },
      { kind: "alternation" },
      { kind: "biased-coin", weights: given, bias: 2 / 3 },
      { kind: "big-stick", weights: given, tolerance: 2 },
      { kind: "urn", weights: given, initial: 1, added: 1 },
      {
        kind: "minimization",
        weights: given,
        factors: { sex: 1, region: 2 },
        imbalance: "range",
        preference: 0.9,
      },
    ),
  );
};

const period = fc.constantFrom<QuotaPeriod>(
  "first-week",
  "iso-week",
  "calendar-month",
  "calendar-year",
  "agreement-year",
);

/** Quotas for some arms, one of a kind for each. */
const quotas = (arms: readonly string[], batches: boolean): fc.Arbitrary<readonly Quota[]> =>
  fc.uniqueArray(
    fc.oneof(
      fc
        .record({
          arm: fc.constantFrom(...arms),
          per: period,
          most: fc.integer({ min: 1, max: 9 }),
          least: fc.nat(3),
        })
        .map(({ least, ...quota }): Quota =>
          batches && least > 0 && least <= quota.most ? { ...quota, least } : quota,
        ),
      fc.record({ arm: fc.constantFrom(...arms), weeksPerYear: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ arm: fc.constantFrom(...arms), participants: fc.integer({ min: 1, max: 9 }) }),
    ),
    {
      maxLength: 3,
      selector: (quota) => `${quota.arm} ${"per" in quota ? quota.per : Object.keys(quota).join()}`,
    },
  );

/** Any protocol, as far as allocation sees it. */
export const anyProtocol: fc.Arbitrary<AllocationProtocol> = fc
  .constantFrom(["own", "supplier"], ["own", "a", "b"])
  .chain((arms) =>
    designs(arms).chain((design) =>
      fc
        .record({
          strata: fc.constantFrom<readonly string[]>([], ["age"]),
          unit: fc.constantFrom("citizen", "household"),
          again: fc.constantFrom("keep-arm", "draw-again"),
          quotas: quotas(arms, design.kind === "complete"),
        })
        .map(({ strata, unit, again, quotas: limits }) => {
          const allocation: AllocationPlan = {
            design,
            strata,
            referredAgain: unit === "household" ? "keep-arm" : (again as "keep-arm"),
            ...(unit === "household" ? { unit: "household" as const } : {}),
            ...(limits.length === 0 ? {} : { quotas: limits }),
          };
          return protocolFor(allocation, arms);
        }),
    ),
  );

function protocolFor(allocation: AllocationPlan, arms: readonly string[]): AllocationProtocol {
  const named = arms.map((id) => ({ id, name: `The ${id} unit` }));
  return { digest: digestOfValue({ allocation, arms: named }), arms: named, allocation };
}

/** Weeks of referrals of few citizens in fewer households, so that many come again. */
export const anyWeeks: fc.Arbitrary<readonly (readonly Referral[])[]> = fc
  .array(
    fc.uniqueArray(fc.record({ who: fc.nat(13), day: fc.nat(6) }), {
      maxLength: 7,
      selector: ({ who, day }) => `${who} ${day}`,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((weeks) =>
    weeks.map((rows, week) =>
      rows.map(({ who, day }) => ({
        citizen: `c-${who}`,
        household: `h-${who >> 1}`,
        referredOn: dateOf(week, day),
        age: who % 3 === 0 ? "old" : "young",
        sex: who % 2 === 0 ? "f" : "m",
        region: who % 5 < 2 ? "north" : "south",
      })),
    ),
  );

/** A day of a week from 24 January 2005 on, so that the weeks cross the end of a month. */
function dateOf(week: number, day: number): string {
  return new Date(Date.UTC(2005, 0, 24 + 7 * week + day)).toISOString().slice(0, 10);
}

/** A ledger that draws weeks of referrals as they come; whom there is no room for is refused and stays away. */
export function ledgerOf(protocol: AllocationProtocol, weeks: readonly (readonly Referral[])[]): Ledger {
  const { ledger } = startLedger(protocol, { key: PLAN_KEY, date: "2005-01-20", mode: "live" });
  return weeks.reduce(drawnWeek, ledger);
}

/** The ledger after a week, all at once or one after the other by date. */
export function drawnWeek(ledger: Ledger, week: readonly Referral[]): Ledger {
  if (ledger.opening.allocation.design.kind === "complete") {
    const frozen = unlessFull(() => freezeRoster(ledger, week, { date: "2005-12-31" }).ledger);
    return frozen?.undrawn === undefined ? ledger : allocateBatch(frozen, { key: PLAN_KEY }).ledger;
  }
  const inOrder = week.toSorted((a, b) =>
    `${a.referredOn} ${a.citizen}` < `${b.referredOn} ${b.citizen}` ? -1 : 1,
  );
  return inOrder.reduce(
    (before, referral) => unlessFull(() => allocate(before, referral, { key: PLAN_KEY }).ledger) ?? before,
    ledger,
  );
}

function unlessFull<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (isCompetitionError(error, "no-room")) return undefined;
    throw error;
  }
}
