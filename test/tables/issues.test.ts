import { describe, expect, it } from "vitest";
import { CompetitionError } from "../../src/core/index.js";
import { issueList } from "../../src/tables/issues.js";

function thrown(work: () => void): CompetitionError {
  try {
    work();
  } catch (error) {
    if (error instanceof CompetitionError) return error;
    throw error;
  }
  throw new Error("nothing thrown");
}

const issue = (row: number): { code: string; row: number; received: string; expected: string } => ({
  code: "impossible-date",
  row,
  received: "31-02-2005",
  expected: "a day",
});

describe("issueList", () => {
  it("throws nothing without an issue", () => {
    expect(() => issueList("a.csv").throwIfAny()).not.toThrow();
  });

  it("throws all issues at once, each with its file, as data and as sentences", () => {
    const issues = issueList("a.csv");
    issues.add(issue(7));
    issues.add({ ...issue(9), column: "to", hint: "Look again." });
    const error = thrown(issues.throwIfAny);
    expect(error.code).toBe("rows-in-error");
    expect(error.path).toBe("a.csv");
    expect(error.issues).toEqual([
      { ...issue(7), file: "a.csv" },
      { ...issue(9), file: "a.csv", column: "to", hint: "Look again." },
    ]);
    expect(error.message).toBe(
      "a.csv: 2 issues, nothing was read.\n" +
        '  a.csv, row 7: impossible date; received "31-02-2005"; expected a day\n' +
        '  a.csv, row 9, column to: impossible date; received "31-02-2005"; expected a day. Look again.',
    );
  });

  it("lists a hundred and counts the rest", () => {
    const issues = issueList("a.csv");
    for (let row = 2; row < 102; row++) issues.add(issue(row));
    expect(thrown(issues.throwIfAny).issues).toHaveLength(100);
    for (let row = 102; row < 107; row++) issues.add(issue(row));
    const error = thrown(issues.throwIfAny);
    expect(error.message).toContain("105 issues");
    expect(error.issues).toHaveLength(101);
    expect(error.issues.at(-1)).toEqual({
      code: "more-issues",
      file: "a.csv",
      received: 5,
      expected: "at most 100 in one list",
    });
  });

  it("names the known word that is nearest to the one received, if one is near", () => {
    const issues = issueList("a.csv");
    issues.add({
      code: "unknown-state",
      received: "fleksjobb",
      expected: "a state",
      among: ["practice", "fleksjob"],
    });
    issues.add({
      code: "unknown-state",
      received: "xyzzy-42",
      expected: "a state",
      among: ["practice", "fleksjob"],
    });
    expect(thrown(issues.throwIfAny).issues).toEqual([
      {
        code: "unknown-state",
        received: "fleksjobb",
        expected: "a state",
        file: "a.csv",
        hint: "Did you mean fleksjob?",
      },
      { code: "unknown-state", received: "xyzzy-42", expected: "a state", file: "a.csv" },
    ]);
  });
});
