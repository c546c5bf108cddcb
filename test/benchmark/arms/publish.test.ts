import { describe, expect, it } from "vitest";
import {
  benchmarkArms,
  publishBenchmark,
  type Benchmark,
  type BenchmarkPlan,
} from "../../../src/benchmark/index.js";
import { madeOutcomes } from "../../support/outcomes.js";
import { MEASURE, row } from "../../support/municipalities.js";

const plan: BenchmarkPlan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };
const groups = ["supplier", "municipal"].flatMap((arm) => [
  { arm, status: "success" as const, count: 40 },
  { arm, count: 80 },
]);
const benchmarkOf = (counts: Readonly<Record<string, readonly [number, number]>>): Benchmark =>
  benchmarkArms(
    madeOutcomes({ groups }),
    Object.entries(counts).map(([name, [events, total]]) => row(name, events, total)),
    plan,
  );
const large = { Odense: [300, 900], Vejle: [90, 300], Horsens: [80, 250] } as const;

describe("publishBenchmark", () => {
  it("takes small municipalities together and leaves out what was computed of each", () => {
    const benchmark = benchmarkOf({ ...large, Læsø: [3, 20], Samsø: [4, 15] });
    const published = publishBenchmark(benchmark);
    expect(published.peers.map(({ municipality, events, total }) => [municipality, events, total])).toEqual([
      ["Odense", 300, 900],
      ["Vejle", 90, 300],
      ["Horsens", 80, 250],
      ["Læsø + Samsø", 7, 35],
    ]);
    for (const shown of [published.toText(), JSON.stringify(published), JSON.stringify(published.toRows())]) {
      expect(shown).toContain("Læsø + Samsø");
      expect(shown).not.toMatch(/"(municipality|name)":"(Læsø|Samsø)"/);
    }
    expect(published.spread?.leaveOneOut.map(({ municipality }) => municipality)).toEqual([
      "Odense",
      "Vejle",
      "Horsens",
    ]);
    expect(published.funnel?.points.filter(({ unit }) => unit === undefined)).toHaveLength(3);
    expect(published.positions).toEqual(benchmark.positions);
    expect(published.clusterRate.estimate).toBe(benchmark.clusterRate.estimate);
  });

  it("hides a single small one behind the next smallest, since it would follow from the sum", () => {
    const published = publishBenchmark(benchmarkOf({ ...large, Læsø: [3, 20] }));
    expect(published.peers.map(({ municipality, events }) => [municipality, events])).toEqual([
      ["Odense", 300],
      ["Vejle", 90],
      ["Horsens + Læsø", 83],
    ]);
  });

  it("takes in more until there are enough together", () => {
    const published = publishBenchmark(benchmarkOf({ ...large, Læsø: [0, 20], Fanø: [2, 9], Ærø: [2, 8] }));
    expect(published.peers.at(-1)).toMatchObject({ municipality: "Fanø + Horsens + Læsø + Ærø", events: 84 });
  });

  it("hides few failures as well as few successes", () => {
    const published = publishBenchmark(benchmarkOf({ ...large, Læsø: [19, 20], Samsø: [30, 34] }));
    expect(published.peers.at(-1)).toMatchObject({ municipality: "Læsø + Samsø", events: 49, total: 54 });
  });

  it("changes nothing where nobody is small, and says so by being the same", () => {
    const benchmark = benchmarkOf(large);
    expect(publishBenchmark(benchmark)).toBe(benchmark);
    expect(publishBenchmark(benchmarkOf({ ...large, Læsø: [3, 20] }), { minimum: 3 }).peers).toHaveLength(4);
  });

  it.each([0, 2.5, NaN])("refuses a minimum of %s", (minimum) => {
    expect(() => publishBenchmark(benchmarkOf(large), { minimum })).toThrow(
      expect.objectContaining({ code: "impossible-option" }),
    );
  });
});
