import { describe, expect, it } from "vitest";
import { readLine, readRecord } from "../../src/allocation/read-line.js";
import { alternationLedger } from "./samples.js";

const [opening] = alternationLedger().records;
const line = JSON.stringify(opening);

describe("readLine", () => {
  it("reads the canonical line", () => {
    expect(readLine(line)).toEqual({ record: opening, digest: opening?.digest, problems: [] });
  });

  it("gives the digest that the line must carry, not the one that it does", () => {
    const other = line.replace(String(opening?.digest), "00".repeat(32));
    expect(readLine(other)).toMatchObject({ record: { digest: "00".repeat(32) }, digest: opening?.digest });
    expect(readRecord(JSON.parse(other))).toMatchObject({ digest: opening?.digest });
  });

  it.each([
    ["white space", line.replace(",", ", ")],
    ["a carriage return", `${line}\r`],
    ["another order of fields", `{"type":"opening",${line.slice(1).replace(',"type":"opening"', "")}`],
    ["an escape", line.replace("own", "\\u006fwn")],
    ["a field twice", `{"date":"2005-01-03",${line.slice(1)}`],
  ])("refuses %s: the same value, but not the same bytes", (_, text) => {
    expect(JSON.parse(text)).toEqual(opening);
    expect(readLine(text).problems).toMatchObject([{ code: "not-canonical" }]);
  });

  it("refuses what is no JSON, or no line", () => {
    expect(readLine(line.slice(0, -1)).problems).toMatchObject([{ code: "invalid-json" }]);
    expect(readLine("").problems).toMatchObject([{ code: "empty-line" }]);
    expect(readLine("null").problems).toMatchObject([{ code: "malformed" }]);
  });
});

describe("readRecord", () => {
  it("takes a whole record as it is", () => {
    expect(readRecord(opening).record).toBe(opening);
    expect(readRecord({ ...opening, mode: "trial" }).record).toBeUndefined();
  });
});
