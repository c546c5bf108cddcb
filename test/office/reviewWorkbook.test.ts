import { describe, expect, it, vi } from "vitest";
import { DANISH_COLUMNS, SHEETS } from "../../src/office/columns.js";
import { writeReviewWorkbook } from "../../src/office/index.js";
import { reviewedYear } from "../support/reviewedYear.js";
import { unzip } from "../support/unzip.js";
import { wholeReview } from "../support/wholeReview.js";

const { review } = await reviewedYear("2006-09-30", (document) => ({
  ...document,
  arms: [
    { id: "municipal", name: "Egen enhed" },
    { id: "supplier", name: "=HYPERLINK(1)" },
  ],
}));

const whole = await wholeReview();

function sheetNames(files: ReadonlyMap<string, string>): readonly string[] {
  return [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
    ([, name = ""]) => name,
  );
}

describe("writeReviewWorkbook", () => {
  it("writes every table as a sheet, and before them one that tells what is where", async () => {
    const files = unzip(await writeReviewWorkbook(review, { language: "da" }));
    const names = sheetNames(files);
    expect(names).toHaveLength(1 + Object.keys(review.tables).length);
    expect(names.slice(0, 3)).toEqual(["Indhold", "Forløb", "Resultat 1"]);
    const strings = files.get("xl/sharedStrings.xml") ?? "";
    for (const text of ["Borgernes forløb hos hver enhed", "visiterede", "nedre grænse"]) {
      expect(strings).toContain(`>${text}<`);
    }
  });

  it("keeps texts that begin like formulas as texts", async () => {
    const files = unzip(await writeReviewWorkbook(review));
    expect(files.get("xl/sharedStrings.xml")).toContain("=HYPERLINK(1)");
    const sheets = [...files].filter(([name]) => name.includes("worksheets"));
    expect(sheets.filter(([, text]) => text.includes("<f>"))).toEqual([]);
    expect(sheetNames(files)).toContain("participation");
  });

  it.each([
    ["with everything", whole],
    ["published", whole.publish()],
  ])("has Danish words for every sheet, heading and code of a review %s", async (_what, each) => {
    const tables = Object.entries(each.tables);
    const columns = new Set(tables.flatMap(([, rows]) => rows.flatMap((row) => Object.keys(row))));
    columns.delete("language"); // no column of its own: a sheet has the rows of one
    expect([...columns].filter((column) => !Object.hasOwn(DANISH_COLUMNS, column))).toEqual([]);
    const others = tables.map(([id]) => id).filter((id) => !id.startsWith("effect-"));
    expect(others.filter((id) => !Object.hasOwn(SHEETS, id))).toEqual([]);
    for (const [, rows] of tables) {
      const headings = Object.keys(rows[0] ?? {}).map((column) => DANISH_COLUMNS[column]);
      expect(headings).toHaveLength(new Set(headings).size);
    }
    const files = unzip(await writeReviewWorkbook(each, { language: "da" }));
    expect(sheetNames(files).filter((name) => tables.some(([id]) => id === name))).toEqual([]);
    const texts = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<t[^>]*>([^<]*)<\/t>/g)];
    const codes = texts.flatMap(([, text = ""]) => (/^[a-z]+(-[a-z0-9]+)+$/.test(text) ? [text] : []));
    expect(codes.filter((code) => !/^(table|figure)-/.test(code))).toEqual([]);
    const words = texts.map(([, text = ""]) => text);
    for (const english of ["suppressed", "rate", "difference", "municipal", "supplier", "better"]) {
      expect(words).not.toContain(english);
    }
  });

  it("has the page's own words for reasons and methods, and the Danish name of a criterion", async () => {
    const [{ name } = { name: { da: "", en: "" } }] = whole.criteria;
    const tables = {
      claims: [{ reason: "never-started" }, { reason: "referral-not-told" }],
      effects: [{ method: "hajek", criterionName: name.en }],
    };
    const made = { ...whole, toBlocks: () => [], tables };
    const files = unzip(await writeReviewWorkbook(made, { language: "da" }));
    const strings = files.get("xl/sharedStrings.xml") ?? "";
    for (const text of ["forløbet blev aldrig begyndt", "Hájeks vægtede gennemsnit", name.da]) {
      expect(strings).toContain(`>${text}<`);
    }
    for (const code of ["referral-not-told", "hajek", name.en]) expect(strings).not.toContain(`>${code}<`);
  });

  it("gives the same bytes whenever it is written", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-02T03:04:05Z") });
    const first = await writeReviewWorkbook(review);
    vi.setSystemTime(new Date("2031-06-07T08:09:10Z"));
    const second = await writeReviewWorkbook(review);
    vi.useRealTimers();
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});
