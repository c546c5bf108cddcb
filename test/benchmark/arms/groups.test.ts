import { describe, expect, it } from "vitest";
import { benchmarkArms, type BenchmarkPlan } from "../../../src/benchmark/index.js";
import { descriptiveText } from "../../support/descriptive.js";
import { madeOutcomes, type Group } from "../../support/outcomes.js";
import { errorOf } from "../../support/errors.js";
import { MEASURE, row } from "../../support/municipalities.js";

const plan: BenchmarkPlan = {
  municipality: "Fredericia",
  cluster: "K1",
  criterion: "job",
  measure: MEASURE,
  groups: [
    { name: "under 30", group: { ageGroup: "young" } },
    { name: "over 30", group: { ageGroup: "old" } },
  ],
};

const arm = (
  id: string,
  young: readonly [number, number],
  old: readonly [number, number],
): readonly Group[] =>
  [["young", young] as const, ["old", old] as const].flatMap(([ageGroup, [events, total]]) => [
    { arm: id, status: "success" as const, count: events, stratum: { ageGroup } },
    { arm: id, count: total - events, stratum: { ageGroup } },
  ]);

/** 60 % of the young and 20 % of the old, everywhere in the cluster. */
const cluster = ["Horsens", "Vejle", "Odder", "Køge"].flatMap((name) => [
  row(name, 60, 100, { group: "under 30" }),
  row(name, 60, 300, { group: "Over 30" }),
]);

describe("a benchmark by groups", () => {
  // The supplier has the cluster's rates in both groups, but mostly young; the municipal unit mostly old.
  const groups = [...arm("supplier", [96, 160], [8, 40]), ...arm("municipal", [24, 40], [32, 160])];
  const benchmark = benchmarkArms(madeOutcomes({ groups }), cluster, plan);
  const [municipal, supplier] = benchmark.arms;

  it("expects of each arm what its own mix lets expect", () => {
    // 160 × 0.6 + 40 × 0.2 = 104; 40 × 0.6 + 160 × 0.2 = 56
    expect(supplier?.expected).toBeCloseTo(104, 9);
    expect(municipal?.expected).toBeCloseTo(56, 9);
    expect(supplier?.ratio?.estimate).toBeCloseTo(1, 12);
    expect(municipal?.ratio?.estimate).toBeCloseTo(1, 12);
    expect(benchmark.positions.map(({ code }) => code)).toEqual(["within-cluster", "within-cluster"]);
  });

  it("brings the rates to the cluster's mix, by the shift and by weights", () => {
    // Crude 0.52 and 0.28; with a quarter young 0.25 × 0.6 + 0.75 × 0.2 = 0.3 for both.
    expect([supplier?.rate.estimate, municipal?.rate.estimate]).toEqual([0.52, 0.28]);
    for (const each of [supplier, municipal, benchmark.whole]) {
      expect(each?.adjusted?.estimate).toBeCloseTo(0.3, 12);
      expect(each?.direct?.estimate).toBeCloseTo(0.3, 12);
      expect(each?.indirect?.estimate).toBeCloseTo(1, 12);
    }
  });

  it("tells each group", () => {
    expect(supplier?.groups).toMatchObject([
      { group: "under 30", observed: 96, total: 160, clusterRate: 0.6, expected: 96 },
      { group: "over 30", observed: 8, total: 40, clusterRate: 0.2, expected: 8 },
    ]);
    const text = descriptiveText(benchmark, "da");
    expect(descriptiveText(benchmark, "en")).toContain("Group by group");
    for (const part of ["Gruppe for gruppe", "over 30", "Ens sammensætning"]) expect(text).toContain(part);
  });

  it("finds an arm above the cluster whose crude rate lies below it", () => {
    // All old: 0.28 against 0.2 expected; the cluster's crude rate is 0.3.
    const old = [...arm("supplier", [0, 0], [280, 1000]), ...arm("municipal", [24, 40], [32, 160])];
    const found = benchmarkArms(madeOutcomes({ groups: old }), cluster, plan);
    expect(found.arms[1]?.ratio?.estimate).toBeCloseTo(1.4, 10);
    expect(found.positions[1]).toEqual({ arm: "supplier", code: "above-cluster" });
  });

  it("says which citizens are compared with nobody", () => {
    const more = [...groups, { arm: "supplier", count: 7, stratum: { ageGroup: "unknown" } }];
    const found = benchmarkArms(madeOutcomes({ groups: more }), cluster, plan);
    expect(found.notices).toContainEqual({
      code: "citizens-without-group",
      severity: "caution",
      citizens: 7,
    });
    expect(found.arms[1]).toMatchObject({ total: 207 });
    expect(found.arms[1]?.expected).toBeCloseTo(104, 9);

    const young = cluster.map((each) => (each.group === "Over 30" ? { ...each, events: 0, total: 0 } : each));
    const half = benchmarkArms(madeOutcomes({ groups }), young, plan);
    expect(half.notices).toContainEqual({
      code: "groups-without-peers",
      severity: "caution",
      groups: ["over 30"],
      citizens: 200,
    });
    expect(half.arms[1]?.expected).toBeCloseTo(96, 9);
    expect(half.arms[1]?.groups?.[1]).toMatchObject({ clusterRate: null, expected: null, ratio: null });
  });

  it("names municipalities whose groups are too few for their log odds to be normal", () => {
    const rows = [
      ...cluster,
      row("Læsø", 2, 6, { group: "under 30" }),
      row("Læsø", 1, 9, { group: "over 30" }),
    ];
    const found = benchmarkArms(madeOutcomes({ groups }), rows, plan);
    expect(found.notices).toContainEqual({
      code: "small-counts",
      severity: "caution",
      municipalities: ["Læsø"],
    });
  });

  it("refuses groups that share a citizen", () => {
    const shared = {
      ...plan,
      groups: [...(plan.groups ?? []), { name: "alle", group: { ageGroup: "old" } }],
    };
    const rows = [...cluster, ...["Horsens", "Vejle"].map((name) => row(name, 1, 2, { group: "alle" }))];
    expect(() => benchmarkArms(madeOutcomes({ groups }), rows, shared)).toThrow(
      expect.objectContaining({ code: "citizen-in-two-groups" }),
    );
  });

  it("gives the same whatever the order of rows and the names of municipalities", () => {
    const renamed = cluster
      .map((each) => ({ ...each, municipality: `Ny ${each.municipality}` }))
      .toReversed();
    const found = benchmarkArms(madeOutcomes({ groups }), renamed, plan);
    expect(found.arms.map(({ ratio }) => ratio)).toEqual(benchmark.arms.map(({ ratio }) => ratio));
    expect(found.spread?.prediction).toEqual(benchmark.spread?.prediction);
  });
});

