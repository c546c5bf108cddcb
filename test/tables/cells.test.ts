import { describe, expect, it } from "vitest";
import {
  citizenCell,
  dateCell,
  mayBeEmpty,
  numberCell,
  optional,
  required,
  textCell,
  wholeNumberCell,
  wordCell,
} from "../../src/tables/cells.js";
import type { CellReader, CellValue, Separator } from "../../src/tables/types.js";

/** What a reader makes of a text: the value, or the code of the problem. */
function outcome(read: CellReader<CellValue>, text: string, separator: Separator = ";"): CellValue {
  const value = read(text, separator);
  return typeof value === "object" ? value.code : value;
}

describe("presence", () => {
  it("is what its word says", () => {
    expect(required(textCell)).toEqual({ presence: "required", read: textCell });
    expect(mayBeEmpty(textCell)).toEqual({ presence: "may-be-empty", read: textCell });
    expect(optional(textCell)).toEqual({ presence: "optional", read: textCell });
  });
});

describe("dateCell", () => {
  it.each([
    ["2005-12-31", "2005-12-31"],
    ["31-12-2005", "2005-12-31"],
    ["31.12.2005", "2005-12-31"],
    ["31/12/2005", "2005-12-31"],
    ["1-2-2005", "2005-02-01"],
    ["29-02-2004", "2004-02-29"],
    ["2004-02-29", "2004-02-29"],
  ])("reads %s", (text, iso) => {
    expect(outcome(dateCell, text)).toBe(iso);
  });

  it.each(["31-02-2005", "2005-02-29", "2005-13-01", "00-01-2005", "05-01-03", "20051231", "38353", "i dag"])(
    "refuses %s",
    (text) => {
      expect(outcome(dateCell, text)).toBe("impossible-date");
    },
  );
});

describe("wholeNumberCell", () => {
  it.each([
    ["0", 0],
    ["412", 412],
    ["1.204", 1204],
    ["12.345.678", 12_345_678],
    ["9007199254740991", 9_007_199_254_740_991],
  ])("reads %s", (text, value) => {
    expect(outcome(wholeNumberCell, text)).toBe(value);
  });

  it.each(["-1", "1,5", "1.5", "12.34", "1.2345", "1e3", "9007199254740992", "0x10", "tolv"])(
    "refuses %s",
    (text) => {
      expect(outcome(wholeNumberCell, text)).toBe("impossible-number");
    },
  );

  it("takes no point for a mark of thousands where commas separate the cells", () => {
    expect(outcome(wholeNumberCell, "1.204", ",")).toBe("impossible-number");
  });
});

describe("numberCell", () => {
  it.each([
    ["12", 12],
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["-0,125", -0.125],
    ["0.125", 0.125],
    ["1,234", 1.234],
    ["1.234,5", 1234.5],
    ["12.345.678", 12_345_678],
    ["12.345.678,25", 12_345_678.25],
    ["1.2345", 1.2345],
    ["1234.567", 1234.567],
    ["1,5e-7", 1.5e-7],
    ["1e+21", 1e21],
  ])("reads %s", (text, value) => {
    expect(outcome(numberCell, text)).toBe(value);
  });

  it("refuses a number that could be a thousand times as large", () => {
    expect(outcome(numberCell, "1.234")).toBe("ambiguous-number");
    expect(outcome(numberCell, "-12.345", "\t")).toBe("ambiguous-number");
    expect(outcome(numberCell, "1.234", ",")).toBe(1.234);
    expect(outcome(numberCell, "1,234", ",")).toBe("ambiguous-number");
    expect(outcome(numberCell, "0,234", ",")).toBe(0.234);
  });

  it.each(["", "1,2,3", "1.23.456", "1 234", "5 %", "NaN", "Infinity", "1e999", "0x10", ",5", "5,"])(
    "refuses %j",
    (text) => {
      expect(outcome(numberCell, text)).toBe("impossible-number");
    },
  );
});

describe("wordCell", () => {
  const read = wordCell(["work", "period-ended"], "unknown-end-reason");

  it("reads a word in any case, as the list writes it", () => {
    expect(outcome(read, "work")).toBe("work");
    expect(outcome(read, "Period-Ended")).toBe("period-ended");
  });

  it("gives its own code for another word, with the list to look for the nearest", () => {
    expect(read("periode-ended", ";")).toEqual({
      code: "unknown-end-reason",
      expected: "one of work, period-ended",
      among: ["work", "period-ended"],
    });
    expect(outcome(wordCell(["a"]), "b")).toBe("unknown-word");
    expect(outcome(read, "constructor")).toBe("unknown-end-reason");
  });
});

describe("citizenCell", () => {
  it("reads a pseudonym and refuses what looks like a personal identification number", () => {
    expect(outcome(citizenCell, "3f9a")).toBe("3f9a");
    expect(outcome(citizenCell, "0102031234")).toBe("cpr-shaped");
    expect(outcome(citizenCell, "010203-1234")).toBe("cpr-shaped");
  });
});

describe("dateCell, of Danish dates without leading zeros", () => {
  it.each([
    ["1-12-2005", "2005-12-01"],
    ["19-1-2005", "2005-01-19"],
    ["19/1-2005", "2005-01-19"],
    ["1.2.2005", "2005-02-01"],
  ])("reads %s as %s", (text, iso) => {
    expect(dateCell(text, ";")).toBe(iso);
  });
});
