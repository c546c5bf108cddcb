import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../src/core/index.js";
import { cumulativeIncidence } from "../../src/inference/index.js";
import type { Criterion, Outcome, Outcomes } from "../../src/outcomes/index.js";
import {
  expectedPayments,
  settleAccounts,
  type ArmTerms,
  type BonusTerm,
  type PaymentPlan,
} from "../../src/settlement/index.js";
import { ahead, alikeAfter, byTime, type Stay } from "../../src/settlement/liabilityAhead.js";
import { criterion, madeOutcomes, type Group } from "../support/outcomes.js";

const ASOF = "2006-09-30";
const five = 500_000;

function daysAfter(date: string, days: number): string {
  return formatDay(parseDay(date, "date") + days);
}

const fromReferral: Criterion = {
  ...criterion("job"),
  window: { anchor: "referral", length: { months: 12 } },
};

/** A citizen decided so many days after the referral. */
function decided(status: "success" | "failure", days: number, more: Partial<Outcome> = {}): Group {
  const certainOn = daysAfter("2005-01-03", days);
  return { arm: "supplier", contract: { status, certainOn, ...more } };
}

/** A citizen who has been pending for so many days. */
function pending(days: number): Group {
  return {
    arm: "supplier",
    referredOn: daysAfter(ASOF, -days),
    contract: { status: "pending", windowComplete: false },
  };
}

function planOf(bonus: Partial<BonusTerm> = {}): PaymentPlan {
  return { terms: [{ arm: "supplier", bonuses: [{ criterion: "job", amount: five, ...bonus }] }] };
}

/** With a cap of bonuses of the whole contract. */
function under(amount: number): PaymentPlan {
  return {
    terms: [
      {
        ...planOf().terms[0],
        arm: "supplier",
        bonuses: [{ criterion: "job", amount: five }],
        caps: [{ of: "bonus", per: "contract", amount }],
      },
    ],
  };
}

/** So many days after the referral. */
const on = (days: number): string => daysAfter("2005-01-03", days);

const four = [
  decided("success", 40),
  decided("failure", 60),
  decided("success", 80),
  decided("failure", 100),
];

function madeOf(groups: readonly Group[], criteria: readonly Criterion[] = [fromReferral]): Outcomes {
  return madeOutcomes({ groups, criteria });
}

