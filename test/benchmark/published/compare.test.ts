import { describe, expect, it } from "vitest";
import { compareExpected, parseJobindsats, type ExpectedRow } from "../../../src/benchmark/index.js";
import { errorOf } from "../../support/errors.js";
import { descriptiveText } from "../../support/descriptive.js";

const MEASURE = {
  definition: "faktisk mod forventet offentlig forsørgelse",
  population: "alle i målingen",
  anchor: "perioden",
  window: "QMAT",
  period: "2018QMAT02",
  direction: "lower-is-better",
} as const;

function row(
  municipality: string,
  actual: number,
  expected: number,
  other: Partial<ExpectedRow> = {},
): ExpectedRow {
  return {
    figure: "expected",
    unit: "full-time-persons",
    municipality,
    actual,
    expected,
    ...MEASURE,
    ...other,
  };
}

const textOf = (actual: number): string =>
  descriptiveText(compareExpected([row("Vejle", actual, 10_000)], { municipality: "Vejle" }), "da");

/** The list of autumn 2018 as Gladsaxe Bladet printed it: actual, expected, persons fewer. */
const PUBLISHED = [
  ["Nyborg", 1620, 1840, 220],
  ["Frederiksberg", 4330, 5090, 760],
  ["Gladsaxe", 2980, 3400, 420],
  ["Hedensted", 1820, 2080, 260],
  ["Billund", 1090, 1230, 140],
] as const;
const published = PUBLISHED.map(([name, actual, expected]) => row(name, actual, expected));

const MISSPELLED: object = { municipalty: "Vejle" };

/** Made up: in all 900 of 1,000; without sickness benefit 610 of 600. */
const groups = (
  municipality: string,
  figures: Readonly<Record<string, readonly [number, number]>>,
): readonly ExpectedRow[] =>
  Object.entries(figures).map(([group, [actual, expected]]) =>
    row(municipality, actual, expected, { group }),
  );
const grouped = [
  ...groups("Vejle", {
    "Ydelsesgrupper i alt": [900, 1000],
    "A-dagpenge": [310, 300],
    "Sygedagpenge": [290, 400],
    "Kontanthjælp": [300, 300],
  }),
  ...groups("Varde", {
    "Ydelsesgrupper i alt": [1010, 1000],
    "A-dagpenge": [300, 300],
    "Sygedagpenge": [450, 400],
    "Kontanthjælp": [260, 300],
  }),
];

