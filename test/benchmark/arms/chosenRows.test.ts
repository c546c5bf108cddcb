import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benchmarkArms, parseMunicipalities, type BenchmarkPlan } from "../../../src/benchmark/index.js";
import { chooseRows } from "../../../src/benchmark/arms/chosenRows.js";
import { findReference } from "../../../src/benchmark/arms/peers.js";
import { MEASURE, row } from "../../support/municipalities.js";
import { madeOutcomes } from "../../support/outcomes.js";

const plan: BenchmarkPlan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };
const [cash, sickness] = ["kontanthjælp", "sygedagpenge"] as const;
/** Both benefit areas have a cluster that is called K1. */
const rows = [
  row("Horsens", 40, 100, { benefit: cash }),
  row("Vejle", 30, 100, { benefit: cash }),
  row("Vejle", 70, 90, { benefit: sickness }),
  row("Odense", 80, 90, { benefit: sickness }),
  row("Fredericia", 90, 100, { benefit: cash }),
];

describe("chooseRows", () => {
  it("takes the rows of the plan's benefit, however it is written", () => {
    const told = chooseRows(rows, { ...plan, benefit: " Kontanthjælp" });
    expect(told.rows.map(({ municipality, events }) => [municipality, events])).toEqual([
      ["Horsens", 40],
      ["Vejle", 30],
    ]);
    expect(told.benefit).toBe(cash);
    expect(chooseRows(rows, { ...plan, benefit: sickness }).rows.map(({ events }) => events)).toEqual([
      70, 80,
    ]);
  });

  it("never pools two benefits, and says which there are where the plan names none", () => {
    expect(() => chooseRows(rows, plan)).toThrow(
      expect.objectContaining({
        code: "missing-option",
        path: "benchmark.benefit",
        expected: "one of kontanthjælp, sygedagpenge, since the rows have several",
        hint: expect.stringMatching(/in the plan, as benefit/),
      }),
    );
    const { cluster: _cluster, ...open } = plan;
    expect(() => chooseRows(rows, open)).toThrow(expect.objectContaining({ code: "missing-option" }));
  });

  it("says what there is instead of counts, in the file that it was read from", () => {
    const { events: _events, total: _total, ...facts } = row("Odense", 1, 2);
    const share = {
      ...facts,
      figure: "expected",
      unit: "full-time-persons",
      expected: 10,
      actual: 9,
    } as const;
    const rate = { ...facts, figure: "rate", rate: 0.3, rounding: 0.005 } as const;
    expect(() => chooseRows([share], plan, undefined, "y30r21.csv")).toThrow(
      expect.objectContaining({
        code: "no-peers",
        path: "y30r21.csv",
        received: "expected and actual full-time persons of Odense",
        hint: expect.stringMatching(/by expected-share/),
      }),
    );
    expect(() => chooseRows([rate], plan)).toThrow(
      expect.objectContaining({
        received: "rates without counts of Odense",
        hint: expect.stringMatching(/^Rates/),
      }),
    );
    expect(() => chooseRows([row("Fredericia Kommune", 1, 2)], plan)).toThrow(
      expect.objectContaining({
        path: "benchmarkArms.municipalities",
        received: "no rows of others than Fredericia",
      }),
    );
  });

  it("names whose rows don't tell which end is the good one", () => {
    const { direction: _direction, ...untold } = row("Vejle", 30, 100);
    expect(chooseRows([row("Horsens", 40, 100), untold], plan)).toMatchObject({
      undirected: ["Vejle"],
      differences: [],
      leftOut: [],
    });
    expect(chooseRows([row("Horsens", 40, 100)], plan).undirected).toEqual([]);
  });

  it("asks for no benefit where only one would be compared", () => {
    expect(chooseRows(rows.slice(0, 2), plan).benefit).toBe(cash);
    const apart = rows.map((each) => (each.benefit === sickness ? { ...each, cluster: "K7" } : each));
    expect(chooseRows(apart, plan)).toMatchObject({ benefit: cash, rows: apart.slice(0, 2) });
    const otherMeasure = rows.map((each) =>
      each.benefit === sickness ? { ...each, population: "sygedagpenge" } : each,
    );
    expect(chooseRows(otherMeasure, plan)).toMatchObject({ benefit: cash, rows: otherMeasure.slice(0, 2) });
    expect(chooseRows([row("Horsens", 40, 100)], plan).benefit).toBeNull();
  });

  it("names the benefits there are beside an unknown one, and the clusters of the benefit", () => {
    expect(() => chooseRows(rows, { ...plan, benefit: "kontanthjælpen" })).toThrow(
      expect.objectContaining({
        code: "unknown-benefit",
        path: "benchmark.benefit",
        expected: "one of kontanthjælp, sygedagpenge",
        hint: "Did you mean kontanthjælp?",
      }),
    );
    expect(() => chooseRows([row("Horsens", 40, 100)], { ...plan, benefit: cash })).toThrow(
      expect.objectContaining({ code: "unknown-benefit", expected: "rows with a benefit" }),
    );
    const apart = rows.map((each) => (each.benefit === sickness ? { ...each, cluster: "K7" } : each));
    expect(() => chooseRows(apart, { ...plan, cluster: "K7", benefit: cash })).toThrow(
      expect.objectContaining({
        code: "unknown-cluster",
        expected: "one of K1, in benchmarkArms.municipalities",
        hint: "Did you mean K1?",
      }),
    );
    const without = apart.map(({ cluster: _cluster, ...each }) => each);
    expect(() =>
      chooseRows(without, { ...plan, cluster: "K1", benefit: sickness }, undefined, "tal.csv"),
    ).toThrow(
      expect.objectContaining({
        expected: "rows with a cluster, in tal.csv",
        hint: expect.stringMatching(/column cluster.*--peers-from clusters\.csv/),
      }),
    );
  });

  it("doesn't count rows that tell no benefit beside a plan that names one", () => {
    const open = row("Aarhus", 10, 100);
    expect(chooseRows([...rows, open], { ...plan, benefit: cash }).rows).not.toContain(open);
  });

  it("gives for a benefit what the rows of it give alone, whatever the order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const { peers } = findReference(shuffled, { ...plan, benefit: sickness });
        const alone = shuffled.filter(({ benefit }) => benefit === sickness);
        expect(peers).toEqual(findReference(alone, plan).peers);
      }),
    );
  });
});

