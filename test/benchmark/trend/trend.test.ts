import { describe, expect, it } from "vitest";
import {
  benchmarkTrend,
  findPeers,
  parseMunicipalities,
  type CountRow,
  type ExpectedRow,
  type MunicipalityRow,
  type RateRow,
} from "../../../src/benchmark/index.js";
import { trendPlot } from "../../../src/figures/index.js";
import { xmrLimits } from "../../../src/inference/index.js";
import { descriptiveText } from "../../support/descriptive.js";
import { errorOf } from "../../support/errors.js";
import { layoutFaults, textBoxes } from "../../support/layout.js";

const MEASURE = { definition: "i job", population: "alle", anchor: "visitering", window: "26 uger" };

const month = (at: number): string =>
  `${2023 + Math.floor(at / 12)}M${String((at % 12) + 1).padStart(2, "0")}`;

const row = (
  municipality: string,
  period: string,
  events: number,
  total = 1000,
  other: Partial<CountRow> = {},
): CountRow => ({ municipality, period, events, total, cluster: "K1", ...MEASURE, ...other });

/** Fredericia by month beside two of a cluster, one twice as large; 400 of 1,000 in each of those. */
const months = (events: readonly number[]): readonly CountRow[] =>
  events.flatMap((own, at) => [
    row("Fredericia", month(at), own),
    row("Vejle", month(at), 370),
    row("Horsens", month(at), 830, 2000),
  ]);

const usual = [402, 399, 401, 404, 398, 400, 403, 397, 401, 399, 402, 400];
const jump = [...usual.slice(0, 5), 460, ...usual.slice(6)];

const yearly = [
  row("Fredericia", "2021", 400),
  row("Fredericia", "2023", 440),
  row("Vejle", "2021", 380),
  row("Vejle", "2022", 390),
  row("Vejle", "2023", 399),
  row("Horsens", "2021", 800, 2000),
  row("Horsens", "2022", 840, 2000),
  row("Horsens", "2023", 861, 2000),
  row("Hele landet", "2021", 39_000, 100_000),
  row("Hele landet", "2022", 39_500, 100_000),
];

const lines = (rows: readonly MunicipalityRow[], options: object = {}) =>
  Object.fromEntries(
    benchmarkTrend(rows, { municipality: "Fredericia", ...options }).series.map((each) => [each.of, each]),
  );

