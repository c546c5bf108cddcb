import { describe, expect, it } from "vitest";
import { change, command, EVALUATION, fredericiaFolder, snapshot } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";

const REVIEW_USAGE =
  "usage: konkurrencemodel review --protocol <file> --ledger <file> --courses <file> --as-of <date> (--spells <file> | --dream <file> --codes <file>) [options]";

describe("wrong use gives status 2 and the usage line:", () => {
  const cases: readonly (readonly [what: string, argv: readonly string[], said: string, usage: string])[] = [
    [
      "an unknown command",
      ["reviw"],
      "error: unknown command 'reviw'\n(Did you mean review?)",
      "usage: konkurrencemodel [options] [command]",
    ],
    ["an unknown option", ["review", ...EVALUATION, "--asof", "x"], "unknown option '--asof'", REVIEW_USAGE],
    [
      "a missing required option",
      ["review", ...EVALUATION.slice(2)],
      "required option '--protocol <file>' not specified",
      REVIEW_USAGE,
    ],
    [
      "an impossible date",
      ["review", ...EVALUATION, "--as-of", "2006-02-29"],
      "argument '2006-02-29' is invalid. Expected a day of the calendar as YYYY-MM-DD.",
      REVIEW_USAGE,
    ],
    [
      "a Danish date, which files may have",
      ["review", ...EVALUATION, "--as-of", "30-09-2006"],
      "argument '30-09-2006' is invalid",
      REVIEW_USAGE,
    ],
    [
      "a day of judgement after the histories' end",
      ["review", ...EVALUATION, "--observed-until", "2006-06-30"],
      "as of after observed",
      REVIEW_USAGE,
    ],
    [
      "another language",
      ["review", ...EVALUATION, "--language", "sv"],
      "Allowed choices are da, en.",
      REVIEW_USAGE,
    ],
    [
      "an earlier edition beside an internal one, which hides nothing",
      ["review", ...EVALUATION, "--previous", "review.json"],
      "expected --audience published beside it",
      REVIEW_USAGE,
    ],
    [
      "a mapping of columns that isn't one",
      ["review", ...EVALUATION, "--columns", "citizen=borger"],
      "Expected table.column=heading, the table one of referrals, courses, spells, dream, codes, municipalities, clusters, conditions, claims, ratings.",
      REVIEW_USAGE,
    ],
    [
      "a mapping of a column that the table hasn't",
      ["review", ...EVALUATION, "--columns", "courses.citisen=borger"],
      "unknown column",
      REVIEW_USAGE,
    ],
    [
      "a head that isn't one",
      ["verify", ...EVALUATION.slice(0, 4), "--head", '{"size":3}'],
      "expected a head as ledger.head gives it",
      "usage: konkurrencemodel verify --protocol <file>",
    ],
    [
      "a criterion that the protocol hasn't",
      ["compare", ...EVALUATION, "--criterion", "without-support"],
      "unknown criterion",
      "usage: konkurrencemodel compare --protocol <file>",
    ],
    [
      "an unknown tender",
      ["init", "fredericia-e"],
      "Did you mean fredericia-",
      "usage: konkurrencemodel init <tender> [options]",
    ],
    [
      "a file that isn't there",
      ["verify", "--protocol", "absent.json", "--ledger", "ledger.jsonl"],
      "absent.json: file not found; ",
      "usage: konkurrencemodel verify --protocol <file>",
    ],
    [
      "a folder where a file is asked for",
      ["verify", "--protocol", ".", "--ledger", "ledger.jsonl"],
      "is a directory",
      "usage: konkurrencemodel verify --protocol <file>",
    ],
    [
      "a file in the way of one that is to be written",
      ["init", "fredericia-a", "--out", "protocol.json"],
      "protocol.json: file exists; ",
      "usage: konkurrencemodel init <tender> [options]",
    ],
    [
      "an option without the one that it needs",
      ["benchmark", ...EVALUATION, "--municipalities", "municipalities.csv", "--peers-by", "tree"],
      "height",
      "usage: konkurrencemodel benchmark --protocol <file>",
    ],
    [
      "an internal edition where a published one is asked for",
      ["review", ...EVALUATION, "--audience", "published", "--previous", "internal.json"],
      "internal.json: internal edition; ",
      REVIEW_USAGE,
    ],
    [
      "a subgroup that nothing tells of",
      ["compare", ...EVALUATION, "--subgroup", "nosuch"],
      'error: --subgroup: impossible option; received "nosuch"; expected one of ageGroup, supported-days. Give the file with its column as --referrals; one',
      "usage: konkurrencemodel compare --protocol <file>",
    ],
    [
      "a subgroup that is misspelt",
      ["compare", ...EVALUATION, "--subgroup=ageGrup"],
      "Did you mean ageGroup?",
      "usage: konkurrencemodel compare --protocol <file>",
    ],
    [
      "a benefit where the rows name none",
      ["review", ...EVALUATION, "--municipalities", "municipalities.csv", "--benefit", "nosuch"],
      "--benefit: no benefits; ",
      REVIEW_USAGE,
    ],
    [
      "a mapping of a heading that the file hasn't",
      ["compare", ...EVALUATION, "--columns", "courses.citizen=borger"],
      'error: --columns courses.citizen: impossible option; received "borger"; expected a heading of courses.csv: ',
      "usage: konkurrencemodel compare --protocol <file>",
    ],
    [
      "a seed without replays, which alone start from it",
      ["compare", ...EVALUATION, "--seed", "abc"],
      'error: --seed: impossible option; received "abc"; expected --replays beside it',
      "usage: konkurrencemodel compare --protocol <file>",
    ],
    [
      "an argument too many",
      ["verify", "ledger.jsonl", "--protocol", "p", "--ledger", "l"],
      "too many arguments",
      "usage: konkurrencemodel verify --protocol <file> --ledger <file> [options]",
    ],
  ];
  it.each(cases)("%s", async (_what, argv, said, usage) => {
    const folder = fredericiaFolder();
    change(folder, "internal.json", () => JSON.stringify({ kind: "review", audience: "internal" }));
    const before = snapshot(folder);
    const { status, out, err } = await command(folder, ...argv);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(said);
    expect(err.trimEnd().split("\n").at(-1)).toContain(usage);
    expect(snapshot(folder)).toEqual(before);
  });

  it("no command at all gives the help", async () => {
    const { status, out, err } = await command(temporaryFolder());
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("Usage: konkurrencemodel");
  });
});

describe("help and version", () => {
  it("go to stdout with status 0", async () => {
    const help = await command(temporaryFolder(), "--help");
    expect(help).toMatchObject({ status: 0, err: "" });
    expect(help.out).toContain("Exit status: 0 done; 1 the data say no; 2 wrong use");
    expect(await command(temporaryFolder(), "--version")).toMatchObject({ status: 0, out: "0.1.0\n" });
  });

  it("is there for each command", async () => {
    const { out } = await command(temporaryFolder(), "--help");
    const names = [...out.matchAll(/^ {2}(\w[\w-]+) \[options\]/gm)].map(([, name]) => name ?? "");
    expect(names).toEqual(
      "init pseudonymize allocate amend occupancy receipt verify outcomes compare benchmark settle review disclosure-check example".split(
        " ",
      ),
    );
    for (const name of names) {
      const help = await command(temporaryFolder(), name, "--help");
      expect(help).toMatchObject({ status: 0, err: "" });
      expect(help.out).toContain(`Usage: konkurrencemodel ${name} `);
    }
  });
});