describe("expectedPayments, worked by hand", () => {
  // Those alike after 50 days: decided on days 60 (failure), 80 (success), 100 (failure), and the other two pending,
  // last seen on days 70 and 120. Of 5, 1 fails: 4/5 are left; then of 3 (80, 100, 120) 1 succeeds: 4/5 · 1/3 = 4/15, and
  // 8/15 are left; of 2 1 fails: 4/15 are left, and nobody was followed beyond day 120.
  // Alike after 70 days: 80, 100 and 120: 1/3 succeeds, 1/3 can't be told. After 120 days: nobody.
  const outcomes = madeOf([...four, pending(50), pending(70), pending(120)]);
  const { bonuses, total, notices } = expectedPayments({ outcomes, payment: planOf() });

  it("expects 4/15 and 1/3 of a bonus", () => {
    expect(total.expected).toBeCloseTo((4 / 15 + 1 / 3) * five, 6);
    expect(bonuses[0]).toMatchObject({
      pending: 3,
      lost: 0,
      unknown: 0,
      successes: 2,
      failures: 2,
      certain: 0,
    });
  });

  it("pays them on the 80th day: 2006-10-30 and 2006-10-10", () => {
    expect(total.months.map(({ month }) => month)).toEqual(["2006-10"]);
    expect(total.months[0]?.expected).toBeCloseTo(0.6 * five, 6);
    expect(total.later.expected).toBe(0);
  });

  it("tells apart what nobody was followed for long enough to tell", () => {
    expect(total.notEstimable.citizens).toBeCloseTo(4 / 15 + 1 / 3 + 1, 12);
    expect(total.notEstimable.amount).toBeCloseTo(1.6 * five, 6);
    expect(notices.map(({ code }) => code)).toEqual(["no-interval", "few-decided", "followed-too-briefly"]);
  });

  it("knows the best and the worst", () => {
    expect([total.best, total.worst]).toEqual([0, 3 * five]);
  });

  it("pays instalments at their dates, in whole øre", () => {
    const instalments = [
      { percent: 33 },
      { percent: 33, after: { months: 6 } },
      { percent: 34, after: { months: 15 } },
    ];
    const payment = planOf({ amount: 101, instalments });
    const { months, expected } = expectedPayments({
      outcomes: madeOf([...four, pending(70)]),
      payment,
    }).total;
    // Half of 33, 34 and 34: 33 % of 101 is 33.33, 66 % is 66.66.
    const paid = months.filter((month) => month.expected > 0);
    expect(paid.map(({ month, expected: half }) => [month, half])).toEqual([
      ["2006-10", 16.5],
      ["2007-04", 17],
      ["2008-01", 17],
    ]);
    expect(expected).toBe(50.5);
  });

  it("expects the amounts by degree of the successes whose degree stands fast", () => {
    const degrees = [
      { id: "full", name: { da: "fuldt", en: "full" }, states: { states: ["ordinary-work"] } },
      { id: "lower", name: { da: "lavere", en: "lower" } },
    ];
    const graded: Criterion = { ...fromReferral, degrees };
    const of = (days: number, degree: string, certain: number | undefined, windowTo: string): Group => ({
      ...decided("success", days, {
        degree,
        ...(certain === undefined ? { windowComplete: false } : { degreeCertainOn: on(certain) }),
        windowTo,
      }),
    });
    // Alike after 70 days: one success on day 80 whose degree may still rise, one on day 90 paid 2,500 kr., 10 days after.
    const groups = [
      of(40, "full", 40, on(365)),
      of(80, "lower", undefined, "2007-01-15"),
      of(90, "lower", 100, on(365)),
    ];
    const payment = planOf({ degrees: { lower: 250_000 } });
    const { total: sum } = expectedPayments({
      outcomes: madeOf([...groups, pending(70)], [graded]),
      payment,
    });
    // The open one: 250,000 when its window closes, 500,000 at the most. The pending: 1/2 like any settled (500,000
    // at once or 250,000 ten days later), 1/2 like the one of day 90.
    expect(sum.certain).toBe(250_000);
    expect(sum.expected).toBe(250_000 + (500_000 / 2 + 250_000 / 2) / 2 + 250_000 / 2);
    expect(sum.worst).toBe(2 * five);
    expect(sum.months.map(({ month, expected }) => [month, expected])).toEqual([
      ["2006-10", 312_500],
      ["2006-11", 0],
      ["2006-12", 0],
      ["2007-01", 250_000],
    ]);
  });
});