describe("compareExpected", () => {
  it.each(PUBLISHED)("takes the published figures of %s as they are", (name, actual, expected, fewer) => {
    const { figures } = compareExpected(published);
    const figure = figures.find(({ municipality }) => municipality === name);
    expect(figure).toEqual({
      municipality: name,
      group: null,
      persons: { actual, expected, difference: -fewer },
      ratio: actual / expected,
    });
  });

  it("has 2,980 over 3,400 for Gladsaxe", () => {
    const gladsaxe = compareExpected(published, { municipality: "Gladsaxe Kommune" });
    expect(gladsaxe.figures[2]?.ratio).toBeCloseTo(0.876_470_588_235_294, 14);
    expect(descriptiveText(gladsaxe, "da")).toContain(
      "Gladsaxe ligger under det forventede: 2.980 fuldtidspersoner mod 3.400 forventede, altså 420 færre. Forholdet mellem faktisk og forventet er 0,88.",
    );
    expect(descriptiveText(gladsaxe, "en")).toContain(
      "Gladsaxe lies below what was expected: 2,980 full-time persons against 3,400 expected, 420 fewer. Actual over expected is 0.88.",
    );
  });

  it("says which end is good, that there are no binomial limits, and from where the figures are", () => {
    const shown = compareExpected(published.map((each) => ({ ...each, source: "Jobindsats", year: "2018" })));
    const da = descriptiveText(shown, "da");
    expect(da).toContain("Under 1 er godt: færre fuldtidspersoner end forventet.");
    expect(da).toContain("ingen binomiale grænser");
    expect(da).toContain("(kilde: Jobindsats, 2018)");
    expect(da).toContain("I 2018QMAT02 ligger 5 af 5 kommuner under det forventede og 0 over.");
    const en = descriptiveText(shown, "en");
    expect(en).toContain("The good end is below 1");
    expect(en).toContain("no binomial limits");
  });

  it("has shares in percentage points, beside persons or alone", () => {
    const shares = { expectedShare: 0.076, actualShare: 0.067 };
    const both = compareExpected([row("Gladsaxe", 2980, 3400, shares)], { municipality: "Gladsaxe" });
    expect(both.figures[0]?.shares?.difference).toBeCloseTo(-0.009, 12);
    expect(both.figures[0]?.ratio).toBe(2980 / 3400);
    expect(descriptiveText(both, "da")).toContain(
      "6,7 % af befolkningen mod 7,6 % forventet (−0,9 procentpoint)",
    );
    const { actual: _actual, expected: _expected, ...alone } = row("Gladsaxe", 0, 0, shares);
    const only = compareExpected([alone], { municipality: "Gladsaxe" });
    expect(only.figures[0]).not.toHaveProperty("persons");
    expect(only.figures[0]?.ratio).toBeCloseTo(0.067 / 0.076, 14);
    expect(descriptiveText(only, "en")).toContain("6.7% of the population against 7.6% expected");
  });

  it("leaves the published rank out and says so", () => {
    const ranked = compareExpected(published.map((each, at) => ({ ...each, rank: 70 + at })));
    expect(ranked.notices).toEqual([{ code: "published-rank-left-out", severity: "info", rows: 5 }]);
    expect(JSON.stringify(ranked.figures)).not.toContain("rank");
    for (const language of ["da", "en"] as const) {
      expect(descriptiveText(ranked, language)).not.toMatch(/\b7[0-4]\b/);
      expect(descriptiveText(ranked, language)).toMatch(/usikre|uncertain/);
    }
    expect(compareExpected(published).notices).toEqual([]);
  });

  it("reads what parseJobindsats gave, without the country", () => {
    const csv = [
      "Periode;Område;Ydelsesgrupper;Forventet antal;Faktisk antal;Placering på benchmarkranglisten",
      "2018QMAT02;Gladsaxe;Ydelsesgrupper i alt;3.400;2.980;3",
      "2018QMAT02;Gladsaxe;Sygedagpenge mv.;1.000;900;-",
      "2018QMAT02;Hele landet;Ydelsesgrupper i alt;421.000;421.000;-",
    ].join("\r\n");
    const { figures, provenance } = compareExpected(
      parseJobindsats(csv, { name: "y30r21.csv", decimal: "," }),
    );
    expect(figures.map(({ municipality, group, ratio }) => [municipality, group, ratio])).toEqual([
      ["Gladsaxe", null, 2980 / 3400],
      ["Gladsaxe", "Sygedagpenge mv.", 0.9],
    ]);
    expect(provenance.inputs["municipalities"]).toMatchObject({ name: "y30r21.csv" });
  });
});

