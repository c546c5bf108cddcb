// How fast allocation and its verification are: `npm run bench:allocation`, or with another number of lines behind
// `--` for the long ledger (a million takes minutes). Each is told in processor time, which hangs less on what else
// the machine does, and in wall time, beside what it could at best come down to: the SHA-256 and HMAC-SHA-256
// of the same lines by the same library, or JSON.parse of the same file. Those ratios say more than seconds do
// from one machine to another. Started with --expose-gc it tells how much memory each citizen of a ledger that
// is read as a stream takes to verify it.
import { createReadStream, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import {
  allocate,
  allocateBatch,
  formatLedger,
  freezeRoster,
  openLedger,
  startLedger,
  verifyLedger,
  type AllocationProtocol,
  type Design,
  type Ledger,
  type LedgerLines,
  type Referral,
} from "../src/allocation/index.js";
import { digestOf, digestOfValue, formatDay, keyedHash, parseDay } from "../src/core/index.js";

const ENTRIES = 10_000;
const A_WEEK = 200;
const RUNS = 5;
const KEY = "a key that only this benchmark draws with";
const MONDAY = parseDay("2005-01-10", "bench");
const ARMS = ["own", "supplier"].map((id) => ({ id, name: id }));
const weights = { own: 1, supplier: 1 };
const complete: Design = { kind: "complete", batch: "iso-week", weights };

/** Seconds. */
interface Time {
  readonly processor: number;
  readonly wall: number;
}

function protocolFor(design: Design): AllocationProtocol {
  const allocation = { design, strata: ["age"], referredAgain: "keep-arm" } as const;
  return { digest: digestOfValue({ allocation }), arms: ARMS, allocation };
}

function started(protocol: AllocationProtocol): Ledger {
  return startLedger(protocol, { key: KEY, date: "2005-01-03", mode: "test" }).ledger;
}

function weekOf(number: number, citizens: number): readonly Referral[] {
  return Array.from({ length: citizens }, (_, n) => ({
    citizen: `citizen-${number}-${n}`,
    referredOn: formatDay(MONDAY + 7 * number + Math.floor((5 * n) / citizens)),
    age: n % 3 === 0 ? "under-30" : "over-30",
  }));
}

/** A ledger after one week more, and the lines that are appended to its file. */
interface Week {
  readonly ledger: Ledger;
  readonly text: string;
}

function drawnTogether(ledger: Ledger, referrals: readonly Referral[], number: number): Week {
  const date = formatDay(MONDAY + 7 * number + 6);
  const frozen = freezeRoster(ledger, referrals, { date });
  const drawn = allocateBatch(frozen.ledger, { key: KEY });
  return { ledger: drawn.ledger, text: formatLedger([...frozen.records, ...drawn.records]) };
}

function drawnOneByOne(ledger: Ledger, referrals: readonly Referral[]): Week {
  let now = ledger;
  let text = "";
  for (const referral of referrals) {
    const drawn = allocate(now, referral, { key: KEY });
    text += formatLedger(drawn.records);
    now = drawn.ledger;
  }
  return { ledger: now, text };
}

const weeks: readonly (readonly Referral[])[] = Array.from({ length: ENTRIES / A_WEEK }, (_, number) =>
  weekOf(number, A_WEEK),
);

/** The file of a ledger with all weeks. */
function drawAll(protocol: AllocationProtocol, draw: typeof drawnTogether): string {
  let ledger = started(protocol);
  let text = formatLedger(ledger.records);
  for (const [number, referrals] of weeks.entries()) {
    const week = draw(ledger, referrals, number);
    ledger = week.ledger;
    text += week.text;
  }
  return text;
}

/** What entries can't do without: a SHA-256 of each line, and of so many texts as long as a draw's an HMAC-SHA-256. */
function hashAll(lines: readonly string[], draws: number): void {
  for (const line of lines) digestOf(line);
  const keyed = keyedHash(KEY);
  for (let draw = 0; draw < draws; draw++) keyed(`${"context of a draw ".repeat(12)}${draw}`);
}

async function timed(work: () => unknown): Promise<Time> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { processor: (user + system) / 1e6, wall: (performance.now() - start) / 1000 };
}