describe("expectedPayments by the terms", () => {
  const instalments = [{ percent: 50 }, { percent: 50, after: { months: 24 } }];
  const relapse: Criterion = { ...fromReferral, id: "kept" };

  it("raises what is paid after a step of the indexation", () => {
    const indexation = [{ from: "2007-01-01", percent: 10 }];
    const bonuses = [{ criterion: "job", amount: five, instalments }];
    const payment = { terms: [{ arm: "supplier", bonuses, indexation }] };
    // Certain on 14 February 2005: half of it then, and half two years later at the rate of that day.
    const { total } = expectedPayments({ outcomes: madeOf([decided("success", 42)]), payment });
    expect([total.certain, total.worst]).toEqual([275_000, 275_000]);
    expect(total.months.at(-1)).toMatchObject({ month: "2007-02", certain: 275_000, expected: 275_000 });
  });

  it("takes for the worst each instalment's highest rate of the days on which it may fall due", () => {
    // Due from 1 October 2006 on, when +10 % still counts; the second half two years later, when at most +6 % does.
    const indexation = [
      { from: "2006-01-01", percent: 10 },
      { from: "2007-01-01", percent: 4 },
      { from: "2009-01-01", percent: 6 },
    ];
    const bonuses = [{ criterion: "job", amount: five, instalments }];
    const payment = { terms: [{ arm: "supplier", bonuses, indexation }] };
    const { total } = expectedPayments({ outcomes: madeOf([pending(50)]), payment });
    expect(total.worst).toBe(275_000 + 265_000);
    expect(total.notEstimable.amount).toBe(total.worst);
  });

  it("counts a success whose degree nobody could see by the end of its window, and dates it after asOf", () => {
    const degrees = [
      { id: "full", name: { da: "fuldt", en: "full" }, states: { states: ["ordinary-work"] } },
      { id: "lower", name: { da: "lavere", en: "lower" } },
    ];
    // Measured as of 20 September; the window closed on the 25th, and the statement says open until the register has come.
    const group = decided("success", 42, { degree: "lower", windowTo: "2006-09-25", windowComplete: false });
    const outcomes = {
      ...madeOf([group], [{ ...fromReferral, degrees }]),
      measuredAsOf: { job: "2006-09-20" },
    };
    const payment = planOf({ degrees: { full: five, lower: 200_000 } });
    expect(settleAccounts(outcomes, payment).unpaid).toMatchObject([
      { standing: "open", reason: "degree-open" },
    ]);
    const { total } = expectedPayments({ outcomes, payment });
    expect([total.best, total.expected, total.worst]).toEqual([200_000, 200_000, five]);
    expect(total.months.map(({ month, expected }) => [month, expected])).toEqual([["2006-10", 200_000]]);
  });

  it("pays nothing more to a success that relapsed", () => {
    const outcomes = madeOf([decided("success", 42)], [fromReferral, relapse]);
    const relapsed: Outcomes = {
      ...outcomes,
      by: (id, anchor) =>
        outcomes
          .by(id, anchor)
          .map((outcome): Outcome =>
            id === "kept" ? { ...outcome, status: "failure", certainOn: "2006-02-01" } : outcome,
          ),
    };
    const payment = planOf({ instalments, clawback: { unless: "kept", percent: 100 } });
    expect(expectedPayments({ outcomes, payment }).total.certain).toBe(250_000);
    expect(expectedPayments({ outcomes: relapsed, payment }).total.certain).toBe(0);
    expect(expectedPayments({ outcomes, payment }).notices.map(({ code }) => code)).toContain(
      "terms-left-out",
    );
  });

  it("measures how long someone has been pending up to the day that the criterion is measured as of", () => {
    // A register that ends ten days earlier: pending for 60 days by then, so that the one of day 60 was ahead already.
    const outcomes = madeOf([...four, pending(70)]);
    const earlier: Outcomes = { ...outcomes, measuredAsOf: { job: daysAfter(ASOF, -10) } };
    expect(expectedPayments({ outcomes: earlier, payment: planOf() }).total.expected).toBe(five / 2);
    expect(
      expectedPayments({ outcomes: madeOf([...four, pending(59)]), payment: planOf() }).total.expected,
    ).toBeCloseTo(five / 3, 6);
  });
});

describe("expectedPayments by the course", () => {
  const course = criterion("job");

  it("holds a course that runs against those that ran as long, and not against those that ended before", () => {
    const ran = (days: number, certain: number, status: "success" | "failure"): Group => ({
      arm: "supplier",
      course: { startedOn: "2005-01-10", endedOn: daysAfter("2005-01-10", days) },
      contract: { status, certainOn: daysAfter("2005-01-10", certain) },
    });
    const running: Group = {
      arm: "supplier",
      participation: "running",
      referredOn: "2006-08-15",
      course: { startedOn: daysAfter(ASOF, -40) },
      contract: { status: "pending", windowComplete: false },
    };
    // Those whose course lasted 30 days were decided later too, but had found work by day 40: they don't count.
    const groups = [
      ran(30, 170, "success"),
      ran(30, 180, "success"),
      ran(60, 200, "success"),
      ran(80, 260, "failure"),
    ];
    const { total } = expectedPayments({
      outcomes: madeOf([...groups, running], [course]),
      payment: planOf(),
    });
    expect(total.expected).toBe(five / 2);
    expect(total.months.findLast(({ expected }) => expected > 0)?.month).toBe("2007-03"); // day 200 of it: 9 March
  });

  it("counts days from the last of a course that has ended", () => {
    const ended = (since: string, days: number, status: "success" | "failure" | "pending"): Group => ({
      arm: "supplier",
      referredOn: "2005-01-03",
      course: { startedOn: "2005-01-10", endedOn: since },
      contract:
        status === "pending"
          ? { status, windowComplete: false }
          : { status, certainOn: daysAfter(since, days) },
    });
    const groups = [ended("2005-03-01", 130, "success"), ended("2005-06-01", 90, "failure")];
    const { total } = expectedPayments({
      outcomes: madeOf([...groups, ended(daysAfter(ASOF, -100), 0, "pending")], [course]),
      payment: planOf(),
    });
    expect(total.expected).toBe(five);
  });

  it("expects nothing of a course that was never started, nor of unknown outcomes", () => {
    const never: Group = { ...pending(20), participation: "never-started" };
    const unknown: Group = { ...pending(20), contract: { status: "unknown" } };
    const { bonuses, notices } = expectedPayments({
      outcomes: madeOf([...four, never, unknown], [course]),
      payment: planOf(),
    });
    expect(bonuses[0]).toMatchObject({ pending: 0, lost: 1, unknown: 1, expected: 0, worst: 0 });
    expect(notices.map(({ code }) => code)).toContain("unknown-not-expected");
  });
});

