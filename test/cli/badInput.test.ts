import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { change, command, EVALUATION, fredericiaFolder, snapshot, type Ran } from "../support/cli.js";

/** Reviews files that were spoiled in some way; whatever happens, nothing may be written. */
async function reviewOf(spoil: (folder: string) => void): Promise<Ran> {
  const folder = fredericiaFolder();
  spoil(folder);
  const before = snapshot(folder);
  const ran = await command(
    folder,
    "review",
    ...EVALUATION,
    "--municipalities",
    "municipalities.csv",
    "--out",
    "out",
  );
  expect(snapshot(folder)).toEqual(before);
  expect(ran.out).toBe("");
  return ran;
}

/** Sets the cell of a column in one row of a CSV file, the header being row 1. */
function setCell(folder: string, file: string, row: number, column: string, value: string): void {
  change(folder, file, (text) => {
    const lines = text.split("\n").map((line) => line.split(";"));
    const position = lines[0]?.indexOf(column) ?? -1;
    const cells = lines[row - 1];
    if (position < 0 || cells === undefined) throw new Error(`${file} has no row ${row} or column ${column}`);
    cells[position] = value;
    return lines.map((line) => line.join(";")).join("\n");
  });
}

describe("input that can't be read is refused with status 1, every place named,", () => {
  it("a missing column", async () => {
    const { status, err } = await reviewOf((folder) =>
      change(folder, "courses.csv", (text) => text.replace("startedOn", "begyndt")),
    );
    expect(status).toBe(1);
    expect(err).toContain("error: courses.csv: one issue, nothing was read.");
    expect(err).toContain(
      'courses.csv, row 1, column startedOn: missing column; received "begyndt"; expected a column startedOn',
    );
  });

  it("an impossible date", async () => {
    const { status, err } = await reviewOf((folder) =>
      setCell(folder, "spells.csv", 7, "from", "31-02-2005"),
    );
    expect(status).toBe(1);
    expect(err).toContain(
      'spells.csv, row 7, column from: impossible date; received "31-02-2005"; expected a day of the calendar',
    );
  });

  it("a course that ends before it starts", async () => {
    const { status, err } = await reviewOf((folder) => {
      setCell(folder, "courses.csv", 3, "startedOn", "2005-03-08");
      setCell(folder, "courses.csv", 3, "endedOn", "2005-03-07");
    });
    expect(status).toBe(1);
    expect(err).toContain(
      'courses.csv, row 3, column endedOn: ends before start; received "2005-03-07"; expected a day from 2005-03-08',
    );
  });

  it("an unknown citizen, and a date on which nobody referred the citizen", async () => {
    const { status, err } = await reviewOf((folder) => {
      setCell(folder, "courses.csv", 2, "citizen", "b00000000000");
      setCell(folder, "courses.csv", 5, "referredOn", "2005-01-02");
    });
    expect(status).toBe(1);
    expect(err).toMatch(
      /courses\.csv, row 2, column citizen: unknown citizen; received "b00000000000"; expected a citizen/,
    );
    expect(err).toMatch(
      /courses\.csv, row 5, column referredOn: unknown referral; received "2005-01-02"; expected a date/,
    );
  });

  it("an unknown state", async () => {
    const { status, err } = await reviewOf((folder) =>
      setCell(folder, "spells.csv", 4, "state", "cash-asistance"),
    );
    expect(status).toBe(1);
    expect(err).toMatch(/spells\.csv, row 4, column state: unknown state; received "cash-asistance"/);
    expect(err).toContain("Did you mean cash-assistance?");
  });

  it("an identifier shaped like a CPR number, which isn't repeated", async () => {
    const { status, err } = await reviewOf((folder) =>
      setCell(folder, "courses.csv", 9, "citizen", "010203-1234"),
    );
    expect(status).toBe(1);
    expect(err).toMatch(
      /courses\.csv, row 9, column citizen: cpr shaped; received "[^"\d]*"; expected a pseudonym/,
    );
    expect(err).toContain("pseudonymize");
    expect(err).not.toContain("1234");
  });

  it("an empty file", async () => {
    for (const name of ["courses.csv", "spells.csv", "municipalities.csv", "ledger.jsonl", "protocol.json"]) {
      const { status, err } = await reviewOf((folder) => writeFileSync(path.join(folder, name), ""));
      expect(status).toBe(1);
      expect(err).toContain(`error: ${name}: empty file; received ""; expected `);
    }
  });

  it("a ledger with a changed byte", async () => {
    const { status, err } = await reviewOf((folder) =>
      change(folder, "ledger.jsonl", (text) => {
        const lines = text.split("\n");
        lines[9] = (lines[9] ?? "").replace('"arm":"municipal"', '"arm":"supplier"');
        return lines.join("\n");
      }),
    );
    expect(status).toBe(1);
    expect(err).toMatch(
      /error: ledger\.jsonl, line 10, digest: broken chain; received "[0-9a-f]{64}"; expected /,
    );
  });

  it("a ledger that was torn off", async () => {
    const { status, err } = await reviewOf((folder) =>
      change(folder, "ledger.jsonl", (text) => text.slice(0, -30)),
    );
    expect(status).toBe(1);
    expect(err).toMatch(/ledger\.jsonl, row \d+/);
  });

  it("a protocol that isn't the ledger's", async () => {
    const { status, err } = await reviewOf((folder) =>
      change(folder, "protocol.json", (text) => text.replace('"minimumMature": 100', '"minimumMature": 10')),
    );
    expect(status).toBe(1);
    expect(err).toMatch(/error: ledger\.jsonl, line 1.*other protocol/);
  });

  it("a protocol with a mistyped key", async () => {
    const { status, err } = await reviewOf((folder) =>
      change(folder, "protocol.json", (text) => text.replace('"minimumMature"', '"minimunMature"')),
    );
    expect(status).toBe(1);
    expect(err).toContain("analysis.minimunMature");
    expect(err).toContain("Did you mean minimumMature?");
  });

  it("more successes than citizens in a municipality", async () => {
    const { status, err } = await reviewOf((folder) =>
      setCell(folder, "municipalities.csv", 4, "events", "9999"),
    );
    expect(status).toBe(1);
    expect(err).toContain("municipalities.csv, row 4, column events: events above total; received 9999");
  });

  it("all issues of a file at once", async () => {
    const { status, err } = await reviewOf((folder) => {
      setCell(folder, "courses.csv", 2, "startedOn", "2005-13-01");
      setCell(folder, "courses.csv", 3, "citizen", "");
      setCell(folder, "courses.csv", 4, "endReason", "workk");
      setCell(folder, "courses.csv", 5, "citizen", "0102031234");
    });
    expect(status).toBe(1);
    expect(err).toContain("error: courses.csv: 4 issues, nothing was read.");
    expect(err.match(/courses\.csv, row \d, column \w+/g)).toEqual([
      "courses.csv, row 2, column startedOn",
      "courses.csv, row 3, column citizen",
      "courses.csv, row 4, column endReason",
      "courses.csv, row 5, column citizen",
    ]);
  });
});

