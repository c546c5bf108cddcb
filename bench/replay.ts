// How long it takes to replay a year of 1,000 citizens for a randomization test: `npm run bench:replay`, or
// with another number of draws behind `--`. Complete randomization, of which 10,000 draws should take less than half
// a second of one core, is told beside the words that such draws need at least, drawn from the same stream; the
// others, of which a hundredth is drawn, beside complete randomization.
import {
  allocate,
  allocateBatch,
  freezeRoster,
  referenceSet,
  startLedger,
  type AllocationPlan,
  type Design,
  type Ledger,
  type Referral,
} from "../src/allocation/index.js";
import { digestOfValue, fastStream, formatDay, parseDay } from "../src/core/index.js";

const CITIZENS = 1000;
const WEEKS = 25; // with two strata: fifty blocks
const RUNS = 3;
const KEY = "a key that only this benchmark draws with";
const MONDAY = parseDay("2005-01-10", "bench");

const ARMS = ["own", "supplier"].map((id) => ({ id, name: id }));
const weights = { own: 1, supplier: 1 };
const week = { kind: "complete", batch: "iso-week", weights } as const;

function startedFor(design: Design, more: Partial<AllocationPlan>): Ledger {
  const allocation: AllocationPlan = { design, strata: ["age"], referredAgain: "keep-arm", ...more };
  const protocol = { digest: digestOfValue({ allocation }), arms: ARMS, allocation };
  return startLedger(protocol, { key: KEY, date: "2005-01-03", mode: "test" }).ledger;
}

function referredIn(weeks: number): readonly Referral[] {
  const perWeek = CITIZENS / WEEKS;
  return Array.from({ length: perWeek }, (_, n) => ({
    citizen: `c-${weeks}-${n}`,
    household: `h-${weeks}-${n >> 1}`,
    referredOn: formatDay(MONDAY + 7 * weeks + Math.floor((7 * n) / perWeek)),
    age: n % 2 === 0 ? "young" : "old",
  }));
}

function yearOf(design: Design, more: Partial<AllocationPlan> = {}): Ledger {
  let ledger = startedFor(design, more);
  for (let number = 0; number < WEEKS; number++) {
    const referrals = referredIn(number);
    if (design.kind === "complete") {
      ledger = freezeRoster(ledger, referrals, { date: formatDay(MONDAY + 7 * number + 6) }).ledger;
      ledger = allocateBatch(ledger, { key: KEY }).ledger;
    } else {
      for (const referral of referrals) ledger = allocate(ledger, referral, { key: KEY }).ledger;
    }
  }
  return ledger;
}

/** Seconds of one core, the median of several runs. */
function secondsOf(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

/** Half of each block is drawn, the other half is what is left. */
function drawWords(times: number): number {
  const stream = fastStream("bench", "words");
  let sum = 0;
  for (let word = 0; word < (times * CITIZENS) / 2; word++) sum += stream.next();
  return sum;
}

function line(name: string, times: number, seconds: number, beside: string): void {
  const each = (1e9 * seconds) / times / CITIZENS;
  const cells = [String(times), `${seconds.toFixed(3)} s`, `${each.toFixed(0)} ns/entry`, beside];
  console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(18)).join(""));
}

const times = Number(process.argv[2] ?? 10_000);
const words = secondsOf(() => drawWords(times));
line("drawing the words", times, words, "");
const complete = yearOf(week);
const seconds = secondsOf(() => referenceSet(complete, { times, seed: "bench" }));
line("complete", times, seconds, `${(seconds / words).toFixed(1)} × the words`);

const minimized = {
  kind: "minimization",
  weights,
  factors: { age: 1 },
  imbalance: "range",
  preference: 0.8,
} as const;
const monthly = { quotas: [{ arm: "supplier", per: "calendar-month", most: 90 }] } as const;
const others: Readonly<Record<string, Ledger>> = {
  "simple": yearOf({ kind: "simple", weights }),
  "permuted blocks of 4 and 6": yearOf({ kind: "permuted-block", weights, sizes: [4, 6] }),
  "biased coin": yearOf({ kind: "biased-coin", weights, bias: 2 / 3 }),
  "minimization": yearOf(minimized, { strata: [] }),
  "complete, by household": yearOf(week, { unit: "household" }),
  "complete, with a monthly quota": yearOf(week, monthly),
};
const few = Math.ceil(times / 100);
for (const [name, ledger] of Object.entries(others)) {
  const own = secondsOf(() => referenceSet(ledger, { times: few, seed: "bench" }));
  line(name, few, own, `${((own / few / seconds) * times).toFixed(0)} × complete`);
}