describe("a file with two benefits", () => {
  const head = Object.entries(MEASURE).map(([part, value]) => `# ${part}: ${value}`);
  const lines = rows.map((each) =>
    [each.municipality, each.benefit, each.cluster, each.events, each.total].join(";"),
  );
  const text = [...head, "municipality;benefit;cluster;events;total", ...lines].join("\n");
  const parsed = parseMunicipalities(text, { name: "municipalities.csv" });

  it("is compared benefit by benefit, which the text tells", () => {
    const benchmark = benchmarkArms(madeOutcomes({ groups: [] }), parsed, { ...plan, benefit: sickness });
    expect(benchmark.benefit).toBe(sickness);
    expect(benchmark.peers.map(({ municipality }) => municipality)).toEqual(["Vejle", "Odense"]);
    expect(benchmark.provenance.options["benefit"]).toEqual({ value: sickness, source: "given" });
    expect(benchmark.toText({ language: "da" })).toContain("2 andre kommuner (K1, sygedagpenge)");
    expect(benchmark.toText({ language: "en" })).toContain("2 other municipalities (K1, sygedagpenge)");
  });
});

/** A municipality with a second row beside a plan without a cluster. */
function twice(other: Parameters<typeof row>[3]): () => unknown {
  const { cluster: _cluster, ...open } = plan;
  return () => findReference([row("Vejle", 30, 100), row("Vejle", 70, 90, other)], open);
}

describe("two rows of a municipality", () => {
  it("are refused with what they differ in", () => {
    expect(twice({ cluster: "K2" })).toThrow(
      expect.objectContaining({
        code: "duplicate-row",
        hint: "Its rows differ in cluster: name one in the plan.",
      }),
    );
    expect(twice({ benefit: cash })).toThrow(
      expect.objectContaining({ hint: "Its rows differ in benefit: name one in the plan." }),
    );
    expect(twice({ source: "STAR" })).toThrow(
      expect.objectContaining({ hint: "Its rows differ in source: leave all but one of them out." }),
    );
    expect(twice({})).toThrow(expect.objectContaining({ hint: "Leave one of them out." }));
  });
});
