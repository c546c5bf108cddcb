// How long it takes to make histories and to read spells: `npm run bench:histories`, or with another number of citizens
// than a million behind `--`. Each part runs in a process of its own, so that its peak of memory is its own too. Reading
// is told beside merely decoding the same file and splitting its lines and cells, which says more than seconds do from
// one machine to another.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { below, fastStream, formatDay, parseDay, type RandomStream } from "../src/core/index.js";
import { defaultStates, deriveHistories, parseSpells, type Spell } from "../src/histories/index.js";

const SPELLS = 5;
const FIRST = parseDay("2018-01-01", "bench");
const observedUntil = "2024-12-31";
const STATES = Object.keys(defaultStates).slice(0, 16); // nobody here dies, retires or leaves

/** A citizen's spells: a year from the start of one to that of the next, so that some overlap; the last may be open. */
function spellsOf(number: number, stream: RandomStream): Spell[] {
  const citizen = `p${String(number).padStart(7, "0")}`;
  return Array.from({ length: SPELLS }, (_, index): Spell => {
    const start = FIRST + 365 * index + below(stream, 60);
    const spell = { citizen, state: STATES[below(stream, STATES.length)] ?? "", from: formatDay(start) };
    if (index === SPELLS - 1 && below(stream, 4) === 0) return spell;
    return { ...spell, to: formatDay(start + below(stream, 400)) };
  });
}

function writeSpells(file: string, citizens: number): void {
  const stream = fastStream("bench", "spells");
  const out = openSync(file, "w");
  writeSync(out, "citizen;state;from;to\n");
  for (let number = 0; number < citizens; number++) {
    const rows = spellsOf(number, stream);
    writeSync(
      out,
      rows.map(({ citizen, state, from, to = "" }) => `${citizen};${state};${from};${to}\n`).join(""),
    );
  }
  closeSync(out);
}

/** Does the work and tells its seconds: of the processor, which hang less on what else the machine does, and of the wall. */
function timed<Result>(name: string, work: () => Result): Result {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = [(user + system) / 1_000_000, (performance.now() - start) / 1000];
  const [processor = "", wall = ""] = seconds.map((each) => each.toFixed(2).padStart(7));
  console.log(`  ${name.padEnd(44)}${processor} s of the processor${wall} s of the wall`);
  return result;
}

/** What each process does; those of the file take its name. */
const PARTS: Readonly<Record<string, (citizens: number, file: string) => void>> = {
  "rows in memory": (citizens) => {
    const stream = fastStream("bench", "spells");
    const rows: Spell[] = [];
    for (let number = 0; number < citizens; number++)
      rows.push(...(JSON.parse(JSON.stringify(spellsOf(number, stream))) as Spell[])); // as rows come from elsewhere
    console.log(`  before: ${peak()} MB`);
    const histories = timed("deriveHistories", () => deriveHistories(rows, { observedUntil }));
    timed("columns()", () => histories.columns());
    timed("of() each citizen", () => {
      for (let n = 0; n < citizens; n++) histories.of(`p${String(n).padStart(7, "0")}`);
    });
  },
  "merely splitting": (_, file) => {
    timed("the file's bytes to text, lines and cells", () => {
      const lines = new TextDecoder().decode(readFileSync(file)).split("\n");
      let cells = 0;
      for (const line of lines) cells += line.split(";").length;
      return cells;
    });
  },
  "file": (_, file) => {
    const bytes = readFileSync(file);
    const spells = timed("parseSpells", () => parseSpells(bytes, { name: "spells.csv" }));
    timed("deriveHistories", () => deriveHistories(spells, { observedUntil }));
  },
};

/** The most memory that this process has had, in MB. */
function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

const [given = "1000000", part, file = ""] = process.argv.slice(2);
const citizens = Number(given);
if (part !== undefined) {
  PARTS[part]?.(citizens, file);
  console.log(`  peak: ${peak()} MB`);
} else {
  const folder = mkdtempSync(path.join(tmpdir(), "konkurrencemodel-"));
  try {
    const spells = path.join(folder, "spells.csv");
    writeSpells(spells, citizens);
    const size = Math.round(statSync(spells).size / 1_000_000);
    console.log(`${citizens} citizens with ${SPELLS} spells each; as a file ${size} MB`);
    for (const name of Object.keys(PARTS)) {
      console.log(name);
      spawnSync(process.execPath, [process.argv[1] ?? "", given, name, spells], { stdio: "inherit" });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
