import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startAudit } from "../../src/allocation/audit.js";
import type { LedgerFinding, LedgerRecord } from "../../src/allocation/index.js";
import { digestOfValue } from "../../src/core/index.js";
import {
  alternation,
  alternationLedger,
  complete,
  completeLedger,
  KEY,
  OTHER_KEY,
  started,
} from "./samples.js";

const { records } = completeLedger();

function findingsOf(lines: readonly unknown[], key?: string): readonly LedgerFinding[] {
  const audit = startAudit(complete, key);
  return lines.flatMap((line) => audit.read(line).findings);
}

/** Codes with their lines: "changed-line 3". */
const codes = (findings: readonly LedgerFinding[]): readonly string[] =>
  findings.map(({ code, line }) => `${code} ${line}`);

describe("the chain", () => {
  it("holds in a ledger that was written, given as values or as text", () => {
    expect(findingsOf(records, KEY)).toEqual([]);
    expect(
      findingsOf(
        records.map((record) => JSON.stringify(record)),
        KEY,
      ),
    ).toEqual([]);
  });

  it("tells a changed line by its digest", () => {
    for (const [index, record] of records.entries()) {
      const changed = records.with(index, { ...record, date: "2005-12-31" });
      expect(codes(findingsOf(changed))[0]).toBe(`changed-line ${index + 1}`);
    }
  });

  it("blames no other line for a changed entry", () => {
    const changed = records.with(3, { ...records[3], date: "2005-12-31" } as LedgerRecord);
    expect(codes(findingsOf(changed))).toEqual(["changed-line 4"]);
  });

  it("tells a changed line that was given a new digest by the line after it", () => {
    for (const [index, record] of records.slice(1, -1).entries()) {
      const changed = { ...record, date: "2005-12-31", digest: undefined };
      const digested = { ...changed, digest: digestOfValue(changed) };
      expect(codes(findingsOf(records.with(index + 1, digested)))).toContain(`broken-link ${index + 3}`);
    }
  });

  it("tells a line that is missing, doubled or swapped with the next", () => {
    for (const [index, record] of records.entries()) {
      const doubled = records.toSpliced(index, 0, record);
      expect(findingsOf(doubled)[0]?.line).toBe(index + 2);
    }
    for (const index of records.slice(0, -1).keys()) {
      const missing = records.toSpliced(index, 1);
      const swapped = records.toSpliced(index, 2, ...records.slice(index, index + 2).toReversed());
      expect(findingsOf(missing)[0]?.line).toBe(index + 1);
      expect(findingsOf(swapped)[0]?.line).toBe(index + 1);
    }
  });

  it("tells a sequence that was renumbered", () => {
    const moved = { ...records[1], sequence: 5, digest: undefined };
    const line = { ...moved, digest: digestOfValue(moved) };
    expect(findingsOf([records[0], line])).toMatchObject([
      { code: "broken-sequence", line: 2, field: "sequence", received: 5, expected: "1" },
    ]);
  });
});

describe("the order of lines", () => {
  it("begins with one opening", () => {
    expect(codes(findingsOf(records.slice(1)))[0]).toBe("broken-link 1");
    const orphan = { ...records[1], sequence: 0, previous: "0".repeat(64), digest: undefined };
    const line = { ...orphan, digest: digestOfValue(orphan) };
    expect(codes(findingsOf([line, ...records.slice(2)]))[0]).toBe("no-opening 1");
    const second = { ...records[0], sequence: 1, previous: records[0]?.digest, digest: undefined };
    const again = { ...second, digest: digestOfValue(second) };
    expect(codes(findingsOf([records[0], again]))).toEqual(["second-opening 2"]);
  });

  it("stays in one mode", () => {
    const live = { ...records[1], mode: "test", digest: undefined };
    const line = { ...live, digest: digestOfValue(live) };
    expect(findingsOf([records[0], line])).toMatchObject([
      { code: "mixed-modes", line: 2, received: "test", expected: "live" },
    ]);
  });
});

describe("lines that are none", () => {
  it("are findings, each at its line, and the rest is read on", () => {
    const lines = [...records.slice(0, 2), null, ...records.slice(3)];
    expect(codes(findingsOf(lines)).slice(0, 1)).toEqual(["malformed 3"]);
    expect(codes(findingsOf(["", "{", "3", ...records]))).toContain("malformed 3");
  });

  it("share nothing with the finding", () => {
    const mine = { own: "object" };
    const [finding] = findingsOf([{ ...records[0], allocation: mine }]);
    expect(finding?.received).not.toBe(mine);
    expect(Object.isFrozen(mine)).toBe(false);
  });

  it("never make it throw", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.anything(), fc.constantFrom(...records)), { maxLength: 8 }),
        (lines) => {
          expect(() => findingsOf(lines, KEY)).not.toThrow();
        },
      ),
    );
    const field = fc.constantFrom(...records.flatMap((record) => Object.keys(record)));
    fc.assert(
      fc.property(fc.nat(records.length - 1), field, fc.json(), (index, name, json) => {
        const changed = { ...records[index], [name]: JSON.parse(json) as unknown, digest: undefined };
        const line: unknown = { ...changed, digest: digestOfValue(changed) };
        expect(() =>
          findingsOf([...records.slice(0, index), line, ...records.slice(index + 1)], KEY),
        ).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

function checked(key?: string): boolean {
  const audit = startAudit(complete, key);
  for (const record of records) audit.read(record);
  return audit.drawsChecked();
}

describe("what is known at the end", () => {
  it("is whether the draws were checked", () => {
    expect([checked(KEY), checked(OTHER_KEY), checked()]).toEqual([true, false, false]);
  });

  it("is which roster still lacks entries", () => {
    const audit = startAudit(complete);
    for (const record of records.slice(0, 5)) audit.read(record);
    expect(audit.unfinished()).toMatchObject({ roster: { batch: "2005-W02" }, done: 3 });
    for (const record of records.slice(5)) audit.read(record);
    expect(audit.unfinished()).toBeUndefined();
  });

  it("is the memory of a ledger, once there is an opening", () => {
    const audit = startAudit(alternation);
    expect(audit.view()).toBeUndefined();
    for (const record of alternationLedger().records) audit.read(record);
    expect(audit.view()).toMatchObject({ size: 7, opening: started(alternation).opening });
  });
});
