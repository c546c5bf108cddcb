import { describe, expect, it } from "vitest";
import {
  benchmarkArms,
  findPeers,
  parseClusters,
  type BenchmarkPlan,
  type FindPeersOptions,
  type Peers,
} from "../../../src/benchmark/index.js";
import { descriptiveText } from "../../support/descriptive.js";
import { MEASURE, row } from "../../support/municipalities.js";
import { madeOutcomes } from "../../support/outcomes.js";

const plan: BenchmarkPlan = { municipality: "Fredericia", criterion: "job", measure: MEASURE };
const names = ["Horsens", "Vejle", "Odense", "Aalborg", "Aarhus", "Kolding"] as const;
/** Further from Fredericia, who has 0, the later in the list; in 2004 the other way about. */
const conditions = ["2004", "2005"].flatMap((period) =>
  ["Fredericia", ...names].map((municipality, at) => ({
    municipality,
    period,
    source: "Danmarks Statistik",
    covariates: { unemployment: period === "2005" || at === 0 ? at : 7 - at },
  })),
);
const near = (further: Partial<FindPeersOptions> = {}): Peers =>
  findPeers("Fredericia", {
    by: "covariates",
    rows: conditions,
    n: 4,
    period: "2005",
    ...further,
  } as FindPeersOptions);
const rows = [...names, "Fredericia"].map((name, at) =>
  row(name, 290 + 10 * at, 1000, { cluster: at % 2 === 0 ? "K1" : "K2" }),
);
const outcomes = madeOutcomes({
  groups: [
    { arm: "supplier", status: "success", count: 60 },
    { arm: "supplier", count: 60 },
    { arm: "municipal", status: "success", count: 40 },
    { arm: "municipal", count: 80 },
  ],
});

describe("peers that findPeers chose", () => {
  const benchmark = benchmarkArms(outcomes, rows, plan, { peers: near() });

  it("are compared with, whatever clusters the rows name, each with its distance", () => {
    expect(benchmark.peers.map(({ municipality }) => municipality)).toEqual(names.slice(0, 4));
    // In standard deviations of 0, 1, …, 6: √(28/6).
    expect(benchmark.peers.map(({ distance }) => distance)).toEqual(
      [1, 2, 3, 4].map((steps): unknown => expect.closeTo(steps / Math.sqrt(28 / 6), 12)),
    );
    expect(benchmark.cluster).toBeNull();
    const alone = rows.slice(0, 4);
    expect(benchmark.arms).toEqual(benchmarkArms(outcomes, alone, plan).arms);
  });

  it("carry how they were chosen, and how much hangs on it", () => {
    expect(benchmark.choice).toMatchObject({
      method: "standardized",
      period: "2005",
      considered: 6,
      covariates: ["unemployment"],
      sources: ["Danmarks Statistik"],
      stability: [{ change: "other-period", what: "2004", stay: ["Odense", "Aalborg"] }],
    });
    expect(benchmark.choice).not.toHaveProperty("notices");
    expect(benchmark.provenance.options["peers"]).toEqual({ value: "standardized", source: "given" });
    expect(benchmark.provenance.inputs["peers"]).toMatchObject({ operation: "findPeers" });
  });

  it("stand in text, table and rows: how many, from where, which year, how comparable", () => {
    const da = descriptiveText(benchmark, "da");
    expect(da).toContain(
      "Fredericia sammenlignes med 4 andre kommuner, 2005. Valgt er de 4 af 6 kommuner, hvis rammevilkår ligger nærmest kommunens egne (2005, Danmarks Statistik): afstanden er 0,46 til 1,85 standardafvigelser. Valget er også gjort på 1 anden måde. Det ændrer sig mest i 2004, hvor 2 af de 4 bliver.",
    );
    expect(da).toMatch(/Kommune +Afstand\n/);
    expect(da).toMatch(/Aalborg +1,85\n/);
    expect(da).toContain("Rammevilkår: unemployment.");
    expect(descriptiveText(benchmark, "en")).toContain(
      "Chosen are the 4 of 6 municipalities whose framework conditions are nearest to the municipality's own (2005, Danmarks Statistik): the distance is 0.46 to 1.85 standard deviations. The choice was made in 1 other way. It changes most in 2004, where 2 of the 4 stay.",
    );
    const distances = benchmark.toRows().map((each) => each["distance"] ?? null);
    expect(distances.filter((each) => each !== null)).toHaveLength(4);
  });

  it("win over the plan's cluster, which is told", () => {
    const told = benchmarkArms(outcomes, rows, { ...plan, cluster: "K1" }, { peers: near() });
    expect(told.peers).toHaveLength(4);
    expect(told.notices).toContainEqual({
      code: "peers-not-as-planned",
      severity: "caution",
      cluster: "K1",
    });
    expect(descriptiveText(told, "da")).toContain("Planen er at sammenligne med klyngen K1");
    expect(benchmark.notices.map(({ code }) => code)).not.toContain("peers-not-as-planned");
  });

  it("are named where they have no figures, and refused where none of them has", () => {
    const few = benchmarkArms(outcomes, rows.slice(1), plan, { peers: near() });
    expect(few.notices).toContainEqual({
      code: "peers-without-figures",
      severity: "caution",
      municipalities: ["Horsens"],
    });
    expect(descriptiveText(few, "da")).toContain("men uden tal: Horsens.");
    expect(() => benchmarkArms(outcomes, rows.slice(4), plan, { peers: near() })).toThrow(
      expect.objectContaining({
        code: "no-peers",
        expected: expect.stringMatching(/chosen: Horsens, Vejle, Odense, Aalborg/),
      }),
    );
  });

  it("have to be those of the plan's municipality", () => {
    const others = findPeers("Vejle", { by: "covariates", rows: conditions, n: 2, period: "2005" });
    expect(() => benchmarkArms(outcomes, rows, plan, { peers: others })).toThrow(
      expect.objectContaining({ code: "impossible-option", path: "benchmarkArms.peers" }),
    );
    expect(() => benchmarkArms(outcomes, rows, plan, { peers: names as never })).toThrow(
      expect.objectContaining({ code: "impossible-option", expected: "what findPeers gave" }),
    );
  });

  it("bring the notices of their choice", () => {
    const everybody = benchmarkArms(outcomes, rows, plan, { peers: near({ n: 6 }) });
    expect(everybody.notices.map(({ code }) => code)).toContain("everybody-chosen");
    expect(descriptiveText(everybody, "da")).toContain("Alle, der kunne være valgt, er med");
  });

  it("tell the public how they were chosen, but no digest of a file; those together have no distance", () => {
    const small = rows.map((each, at) => (at < 3 ? { ...each, events: 4, total: 200 } : each));
    const chosen = near({ n: 6 });
    const provenance = { ...chosen.provenance, inputs: { rows: { digest: "d1" } } };
    const published = benchmarkArms(outcomes, small, plan, {
      peers: { ...chosen, provenance } as Peers,
      audience: "published",
    });
    const together = published.peers.filter(({ municipality }) => municipality.startsWith("Øvrige"));
    const alone = published.peers.filter((peer) => !together.includes(peer));
    expect(together.map(({ distance }) => distance)).toEqual([undefined]);
    expect(alone.length).toBeGreaterThan(0);
    for (const { distance } of alone) expect(distance).toBeGreaterThan(0);
    expect(JSON.stringify(published)).not.toContain("d1");
    expect(published.toText({ language: "da" })).toContain("sammenlignes med 6 andre kommuner");
  });
});