describe("benchmarkTrend", () => {
  it("has the municipality, its cluster pooled by totals without it, and the country, with gaps", () => {
    const { municipality, cluster, country } = lines(yearly, { cluster: "K1" });
    expect(municipality?.values).toEqual([0.4, null, 0.44]);
    // (380 + 800)/3000, (390 + 840)/3000, (399 + 861)/3000
    expect(cluster?.values).toEqual([1180 / 3000, 1230 / 3000, 1260 / 3000]);
    expect(country?.values).toEqual([0.39, 0.395, null]);
  });

  it("is 100 in the base period", () => {
    const first = lines(yearly);
    expect(first["municipality"]?.index).toEqual([100, null, 110]);
    expect(first["cluster"]?.index[2]).toBeCloseTo((100 * 1260) / 1180, 10);
    const based = benchmarkTrend(yearly.slice(0, 8), { municipality: "Fredericia", base: "2023" });
    expect(based.base).toBe("2023");
    expect(based.series[0]?.index[0]).toBeCloseTo(100 / 1.1, 10);
    // In 2022 Fredericia has nothing, in 2021 0.
    const zero = [row("Fredericia", "2021", 0), ...yearly.slice(1, 8)];
    expect(benchmarkTrend(zero, { municipality: "Fredericia" }).base).toBe("2023");
    const never = [row("Fredericia", "2021", 0), row("Vejle", "2021", 5)];
    const none = benchmarkTrend(never, { municipality: "Fredericia" });
    expect(none).toMatchObject({ base: null, series: [{ index: [null] }, { index: [null] }] });
    expect(none.notices.map(({ code }) => code)).toContain("no-base");
  });

  it("has the differences from the country with limits and signals of their own", () => {
    const country = (at: number): CountRow => row("Hele landet", month(at), 39_000 + 50 * at, 100_000);
    const rows = [...months(jump), ...jump.map((_, at) => country(at))];
    const trend = benchmarkTrend(rows, { municipality: "Fredericia", cluster: "K1" });
    const { fromCountry } = trend;
    const differences = jump.map((own, at) => own / 1000 - 0.39 - 0.0005 * at);
    fromCountry?.differences.forEach((each, at) => expect(each).toBeCloseTo(differences[at] ?? NaN, 12));
    const { center, lower, upper } = xmrLimits(differences);
    expect(fromCountry?.limits?.center).toBeCloseTo(center ?? NaN, 10);
    expect(fromCountry?.limits?.lower).toBeCloseTo(lower, 10);
    expect(fromCountry?.limits?.upper).toBeCloseTo(upper, 10);
    expect(fromCountry?.signals.map(({ period }) => period)).toContain(month(5));
    expect(descriptiveText(trend, "da")).toContain(
      "Forskellen mellem kommunen og hele landet svinger omkring",
    );
    expect(descriptiveText(trend, "en")).toContain("Difference in percentage points, the country");
    expect(trend.toRows()[5]).toMatchObject({ countrySignals: expect.stringContaining("beyond-limit") });
    expect(benchmarkTrend(months(jump), { municipality: "Fredericia" }).fromCountry).toBeUndefined();
  });

  it("says of the country what isn't so of the cluster", () => {
    const rows = [...months(usual), row("Hele landet", month(0), 39_000, 100_000)];
    const trend = benchmarkTrend(rows, { municipality: "Fredericia", cluster: "K1" });
    expect(trend.limits).toBeDefined();
    expect(trend.fromCountry?.limits).toBeUndefined();
    expect(trend.notices).toContainEqual(
      expect.objectContaining({ code: "few-periods", periods: 1, from: "country" }),
    );
    expect(descriptiveText(trend, "da")).toContain(
      "Om forskellen til hele landet: Forskellen er kun kendt i 1",
    );
  });

  it("says what an index rests on", () => {
    const trend = benchmarkTrend(yearly, { municipality: "Fredericia" });
    expect(descriptiveText(trend, "da")).toContain("Indekset sætter 2021 til 100");
    expect(descriptiveText(trend, "en")).toContain("The index sets 2021 to 100");
  });

  it("takes the country from the areas of a parsed file", () => {
    const csv = [
      "# definition: i job",
      "# population: alle",
      "# anchor: visitering",
      "# window: 26 uger",
      "municipality;period;events;total",
      "Fredericia;2022;40;100",
      "Vejle;2022;35;100",
      "Hele landet;2022;3600;10000",
      "Region Syddanmark;2022;900;2500",
    ].join("\n");
    const { series } = benchmarkTrend(parseMunicipalities(csv, { name: "a.csv" }), { municipality: "0607" });
    expect(series.map(({ of, name, values }) => [of, name, values])).toEqual([
      ["municipality", "Fredericia", [0.4]],
      ["cluster", null, [0.35]],
      ["country", "Hele landet", [0.36]],
    ]);
  });

  it("takes a list of municipalities for a cluster, such as findPeers gives", () => {
    const shares = [0.05, 0.051, 0.09].map((expectedShare, at) => ({
      municipality: ["Fredericia", "Horsens", "Vejle"][at] ?? "",
      expectedShare,
    }));
    const { peers } = findPeers("Fredericia", { by: "expected-share", rows: shares, n: 1 });
    const trend = benchmarkTrend(yearly, {
      municipality: "Fredericia",
      cluster: peers.map(({ municipality }) => municipality),
    });
    expect(trend.peers).toEqual(["Horsens"]);
    expect(trend.cluster).toBeNull();
    expect(trend.series[1]?.values[0]).toBe(0.4);
  });

  it("doesn't depend on the order of the rows", () => {
    const [one, other] = [yearly, yearly.toReversed()].map((rows) =>
      benchmarkTrend(rows, { municipality: "Fredericia" }),
    );
    expect(other?.toRows()).toEqual(one?.toRows());
  });

  it("takes the municipality out of its own cluster", () => {
    const own = lines(months(usual), { cluster: "K1" });
    const bigger = lines(months(usual.map((each) => each + 100)), { cluster: "K1" });
    expect(bigger["cluster"]?.values).toEqual(own["cluster"]?.values);
  });
});

const published = (municipality: string, period: string, actual: number, expected: number): ExpectedRow => ({
  figure: "expected",
  unit: "full-time-persons",
  municipality,
  period,
  actual,
  expected,
  actualShare: actual / 40_000,
  expectedShare: expected / 40_000,
  direction: "lower-is-better",
  ...MEASURE,
});

const rate = (municipality: string, value: number, total?: number): RateRow => ({
  figure: "rate",
  municipality,
  period: "2023",
  rate: value,
  rounding: 0.0005,
  ...(total === undefined ? {} : { total }),
  ...MEASURE,
});