/** Any mixture of decided and pending outcomes. */
const anyone: fc.Arbitrary<Group> = fc.oneof(
  fc
    .record({ status: fc.constantFrom("success", "failure"), days: fc.integer({ min: 1, max: 400 }) })
    .map(({ status, days }) => decided(status as "success" | "failure", days)),
  fc.integer({ min: 1, max: 400 }).map(pending),
);

describe("expectedPayments", () => {
  const seeded = { seed: "any", times: 100 } as const;

  it("is nothing where nothing is pending, or everything has been decided by the end", () => {
    const { total, bonuses } = expectedPayments({ outcomes: madeOf(four), payment: planOf() }, seeded);
    expect(total).toMatchObject({
      best: 0,
      worst: 0,
      expected: 0,
      interval: { lower: 0, upper: 0 },
      months: [],
    });
    expect(bonuses[0]?.notEstimable).toEqual({ citizens: 0, amount: 0 });
  });

  it("lies between the best and the worst, also with what can't be estimated, and its months sum to it", () => {
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 25 }), (groups) => {
        const { total } = expectedPayments({ outcomes: madeOf(groups), payment: planOf() }, seeded);
        const { best, worst, expected, notEstimable, interval, months } = total;
        expect(expected).toBeGreaterThanOrEqual(best);
        expect(expected + notEstimable.amount).toBeLessThanOrEqual(worst + 1e-6);
        expect(interval?.lower).toBeLessThanOrEqual(interval?.upper ?? 0);
        expect(interval?.upper).toBeLessThanOrEqual(worst);
        expect(months.reduce((sum, month) => sum + month.expected, 0)).toBeCloseTo(expected, 6);
      }),
      { numRuns: 40 },
    );
  });

  it("lies between the best and the worst whatever the indexation, the instalments and the open degrees", () => {
    const degrees = [
      { id: "full", name: { da: "fuldt", en: "full" }, states: { states: ["ordinary-work"] } },
      { id: "lower", name: { da: "lavere", en: "lower" } },
    ];
    const open = fc.integer({ min: 100, max: 600 }).map((days) => {
      const more = { degree: "lower", windowTo: on(days + 365), windowComplete: false };
      return decided("success", days, more);
    });
    const steps = fc.uniqueArray(
      fc.record({ days: fc.integer({ min: 0, max: 2000 }), percent: fc.integer({ min: -20, max: 20 }) }),
      { selector: ({ days }) => days, maxLength: 4 },
    );
    const parts = fc.constantFrom(
      undefined,
      [{ percent: 33 }, { percent: 67, after: { months: 6 } }],
      [
        { percent: 50, after: { months: 3 } },
        { percent: 50, after: { months: 24 } },
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyone, open), { maxLength: 15 }),
        steps,
        parts,
        (groups, days, instalments) => {
          const indexation = days
            .toSorted((a, b) => a.days - b.days)
            .map(({ days: after, percent }) => ({ from: on(after), percent }));
          const graded = { degrees: { full: 500_001, lower: 250_003 } };
          const bonus = { criterion: "job", amount: five, ...graded, ...(instalments && { instalments }) };
          const payment = { terms: [{ arm: "supplier", bonuses: [bonus], indexation }] };
          const outcomes = madeOf(groups, [{ ...fromReferral, degrees }]);
          const { best, worst, expected, notEstimable, interval } = expectedPayments(
            { outcomes, payment },
            seeded,
          ).total;
          expect(best).toBeLessThanOrEqual(interval?.lower ?? NaN);
          expect(interval?.upper).toBeLessThanOrEqual(worst);
          expect(expected).toBeGreaterThanOrEqual(best);
          expect(expected + notEstimable.amount).toBeLessThanOrEqual(worst + 1e-6);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("doesn't depend on the order of citizens or bonuses", () => {
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 20 }), (groups) => {
        const [once, turned] = [groups, groups.toReversed()].map(
          (some) => expectedPayments({ outcomes: madeOf(some), payment: planOf() }).total,
        );
        expect(turned?.expected).toBeCloseTo(once?.expected ?? NaN, 6);
        expect(turned?.notEstimable.citizens).toBeCloseTo(once?.notEstimable.citizens ?? NaN, 9);
      }),
    );
    const second: Criterion = { ...fromReferral, id: "durable" };
    const outcomes = madeOf([...four, pending(50), pending(70)], [fromReferral, second]);
    const bonuses = [
      { criterion: "job", amount: five },
      { criterion: "durable", amount: 1_000_000 },
    ];
    const [one, other] = [bonuses, bonuses.toReversed()].map((some) =>
      expectedPayments({ outcomes, payment: { terms: [{ arm: "supplier", bonuses: some }] } }, seeded),
    );
    expect(other?.total).toEqual(one?.total);
  });

  it("gives with a seed the same interval again", () => {
    const input = { outcomes: madeOf([...four, ...[20, 30, 45, 50, 70].map(pending)]), payment: planOf() };
    expect(expectedPayments(input, seeded).total).toEqual(expectedPayments(input, seeded).total);
  });

  it("draws whom nobody was followed for long enough to tell as failures for the lower limit, as successes for the upper", () => {
    const outcomes = madeOf([...four, pending(120)]);
    const { total } = expectedPayments({ outcomes, payment: planOf() }, { ...seeded, months: 1 });
    // Pending for 120 days, and the four decided by the 100th: on 1 October 2006 at the earliest, and in any month later.
    const either = { expected: 0, interval: { lower: 0, upper: five } };
    expect(total).toMatchObject({ ...either, later: either, months: [{ month: "2006-10", ...either }] });
    const text = expectedPayments({ outcomes, payment: planOf() }, seeded).toText({ language: "da" });
    expect(text).toContain("dækker både, at intet af det bliver til succes, og at alt gør");
  });

  it("tells as many months as are asked for, and the rest as later", () => {
    const outcomes = madeOf([...four, pending(10), pending(50)]);
    const all = expectedPayments({ outcomes, payment: planOf() }).total;
    const { months, later } = expectedPayments({ outcomes, payment: planOf() }, { months: 1 }).total;
    expect(months).toHaveLength(1);
    expect((months[0]?.expected ?? 0) + later.expected).toBeCloseTo(all.expected, 6);
    expect(later.expected).toBeGreaterThan(0);
  });

  describe("where only one bonus of a citizen is paid", () => {
    const both = [fromReferral, { ...fromReferral, id: "durable" }];
    const bonuses = [
      { criterion: "job", amount: five },
      { criterion: "durable", amount: 700_000 },
    ];
    const once: PaymentPlan = { terms: [{ arm: "supplier", bonuses, bonusesPaid: "once" }] };
    // All four of `four` are decided by both; the two pending ones (70 days) are so by both too, but the first of them
    // is a success by the short criterion.
    const outcomes = madeOf([...four, pending(70), pending(70)], both);
    const first: Outcomes = {
      ...outcomes,
      by: (id, anchor) =>
        outcomes
          .by(id, anchor)
          .map((outcome, place): Outcome =>
            id === "job" && place === 4 ? { ...outcome, status: "success", certainOn: ASOF } : outcome,
          ),
    };

    it("expects nothing of those whom the statement calls lost since another bonus is paid", () => {
      const { unpaid } = settleAccounts(first, once);
      const open = unpaid.filter(({ standing, criterion: id }) => standing === "open" && id === "durable");
      const durable = expectedPayments({ outcomes: first, payment: once }).bonuses[1];
      expect(open).toHaveLength(1);
      expect(durable).toMatchObject({ pending: 1, lost: 1, worst: 700_000 });
      // Of those followed for longer than 70 days, one succeeded on day 80, one failed on day 100.
      expect(durable?.expected).toBe(350_000);
    });

    it("comes to no more than the highest bonus of each citizen for whom several are open", () => {
      const { total, bonuses: each, notices } = expectedPayments({ outcomes, payment: once });
      expect(each.map(({ worst }) => worst)).toEqual([2 * five, 1_400_000]);
      expect(total.worst).toBe(1_400_000);
      expect(total.expected).toBe(2 * (five / 2 + 350_000));
      expect(notices).toContainEqual(expect.objectContaining({ terms: ["bonuses-paid-once"] }));
    });
  });

  describe("under a cap of the whole contract", () => {
    const outcomes = madeOf([...four, pending(70), pending(70)]);

    it("expects nothing where it is used up", () => {
      const payments = expectedPayments({ outcomes, payment: under(600_000) }, { seed: 1, times: 100 });
      expect(payments.total).toMatchObject({ best: 0, worst: 0, expected: 0, certain: 0 });
      expect(payments.total.interval).toEqual({ lower: 0, upper: 0 });
      expect(payments.toText({ language: "da" })).toContain("er der ingen bonus tilbage at betale");
    });

    it("is bounded by what is left of it", () => {
      // Two successes were paid 1,000,000; two more are pending, with a half each.
      const payments = expectedPayments({ outcomes, payment: under(1_300_000) }, { seed: 1, times: 100 });
      expect(payments.total).toMatchObject({ worst: 300_000, expected: 300_000 });
      expect(payments.total.interval?.upper).toBe(300_000);
      expect(expectedPayments({ outcomes, payment: under(9_000_000) }).total).toEqual(
        expectedPayments({ outcomes, payment: planOf() }).total,
      );
    });
  });

  it("names terms that it leaves out", () => {
    const terms = [
      {
        ...planOf().terms[0],
        arm: "supplier",
        bonuses: [{ criterion: "job", amount: five }],
        caps: [{ of: "bonus", per: "year", amount: 1_000_000 }],
      } as const,
    ];
    const { notices } = expectedPayments({ outcomes: madeOf(four), payment: { terms } });
    expect(notices).toContainEqual({
      code: "terms-left-out",
      severity: "caution",
      arm: "supplier",
      terms: ["caps"],
    });
  });

  it("refuses options that can't be", () => {
    const input = { outcomes: madeOf(four), payment: planOf() };
    expect(() => expectedPayments(input, { times: 10 })).toThrow(
      expect.objectContaining({ code: "impossible-option" }),
    );
    expect(() => expectedPayments({ ...input, payment: undefined })).toThrow(
      expect.objectContaining({ code: "not-planned" }),
    );
  });
});

