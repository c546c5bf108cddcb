import { describe, expect, it } from "vitest";
import { hasSuccess, timeToSuccess } from "../../src/effects/index.js";
import { cohortOf, deriveOutcomes, type Criterion, type Outcomes } from "../../src/outcomes/index.js";
import { entryOf, historiesOf, ledgerOf, protocolOf } from "../support/lives/world.js";
import { reviewedYear } from "../support/reviewedYear.js";

/** Ten days of work in a row within 100 days of the referral. */
const work: Criterion = {
  id: "work",
  name: { da: "arbejde", en: "work" },
  basis: "contract",
  states: { states: ["ordinary-work"] },
  amount: { days: 10 },
  continuity: "consecutive",
  window: { anchor: "referral", length: { days: 100 } },
};

type Life = readonly (readonly [state: string, from: string, to?: string])[];

/** Citizens of the supplier, all referred on Monday 3 January 2005. */
function supplierOf(lives: readonly Life[], probabilities = { municipal: 0.5, supplier: 0.5 }): Outcomes {
  const entries = lives.map((_, index) =>
    entryOf({
      citizen: `p${index}`,
      referredOn: "2005-01-03",
      sequence: index + 1,
      designProbabilities: probabilities,
    }),
  );
  const spells = lives.flatMap((life, index) =>
    life.map(([state, from, to]) => ({
      citizen: `p${index}`,
      state,
      from,
      ...(to === undefined ? {} : { to }),
    })),
  );
  return deriveOutcomes({
    protocol: protocolOf([work]),
    ledger: ledgerOf(entries),
    courses: [],
    histories: historiesOf(spells),
    asOf: "2006-12-31",
  });
}

const idle: Life = [["cash-assistance", "2004-01-01"]];

describe("timeToSuccess", () => {
  it("counts who is gone as gone, and who moves up to then: worked by hand", () => {
    // Day 18 (21 January): p0 has worked ten days, of 5. Day 29: p1 dies, of 4. p2 is seen to day 35 (moves on 8 February).
    // Day 59 (3 March): p3 has worked ten days, of 2 left; p4 is followed to the end.
    // F = 1/5, then S(29) = 3/5, and F = 1/5 + 3/5 · 1/2 = 1/2 from day 59 on. Gone: 4/5 · 1/4 = 1/5.
    const { arms, curve } = timeToSuccess(
      supplierOf([
        [["ordinary-work", "2005-01-12"]],
        [...idle.map(([state, from]) => [state, from, "2005-01-31"] as const), ["dead", "2005-02-01"]],
        [
          ["cash-assistance", "2004-01-01", "2005-02-07"],
          ["moved", "2005-02-08"],
        ],
        [["ordinary-work", "2005-02-22"]],
        idle,
        [],
      ]),
      "work",
    );
    expect(arms[1]).toEqual({
      arm: "supplier",
      name: "Leverandøren",
      allocated: 6,
      success: 2,
      gone: 1,
      followed: 2,
      unseen: 1,
      excluded: 0,
    });
    const of = (cause: string): readonly (readonly number[])[] =>
      curve.rows
        .filter((row) => row.cause === cause)
        .map(({ time, atRisk, events, censored, estimate }) => [time, atRisk, events, censored, estimate]);
    expect(of("success").map((row) => row.slice(0, 4))).toEqual([
      [18, 5, 1, 0],
      [29, 4, 0, 0],
      [35, 3, 0, 1],
      [59, 2, 1, 0],
      [99, 1, 0, 1],
    ]);
    const last = (cause: string): number => of(cause).at(-1)?.[4] ?? NaN;
    expect(last("success")).toBeCloseTo(1 / 2, 12);
    expect(last("gone")).toBeCloseTo(1 / 5, 12);
  });

  it("has no curve of successes where there are none, and no one in it whom chance didn't place", () => {
    const none = timeToSuccess(supplierOf([idle, idle]), "work");
    expect(hasSuccess(none)).toBe(false);
    expect(none.toText({ language: "da" })).toContain("Ingen har endnu opnået succes");
    const placed = timeToSuccess(supplierOf([idle], { municipal: 0, supplier: 1 }), "work");
    expect(placed.arms[1]).toMatchObject({ allocated: 1, excluded: 1, followed: 0 });
    expect(placed.curve.rows).toEqual([]);
  });

  it("ends at the share of successes where all were followed to the end, and divides everyone without remainder", async () => {
    const { outcomes } = await reviewedYear("2006-09-30");
    const criterion = "without-support-6-months";
    const time = timeToSuccess(outcomes, criterion);
    const { members } = cohortOf(outcomes, criterion);
    for (const { arm, allocated, success, gone, followed, unseen, excluded } of time.arms) {
      expect(success + gone + followed + unseen + excluded).toBe(allocated);
      const own = members.filter(({ participant }) => participant.arm === arm);
      expect(success).toBe(own.filter(({ outcome }) => outcome.status === "success").length);
      const end =
        time.curve.rows.findLast((row) => row.group === arm && row.cause === "success")?.estimate ?? 0;
      // Those who moved away are followed for a while only, so the curve is a little above successes over all.
      expect(end).toBeGreaterThanOrEqual(success / allocated);
      expect(end).toBeLessThan(success / (allocated - unseen) + 0.03);
    }
    for (const language of ["da", "en"] as const) {
      expect(time.toText({ language })).not.toMatch(/undefined|NaN/);
    }
    expect(time.toRows().length).toBeGreaterThan(100);
  });

  it("keeps who has failed in the denominator of successes that come where other windows are longer", () => {
    // On the one day three months after: 89 days after 1 February for two who don't work, 92 after 1 March for two who do.
    const later: Criterion = {
      ...work,
      amount: { days: 1 },
      window: { anchor: "referral", after: { months: 3 }, length: { days: 1 } },
    };
    const days = ["2005-02-01", "2005-02-01", "2005-03-01", "2005-03-01"];
    const outcomes = deriveOutcomes({
      protocol: protocolOf([later]),
      ledger: ledgerOf(
        days.map((referredOn, index) =>
          entryOf({
            citizen: `p${index}`,
            referredOn,
            sequence: index + 1,
            designProbabilities: { municipal: 0.5, supplier: 0.5 },
          }),
        ),
      ),
      courses: [],
      histories: historiesOf(
        days.map((_day, index) => ({
          citizen: `p${index}`,
          state: index < 2 ? "cash-assistance" : "ordinary-work",
          from: "2005-01-01",
        })),
      ),
      asOf: "2006-12-31",
    });
    const rows = timeToSuccess(outcomes, "work").curve.rows.filter(({ cause }) => cause === "success");
    expect(rows.at(-1)?.time).toBe(92);
    expect(rows.at(-1)?.estimate).toBeCloseTo(1 / 2, 12);
  });

  it("refuses another criterion and options that there aren't", () => {
    const outcomes = supplierOf([idle]);
    expect(() => timeToSuccess(outcomes, "job")).toThrow(
      expect.objectContaining({ code: "unknown-criterion" }),
    );
    expect(() => timeToSuccess(outcomes, "work", { level: 95 })).toThrow(
      expect.objectContaining({ code: "impossible-option" }),
    );
  });
});
