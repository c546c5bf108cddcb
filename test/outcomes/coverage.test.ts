import { describe, expect, it } from "vitest";
import type { HistorySource, Spell } from "../../src/histories/index.js";
import { deriveOutcomes, type Anchor, type Outcome, type Outcomes } from "../../src/outcomes/index.js";
import {
  durable,
  entryOf,
  historiesOf,
  ledgerOf,
  protocolOf,
  withoutSupport,
} from "../support/lives/world.js";

// Someone referred on Monday 3 January 2005, whose course ended on 31 March; cash assistance up to that day, then
// ordinary work. Benefits and wages come from registers of their own.

const BENEFITS: HistorySource = { name: "benefits", having: ["municipal-support"] };
const WAGES: HistorySource = { name: "wages", states: ["ordinary-work", "part-time-work"] };
const SPELLS: readonly Spell[] = [
  { citizen: "p1", state: "cash-assistance", from: "2003-06-01", to: "2005-03-31" },
  { citizen: "p1", state: "ordinary-work", from: "2005-04-01" },
];

/** 4 consecutive calendar months in ordinary work. */
const work = {
  ...withoutSupport,
  id: "work",
  states: { states: ["ordinary-work"] },
  without: { having: [] as const, states: ["cash-assistance"] },
} as const;
const { without: _, ...workOnly } = { ...work, id: "work-only" };

function outcomes(sources: readonly HistorySource[], asOf = "2006-12-31"): Outcomes {
  return deriveOutcomes({
    protocol: protocolOf([withoutSupport, workOnly, work, durable]),
    ledger: ledgerOf([entryOf({ citizen: "p1", referredOn: "2005-01-03" })]),
    courses: [
      {
        citizen: "p1",
        referredOn: "2005-01-03",
        deliveredBy: "supplier",
        startedOn: "2005-01-10",
        endedOn: "2005-03-31",
      },
    ],
    histories: historiesOf(SPELLS, { sources }),
    asOf,
  });
}

const one = (of: Outcomes, criterion: string, anchor: Anchor = "contract"): Outcome | undefined =>
  of.by(criterion, anchor)[0];

describe("a source that ends early", () => {
  const early = outcomes([BENEFITS, { ...WAGES, observedUntil: "2005-07-30" }]);
  const dayLater = outcomes([BENEFITS, { ...WAGES, observedUntil: "2005-07-31" }]);

  it("is the day as of which a criterion of its states is measured; another isn't touched", () => {
    expect(early.measuredAsOf).toEqual({
      "without-support": "2006-12-31",
      "work-only": "2005-07-30",
      "work": "2005-07-30",
      // Ordinary employment comes with the wages, ordinary education without a source of its own.
      "durable": "2005-07-30",
    });
    expect(early.asOf).toBe("2006-12-31");
  });

  it("leaves open what a later day would decide: the fourth month ends on 31 July", () => {
    expect(one(early, "work-only")).toMatchObject({
      status: "pending",
      windowFrom: "2005-04-01",
      windowTo: "2005-09-30",
      windowComplete: false,
    });
    expect(one(dayLater, "work-only")).toMatchObject({ status: "success", reachedOn: "2005-07-31" });
    const untouched = { status: "success", reachedOn: "2005-07-31", windowComplete: true, mature: true };
    expect(one(early, "without-support")).toMatchObject(untouched);
  });

  it("takes the earliest of several sources", () => {
    const both = outcomes([
      { ...BENEFITS, observedUntil: "2005-06-30" },
      { ...WAGES, observedUntil: "2005-08-31" },
    ]);
    expect(both.measuredAsOf).toMatchObject({
      "without-support": "2005-06-30",
      "work-only": "2005-08-31",
      "work": "2005-06-30", // in work and without cash assistance: it asks both
    });
    expect(one(both, "without-support")?.status).toBe("pending");
    expect(one(both, "work-only")?.status).toBe("success");
  });

  it("never looks further than the day that was asked for", () => {
    expect(outcomes([{ ...WAGES, observedUntil: "2006-06-30" }], "2005-08-31").measuredAsOf).toMatchObject({
      "work-only": "2005-08-31",
    });
  });

  it("cuts the cohort, each criterion's by its own day", () => {
    // From 3 January 13 weeks and 6 months reach to 3 October, the window's last day.
    const mature = (until: string): readonly (boolean | undefined)[] => {
      const cut = outcomes([{ ...WAGES, observedUntil: until }]);
      return ["work-only", "without-support"].map((id) => one(cut, id, "referral")?.mature);
    };
    expect(mature("2005-10-02")).toEqual([false, true]);
    expect(mature("2005-10-03")).toEqual([true, true]);
    // 2 January + 13 weeks = 3 April; + 6 months = 3 October: complete on the evening of the 2nd.
    const cut = outcomes([{ ...WAGES, observedUntil: "2005-10-02" }]);
    expect(cut.matureThrough["work-only"]).toBe("2005-01-02");
    // 1 April 2006 + 13 weeks = 1 July; + 6 months = 1 January 2007: complete on the evening of the last day.
    expect(cut.matureThrough["without-support"]).toBe("2006-04-01");
  });

  it("limits every criterion that asks it who died, unless that is ignored", () => {
    const deaths: HistorySource = { name: "persons", having: ["dead"], observedUntil: "2005-06-30" };
    expect(Object.values(outcomes([deaths]).measuredAsOf)).toEqual(Array(4).fill("2005-06-30"));
    const ignoring = deriveOutcomes({
      protocol: protocolOf([{ ...withoutSupport, leaving: { dead: "ignored" } }]),
      ledger: ledgerOf([]),
      courses: [],
      histories: historiesOf(SPELLS, { sources: [deaths] }),
      asOf: "2006-12-31",
    });
    expect(ignoring.measuredAsOf["without-support"]).toBe("2006-12-31");
  });
});

