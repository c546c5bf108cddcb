import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { claimsFile } from "../../examples/claims.js";
import { main, settle } from "../../examples/settle-a-year.js";
import { temporaryFolder } from "../support/folder.js";
import { unzip } from "../support/unzip.js";

const EXAMPLES = path.join(import.meta.dirname, "../../examples");
const DATA = path.join(EXAMPLES, "fredericia");
const CLAIMS = path.join(EXAMPLES, "claims.csv");

it("claims what its recipe makes of the statement", async () => {
  const { statement } = await settle(DATA);
  expect(readFileSync(CLAIMS, "utf8")).toBe(claimsFile(statement));
});

it("finds all places where the sides disagree, and writes the statement as CSV and as a workbook", async () => {
  const out = temporaryFolder();
  const said = await main(DATA, CLAIMS, out);
  expect(said.replaceAll(/\s+/g, " ")).toContain(
    "1 uenighed om beløb, 1 uenighed om dato, 1 krævet to gange, 3 ikke med i afregningen, " +
      "1 om en borger hos en anden enhed, 1 om en ukendt borger, 1 ikke krævet.",
  );
  for (const told of [
    "Uenighed om beløb: 1.000 kr. over afregningen",
    "Uenighed om dato: 14 dage efter forfaldsdagen",
    "Krævet to gange: et andet krav svarer til linjen",
    "Ikke med i afregningen: kravet kan ikke længere nås",
    "Ikke med i afregningen: måleperioden løber; kan endnu forfalde",
    "Ikke med i afregningen: forløbet blev aldrig begyndt",
    "Borger hos en anden enhed: fordelt til Virksomheden Fredericia",
    "Ukendt borger: er ikke blandt de fordelte",
    "Ikke krævet",
  ]) {
    expect(said.replaceAll("\u00A0", " ")).toContain(told);
  }

  const rowsOf = (name: string): readonly string[] =>
    readFileSync(path.join(out, name), "utf8").trimEnd().split("\n").slice(1);
  expect(rowsOf("disputes-supplier.csv")).toHaveLength(9);
  expect(rowsOf("disputes-municipality.csv")).toHaveLength(5);
  const lines = rowsOf("statement.csv");

  const sheets = unzip(readFileSync(path.join(out, "statement.xlsx")));
  const sheet = sheets.get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheets.get("xl/workbook.xml")).toContain('name="disputes-supplier"');
  expect(sheet.match(/<row /g)).toHaveLength(lines.length + 1);
  expect(sheet).toMatch(/<c r="B2" t="s">/); // the citizen, a text
  expect(sheet).toMatch(/<c r="K2" s="\d+"><v>38\d{3}<\/v>/); // a day of 2005
  expect(sheet).toMatch(/<c r="L2" s="\d+"><v>1200<\/v>/); // kroner
});