describe("connected benefits", () => {
  it("are left out one at a time, with who passes 1", () => {
    const { withoutGroup } = compareExpected(grouped);
    expect(withoutGroup).toEqual([
      {
        group: "A-dagpenge",
        figures: [
          { municipality: "Vejle", inAll: 0.9, ratio: 590 / 700 },
          { municipality: "Varde", inAll: 1.01, ratio: 710 / 700 },
        ],
        toAbove: [],
        toBelow: [],
      },
      {
        group: "Sygedagpenge",
        figures: [
          { municipality: "Vejle", inAll: 0.9, ratio: 610 / 600 },
          { municipality: "Varde", inAll: 1.01, ratio: 560 / 600 },
        ],
        toAbove: ["Vejle"],
        toBelow: ["Varde"],
      },
      {
        group: "Kontanthjælp",
        figures: [
          { municipality: "Vejle", inAll: 0.9, ratio: 600 / 700 },
          { municipality: "Varde", inAll: 1.01, ratio: 750 / 700 },
        ],
        toAbove: [],
        toBelow: [],
      },
    ]);
  });

  it("are told in a sentence", () => {
    const shown = compareExpected(grouped, { municipality: "Vejle" });
    const da = descriptiveText(shown, "da");
    expect(da).toContain(
      "Uden Sygedagpenge er forholdet for Vejle 1,02 (for alle ydelser 0,90). Vejle kommer fra under 1 til over 1. Varde kommer fra over 1 til under 1.",
    );
    expect(da).toContain(
      "Uden A-dagpenge er forholdet for Vejle 0,84 (for alle ydelser 0,90). Ingen kommune kommer",
    );
    expect(da).toContain("forbundne kar");
    expect(descriptiveText(shown, "en")).toContain(
      "Without Sygedagpenge the ratio for Vejle is 1.02 (for all benefits 0.90). Vejle: from below 1 to above 1. Varde: from above 1 to below 1.",
    );
    expect(descriptiveText(compareExpected(grouped), "da")).toContain(
      "Uden Sygedagpenge: Vejle kommer fra under 1",
    );
  });

  it("are added up where nobody has figures in all, of those with every group", () => {
    const parts = grouped.filter(({ group }) => group !== "Ydelsesgrupper i alt");
    const short = parts.filter(
      ({ municipality, group }) => municipality !== "Varde" || group !== "Kontanthjælp",
    );
    const { figures, notices, withoutGroup } = compareExpected(short);
    expect(figures.filter(({ group }) => group === null)).toEqual([
      {
        municipality: "Vejle",
        group: null,
        persons: { actual: 900, expected: 1000, difference: -100 },
        ratio: 0.9,
      },
    ]);
    expect(notices).toEqual([{ code: "in-all-added-up", severity: "caution", municipalities: 1 }]);
    expect(withoutGroup[1]).toMatchObject({ group: "Sygedagpenge", toAbove: ["Vejle"] });
  });

  it("are none where all rows are of one group, which then is what is shown", () => {
    const one = compareExpected(
      grouped.filter(({ group }) => group === "Sygedagpenge"),
      {
        municipality: "Varde",
      },
    );
    expect(one.mainGroup).toBe("Sygedagpenge");
    expect(one.withoutGroup).toEqual([]);
    expect(descriptiveText(one, "da")).toContain("Sygedagpenge: Varde ligger over det forventede: 450");
  });

  it("take another name for all together", () => {
    const named = grouped.map((each) => ({
      ...each,
      group: each.group === "Ydelsesgrupper i alt" ? "Samlet" : (each.group ?? ""),
    }));
    expect(compareExpected(named, { inAll: "samlet" }).withoutGroup).toEqual(
      compareExpected(grouped).withoutGroup,
    );
    expect(errorOf(() => compareExpected(named, { inAll: "Samled" }))).toMatchObject({
      code: "unknown-group",
      hint: "Did you mean Samlet?",
    });
  });
});

