// How long outcomes take for many citizens: `npm run bench:outcomes`, or with other numbers of citizens behind `--`.
// Five spells, one course and four criteria each, everything in memory; both anchors are derived. It tells seconds
// on the clock and of processor time (collecting garbage has threads of its own) and memory, how the seconds grow with the citizens, and how they relate to merely looking every citizen up once by name
// and adding up the days of the spells, which says more than seconds do from one machine to another. Started with
// --expose-gc, as the script does, what making the citizens left behind isn't swept at the expense of the outcomes.
import type { AllocationRecord, Ledger } from "../src/allocation/index.js";
import { below, formatDay, parseDay, seededStream } from "../src/core/index.js";
import { defaultStates, type Histories, type HistoryColumns } from "../src/histories/index.js";
import { deriveOutcomes, type Course, type Criterion } from "../src/outcomes/index.js";
import { fredericiaA, hillerod } from "../src/tenders/index.js";

const SPELLS = 5;
const UNTIL = "2007-12-31";
const first = parseDay("2004-01-05", "bench");
const last = parseDay(UNTIL, "bench") + 1;

/** Fredericia's two rules, its work or education, and Hillerød's spell. */
const criteria: readonly Criterion[] = [
  ...fredericiaA.criteria,
  ...hillerod.criteria.filter((_, index) => index === 0),
];

const protocol = {
  digest: fredericiaA.digest,
  arms: fredericiaA.arms,
  course: { lengths: [{ length: { weeks: 13 } }] },
  criteria,
};

interface World {
  readonly ledger: Ledger;
  readonly courses: readonly Course[];
  readonly histories: Histories;
  readonly columns: HistoryColumns;
}

function worldOf(citizens: number): World {
  const stream = seededStream("bench", String(citizens));
  const stateNames = Object.keys(defaultStates);
  const usual = stateNames.length - 3; // without the ways of leaving
  const bounds = new Int32Array(citizens + 1);
  const state = new Int32Array(citizens * SPELLS);
  const start = new Int32Array(citizens * SPELLS);
  const end = new Int32Array(citizens * SPELLS);
  const numbers = new Map<string, number>();
  const entries: AllocationRecord[] = [];
  const courses: Course[] = [];
  const day = (from: number, days: number): string => formatDay(from + below(stream, days));
  for (let citizen = 0; citizen < citizens; citizen++) {
    const name = `p${citizen}`;
    numbers.set(name, citizen);
    const referral = first + Math.floor((citizen / citizens) * 700);
    entries.push(entryOf(name, citizen, formatDay(referral)));
    const startedOn = referral + below(stream, 14);
    courses.push({
      citizen: name,
      referredOn: formatDay(referral),
      deliveredBy: "supplier",
      startedOn: formatDay(startedOn),
      endedOn: day(startedOn + 7, 84),
      endReason: "period-ended",
    });
    let at = referral - below(stream, 300);
    for (let spell = 0; spell < SPELLS; spell++) {
      const place = citizen * SPELLS + spell;
      at += below(stream, 60);
      state[place] = below(stream, usual);
      start[place] = Math.min(at, last - 1);
      at += 20 + below(stream, 200);
      end[place] = Math.min(at, last);
    }
    bounds[citizen + 1] = (citizen + 1) * SPELLS;
  }
  const columns = {
    citizens: () => numbers.keys(),
    everyoneListed: false,
    numberOf: (name: string) => numbers.get(name),
    stateNames,
    bounds,
    state,
    start,
    end,
  };
  const provenance = { version: "0", operation: "bench", options: {}, inputs: {} };
  const histories: Histories = {
    kind: "histories",
    states: defaultStates,
    observedUntil: UNTIL,
    coverage: [],
    size: citizens,
    of: () => undefined,
    columns: () => columns,
    notices: [],
    provenance,
  };
  const head = { size: citizens, chain: "0".repeat(64), root: "0".repeat(64) };
  // Only what outcomes ask of a ledger: a real one of this size is a matter of bench:allocation.
  const ledger = { kind: "ledger", entries, since: 0, head } as unknown as Ledger;
  return { ledger, courses, histories, columns };
}

const stratum = {};
const designProbabilities = { municipal: 0.5, supplier: 0.5 };

function entryOf(citizen: string, sequence: number, referredOn: string): AllocationRecord {
  const batch = referredOn.slice(0, 7);
  const arm = sequence % 2 === 0 ? "supplier" : "municipal";
  const entry = { type: "allocation", citizen, sequence, arm, referredOn, batch, block: batch, stratum };
  return { ...entry, designProbabilities } as unknown as AllocationRecord;
}

/** The least that anyone has to do: find every citizen, and look at every spell. */
function leastWork({ ledger, columns }: World): number {
  const { bounds, start, end } = columns;
  let days = 0;
  for (const { citizen } of ledger.entries) {
    const number = columns.numberOf(citizen) ?? 0;
    for (let place = bounds[number] ?? 0; place < (bounds[number + 1] ?? 0); place++) {
      days += (end[place] ?? 0) - (start[place] ?? 0);
    }
  }
  return days;
}

interface Time {
  /** Of all threads together: others at work on the machine add less to it than to the clock. */
  readonly processor: number;
  readonly clock: number;
}

/** How many seconds some work takes. */
function timed(work: () => unknown): Time {
  const started = performance.now();
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return { processor: (user + system) / 1e6, clock: (performance.now() - started) / 1000 };
}

const sizes = process.argv.slice(2).map(Number);
for (const citizens of sizes.length === 0 ? [10_000, 100_000, 1_000_000] : sizes) {
  const world = worldOf(citizens);
  const least = timed(() => leastWork(world)).processor;
  const { ledger, courses, histories } = world;
  globalThis.gc?.();
  const { processor, clock } = timed(() =>
    deriveOutcomes({ protocol, ledger, courses, histories, asOf: UNTIL }),
  );
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(
    `${citizens} citizens, ${criteria.length} criteria, both anchors: ${clock.toFixed(2)} s, ${processor.toFixed(2)} s of processor time, ` +
      `${((processor / citizens) * 1e6).toFixed(1)} µs a citizen, ${(processor / least).toFixed(0)} times the least work, ${memory} MB in all`,
  );
}
