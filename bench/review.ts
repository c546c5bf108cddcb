// How long the whole `review` command takes, as a process from start to exit, for simulated years of
// growing size: `npm run bench`, or `npm run bench -- 400 10000` for these sizes only. It tells
// seconds, the cost per citizen, and how that relates to merely reading and splitting the same files,
// which says more than seconds do from one machine to another; memory at its highest, and the page's size.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { yearFiles } from "../src/cli/example.js";

const WEEKS = 40; // in which a simulated year takes citizens in
const SIZES = [400, 1_000, 10_000, 100_000];

/** What any evaluation must do at least: read the files, take the JSON and the cells apart. */
const READING = `
  const { readFileSync } = require("node:fs");
  const read = (name) => readFileSync(process.argv[1] + "/" + name, "utf8").split("\\n");
  for (const line of read("ledger.jsonl")) if (line !== "") JSON.parse(line);
  for (const name of ["courses.csv", "spells.csv"]) for (const line of read(name)) line.split(";");
`;

/** The command as `npm run review` compiles it, beside the packages that it imports. */
const command = path.resolve("node_modules/.cache/konkurrencemodel/cli.mjs");

function compile(): void {
  const flags =
    "--bundle --platform=node --format=esm --target=node20 --packages=external --log-level=warning";
  const argv = ["src/cli/main.ts", ...flags.split(" "), `--outfile=${command}`];
  execFileSync("node_modules/.bin/esbuild", argv, { stdio: "inherit" });
}

function makeYear(citizens: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), "konkurrencemodel-bench-"));
  const perWeek = Math.round(citizens / WEEKS);
  for (const { path: name, content } of yearFiles({ seed: "bench", perWeek: [perWeek, perWeek] })) {
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Seconds of a process, the median of several runs. */
function secondsOf(argv: readonly string[], runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${argv.join(" ")}\n${stderr}`);
    return (performance.now() - start) / 1000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/** Makes a process tell at its end how much memory it took at most, in kilobytes. */
const TELL_MEMORY =
  "data:text/javascript,process.on('exit',()=>console.error('maxRSS',process.resourceUsage().maxRSS))";

/** Megabytes that a process takes at most. */
function memoryOf(argv: readonly string[]): number {
  const { stderr } = spawnSync(process.execPath, ["--import", TELL_MEMORY, ...argv], { encoding: "utf8" });
  return Number(/maxRSS (\d+)/.exec(stderr)?.[1]) / 1024;
}

function reviewOf(folder: string): readonly string[] {
  const files = ["protocol.json", "ledger.jsonl", "courses.csv", "spells.csv", "municipalities.csv"];
  const inputs = files.flatMap((name) => [`--${path.parse(name).name}`, path.join(folder, name)]);
  return [command, "review", ...inputs, "--as-of", "2006-09-30", "--out", path.join(folder, "out")];
}

const line = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(14)).join("");

const sizes = process.argv.slice(2).map(Number);
compile();
const empty = secondsOf(["-e", "0"], 5);
const start = secondsOf([command, "--version"], 5);
console.log(`node alone ${empty.toFixed(2)} s, the command's start ${start.toFixed(2)} s`);
console.log(line(["citizens", "seconds", "ms/citizen", "reading only", "ratio", "MB at most", "page, kB"]));
for (const citizens of sizes.length > 0 ? sizes : SIZES) {
  const folder = makeYear(citizens);
  try {
    const runs = citizens > 10_000 ? 1 : 5;
    const seconds = secondsOf(reviewOf(folder), runs);
    const reading = secondsOf(["-e", READING, folder], runs);
    const each = (1000 * (seconds - start)) / citizens;
    const ratio = seconds / reading;
    const memory = memoryOf(reviewOf(folder));
    const page = statSync(path.join(folder, "out/review.html")).size / 1000;
    console.log(
      line([
        String(citizens),
        seconds.toFixed(2),
        each.toFixed(3),
        reading.toFixed(2),
        ratio.toFixed(1),
        memory.toFixed(0),
        page.toFixed(0),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
