import { describe, expect, it } from "vitest";
import {
  allocate,
  allocateBatch,
  freezeRoster,
  referenceSet,
  startLedger,
  type AllocationPlan,
  type AllocationProtocol,
  type Design,
  type Ledger,
  type Referral,
} from "../../src/allocation/index.js";
import { digestOfValue, seededStream, uniform } from "../../src/core/index.js";
import {
  adjustedDifference,
  exactEffectInterval,
  referenceTest,
  type Estimate,
  type Stratum,
} from "../../src/inference/index.js";
import { replicates } from "../support/simulation.js";

// What tests and intervals promise, under each design's own draws: of a ledger, or of its procedure run again.

const LEDGERS = replicates(40, 2_000);
const REPLAYS = replicates(200, 8_000);
const slackOf = (runs: number): number => 4 * Math.sqrt((0.05 * 0.95) / runs);

const weights = { own: 1, supplier: 1 };
const DESIGNS: readonly Design[] = [
  { kind: "simple", weights },
  { kind: "complete", batch: "iso-week", weights },
  { kind: "permuted-block", weights, sizes: [4, 6] },
  { kind: "biased-coin", weights, bias: 2 / 3 },
  { kind: "big-stick", weights, tolerance: 3 },
  { kind: "urn", weights, initial: 1, added: 1 },
  { kind: "minimization", weights, factors: { sex: 1, region: 1 }, imbalance: "range", preference: 0.8 },
];

/** A year in short: eight weeks of referrals, more in some than in others. */
const SIZES = [3, 7, 4, 6, 8, 5, 3, 8];
const WEEKS: readonly (readonly Referral[])[] = SIZES.map((size, week) =>
  Array.from({ length: size }, (_, i) => ({
    citizen: `c-${week}-${i}`,
    referredOn: new Date(Date.UTC(2005, 0, 10 + 7 * week + Math.min(i, 4))).toISOString().slice(0, 10),
    sex: (week + i) % 2 === 0 ? "f" : "m",
    region: (week * i) % 3 === 0 ? "north" : "south",
  })),
);
const CITIZENS = WEEKS.flat().map((_, index) => index);

function protocolOf(design: Design, more: Partial<AllocationPlan> = {}): AllocationProtocol {
  const allocation: AllocationPlan = { design, strata: [], referredAgain: "keep-arm", ...more };
  const arms = ["own", "supplier"].map((id) => ({ id, name: id }));
  return { digest: digestOfValue(allocation), arms, allocation };
}

/** The weeks drawn with a key. */
function ledgerOf(protocol: AllocationProtocol, key: string): Ledger {
  const { ledger } = startLedger(protocol, { key, date: "2005-01-03", mode: "live" });
  return WEEKS.reduce((before, week) => {
    if (protocol.allocation.design.kind !== "complete") {
      return week.reduce((each, referral) => allocate(each, referral, { key }).ledger, before);
    }
    const date = week.at(-1)?.referredOn ?? "";
    return allocateBatch(freezeRoster(before, week, { date }).ledger, { key }).ledger;
  }, ledger);
}

function keyOf(number: number): string {
  return `a key that no one knows, number ${number}`;
}

/** The arms of a ledger's entries, by the citizens' places in the weeks: 1 for the supplier. */
function armsOf({ entries }: Ledger): readonly number[] {
  const arms = new Map(entries.map(({ citizen, arm }) => [citizen, Number(arm === "supplier")]));
  return WEEKS.flat().map(({ citizen }) => arms.get(citizen) ?? NaN);
}

/** What the procedure of a ledger gives when it is run again and again, by the citizens' places. */
function* replays(ledger: Ledger): Generator<readonly number[]> {
  const { draws, times, citizens } = referenceSet(ledger, { times: REPLAYS, seed: "designs" });
  const places = new Map(citizens.map((citizen, column) => [citizen, column]));
  const columns = WEEKS.flat().map(({ citizen }) => places.get(citizen) ?? -1);
  for (let row = 0; row < times; row++) {
    yield columns.map((column) => draws[row * citizens.length + column] ?? NaN);
  }
}

/** What is known of a citizen, and outcomes that hang on it and drift over the year; effects that do so too. */
const CHANCE = seededStream("designs", "citizens");
const COVARIATE = CITIZENS.map((i) => 2 * uniform(CHANCE) + i / 40);
const WITHOUT = COVARIATE.map((x) => 1 + x + 0.3 * x * x + 2 * uniform(CHANCE));
const EFFECTS = COVARIATE.map((x) => 0.5 * x);
const TRUTH = EFFECTS.reduce((sum, effect) => sum + effect, 0) / EFFECTS.length;

function observedUnder(treatment: readonly number[]): number[] {
  return WITHOUT.map((value, i) => value + (EFFECTS[i] ?? 0) * (treatment[i] ?? 0));
}

function coverage(truth: number, results: Iterable<Estimate>): number {
  let [covered, count] = [0, 0];
  for (const { interval } of results) {
    count++;
    if (interval.lower <= truth && truth <= interval.upper) covered++;
  }
  return covered / count;
}