it("a file in windows-1252 is read, with a notice", async () => {
  const folder = fredericiaFolder();
  const file = path.join(folder, "municipalities.csv");
  const text = readFileSync(file, "utf8");
  expect(text).toContain("Brøndby");
  writeFileSync(file, text, "latin1"); // its letters are the same in windows-1252
  const benchmark = ["benchmark", ...EVALUATION, "--municipalities", "municipalities.csv"];
  const { status, out, err } = await command(folder, ...benchmark);
  expect(err).toContain("note: municipalities.csv is not UTF-8; it was read as windows-1252");
  expect(status).toBe(0);
  expect(out).toContain("Brøndby");
});

describe("what would be lost for good is refused", () => {
  it("a referral of a group that no course length is for, before anything is drawn", async () => {
    const folder = fredericiaFolder();
    setCell(folder, "referrals.csv", 3, "ageGroup", "over 30");
    const ran = await command(
      folder,
      ..."allocate --protocol protocol.json --referrals referrals.csv --ledger new.jsonl --key-file key.txt".split(
        " ",
      ),
    );
    expect(ran.status).toBe(1);
    expect(ran.err).toContain("referrals.csv, row 3, column ageGroup");
    expect(ran.err).toContain("one of over-30, under-30");
    expect(Object.keys(snapshot(folder))).not.toContain("new.jsonl");
  });

  it("an outcomes file in the place of one that is there", async () => {
    const folder = fredericiaFolder();
    const before = snapshot(folder);
    const ran = await command(folder, "outcomes", ...EVALUATION, "--out", "ledger.jsonl");
    expect(ran.status).toBe(2);
    expect(ran.err).toContain("--overwrite");
    expect(snapshot(folder)).toEqual(before);
  });

  it("not in silence: spells of someone who isn't in the ledger are counted", async () => {
    const folder = fredericiaFolder();
    setCell(folder, "spells.csv", 4, "citizen", "b000000000000");
    const ran = await command(folder, "outcomes", ...EVALUATION);
    expect(ran.status).toBe(0);
    expect(ran.err).toMatch(/1 citizen .*ledger/);
  });
});
