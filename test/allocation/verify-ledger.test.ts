import { describe, expect, it } from "vitest";
import {
  formatLedger,
  parseLedger,
  verifyLedger,
  type LedgerLines,
  type LedgerRecord,
  type LedgerVerification,
} from "../../src/allocation/index.js";
import { isCompetitionError } from "../../src/core/index.js";
import {
  alternation,
  alternationLedger,
  complete,
  completeLedger,
  drawn,
  KEY,
  OTHER_KEY,
  referralsOn,
  relinked,
  started,
} from "./samples.js";

const weekly = completeLedger();
const turns = alternationLedger();

const codesOf = ({ findings }: LedgerVerification): readonly string[] =>
  findings.map(({ code, line }) => `${code} ${line}`);

async function* oneByOne(lines: readonly unknown[]): AsyncGenerator<unknown> {
  for (const line of lines) yield await Promise.resolve(line);
}

async function noticesOf(
  records: readonly LedgerRecord[],
  protocol = alternation,
): Promise<readonly string[]> {
  return (await verifyLedger(protocol, records)).notices.map(({ code }) => code);
}

describe("verifyLedger", () => {
  it("tells that a ledger holds, and what was checked", async () => {
    const { head } = weekly;
    const verification = await verifyLedger(complete, weekly.records, { key: KEY, head });
    expect(verification).toEqual({
      kind: "verification",
      valid: true,
      checked: ["chain", "protocol", "draws", "head"],
      size: 14,
      head,
      findings: [],
      notices: [],
    });
    expect(Object.isFrozen(verification.findings)).toBe(true);
    expect((await verifyLedger(complete, weekly.records)).checked).toEqual(["chain", "protocol"]);
  });

  it("takes lines from any iterable, as values or as text", async () => {
    const texts = weekly.records.map((record) => JSON.stringify(record));
    const parsed = parseLedger(formatLedger(weekly.records), { name: "ledger.jsonl" });
    const sources: readonly LedgerLines[] = [
      new Set(weekly.records),
      texts,
      parsed,
      oneByOne(weekly.records),
      oneByOne(texts),
    ];
    for (const lines of sources) {
      const { valid, head } = await verifyLedger(complete, lines, { key: KEY });
      expect(valid).toBe(true);
      expect(head).toEqual(weekly.head);
    }
  });

  it("finds a cut-off end by the published head, and by nothing else", async () => {
    for (let size = 1; size < turns.records.length; size++) {
      const cut = turns.records.slice(0, size);
      expect((await verifyLedger(alternation, cut, { key: KEY })).valid).toBe(true);
      expect(codesOf(await verifyLedger(alternation, cut, { head: turns.head }))).toEqual([
        "cut-off undefined",
      ]);
    }
  });

  it("accepts a ledger that has grown since the head was published", async () => {
    const { head } = started(alternation);
    expect((await verifyLedger(alternation, turns.records, { head })).valid).toBe(true);
  });

  it("finds a ledger that was rewritten with new digests by head or key", async () => {
    // c-3 and c-5 change places: as a draw it is as likely as the true one
    const swap: Readonly<Record<number, string>> = { 4: "supplier", 6: "own" };
    const rewritten = relinked(
      weekly.records.map((record, index) => ({ ...record, ...(swap[index] ? { arm: swap[index] } : {}) })),
    );
    expect((await verifyLedger(complete, rewritten)).valid).toBe(true);
    expect(codesOf(await verifyLedger(complete, rewritten, { key: KEY }))[0]).toBe("other-draw 5");
    const { head } = weekly;
    expect((await verifyLedger(complete, rewritten, { head })).findings.map(({ code }) => code)).toEqual([
      "other-head",
      "other-head",
    ]);
  });

  it("says so when the key is another one, and doesn't claim to have checked draws", async () => {
    const verification = await verifyLedger(complete, weekly.records, { key: OTHER_KEY });
    expect(codesOf(verification)).toEqual(["wrong-key 1"]);
    expect(verification.findings[0]?.hint).toContain("Give the key that the ledger was started with");
    expect(verification.checked).toEqual(["chain", "protocol"]);
  });

  it("notes what is worth knowing", async () => {
    expect(await noticesOf(turns.records)).toEqual(["predictable-design"]);
    expect(await noticesOf(started(complete, KEY, "test").records, complete)).toEqual(["test-ledger"]);
    const { notices: waiting } = await verifyLedger(complete, weekly.records.slice(0, 4));
    expect(waiting).toEqual([
      { code: "undrawn-roster", severity: "info", batch: "2005-W02", citizens: 5, drawn: 2 },
    ]);
  });

  it("notes a public value that was used before, and so was known when the later roster was frozen", async () => {
    const again = drawn(weekly, referralsOn("2005-01-25", ["d-1", "d-2"]), "2005-01-28", {
      beacon: "dice: 4 2 6",
    });
    const { valid, notices } = await verifyLedger(complete, again.records, { key: KEY });
    expect(valid).toBe(true);
    const batches = { batch: "2005-W04", earlier: "2005-W03.2" };
    expect(notices).toEqual([
      { code: "repeated-beacon", severity: "caution", ...batches, beacon: "dice: 4 2 6" },
    ]);
  });

  it("never throws on a bad ledger", async () => {
    const bad: readonly unknown[] = [
      null,
      undefined,
      3,
      "text",
      {},
      [],
      [null],
      [[]],
      [{ type: "opening" }],
      [Symbol.iterator],
      { rows: [7] },
    ];
    for (const lines of bad) {
      const verification = await verifyLedger(complete, lines as LedgerLines, {
        key: KEY,
        head: weekly.head,
      });
      expect(verification.valid).toBe(false);
      expect(verification.findings.length).toBeGreaterThan(0);
    }
    expect(codesOf(await verifyLedger(complete, []))).toEqual(["empty-ledger undefined"]);
  });

  it("lists a hundred findings and counts the rest", async () => {
    const { findings, notices } = await verifyLedger(
      complete,
      Array.from({ length: 250 }, () => null),
    );
    expect(findings).toHaveLength(100);
    expect(notices).toEqual([{ code: "more-findings", severity: "warning", listed: 100, total: 250 }]);
  });

  it("finds that the last line feed is missing", async () => {
    const cut = parseLedger(formatLedger(weekly.records).slice(0, -1), { name: "ledger.jsonl" });
    expect(codesOf(await verifyLedger(complete, cut))).toEqual(["no-final-line-feed 14"]);
  });

  it("gives no head of lines that can't be read", async () => {
    const { head, size } = await verifyLedger(complete, [...weekly.records, null]);
    expect(size).toBe(15);
    expect(head).toBeUndefined();
  });

  it("refuses wrong use", async () => {
    const wrong = { head: { size: 1, chain: "", root: "" } };
    await expect(verifyLedger(complete, [], wrong)).rejects.toMatchObject({ code: "impossible-option" });
    const typo = { head: weekly.head, kye: KEY };
    await expect(verifyLedger(complete, [], typo)).rejects.toMatchObject({ code: "unknown-option" });
  });
});

