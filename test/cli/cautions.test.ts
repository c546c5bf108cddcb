import { expect, it } from "vitest";
import { withoutOthersText } from "../../src/cli/smallBlocks.js";
import { asOtherTable } from "../../src/cli/otherTable.js";
import { parseProtocol } from "../../src/protocol/index.js";
import { openLedger, parseLedger } from "../../src/allocation/index.js";
import { change, command, EVALUATION, fredericiaFolder, textOf } from "../support/cli.js";

const SHARED = ["--protocol", "protocol.json", "--ledger", "new.jsonl", "--key-file", "key.txt"];

/** Draws the file anew into another ledger. */
async function drawn(folder: string) {
  return command(folder, "allocate", ...SHARED, "--referrals", "referrals.csv");
}

it("says at the draw that many are drawn with nobody of another arm, and nothing where few are", async () => {
  const few = fredericiaFolder();
  expect((await drawn(few)).err).not.toContain("nobody of another arm");
  const folder = fredericiaFolder();
  // One a week: everyone is alone.
  change(folder, "referrals.csv", (text) => {
    const [header = "", ...rows] = text.trim().split(/\r?\n/u);
    const weeks = Array.from({ length: 30 }, (_, week) => new Date(Date.UTC(2005, 0, 3 + 7 * week)));
    const dated = weeks.map((day, index) =>
      (rows[index] ?? "").replace(/\d{4}-\d{2}-\d{2}/u, day.toISOString().slice(0, 10)),
    );
    return [header, ...dated, ""].join("\n");
  });
  const { err } = await drawn(folder);
  expect(err).toContain("caution: of 30 citizens drawn so far, 30 were drawn in a block with nobody");
  const protocol = parseProtocol(textOf(folder, "protocol.json"), { name: "protocol.json" });
  const ledger = openLedger(protocol, parseLedger(textOf(folder, "new.jsonl"), { name: "new.jsonl" }));
  expect(withoutOthersText({ ...ledger, entries: ledger.entries.slice(0, 19) })).toBeUndefined();
});

it("says at the draw who is referred after the day on which the plan wants the review", async () => {
  const folder = fredericiaFolder();
  expect((await drawn(folder)).err).not.toContain("review.date");
  const late = fredericiaFolder();
  change(late, "protocol.json", (text) => text.replaceAll(/("date": ?)"2005-12-31"/gu, '$1"2005-02-01"'));
  expect((await drawn(late)).err).toMatch(/caution: \d+ of 403 are referred after review\.date, 2005-02-01/u);
});

it("says of a tender whose day has passed what is to be made one's own, and in how many groups a week is drawn", async () => {
  const { err } = await command(
    fredericiaFolder(),
    "init",
    "fredericia-b",
    "--out",
    "own.json",
    "--language",
    "en",
  );
  expect(err).toContain("caution: review.date, 2005-12-31, has passed");
  expect(err).toContain("each week is drawn in 4 groups (ageGroup, unemployment)");
  const simple = await command(fredericiaFolder(), "init", "fredericia-a", "--out", "own.json");
  expect(simple.err).not.toContain("each week is drawn in");
});

it("says in one line that files were swapped, and leaves other errors as they are", async () => {
  const folder = fredericiaFolder();
  const swapped = EVALUATION.map((each) =>
    each === "courses.csv" ? "spells.csv" : each === "spells.csv" ? "courses.csv" : each,
  );
  const { status, err } = await command(folder, "compare", ...swapped);
  expect(status).toBe(1);
  const lines = err.trim().split("\n");
  expect(lines.filter((line) => line.startsWith("error:") || line.startsWith("  "))).toEqual([
    "error: spells.csv: looks like spells.csv, by its columns state, from, to; expected courses.csv. Check whether the files of --courses and --spells were swapped.",
  ]);
  const other = new Error("something else");
  expect(asOtherTable(other, "courses", "courses.csv")).toBe(other);
});

it("says how a key of pseudonyms is made where there is none yet", async () => {
  const { status, err } = await command(
    fredericiaFolder(),
    "pseudonymize",
    "spells.csv",
    "--column",
    "citizen",
    "--key-file",
    "pseudonyms.key",
  );
  expect(status).toBe(2);
  expect(err).toContain("let a machine make one: openssl rand -hex 32 > pseudonyms.key");
});