describe("the cluster's spread", () => {
  const groups: readonly Group[] = [
    { arm: "supplier", status: "success", count: 120 },
    { arm: "supplier", count: 180 },
    { arm: "municipal", status: "success", count: 90 },
    { arm: "municipal", count: 210 },
  ];
  const { groups: _named, ...ungrouped } = plan;
  const at = (rates: readonly number[]): ReturnType<typeof benchmarkArms> =>
    benchmarkArms(
      madeOutcomes({ groups }),
      rates.map((rate, index) => row(`Kommune ${index + 1}`, Math.round(rate * 1000), 1000)),
      ungrouped,
    );

  it("is carried: the further the municipalities lie apart, the wider", () => {
    const alike = at([0.3, 0.31, 0.29, 0.3, 0.3, 0.31]);
    const apart = at([0.2, 0.4, 0.25, 0.35, 0.3, 0.31]);
    expect(alike.positions[1]?.code).toBe("above-cluster");
    expect(apart.positions[1]?.code).toBe("within-cluster");
    expect(apart.notices.map(({ code }) => code)).toContain("overdispersion-carried");
    expect(apart.funnel?.overdispersed).toHaveLength(2);
    expect(alike.funnel?.dispersion).toBeLessThan(2);
  });

  it("is told without each municipality, and when one decides", () => {
    // Without the outlier of 0.55 the supplier's 0.40 is above a tight cluster at 0.30.
    const found = at([0.3, 0.31, 0.29, 0.3, 0.3, 0.55]);
    expect(found.spread?.leaveOneOut).toHaveLength(6);
    expect(found.positions[1]?.code).toBe("within-cluster");
    const { lower, upper } = found.arms[1]?.ratio?.interval ?? {};
    const without = found.spread?.leaveOneOut[5]?.positions[1]?.ratio?.interval;
    expect(without?.lower).toBeGreaterThan(1);
    expect(found.notices).toContainEqual({
      code: "depends-on-one-municipality",
      severity: "caution",
      arm: "supplier",
      name: "Leverandøren",
      lower,
      upper,
      municipalities: ["Kommune 6"],
      lowerWithout: [without?.lower],
      upperWithout: [without?.upper],
    });
  });

  it("puts every unit in the funnel, outside of the widest limits that it lies outside of", () => {
    const found = at([0.3, 0.31, 0.29, 0.3, 0.3, 0.31]);
    expect(found.funnel?.target).toBeCloseTo(0.3016667, 7);
    expect(found.funnel?.points.map(({ name, unit, outside }) => [name, unit, outside]).slice(-3)).toEqual([
      ["Egen enhed", "arm", 0],
      // 0.40 of 300 is 3.7 standard errors above 0.302.
      ["Leverandøren", "arm", 0.998],
      ["Fredericia", "whole", 0.95],
    ]);
    for (const { points } of found.funnel?.limits ?? []) {
      expect(points.map(({ size }) => size)).toEqual(
        points.map(({ size }) => size).toSorted((a, b) => a - b),
      );
      expect([points[0]?.size, points.at(-1)?.size]).toEqual([300, 1000]);
      for (const { lower, upper } of points) expect(lower).toBeLessThan(upper);
    }
  });

  it("never leaves a rank without limits", () => {
    const found = at([0.2, 0.4, 0.25, 0.35, 0.3, 0.31]);
    for (const { rank } of [...found.arms, found.whole]) {
      expect(rank?.of).toBe(7);
      expect(rank?.lower).toBeLessThanOrEqual(rank?.median ?? NaN);
      expect(rank?.upper).toBeGreaterThanOrEqual(rank?.median ?? NaN);
    }
    expect(found.peers.map(({ rank }) => rank?.of)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(found.peers[1]?.rank).toMatchObject({ median: 1 });
  });

  it("tells of the peers' citizens outside of the groups, to the public without their number", () => {
    const people = [...arm("supplier", [96, 160], [8, 40]), ...arm("municipal", [24, 40], [32, 160])];
    const rows = [...cluster, row("Horsens", 122, 407, { group: "I alt" })];
    const told = (audience: "internal" | "published"): unknown =>
      benchmarkArms(madeOutcomes({ groups: people }), rows, plan, { audience }).notices.find(
        ({ code }) => code === "peers-citizens-without-group",
      );
    expect(told("internal")).toMatchObject({ citizens: 7, totals: [407], totalsWithin: [400] });
    expect(told("published")).toEqual({
      code: "peers-citizens-without-group",
      severity: "caution",
      citizens: null,
    });
  });
});

describe("a plan's groups", () => {
  const outcomes = madeOutcomes({
    groups: [...arm("supplier", [96, 160], [8, 40]), ...arm("municipal", [24, 40], [32, 160])],
  });
  const refusal = (name: string, group: Readonly<Record<string, string>>): unknown =>
    errorOf(() => benchmarkArms(outcomes, cluster, { ...plan, groups: [{ name, group }] }));

  it("are none of a stratum that isn't drawn within, before anyone was drawn too", () => {
    const nobody = { ...madeOutcomes({ groups: [] }), participants: [] };
    expect(errorOf(() => benchmarkArms(nobody, cluster, plan))).toMatchObject({ code: "unknown-stratum" });
  });

  it("are refused where nobody could be in them, with the nearest that there are", () => {
    expect(refusal("under 30", { agegroup: "young" })).toMatchObject({
      code: "unknown-stratum",
      path: "benchmark.groups[0].group.agegroup",
      hint: "Did you mean ageGroup?",
    });
    expect(refusal("under 30", { ageGroup: "yung" })).toMatchObject({
      code: "unknown-level",
      path: "benchmark.groups[0].group.ageGroup",
      expected: "one of old, young, as the citizens have it",
      hint: "Did you mean young?",
    });
    expect(refusal("undr 30", { ageGroup: "young" })).toMatchObject({
      code: "unknown-group",
      path: "benchmark.groups[0].name",
      hint: "Did you mean under 30?",
    });
  });

  it("may wait for a level that nobody has yet, and say so", () => {
    const grown = {
      ...plan,
      groups: [...(plan.groups ?? []), { name: "over 60", group: { ageGroup: "oldest" } }],
    };
    const peers = [
      ...cluster,
      ...["Horsens", "Vejle", "Odder", "Køge"].map((name) => row(name, 5, 50, { group: "over 60" })),
    ];
    const { allocation } = outcomes.ledger.opening;
    const declaring = (ageGroup: readonly string[]): typeof outcomes => ({
      ...outcomes,
      ledger: {
        ...outcomes.ledger,
        opening: { ...outcomes.ledger.opening, allocation: { ...allocation, levels: { ageGroup } } },
      },
    });
    for (const given of [outcomes, declaring(["young", "old", "oldest"])]) {
      const found = benchmarkArms(given, peers, grown);
      expect(found.positions.map(({ code }) => code)).toEqual(["within-cluster", "within-cluster"]);
      expect(found.notices).toContainEqual({
        code: "groups-without-citizens",
        severity: "info",
        groups: ["over 60"],
      });
    }
    expect(errorOf(() => benchmarkArms(declaring(["young", "old", "aged"]), peers, grown))).toMatchObject({
      code: "unknown-level",
      path: "benchmark.groups[2].group.ageGroup",
      received: "oldest",
      expected: "one of aged, old, young, as the protocol declares them",
    });
    expect(benchmarkArms(outcomes, cluster, plan).notices.map(({ code }) => code)).not.toContain(
      "groups-without-citizens",
    );
  });

  it("may wait for a level while citizens are few", () => {
    const few = madeOutcomes({
      groups: [...arm("supplier", [3, 6], [0, 0]), ...arm("municipal", [2, 5], [0, 0])],
    });
    expect(benchmarkArms(few, cluster, plan).positions.map(({ code }) => code)).toEqual([
      "too-few",
      "too-few",
    ]);
  });
});
