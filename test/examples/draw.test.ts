import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import {
  allocate,
  formatLedger,
  openLedger,
  parseLedger,
  recordOccupancy,
  type AllocationPlan,
  type Ledger,
  type LedgerRecord,
  type Quota,
} from "../../src/allocation/index.js";
import { isCompetitionError } from "../../src/core/index.js";
import { COMPLETE, drawn, KEY, protocolOf, relinked, started } from "../allocation/samples.js";
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

const dayOn = (days: number): string =>
  new Date(Date.UTC(2005, 0, 3) + 86_400_000 * days).toISOString().slice(0, 10);

/** Couples and singles over half a year, some of them referred again, with a report of participants in the middle. */
function halfAYear(opened: Ledger): Ledger {
  const design = opened.opening.allocation.design.kind;
  let ledger = opened;
  for (let week = 0; week < 26; week++) {
    const referrals = [0, 1, 2, 3].map((n) => {
      const number = week % 5 === 4 ? 4 * week + n - 9 : 4 * week + n;
      const age = number % 3 === 0 ? "under-30" : "over-30";
      const household = `h-${Math.floor(number / (number % 8 < 4 ? 2 : 1))}`;
      return { citizen: `c-${number}`, household, referredOn: dayOn(7 * week + n), age };
    });
    if (week === 13) {
      ledger = recordOccupancy(ledger, { date: dayOn(7 * week), participants: { supplier: 2 } }).ledger;
    }
    if (design === "complete") {
      ledger = drawnIfRoom(ledger, () => drawn(ledger, referrals, dayOn(7 * week + 6)));
    } else {
      for (const referral of referrals) {
        ledger = drawnIfRoom(ledger, () => allocate(ledger, referral, { key: KEY }).ledger);
      }
    }
  }
  return ledger;
}

/** The ledger after a draw; as it was where the arms have no room. */
function drawnIfRoom(before: Ledger, draw: () => Ledger): Ledger {
  try {
    return draw();
  } catch (error) {
    if (isCompetitionError(error, "no-room")) return before;
    throw error;
  }
}

describe("recompute.py", () => {
  beforeEach((context) => {
    if (!isThere) context.skip("python3 isn't installed");
  });

  it.each(names)("makes every draw of %s again, and its head", (name) => {
    const { text, case: made } = golden(name);
    const { entries, head } = openLedger(made.protocol, recordsOf(text));
    const byChance = entries.filter(({ basis }) => basis === "drawn").length;
    const { status, out } = recomputed(text, made.key, "--head", JSON.stringify(head));
    expect(out).toContain(`chain holds; published head holds; ${byChance} draws hold\n`);
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

  it.each<[string, AllocationPlan["design"], readonly Quota[]]>([
    ["weeks of a year, batches", COMPLETE.design, [{ arm: "supplier", weeksPerYear: 4 }]],
    [
      "years and minima, batches",
      COMPLETE.design,
      [
        { arm: "supplier", per: "agreement-year", least: 120, most: 130 },
        { arm: "own", per: "calendar-year", most: 60 },
      ],
    ],
    [
      "participants and the first week, one at a time",
      { kind: "urn", weights: { own: 2, supplier: 1 }, initial: 1, added: 1 },
      [
        { arm: "supplier", participants: 7 },
        { arm: "own", per: "first-week", most: 2 },
      ],
    ],
    [
      "weeks of a year, one at a time",
      { kind: "simple", weights: { own: 1, supplier: 2 } },
      [{ arm: "supplier", weeksPerYear: 5 }],
    ],
  ])("counts quotas as the package does: %s", (_, design, quotas) => {
    const protocol = protocolOf({
      design,
      strata: ["age"],
      referredAgain: "keep-arm",
      unit: "household",
      quotas,
    });
    const { records, entries } = halfAYear(started(protocol));
    const { status, out } = recomputed(formatLedger(records), KEY);
    expect(out).toMatch(/chain holds; \d+ draws hold/);
    expect(status).toBe(0);
    const byChance = entries.filter(({ basis }) => basis === "drawn");
    const odds = byChance.map(({ designProbabilities }) => JSON.stringify(designProbabilities));
    expect(new Set(odds).size).toBeGreaterThan(1); // so the quotas changed something
  });

  it.each(["complete-1", "complete-limited-1-quotas", "permuted-block-1-sizes", "urn-1-two"])(
    "finds two arms of %s that were swapped, digests and all",
    (name) => {
      const { text, case: made } = golden(name);
      const records = recordsOf(text);
      const lines = records.filter((line) => line.type === "allocation" && line.basis === "drawn");
      const [one] = lines;
      const other = lines.find((line) => "arm" in line && one && "arm" in one && line.arm !== one.arm);
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
