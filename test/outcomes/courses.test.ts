import { describe, expect, it } from "vitest";
import { isCompetitionError, type Issue } from "../../src/core/index.js";
import { parseCourses } from "../../src/outcomes/index.js";

const HEADER = "citizen;referredOn;deliveredBy;startedOn;endedOn;endReason;extendedUntil";
const parse = (...lines: readonly string[]): ReturnType<typeof parseCourses> =>
  parseCourses([HEADER, ...lines].join("\n"), { name: "courses.csv" });

function issuesOf(...lines: readonly string[]): readonly Issue[] {
  try {
    parse(...lines);
  } catch (error) {
    if (isCompetitionError(error, "rows-in-error")) return error.issues;
    throw error;
  }
  return [];
}

describe("parseCourses", () => {
  it("reads courses with what is told of them, ISO or Danish dates", () => {
    const { rows, source } = parse(
      "p1;2005-01-03;supplier;10-01-2005;2005-03-31;period-ended;2005-04-30",
      "p2;03.01.2005;municipal;;;never-started;",
      "p3;2005-01-03;municipal;2005-01-04;;;",
      "p4;2005-01-03;supplier;;;Returned;",
      "p1;2005-06-06;supplier;2005-06-06;2005-06-06;work;",
    );
    expect(rows).toEqual([
      {
        citizen: "p1",
        referredOn: "2005-01-03",
        deliveredBy: "supplier",
        startedOn: "2005-01-10",
        endedOn: "2005-03-31",
        endReason: "period-ended",
        extendedUntil: "2005-04-30",
      },
      { citizen: "p2", referredOn: "2005-01-03", deliveredBy: "municipal", endReason: "never-started" },
      { citizen: "p3", referredOn: "2005-01-03", deliveredBy: "municipal", startedOn: "2005-01-04" },
      { citizen: "p4", referredOn: "2005-01-03", deliveredBy: "supplier", endReason: "returned" },
      {
        citizen: "p1",
        referredOn: "2005-06-06",
        deliveredBy: "supplier",
        startedOn: "2005-06-06",
        endedOn: "2005-06-06",
        endReason: "work",
      },
    ]);
    expect(source).toMatchObject({ name: "courses.csv", rows: 5 });
  });

  it("reads the team of a citizen where the file has it", () => {
    const text = `${HEADER};team\np1;2005-01-03;supplier;;;;;Hold 1\np2;2005-01-03;supplier;;;;;\n`;
    expect(parseCourses(text, { name: "courses.csv" }).rows).toEqual([
      { citizen: "p1", referredOn: "2005-01-03", deliveredBy: "supplier", team: "Hold 1" },
      { citizen: "p2", referredOn: "2005-01-03", deliveredBy: "supplier" },
    ]);
  });

  it("does without extendedUntil and with the file's own names", () => {
    const text = "borger,visiteret,enhed,start,slut,årsag\np1,2005-01-03,supplier,,,\n";
    const columns = {
      citizen: "borger",
      referredOn: "visiteret",
      deliveredBy: "enhed",
      startedOn: "start",
      endedOn: "slut",
      endReason: "årsag",
    };
    expect(parseCourses(text, { name: "c.csv", columns }).rows).toEqual([
      { citizen: "p1", referredOn: "2005-01-03", deliveredBy: "supplier" },
    ]);
  });

  it("collects every issue of the file with row and column", () => {
    const issues = issuesOf(
      "p1;2005-01-03;supplier;2005-01-10;2005-01-09;work;",
      "p2;2005-01-03;supplier;31-02-2005;;;",
      "010190-1234;2005-01-03;supplier;2005-01-10;;;",
      "p4;2005-01-03;supplier;2005-01-10;2005-01-20;retuned;",
      "p5;2005-01-03;supplier;2005-01-10;;never-started;",
      "p6;2005-01-03;supplier;;2005-01-02;work;",
      "p7;2005-01-03;supplier;2005-01-10;;;2005-01-09",
      "p8;2005-01-03;supplier;2005-01-10;;;",
      "p8;03-01-2005;supplier;2005-01-11;;;",
    );
    expect(issues.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "endedOn", "ends-before-start"],
      [3, "startedOn", "impossible-date"],
      [4, "citizen", "cpr-shaped"],
      [5, "endReason", "unknown-end-reason"],
      [6, "endReason", "started-and-never-started"],
      [7, "endedOn", "ends-before-referral"],
      [8, "extendedUntil", "extended-before-start"],
      [10, "citizen", "duplicate-course"],
    ]);
    expect(issues[0]).toMatchObject({
      file: "courses.csv",
      received: "2005-01-09",
      expected: "a day from 2005-01-10, when the course started",
    });
    expect(issues[3]).toMatchObject({ received: "retuned", hint: "Did you mean returned?" });
  });

  it("lets a course last a day, and end on the day of its referral", () => {
    expect(issuesOf("p1;2005-01-03;supplier;2005-01-03;2005-01-03;returned;")).toEqual([]);
  });

  it("refuses a personal identification number for a team's name, whether it is known to be one or not", () => {
    const text = `${HEADER};team\np1;2005-01-03;supplier;;;;;010180-1234\n`;
    expect(() => parseCourses(text, { name: "courses.csv" })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ column: "team", code: "cpr-shaped" })] }),
    );
  });
});
