import { describe, expect, it } from "vitest";
import { CompetitionError } from "../../src/core/index.js";
import { dateCell, mayBeEmpty, optional, required, textCell } from "../../src/tables/cells.js";
import { readHeader, type Layout, type Wanted } from "../../src/tables/header.js";
import { issueList } from "../../src/tables/issues.js";
import { errorOf } from "../support/errors.js";

const columns = {
  citizen: required(textCell),
  startedOn: mayBeEmpty(dateCell),
  household: optional(textCell),
};

function layoutOf(header: string, wanted: Partial<Wanted> = {}): Layout {
  const issues = issueList("a.csv");
  const layout = readHeader("a.csv", header.split(";"), 1, { columns, map: {}, ...wanted }, issues);
  issues.throwIfAny();
  return layout;
}

const issuesOf = (header: string, wanted: Partial<Wanted> = {}): CompetitionError["issues"] =>
  errorOf(() => layoutOf(header, wanted)).issues;

/** Where a further column is mapped to a heading that isn't there. */
const hintOf = (name: string, heading: string): string | undefined =>
  issuesOf("citizen;startedOn;note", { rest: "keep", map: { [name]: heading } })[0]?.hint;

const positions = ({ places }: Layout): Record<string, number> =>
  Object.fromEntries(places.map(({ name, position }) => [name, position]));

describe("readHeader", () => {
  it("finds columns in any order, case and white space", () => {
    const layout = layoutOf("STARTEDON; Citizen ;household");
    expect(positions(layout)).toEqual({ citizen: 1, startedOn: 0, household: 2 });
    expect(layout.places.map(({ needed }) => needed)).toEqual([true, false, false]);
    expect(layout).toMatchObject({ width: 3, unnamed: [], notices: [] });
  });

  it("finds columns by the file's own names, in either spelling of a letter with a mark", () => {
    const map = { citizen: "Borgernøgle", startedOn: "på" };
    expect(positions(layoutOf("borgernøgle;pa\u030A", { map }))).toEqual({ citizen: 0, startedOn: 1 });
  });

  it("finds columns by further names after ours, unless the caller gives one", () => {
    const headings = { citizen: ["borger", "cpr-nøgle"], household: ["husstand"] };
    expect(positions(layoutOf("BORGER;startedOn;husstand", { headings }))).toEqual({
      citizen: 0,
      startedOn: 1,
      household: 2,
    });
    const both = layoutOf("borger;citizen;startedOn", { headings });
    expect(positions(both)).toEqual({ citizen: 1, startedOn: 2 });
    expect(both.notices).toMatchObject([{ code: "column-not-used", column: "borger" }]);
    expect(issuesOf("borger;startedOn", { headings, map: { citizen: "nøgle" } })).toMatchObject([
      { code: "missing-column", expected: "a column nøgle" },
    ]);
  });

  it("may find two columns of ours in one of the file's", () => {
    expect(positions(layoutOf("citizen", { map: { startedOn: "citizen" } }))).toEqual({
      citizen: 0,
      startedOn: 0,
    });
  });

  it("gives each missing column as an issue, and how to map one that is near", () => {
    expect(issuesOf("citizn;note")).toEqual([
      {
        code: "missing-column",
        file: "a.csv",
        row: 1,
        column: "citizen",
        received: "citizn, note",
        expected: "a column citizen",
        hint: 'Is it citizn? Then map it: columns: { citizen: "citizn" }, or --columns <table>.citizen=citizn.',
      },
      {
        code: "missing-column",
        file: "a.csv",
        row: 1,
        column: "startedOn",
        received: "citizn, note",
        expected: "a column startedOn",
        hint: 'If it has another name in the file, map it: columns: { startedOn: "…" }, or --columns <table>.startedOn=….',
      },
    ]);
  });

  it("misses a column by the name that the caller gave, even an optional one", () => {
    const [issue, ...others] = issuesOf("citizen;startedOn;household", { map: { household: "husstand" } });
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      code: "missing-column",
      column: "household",
      expected: "a column husstand",
    });
  });

  it("doesn't repeat a personal number of a file without header", () => {
    const [issue] = issuesOf("010203-1234;2005-01-01");
    expect(issue?.received).toBe("ddmmyy-••••, 2005-01-01");
  });

  it("refuses columns of the same name", () => {
    expect(issuesOf("citizen;startedOn;note;Note;citizen").map(({ code, column }) => [code, column])).toEqual(
      [
        ["duplicate-column", "Note"],
        ["duplicate-column", "citizen"],
      ],
    );
  });

  it("leaves further columns out, with a notice, or keeps them", () => {
    const header = "citizen;note;startedOn";
    const left = layoutOf(header);
    expect(positions(left)).toEqual({ citizen: 0, startedOn: 2 });
    expect(left.notices).toEqual([
      { code: "column-not-used", severity: "info", file: "a.csv", column: "note" },
    ]);
    const kept = layoutOf(header, { rest: "keep" });
    expect(positions(kept)).toEqual({ citizen: 0, startedOn: 2, note: 1 });
    expect(kept.notices).toEqual([]);
  });

  it("says which column may be a mistyped optional one", () => {
    expect(layoutOf("citizen;startedOn;houshold").notices).toEqual([
      {
        code: "column-near-miss",
        severity: "caution",
        file: "a.csv",
        column: "houshold",
        nearest: "household",
      },
    ]);
  });

  it("keeps a mapped further column under the caller's name", () => {
    const map = { gender: "køn", citizen: "id" };
    const layout = layoutOf("id;startedOn;køn;citizen", { rest: "keep", map });
    expect(positions(layout)).toEqual({ gender: 2, citizen: 0, startedOn: 1 });
    expect(layout.notices).toEqual([
      { code: "column-not-used", severity: "info", file: "a.csv", column: "citizen" },
    ]);
  });

  it("says of a mapped further column that isn't there what ours are called, not to map it again", () => {
    expect(hintOf("town", "x")).toBe(
      "town is a further column, which must stand in the file under the name that is mapped; for one of ours write one of citizen, startedOn, household.",
    );
    expect(hintOf("citizn", "x")).toMatch(/; for one of ours write citizen\.$/);
    expect(hintOf("remark", "noten")).toMatch(/^Is it note\?/);
  });

  it("keeps no column that a row couldn't hold under its name", () => {
    const layout = layoutOf("citizen;startedOn;__proto__;constructor", { rest: "keep" });
    expect(layout.places.map(({ name }) => name)).toEqual(["citizen", "startedOn", "constructor"]);
    expect(layout.notices.map(({ code, column }) => [code, column])).toEqual([
      ["column-not-used", "__proto__"],
    ]);
  });

  it("refuses a map of a column that the file can't have", () => {
    const error = errorOf(() => layoutOf("citizen;startedOn", { map: { startdOn: "x" } }));
    expect(error).toMatchObject({
      code: "unknown-column",
      path: "columns.startdOn",
      hint: "Did you mean startedOn?",
    });
  });

  it("takes columns without a name for none", () => {
    expect(layoutOf("citizen;;startedOn;")).toMatchObject({ width: 4, unnamed: [1, 3], notices: [] });
  });
});