function* adjusted(ledger: Ledger): Generator<Estimate> {
  for (const treatment of replays(ledger)) {
    yield adjustedDifference({ treatment, response: observedUnder(treatment), covariates: { x: COVARIATE } });
  }
}

describe.each(DESIGNS)("under $kind", (design) => {
  const protocol = protocolOf(design);

  it("the test over the reference set finds none where there is none as often as it says", () => {
    const first = ledgerOf(protocol, keyOf(0));
    const set = referenceSet(first, { times: 999, seed: 1 });
    const places = new Map(WEEKS.flat().map(({ citizen }, place) => [citizen, place]));
    const order = set.citizens.map((citizen) => places.get(citizen) ?? -1);
    const response = order.map((place) => WITHOUT[place] ?? NaN);
    let found = 0;
    for (let number = 1; number <= LEDGERS; number++) {
      const arms = armsOf(ledgerOf(protocol, keyOf(number)));
      const observed = order.map((place) => arms[place] ?? NaN);
      if (referenceTest({ response, observed, referenceSet: set }).pValue <= 0.05) found++;
    }
    // Its 999 replayed draws are the same for all ledgers: their chance, √(0.05 · 0.95/999), comes on top.
    expect(found / LEDGERS).toBeLessThan(0.05 + slackOf(LEDGERS) + slackOf(999));
    expect(found / LEDGERS).toBeGreaterThan(0.05 - slackOf(LEDGERS) - slackOf(999));
  });

  it("Lin's interval covers the average effect, or errs on the safe side", () => {
    const results = adjusted(ledgerOf(protocol, keyOf(0)));
    expect(coverage(TRUTH, results)).toBeGreaterThan(0.93 - slackOf(REPLAYS));
  });
});

describe("under big-stick", () => {
  it("Lin's interval misses too often where outcomes go up and down from citizen to citizen, as the arms then do", () => {
    // The robust variance takes any order of the arms for as probable as another; the test over the reference set doesn't.
    const protocol = protocolOf({ kind: "big-stick", weights, tolerance: 3 });
    const results = function* (): Generator<Estimate> {
      for (const treatment of replays(ledgerOf(protocol, keyOf(0)))) {
        yield adjustedDifference({
          treatment,
          response: CITIZENS.map((i) => (i % 2) + 0.1 * (WITHOUT[i] ?? 0)),
        });
      }
    };
    expect(coverage(0, results())).toBeLessThan(0.92);
  });
});

describe("under complete randomization by the week", () => {
  const protocol = protocolOf({ kind: "complete", batch: "iso-week", weights });
  const weekOf = SIZES.flatMap((size, week) => Array.from({ length: size }, () => week));

  it("the interval within blocks covers the average effect on an event, or errs on the safe side", () => {
    const without = WITHOUT.map((value) => Number(value > 4));
    const effect = CITIZENS.map((i) => (i % 4 === 0 ? 1 - (without[i] ?? 0) : 0));
    const truth = effect.reduce((sum, each) => sum + each, 0) / effect.length;
    const results = function* (): Generator<Estimate> {
      for (const arms of replays(ledgerOf(protocol, keyOf(0)))) {
        const blocks = SIZES.map((_, week): Stratum => {
          const count = (arm: number) => {
            const here = CITIZENS.filter((i) => weekOf[i] === week && arms[i] === arm);
            const events = here.filter((i) => (without[i] ?? 0) + arm * (effect[i] ?? 0) === 1).length;
            return { events, total: here.length };
          };
          return { comparator: count(1), reference: count(0) };
        });
        const result = exactEffectInterval(blocks);
        expect(result.method).toBe("blocked-neyman");
        yield result;
      }
    };
    expect(coverage(truth, results())).toBeGreaterThan(0.935 - slackOf(REPLAYS));
  });

  it("Hájek's covers it where an arm's room makes the probabilities differ from week to week", () => {
    const limited = protocolOf(
      { kind: "complete", batch: "iso-week", weights },
      { quotas: [{ arm: "supplier", per: "iso-week", most: 2 }] },
    );
    const ledger = ledgerOf(limited, keyOf(0));
    const chances = new Map(
      ledger.entries.map(({ citizen, designProbabilities }) => [citizen, designProbabilities["supplier"]]),
    );
    const probabilities = WEEKS.flat().map(({ citizen }) => chances.get(citizen) ?? NaN);
    expect(new Set(probabilities).size).toBeGreaterThan(3);
    const results = function* (): Generator<Estimate> {
      for (const treatment of replays(ledger)) {
        const inverse = probabilities.map((p, i) => 1 / (treatment[i] === 1 ? p : 1 - p));
        yield adjustedDifference(
          { treatment, response: observedUnder(treatment), weights: inverse, blocks: weekOf.map(String) },
          { method: "hajek" },
        );
      }
    };
    expect(coverage(TRUTH, results())).toBeGreaterThan(0.93 - slackOf(REPLAYS));
  });
});