describe("ahead", () => {
  it("is the Aalen-Johansen estimate from a day on: (F(t) − F(u)) / (1 − F(u) − G(u))", () => {
    const stay = fc.record({
      time: fc.integer({ min: 1, max: 30 }),
      end: fc.constantFrom("success", "failure", "pending"),
    });
    fc.assert(
      fc.property(
        fc.array(stay, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 25 }),
        (some, u) => {
          const stays = byTime(
            some.map(({ time, end }, place): Stay => ({
              place,
              time,
              stayed: time,
              end: end as Stay["end"],
            })),
          );
          const curve = cumulativeIncidence({
            time: stays.map(({ time }) => time),
            cause: stays.map(({ end }) => (end === "pending" ? null : end)),
          });
          const at = (cause: string, day: number): number =>
            curve.rows.findLast((row) => row.cause === cause && row.time <= day)?.estimate ?? 0;
          const { successes, cumulative, open } = ahead(alikeAfter(u, stays));
          const left = 1 - at("success", u) - at("failure", u);
          const told = (day: number): number => (at("success", day) - at("success", u)) / left;
          const failed = (at("failure", 99) - at("failure", u)) / left;
          const isFollowed = stays.some(({ time }) => time > u);
          const lastOf = successes.filter(({ time }, index) => successes[index + 1]?.time !== time);
          for (const last of lastOf) {
            expect(cumulative[successes.indexOf(last)]).toBeCloseTo(told(last.time), 10);
          }
          expect(open).toBeCloseTo(isFollowed ? 1 - told(99) - failed : 1, 10);
        },
      ),
    );
  });

  it("counts citizens as often as they weigh", () => {
    const stays: readonly Stay[] = [
      { place: 0, time: 10, stayed: 10, end: "success" },
      { place: 1, time: 20, stayed: 20, end: "failure" },
      { place: 2, time: 30, stayed: 30, end: "success" },
    ];
    expect(ahead(stays, [2, 1, 0]).cumulative).toEqual([2 / 3]);
  });
});