describe("a source that begins late", () => {
  it("leaves what came before it unseen, for the criteria of its states", () => {
    const late = outcomes([{ ...WAGES, observedFrom: "2005-06-01" }]);
    // April and May weren't seen; June to September would do, and were.
    expect(one(late, "work-only")).toMatchObject({ status: "success", reachedOn: "2005-09-30" });
    const later = outcomes([{ ...WAGES, observedFrom: "2005-06-02" }]);
    expect(one(later, "work-only")).toMatchObject({ status: "unknown", reason: "before-coverage" });
    expect(one(later, "without-support")).toMatchObject({ status: "success", reachedOn: "2005-07-31" });
  });
});

const destination = (sources: readonly HistorySource[]): Outcome["destination"] =>
  one(outcomes(sources), "without-support")?.destination;

describe("where someone was on the deciding day", () => {
  it("isn't own means where a register of wages doesn't reach it: reached on 31 July, wages seen to 30 July", () => {
    expect(destination([BENEFITS, { ...WAGES, observedUntil: "2005-07-30" }])).toBe("not-observed");
    expect(destination([BENEFITS, { ...WAGES, observedUntil: "2005-07-31" }])).toBe("ordinary-work");
    // What is recorded tells, whatever its register says that it covers.
    expect(destination([BENEFITS, { ...WAGES, observedFrom: "2005-08-01" }])).toBe("ordinary-work");
  });

  it("is own means where the register that ends early could tell of nothing, or all reach it", () => {
    const gone: HistorySource = { name: "population", having: ["emigrated"], observedUntil: "2006-12-31" };
    const none = SPELLS.slice(0, 1);
    const derived = deriveOutcomes({
      protocol: protocolOf([withoutSupport]),
      ledger: ledgerOf([entryOf({ citizen: "p1", referredOn: "2005-01-03" })]),
      courses: [
        {
          citizen: "p1",
          referredOn: "2005-01-03",
          deliveredBy: "supplier",
          startedOn: "2005-01-10",
          endedOn: "2005-03-31",
        },
      ],
      histories: historiesOf(none, { sources: [BENEFITS, { ...WAGES, observedUntil: "2005-07-31" }, gone] }),
      asOf: "2006-12-31",
    });
    expect(one(derived, "without-support")).toMatchObject({ status: "success", destination: "own-means" });
  });
});
