import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocationProbabilities } from "../../src/allocation/allocation-probabilities.js";
import type {
  AllocationPlan,
  AllocationProtocol,
  Design,
  Quota,
  Referral,
} from "../../src/allocation/index.js";
import { parseReferrals } from "../../src/allocation/index.js";
import { errorOf, protocolOf } from "./samples.js";

const DAY = 86_400_000;
const even = { own: 1, supplier: 1 };

const onDays = (...citizens: readonly string[]): readonly Referral[] =>
  citizens.map((citizen, day) => ({
    citizen,
    referredOn: `2005-01-${10 + day}`,
    sex: day % 2 === 0 ? "f" : "m",
  }));

const planOf = (design: Design, more: Partial<AllocationPlan> = {}): AllocationPlan => ({
  design,
  strata: [],
  referredAgain: "keep-arm",
  ...more,
});

const limited = (design: Design, quotas: readonly Quota[], more: Partial<AllocationPlan> = {}) =>
  protocolOf(planOf(design, { ...more, quotas }));

describe("without quotas", () => {
  const designs: readonly Design[] = [
    { kind: "simple", weights: { own: 2, supplier: 1 } },
    { kind: "complete", batch: "iso-week", weights: { own: 2, supplier: 1 } },
    { kind: "permuted-block", weights: { own: 2, supplier: 1 }, sizes: [3, 6] },
    { kind: "biased-coin", weights: { own: 2, supplier: 1 }, bias: 0.9 },
    { kind: "big-stick", weights: { own: 2, supplier: 1 }, tolerance: 2 },
    { kind: "urn", weights: { own: 2, supplier: 1 }, initial: 0, added: 1 },
    {
      kind: "minimization",
      weights: { own: 2, supplier: 1 },
      factors: { sex: 1 },
      imbalance: "range",
      preference: 1,
    },
  ];

  it.each(designs.map((design) => [design.kind, design] as const))(
    "everyone has the weights' shares: %s",
    (_, design) => {
      const { rows, found, exact, notices } = allocationProbabilities(design, onDays("a", "b", "a"));
      expect([found, exact, notices]).toEqual(["by-design", true, []]);
      expect(rows).toHaveLength(3);
      for (const { probabilities, monteCarloErrors } of rows) {
        expect(probabilities["own"]).toBeCloseTo(2 / 3, 15);
        expect(probabilities["supplier"]).toBeCloseTo(1 / 3, 15);
        expect(monteCarloErrors).toBeUndefined();
      }
    },
  );

  it("alternation shares evenly between the arms that are given", () => {
    const { rows, arms } = allocationProbabilities({ kind: "alternation" }, onDays("a"), {
      arms: ["x", "y", "z"],
    });
    expect(arms).toEqual(["x", "y", "z"]);
    expect(rows[0]?.probabilities).toEqual({ x: 1 / 3, y: 1 / 3, z: 1 / 3 });
  });

  it("households are no exception", () => {
    const plan = planOf({ kind: "complete", batch: "iso-week", weights: even }, { unit: "household" });
    const referrals = onDays("a", "b").map((referral) => ({ ...referral, household: "h" }));
    const { rows } = allocationProbabilities(protocolOf(plan), referrals);
    expect(rows.map(({ probabilities }) => probabilities)).toEqual([
      { own: 0.5, supplier: 0.5 },
      { own: 0.5, supplier: 0.5 },
    ]);
  });

  it("reads a file", () => {
    const file = parseReferrals("citizen;referredOn\na;2005-01-10\nb;2005-01-11\n", {
      name: "referrals.csv",
    });
    expect(allocationProbabilities({ kind: "simple", weights: even }, file).rows[1]).toEqual({
      citizen: "b",
      referredOn: "2005-01-11",
      probabilities: { own: 0.5, supplier: 0.5 },
    });
  });
});

function supplierOf(protocol: AllocationProtocol, referrals: readonly Referral[]): readonly number[] {
  const { rows } = allocationProbabilities(protocol, referrals);
  return rows.map(({ probabilities }) => probabilities["supplier"] ?? Number.NaN);
}

