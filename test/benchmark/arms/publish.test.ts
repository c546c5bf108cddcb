import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  benchmarkArms,
  type Benchmark,
  type BenchmarkPlan,
  type CountRow,
} from "../../../src/benchmark/index.js";
import { caterpillarPlot, funnelPlot } from "../../../src/figures/index.js";
import { MEASURE, row } from "../../support/municipalities.js";
import { madeOutcomes, type Group } from "../../support/outcomes.js";

const plan: BenchmarkPlan = {
  municipality: "Fredericia",
  cluster: "K1",
  criterion: "job",
  measure: MEASURE,
  minimumMature: 20,
};
const grouped: BenchmarkPlan = {
  ...plan,
  groups: [
    { name: "unge", group: { ageGroup: "young" } },
    { name: "midaldrende", group: { ageGroup: "middle" } },
    { name: "ældre", group: { ageGroup: "old" } },
  ],
};

/** Successes and citizens of an arm. */
type Counts = readonly [events: number, total: number];

const arm = (id: string, [events, total]: Counts, stratum?: Readonly<Record<string, string>>): Group[] => [
  { arm: id, status: "success", count: events, ...(stratum === undefined ? {} : { stratum }) },
  { arm: id, count: total - events, ...(stratum === undefined ? {} : { stratum }) },
];
const armGroups = (id: string, counts: Readonly<Record<string, Counts>>): Group[] =>
  Object.entries(counts).flatMap(([ageGroup, each]) => arm(id, each, { ageGroup }));

const two = [...arm("supplier", [40, 100]), ...arm("municipal", [35, 100])];

/** Everything that is published, in one text. */
function shown(benchmark: Benchmark): string {
  const parts = (["da", "en"] as const).flatMap((language) => [
    benchmark.toText({ language }),
    benchmark.toMarkdown({ language }),
    benchmark.toHTML({ language }),
    caterpillarPlot(benchmark, { language }).toSVG(),
    ...(benchmark.funnel === undefined ? [] : [funnelPlot(benchmark, { language }).toSVG()]),
  ]);
  return [JSON.stringify(benchmark), JSON.stringify(benchmark.toRows()), ...parts].join("\n");
}

function published(rows: readonly CountRow[], groups: readonly Group[] = two, by = plan): Benchmark {
  return benchmarkArms(madeOutcomes({ groups }), rows, by, { audience: "published" });
}

const large = [row("Odense", 300, 900), row("Vejle", 90, 300), row("Horsens", 80, 250), row("Køge", 70, 200)];

