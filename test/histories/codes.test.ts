import { describe, expect, it } from "vitest";
import { parseCodes } from "../../src/histories/codes.js";
import type { CodeMeaning } from "../../src/histories/codes-types.js";
import { codeMapOf, NO_STATE } from "../../src/histories/codes-map.js";
import { readWeek } from "../../src/histories/weeks.js";
import { errorOf } from "../support/errors.js";

// Every code here is invented; none is taken from the register's own list.

const HEADER = "code;state;from;to;source\n";
const read = (lines: string): readonly CodeMeaning[] =>
  parseCodes(HEADER + lines, { name: "codes.csv" }).rows;
const issuesOf = (lines: string): readonly object[] =>
  errorOf(() => parseCodes(HEADER + lines, { name: "codes.csv" })).issues;

describe("parseCodes", () => {
  it("keeps codes as text, with their leading zeros", () => {
    expect(read("007;practice;;;invented\n7;cash-assistance;;;invented\n")).toEqual([
      { code: "007", state: "practice", source: "invented" },
      { code: "7", state: "cash-assistance", source: "invented" },
    ]);
  });

  it("takes dates, ISO and Danish, and weeks, from Monday to Sunday", () => {
    expect(
      read("101;practice;2004-W53;31-12-2007;invented\n101;dead;2008-01-01;2008-W05;invented\n"),
    ).toEqual([
      { code: "101", state: "practice", from: "2004-12-27", to: "2007-12-31", source: "invented" },
      { code: "101", state: "dead", from: "2008-01-01", to: "2008-02-03", source: "invented" },
    ]);
  });

  it("has the meaning none beside the states, and the caller's own states", () => {
    expect(read("100;none;;;invented\n")[0]?.state).toBe("none");
    const states = { work: ["ordinary-employment" as const] };
    const table = parseCodes(`${HEADER}1;Work;;;invented\n`, { name: "codes.csv", states });
    expect(table.rows[0]?.state).toBe("work");
    expect(errorOf(() => parseCodes(HEADER, { name: "c", states: [] as never })).code).toBe(
      "impossible-option",
    );
  });

  it("names both rows where a code has two meanings on a day", () => {
    const lines = "101;practice;;2008-01-31;x\n101;dead;2008-01-31;;x\n102;dead;;;x\n102;moved;;;x\n";
    expect(issuesOf(lines)).toMatchObject([
      { code: "overlapping-meanings", row: 3, column: "from", received: "2008-01-31" },
      { code: "overlapping-meanings", row: 5, received: "" },
    ]);
    expect(issuesOf(lines)[0]).toHaveProperty(
      "expected",
      "days on which row 2 doesn't give a meaning to code 101",
    );
  });

  it.each([
    ["101;practise;;;x\n", "unknown-state"],
    ["101;practice;2008-W53;;x\n", "impossible-date"], // 2008 has 52 weeks
    ["101;practice;2008-02-30;;x\n", "impossible-date"],
    ["101;practice;2008-02-01;2008-01-31;x\n", "ends-before-start"],
    [";practice;;;x\n", "empty-cell"], // a blank week is no code
    ["101;practice;;;\n", "empty-cell"], // who says so?
  ])("refuses %j: %s", (lines, code) => {
    expect(issuesOf(lines)).toMatchObject([{ code, row: 2 }]);
  });
});

describe("codeMapOf", () => {
  const names = ["practice", "dead"];
  const source = "invented";

  it("gives a week the meaning that is valid on its Thursday", () => {
    // 2008-W05 is 28 January to 3 February; its Thursday is the 31st.
    const map = codeMapOf(
      [
        { code: "101", state: "dead", from: "2008-02-01", source },
        { code: "101", state: "practice", to: "2008-01-31", source },
        { code: "102", state: "none", from: "2008-01-31", to: "2008-02-06", source },
      ],
      names,
    );
    const week = readWeek("2008-W05") ?? 0;
    expect(map.get("101")).toEqual([
      { first: -Infinity, last: week, state: 0 },
      { first: week + 1, last: Infinity, state: 1 },
    ]);
    expect(map.get("102")).toEqual([{ first: week, last: week, state: NO_STATE }]);
  });

  it.each([
    [[{ code: "", state: "dead", source }], "impossible-code", "codes[0].code"],
    [[{ code: 101, state: "dead", source }], "impossible-code", "codes[0].code"],
    [[{ code: "1", state: "deat", source }], "unknown-state", "codes[0].state"],
    [[{ code: "1", state: "dead", from: "1-1-2008", source }], "impossible-date", "codes[0].from"],
    [
      [
        { code: "1", state: "dead", source },
        { code: "1", state: "none", to: "2008-01-01", source },
      ],
      "overlapping-meanings",
      "codes[1].from",
    ],
  ])("checks plain rows too: %#", (codes, code, path) => {
    expect(errorOf(() => codeMapOf(codes as never, names))).toMatchObject({ code, path });
  });

  it("checks parsed rows by this vocabulary", () => {
    const codes = parseCodes(`${HEADER}1;fleksjob;;;x\n`, { name: "codes.csv" });
    expect(errorOf(() => codeMapOf(codes, names))).toMatchObject({
      code: "unknown-state",
      path: "codes.csv, row 2, column state",
    });
  });
});