describe("values", () => {
  const expected = [
    published("Fredericia", "2023QMAT02", 900, 1000),
    published("Vejle", "2023QMAT02", 1100, 1000),
    published("Horsens", "2023QMAT02", 2900, 3000),
  ];

  it("are actual over expected of published expected figures, pooled by their sums", () => {
    const trend = benchmarkTrend(expected, { municipality: "Fredericia" });
    expect(trend.value).toBe("actual-over-expected");
    expect(trend.provenance.options["value"]).toEqual({ value: "actual-over-expected", source: "derived" });
    expect(trend.series.map(({ values }) => values[0])).toEqual([0.9, 4000 / 4000]);
    expect(trend.pooling).toBe("totals");
    expect(descriptiveText(trend, "da")).toContain("Et lavt tal er godt.");
  });

  it("are shares of the population where that is asked for", () => {
    const { municipality, cluster } = lines(expected, { value: "rate" });
    expect(municipality?.values[0]).toBeCloseTo(900 / 40_000, 14);
    expect(cluster?.values[0]).toBeCloseTo(4000 / 80_000, 14);
  });

  it("are observed over expected of counts with an expected number", () => {
    const counts = [
      row("Fredericia", "2023", 12, 40, { expected: 10 }),
      row("Vejle", "2023", 9, 40, { expected: 10 }),
    ];
    const { municipality, cluster } = lines(counts, { value: "actual-over-expected" });
    expect([municipality?.values[0], cluster?.values[0]]).toEqual([1.2, 0.9]);
    expect(errorOf(() => lines(yearly, { value: "actual-over-expected" }))).toMatchObject({
      code: "no-values",
    });
  });

  it("are a plain mean where totals weren't published", () => {
    const all = [rate("Fredericia", 0.4, 10), rate("Vejle", 0.3, 100), rate("Horsens", 0.6, 300)];
    expect(lines(all)["cluster"]?.values[0]).toBeCloseTo(0.525, 14); // (30 + 180)/400
    const some = [rate("Fredericia", 0.4), rate("Vejle", 0.3), rate("Horsens", 0.6, 300)];
    const trend = benchmarkTrend(some, { municipality: "Fredericia" });
    expect(trend.series[1]?.values[0]).toBeCloseTo(0.45, 14);
    expect(trend.notices.map(({ code }) => code)).toEqual(["cluster-not-weighted", "few-periods"]);
  });

  it("of nobody are gaps", () => {
    expect(lines([...yearly, row("Fredericia", "2022", 0, 0)])["municipality"]?.values[1]).toBeNull();
  });
});

describe("process limits", () => {
  it("are those of an XmR chart of the differences, with signals named", () => {
    const trend = benchmarkTrend(months(jump), { municipality: "Fredericia", cluster: "K1" });
    const chart = xmrLimits(jump.map((events) => (events - 400) / 1000));
    for (const limit of ["center", "lower", "upper"] as const)
      expect(trend.limits?.[limit]).toBeCloseTo(chart[limit] ?? NaN, 10);
    expect(trend.signals).toEqual([
      { period: "2023M06", rules: ["beyond-limit", "large-range"] },
      { period: "2023M07", rules: ["large-range"] },
    ]);
    expect(trend.references).toEqual(chart.references);
    expect(descriptiveText(trend, "da")).toContain(
      "Mere end de sædvanlige udsving ses her: uden for en grænse (2023M06); et større spring end sædvanligt (2023M06–2023M07).",
    );
    const calm = benchmarkTrend(months(usual), { municipality: "Fredericia", cluster: "K1" });
    expect(calm.signals).toEqual([]);
    expect(descriptiveText(calm, "en")).toContain("No period shows more than the usual ups and downs.");
  });

  it("aren't there for fewer periods than the minimum, which is told", () => {
    const short = benchmarkTrend(months(usual.slice(0, 9)), { municipality: "Fredericia" });
    expect(short).not.toHaveProperty("limits");
    expect(short.signals).toEqual([]);
    expect(short.notices).toEqual([{ code: "few-periods", severity: "caution", periods: 9, minimum: 10 }]);
    expect(descriptiveText(short, "da")).toContain("kun kendt i 9 perioder. Procesgrænser kræver mindst 10");
    const asked = benchmarkTrend(months(usual.slice(0, 9)), {
      municipality: "Fredericia",
      minimumPeriods: 6,
    });
    expect(asked).toHaveProperty("limits");
    expect(asked.notices.map(({ code }) => code)).toEqual(["short-series"]);
  });

  it("take equal differences for equal, whatever their last digits", () => {
    // 0.3 − 0.2 and 0.4 − 0.3 are not the same number.
    const moved = Array.from({ length: 12 }, (_, at) => [
      row("Fredericia", month(at), 300 + 100 * (at % 3)),
      row("Vejle", month(at), 200 + 100 * (at % 3)),
    ]).flat();
    const trend = benchmarkTrend(moved, { municipality: "Fredericia" });
    expect(trend.signals).toEqual([]);
    expect(trend.notices.map(({ code }) => code)).toEqual(["constant-series"]);
  });

  it("say where periods are missing, overlap, or have another cluster", () => {
    const without = months(usual).filter(
      ({ municipality, period }) => period !== "2023M04" || municipality === "Vejle",
    );
    const gaps = benchmarkTrend(without, { municipality: "Fredericia" });
    expect(gaps.differences[3]).toBeNull();
    expect(gaps.notices).toEqual([
      { code: "left-out-of-cluster", severity: "caution", municipalities: ["Horsens"] },
      { code: "gaps-passed-over", severity: "caution", periods: 1 },
    ]);
    const rolling = months(usual).map((each, at) => {
      const quarter = Math.floor(at / 3);
      return { ...each, period: `${2020 + Math.floor(quarter / 4)}QMAT0${(quarter % 4) + 1}` };
    });
    expect(benchmarkTrend(rolling, { municipality: "Fredericia" }).notices).toEqual([
      { code: "overlapping-periods", severity: "warning" },
    ]);
  });
});

