import { expect, it } from "vitest";
import { change, command, EVALUATION, fredericiaFolder, snapshot, textOf } from "../support/cli.js";

it("review takes satisfaction and claims, lists their files and gives the command without places and keys", async () => {
  const folder = fredericiaFolder();
  change(folder, "ratings.csv", () =>
    ["borger;enhed;art;værdi;dato;spurgtAf", ";supplier;tilfredshed;4;01-12-2005;Leverandøren"].join("\n"),
  );
  change(folder, "claims.csv", () => "citizen;item;date;amount\n;bonus;2005-12-01;5000\n");
  const { status, err } = await command(
    folder,
    "review",
    ...EVALUATION,
    "--observed-until",
    "2006-09-30",
    "--key-file",
    "key.txt",
    "--ratings",
    "ratings.csv",
    "--claims",
    "claims.csv",
    "--language",
    "da",
    "--out",
    "review",
  );
  expect(err).not.toContain("error:");
  expect(status).toBe(0);
  const markdown = textOf(folder, "review/review.md");
  for (const heading of ["Tilfredshed og klager", "Leverandørens egne krav holdt op mod registeret"]) {
    expect(markdown).toContain(`### ${heading}`);
  }
  expect(markdown).toMatch(/\| ratings\.csv \| 1 \| [0-9a-f]{64} \|/);
  expect(markdown).toMatch(/\| claims\.csv \| 1 \| [0-9a-f]{64} \|/);
  expect(markdown).toMatch(
    /^konkurrencemodel review --protocol protocol\.json .* --ratings ratings\.csv .* --key-file …$/m,
  );
  expect(markdown).not.toContain("key.txt");
});

const KNOWN = ["--observed-until", "2006-09-30"];

/** The tender leaves the base to the bids: here one is made up for both units. */
const priced = {
  terms: ["municipal", "supplier"].map((arm) => ({
    arm,
    base: { per: "week", amount: 120_000, extension: "unpaid" },
    bonuses: [
      { criterion: "without-support-6-months", amount: 500_000 },
      { criterion: "durable-15-months", amount: 250_000 },
    ],
  })),
};

it("review settles by terms of a file, with what is still to come, what results cost and the trend", async () => {
  const folder = fredericiaFolder();
  change(folder, "payment.json", () => JSON.stringify(priced));
  change(folder, "municipalities.csv", (text) => {
    const [header = "", ...lines] = text.trimEnd().split("\n");
    const own = (lines[0] ?? "").replace(/^[^;]*;2005;\d+;\d+/, "Fredericia;2005;90;240");
    const all = [own, ...lines];
    return [header, ...all, ...all.map((line) => line.replace(";2005;", ";2004;"))].join("\n");
  });
  const claims = "citizen;item;date;amount\n;base;2005-12-01;5000\n";
  change(folder, "claims.csv", () => claims);
  const argv = [
    "--payment",
    "payment.json",
    "--saved-per-month",
    "11000",
    "--municipalities",
    "municipalities.csv",
  ];
  const { status, err } = await command(
    folder,
    "review",
    ...EVALUATION.map((each) => (each === "2006-09-30" ? "2006-03-31" : each)),
    ...KNOWN,
    ...argv,
    "--claims",
    "claims.csv",
    "--arm",
    "supplier",
  );
  expect([status, err]).toEqual([0, expect.not.stringContaining("caution: --saved")]);
  const markdown = textOf(folder, "review/review.md");
  for (const told of [
    "### Hvad der endnu kan komme til betaling",
    "## Hvad resultaterne kostede",
    "44.000 kr. (sparet ydelse)",
    "### Udviklingen over tid",
    "### Leverandørens egne krav holdt op mod registeret",
  ]) {
    expect(markdown).toContain(told);
  }
  expect(markdown).toMatch(/\| payment\.json \| 1 \| [0-9a-f]{64} \|/);
  expect(Object.keys(snapshot(folder))).toEqual(
    expect.arrayContaining(["review/tables/trend.csv", "review/tables/expected-payments.csv"]),
  );
});

it("review says what isn't used, and refuses what belongs to claims without them", async () => {
  const folder = fredericiaFolder();
  const ran = await command(folder, "review", ...EVALUATION, ...KNOWN, "--saved-per-month", "11000");
  expect([ran.status, ran.err]).toEqual([0, expect.stringContaining("--saved-per-month is not used")]);
  const refused = await command(folder, "review", ...EVALUATION, ...KNOWN, "--arm", "supplier");
  expect([refused.status, refused.err]).toEqual([2, expect.stringContaining("need --claims")]);
});

it("review is the same bytes in whatever order its options are given, wherever it is written", async () => {
  const folder = fredericiaFolder();
  const pairs = [...EVALUATION, ...KNOWN, "--key-file", "key.txt"];
  const flags = pairs.filter((_, index) => index % 2 === 0);
  const turned = flags.map((flag) => `${flag}=${pairs[pairs.indexOf(flag) + 1]}`).toReversed();
  expect((await command(folder, "review", ...pairs, "--out", "one")).status).toBe(0);
  const defaults = ["--language", "da", "--audience", "internal", "--office"];
  expect((await command(folder, "review", ...defaults, "--out=two", ...turned)).status).toBe(0);
  const files = Object.entries(snapshot(folder));
  const of = (out: string): object =>
    Object.fromEntries(
      files.flatMap(([name, bytes]) =>
        name.startsWith(`${out}/`) && !/\.(docx|xlsx)$/.test(name) ? [[name.slice(4), bytes]] : [],
      ),
    );
  expect(Object.keys(of("one")).length).toBeGreaterThan(10);
  expect(of("two")).toEqual(of("one"));
  expect(textOf(folder, "one/review.md")).toMatch(
    /^konkurrencemodel review --protocol protocol\.json .* --key-file …$/m,
  );
});

it("a rating about an arm that there isn't is refused by its row, and nothing is written", async () => {
  const folder = fredericiaFolder();
  change(
    folder,
    "ratings.csv",
    () => "citizen;arm;kind;value;date;surveyedBy\n;kommunen;klage;;2005-12-01;A\n",
  );
  const ran = await command(folder, "review", ...EVALUATION, ...KNOWN, "--ratings", "ratings.csv");
  expect([ran.status, ran.err]).toEqual([
    1,
    expect.stringContaining("ratings.csv, row 2, column arm: unknown arm"),
  ]);
  expect(Object.keys(snapshot(folder)).filter((name) => name.startsWith("review"))).toEqual([]);
});
