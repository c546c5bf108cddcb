import { describe, expect, it } from "vitest";
import { parseReferrals } from "../../src/allocation/index.js";
import { errorOf } from "./samples.js";

const name = "referrals.csv";

describe("parseReferrals", () => {
  it("reads citizens, dates and every further column as text", () => {
    const file =
      "citizen;referredOn;household;ageGroup;months\nc-1;12-01-2005;h-1;under-30;0012\nc-2;2005-01-13;;over-30;3,5\n";
    const { rows, notices, source } = parseReferrals(file, { name });
    expect(rows).toEqual([
      { citizen: "c-1", referredOn: "2005-01-12", household: "h-1", ageGroup: "under-30", months: "0012" },
      { citizen: "c-2", referredOn: "2005-01-13", ageGroup: "over-30", months: "3,5" },
    ]);
    expect(notices).toEqual([]);
    expect(source).toMatchObject({ name, rows: 2 });
  });

  it("takes the file's own names of columns", () => {
    const file = "borger;dato\nc-1;12.01.2005\n";
    const columns = { citizen: "borger", referredOn: "dato" };
    expect(parseReferrals(file, { name, columns }).rows).toEqual([
      { citizen: "c-1", referredOn: "2005-01-12" },
    ]);
  });

  it("reads windows-1252, with a notice", () => {
    const bytes = Uint8Array.from("citizen;referredOn;sted\nc-1;2005-01-12;S\u00f8nder\n", (each) =>
      each.charCodeAt(0),
    );
    const { rows, notices } = parseReferrals(bytes, { name });
    expect(rows[0]?.["sted"]).toBe("Sønder");
    expect(notices).toMatchObject([{ code: "windows-1252" }]);
  });

  it("names each row that can't be read", () => {
    const file = "citizen;referredOn\nc-1;31-02-2005\n;2005-01-12\n010203-1234;2005-01-12\n";
    const error = errorOf(() => parseReferrals(file, { name }));
    expect(error.code).toBe("rows-in-error");
    expect(error.issues.map(({ row, column }) => [row, column])).toEqual([
      [2, "referredOn"],
      [3, "citizen"],
      [4, "citizen"],
    ]);
    expect(error.message).not.toContain("010203");
  });

  it("refuses CPR numbers in any column", () => {
    const file =
      "citizen;referredOn;household;partner\nc-1;2005-01-12;0102031234;\nc-2;2005-01-12;;010203-1235\n";
    const error = errorOf(() => parseReferrals(file, { name }));
    expect(error.issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["cpr-shaped", 2, "household"],
      ["cpr-shaped", 3, "partner"],
    ]);
    expect(error.message).not.toContain("010203");
  });

  it("refuses a file without the columns it needs", () => {
    expect(errorOf(() => parseReferrals("citizen\nc-1\n", { name })).message).toContain("referredOn");
    expect(errorOf(() => parseReferrals("", { name })).code).toBe("empty-file");
  });
});
