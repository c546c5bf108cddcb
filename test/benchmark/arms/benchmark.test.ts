import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benchmarkArms, type BenchmarkPlan } from "../../../src/benchmark/index.js";
import { compareArms } from "../../../src/effects/index.js";
import { arbitraryGroups, madeOutcomes, type Group } from "../../support/outcomes.js";
import { descriptiveText } from "../../support/descriptive.js";
import { errorOf } from "../../support/errors.js";
import { MEASURE, row } from "../../support/municipalities.js";

const plan: BenchmarkPlan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };
const cluster = [row("Horsens", 400, 1000), row("Vejle", 200, 1000), row("Fredericia", 900, 1000)];
/** Four that hardly differ. */
const alike = [300, 310, 290, 305].map((events, index) => row(`Kommune ${index + 1}`, events, 1000));

const groups: readonly Group[] = [
  { arm: "supplier", status: "success", count: 60 },
  { arm: "supplier", count: 60 },
  { arm: "supplier", status: "unknown", count: 5 },
  { arm: "supplier", status: "success", count: 9, mature: false },
  { arm: "supplier", status: "success", count: 7, probabilities: { municipal: 0, supplier: 1 } },
  { arm: "municipal", status: "success", count: 33 },
  { arm: "municipal", count: 77 },
];

