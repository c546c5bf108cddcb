import { describe, expect, it } from "vitest";
import {
  benchmarkTrend,
  findPeers,
  parseClusters,
  parseMunicipalities,
  plannedTrend,
  type BenchmarkPlan,
} from "../../../src/benchmark/index.js";
import { MEASURE } from "../../support/municipalities.js";

const plan: BenchmarkPlan = {
  municipality: "Fredericia",
  cluster: "K1",
  criterion: "job",
  measure: MEASURE,
};

const COLUMNS = "municipality;period;group;events;total;cluster;definition;population;anchor;window";
const { definition, population, anchor, window } = MEASURE;

interface Figure {
  readonly period?: string;
  readonly group?: string;
  readonly cluster?: string;
  readonly anchor?: string;
}

function line(municipality: string, events: number, figure: Figure = {}): string {
  const { period = "2005", group = "", cluster = "K1" } = figure;
  const measure = [definition, population, figure.anchor ?? anchor, window];
  return [municipality, period, group, events, 100, cluster, ...measure].join(";");
}

function parsed(...lines: readonly string[]): ReturnType<typeof parseMunicipalities> {
  return parseMunicipalities([COLUMNS, ...lines, ""].join("\n"), { name: "municipalities.csv" });
}

function of(benefit: string, lines: readonly string[]): readonly string[] {
  return lines.map((each) => `${each};${benefit}`);
}

function withBenefits(lines: readonly string[]): ReturnType<typeof parseMunicipalities> {
  return parseMunicipalities([`${COLUMNS};benefit`, ...lines, ""].join("\n"), { name: "m.csv" });
}

const years = ["2003", "2004", "2005"];
const both = years.flatMap((period, index) => [
  line("Fredericia", 30 + index, { period }),
  line("Horsens", 40 + index, { period }),
]);

describe("plannedTrend", () => {
  it("follows what the plan measures over the periods of its form, beside the plan's cluster", () => {
    const trend = plannedTrend(
      parsed(
        ...both,
        line("Kolding", 90, { cluster: "K2" }),
        line("Fredericia", 10, { anchor: "course-start" }),
        line("Fredericia", 10, { period: "2005M01" }),
        line("Fredericia", 10, { group: "over 30" }),
        line("Horsens", 10, { group: "over 30" }),
      ),
      plan,
    );
    expect(trend?.periods).toEqual(years);
    expect(trend?.peers).toEqual(["Horsens"]);
    expect(trend?.series.map(({ values }) => values)).toEqual([
      [0.3, 0.31, 0.32],
      [0.4, 0.41, 0.42],
    ]);
    const direct = benchmarkTrend(parsed(...both), { municipality: "Fredericia", cluster: "K1" });
    expect(trend?.series).toEqual(direct.series);
  });

  it("is beside the peers that were chosen, of those who have figures", () => {
    const rows = parsed(...both, ...years.map((period) => line("Kolding", 50, { period, cluster: "K2" })));
    const clusters = parseClusters(
      [
        "municipality;cluster;benefit;year;source",
        "Fredericia;A;b;2005;s",
        "Kolding;A;b;2005;s",
        "Vejle;A;b;2005;s",
      ].join("\n"),
      { name: "clusters.csv" },
    );
    const peers = findPeers("Fredericia", { by: "cluster", rows: clusters });
    const trend = plannedTrend(rows, plan, peers);
    expect(trend?.peers).toEqual(["Kolding"]);
    expect(trend?.cluster).toBeNull();
  });

  it("takes a group that is called everybody for everybody", () => {
    const named = both.map((each) => each.replace(";;", ";I alt;"));
    expect(plannedTrend(parsed(...named), plan)?.periods).toEqual(years);
  });

  it("is of the benefit that the others' rows of the plan's period name, or of the plan's", () => {
    const own = both.filter((each) => each.startsWith("Fredericia"));
    const others = both.filter((each) => !each.startsWith("Fredericia"));
    const sickness = of(
      "sygedagpenge",
      own.map((each) => each.replace(/;3(\d);/, ";7$1;")),
    );
    const named = withBenefits([...of("kontanthjælp", both), ...sickness]);
    const trend = plannedTrend(named, plan);
    expect(trend?.series).toEqual(plannedTrend(parsed(...both), plan)?.series);
    expect(plannedTrend(named, { ...plan, benefit: "Kontanthjælp" })?.series).toEqual(trend?.series);
    expect(plannedTrend(named, { ...plan, benefit: "sygedagpenge" })).toBeUndefined();
    const untold = withBenefits([...of("kontanthjælp", own), ...sickness, ...of("", others)]);
    expect(() => plannedTrend(untold, plan)).toThrow(
      expect.objectContaining({
        code: "several-benefits",
        path: "m.csv",
        received: "kontanthjælp, sygedagpenge",
      }),
    );
  });

  it.each([
    ["one period", [line("Fredericia", 30), line("Horsens", 40)]],
    ["no figures of the municipality itself", both.filter((each) => !each.startsWith("Fredericia"))],
    [
      "nobody of the cluster",
      [...both.filter((each) => each.startsWith("Fredericia")), line("Horsens", 1, { cluster: "K2" })],
    ],
    ["periods that nobody can tell", both.map((each) => each.replace(/;(200\d);/, ";sommeren $1-2007;"))],
  ])("tells none with %s", (_what, lines) => {
    expect(plannedTrend(parsed(...lines), plan)).toBeUndefined();
  });
});
