import { describe, expect, it } from "vitest";
import { fastStream, uniform, type RandomStream } from "../../src/core/index.js";
import {
  boundsForMissing,
  type BoundsMethod,
  type PartlyKnownCount,
  type PartlyKnownPair,
} from "../../src/inference/index.js";
import { replicates } from "../support/simulation.js";

const RUNS = replicates(1_000, 50_000);
/** Four standard deviations of the share of a twentieth among the runs. */
const SLACK = 4 * Math.sqrt((0.05 * 0.95) / RUNS);

/** Of a group's members, how many are known successes and known failures; of the rest nothing is known. */
interface Arm {
  readonly total: number;
  readonly successes: number;
  readonly failures: number;
}

function drawn(stream: RandomStream, { total, successes, failures }: Arm): PartlyKnownCount {
  const found = { events: 0, failures: 0 };
  for (let member = 0; member < total; member++) {
    const place = uniform(stream);
    if (place < successes) found.events++;
    else if (place < successes + failures) found.failures++;
  }
  return { events: found.events, total, unknown: total - found.events - found.failures };
}

/** How often the interval of a method holds the truth. */
function coverage(method: BoundsMethod, seed: string, arms: readonly [Arm, Arm], truth: number): number {
  const stream = fastStream(seed, `coverage of ${method}`);
  let covered = 0;
  for (let run = 0; run < RUNS; run++) {
    const pair: PartlyKnownPair = {
      comparator: drawn(stream, arms[0]),
      reference: drawn(stream, arms[1]),
    };
    const { lower, upper } = boundsForMissing(pair, { method }).interval;
    if (lower <= truth && truth <= upper) covered++;
  }
  return covered / RUNS;
}

describe("the interval of the worst case, at 95 %", () => {
  const usual: readonly [Arm, Arm] = [
    { total: 120, successes: 0.35, failures: 0.55 },
    { total: 100, successes: 0.28, failures: 0.64 },
  ];
  const rare: readonly [Arm, Arm] = [
    { total: 60, successes: 0.04, failures: 0.95 },
    { total: 60, successes: 0.02, failures: 0.97 },
  ];

  /** The true difference if those shares of the unknown are successes. */
  const truthOf = ([a, b]: readonly [Arm, Arm], first: number, second: number): number =>
    a.successes +
    first * (1 - a.successes - a.failures) -
    b.successes -
    second * (1 - b.successes - b.failures);

  it.each([
    ["at the upper end of the region", 1, 0],
    ["at its lower end", 0, 1],
  ])("covers a truth %s as often as it says", (where, first, second) => {
    const share = coverage("worst-case", where, usual, truthOf(usual, first, second));
    expect(share).toBeGreaterThan(0.945 - SLACK);
    expect(share).toBeLessThan(0.965 + SLACK);
  });

  // With Wald's limits instead of Newcombe's it would be 0.935 at the upper end.
  it.each([
    ["at the upper end", 1, 0],
    ["at the lower end", 0, 1],
  ])("covers no less often where there are few successes and few unknown, %s", (where, first, second) => {
    const share = coverage("worst-case", `few, ${where}`, rare, truthOf(rare, first, second));
    expect(share).toBeGreaterThan(0.95 - SLACK);
  });

  it("nearly always covers one in the middle", () => {
    expect(coverage("worst-case", "middle", usual, truthOf(usual, 0.5, 0.5))).toBeGreaterThan(0.98);
  });

  it("is an ordinary one where nothing is unknown", () => {
    const known: readonly [Arm, Arm] = [
      { total: 120, successes: 0.4, failures: 0.6 },
      { total: 100, successes: 0.3, failures: 0.7 },
    ];
    const share = coverage("worst-case", "known", known, 0.1);
    expect(share).toBeGreaterThan(0.945 - SLACK);
    expect(share).toBeLessThan(0.96 + SLACK);
  });
});

describe("Lee's interval, at 95 %", () => {
  const rates = { comparator: 0.45, reference: 0.38 };

  /**
   * A share `always` of the members is known in either arm; a share `more` in the comparator only, of whom a share
   * `successes` succeed.
   */
  const armsOf = (always: number, more: number, successes: number): readonly [Arm, Arm] => [
    {
      total: 400,
      successes: always * rates.comparator + more * successes,
      failures: always * (1 - rates.comparator) + more * (1 - successes),
    },
    { total: 400, successes: always * rates.reference, failures: always * (1 - rates.reference) },
  ];
  const truth = rates.comparator - rates.reference;

  it.each([
    ["if those known in one arm only succeed, the truth being at the lower end", 1],
    ["if they fail, the truth being at the upper end", 0],
  ])("covers as often as it says %s", (where, successes) => {
    const share = coverage("lee", where, armsOf(0.75, 0.15, successes), truth);
    expect(share).toBeGreaterThan(0.94 - SLACK);
    expect(share).toBeLessThan(0.96 + SLACK);
  });

  it("covers as well if more is known in the reference", () => {
    const [more, fewer] = armsOf(0.75, 0.15, 1);
    const share = coverage("lee", "exchanged", [fewer, more], -truth);
    expect(share).toBeGreaterThan(0.94 - SLACK);
    expect(share).toBeLessThan(0.96 + SLACK);
  });

  it.each([
    ["in the middle of the region", 0.15, 0.5],
    // Chance decides which arm is trimmed, and the region is too wide by that.
    ["where as many are known in both arms", 0, 0],
  ])("covers more often %s", (where, more, successes) => {
    expect(coverage("lee", where, armsOf(0.8, more, successes), truth)).toBeGreaterThan(0.955);
  });
});
