import { spawnSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { change, command, fredericiaFolder, snapshot, textOf, type Ran } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";
import { bundledCommand, start } from "../support/processes.js";
import { replicates } from "../support/simulation.js";

// `allocate` is struck at each of its changes to the disk in turn (in the short run at every fifth), until there
// are no more. Whatever happened, the next `allocate` must leave the ledger that an undisturbed one leaves, and
// nothing else.

const STRIDE = replicates(5, 1);
vi.setConfig({ testTimeout: replicates(180_000, 1_800_000) }); // processes start slowly on a busy machine

const script = bundledCommand();
const DRAW: readonly string[] =
  "allocate --protocol protocol.json --referrals referrals.csv --ledger own.jsonl --key-file key.txt --date 2005-01-14".split(
    " ",
  );

/** The bundled competition with the referrals of its first week. */
function oneWeek(): string {
  const folder = fredericiaFolder();
  change(folder, "referrals.csv", (text) =>
    text
      .split("\n")
      .filter((line) => /^citizen|;2005-01-0[3-9];/.test(line))
      .join("\n"),
  );
  return folder;
}

interface Struck {
  readonly ran: Ran;
  readonly folder: string;
}

/** Runs `allocate` in copies of a folder, struck at its first change, its second, and so on. */
async function* atEveryStep(kind: string, before: string): AsyncGenerator<Struck> {
  for (let step = 1; ; step += STRIDE) {
    const folder = temporaryFolder();
    cpSync(before, folder, { recursive: true });
    const ran = await start(script, folder, DRAW, `${kind}:${step}`).ended;
    if (ran.status === 0) return;
    yield { ran, folder };
  }
}

/** What an undisturbed `allocate` leaves. */
async function undisturbed(): Promise<string> {
  const folder = oneWeek();
  await command(folder, ...DRAW);
  return textOf(folder, "own.jsonl");
}

/** Names that begin like the ledger's, but for the ledger itself and torn ends set aside. */
function remains(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.startsWith("own.jsonl"));
  return names.filter((name) => !/^own\.jsonl(\.torn-\d+-\w{8})?$/.test(name));
}

describe.each([
  ["a new ledger", 0],
  ["a ledger with a torn end", 1500],
])("%s", (_, cut) => {
  /** A folder where `allocate` has all to do, or all that follows the cut. */
  function prepared(whole: string): string {
    const folder = oneWeek();
    if (cut > 0) change(folder, "own.jsonl", () => whole.slice(0, -cut));
    return folder;
  }

  it.each(["kill", "tear"])("is whole again after a %s at any step", async (kind) => {
    const whole = await undisturbed();
    let struck = 0;
    for await (const { ran, folder } of atEveryStep(kind, prepared(whole))) {
      struck++;
      expect(ran).toMatchObject({ status: -1, out: "" });
      expect((await command(folder, ...DRAW)).status).toBe(0);
      expect(textOf(folder, "own.jsonl")).toBe(whole);
      expect(remains(folder)).toEqual([]);
    }
    expect(struck * STRIDE).toBeGreaterThan(kind === "kill" ? 8 : 0);
  });

  it("is as it was when the disk is full from any step on, and nothing stands beside it", async () => {
    const whole = await undisturbed();
    const before = prepared(whole);
    const torn = snapshot(before)["own.jsonl"];
    const mended =
      cut > 0 ? asBase64(whole.slice(0, whole.lastIndexOf("\n", whole.length - cut - 1) + 1)) : undefined;
    let struck = 0;
    for await (const { ran, folder } of atEveryStep("full", before)) {
      struck++;
      expect(ran.status).toBe(1);
      expect(ran.err).toMatch(
        /error: own\.jsonl: disk full; .*Make room and try again; nothing was changed\./,
      );
      const { "own.jsonl": ledger, ...others } = snapshot(folder);
      const setAside = Object.keys(others).filter((name) => name.includes(".torn-"));
      expect(ledger).toBe(setAside.length === 0 ? torn : mended);
      expect(remains(folder)).toEqual([]);
      expect((await command(folder, ...DRAW)).status).toBe(0);
      expect(textOf(folder, "own.jsonl")).toBe(whole);
    }
    expect(struck * STRIDE).toBeGreaterThan(2);
  });
});

it("a file that may not grow (ulimit -f) is left as it was: the system itself cuts the write off", async () => {
  const whole = await undisturbed();
  for (const before of ["", whole.slice(0, whole.indexOf("\n") + 1)]) {
    const folder = oneWeek();
    if (before !== "") change(folder, "own.jsonl", () => before);
    const limited = ["-c", 'ulimit -f 8; exec "$@"', "sh", process.execPath, script, ...DRAW]; // 8 × 512 bytes
    const { status, stderr } = spawnSync("sh", limited, { cwd: folder, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/error: own\.jsonl: file too large; .*nothing was changed\./);
    expect(snapshot(folder)["own.jsonl"]).toBe(before === "" ? undefined : asBase64(before));
    expect(remains(folder)).toEqual([]);
    expect((await command(folder, ...DRAW)).status).toBe(0);
    expect(textOf(folder, "own.jsonl")).toBe(whole);
  }
});

function asBase64(text: string): string {
  return Buffer.from(text).toString("base64");
}
