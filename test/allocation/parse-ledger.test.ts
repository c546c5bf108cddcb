import { describe, expect, it } from "vitest";
import { formatLedger, parseLedger } from "../../src/allocation/index.js";
import { digestOf } from "../../src/core/index.js";
import { complete, completeLedger, drawn, errorOf, referralsOn, started } from "./samples.js";

const name = "ledger.jsonl";
const { records } = completeLedger();
const text = formatLedger(records);
const lines = text.trimEnd().split("\n");

const utf16 = (bytes: Uint16Array, mark: number): Uint8Array =>
  new Uint8Array(Uint16Array.of(mark, ...bytes).buffer);

describe("parseLedger", () => {
  it("gives back the records that were written, frozen", () => {
    const parsed = parseLedger(text, { name });
    expect(parsed.rows).toEqual(records);
    expect(parsed.source).toEqual({ name, digest: digestOf(text), rows: records.length });
    expect(parsed.notices).toEqual([]);
    expect(parsed.rowNumber(3)).toBe(4);
    expect(Object.isFrozen(parsed.rows[1])).toBe(true);
    expect(formatLedger(parseLedger(new TextEncoder().encode(text), { name }).rows)).toBe(text);
  });

  it("notes that the last line feed is missing", () => {
    const { rows, notices } = parseLedger(text.slice(0, -1), { name });
    expect(rows).toEqual(records);
    expect(notices).toEqual([{ code: "no-final-line-feed", severity: "caution", file: name }]);
  });

  it("names every line and field in error at once", () => {
    const broken = [...lines];
    broken[1] = JSON.stringify({ ...records[1], batch: 3, date: "14-01-2005" });
    broken[2] = (lines[2] ?? "").slice(0, 40);
    broken[4] = `${lines[4]} `;
    broken[5] = "";
    const error = errorOf(() => parseLedger(`${broken.join("\n")}\n`, { name }));
    expect(error.code).toBe("rows-in-error");
    expect(error.issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["malformed", 2, "date"],
      ["malformed", 2, "batch"],
      ["invalid-json", 3, undefined],
      ["not-canonical", 5, undefined],
      ["empty-line", 6, undefined],
    ]);
    expect(error.message).toContain(
      "ledger.jsonl, row 2, column batch: malformed; received 3; expected a text",
    );
  });

  it("refuses line ends that were changed", () => {
    expect(errorOf(() => parseLedger(text.replaceAll("\n", "\r\n"), { name })).issues).toMatchObject([
      { code: "not-canonical", row: 1, received: "lines that end in a carriage return and a line feed" },
    ]);
    expect(errorOf(() => parseLedger(`${text}\n`, { name })).issues).toMatchObject([
      { code: "empty-line", row: 15 },
    ]);
  });

  it("tells a torn last line from one that was changed", () => {
    expect(errorOf(() => parseLedger(text.slice(0, -9), { name })).issues).toMatchObject([
      {
        code: "torn-line",
        row: 14,
        hint: expect.stringContaining("allocate sets such a line aside") as string,
      },
    ]);
  });

  const marked = `\uFEFF${text}`;
  const danish = drawn(started(complete), referralsOn("2005-01-10", ["c-1"], ["ældre"]), "2005-01-14");
  it.each([
    ["a byte order mark", new TextEncoder().encode(marked)],
    ["a byte order mark in a text", marked],
    [
      "UTF-16",
      utf16(
        Uint16Array.from(text, (letter) => letter.charCodeAt(0)),
        0xfeff,
      ),
    ],
    ["windows-1252", Uint8Array.from(formatLedger(danish.records), (letter) => letter.charCodeAt(0))],
  ])("refuses %s: the same lines, but not the same bytes", (_, input) => {
    const [issue, ...others] = errorOf(() => parseLedger(input, { name })).issues;
    expect(issue).toMatchObject({
      code: "not-canonical",
      row: 1,
      expected: expect.stringContaining("UTF-8"),
    });
    expect(others).toEqual([]);
  });

  it("leaves the chain to those who know the protocol", () => {
    const swapped = [lines[0], lines[2], lines[1]].join("\n");
    expect(parseLedger(`${swapped}\n`, { name }).rows).toHaveLength(3);
  });

  it("refuses an empty file", () => {
    expect(errorOf(() => parseLedger("", { name })).code).toBe("empty-file");
  });
});
