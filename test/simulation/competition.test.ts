import { describe, expect, it } from "vitest";
import { verifyLedger } from "../../src/allocation/index.js";
import { addSpans, formatDay, parseDay } from "../../src/core/index.js";
import { longestCourse } from "../../src/outcomes/index.js";
import { defineProtocol } from "../../src/protocol/index.js";
import { simulateCompetition } from "../../src/simulation/index.js";
import { fredericiaA, hillerod } from "../../src/tenders/index.js";
import { aYear, aYearOfHillerod } from "../support/competition.js";
import { errorOf } from "../support/errors.js";

const year = simulateCompetition(fredericiaA, { assumptions: aYear, seed: "test" });

describe("simulateCompetition", () => {
  it("gives the same competition for the same seed, and another for another", () => {
    const again = simulateCompetition(fredericiaA, { assumptions: aYear, seed: "test" });
    expect(again.ledger.head).toEqual(year.ledger.head);
    expect(again.spells).toEqual(year.spells);
    expect(again.courses).toEqual(year.courses);
    const other = simulateCompetition(fredericiaA, { assumptions: aYear, seed: "test2" });
    expect(other.ledger.head.root).not.toBe(year.ledger.head.root);
  });

  it("lets a group leave cash assistance as often as is assumed, and changes nobody else's life", () => {
    const assumptions = { ...aYear, groupPace: { ageGroup: { "under-30": 0 } } };
    const held = simulateCompetition(fredericiaA, { assumptions, seed: "test" });
    const ageOf = new Map(held.ledger.entries.map(({ citizen, stratum }) => [citizen, stratum["ageGroup"]]));
    const statesOf = (age: string, spells: typeof held.spells): typeof held.spells =>
      spells.filter(({ citizen }) => ageOf.get(citizen) === age);
    expect(new Set(statesOf("under-30", held.spells).map(({ state }) => state))).toEqual(
      new Set(["cash-assistance"]),
    );
    const first = new Set(year.ledger.entries.slice(0, 50).map(({ citizen }) => citizen));
    const early = (spells: typeof held.spells): typeof held.spells =>
      statesOf("over-30", spells).filter(({ citizen }) => first.has(citizen));
    expect(early(held.spells)).toEqual(early(year.spells));
  });

  it("leaves a ledger that verifies with its key, under both tenders' designs", async () => {
    const competitions = [
      [fredericiaA, year] as const,
      [hillerod, simulateCompetition(hillerod, { assumptions: aYearOfHillerod, seed: "test" })] as const,
    ];
    for (const [protocol, { ledger, key }] of competitions) {
      const verification = await verifyLedger(protocol, ledger.records, { key });
      expect(verification.findings).toEqual([]);
      expect(verification.checked).toContain("draws");
    }
  });

  it.each([0, 1, 2, 3, 4, 5, 6])(
    "refers nobody after the last day of intake, %i days after a Monday, alone or in batches",
    (days) => {
      const intakeUntil = formatDay(parseDay("2005-02-28", "Monday") + days);
      const until = { ...aYear, intakeUntil, closedWeeks: [] };
      const referralDays = [
        simulateCompetition(fredericiaA, { assumptions: until, seed: "a" }),
        simulateCompetition(hillerod, {
          assumptions: { ...until, strata: aYearOfHillerod.strata },
          seed: "a",
        }),
      ].map(({ referrals }) => referrals.map(({ referredOn }) => referredOn).toSorted());
      const lastWorkday = formatDay(parseDay("2005-02-28", "Monday") + Math.min(days, 4));
      for (const all of referralDays) {
        expect(all.length).toBeGreaterThan(60);
        expect(all.at(-1)).toBe(lastWorkday);
      }
    },
  );

  it("refers no more than the arms' quotas have room for", () => {
    const { ledger, referrals, courses } = simulateCompetition(hillerod, {
      assumptions: aYearOfHillerod,
      seed: "test",
    });
    const numbers = ["municipal", "supplier"].map(
      (arm) => ledger.entries.filter((entry) => entry.arm === arm).length,
    );
    expect(numbers).toEqual([200, 200]);
    expect(referrals).toHaveLength(400);
    expect(courses).toHaveLength(400);
  });

  it("refers citizens in 40 weeks, 8 to 12 new ones a week", () => {
    const batches = new Map<string, number>();
    for (const { batch, first } of year.ledger.entries) {
      if (first === undefined) batches.set(batch, (batches.get(batch) ?? 0) + 1);
    }
    expect(batches.size).toBe(40);
    for (const size of batches.values()) {
      expect(size).toBeGreaterThanOrEqual(8);
      expect(size).toBeLessThanOrEqual(12);
    }
  });

  it("has one course per referral, none longer than permitted from its start", () => {
    expect(year.courses).toHaveLength(year.ledger.entries.length);
    for (const { startedOn, endedOn, endReason } of year.courses) {
      expect(startedOn === undefined).toBe(endReason === "never-started");
      if (startedOn === undefined || endedOn === undefined) continue;
      const start = parseDay(startedOn, "startedOn");
      const end = parseDay(endedOn, "endedOn");
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThan(addSpans(start, longestCourse(fredericiaA.course)));
    }
  });

  it("is as uneven as life: people return, never start, are referred again, move, die, and work beside a benefit", () => {
    const reasons = new Set(year.courses.map(({ endReason }) => endReason));
    for (const reason of [
      "work",
      "education",
      "period-ended",
      "returned",
      "withdrawn",
      "never-started",
    ] as const) {
      expect(reasons).toContain(reason);
    }
    const states = new Set(year.spells.map(({ state }) => state));
    for (const state of [
      "ordinary-work",
      "part-time-work",
      "wage-subsidy",
      "ordinary-education",
      "moved",
      "dead",
    ]) {
      expect(states).toContain(state);
    }
    expect(year.ledger.entries.some(({ first }) => first !== undefined)).toBe(true);
  });

  it("draws peers only where the protocol plans a benchmark", () => {
    expect(year.municipalities).toEqual([]);
    const planned = defineProtocol({
      ...fredericiaA.toJSON(),
      benchmark: {
        municipality: "Fredericia",
        criterion: "without-support-6-months",
        measure: { definition: "d", population: "p", anchor: "referral", window: "w", period: "2005" },
      },
    });
    const rows = simulateCompetition(planned, { assumptions: aYear, seed: "test" }).municipalities;
    expect(rows.map(({ municipality, total, source }) => [municipality, total, source])).toEqual([
      ["Odense", 900, "simulation"],
      ["Svendborg", 300, "simulation"],
    ]);
  });

  it("refuses a stratum that nothing is assumed of", () => {
    const error = errorOf(() => simulateCompetition(hillerod, { assumptions: aYear, seed: "test" }));
    expect(error.code).toBe("stratum-unassumed");
  });
});
