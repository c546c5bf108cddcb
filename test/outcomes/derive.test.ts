import { describe, expect, it } from "vitest";
import { isCompetitionError } from "../../src/core/index.js";
import { deriveOutcomes, parseCourses, type Anchor, type Course } from "../../src/outcomes/index.js";
import {
  THIRTEEN_WEEKS,
  durable,
  entryOf,
  historiesOf,
  ledgerOf,
  protocolOf,
  selfSupport,
  withoutSupport,
} from "../support/lives/world.js";

const errorOf = (run: () => unknown): Record<string, unknown> => {
  try {
    run();
  } catch (error) {
    if (isCompetitionError(error)) return { ...error };
    throw error;
  }
  throw new Error("nothing was thrown");
};

/** Of one citizen whose course began on 10 January. */
const overrunNotices = (endedOn: string) =>
  deriveOutcomes({
    protocol: protocolOf([withoutSupport]),
    ledger: ledgerOf([entryOf({ citizen: "p1", referredOn: "2005-01-03" })]),
    courses: [
      { citizen: "p1", referredOn: "2005-01-03", deliveredBy: "supplier", startedOn: "2005-01-10", endedOn },
    ],
    histories: historiesOf([], { observedUntil: "2005-12-31" }),
    asOf: "2005-12-31",
  }).notices.filter(({ code }) => code === "course-longer-than-permitted");