describe("how comparable a cluster is", () => {
  const clusters = parseClusters(
    "klynge;kommune;ydelse;kilde;år\nK3;Fredericia;sygedagpenge;STAR;2018\nK3;Vejle;sygedagpenge;STAR;2018\nK4;Odense;sygedagpenge;STAR;2018\n",
    { name: "klynger.csv" },
  );

  it("is said not to have been measured where it was published, with source, year and benefit", () => {
    const peers = findPeers("Fredericia", { by: "cluster", rows: clusters });
    const benchmark = benchmarkArms(outcomes, rows, { ...plan, cluster: "k3" }, { peers });
    expect(benchmark).toMatchObject({ cluster: "K3", peers: [{ municipality: "Vejle", distance: null }] });
    expect(benchmark.notices.map(({ code }) => code)).not.toContain("peers-not-as-planned");
    expect(descriptiveText(benchmark, "da")).toContain(
      "Klyngen er en offentliggjort inddeling (sygedagpenge, 2018, STAR); hvor meget kommunerne ligner Fredericia, er ikke målt.",
    );
    expect(descriptiveText(benchmark, "da")).not.toContain("Afstand");
    const cash = rows.map((each) => ({ ...each, benefit: "kontanthjælp" }));
    expect(benchmarkArms(outcomes, cash, plan, { peers }).notices).toContainEqual({
      code: "peers-of-another-benefit",
      severity: "caution",
      benefit: "kontanthjælp",
      chosenBy: "sygedagpenge",
    });
  });

  it("is said not to have been measured where the rows name it, or nobody chose", () => {
    const named = benchmarkArms(outcomes, rows, { ...plan, cluster: "K1" });
    expect(named).not.toHaveProperty("choice");
    expect(descriptiveText(named, "da")).toContain(
      "Klyngen er brugt, som den er oplyst; hvor meget kommunerne ligner Fredericia, er ikke målt.",
    );
    expect(descriptiveText(benchmarkArms(outcomes, rows, plan), "en")).toContain(
      "These are all municipalities with figures; how like Fredericia they are wasn't measured.",
    );
  });
});