/** The run of several that took the least processor time. */
async function bestOf(work: () => unknown, runs: number = RUNS): Promise<Time> {
  const times: Time[] = [];
  for (let run = 0; run < runs; run++) times.push(await timed(work));
  return times.reduce((best, time) => (time.processor < best.processor ? time : best));
}

function tell(name: string, lines: number, time: Time, beside: string = ""): void {
  const cells = [
    `${time.processor.toFixed(3)} s`,
    `${time.wall.toFixed(3)} s wall`,
    `${Math.round(lines / time.processor)}/s`,
  ];
  console.log(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(15)).join("")}   ${beside}`);
}

const times = (time: Time, least: Time, what: string): string =>
  `${(time.processor / least.processor).toFixed(1)} × ${what}`;

async function measureDraws(): Promise<void> {
  const designs: readonly (readonly [Design, typeof drawnTogether])[] = [
    [complete, drawnTogether],
    [{ kind: "simple", weights }, drawnOneByOne],
    [{ kind: "permuted-block", weights, sizes: [4, 6] }, drawnOneByOne],
    [{ kind: "biased-coin", weights, bias: 2 / 3 }, drawnOneByOne],
  ];
  console.log(`\n${ENTRIES} entries drawn (30000/s are wanted) and written out, and verified (in 1 s)`);
  for (const [design, draw] of designs) {
    const protocol = protocolFor(design);
    const text = drawAll(protocol, draw);
    const lines = text.trimEnd().split("\n");
    const draws = design.kind === "complete" ? ENTRIES / 8 : ENTRIES;
    const least = await bestOf(() => hashAll(lines, draws));
    const drawn = await bestOf(() => drawAll(protocol, draw));
    tell(design.kind, ENTRIES, drawn, times(drawn, least, "hashing"));
    const parsing = await bestOf(() => lines.map((line): unknown => JSON.parse(line)));
    const verified = await bestOf(() => verify(protocol, lines));
    const beside = `${times(verified, least, "hashing")}, ${times(verified, parsing, "JSON.parse")}`;
    tell("  verified with the key", ENTRIES, verified, beside);
  }
}

async function verify(protocol: AllocationProtocol, lines: LedgerLines): Promise<void> {
  const { valid, findings } = await verifyLedger(protocol, lines, { key: KEY });
  if (!valid) throw new Error(JSON.stringify(findings[0]));
}

/** Writes the file of a ledger of so many entries, each of another citizen, without ever holding it. */
function writeLong(file: string, protocol: AllocationProtocol, entries: number): void {
  const descriptor = openSync(file, "w");
  let ledger = started(protocol);
  writeSync(descriptor, formatLedger(ledger.records));
  const perWeek = 1000;
  for (let number = 0; number < entries / perWeek; number++) {
    const week = drawnTogether(ledger, weekOf(number, perWeek), number);
    writeSync(descriptor, week.text);
    ledger = openLedger(protocol, { checkpoint: week.ledger.checkpoint(), entries: [] });
  }
  closeSync(descriptor);
}

const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file), crlfDelay: Infinity });

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function measureLong(entries: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "konkurrencemodel-bench-"));
  const file = path.join(folder, "ledger.jsonl");
  const protocol = protocolFor(complete);
  try {
    const writing = await timed(() => writeLong(file, protocol, entries));
    console.log(`\n${entries} entries, each of another citizen, as a stream of lines from a file`);
    tell("drawn and written", entries, writing);
    const reading = await timed(async () => {
      for await (const line of linesOf(file)) JSON.parse(line);
    });
    tell("only read and parsed", entries, reading);
    const before = heapUsed();
    let lines = 0;
    let grown = 0;
    const watched = async function* (): AsyncGenerator<string> {
      for await (const line of linesOf(file)) {
        yield line;
        lines++;
      }
      grown = heapUsed() - before;
    };
    const verified = await timed(() => verify(protocol, watched()));
    tell("verified with the key", lines, verified, times(verified, reading, "parsing"));
    const collected = globalThis.gc === undefined ? " (garbage included; start with --expose-gc)" : "";
    console.log(
      `memory at the end: ${(grown / entries).toFixed(0)} bytes a citizen, ${(grown / 1e6).toFixed(0)} MB${collected}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await measureDraws();
await measureLong(Number(process.argv[2] ?? 1_000_000));
