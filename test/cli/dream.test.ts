import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/core/index.js";
import { daysOfWeek, nameOfWeek, readWeek } from "../../src/histories/weeks.js";
import { change, command, EVALUATION, fredericiaFolder, textOf } from "../support/cli.js";

// The codes are invented; none is taken from the register's own list.

const FIRST = readWeek("2004-W40") ?? 0;
const LAST = readWeek("2006-W39") ?? 0; // ends on Sunday 1 October 2006
const WEEKS = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);
const CODES =
  "code;state;from;to;source\n101;cash-assistance;;;invented\n201;other-state;;;invented\n301;ordinary-work;;;invented\n";

/** Support by week: on cash assistance at first, then by turns on nothing, on another benefit, and on it again. */
function codeOf(citizen: number, week: number): string {
  if (week < FIRST + 30 + (citizen % 40)) return "101";
  return ["", "", "201", "", "101"][(citizen + Math.floor(week / 20)) % 5] ?? "";
}

/** The same as spells, each from a Monday to a Sunday. */
function spellsOf(citizen: number): readonly string[] {
  const starts = WEEKS.filter(
    (week) => week === FIRST || codeOf(citizen, week) !== codeOf(citizen, week - 1),
  );
  return starts.flatMap((week, index) => {
    const state = { "101": "cash-assistance", "201": "other-state" }[codeOf(citizen, week)];
    const [from, to] = [
      daysOfWeek(week, "overlap").start,
      daysOfWeek(starts[index + 1] ?? LAST + 1, "overlap").start,
    ];
    return state === undefined ? [] : [`${state};${formatDay(from)};${formatDay(to - 1)}`];
  });
}

/** The bundled competition with weeks in place of its spells, and with the same weeks written as spells. */
function folderWithWeeks(): string {
  const folder = fredericiaFolder();
  const lines = textOf(folder, "courses.csv").trim().split("\n").slice(1);
  const citizens = [...new Set(lines.map((line) => line.split(";", 1)[0] ?? ""))];
  const head = WEEKS.map((week) => `y_${nameOfWeek(week).slice(2).replace("-W", "")}`);
  const rows = citizens.map((citizen, index) =>
    [citizen, ...WEEKS.map((week) => codeOf(index, week))].join(";"),
  );
  const spells = citizens.flatMap((citizen, index) => spellsOf(index).map((spell) => `${citizen};${spell}`));
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  write("dream.csv", `PNR;${head.join(";")}\n${rows.join("\n")}\n`);
  write("codes.csv", CODES);
  write("spells.csv", `citizen;state;from;to\n${spells.join("\n")}\n`);
  return folder;
}

const at = EVALUATION.indexOf("--spells");
const WITHOUT = EVALUATION.filter((_, index) => index !== at && index !== at + 1);
const WITH_DREAM = [...WITHOUT, "--dream", "dream.csv", "--codes", "codes.csv"];

describe("--dream with --codes", () => {
  it("gives the outcomes that the same weeks give as spells, observed to the file's last week", async () => {
    const folder = folderWithWeeks();
    const weeks = await command(folder, "outcomes", ...WITH_DREAM);
    expect(weeks).toMatchObject({ status: 0 });
    expect(weeks.err).toContain(", 2004-W40 to 2006-W39\n");
    expect(weeks.err).not.toContain("--observed-until");
    const spells = await command(folder, "outcomes", ...EVALUATION, "--observed-until", "2006-10-01");
    expect(spells).toMatchObject({ status: 0 });
    expect(weeks.out).toBe(spells.out);
    expect(weeks.out).not.toBe("");
  });

  it("leaves unknown what asks for work where nothing in the file tells of any", async () => {
    const folder = folderWithWeeks();
    change(folder, "codes.csv", (text) => text.replace("301;ordinary-work;;;invented\n", ""));
    const { status, out } = await command(folder, "outcomes", ...WITH_DREAM, "--json");
    expect(status).toBe(0);
    const rows = JSON.parse(out) as { criterion: string; anchor: string; status: string; reason: string }[];
    const asked = rows.filter(
      ({ criterion, anchor }) => criterion === "durable-15-months" && anchor === "referral",
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked.map(({ reason }) => reason))).toEqual(new Set(["before-coverage"]));
    const support = rows.filter(({ criterion }) => criterion === "without-support-6-months");
    expect(support.some(({ status: decided }) => decided === "success")).toBe(true);
  });

  it("is there for the other commands that take histories, and the review names both files", async () => {
    const folder = folderWithWeeks();
    expect(await command(folder, "settle", ...WITH_DREAM)).toMatchObject({ status: 0 });
    const { status } = await command(folder, "review", ...WITH_DREAM, "--out", "out");
    expect(status).toBe(0);
    const report = textOf(folder, path.join("out", "review.md"));
    expect(report).toContain("dream.csv");
    expect(report).toContain("codes.csv");
    expect(report).not.toContain("weekly-codes");
  });

  it("takes blank weeks in months of employment for a state, and weeks by their Thursday", async () => {
    const folder = folderWithWeeks();
    change(folder, "dream.csv", (text) =>
      text
        .replace("\n", ";grad_2005_10\n")
        .replaceAll(/\n(?=.)/g, ";1\n")
        .replace(";1\n", "\n")
        .replace(/\n$/, ";1\n"),
    );
    const ran = await command(
      folder,
      "outcomes",
      ...WITH_DREAM,
      ..."--employment ordinary-work --month-of-week thursday".split(" "),
    );
    expect(ran.status).toBe(0);
    expect(ran.err).toMatch(/blank weeks .* ordinary-work/);
  });

  it("names codes that have no meaning, with status 1", async () => {
    const folder = folderWithWeeks();
    change(folder, "codes.csv", (text) => text.replace("201;other-state;;;invented\n", ""));
    const { status, err, out } = await command(folder, "outcomes", ...WITH_DREAM);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain('dream.csv: unknown code; received "201"');
    expect(err).toContain("Add 201;<state>;<from>;<to>;<source>.");
  });

  it.each([
    ["codes without weeks", [...WITHOUT, "--codes", "codes.csv"], "error: --dream: missing input"],
    ["weeks without codes", [...WITHOUT, "--dream", "dream.csv"], "error: --codes: missing input"],
    ["no histories at all", WITHOUT, "error: --spells: missing input"],
    ["both", [...EVALUATION, "--dream", "dream.csv", "--codes", "codes.csv"], "cannot be used with option"],
    [
      "an observation after the weeks",
      [...WITH_DREAM, "--observed-until", "2006-10-02"],
      "observed outside weeks",
    ],
    ["another state", [...WITH_DREAM, "--employment", "work"], "impossible option"],
  ])("refuses %s, with status 2 and the usage line", async (_what, argv, said) => {
    const { status, err, out } = await command(folderWithWeeks(), "outcomes", ...argv);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(said);
    expect(err).toContain("(--spells <file> | --dream <file> --codes <file>) [options]");
  });
});
