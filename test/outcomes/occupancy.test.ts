import { describe, expect, it } from "vitest";
import type { OccupancyRecord } from "../../src/allocation/index.js";
import { isCompetitionError } from "../../src/core/index.js";
import { occupancy, type Occupancy, type OccupancyInput } from "../../src/outcomes/index.js";
import { stayed } from "../support/occupancy.js";

const guarantees = [{ arm: "supplier", least: 10, most: 60, weeksPerYear: 40, source: "§2.3.5" }];

const codeOf = (input: unknown): string | undefined => {
  try {
    occupancy(input as OccupancyInput);
  } catch (error) {
    if (isCompetitionError(error)) return error.code;
    throw error;
  }
  return undefined;
};

const codes = ({ notices }: Occupancy): readonly string[] => notices.map(({ code }) => code);

describe("occupancy", () => {
  const year = stayed(
    "2005-01-03",
    [
      { from: "2005-01-03", to: "2005-10-09", citizens: 12 },
      { arm: "municipal", from: "2005-01-10", to: "2005-12-31", citizens: 3 },
    ],
    "2005-12-31",
  );

  it("counts each arm's participants by month and over the weeks of the year", () => {
    const { arms } = occupancy({ ...year, guarantees });
    expect(arms.map(({ arm, name }) => [arm, name])).toEqual([
      ["municipal", "Kommunens egen enhed"],
      ["supplier", "Leverandøren"],
    ]);
    const [municipal, supplier] = arms;
    expect(municipal?.months[0]).toEqual({
      month: "2005-01",
      days: 29,
      participants: 3,
      average: (3 * 22) / 29,
      complete: true,
    });
    expect(municipal).not.toHaveProperty("guarantee");
    expect(supplier?.months.map(({ participants }) => participants)).toEqual([...Array(10).fill(12), 0, 0]);
    expect(supplier?.years).toMatchObject([{ over: 40, average: 12, standing: "within", complete: false }]);
  });

  it("counts where a course is delivered, whatever the draw said", () => {
    const moved = stayed(
      "2005-01-03",
      [
        { from: "2005-01-03", citizens: 2, deliveredBy: "municipal" },
        { from: "2005-01-03", deliveredBy: "a third party" },
      ],
      "2005-01-31",
    );
    const found = occupancy(moved);
    expect(found.arms.map(({ months }) => months[0]?.participants)).toEqual([2, 0]);
    expect(found.notices).toEqual([
      { code: "delivered-by-another", severity: "info", count: 2 },
      { code: "delivered-by-no-arm", severity: "caution", count: 1 },
    ]);
  });

  it("knows nothing of what happens after asOf", () => {
    const before = stayed("2005-01-03", [{ from: "2005-01-10" }, { from: "2005-01-10" }], "2005-01-31");
    const later = [
      { ...before.courses[0], endedOn: "2005-02-04", endReason: "work" as const },
      { ...before.courses[1], startedOn: "2005-02-01" },
    ];
    const early = occupancy({ ...before, courses: later as OccupancyInput["courses"] });
    expect(early.arms[1]?.months).toEqual([
      { month: "2005-01", days: 29, participants: 1, average: 22 / 29, complete: true },
    ]);
  });

  it("takes the guarantees of the protocol where none are given, and says where they come from", () => {
    const protocol = { ...year.protocol, course: { ...year.protocol.course, guarantees } };
    const declared = occupancy({ ...year, protocol });
    expect(declared.arms[1]?.guarantee).toEqual(guarantees[0]);
    expect(declared.provenance.options["guarantees"]).toEqual({ value: guarantees, source: "derived" });
    expect(declared.provenance.options["year"]).toEqual({ value: "agreement-year", source: "default" });
    expect(occupancy({ ...year, protocol, guarantees: [] }).arms[1]).not.toHaveProperty("guarantee");
  });

  it("tells what may make the numbers wrong, and which reading of the year it took", () => {
    const running = occupancy({
      ...stayed("2005-01-03", [{ from: "2005-01-03" }, { from: "2005-01-03" }], "2005-04-04"),
      guarantees,
    });
    // 13 weeks from 3 January end on 4 April, the first day that is too long.
    expect(codes(running)).toEqual(["running-beyond-longest", "occupancy-year-unstated"]);
    const earlier = stayed("2005-01-03", [{ from: "2005-01-03" }], "2005-04-03");
    expect(codes(occupancy({ ...earlier, guarantees, year: "calendar-year" }))).toEqual([]);
    expect(codes(occupancy({ ...earlier, courses: [] }))).toEqual(["without-course"]);
  });

  it("tells how many of the figures in the ledger the courses don't give", () => {
    const input = stayed("2005-01-03", [{ from: "2005-01-10", citizens: 2 }], "2005-02-28");
    const reported = (date: string, participants: Readonly<Record<string, number>>): OccupancyRecord => ({
      ...input.ledger.opening,
      type: "occupancy",
      date,
      participants,
    });
    const records = [
      input.ledger.opening,
      reported("2005-01-09", { supplier: 0, municipal: 1 }), // one otherwise
      reported("2005-01-10", { supplier: 2 }),
      reported("2005-01-31", { supplier: 3 }), // another
      reported("2005-03-01", { supplier: 9 }), // after asOf
    ];
    const { notices } = occupancy({ ...input, ledger: { ...input.ledger, records } });
    expect(notices).toEqual([{ code: "reported-otherwise", severity: "caution", count: 2 }]);
  });

  it("has rows of one shape", () => {
    const rows = occupancy({ ...year, guarantees }).toRows();
    expect(rows).toHaveLength(2 * (12 + 1));
    expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1);
    expect(rows.at(-1)).toEqual({
      arm: "supplier",
      per: "agreement-year",
      period: "2005-01-03",
      days: null,
      weeks: 52,
      over: 40,
      participants: null,
      average: 12,
      complete: false,
      least: 10,
      most: 60,
      standing: "within",
    });
  });

  it("is frozen data", () => {
    const found = occupancy({ ...year, guarantees });
    expect(structuredClone({ ...found }).arms).toEqual(found.arms);
    expect(Object.isFrozen(found.arms[1]?.months[0])).toBe(true);
    expect(JSON.parse(JSON.stringify(found))).toMatchObject({ kind: "occupancy", method: "daily-census" });
  });
});

describe("what can't be counted", () => {
  const input = stayed("2005-01-03", [{ from: "2005-01-03" }], "2005-12-31");

  it.each<[string, unknown]>([
    ["as-of-before-opening", { ...input, asOf: "2005-01-02" }],
    ["impossible-date", { ...input, asOf: "31-12-2005" }],
    ["missing-option", { ...input, asOf: undefined }],
    ["missing-option", { ...input, courses: undefined }],
    ["unknown-option", { ...input, guarantee: [] }],
    ["impossible-option", { ...input, year: "school-year" }],
    ["unknown-citizen", { ...input, courses: [{ ...input.courses[0], citizen: "nobody" }] }],
    ["unknown-arm", { ...input, guarantees: [{ arm: "suplier", least: 10 }] }],
    ["impossible-guarantee", { ...input, guarantees: [{ arm: "supplier", least: 61, most: 60 }] }],
    ["impossible-guarantee", { ...input, guarantees: [{ arm: "supplier", least: -1 }] }],
    ["impossible-guarantee", { ...input, guarantees: [{ arm: "supplier", least: 1, weeksPerYear: 54 }] }],
    ["impossible-guarantee", { ...input, guarantees: [{ arm: "supplier" }, { arm: "supplier" }] }],
  ])("%s", (code, given) => {
    expect(codeOf(given)).toBe(code);
  });
});
