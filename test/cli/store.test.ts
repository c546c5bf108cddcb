import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { change, command, fredericiaFolder, textOf } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";
import { holderName, leaveLock, NOBODY } from "../support/locks.js";

const DRAW: readonly string[] =
  "allocate --protocol protocol.json --referrals referrals.csv --ledger own.jsonl --key-file key.txt --date 2005-01-14".split(
    " ",
  );
const VERIFY: readonly string[] =
  "verify --protocol protocol.json --ledger own.jsonl --key-file key.txt".split(" ");

/** The bundled competition with the referrals of its first two weeks. */
function twoWeeks(): string {
  const folder = fredericiaFolder();
  change(folder, "referrals.csv", (text) =>
    text
      .split("\n")
      .filter((line) => /^citizen|;2005-01-(0\d|1[0-4]);/.test(line))
      .join("\n"),
  );
  return folder;
}

describe("a ledger whose last line is torn", () => {
  it("is mended by allocate, which says so and draws what was lost as it was drawn", async () => {
    const folder = twoWeeks();
    await command(folder, ...DRAW);
    const whole = textOf(folder, "own.jsonl");
    const lines = whole.split("\n").length - 1;
    for (const cut of [2, 30, 700]) {
      change(folder, "own.jsonl", () => whole.slice(0, -cut));
      const left = whole.slice(0, -cut);
      const torn = left.slice(left.lastIndexOf("\n") + 1);
      const row = left.split("\n").length;
      const drawn = await command(folder, ...DRAW);
      expect(drawn.status).toBe(0);
      const aside = /own\.jsonl\.torn-\d+-[0-9a-f]{8}/.exec(drawn.err)?.[0] ?? "";
      expect(drawn.err).toContain(
        `own.jsonl: row ${row} was torn, by a write that was cut off; ${torn.length} bytes of it stand in `,
      );
      expect(textOf(folder, aside)).toBe(torn);
      expect(drawn.err).toMatch(new RegExp(`, ${lines - row + 1} lines? appended`));
      expect(textOf(folder, "own.jsonl")).toBe(whole);
    }
    expect((await command(folder, ...VERIFY)).status).toBe(0);
  });

  it("keeps a line that lacks its line feed only", async () => {
    const folder = twoWeeks();
    await command(folder, ...DRAW);
    const whole = textOf(folder, "own.jsonl");
    change(folder, "own.jsonl", () => whole.slice(0, -1));
    const drawn = await command(folder, ...DRAW);
    expect(drawn.err).toMatch(
      /caution: .*own\.jsonl: row \d+ was whole but for its line feed, which was added/,
    );
    expect(drawn.err).toContain("0 citizens drawn");
    expect(textOf(folder, "own.jsonl")).toBe(whole);
  });

  it("is only told by verify, which writes nothing", async () => {
    const folder = twoWeeks();
    await command(folder, ...DRAW);
    change(folder, "own.jsonl", (text) => text.slice(0, -30));
    const names = readdirSync(folder);
    const { status, err } = await command(folder, ...VERIFY);
    expect(status).toBe(1);
    expect(err).toMatch(/own\.jsonl, line \d+/);
    expect(readdirSync(folder)).toEqual(names);
  });

  it("can't be gone on with if it is the opening", async () => {
    const folder = twoWeeks();
    await command(folder, ...DRAW);
    const torn = textOf(folder, "own.jsonl").slice(0, 100);
    change(folder, "own.jsonl", () => torn);
    const { status, err } = await command(folder, ...DRAW);
    expect(status).toBe(1);
    expect(err).toContain("own.jsonl, row 1");
    expect(textOf(folder, "own.jsonl")).toBe(torn);
  });
});

describe("a ledger that others write to", () => {
  it("is drawn into once, by all who start it at the same time", async () => {
    const folder = twoWeeks();
    const ran = await Promise.all([1, 2, 3].map(() => command(folder, ...DRAW)));
    expect(ran.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(ran.filter(({ err }) => err.includes("own.jsonl started"))).toHaveLength(1);
    expect(ran.filter(({ err }) => err.includes(" 0 citizens drawn, 0 lines"))).toHaveLength(2);
    expect((await command(folder, ...VERIFY)).status).toBe(0);
  });

  it("is taken over from a process that was killed", async () => {
    const folder = twoWeeks();
    leaveLock(`${folder}/own.jsonl`, await holderName({ pid: NOBODY }));
    expect((await command(folder, ...DRAW)).status).toBe(0);
    expect(readdirSync(folder)).not.toContain("own.jsonl.lock");
  });
});

it("an output in a folder that can't be made is refused, not tried for ever", async () => {
  const { status, err } = await command(temporaryFolder(), "init", "hillerod", "--out", "/proc/nope/p.json");
  expect(status).toBe(2);
  expect(err).toContain("error: /proc/nope: impossible folder; expected a place where folders can be made");
});