describe("a development in words, rows and picture", () => {
  const trend = benchmarkTrend(months(jump), { municipality: "Fredericia", cluster: "K1" });

  it("goes from the base to the last period", () => {
    const two = benchmarkTrend(yearly, { municipality: "Fredericia", cluster: "K1" });
    expect(descriptiveText(two, "da")).toContain(
      "Fra 2021 til 2023 er Fredericia gået fra 40,0 % til 44,0 % (indeks 110), sammenligningskommunerne fra 39,3 % til 42,0 % (indeks 107).",
    );
    expect(descriptiveText(two, "en")).toContain(
      "From 2021 to 2023, Fredericia went from 40.0% to 44.0% (index 110), the comparable municipalities from 39.3% to 42.0% (index 107).",
    );
    expect(descriptiveText(two, "da")).toContain("(K1) er 2 kommuner lagt sammen, uden Fredericia selv");
  });

  it("says where everybody stands in a single period", () => {
    const single = benchmarkTrend(
      yearly.filter(({ period }) => period === "2021"),
      { municipality: "Fredericia" },
    );
    expect(descriptiveText(single, "da")).toContain(
      "I 2021 ligger Fredericia på 40,0 %, sammenligningskommunerne på 39,3 %, hele landet på 39,0 %.",
    );
    expect(descriptiveText(single, "en")).toContain("In 2021, Fredericia lies at 40.0%, ");
  });

  it("has a row for each period", () => {
    expect(trend.toRows()).toHaveLength(12);
    expect(trend.toRows()[5]).toMatchObject({
      period: "2023M06",
      value: 0.46,
      signals: "beyond-limit large-range",
    });
    const all = [trend, benchmarkTrend(yearly, { municipality: "Fredericia" })].flatMap((each) =>
      each.toRows(),
    );
    expect(new Set(all.map((each) => Object.keys(each).join(" "))).size).toBe(1);
  });

  it.each(["da", "en"] as const)("is drawn by trendPlot: %s", (language) => {
    const { svg } = trendPlot(trend, { language, id: "trend" });
    expect(layoutFaults(svg)).toEqual([]);
    const texts = textBoxes(svg)
      .map(({ text }) => text)
      .join(" ");
    expect(texts).toContain("Fredericia");
    expect(texts).toMatch(language === "da" ? /forskellen til/ : /difference from/);
    const none = benchmarkTrend([row("Fredericia", "2021", 0), row("Vejle", "2021", 5)], {
      municipality: "Fredericia",
    });
    expect(errorOf(() => trendPlot(none))).toMatchObject({ code: "nothing-to-draw" });
  });
});