describe("within quotas", () => {
  it("simple tosses go on until an arm is full", () => {
    // supplier takes two a month. 1/2, 1/2; third: not both before, 3/4 · 1/2; fourth: fewer than two of three, 1/2 · 1/2;
    // fifth: fewer than two of four, 5/16 · 1/2.
    const protocol = limited({ kind: "simple", weights: even }, [
      { arm: "supplier", per: "calendar-month", most: 2 },
    ]);
    const found = supplierOf(protocol, onDays("a", "b", "c", "d", "e"));
    for (const [index, expected] of [1 / 2, 1 / 2, 3 / 8, 1 / 4, 5 / 32].entries()) {
      expect(found[index]).toBeCloseTo(expected, 14);
    }
    const { found: how, rows } = allocationProbabilities(protocol, onDays("a", "b", "c"));
    expect(how).toBe("by-enumeration");
    for (const { probabilities } of rows) {
      expect((probabilities["own"] ?? 0) + (probabilities["supplier"] ?? 0)).toBeCloseTo(1, 14);
    }
  });

  it("a new month begins anew", () => {
    const protocol = limited({ kind: "simple", weights: even }, [
      { arm: "supplier", per: "calendar-month", most: 1 },
    ]);
    const days = ["2005-01-30", "2005-01-31", "2005-02-01", "2005-02-02"];
    const found = supplierOf(
      protocol,
      days.map((referredOn, n) => ({ citizen: `c-${n}`, referredOn })),
    );
    for (const [index, expected] of [1 / 2, 1 / 4, 1 / 2, 1 / 4].entries())
      expect(found[index]).toBeCloseTo(expected, 14);
  });

  it("complete batches lower everyone's probability, by what earlier weeks left", () => {
    // Three in the first week: one or two go to supplier, 1/2 each. Room for 3 a month leaves two or one for the
    // three of the second week: 1/2 (which may round up to two) with room for two, 1/3 with room for one.
    const protocol = limited({ kind: "complete", batch: "iso-week", weights: even }, [
      { arm: "supplier", per: "calendar-month", most: 3 },
    ]);
    const referrals = ["2005-01-10", "2005-01-17"].flatMap((referredOn, week) =>
      ["a", "b", "c"].map((name) => ({ citizen: `${name}${week}`, referredOn })),
    );
    const found = supplierOf(protocol, referrals);
    for (const each of found.slice(0, 3)) expect(each).toBeCloseTo(1 / 2, 14);
    for (const each of found.slice(3)) expect(each).toBeCloseTo((1 / 2 + 1 / 3) / 2, 14);
  });

  it("says who may find no room", () => {
    // Both arms take one a month: the third can't be drawn at all.
    const quotas = ["own", "supplier"].map((arm) => ({ arm, per: "calendar-month", most: 1 }) as const);
    const { rows, notices } = allocationProbabilities(
      limited({ kind: "simple", weights: even }, quotas),
      onDays("a", "b", "c"),
    );
    expect(rows.map(({ probabilities }) => probabilities["own"])).toEqual([0.5, 0.5, 0]);
    expect(notices).toEqual([{ code: "may-find-no-room", severity: "caution", referrals: 1 }]);
  });

  const year = Array.from({ length: 50 * 15 }, (_, n) => ({
    citizen: `c-${n}`,
    referredOn: new Date(Date.UTC(2005, 0, 10) + 7 * DAY * Math.floor(n / 15)).toISOString().slice(0, 10),
    sex: n % 3 === 0 ? "f" : "m",
  }));
  const weekly: Design = { kind: "complete", batch: "iso-week", weights: even };

  it("is exact for a year of weeks within months", () => {
    const quotas = [{ arm: "supplier", per: "calendar-month", most: 30 }] as const;
    const result = allocationProbabilities(limited(weekly, quotas, { strata: ["sex"] }), year);
    expect([result.found, result.exact]).toEqual(["by-enumeration", true]);
    const months = new Map<string, number[]>();
    for (const { referredOn, probabilities } of result.rows) {
      const month = new Date(Date.parse(referredOn) + 3 * DAY).toISOString().slice(0, 7); // its Thursday's
      months.set(month, [...(months.get(month) ?? []), probabilities["supplier"] ?? Number.NaN]);
    }
    // Fifteen a week: four weeks fill the month, three don't touch its bound.
    for (const each of months.values()) {
      const sum = each.reduce((total, probability) => total + probability, 0);
      expect(sum > 29).toBe(each.length > 45);
      expect(sum).toBeLessThanOrEqual(30 + 1e-9);
      expect(sum).toBeLessThanOrEqual(each.length / 2 + 1e-9);
      for (const probability of each.slice(0, 45)) expect(probability).toBeCloseTo(1 / 2, 12);
    }
  });

  it("is exact for a year of which an arm takes some weeks", () => {
    const { rows } = allocationProbabilities(limited(weekly, [{ arm: "supplier", weeksPerYear: 40 }]), year);
    for (const [index, { referredOn, probabilities }] of rows.entries()) {
      const open = index < 40 * 15 || referredOn >= "2006-01-01";
      expect(probabilities["supplier"]).toBeCloseTo(open ? 1 / 2 : 0, 12);
    }
  });

  it("comes to the same by going through everything, where a citizen comes again in vain", () => {
    // The same plan and referrals, once with a last referral of an earlier citizen, which closes the way by merging.
    fc.assert(
      fc.property(
        fc.constantFrom<Design>(
          { kind: "simple", weights: { own: 2, supplier: 1 } },
          { kind: "complete", batch: "iso-week", weights: { own: 2, supplier: 1 } },
        ),
        fc.constantFrom<readonly Quota[]>(
          [{ arm: "supplier", per: "iso-week", most: 1 }],
          [
            { arm: "supplier", per: "calendar-month", most: 2 },
            { arm: "own", per: "iso-week", most: 3 },
          ],
          [
            { arm: "supplier", per: "first-week", most: 1 },
            { arm: "own", weeksPerYear: 2 },
          ],
          [{ arm: "supplier", per: "agreement-year", most: 2 }],
          [{ arm: "supplier", participants: 2 }],
        ),
        fc.array(fc.constantFrom("2005-01-28", "2005-01-31", "2005-02-03", "2005-02-08"), {
          minLength: 1,
          maxLength: 5,
        }),
        (design, quotas, days) => {
          const protocol = limited(design, quotas);
          const referrals = days.toSorted().map((referredOn, n) => ({ citizen: `c-${n}`, referredOn }));
          const merged = allocationProbabilities(protocol, referrals).rows;
          const again = { citizen: "c-0", referredOn: "2005-03-01" };
          const enumerated = allocationProbabilities(protocol, [...referrals, again]).rows;
          for (const [index, { probabilities }] of merged.entries()) {
            for (const arm of ["own", "supplier"]) {
              expect(enumerated[index]?.probabilities[arm]).toBeCloseTo(probabilities[arm] ?? Number.NaN, 12);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("owed citizens raise the probability", () => {
    // One a week owed to supplier over the four weeks of the month; with weights 9 : 1 and two a week it gets 1/2.
    const protocol = limited({ kind: "complete", batch: "iso-week", weights: { own: 9, supplier: 1 } }, [
      { arm: "supplier", per: "calendar-month", least: 4 },
    ]);
    const referrals = ["2005-02-07", "2005-02-14"].flatMap((referredOn, week) =>
      ["a", "b"].map((name) => ({ citizen: `${name}${week}`, referredOn })),
    );
    const { rows } = allocationProbabilities(protocol, referrals, { openedOn: "2005-02-01" });
    expect(rows[2]?.probabilities["supplier"]).toBeCloseTo(1 / 2, 14);
    expect(rows[0]?.probabilities["supplier"]).toBeGreaterThanOrEqual(1 / 2);
  });

  it("is simulated where there is too much to go through, and says so", () => {
    // Blocks of 4 with room for 5 of 12 in supplier: the same plan in the small is enumerated.
    const design: Design = { kind: "permuted-block", weights: even, sizes: [4] };
    const protocol = limited(design, [{ arm: "supplier", per: "calendar-month", most: 3 }]);
    const small = onDays("a", "b", "c", "d", "e", "f", "g", "h");
    const exact = allocationProbabilities(protocol, small);
    expect(exact.found).toBe("by-enumeration");
    const many = Array.from({ length: 24 }, (_, n) => ({ citizen: `c-${n}`, referredOn: "2005-01-10" }));
    const larger = limited(design, [{ arm: "supplier", per: "calendar-month", most: 11 }]);
    expect(errorOf(() => allocationProbabilities(larger, many)).code).toBe("seed-required");
    const simulated = allocationProbabilities(larger, many, { seed: 1, times: 200 });
    expect([simulated.found, simulated.exact]).toEqual(["by-simulation", false]);
    // Five blocks with ten in supplier, room for one more in the sixth: 1/2, then own and 2/3, then own own, then none.
    for (const [index, expected] of [1 / 2, 1 / 3, 1 / 6, 0].entries()) {
      const { probabilities, monteCarloErrors } = simulated.rows[20 + index] ?? {};
      const error = monteCarloErrors?.["supplier"] ?? Number.NaN;
      expect(Math.abs((probabilities?.["supplier"] ?? Number.NaN) - expected)).toBeLessThanOrEqual(
        4.5 * error + 1e-12,
      );
      expect(error > 0).toBe(index === 1 || index === 2);
    }
  });
});

describe("what can't be told", () => {
  it.each([
    ["impossible-design", { kind: "simple", weights: { own: 1 } }, onDays("a"), {}],
    ["cpr-shaped", { kind: "simple", weights: even }, onDays("010190-1234"), {}],
    [
      "missing-column",
      { kind: "minimization", weights: even, factors: { region: 1 }, imbalance: "range", preference: 0.8 },
      onDays("a"),
      {},
    ],
    ["impossible-option", { kind: "simple", weights: even }, onDays("a"), { times: 5 }],
    ["impossible-date", { kind: "simple", weights: even }, onDays("a"), { openedOn: "2005-02-30" }],
  ])("is refused: %s", (code, design, referrals, options) => {
    expect(errorOf(() => allocationProbabilities(design as Design, referrals, options)).code).toBe(code);
  });

  it("isn't anything where nobody is referred", () => {
    expect(allocationProbabilities({ kind: "simple", weights: even }, []).rows).toEqual([]);
  });
});