describe("a benchmark to publish", () => {
  it("computes everything of municipalities taken together", () => {
    const small = [row("Samsø", 4, 15), row("Læsø", 3, 20), row("Fanø", 20, 21)];
    const benchmark = published([...large, ...small]);
    const by = benchmarkArms(
      madeOutcomes({ groups: two }),
      [...large, row("Øvrige kommuner (3)", 27, 56)],
      plan,
    );
    const { peers, spread, arms, funnel, clusterRate, positions } = benchmark;
    expect({ peers, spread, arms, funnel, clusterRate, positions }).toEqual({
      peers: by.peers,
      spread: by.spread,
      arms: by.arms,
      funnel: by.funnel,
      clusterRate: by.clusterRate,
      positions: by.positions,
    });
    expect(benchmark.notices).toContainEqual({
      code: "municipalities-together",
      severity: "caution",
      name: "Øvrige kommuner (3)",
      municipalities: ["Fanø", "Læsø", "Samsø"],
      minimum: 5,
    });
  });

  it("gives municipalities that are taken together no place, and counts the others' places without them", () => {
    const small = [row("Samsø", 4, 15), row("Læsø", 3, 20), row("Fanø", 20, 21)];
    const { peers, whole, arms } = published([...large, ...small]);
    const ranks = new Map(peers.map(({ municipality, rank }) => [municipality, rank]));
    expect(ranks.get("Øvrige kommuner (3)")).toBeUndefined();
    const places = [
      ...large.map(({ municipality }) => ranks.get(municipality)),
      whole.rank,
      ...arms.map(({ rank }) => rank),
    ];
    expect(places.map((rank) => rank?.of)).toEqual(places.map(() => large.length + 1));
  });

  it("is the same as an internal one where nothing is small, but for digests", () => {
    const { provenance: _p, audience, ...rest } = published(large);
    const {
      provenance: _i,
      audience: other,
      ...internal
    } = benchmarkArms(madeOutcomes({ groups: two }), large, plan);
    expect(rest).toEqual(internal);
    expect([audience, other]).toEqual(["published", "internal"]);
  });

  it("says nothing of files, whose digests would confirm a guess", () => {
    expect(published(large).provenance.inputs).toEqual({ municipalities: { rows: 4 } });
  });

  it("shows arms of which one is small only together", () => {
    const benchmark = published(large, [...arm("supplier", [3, 60]), ...arm("municipal", [35, 100])]);
    expect(benchmark.arms).toEqual([]);
    expect(benchmark.positions).toEqual([
      { arm: "municipal", code: "suppressed" },
      { arm: "supplier", code: "suppressed" },
    ]);
    expect(benchmark.whole).toMatchObject({ observed: 38, total: 160 });
    expect(benchmark.funnel?.points.filter(({ unit }) => unit !== undefined)).toHaveLength(1);
    expect(benchmark.toText({ language: "da" })).toContain("Enhederne vises ikke hver for sig");
  });

  it("joins groups that are small in an arm, in the cluster too", () => {
    const rows = ["Odense", "Vejle", "Horsens", "Køge"].flatMap((name, index) => [
      row(name, 30 + index, 100, { group: "unge" }),
      row(name, 20 + index, 90, { group: "midaldrende" }),
      row(name, 10 + index, 80, { group: "ældre" }),
    ]);
    const groups = [
      ...armGroups("supplier", { young: [20, 50], middle: [10, 40], old: [2, 30] }),
      ...armGroups("municipal", { young: [22, 50], middle: [9, 40], old: [8, 30] }),
    ];
    const benchmark = published(rows, groups, grouped);
    for (const unit of [...benchmark.arms, benchmark.whole]) {
      expect(unit.groups?.map(({ group }) => group)).toEqual(["unge", "midaldrende + ældre"]);
    }
    const joined = benchmark.arms[1]?.groups?.[1];
    expect(joined).toMatchObject({ observed: 12, total: 70 });
    expect(joined?.clusterRate).toBeCloseTo((20 + 21 + 22 + 23 + 10 + 11 + 12 + 13) / (4 * 170), 12);
  });

  it("counts no few citizens outside of the groups, nor few of unknown outcome", () => {
    const rows = ["Odense", "Vejle", "Horsens"].flatMap((name) =>
      ["unge", "midaldrende", "ældre"].map((group) => row(name, 30, 100, { group })),
    );
    const counts: Readonly<Record<string, Counts>> = { young: [20, 50], middle: [10, 40], old: [9, 30] };
    const groups = [
      ...armGroups("supplier", { ...counts, nobody: [1, 2] }),
      ...armGroups("municipal", counts),
      { arm: "supplier", status: "unknown" as const, count: 2, stratum: { ageGroup: "young" } },
    ];
    const benchmark = published(rows, groups, grouped);
    expect(benchmark.arms[1]).toMatchObject({ observed: 39, total: 120, mature: null });
    // Everyone is told elsewhere: with 120 of this arm, the other's number would follow.
    expect(benchmark.arms[0]).toMatchObject({ observed: 39, total: 120, mature: null });
    expect(benchmark.whole).toMatchObject({ total: 240, mature: null });
    expect(benchmark.notices).toContainEqual({
      code: "citizens-without-group",
      severity: "caution",
      citizens: null,
    });
  });

  it.each([
    ["the cluster", [row("Læsø", 3, 20), row("Fanø", 1, 20)], two],
    ["the municipality", large, [...arm("supplier", [1, 60]), ...arm("municipal", [3, 60])]],
  ])("refuses where %s is small in all", (_what, rows, groups) => {
    expect(() => published(rows, groups)).toThrow(expect.objectContaining({ code: "too-small-to-publish" }));
  });

  it.each([
    [{ minimum: 0 }, "impossible-option"],
    [{ minimum: 2.5 }, "impossible-option"],
    [{ audience: "press" as "published" }, "impossible-option"],
    [{ minimun: 5 } as object, "unknown-option"],
  ])("refuses %j", (options, code) => {
    expect(() => benchmarkArms(madeOutcomes({ groups: two }), large, plan, options)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

/** Two ways to divide a sum in parts of at most `most` each. */
const splits = (parts: number, most: number): fc.Arbitrary<readonly [number[], number[]]> =>
  fc.array(fc.integer({ min: 0, max: most }), { minLength: parts, maxLength: parts }).chain((first) => {
    const sum = first.reduce((all, each) => all + each, 0);
    return fc.array(fc.nat(parts - 1), { minLength: sum, maxLength: sum }).map((places) => {
      const second = first.map(() => 0);
      for (const place of places) {
        let at = place;
        while ((second[at] ?? 0) >= most) at = (at + 1) % parts;
        second[at] = (second[at] ?? 0) + 1;
      }
      return [first, second] as const;
    });
  });

describe("what was taken together", () => {
  it("leaves no trace in anything that is published: other small counts of the same sums, the same bytes", () => {
    const names = ["Samsø", "Læsø", "Fanø", "Ærø"];
    const rowsOf = (events: readonly number[], totals: readonly number[]): readonly CountRow[] => [
      ...large,
      ...events.map((each, index) => row(names[index] ?? "", each, 10 + each + (totals[index] ?? 0))),
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((parts) => fc.tuple(splits(parts, 4), splits(parts, 40))),
        ([[events, otherEvents], [others, otherOthers]]) => {
          expect(shown(published(rowsOf(otherEvents, otherOthers)))).toBe(
            shown(published(rowsOf(events, others))),
          );
        },
      ),
      { numRuns: 15, seed: 6 },
    );
  });

  it("leaves none of an arm's small groups either", () => {
    const rows = ["Odense", "Vejle", "Horsens", "Køge"].flatMap((name, index) =>
      ["unge", "midaldrende", "ældre"].map((group) => row(name, 30 + index, 100, { group })),
    );
    const of = (middle: number, old: number): Benchmark =>
      published(
        rows,
        [
          ...armGroups("supplier", { young: [20, 50], middle: [middle, 30], old: [old, 30] }),
          ...armGroups("municipal", { young: [22, 50], middle: [9, 40], old: [8, 30] }),
        ],
        grouped,
      );
    const first = shown(of(4, 2));
    for (const [middle, old] of [
      [3, 3],
      [2, 4],
    ] as const) {
      expect(shown(of(middle, old))).toBe(first);
    }
  });
});