/** Whether a file is refused when it is read or found not to hold, without the key. */
async function isDetected(file: string): Promise<boolean> {
  try {
    const parsed = parseLedger(file, { name: "ledger.jsonl" });
    return !(await verifyLedger(alternation, parsed)).valid;
  } catch (error) {
    if (!isCompetitionError(error)) throw error;
    return true;
  }
}

/** Lines as a file. */
const fileOf = (parts: readonly string[]): string => parts.map((part) => `${part}\n`).join("");

describe("a ledger file", () => {
  const text = formatLedger(alternationLedger().records.slice(0, 3));
  const lines = text.trimEnd().split("\n");

  it("holds as it was written", async () => {
    expect(await isDetected(text)).toBe(false);
  });

  it("can't have any byte changed, removed, doubled or put in", async () => {
    const undetected: string[] = [];
    for (let at = 0; at < text.length; at++) {
      const byte = text.charAt(at);
      const before = text.slice(0, at);
      const after = text.slice(at + 1);
      const changed = String.fromCharCode(byte.charCodeAt(0) ^ 1);
      for (const file of [before + changed + after, before + after, before + byte + byte + after]) {
        if (!(await isDetected(file))) undetected.push(`byte ${at}: ${file.slice(at - 20, at + 20)}`);
      }
      if (!(await isDetected(`${before} ${byte}${after}`))) undetected.push(`space before byte ${at}`);
    }
    expect(undetected).toEqual([]);
  });

  it("can't have any line removed but from its end, doubled, swapped or put in", async () => {
    const files = lines.flatMap((line, index) => [
      fileOf(lines.toSpliced(index, 0, line)),
      fileOf(lines.toSpliced(index, 0, "")),
      ...(index === lines.length - 1
        ? []
        : [
            fileOf(lines.toSpliced(index, 1)),
            fileOf(lines.toSpliced(index, 2, ...lines.slice(index, index + 2).toReversed())),
          ]),
    ]);
    for (const each of files) expect(await isDetected(each)).toBe(true);
  });
});
