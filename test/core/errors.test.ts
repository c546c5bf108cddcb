import { describe, expect, it } from "vitest";
import {
  CompetitionError,
  competitionError,
  describeIssue,
  isCompetitionError,
} from "../../src/core/index.js";

describe("competitionError", () => {
  it("is data, with a sentence made from it", () => {
    const error = competitionError({
      code: "impossible-count",
      path: "comparator.events",
      received: -1,
      expected: "a whole number from 0 to total",
      hint: "Count events, not rates.",
    });
    expect(error).toMatchObject({ code: "impossible-count", path: "comparator.events", received: -1 });
    expect(error.message).toBe(
      "comparator.events: impossible count; received -1; expected a whole number from 0 to total. Count events, not rates.",
    );
  });

  it("carries many findings as lines", () => {
    const issue = {
      code: "impossible-date",
      file: "courses.csv",
      row: 7,
      column: "endedOn",
      received: "31-02-2005",
      expected: "a day",
    };
    const error = competitionError({ code: "rows-in-error", issues: [issue] });
    expect(error.message).toContain(
      'courses.csv, row 7, column endedOn: impossible date; received "31-02-2005"; expected a day',
    );
    expect(describeIssue(issue)).toBe(
      'courses.csv, row 7, column endedOn: impossible date; received "31-02-2005"; expected a day',
    );
  });
});

describe("isCompetitionError", () => {
  it("knows the error by its kind, also one of another copy of the package", () => {
    expect(isCompetitionError(new CompetitionError({ code: "x" }), "x")).toBe(true);
    expect(isCompetitionError({ kind: "CompetitionError", code: "x" })).toBe(true);
  });

  it.each([new Error("x"), null, "CompetitionError", undefined])("is not fooled by %o", (value) => {
    expect(isCompetitionError(value)).toBe(false);
  });

  it("tells codes apart", () => {
    expect(isCompetitionError(new CompetitionError({ code: "x" }), "y")).toBe(false);
  });
});
