import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  settleAccounts,
  type ArmTerms,
  type LineItem,
  type PaymentPlan,
} from "../../src/settlement/index.js";
import { criterion, madeOutcomes, type Group } from "../support/outcomes.js";

const criteria = [criterion("job"), criterion("durable")];
/** Up to 30 March 2006, the day before the statements are made. */
const day: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 451 })
  .map((days) => new Date(Date.UTC(2005, 0, 3 + days)).toISOString().slice(0, 10));
const percent: fc.Arbitrary<number> = fc.integer({ min: 1, max: 1_000_000 }).map((steps) => steps / 10_000);
const amount: fc.Arbitrary<number> = fc.integer({ min: 0, max: 1_000_000 });

const contract = fc.record({
  status: fc.constantFrom("success", "success", "failure", "pending", "unknown"),
  certainOn: day,
});

const person: fc.Arbitrary<Group> = fc
  .record({
    arm: fc.constantFrom("municipal", "supplier"),
    referredOn: day,
    course: fc.record({ startedOn: day, team: fc.constantFrom("Hold 1", "Hold 2") }),
    end: fc.option(fc.record({ endedOn: day, endReason: fc.constantFrom("work", "returned", "expired") })),
    contracts: fc.record({ job: contract, durable: contract }),
    again: fc.array(
      fc.record({
        arm: fc.constantFrom("municipal", "supplier"),
        referredOn: day,
        course: fc.record({ startedOn: day, team: fc.constantFrom("Hold 1", "Hold 2") }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ course, end, ...group }): Group => {
    if (end === null || end.endedOn < course.startedOn) return { ...group, participation: "running", course };
    return { ...group, participation: "completed", course: { ...course, ...end } };
  });
const people: fc.Arbitrary<readonly Group[]> = fc.array(person, { maxLength: 15 });

const bonus = (id: "job" | "durable", unless: "job" | "durable") =>
  fc.record(
    {
      criterion: fc.constant(id),
      amount,
      instalments: fc
        .integer({ min: 1, max: 99 })
        .map((first) => [{ percent: first }, { percent: 100 - first, after: { months: 3 } }]),
      clawback: fc.record({ unless: fc.constant(unless), percent }),
    },
    { requiredKeys: ["criterion", "amount"] },
  );

const termsOf = (arm: string): fc.Arbitrary<ArmTerms> =>
  fc.record(
    {
      arm: fc.constant(arm),
      base: fc.record({ per: fc.constantFrom("referral", "started-course", "week", "team"), amount }),
      bonuses: fc.tuple(bonus("job", "durable"), bonus("durable", "job")),
      noBaseFor: fc.constant(["returned"] as const),
      bonusesPaid: fc.constantFrom("each", "once"),
      lateStart: fc.record({
        within: fc.constant({ weeks: 2 }),
        per: fc.constantFrom("course", "week"),
        amount,
      }),
      caps: fc
        .tuple(fc.constantFrom("base", "bonus", "all"), fc.constantFrom("month", "year", "contract"), amount)
        .map(([of, per, most]) => [{ of, per, amount: most }]),
      indexation: percent.map((more) => [{ from: "2005-07-01", percent: more }]),
      vat: percent,
    },
    { requiredKeys: ["arm", "base", "bonuses"] },
  );
const minimum = fc.option(fc.record({ per: fc.constantFrom("month", "year"), amount }), { nil: undefined });

const plan: fc.Arbitrary<PaymentPlan> = fc
  .tuple(termsOf("municipal"), termsOf("supplier"), minimum)
  .map(([municipal, supplier, least]) => ({
    terms: [
      municipal,
      // A cap in the same period may be below the minimum, which can't be meant.
      least === undefined || supplier.caps !== undefined ? supplier : { ...supplier, minimums: [least] },
    ],
  }));

const settle = (groups: readonly Group[], terms: PaymentPlan) =>
  settleAccounts(madeOutcomes({ groups, criteria, asOf: "2006-03-31" }), terms);
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

describe("a statement", () => {
  it("sums to its totals, to its months, and to nothing else", () => {
    fc.assert(
      fc.property(people, plan, (groups, terms) => {
        const { items, totals, months } = settle(groups, terms);
        for (const { arm, base, bonus: bonuses, adjustments, total, vat } of totals) {
          const own = items.filter((item) => item.arm === arm);
          expect(sumOf(own.map((item) => item.amount))).toBe(total);
          expect(sumOf(own.map((item) => item.vat))).toBe(vat);
          expect(base + bonuses + adjustments).toBe(total);
          const ofArm = months.filter((month) => month.arm === arm);
          expect(sumOf(ofArm.map((month) => month.amount))).toBe(total);
          expect(sumOf(ofArm.map((month) => month.lines))).toBe(own.length);
          expect(sumOf(ofArm.map((month) => month.vat))).toBe(vat);
        }
        expect(items.every((item) => Number.isSafeInteger(item.amount) && item.date <= "2006-03-31")).toBe(
          true,
        );
      }),
    );
  });

  it("stays within the caps of all, but for minimums of their period or a longer one", () => {
    const lengths = ["month", "year", "contract"] as const;
    const limited = fc.tuple(
      termsOf("supplier"),
      fc.uniqueArray(
        fc.record({ of: fc.constantFrom("base", "bonus", "all"), per: fc.constantFrom(...lengths), amount }),
        { selector: ({ of, per }) => `${of} ${per}`, maxLength: 6 },
      ),
      fc.uniqueArray(fc.record({ per: fc.constantFrom(...lengths), amount }), { selector: ({ per }) => per }),
    );
    fc.assert(
      fc.property(people, limited, (groups, [terms, caps, wanted]) => {
        const allowed = (per: (typeof lengths)[number]): number =>
          Math.min(
            Infinity,
            ...caps
              .filter((cap) => cap.of === "all" && lengths.indexOf(cap.per) >= lengths.indexOf(per))
              .map((cap) => cap.amount),
          );
        const minimums = wanted.filter((each) => each.amount <= allowed(each.per));
        const days = { startsOn: "2005-01-01", endsOn: "2006-03-31" };
        const { items } = settle(groups, { ...days, terms: [{ ...terms, caps, minimums }] });
        const periods = { month: 7, year: 4, contract: 0 };
        for (const cap of caps.filter(({ of }) => of === "all")) {
          const sums = new Map<string, number>();
          for (const { kind, term, date, amount: sum } of items) {
            const per = minimums.find((_each, index) => term.endsWith(`.minimums[${index}]`))?.per;
            if (kind === "minimum" && lengths.indexOf(per ?? "month") > lengths.indexOf(cap.per)) continue;
            const period = date.slice(0, periods[cap.per]);
            sums.set(period, (sums.get(period) ?? 0) + sum);
          }
          for (const sum of sums.values()) expect(sum).toBeLessThanOrEqual(cap.amount);
        }
        const total = sumOf(items.map((item) => item.amount));
        for (const { amount: least } of minimums.filter(({ per }) => per === "contract")) {
          expect(total).toBeGreaterThanOrEqual(least);
        }
        expect(total).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("pays nothing twice", () => {
    fc.assert(
      fc.property(people, plan, (groups, terms) => {
        const keys = settle(groups, terms).items.map(
          ({ sequence, citizen, team, kind, term, week, instalment, date }) =>
            // A referral's base is paid once, and a citizen's bonus, whoever is referred again.
            [(kind === "bonus" ? citizen : sequence) ?? team ?? date, kind, term, week, instalment].join("/"),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("has for every citizen and term a line or a reason", () => {
    fc.assert(
      fc.property(people, plan, (groups, terms) => {
        const { items, unpaid } = settle(groups, terms);
        for (const [index, { arm, course }] of groups.entries()) {
          const place = arm === "municipal" ? 0 : 1;
          for (const term of ["base", "bonuses[0]", "bonuses[1]"].map((each) => `terms[${place}].${each}`)) {
            const paid = items.some(
              (item) =>
                item.term === term &&
                (item.citizen === `c${index + 1}` || (item.team !== undefined && item.team === course?.team)),
            );
            const told = unpaid.some((entry) => entry.term === term && entry.citizen === `c${index + 1}`);
            expect(paid || told).toBe(true);
          }
        }
      }),
    );
  });

  it("never owes less bonus for more successes while the courses stay as they are", () => {
    fc.assert(
      fc.property(people, termsOf("supplier"), fc.nat(), day, (groups, terms, which, certainOn) => {
        fc.pre(groups.length > 0);
        const simple = { ...terms, bonuses: terms.bonuses.map(({ clawback: _clawback, ...each }) => each) };
        const paidFor = (some: readonly Group[]): number =>
          settle(some, { terms: [{ ...simple, bonusesPaid: "each" }] }).totals[1]?.bonus ?? 0;
        const more = groups.map((group, index): Group =>
          index === which % groups.length && group.contracts?.["job"]?.status !== "success"
            ? { ...group, contracts: { ...group.contracts, job: { status: "success", certainOn } } }
            : group,
        );
        expect(paidFor(more)).toBeGreaterThanOrEqual(paidFor(groups));
      }),
    );
  });

  it("doesn't depend on the order in which citizens are told of", () => {
    fc.assert(
      fc.property(people, plan, (groups, terms) => {
        const made = madeOutcomes({ groups, criteria, asOf: "2006-03-31" });
        const turned = {
          ...made,
          participants: made.participants.toReversed(),
          furtherReferrals: made.furtherReferrals.toReversed(),
          by: (...asked: Parameters<typeof made.by>) => made.by(...asked).toReversed(),
        };
        const [a, b] = [settleAccounts(made, terms), settleAccounts(turned, terms)];
        expect(b.items).toEqual(a.items);
        expect(b.unpaid).toEqual(a.unpaid);
      }),
    );
  });

  it("has the same lines under other amounts", () => {
    fc.assert(
      fc.property(people, plan, (groups, terms) => {
        const lines = (of: PaymentPlan): readonly object[] =>
          settle(groups, of)
            .items.filter(({ kind }) => kind === "base" || kind === "bonus")
            .map(({ amount: _amount, vat: _vat, ...line }: LineItem) => line);
        const dearer = {
          terms: terms.terms.map((each) => ({
            ...each,
            ...(each.base === undefined ? {} : { base: { ...each.base, amount: each.base.amount + 7 } }),
            bonuses: each.bonuses.map((one) => ({ ...one, amount: 3 * one.amount })),
          })),
        };
        expect(lines(dearer)).toEqual(lines(terms));
      }),
    );
  });

  it("keeps its payments as time goes by", () => {
    fc.assert(
      fc.property(people, plan, day, (groups, terms, asOf) => {
        const payments = (until: string): readonly object[] => {
          // What wasn't certain by a day was still pending on it.
          const known = groups.map((group): Group => ({
            ...group,
            contracts: Object.fromEntries(
              Object.entries(group.contracts ?? {}).map(([id, each]) =>
                (each.certainOn ?? "") > until ? [id, { status: "pending" as const }] : [id, each],
              ),
            ),
          }));
          return settleAccounts(madeOutcomes({ groups: known, criteria, asOf: until }), terms).items.filter(
            ({ kind, date }) => kind === "bonus" && date <= asOf,
          );
        };
        expect(payments("2006-12-31")).toEqual(payments(asOf));
      }),
    );
  });
});
