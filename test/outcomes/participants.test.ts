import { describe, expect, it } from "vitest";
import { deriveOutcomes, type Course, type Outcomes } from "../../src/outcomes/index.js";
import { entryOf, historiesOf, ledgerOf, protocolOf, withoutSupport } from "../support/lives/world.js";

const course = (citizen: string, referredOn: string, endedOn: string): Course => ({
  citizen,
  referredOn,
  deliveredBy: "municipal",
  startedOn: referredOn,
  endedOn,
});

describe("who takes part", () => {
  const spells = [{ citizen: "p1", state: "cash-assistance", from: "2004-01-01" }];
  const again = [
    entryOf({ citizen: "p1", sequence: 1, referredOn: "2005-01-03", arm: "municipal" }),
    entryOf({ citizen: "p2", sequence: 2, referredOn: "2005-01-04" }),
    entryOf({ citizen: "p1", sequence: 3, referredOn: "2005-06-06", arm: "supplier", first: 1 }),
    entryOf({ citizen: "p3", sequence: 4, referredOn: "2006-01-02" }),
  ];
  const derive = (courses: readonly Course[], asOf = "2005-12-31") =>
    deriveOutcomes({
      protocol: protocolOf([withoutSupport]),
      ledger: ledgerOf(again),
      courses,
      histories: historiesOf(spells),
      asOf,
    });

  it("counts a citizen once, by the first entry, in the arm that was drawn then", () => {
    const outcomes = derive([
      course("p1", "2005-06-06", "2005-07-31"),
      course("p1", "2005-01-03", "2005-02-28"),
    ]);
    expect(
      outcomes.participants.map(({ citizen, sequence, arm, referrals }) => [
        citizen,
        sequence,
        arm,
        referrals,
      ]),
    ).toEqual([
      ["p1", 1, "municipal", 2],
      ["p2", 2, "supplier", 1],
    ]);
    expect(outcomes.participants[0]?.course?.endedOn).toBe("2005-02-28");
    expect(outcomes.by("without-support", "contract")[0]?.windowFrom).toBe("2005-03-01");
  });

  it("makes them once, when they are asked for, from the courses as they were", () => {
    const reported = { ...course("p1", "2005-01-03", "2005-02-28"), team: "north" };
    const outcomes = derive([reported]);
    reported.endedOn = "2005-12-31";
    const { participants } = outcomes;
    expect(outcomes.participants).toBe(participants);
    expect({ ...outcomes }.participants).toBe(participants);
    expect(participants[0]?.course).toEqual({ ...course("p1", "2005-01-03", "2005-02-28"), team: "north" });
    expect(Object.isFrozen(participants) && Object.isFrozen(participants[0]?.course)).toBe(true);
    const { protocol, participants: known } = JSON.parse(JSON.stringify(outcomes)) as Outcomes;
    expect(known).toEqual(participants);
    expect(protocol.criteria.length).toBe(1);
  });

  it("leaves out entries after asOf, and counts what is worth knowing", () => {
    expect(derive([course("p1", "2005-01-03", "2005-02-28")]).notices).toEqual([
      { code: "entries-after-as-of", severity: "info", count: 1 },
      { code: "referred-again", severity: "info", count: 1, referrals: 1 },
      { code: "without-course", severity: "caution", count: 1 },
      { code: "without-history", severity: "caution", count: 1 },
    ]);
    expect(derive([]).participants.length).toBe(2);
    expect(derive([], "2006-01-02").participants.length).toBe(3);
    expect(derive([], "2005-03-01").participants[0]?.referrals).toBe(1);
  });

  it("counts who is gone, who moved, and who was served by another arm", () => {
    const outcomes = deriveOutcomes({
      protocol: protocolOf([withoutSupport]),
      ledger: ledgerOf(again),
      courses: [course("p2", "2005-01-04", "2005-02-28")],
      histories: historiesOf([
        { citizen: "p1", state: "dead", from: "2005-12-31" },
        { citizen: "p2", state: "moved", from: "2006-01-01" },
        { citizen: "p3", state: "moved", from: "2005-01-01", to: "2005-12-31" },
      ]),
      asOf: "2006-01-02",
    });
    expect(outcomes.notices).toContainEqual({ code: "gone", severity: "info", count: 1 });
    expect(outcomes.notices).toContainEqual({ code: "moved", severity: "info", count: 1 });
    expect(outcomes.notices).toContainEqual({ code: "delivered-by-another", severity: "caution", count: 1 });
  });

  it("counts those who were served by someone who is no arm apart, and names who that is", () => {
    const outcomes = derive([
      { ...course("p1", "2005-01-03", "2005-02-28"), deliveredBy: "suplier" },
      { ...course("p2", "2005-01-04", "2005-02-28"), deliveredBy: "supplier" },
    ]);
    const told = outcomes.notices.filter(({ code }) => code.startsWith("delivered-by"));
    expect(told).toEqual([
      { code: "delivered-by-no-arm", severity: "warning", count: 1, names: ["suplier"] },
    ]);
  });

  it("gives one outcome per participant, criterion and anchor, frozen and made once", () => {
    const outcomes = derive([]);
    const rows = outcomes.by("without-support", "referral");
    expect(rows.map(({ citizen }) => citizen)).toEqual(["p1", "p2"]);
    expect(outcomes.by("without-support", "referral")).toBe(rows);
    expect(Object.isFrozen(rows) && rows.every((row) => Object.isFrozen(row))).toBe(true);
    expect(outcomes.toRows().map(({ citizen, anchor }) => `${citizen} ${anchor}`)).toEqual([
      "p1 contract",
      "p2 contract",
      "p1 referral",
      "p2 referral",
    ]);
    expect(Object.keys(outcomes)).not.toContain("by");
  });

  it("carries where it came from", () => {
    const outcomes = derive([]);
    expect(outcomes.provenance).toMatchObject({
      operation: "deriveOutcomes",
      options: { asOf: { value: "2005-12-31", source: "given" } },
      inputs: { courses: { rows: 0 } },
    });
    expect(outcomes.longestCourse).toEqual([{ weeks: 13 }]);
  });
});
