import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benchmarkArms, parseMunicipalities, type CountRow } from "../../../src/benchmark/index.js";
import { eventsOf } from "../../../src/benchmark/files/reconstruct.js";
import { proportion, type Interval } from "../../../src/inference/index.js";
import { binomialProbability } from "../../../src/numerics/index.js";
import { MEASURE, row } from "../../support/municipalities.js";
import { madeOutcomes } from "../../support/outcomes.js";

/** A rate as it is printed with so many decimals of per cent. */
const printed = (events: number, total: number, decimals: number): number =>
  Number(((100 * events) / total).toFixed(decimals)) / 100;
const wilson = (events: number, total: number): Interval =>
  proportion({ events, total }, { method: "wilson" }).interval;

describe("eventsOf", () => {
  it("takes the only whole number that gives the rate", () => {
    expect(eventsOf({ value: 0.343, rounding: 0.0005 }, 312)).toEqual({ events: 107, within: 0 });
    expect(eventsOf({ value: 0, rounding: 0.0005 }, 900)).toEqual({ events: 0, within: 0 });
    expect(eventsOf({ value: 0.343, rounding: 0.0005 }, 10)).toBe("none");
  });

  it("takes the nearest of several, with how far the others are, up to its bound and not beyond", () => {
    // 34.25 to 34.35 % of 3120: 1068.6 to 1071.7.
    expect(eventsOf({ value: 0.343, rounding: 0.0005 }, 3120)).toEqual({ events: 1070, within: 1 });
    // 0.04 r(1 − r)/h² = 36,056.2 people with one decimal, 364 with whole per cents.
    expect(eventsOf({ value: 0.343, rounding: 0.0005 }, 36_055)).toEqual({ events: 12_367, within: 18 });
    expect(eventsOf({ value: 0.343, rounding: 0.0005 }, 36_057)).toBe("several");
    expect(eventsOf({ value: 0.35, rounding: 0.005 }, 363)).toEqual({ events: 127, within: 1 });
    expect(eventsOf({ value: 0.35, rounding: 0.005 }, 365)).toBe("several");
    expect(eventsOf({ value: 0.001, rounding: 0.0005 }, 10_000)).toBe("several"); // 5 to 15
    expect(eventsOf({ value: 0, rounding: 0.005 }, 200)).toBe("several"); // 0 or 1
  });

  it("is never further from the truth than it says, nor than a fifth of the standard error", () => {
    const anybody = fc.integer({ min: 1, max: 60_000 }).chain((total) =>
      fc.record({
        total: fc.constant(total),
        events: fc.integer({ min: 0, max: total }),
        decimals: fc.integer({ min: 0, max: 2 }),
      }),
    );
    fc.assert(
      fc.property(anybody, ({ total, events, decimals }) => {
        const rounding = 0.5 * 10 ** -(decimals + 2);
        const found = eventsOf({ value: printed(events, total, decimals), rounding }, total);
        expect(found).not.toBe("none");
        if (typeof found === "string") return;
        expect(Math.abs(found.events - events)).toBeLessThanOrEqual(found.within);
        if (found.within === 0) return;
        const rate = found.events / total;
        const standardError = Math.sqrt((rate * (1 - rate)) / total);
        expect(rounding).toBeLessThanOrEqual(standardError / 5);
        const [mine, known] = [wilson(found.events, total), wilson(events, total)];
        const most = 0.07 * (known.upper - known.lower);
        expect(Math.abs(mine.lower - known.lower)).toBeLessThan(most);
        expect(Math.abs(mine.upper - known.upper)).toBeLessThan(most);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves an interval its coverage, even where the rounding is as coarse as it may be", () => {
    // Exact, over all counts of 363 people whose rates are printed as whole per cents; by 31 true rates, since that of each
    // by itself goes up and down with the whole numbers.
    const total = 363;
    const covered = (rate: number, of: (events: number) => number): number =>
      Array.from({ length: total + 1 }, (_, events) => {
        const { lower, upper } = wilson(of(events), total);
        return lower <= rate && rate <= upper ? binomialProbability(events, total, rate) : 0;
      }).reduce((sum, each) => sum + each, 0);
    const rates = Array.from({ length: 31 }, (_, at) => 0.351 + at / 301);
    const mean = (of: (events: number) => number): number =>
      rates.reduce((sum, rate) => sum + covered(rate, of), 0) / rates.length;
    const known = mean((events) => events);
    const rounded = mean((events) => Math.round(printed(events, total, 0) * total));
    expect(known).toBeGreaterThan(0.949);
    expect(Math.abs(rounded - known)).toBeLessThan(0.004);
  });
});

/** Two arms of 400, one with so many successes. */
function groupsWith(events: number): Parameters<typeof madeOutcomes>[0]["groups"] {
  return [
    { arm: "supplier", status: "success", count: events },
    { arm: "supplier", count: 400 - events },
    { arm: "municipal", status: "success", count: 150 },
    { arm: "municipal", count: 250 },
  ];
}

describe("a cluster of which rates with a total were published", () => {
  const totals = [900, 2600, 4100, 9800, 21_000, 33_000];
  const plan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };
  const head = Object.entries(MEASURE).map(([part, value]) => `# ${part}: ${value}`);
  const file = (rows: readonly CountRow[]): string =>
    [
      ...head,
      "municipality;cluster;rate;total",
      ...rows.map(({ municipality, events, total }) =>
        [municipality, "K1", `${(100 * printed(events, total, 1)).toFixed(1)} %`, total].join(";"),
      ),
    ].join("\n");

  it("has the positions, and nearly the intervals, of the counts behind the rates", () => {
    const shares = fc.array(fc.double({ min: 0.3, max: 0.4, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 100, max: 200 }), (rates, events) => {
        const rows = totals.map((total, at) =>
          row(`Kommune ${at + 1}`, Math.round(total * (rates[at] ?? 0)), total),
        );
        const parsed = parseMunicipalities(file(rows), { name: "m.csv" });
        expect(parsed.rows.map(({ figure }) => figure)).toEqual(totals.map(() => "counts"));
        const outcomes = madeOutcomes({ groups: groupsWith(events) });
        const known = benchmarkArms(outcomes, rows, plan);
        const nearly = benchmarkArms(outcomes, parsed, plan);
        for (const [at, arm] of known.arms.entries()) {
          const [exact, near] = [arm.ratio?.interval, nearly.arms[at]?.ratio?.interval];
          if (exact === undefined || near === undefined) throw new Error("Both have a ratio.");
          const width = exact.upper - exact.lower;
          expect(Math.abs(near.lower - exact.lower)).toBeLessThan(0.02 * width);
          expect(Math.abs(near.upper - exact.upper)).toBeLessThan(0.02 * width);
          const isNear = [exact.lower, exact.upper].some((limit) => Math.abs(limit - 1) < 0.02 * width);
          const isSame = nearly.positions[at]?.code === known.positions[at]?.code;
          expect(isNear || isSame).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("says whose events are the nearest ones, and still names who is left out", () => {
    const rows = [...totals, 90_000].map((total, at) =>
      row(`Kommune ${at + 1}`, Math.round(0.36 * total), total),
    );
    const parsed = parseMunicipalities(file(rows), { name: "m.csv" });
    expect(parsed.notices.filter(({ code }) => code.startsWith("events"))).toEqual([
      expect.objectContaining({ code: "events-reconstructed", municipalities: ["Kommune 1"] }),
      expect.objectContaining({
        code: "events-nearest",
        rows: 5,
        municipalities: ["Kommune 2", "Kommune 3", "Kommune 4", "Kommune 5", "Kommune 6"],
      }),
      expect.objectContaining({ code: "events-not-known", municipalities: ["Kommune 7"] }),
    ]);
    expect(parsed.rows[2]).toMatchObject({ reconstructed: true, eventsWithin: 2, events: 1476 });
    const benchmark = benchmarkArms(madeOutcomes({ groups: groupsWith(150) }), parsed, plan);
    expect(benchmark.peers).toHaveLength(6);
    expect(benchmark.notices).toContainEqual({
      code: "events-nearest",
      severity: "info",
      municipalities: ["Kommune 2", "Kommune 3", "Kommune 4", "Kommune 5", "Kommune 6"],
    });
    expect(benchmark.notices).toContainEqual({
      code: "peers-without-counts",
      severity: "info",
      municipalities: ["Kommune 7"],
    });
    expect(benchmark.toText({ language: "da" })).toMatch(
      /Kommune 2, .* og Kommune 6 er udregnet af en afrundet rate/,
    );
  });
});
