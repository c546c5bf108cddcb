import { describe, expect, it } from "vitest";
import { change, command, snapshot, textOf, TOMORROW, type Ran } from "../support/cli.js";
import { draw, folderWith, linesOf, SHARED, verified, words } from "../support/weekly.js";

// The draw in steps: the head is published before the first referral, and before each roster is drawn.

const COMPLETE = {}; // as the tender has it
const KEY = words("--key-file key.txt");

function allocate(folder: string, ...argv: readonly string[]): Promise<Ran> {
  return command(folder, "allocate", ...SHARED, ...argv, "--language", "en");
}

function refer(folder: string, ...rows: readonly string[]): readonly string[] {
  change(folder, "referrals.csv", () => ["citizen;referredOn", ...rows, ""].join("\n"));
  return ["--referrals", "referrals.csv"];
}

const WEEK: readonly string[] = ["c1;2005-01-11", "c2;2005-01-12"];
const freezing = [...words("--freeze --date 2005-01-14")];

describe("allocate without referrals", () => {
  it("starts the ledger with the commitment, before anyone is referred", async () => {
    const folder = await folderWith(COMPLETE);
    const { status, out, err } = await allocate(folder, ...KEY, "--date", "2005-01-03");
    expect(status).toBe(0);
    expect(out).toBe("");
    expect(err).toContain("own.jsonl: 0 citizens drawn, 1 line appended");
    expect(err).toContain('head to publish: {"size":1,');
    expect(linesOf(folder)).toMatchObject([{ type: "opening", date: "2005-01-03" }]);
    const before = snapshot(folder);
    expect((await allocate(folder)).err).toContain("0 lines appended"); // a key isn't needed to look
    expect(snapshot(folder)).toEqual(before);
  });

  it("needs the key to start", async () => {
    const folder = await folderWith(COMPLETE);
    const { status, err } = await allocate(folder);
    expect(status).toBe(2);
    expect(err).toContain("required option '--key-file <file>' not specified");
  });
});

