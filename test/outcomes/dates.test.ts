import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/core/index.js";
import { dayReader } from "../../src/outcomes/dates.js";

describe("dayReader", () => {
  it("gives the day of a date, however often and in whatever order dates come", () => {
    const dayOf = dayReader((row) => `rows[${row}]`);
    const dates = ["2005-01-03", "2005-01-03", "1970-01-01", "2005-01-03", "1970-01-01"];
    expect(dates.map((date, row) => dayOf(date, row))).toEqual(dates.map((date) => parseDay(date, "date")));
  });

  it("names the row whose date is none, also where it comes again", () => {
    const dayOf = dayReader((row) => `rows[${row}].startedOn`);
    for (const row of [1, 2]) {
      expect(() => dayOf("2005-02-30", row)).toThrow(
        expect.objectContaining({ code: "impossible-date", path: `rows[${row}].startedOn` }),
      );
    }
    expect(() => dayOf("", 3)).toThrow(expect.objectContaining({ code: "impossible-date" }));
  });
});
