import { describe, expect, it } from "vitest";
import { benchmarkArms, type Benchmark, type BenchmarkPlan } from "../../../src/benchmark/index.js";
import { rankTable, standardizedTable } from "../../../src/benchmark/arms/secondaryTables.js";
import { standardize } from "../../../src/inference/index.js";
import { descriptiveText } from "../../support/descriptive.js";
import { madeOutcomes, type Group } from "../../support/outcomes.js";
import { MEASURE, row } from "../../support/municipalities.js";

const plan: BenchmarkPlan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, " ");

/** Successes of a thousand in as many municipalities, about 40 %. */
function about400(municipalities: number): readonly number[] {
  return Array.from({ length: municipalities }, (_, index) => 380 + ((index * 17) % 41));
}

/** Two arms of 200 beside municipalities of a thousand, given by their successes or their number. */
function beside(municipalities: number | readonly number[], supplier: number, municipal: number): Benchmark {
  const groups: readonly Group[] = [
    { arm: "supplier", status: "success", count: supplier },
    { arm: "supplier", count: 200 - supplier },
    { arm: "municipal", status: "success", count: municipal },
    { arm: "municipal", count: 200 - municipal },
  ];
  const successes = typeof municipalities === "number" ? about400(municipalities) : municipalities;
  const rows = successes.map((events, index) => row(`Kommune ${String(index + 1)}`, events, 1000));
  return benchmarkArms(madeOutcomes({ groups }), rows, plan);
}

describe("the table of standardization", () => {
  const benchmark = beside(6, 100, 80);

  it("has the ratio to the pooled rates with exact limits and Byar's", () => {
    const [events, total] = [benchmark.peers.reduce((sum, peer) => sum + peer.events, 0), 6000];
    const expected = (200 * events) / total;
    // Byar: O(1 − 1/(9O) − z/(3√O))³/E below, and with O + 1 above.
    const byar = (observed: number, z: number): number =>
      (observed * (1 - 1 / (9 * observed) + z / (3 * Math.sqrt(observed))) ** 3) / expected;
    const supplier = benchmark.arms.find(({ arm }) => arm === "supplier");
    expect(supplier?.indirect).toMatchObject({ observed: 100, method: "exact" });
    expect(supplier?.indirect?.expected).toBeCloseTo(expected, 10);
    expect(supplier?.byar?.interval.lower).toBeCloseTo(byar(100, -1.959964), 6);
    expect(supplier?.byar?.interval.upper).toBeCloseTo(byar(101, 1.959964), 6);
    const [table] = standardizedTable(benchmark, "da");
    expect(table?.caption).toBe("Indirekte standardisering");
    expect(table?.columns.map(({ heading }) => plain(heading)).slice(-2)).toEqual([
      "95 % KI (eksakt)",
      "95 % KI (Byar)",
    ]);
    expect(table?.rows.at(1)?.at(-1)).toContain(byar(101, 1.959964).toFixed(2).replace(".", ","));
    expect(table?.rows.map(([name]) => name)).toEqual(["Egen enhed", "Leverandøren", "Kommunen som helhed"]);
  });

  it("has the directly standardized rate with Dobson's limits where there are groups", () => {
    const groups: readonly Group[] = (["supplier", "municipal"] as const).flatMap((arm) => [
      { arm, status: "success", count: 60, stratum: { ageGroup: "young" } },
      { arm, count: 40, stratum: { ageGroup: "young" } },
      { arm, status: "success", count: 30, stratum: { ageGroup: "old" } },
      { arm, count: 70, stratum: { ageGroup: "old" } },
    ]);
    const rows = ["Horsens", "Vejle", "Odder", "Køge"].flatMap((name) => [
      row(name, 50, 100, { group: "under 30" }),
      row(name, 60, 300, { group: "over 30" }),
    ]);
    const grouped = benchmarkArms(madeOutcomes({ groups }), rows, {
      ...plan,
      groups: [
        { name: "under 30", group: { ageGroup: "young" } },
        { name: "over 30", group: { ageGroup: "old" } },
      ],
    });
    // A quarter of 60 % and three quarters of 30 %.
    const own = standardize({ events: [60, 30], total: [100, 100], standard: [400, 1200] });
    expect(own.estimate).toBeCloseTo(0.375, 14);
    const [table] = standardizedTable(grouped, "en");
    expect(table?.caption).toBe("Direct and indirect standardization");
    expect(table?.columns[2]?.heading).toBe("95% CI (Dobson)");
    expect(table?.rows[0]?.slice(1, 4)).toEqual([
      "37.5%",
      `${(100 * own.interval.lower).toFixed(1)}% to ${(100 * own.interval.upper).toFixed(1)}%`,
      "27.5%",
    ]);
    const [first] = grouped.toRows();
    expect(first).toMatchObject({ direct: own.estimate, directLower: own.interval.lower });
  });

  it("isn't there of arms that are too few, nor beside figures of another measure", () => {
    const few = beside(6, 100, 80);
    const tooFew: Benchmark = {
      ...few,
      positions: few.positions.map(({ arm }) => ({ arm, code: "too-few" })),
      wholePosition: "too-few",
    };
    expect([...standardizedTable(tooFew, "en"), ...rankTable(tooFew, "en")]).toEqual([]);
    const rows = [row("Horsens", 400, 1000)].map((each) => ({ ...each, anchor: "course end" }));
    const panel = benchmarkArms(madeOutcomes({ groups: [] }), rows, plan);
    expect([...standardizedTable(panel, "en"), ...rankTable(panel, "en")]).toEqual([]);
  });
});

