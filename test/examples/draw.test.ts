import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { formatLedger, openLedger, parseLedger, type LedgerRecord } from "../../src/allocation/index.js";
import { relinked } from "../allocation/samples.js";
import { temporaryFolder } from "../support/folder.js";
import type { Golden } from "../support/golden.js";

// The package's draws, made again by a program that was written from examples/draw/README.md and imports nothing.

const PROGRAM = "examples/draw/recompute.py";
const LEDGERS = "test/golden/ledgers";
const names = readdirSync(LEDGERS)
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => path.basename(name, ".jsonl"));
const isThere = spawnSync("python3", ["--version"]).status === 0;

interface Said {
  readonly status: number | null;
  readonly out: string;
}

function recompute(...argv: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync("python3", [PROGRAM, ...argv], { encoding: "utf8" });
  return { status, out: `${stdout}${stderr}` };
}

/** What the program says of a ledger's text with a key. */
function recomputed(text: string, key: string, ...more: readonly string[]): Said {
  const folder = temporaryFolder();
  const [ledger, keyFile] = [path.join(folder, "ledger.jsonl"), path.join(folder, "key.txt")];
  writeFileSync(ledger, text);
  writeFileSync(keyFile, `${key}\n`);
  return recompute(ledger, "--key-file", keyFile, ...more);
}

function golden(name: string): { readonly text: string; readonly case: Golden } {
  const read = (ending: string): string => readFileSync(path.join(LEDGERS, `${name}.${ending}`), "utf8");
  return { text: read("jsonl"), case: JSON.parse(read("json")) as Golden };
}

function recordsOf(text: string): readonly LedgerRecord[] {
  return parseLedger(text, { name: "golden" }).rows;
}

describe("recompute.py", () => {
  beforeEach((context) => {
    if (!isThere) context.skip("python3 isn't installed");
  });

  it.each(names)("makes every draw of %s again, and its head", (name) => {
    const { text, case: made } = golden(name);
    const { entries, head } = openLedger(made.protocol, recordsOf(text));
    const drawn = entries.filter(({ basis }) => basis === "drawn").length;
    const { status, out } = recomputed(text, made.key, "--head", JSON.stringify(head));
    expect(out).toContain(`chain holds; published head holds; ${drawn} draws hold\n`);
    expect(out).toContain(`"root":"${head.root}"`);
    expect(status).toBe(0);
  });

  it("checks the bundled year with its protocol", () => {
    const folder = "examples/fredericia";
    const files = ["--key-file", `${folder}/key.txt`, "--protocol", `${folder}/protocol.json`];
    const { status, out } = recompute(`${folder}/ledger.jsonl`, ...files);
    expect(out).toContain("444 lines; chain holds; protocol holds; 396 draws hold");
    expect(status).toBe(0);
  });

  it.each(["complete-1", "complete-limited-1-quotas", "permuted-block-1-sizes", "urn-1-two"])(
    "finds two arms of %s that were swapped, digests and all",
    (name) => {
      const { text, case: made } = golden(name);
      const records = recordsOf(text);
      const drawn = records.filter((line) => line.type === "allocation" && line.basis === "drawn");
      const [one] = drawn;
      const other = drawn.find((line) => "arm" in line && one && "arm" in one && line.arm !== one.arm);
      if (one?.type !== "allocation" || other?.type !== "allocation") throw new Error("two arms");
      const arms = new Map([
        [one.sequence, other.arm],
        [other.sequence, one.arm],
      ]);
      const swapped = relinked(
        records.map(
          (line) =>
            ({
              ...line,
              ...(arms.has(line.sequence) ? { arm: arms.get(line.sequence) } : {}),
            }) as LedgerRecord,
        ),
      );
      const { status, out } = recomputed(formatLedger(swapped), made.key);
      expect(out).toContain(
        `does not hold: line ${one.sequence + 1}: ${one.citizen} is in ${other.arm} but drawn to`,
      );
      expect(status).toBe(1);
    },
  );

  it("finds another key, a changed line and a cut-off end", () => {
    const { text, case: made } = golden("complete-1");
    const { head } = openLedger(made.protocol, recordsOf(text));
    expect(recomputed(text, `${made.key}?`).out).toContain("another key than the ledger commits to");
    expect(recomputed(text.replace("2005-01", "2005-02"), made.key).out).toContain("changed");
    const cut = `${text.trimEnd().split("\n").slice(0, -1).join("\n")}\n`;
    expect(recomputed(cut, made.key, "--head", JSON.stringify(head)).out).toContain("cut off");
  });
});
