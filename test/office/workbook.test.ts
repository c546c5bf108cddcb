import { describe, expect, it } from "vitest";
import { isCompetitionError } from "../../src/core/index.js";
import { writeWorkbook } from "../../src/office/index.js";
import { unzip } from "../support/unzip.js";

describe("writeWorkbook", () => {
  it("writes numbers as numbers and texts as texts, also one that looks like a formula", async () => {
    const files = unzip(
      await writeWorkbook({ rates: [{ arm: "=1+1", rate: 0.365, known: true, missing: null }] }),
    );
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    const strings = files.get("xl/sharedStrings.xml") ?? "";
    expect(sheet).toContain("<v>0.365</v>");
    expect(sheet).not.toContain("<f>");
    expect(strings).toContain("=1+1");
    for (const heading of ["arm", "rate", "known", "missing"]) expect(strings).toContain(`>${heading}<`);
  });

  it("writes dates as dates and kroner as numbers, in Danish formats, where the columns are said to be", async () => {
    const rows = [
      { date: "2005-02-01", amount: 1234.5, note: "2005-02-01" },
      { date: "1899-12-31", amount: -0.07, note: "x" },
      { date: "later", amount: null, note: "y" },
    ];
    const files = unzip(await writeWorkbook({ rows }, { formats: { date: "date", amount: "kroner" } }));
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    const styles = files.get("xl/styles.xml") ?? "";
    const cell = (place: string): string => new RegExp(`<c r="${place}"[^>]*>.*?</c>`).exec(sheet)?.[0] ?? "";
    const formatOf = (place: string): string => {
      const style = Number(/ s="(\d+)"/.exec(cell(place))?.[1] ?? 0);
      const used = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? "").matchAll(/<xf [^>]*>/g)];
      const id = /numFmtId="(\d+)"/.exec(used[style]?.[0] ?? "")?.[1] ?? "none";
      return new RegExp(`<numFmt [^>]*numFmtId="${id}"[^>]*>`).exec(styles)?.[0] ?? "General";
    };
    expect(cell("A2")).toContain("<v>38384</v>"); // days from 1899-12-30
    expect(formatOf("A2")).toContain('formatCode="[$-406]dd\\-mm\\-yyyy"');
    expect(cell("B2")).toContain("<v>1234.5</v>");
    expect(cell("B3")).toContain("<v>-0.07</v>");
    expect(formatOf("B2")).toContain('formatCode="[$-406]#,##0.00\\ &quot;kr.&quot;"');
    for (const text of ["A1", "C2", "A3", "A4"]) expect(cell(text)).toContain('t="s"');
    expect(formatOf("C2")).toBe("General");
  });

  it("makes columns as wide as their longest cell or heading, within limits", async () => {
    const rows = [
      { a: 1, citizen: "bbffe14b532f", long: "x".repeat(200), date: "2005-02-01", vatAmountInKroner: 1 },
    ];
    const formats = { date: "date", vatAmountInKroner: "kroner" } as const;
    const sheet = unzip(await writeWorkbook({ rows }, { formats })).get("xl/worksheets/sheet1.xml") ?? "";
    expect([...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      8, 13, 60, 12, 19,
    ]);
  });

  it("refuses a format that there isn't", async () => {
    const formats = { date: "euro" } as unknown as { date: "date" };
    const error: unknown = await writeWorkbook({ rows: [] }, { formats }).catch((reason: unknown) => reason);
    expect(isCompetitionError(error, "impossible-option")).toBe(true);
  });

  it("gives each table a sheet with a name that is allowed and its own", async () => {
    const long = "effect-in-unsupported-work-or-education";
    const files = unzip(await writeWorkbook({ [`${long}-a`]: [], [`${long}-b`]: [], "a/b": [] }));
    const names = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual([long.slice(0, 31), `${long.slice(0, 29)}-2`, "a-b"]);
  });

  it("refuses to write nothing", async () => {
    const error: unknown = await writeWorkbook({}).catch((reason: unknown) => reason);
    expect(isCompetitionError(error, "nothing-to-write")).toBe(true);
  });
});