describe("the table of ranks", () => {
  it("has P(rank ≤ k) for the first and each quarter, with the rank and its limits", () => {
    const benchmark = beside(7, 90, 70);
    const [table] = rankTable(benchmark, "en");
    expect(table?.caption).toBe(
      "The probability of being among the first of 8, the highest rate being number 1",
    );
    expect(table?.columns.map(({ heading }) => heading)).toEqual([
      "Unit",
      "Rank",
      "Number 1",
      "Among the first 2",
      "Among the first 4",
      "Among the first 6",
    ]);
    const supplier = benchmark.arms.find(({ arm }) => arm === "supplier");
    const { probabilities = [], topQuarter } = supplier?.rank ?? {};
    expect(probabilities).toHaveLength(8);
    expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    expect(topQuarter).toBe((probabilities[0] ?? 0) + (probabilities[1] ?? 0));
    expect(table?.rows[1]?.[3]).toBe(`${(100 * (topQuarter ?? NaN)).toFixed(0)}%`);
    for (const cells of table?.rows ?? []) expect(cells[1]).toMatch(/^\d \(\d to \d\) of 8$/);
  });

  it("calls nothing certain, and never impossible", () => {
    for (const [language, under, over] of [
      ["da", "under 1 %", "over 99 %"],
      ["en", "under 1%", "over 99%"],
    ] as const) {
      const [table] = rankTable(beside(12, 160, 10), language);
      const cells = (table?.rows ?? []).map((each) => each.slice(2).map(plain));
      // Of 13 the ends of the quarters are 4, 7 and 10.
      expect(cells.slice(0, 2)).toEqual([
        [under, under, under, under],
        [over, over, over, over],
      ]);
      expect(cells.flat().filter((cell) => /^(0|100) ?%$/.test(cell))).toEqual([]);
    }
  });

  it("has no column twice where few are ranked", () => {
    const headings = rankTable(beside(3, 90, 70), "da")[0]?.columns.map(({ heading }) => heading);
    expect(headings?.slice(2)).toEqual(["Nummer 1", "Blandt de 2 første", "Blandt de 3 første"]);
  });
});

function notice(benchmark: Benchmark): unknown {
  return benchmark.notices.find(({ code }) => code === "rank-beside-position");
}

describe("rank and position", () => {
  it("are explained where they seem to differ", () => {
    // First of 7 in all probability, and yet not beyond what municipalities like these may be expected to differ by.
    const high = beside([340, 350, 360, 440, 450, 460], 100, 100);
    expect(high.positions.map(({ code }) => code)).toEqual(["within-cluster", "within-cluster"]);
    expect(high.wholePosition).toBe("within-cluster");
    expect(high.whole.rank?.upper).toBeLessThan(4);
    expect(notice(high)).toMatchObject({ municipality: "Fredericia" });
    expect(descriptiveText(high, "da")).toContain("Fredericia som helhed kan placeringen");
    expect(descriptiveText(high, "en")).toContain("Fredericia as a whole the rank and the conclusion");
  });

  it("are left alone where they agree", () => {
    const clear = beside(6, 140, 140);
    expect(clear.positions.map(({ code }) => code)).toEqual(["above-cluster", "above-cluster"]);
    expect(clear.whole.rank).toMatchObject({ lower: 1, upper: 1 });
    expect(notice(clear)).toBeUndefined();
    const middle = beside(6, 80, 80);
    expect(middle.whole.rank?.upper).toBeGreaterThan(4);
    expect(notice(middle)).toBeUndefined();
  });
});