describe("what is refused", () => {
  const WITHOUT = {} as { municipality: string };
  it.each([
    ["missing-option", () => benchmarkTrend(yearly, WITHOUT)],
    ["missing-option", () => lines([...yearly, row("Fredericia", "2022", 1, 2, { group: "unge" })])],
    ["unknown-group", () => lines(yearly, { group: "unge" })],
    ["unknown-municipality", () => benchmarkTrend(yearly, { municipality: "Kolding" })],
    ["unknown-municipality", () => lines(yearly, { cluster: ["Vejle", "Kolding"] })],
    ["unknown-cluster", () => lines(yearly, { cluster: "K2" })],
    ["no-peers", () => lines(yearly.slice(0, 2))],
    ["no-peers", () => lines(yearly, { cluster: ["Fredericia"] })],
    ["no-values", () => lines([row("Fredericia", "2021", 0, 0), row("Vejle", "2021", 1)])],
    ["unknown-period", () => lines(yearly, { base: "2031" })],
    ["impossible-base", () => lines(yearly, { base: "2022" })],
    ["duplicate-row", () => lines([...yearly, row("Vejle Kommune", "2021", 1)])],
    ["several-measures", () => lines([...yearly, row("Kolding", "2021", 1, 2, { window: "52 uger" })])],
    ["several-period-forms", () => lines([...yearly, row("Vejle", "2021M01", 1)])],
    ["impossible-row", () => lines([...yearly, row("Kolding", "2021", Number.NaN)])],
    ["impossible-option", () => lines(yearly, { minimumPeriods: 1 })],
    ["impossible-option", () => lines(yearly, { cluster: [] })],
    ["unknown-option", () => lines(yearly, { clusters: "K1" })],
  ])("%s", (code, call) => {
    expect(errorOf(call)).toMatchObject({ code });
  });

  it("make no signal of a peer that is missing once", () => {
    // Fredericia and both peers stand still: 57 % together, 32 % where the large peer has no figure.
    const rows = Array.from({ length: 12 }, (_, at) => [
      row("Fredericia", month(at), 500),
      row("Horsens", month(at), 320),
      ...(at === 6 ? [] : [row("Vejle", month(at), 820)]),
    ]).flat();
    const trend = benchmarkTrend(rows, { municipality: "Fredericia" });
    expect(trend.peers).toEqual(["Horsens"]);
    expect(trend.series[1]?.values).toEqual(Array.from({ length: 12 }, () => 0.32));
    expect(trend.signals).toEqual([]);
    expect(trend.notices[0]).toEqual({
      code: "left-out-of-cluster",
      severity: "caution",
      municipalities: ["Vejle"],
    });
    expect(trend.toText({ language: "da" })).toMatch(
      /derfor ikke med blandt sammenligningskommunerne: Vejle\./,
    );
  });

  it("keep the many where few have figures of earlier periods", () => {
    const rows = Array.from({ length: 12 }, (_, at) => [
      row("Fredericia", month(at), 500),
      row("Horsens", month(at), 320),
      ...(at < 4 ? [] : [row("Vejle", month(at), 420), row("Odder", month(at), 460)]),
    ]).flat();
    const trend = benchmarkTrend(rows, { municipality: "Fredericia" });
    expect(trend.peers).toEqual(["Horsens", "Vejle", "Odder"]);
    const cluster = trend.series[1]?.values ?? [];
    expect(cluster.slice(0, 4)).toEqual([null, null, null, null]);
    for (const value of cluster.slice(4)) expect(value).toBeCloseTo(0.4, 12);
  });

  it("aren't drawn about a cluster of which nobody has all periods", () => {
    const rows = Array.from({ length: 12 }, (_, at) => [
      row("Fredericia", month(at), 500),
      ...(at === 2 ? [] : [row("Horsens", month(at), 320)]),
      ...(at === 6 ? [] : [row("Vejle", month(at), 820)]),
    ]).flat();
    const trend = benchmarkTrend(rows, { municipality: "Fredericia" });
    expect(trend).not.toHaveProperty("limits");
    expect(trend.signals).toEqual([]);
    expect(trend.notices).toEqual([
      { code: "cluster-changes", severity: "warning", municipalities: ["Horsens", "Vejle"] },
    ]);
  });

  it("call one period one", () => {
    const rows = [row("Fredericia", month(0), 500), row("Horsens", month(0), 320)];
    const text = benchmarkTrend(rows, { municipality: "Fredericia" });
    expect(text.toText({ language: "da" })).toMatch(/kun kendt i 1 periode\./);
    expect(text.toText({ language: "en" })).toMatch(/known in 1 period only\./);
  });
});