describe("what can't be derived", () => {
  const valid = {
    protocol: protocolOf([withoutSupport]),
    ledger: ledgerOf([entryOf({ citizen: "p1", referredOn: "2005-01-03" })]),
    courses: [] as readonly Course[],
    histories: historiesOf([], { observedUntil: "2005-12-31" }),
    asOf: "2005-12-31",
  };

  it("an asOf after the last observed day", () => {
    expect(errorOf(() => deriveOutcomes({ ...valid, asOf: "2006-01-01" }))).toMatchObject({
      code: "as-of-after-observed",
      received: "2006-01-01",
      expected: "a day up to 2005-12-31, the last that the histories cover",
    });
    expect(errorOf(() => deriveOutcomes({ ...valid, asOf: "31-12-2005" }))).toMatchObject({
      code: "impossible-date",
    });
  });

  it("a ledger that goes on from a checkpoint, without the lines before", () => {
    const partial = { ...valid.ledger, since: 12 };
    expect(errorOf(() => deriveOutcomes({ ...valid, ledger: partial }))).toMatchObject({
      code: "partial-ledger",
      path: "deriveOutcomes.ledger",
    });
  });

  it("courses without an entry: all of them at once, by file, row and column", () => {
    const courses = parseCourses(
      [
        "citizen;referredOn;deliveredBy;startedOn;endedOn;endReason",
        "p1;2005-01-03;supplier;2005-01-10;;",
        "",
        "p9;2005-01-03;supplier;2005-01-10;;",
        "p1;03-02-2005;supplier;2005-02-10;;",
      ].join("\n"),
      { name: "courses.csv" },
    );
    const error = errorOf(() => deriveOutcomes({ ...valid, courses }));
    expect(error).toMatchObject({ code: "unknown-citizen", path: "courses.csv" });
    expect(error["issues"]).toEqual([
      {
        code: "unknown-citizen",
        file: "courses.csv",
        row: 4,
        column: "citizen",
        received: "p9",
        expected: "a citizen of the ledger",
      },
      {
        code: "unknown-referral",
        file: "courses.csv",
        row: 5,
        column: "referredOn",
        received: "2005-02-03",
        expected: "a date on which the ledger has p1 referred",
      },
    ]);
  });

  it("plain rows are named by their position", () => {
    const courses = [{ citizen: "p9", referredOn: "2005-01-03", deliveredBy: "supplier" }];
    expect(errorOf(() => deriveOutcomes({ ...valid, courses }))["issues"]).toMatchObject([
      { file: "courses", path: "courses[0].citizen", received: "p9" },
    ]);
    const [course] = courses.map((row) => ({ ...row, citizen: "p1" }));
    if (course === undefined) throw new Error("a course");
    expect(errorOf(() => deriveOutcomes({ ...valid, courses: [course, course] }))).toMatchObject({
      code: "duplicate-course",
      path: "courses[1]",
    });
    expect(
      errorOf(() => deriveOutcomes({ ...valid, courses: [{ ...course, endedOn: "2005-02-30" }] })),
    ).toMatchObject({ code: "impossible-date", path: "courses[0].endedOn" });
  });

  it.each([
    ["ends-before-start", "endedOn", { startedOn: "2005-03-10", endedOn: "2005-03-01" }],
    ["ends-before-referral", "endedOn", { startedOn: "2004-09-10", endedOn: "2004-10-01" }],
    ["started-and-never-started", "endReason", { startedOn: "2005-01-10", endReason: "never-started" }],
    ["unknown-end-reason", "endReason", { startedOn: "2005-01-10", endReason: "retuned" }],
    ["extended-before-start", "extendedUntil", { startedOn: "2005-01-10", extendedUntil: "2005-01-09" }],
    ["impossible-date", "extendedUntil", { startedOn: "2005-01-10", extendedUntil: "2005-02-30" }],
  ])("a plain row as a file's: %s", (code, column, told) => {
    const sound = { citizen: "p1", referredOn: "2005-01-03", deliveredBy: "supplier" };
    const courses = [{ ...sound, ...told } as Course];
    const error = errorOf(() => deriveOutcomes({ ...valid, courses }));
    expect(error).toMatchObject({ code, path: `courses[0].${column}` });
    // The same as is said of a file.
    const names = [
      "citizen",
      "referredOn",
      "deliveredBy",
      "startedOn",
      "endedOn",
      "endReason",
      "extendedUntil",
    ];
    const cells = names.map((name) => ({ ...sound, ...told })[name as "citizen"] ?? "");
    const [issue] = errorOf(() =>
      parseCourses(`${names.join(";")}\n${cells.join(";")}\n`, { name: "courses.csv" }),
    )["issues"] as Record<string, unknown>[];
    const { received, hint } = error;
    expect(issue).toMatchObject({ code, column, received, ...(hint === undefined ? {} : { hint }) });
  });

  it("a column that no course has, with the nearest that it has", () => {
    const course = { citizen: "p1", referredOn: "2005-01-03", deliveredBy: "supplier", endOn: "2005-03-01" };
    expect(errorOf(() => deriveOutcomes({ ...valid, courses: [course] }))).toMatchObject({
      code: "unknown-column",
      path: "courses[0]",
      received: "endOn",
      hint: "Did you mean endedOn?",
    });
  });

  it("tells of courses that lasted longer than permitted: 13 weeks from their first day, to the day", () => {
    expect(overrunNotices("2005-04-10")).toEqual([]);
    expect(overrunNotices("2005-04-11")).toEqual([
      { code: "course-longer-than-permitted", severity: "caution", count: 1 },
    ]);
  });

  it("a course of an entry after asOf is not unknown", () => {
    const ledger = ledgerOf([entryOf({ citizen: "p1", referredOn: "2005-12-30" })]);
    const courses = [{ citizen: "p1", referredOn: "2005-12-30", deliveredBy: "supplier" }];
    expect(deriveOutcomes({ ...valid, ledger, courses, asOf: "2005-12-29" }).participants).toEqual([]);
  });

  it("an extension without a length, with what to do", () => {
    const protocol = protocolOf([withoutSupport], {
      lengths: [...THIRTEEN_WEEKS.lengths, { length: { weeks: 6 }, extension: "unstated" }],
    });
    const error = errorOf(() => deriveOutcomes({ ...valid, protocol }));
    expect(error).toMatchObject({ code: "extension-unstated", path: "protocol.course.lengths[1].extension" });
    expect(error["hint"]).toContain("state the longest that you permit");
  });

  it("an arm that the protocol doesn't know", () => {
    const ledger = ledgerOf([
      entryOf({ citizen: "p1", referredOn: "2005-01-03", arm: "suplier", sequence: 7 }),
    ]);
    expect(errorOf(() => deriveOutcomes({ ...valid, ledger }))).toMatchObject({
      code: "unknown-arm",
      path: "ledger, sequence 7",
      hint: "Did you mean supplier?",
    });
  });

  it("criteria that no protocol lets pass", () => {
    const { without: _without, ...nothing } = withoutSupport;
    const impossible = [
      nothing,
      { ...durable, amount: { days: 100 }, monthsCounted: "days" as const },
      { ...selfSupport, amount: { calendarMonths: 4 } },
    ];
    for (const criterion of impossible) {
      const run = (): unknown => deriveOutcomes({ ...valid, protocol: protocolOf([criterion]) });
      expect(errorOf(run)).toMatchObject({ code: "impossible-criterion" });
    }
  });

  it("a missing input, an unknown one, one of another kind", () => {
    const { asOf: _asOf, ...without } = valid;
    expect(errorOf(() => deriveOutcomes(without as typeof valid))).toMatchObject({
      code: "missing-option",
      path: "deriveOutcomes.asOf",
    });
    const mistyped = { ...valid, histroies: valid.histories };
    expect(errorOf(() => deriveOutcomes(mistyped))).toMatchObject({
      code: "unknown-option",
      hint: "Did you mean histories?",
    });
    const swapped = { ...valid, histories: valid.ledger } as unknown as typeof valid;
    expect(errorOf(() => deriveOutcomes(swapped))).toMatchObject({ code: "impossible-option" });
  });

  it("a criterion or an anchor that doesn't exist", () => {
    const outcomes = deriveOutcomes(valid);
    expect(errorOf(() => outcomes.by("without-suport", "contract"))).toMatchObject({
      hint: "Did you mean without-support?",
    });
    expect(errorOf(() => outcomes.by("without-support", "course" as Anchor))).toMatchObject({
      code: "unknown-anchor",
    });
  });
});