describe("expectedPayments, shown", () => {
  const outcomes = madeOf([...four, pending(50), pending(70), pending(120)]);
  const payments = expectedPayments({ outcomes, payment: planOf() }, { seed: 1, times: 100 });

  it("speaks Danish", () => {
    const text = payments.toText({ language: "da" });
    expect(text).toContain("Efter 30. september 2006 forventes der betalt 3.000 kr. i bonus");
    expect(text).toContain("højst 15.000 kr., hvis alle gør");
    expect(text).toContain("for, hvad der svarer til 1,6 borgere, er ingen fulgt længe nok");
    expect(payments.toText()).toContain("After 30 September 2006, DKK 3,000 is expected");
  });

  it("says instead of an expectation that it can't be told yet, where nearly nothing can be estimated", () => {
    const early = expectedPayments({ outcomes: madeOf([pending(50), pending(70)]), payment: planOf() });
    const text = early.toText({ language: "da" });
    expect(text).toContain("kan endnu ikke skønnes: for 10.000 kr. af de højst 10.000 kr. er ingen fulgt");
    expect(text).not.toContain("forventes der betalt");
    expect(text).toContain("ingen udfald er afgjort");
    expect(early.toText()).toContain("no outcomes are decided");
  });

  it("says what the bounds leave aside where the terms have it", () => {
    const caps = [{ of: "bonus", per: "year", amount: 1_000_000 }] as const;
    const minimums = [{ per: "year", amount: 100_000 }] as const;
    const bonuses = [
      { criterion: "job", amount: five },
      { criterion: "durable", amount: five },
    ];
    const both = madeOf([pending(50)], [fromReferral, { ...fromReferral, id: "durable" }]);
    const bounded = (more: Partial<ArmTerms>): string =>
      expectedPayments({
        outcomes: both,
        payment: { terms: [{ arm: "supplier", bonuses, ...more }] },
      }).toText({
        language: "da",
      });
    expect(bounded({})).toContain("Det bliver mindst");
    expect(bounded({ caps })).toContain("Når der ses bort fra lofter, bliver det mindst 0 kr.");
    expect(bounded({ caps, minimums, bonusesPaid: "once" })).toContain(
      "Når der ses bort fra reglen om kun én bonus pr. borger, lofter og garantibeløb, bliver det mindst",
    );
  });

  it("has rows in all, by month and later for each bonus and their sum", () => {
    expect(payments.toRows().map(({ criterion: id, part, month }) => [id, part, month])).toEqual([
      ["job", "all", null],
      ["job", "month", "2006-10"],
      ["job", "later", null],
      [null, "all", null],
      [null, "month", "2006-10"],
      [null, "later", null],
    ]);
    expect(JSON.parse(JSON.stringify(payments))).toMatchObject({ kind: "expected-payments" });
  });
});

describe("what is certain", () => {
  it("is said without an interval, of which both ends would be the same", () => {
    const instalments = [{ percent: 60 }, { percent: 40, after: { months: 3 } }];
    const outcomes = madeOutcomes({ groups: [decided("success", 600)] });
    const expected = expectedPayments({ outcomes, payment: planOf({ instalments }) }, { seed: "s" });
    expect(expected.total).toMatchObject({ best: 200_000, worst: 200_000, expected: 200_000 });
    const lead = expected.toText({ language: "da" });
    expect(lead).toContain("bliver der betalt 2.000 kr. i bonus");
    expect(lead).toContain("Alle de udfald, det afhænger af, er afgjort.");
    expect(lead.slice(0, lead.indexOf("afgjort."))).not.toContain("interval");
    expect(expected.toText()).toContain("DKK 2,000 will be paid in bonuses");
  });
});
