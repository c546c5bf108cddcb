import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/core/index.js";
import { parseJsonLines, writeJsonLines } from "../../src/tables/lines.js";
import { errorOf } from "../support/errors.js";

describe("parseJsonLines", () => {
  it("reads one value per line, with the line and its text", () => {
    const text = '{"a":1}\r\n\n[2, 3]\n"x"';
    expect(parseJsonLines(text, { name: "l.jsonl" })).toEqual({
      rows: [
        { row: 1, text: '{"a":1}', value: { a: 1 } },
        { row: 3, text: "[2, 3]", value: [2, 3] },
        { row: 4, text: '"x"', value: "x" },
      ],
      notices: [],
      source: { name: "l.jsonl", digest: digestOf(text), rows: 3 },
    });
  });

  it("gives every line that is no JSON as an issue, the torn last one too", () => {
    const error = errorOf(() => parseJsonLines('{"a":1}\n{a:2}\n{"a":3}\n{"a":', { name: "l.jsonl" }));
    expect(error.code).toBe("rows-in-error");
    expect(error.issues).toEqual([
      {
        code: "invalid-json",
        file: "l.jsonl",
        row: 2,
        received: "{a:2}",
        expected: "one whole JSON value on the line",
      },
      {
        code: "invalid-json",
        file: "l.jsonl",
        row: 4,
        received: '{"a":',
        expected: "one whole JSON value on the line",
      },
    ]);
  });

  it("shows no personal number of a torn line", () => {
    const error = errorOf(() => parseJsonLines('{"citizen":"010203-1234', { name: "l.jsonl" }));
    expect(error.message).not.toContain("1234");
  });
});

describe("writeJsonLines", () => {
  it("writes canonical lines, each ended", () => {
    expect(writeJsonLines([{ b: 1, a: "ø" }, 2])).toBe('{"a":"ø","b":1}\n2\n');
    expect(writeJsonLines([])).toBe("");
  });

  it("is read back as it was written", () => {
    const value = fc.jsonValue({ noUnicodeString: false });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const read = parseJsonLines(writeJsonLines(values), { name: "l.jsonl" }).rows.map((row) => row.value);
        expect(JSON.stringify(read.map(sorted))).toBe(JSON.stringify(values.map(sorted)));
      }),
    );
  });
});

/** The value as canonical JSON reads back: keys in order, and no negative zero. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value === 0 ? 0 : value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