describe("allocate --freeze, and later --draw", () => {
  it("publishes who is drawn before chance decides, and does neither step twice", async () => {
    const folder = await folderWith(COMPLETE);
    await allocate(folder, ...KEY, "--date", "2005-01-03");
    const frozen = await allocate(folder, ...refer(folder, ...WEEK), ...freezing); // no key
    expect(frozen.status).toBe(0);
    expect(frozen.err).toContain("own.jsonl: 0 citizens drawn, 1 line appended");
    expect(frozen.err).toContain("roster 2005-W02 of 2 citizens is frozen and waits for its draw");
    expect(frozen.err).toMatch(
      /head to publish: \{"size":2,.*\nnext: publish this head; then allocate --draw/,
    );
    expect(frozen.out).toContain("To be drawn");
    expect(frozen.out).toContain("c2");

    const text = textOf(folder, "own.jsonl");
    const again = await allocate(folder, ...refer(folder, ...WEEK), ...freezing);
    expect(again).toMatchObject({ status: 0 });
    expect(again.err).toContain("0 lines appended");
    expect(again.err).toContain("waits for its draw");
    expect(textOf(folder, "own.jsonl")).toBe(text);

    const checked = await verified(folder);
    expect(checked.status).toBe(0);
    expect(checked.err).toContain(
      "note: roster 2005-W02 of 2 citizens is frozen and waits for its draw; drawn so far: 0\n",
    );

    const drawn = await allocate(folder, "--draw", ...KEY, "--beacon", "pulse 1906");
    expect(drawn.status).toBe(0);
    expect(drawn.err).toContain("own.jsonl: 2 citizens drawn, 2 lines appended");
    expect(linesOf(folder).slice(2)).toMatchObject([{ beacon: "pulse 1906" }, { beacon: "pulse 1906" }]);
    expect(await verified(folder)).toMatchObject({ status: 0 });

    const twice = await allocate(folder, "--draw", ...KEY, "--beacon", "pulse 1907");
    expect(twice.status).toBe(0);
    expect(twice.err).toContain(
      "note: no roster waits for its draw; the last one, 2005-W02, was drawn with pulse 1906\n",
    );
    expect(linesOf(folder)).toHaveLength(4);
  });

  it("takes the weeks of a file one after the other", async () => {
    const folder = await folderWith(COMPLETE);
    const two = refer(folder, ...WEEK, "c3;2005-01-18", "c4;2005-01-19");
    const on = (date: string): readonly string[] => [...two, ...KEY, "--freeze", "--date", date];
    const first = await allocate(folder, ...on("2005-01-21"));
    expect(first.err).toContain("note: 2 referrals of later weeks wait");
    await allocate(folder, "--draw", ...KEY);
    const second = await allocate(folder, ...on("2005-01-21"));
    expect(second.err).toContain("roster 2005-W03 of 2 citizens is frozen");
    expect(second.err).not.toContain("later weeks");
    await allocate(folder, "--draw", ...KEY);
    const third = await allocate(folder, ...on("2005-01-21"));
    expect(third.err).toContain("note: 4 referrals were in the ledger already");
    expect(linesOf(folder).map(({ type }) => type)).toEqual(
      words("opening roster allocation allocation roster allocation allocation"),
    );
  });

  it("refuses to freeze other referrals while a roster waits", async () => {
    const folder = await folderWith(COMPLETE);
    await allocate(folder, ...KEY, ...refer(folder, ...WEEK), ...freezing);
    const before = textOf(folder, "own.jsonl");
    const other = await allocate(folder, ...refer(folder, ...WEEK, "c9;2005-01-12"), ...freezing);
    expect(other.status).toBe(1);
    expect(other.err).toContain("referrals.csv: undrawn roster");
    expect(other.err).toContain("Draw that roster first, with --draw");
    expect(textOf(folder, "own.jsonl")).toBe(before);
  });

  it("a roster that waits is drawn first by an ordinary draw, which says so", async () => {
    const folder = await folderWith(COMPLETE);
    await allocate(folder, ...KEY, ...refer(folder, ...WEEK), ...freezing);
    const drawn = await draw(folder, "2005-01-18", ["c3", "c4"]);
    expect(drawn.err).toContain("note: roster 2005-W02 of 2 citizens, frozen before, is drawn now\n");
    expect(drawn.err).toContain("4 citizens drawn");
  });

  it("counts nobody twice whom it draws from the roster and then finds in the file", async () => {
    const folder = await folderWith(COMPLETE);
    await allocate(folder, ...KEY, ...refer(folder, ...WEEK), ...freezing);
    const drawn = await allocate(folder, ...KEY, ...refer(folder, ...WEEK), "--date", "2005-01-12");
    expect(drawn.status).toBe(0);
    expect(drawn.err).toContain("2 citizens drawn");
    expect(drawn.err).not.toContain("in the ledger already");
  });

  it("goes on with the beacon that a cut-off draw had begun with", async () => {
    const folder = await folderWith(COMPLETE);
    await allocate(folder, ...KEY, ...refer(folder, ...WEEK), ...freezing);
    await allocate(folder, "--draw", ...KEY, "--beacon", "pulse 1906");
    const whole = textOf(folder, "own.jsonl");
    change(folder, "own.jsonl", (text) => `${text.trimEnd().split("\n").slice(0, 3).join("\n")}\n`);
    expect((await allocate(folder, "--draw", ...KEY, "--beacon", "pulse 1907")).status).toBe(1);
    expect((await allocate(folder, "--draw", ...KEY)).status).toBe(0);
    expect(textOf(folder, "own.jsonl")).toBe(whole);
  });
});

describe("a protocol that declares a public value", () => {
  const beacon = "the first pulse after the head was published";

  it("is drawn in two steps only", async () => {
    const folder = await folderWith({ beacon });
    const referrals = refer(folder, ...WEEK);
    for (const more of [[], ["--beacon", "pulse 1906"]]) {
      const once = await allocate(folder, ...referrals, ...KEY, ...more);
      expect(once.status).toBe(2);
      expect(once.err).toContain("allocate: freeze first");
      expect(once.err).toContain(beacon);
    }
    const frozen = await allocate(folder, ...referrals, ...KEY, ...freezing);
    expect(frozen.err).toContain(
      `next: publish this head; then wait for ${beacon}, and allocate --draw --beacon`,
    );
    const without = await allocate(folder, "--draw", ...KEY);
    expect(without.status).toBe(1);
    expect(without.err).toContain(
      `missing beacon; expected the public value that the protocol draws with: ${beacon}`,
    );
    expect((await allocate(folder, "--draw", ...KEY, "--beacon", "pulse 1906")).status).toBe(0);
    const { status, err } = await verified(folder);
    expect(status).toBe(0);
    expect(err).toContain(`note: each draw must have used ${beacon}; compare the values in the ledger`);
  });
});

describe("allocate refuses", () => {
  it("steps that a design doesn't have", async () => {
    const folder = await folderWith({ design: { kind: "simple", weights: { municipal: 1, supplier: 1 } } });
    const referrals = refer(folder, ...WEEK);
    await allocate(folder, ...KEY, "--date", "2005-01-03");
    for (const [option, argv] of [
      ["--freeze", [...referrals, "--freeze"]],
      ["--draw", ["--draw"]],
      ["--beacon", [...referrals, "--beacon", "dice"]],
    ] as const) {
      const { status, err } = await allocate(folder, ...argv, ...KEY);
      expect(status).toBe(2);
      expect(err).toContain(`${option}: single required`);
    }
    expect(linesOf(folder)).toHaveLength(1);
  });

  it.each<[string, readonly string[], string]>([
    ["to freeze nothing", ["--freeze"], "--freeze takes --referrals"],
    ["a beacon for nothing", ["--beacon", "dice"], "--beacon takes --draw, or --referrals"],
    [
      "to draw a file that it was given for a frozen roster",
      words("--draw --referrals r.csv"),
      "cannot be used",
    ],
    ["a date that hasn't come", words(`--date ${TOMORROW}`), "--date: future date"],
  ])("%s", async (_, argv, said) => {
    const { status, err } = await allocate(await folderWith(COMPLETE), ...KEY, ...argv);
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain(
      "usage: konkurrencemodel allocate --protocol <file> --ledger <file> --key-file <file> [",
    );
  });

  it("to draw into a ledger that isn't there", async () => {
    const { status, err } = await allocate(await folderWith(COMPLETE), "--draw", ...KEY);
    expect(status).toBe(2);
    expect(err).toContain("own.jsonl: file not found");
  });

  it("another key, also where nothing is left to be drawn", async () => {
    const folder = await folderWith(COMPLETE);
    await draw(folder, "2005-01-11", ["c1", "c2"]);
    change(folder, "key.txt", (key) => key.replace("0123", "3210"));
    for (const argv of [["--referrals", "referrals.csv"], [], ["--draw"]]) {
      const { status, err } = await allocate(folder, ...KEY, ...argv);
      expect(status).toBe(1);
      expect(err).toContain("key.txt: wrong key; expected the key that the ledger was started with");
    }
  });
});

it("verify says what it didn't check", async () => {
  const folder = await folderWith(COMPLETE);
  const { err } = await allocate(folder, ...KEY, ...refer(folder, ...WEEK), "--date", "2005-01-14");
  const head = /head to publish: (.*)/.exec(err)?.[1] ?? "";
  const said = async (...argv: readonly string[]): Promise<readonly string[]> => {
    const { out } = await command(folder, "verify", ...SHARED, ...argv, "--language", "en");
    return out.split("\n").filter((line) => line.includes("not checked"));
  };
  const [draws, length] = [
    "  draws not checked: no key (--key-file)",
    "  length not checked: no published head (--head)",
  ];
  expect(await said()).toEqual([draws, length]);
  expect(await said(...KEY)).toEqual([length]);
  expect(await said("--head", head)).toEqual([draws]);
  expect(await said("--head", head, ...KEY)).toEqual([]);
});

it("a test ledger says each time that it is one", async () => {
  const folder = await folderWith(COMPLETE);
  await allocate(folder, ...KEY, "--mode", "test", "--date", "2005-01-03");
  for (const argv of [[], KEY]) {
    expect((await allocate(folder, ...argv)).err).toContain("caution: own.jsonl is a test ledger");
  }
  expect((await draw(folder, "2005-01-11", ["c1"])).err).toContain("caution: own.jsonl is a test ledger");
});