describe("rows of expected figures", () => {
  it("have one shape", () => {
    const rows = compareExpected(grouped).toRows();
    expect(new Set(rows.map((each) => Object.keys(each).join(" "))).size).toBe(1);
    expect(rows).toHaveLength(8 + 6);
    expect(rows[0]).toMatchObject({ row: "figure", municipality: "Vejle", group: null, difference: -100 });
  });

  it("have no ratio where nobody was expected, but a difference", () => {
    const zero = compareExpected([row("Fanø", 3, 0)], { municipality: "Fanø" });
    expect(zero.figures[0]).toMatchObject({ ratio: null, persons: { difference: 3 } });
    expect(descriptiveText(zero, "da")).toContain(
      "Fanø ligger over det forventede: 3 fuldtidspersoner mod 0",
    );
  });

  it("don't depend on the rows' order but in their own", () => {
    const [one, other] = [compareExpected(grouped), compareExpected(grouped.toReversed())];
    const plain = (result: typeof one): readonly string[] =>
      result
        .toRows()
        .map((each) => JSON.stringify(each))
        .toSorted();
    expect(plain(other)).toEqual(plain(one));
  });

  it.each([
    ["no-expected-figures", () => compareExpected([])],
    ["missing-option", () => compareExpected([...published, row("Vejle", 1, 1, { period: "2019QMAT02" })])],
    ["unknown-period", () => compareExpected(published, { period: "2017" })],
    ["unknown-municipality", () => compareExpected(published, { municipality: "Gladsakse" })],
    ["duplicate-row", () => compareExpected([...published, row("Gladsaxe Kommune", 1, 1)])],
    [
      "several-measures",
      () => compareExpected([...published, row("Vejle", 1, 1, { population: "16-66 år" })]),
    ],
    [
      "contradictory-direction",
      () => compareExpected([row("Vejle", 1, 1, { direction: "higher-is-better" })]),
    ],
    ["impossible-row", () => compareExpected([row("Vejle", Number.NaN, 1)])],
    ["unknown-option", () => compareExpected(published, MISSPELLED)],
  ])("are refused: %s", (code, call) => {
    expect(errorOf(call)).toMatchObject({ code });
  });

  it("of other figures are left out with a notice", () => {
    const counts = { municipality: "Vejle", events: 1, total: 2, ...MEASURE };
    expect(compareExpected([...published, counts]).notices).toEqual([
      { code: "other-figures-left-out", severity: "info", rows: 1 },
    ]);
  });
});

describe("groups beside the figure in all", () => {
  const inAll = "Ydelsesgrupper i alt";

  it("are no larger than it", () => {
    const error = errorOf(() =>
      compareExpected(groups("Vejle", { [inAll]: [900, 1000], "A-dagpenge": [950, 300] })),
    );
    expect(error).toMatchObject({
      code: "group-above-all",
      path: "compareExpected.municipalities, Vejle, A-dagpenge, actual",
      received: 950,
      expected: "at most 900, the figure for all groups together",
    });
    const shares = groups("Vejle", { [inAll]: [900, 1000], "A-dagpenge": [300, 300] }).map((each) => ({
      ...each,
      expectedShare: each.group === inAll ? 0.1 : 0.12,
      actualShare: 0.09,
    }));
    expect(errorOf(() => compareExpected(shares))).toMatchObject({ code: "group-above-all", received: 0.12 });
  });

  it("may be larger by rounding, and then leave nothing to compare", () => {
    const { withoutGroup, notices } = compareExpected(
      groups("Vejle", { [inAll]: [900, 1000], "A-dagpenge": [901, 999], "Sygedagpenge": [0, 1] }),
    );
    expect(withoutGroup[0]).toMatchObject({ group: "Sygedagpenge" });
    expect(withoutGroup.find(({ group }) => group === "A-dagpenge")).toBeUndefined();
    expect(notices).toEqual([]);
  });

  it("that come to more together are told, with whose they are", () => {
    const result = compareExpected([
      ...groups("Vejle", { [inAll]: [900, 1000], "A-dagpenge": [500, 600], "Sygedagpenge": [600, 500] }),
      ...groups("Varde", { [inAll]: [900, 1000], "A-dagpenge": [500, 600], "Sygedagpenge": [400, 400] }),
    ]);
    expect(result.notices).toEqual([
      { code: "groups-above-all", severity: "caution", municipalities: ["Vejle"] },
    ]);
    expect(result.toText({ language: "da" })).toContain("for alle ydelser under ét: Vejle. Enten overlapper");
    expect(result.toText()).toContain("for all benefits together: Vejle. Either they overlap");
  });

  it("asks for rows where there are none", () => {
    expect(() => compareExpected(undefined as never)).toThrow(
      expect.objectContaining({ code: "missing-rows" }),
    );
  });

  it("tells a ratio near 1 with as many decimals as tell its side", () => {
    expect(textOf(9970)).toContain("mellem faktisk og forventet er 0,997.");
    expect(textOf(10_000)).toContain("mellem faktisk og forventet er 1,00.");
    expect(textOf(9800)).toContain("mellem faktisk og forventet er 0,98.");
  });
});