describe("benchmarkArms", () => {
  const benchmark = benchmarkArms(madeOutcomes({ groups }), cluster, plan);
  const [municipal, supplier] = benchmark.arms;

  it("holds each arm's known outcomes against the peers pooled by totals", () => {
    // 600 of 2000 = 0.3 in the cluster, without Fredericia's own 900 of 1000.
    expect(benchmark.clusterRate).toMatchObject({ estimate: 0.3, method: "wilson" });
    expect(supplier).toMatchObject({ observed: 60, total: 120, mature: 125 });
    expect(supplier?.expected).toBeCloseTo(36, 12);
    expect(supplier?.ratio?.estimate).toBeCloseTo(60 / 36, 14);
    expect(municipal).toMatchObject({ observed: 33, total: 110 });
    expect(municipal?.expected).toBeCloseTo(33, 12);
  });

  it("stands the municipality as a whole beside its arms", () => {
    expect(benchmark.whole).toMatchObject({ name: "Fredericia", observed: 93, total: 230, mature: 235 });
    expect(benchmark.whole.expected).toBeCloseTo(69, 12);
  });

  it("carries the cluster's own sampling error: a smaller cluster gives a wider interval", () => {
    const small = [row("Horsens", 40, 100), row("Vejle", 20, 100)];
    const wide = benchmarkArms(madeOutcomes({ groups }), small, plan).arms[1]?.ratio?.interval;
    const narrow = supplier?.ratio?.interval;
    expect(wide?.lower).toBeLessThan(narrow?.lower ?? NaN);
    expect(wide?.upper).toBeGreaterThan(narrow?.upper ?? NaN);
  });

  it("says where each arm lies among enough municipalities, and nothing beside two", () => {
    expect(benchmark.positions.map(({ code }) => code)).toEqual([
      "too-few-municipalities",
      "too-few-municipalities",
    ]);
    expect(benchmarkArms(madeOutcomes({ groups }), alike, plan).positions).toEqual([
      { arm: "municipal", code: "within-cluster" },
      { arm: "supplier", code: "above-cluster" },
    ]);
    const better = alike.map((each) => ({ ...each, events: 700 }));
    expect(benchmarkArms(madeOutcomes({ groups }), better, plan).positions.map((each) => each.code)).toEqual([
      "below-cluster",
      "below-cluster",
    ]);
  });

  it("doesn't widen a funnel by two municipalities, of which nothing tells how municipalities differ", () => {
    expect(benchmark.funnel).toMatchObject({ width: "unknown", dispersion: 1 });
    expect(benchmark.funnel).not.toHaveProperty("overdispersed");
    const third = benchmarkArms(madeOutcomes({ groups }), [...cluster, row("Odder", 300, 1000)], plan);
    expect(third.funnel).toMatchObject({ width: "overdispersion" });
  });

  it("has the denominators of the comparison between the arms", () => {
    fc.assert(
      fc.property(arbitraryGroups, (given) => {
        const outcomes = madeOutcomes({ groups: given });
        const effect = compareArms(outcomes, { primary: "job", referenceArm: "municipal" });
        const beside = benchmarkArms(outcomes, cluster, plan);
        expect(beside.arms.map(({ observed, total, mature }) => [observed, total, mature])).toEqual(
          effect.rates.map(({ counts }) => [counts.success, counts.success + counts.failure, counts.mature]),
        );
      }),
    );
  });

  it("speaks no sooner than the comparison of the arms may", () => {
    const positions = (minimumMature?: number): readonly string[] =>
      benchmarkArms(madeOutcomes({ groups }), alike, {
        ...plan,
        ...(minimumMature === undefined ? {} : { minimumMature }),
      }).positions.map((each) => each.code);
    expect(positions(126)).toEqual(["too-few", "too-few"]);
    expect(positions(125)).toEqual(["too-few", "above-cluster"]);
    expect(positions()).toEqual(["within-cluster", "above-cluster"]);
    const tiny = [row("Horsens", 20, 99)];
    expect(benchmarkArms(madeOutcomes({ groups }), tiny, plan).positions[1]?.code).toBe("too-few");
  });

  it("stands beside figures of another measure without ratio, expectation or position", () => {
    const other = cluster.map((each) => ({ ...each, anchor: "course end", window: "6 months" }));
    const panel = benchmarkArms(madeOutcomes({ groups }), other, plan);
    expect(panel.comparable).toBe(false);
    expect(panel.differences).toEqual([
      { part: "anchor", received: "course end", expected: "referral" },
      { part: "window", received: "6 months", expected: "13 weeks + 6 months" },
    ]);
    expect(panel.arms.map((arm) => ["ratio" in arm, "expected" in arm])).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(panel.positions.map((each) => each.code)).toEqual(["not-comparable", "not-comparable"]);
    expect(panel.peers.map((peer) => peer.municipality)).toEqual(["Horsens", "Vejle"]);
    expect(panel.notices).toEqual([]);
  });

  it("says that two peers don't tell how municipalities differ", () => {
    expect(benchmark).toMatchObject({ method: "pooled-by-totals" });
    expect("spread" in benchmark).toBe(false);
    expect(benchmark.notices).toMatchObject([
      { code: "spread-unknown", severity: "caution", peers: 2, fewest: 3 },
    ]);
  });

  it("tells whence and of which year the figures are, and what was left out", () => {
    const rows = [
      row("Horsens", 400, 1000, { source: "Jobindsats", year: "2005", direction: "higher-is-better" }),
      row("Vejle", 200, 1000, { period: "2004" }),
    ];
    const found = benchmarkArms(madeOutcomes({ groups }), rows, plan);
    expect(found).toMatchObject({ sources: ["Jobindsats"], years: ["2005"] });
    expect(found.notices).toMatchObject([
      { code: "peers-of-another-measure", severity: "info", municipalities: ["Vejle"] },
      { code: "spread-unknown" },
    ]);
  });

  it("stands beside figures of which the low is good without a ratio", () => {
    const low = cluster.map((each) => ({ ...each, direction: "lower-is-better" as const }));
    const panel = benchmarkArms(madeOutcomes({ groups }), low, plan);
    expect(panel.differences).toEqual([
      { part: "direction", received: "lower-is-better", expected: "higher-is-better" },
    ]);
    expect(panel.positions.map(({ code }) => code)).toEqual(["not-comparable", "not-comparable"]);
    expect(["spread" in panel, "funnel" in panel, "ratio" in panel.whole]).toEqual([false, false, false]);
  });

  it("says, beside what it concludes, where the figures don't tell which end is the good one", () => {
    const untold = alike.map(({ direction: _direction, ...each }) => each);
    const told = benchmarkArms(madeOutcomes({ groups }), [...untold.slice(1), ...alike.slice(0, 1)], plan);
    expect(told.notices).toContainEqual({
      code: "direction-not-told",
      severity: "caution",
      municipalities: ["Kommune 2", "Kommune 3", "Kommune 4"],
    });
    const all = benchmarkArms(madeOutcomes({ groups }), untold, plan);
    expect(all.comparable).toBe(true);
    expect(all.notices).toContainEqual({ code: "direction-not-told", severity: "caution" });
    expect(descriptiveText(all, "da")).toMatch(/om det høje eller det lave tal er det gode/);
    const codes = benchmarkArms(madeOutcomes({ groups }), alike, plan).notices.map(({ code }) => code);
    expect(codes).not.toContain("direction-not-told");
  });

  it("refuses a slip in the plan's own name, by which the municipality would stand among its peers", () => {
    const outcomes = madeOutcomes({ groups });
    const named = (municipality: string) => () => benchmarkArms(outcomes, alike, { ...plan, municipality });
    expect(errorOf(named("Fredrcia"))).toMatchObject({
      code: "unknown-municipality",
      path: "benchmark.municipality",
      received: "Fredrcia",
      hint: "Did you mean Fredericia?",
    });
    // One from before 2007, and a code.
    for (const name of ["Børkop", "607"]) expect(named(name)().municipality).toBe(name);
  });

  it("records its choices and its rows", () => {
    expect(benchmark.provenance).toMatchObject({
      operation: "benchmarkArms",
      options: {
        level: { value: 0.95, source: "default" },
        minimumMature: { value: 100, source: "default" },
      },
      inputs: { municipalities: { rows: 3 }, participants: 251 },
    });
  });

  it("stands on no one at all", () => {
    const empty = benchmarkArms(madeOutcomes({ groups: [] }), [row("Horsens", 0, 0)], plan);
    expect(empty.positions.map((each) => each.code)).toEqual(["too-few", "too-few"]);
    expect("ratio" in (empty.arms[0] ?? {})).toBe(false);
    expect("expected" in (empty.arms[0] ?? {})).toBe(false);
  });

  it.each([
    ["no municipality", { municipality: undefined }, "missing-option"],
    ["half a measure", { measure: { ...MEASURE, window: "" } }, "impossible-option"],
    [
      "one group twice",
      {
        groups: [
          { name: "over 30", group: { ageGroup: "old" } },
          { name: "Over 30", group: { ageGroup: "young" } },
        ],
      },
      "impossible-option",
    ],
    ["an unknown key", { clusters: "K1" }, "unknown-option"],
  ])("refuses a plan with %s", (_what, change, code) => {
    const bad = { ...plan, ...change } as BenchmarkPlan;
    expect(() => benchmarkArms(madeOutcomes({ groups }), cluster, bad)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("says that it is the plan's criterion that isn't known", () => {
    expect(() => benchmarkArms(madeOutcomes({ groups }), cluster, { ...plan, criterion: "jobs" })).toThrow(
      expect.objectContaining({
        code: "unknown-criterion",
        path: "benchmark.criterion",
        hint: "Did you mean job?",
      }),
    );
  });

  it("ranks an arm by its own estimate: it isn't drawn into a cluster that hardly differs", () => {
    // Seven at 40 %, so that τ² = 0; 122 of 240 is 50.8 %, above all of them by its position too.
    const same = Array.from({ length: 7 }, (_, at) => row(`Kommune ${at + 1}`, 400, 1000));
    const arms = [
      { arm: "supplier", status: "success" as const, count: 122 },
      { arm: "supplier", count: 118 },
      { arm: "municipal", status: "success" as const, count: 80 },
      { arm: "municipal", count: 120 },
    ];
    const found = benchmarkArms(madeOutcomes({ groups: arms }), same, plan);
    expect(found.spread?.tauSquared).toBe(0);
    expect(found.positions[1]).toEqual({ arm: "supplier", code: "above-cluster" });
    expect(found.arms[1]?.rank).toMatchObject({ median: 1, lower: 1, upper: 1, of: 8 });
    // At the cluster's own rate every rank may be.
    expect(found.arms[0]?.rank).toMatchObject({ lower: 1, upper: 8, of: 8 });
  });

  it.each([
    [0, "cluster-without-successes", /^Ingen i sammenligningskommunerne har haft succes/],
    [300, "cluster-without-failures", /^Alle i sammenligningskommunerne har haft succes/],
  ] as const)("says no ratio beside a cluster in which %i of 300 had a success", (events, code, sentence) => {
    const none = ["Horsens", "Vejle", "Odder"].map((name) => row(name, events, 300));
    const found = benchmarkArms(madeOutcomes({ groups }), none, plan);
    for (const unit of [...found.arms, found.whole]) {
      expect(unit).not.toHaveProperty("ratio");
      expect(unit).not.toHaveProperty("expected");
      expect(unit).not.toHaveProperty("rank");
    }
    expect(found.positions.map((each) => each.code)).toEqual(["too-few", "too-few"]);
    expect(found.notices).toMatchObject([{ code, severity: "warning", citizens: 900 }]);
    expect(found).not.toHaveProperty("spread");
    expect(found).not.toHaveProperty("funnel");
    expect(found.toText({ language: "da" })).toMatch(sentence);
    expect(found.toText({ language: "en" })).toMatch(/so it can't be computed where/);
  });
});
