import { describe, expect, it } from "vitest";
import {
  expectedFromConditions,
  parseMunicipalities,
  type Conditions,
  type CountRow,
  type ExpectedRow,
  type MunicipalityRow,
  type RateRow,
} from "../../../src/benchmark/index.js";
import { descriptiveText } from "../../support/descriptive.js";
import { errorOf } from "../../support/errors.js";
import { isNear, numberOf, referenceCases } from "../../support/fixtures.js";
import { MEASURE } from "../../support/municipalities.js";

const cases = referenceCases("conditions");

/** Nothing is known of them but what a test says. */
const NAMES = "Vejle Varde Odder Skive Struer Køge Faxe Greve Lejre Solrød Assens Billund Kolding Fanø".split(
  " ",
);

function list(values: Readonly<Record<string, unknown>>, name: string): readonly number[] {
  const all = values[name];
  if (!Array.isArray(all)) throw new Error(`${name} is no list`);
  return all.map((value) => numberOf({ value: value as unknown }, "value"));
}

/** The rows of a case: counts with a total, else shares. */
function rowsOfCase(input: Readonly<Record<string, unknown>>): readonly MunicipalityRow[] {
  const [x, z] = [list(input, "x"), list(input, "z")];
  return x.map((value, at): MunicipalityRow => {
    const facts = {
      municipality: NAMES[at] ?? "",
      ...MEASURE,
      covariates: { x: value, z: z[at] ?? NaN },
    };
    return "total" in input
      ? { ...facts, events: list(input, "events")[at] ?? NaN, total: list(input, "total")[at] ?? NaN }
      : { ...facts, figure: "rate", rate: list(input, "rate")[at] ?? NaN, rounding: 0 };
  });
}

const MISSPELLED = { covariates: ["x"], covariate: "x" };
const options = { covariates: ["x", "z"] } as const;
const counts = rowsOfCase(cases.find(({ id }) => id === "overdispersed")?.input ?? {}) as readonly CountRow[];
const shares = rowsOfCase(cases.find(({ id }) => id === "shares")?.input ?? {}) as readonly RateRow[];

/** Four on a line but for the last: 0.1, 0.2, 0.3 and then 0.5 where the line has 0.4. */
const line = [0.1, 0.2, 0.3, 0.5].map((rate, at): RateRow => ({
  figure: "rate",
  municipality: NAMES[at] ?? "",
  rate,
  rounding: 0.0005,
  ...MEASURE,
  covariates: { x: at },
}));

const withoutNames = ({ municipalities }: Conditions): readonly object[] =>
  municipalities.map((each) => ({ ...each, municipality: "" }));

const differenceOf = ({ rate, expectedRate }: Conditions["municipalities"][number]): number =>
  rate - expectedRate;

const shown = (rate: number, language: "da" | "en"): string =>
  descriptiveText(
    expectedFromConditions(
      shares.map((each, at) => (at === 0 ? { ...each, rate, direction: "lower-is-better" } : each)),
      { ...options, model: "linear", municipality: "Vejle" },
    ),
    language,
  );

describe("expectedFromConditions", () => {
  it("has five cases of R to be held to", () => {
    expect(cases).toHaveLength(5);
  });

  it.each(cases.map((each) => [each.id ?? "", each] as const))(
    "gives what R's glm and lm give, each municipality predicted by the others: %s",
    (_id, { method, input, expected }) => {
      const found = expectedFromConditions(rowsOfCase(input), {
        ...options,
        model: method === "linear" ? "linear" : "logistic",
        level: numberOf(input, "level"),
      });
      const tol = { abs: 0, rel: 1e-10 };
      const { municipalities } = found;
      const ours = {
        expectedRate: municipalities.map(({ expectedRate }) => expectedRate),
        ratio: municipalities.map(({ ratio }) => ratio.estimate ?? NaN),
        lower: municipalities.map(({ ratio }) => ratio.interval.lower),
        upper: municipalities.map(({ ratio }) => ratio.interval.upper),
      };
      for (const [name, values] of Object.entries(ours)) {
        const theirs = list(expected, name);
        expect(values).toHaveLength(theirs.length);
        for (const [at, value] of values.entries())
          expect(isNear(value, theirs[at] ?? NaN, tol), `${name} ${at}: ${value}, R ${theirs[at]}`).toBe(
            true,
          );
      }
      expect(isNear(found.explained ?? NaN, numberOf(expected, "explained"), tol)).toBe(true);
      const dispersion = "dispersion" in expected ? numberOf(expected, "dispersion") : null;
      expect(isNear(found.dispersion ?? 0, dispersion ?? 0, tol)).toBe(true);
    },
  );

  it("predicts each municipality by the others alone", () => {
    // The others lie on a line exactly, so that nothing is uncertain: 0.4 was expected of 0.5.
    const { municipalities } = expectedFromConditions(line, { covariates: ["x"], model: "linear" });
    const last = municipalities[3];
    expect(last?.expectedRate).toBeCloseTo(0.4, 12);
    expect(last?.ratio.estimate).toBeCloseTo(1.25, 12);
    expect(last?.position).toBe("above-expected");
    // With its own rate it would set its own mark: another rate, the same expectation.
    const [one, other] = [0.5, 0.9].map((rate) =>
      expectedFromConditions(
        line.map((each, at) => (at === 3 ? { ...each, rate } : each)),
        { covariates: ["x"], model: "linear" },
      ),
    );
    expect(other?.municipalities[3]?.expectedRate).toBeCloseTo(
      one?.municipalities[3]?.expectedRate ?? NaN,
      12,
    );
    expect(other?.municipalities[0]?.expectedRate).not.toBeCloseTo(
      one?.municipalities[0]?.expectedRate ?? NaN,
      2,
    );
  });

  it("widens the limits by the variation beyond chance, never narrows them", () => {
    const wide = expectedFromConditions(counts, options);
    expect(wide.dispersion).toBeGreaterThan(5);
    const calm = rowsOfCase(cases.find(({ id }) => id === "by-chance")?.input ?? {});
    expect(expectedFromConditions(calm, options).dispersion).toBe(1);
    // The same rates of ten times as many citizens: the variation is the municipalities', and stays.
    const more = counts.map((each) => ({ ...each, events: 10 * each.events, total: 10 * each.total }));
    const tenfold = expectedFromConditions(more, options);
    expect(tenfold.dispersion).toBeCloseTo(10 * (wide.dispersion ?? NaN), 6);
    for (const [at, { ratio }] of tenfold.municipalities.entries())
      expect(ratio.interval.lower).toBeCloseTo(wide.municipalities[at]?.ratio.interval.lower ?? NaN, 8);
  });

  it("has limits about municipalities where nobody or everybody succeeds", () => {
    const few = rowsOfCase(cases.find(({ id }) => id === "small-counts")?.input ?? {});
    const { municipalities } = expectedFromConditions(few, options);
    expect(municipalities[0]?.ratio).toMatchObject({ estimate: 0, interval: { lower: 0 } });
    expect(municipalities[0]?.ratio.interval.upper).toBeGreaterThan(1);
    const { expectedRate = NaN, ratio } = municipalities[13] ?? {};
    expect(ratio?.interval.upper).toBeCloseTo(1 / expectedRate, 10);
  });

  it("has no ratio where a straight line goes below 0", () => {
    const falling = [0.3, 0.2, 0.1, 0.05].map((rate, at) => ({ ...line[at], rate })) as readonly RateRow[];
    const { municipalities } = expectedFromConditions(falling, { covariates: ["x"], model: "linear" });
    expect(municipalities[3]?.expectedRate).toBeLessThanOrEqual(1e-12);
    expect(municipalities[3]?.ratio).toMatchObject({
      estimate: null,
      interval: { lower: 0, upper: Infinity },
    });
    expect(municipalities[3]?.position).toBe("within-expected");
  });

  it("takes shares of full-time persons and counts by the linear model", () => {
    const persons = shares.map(({ municipality, rate, covariates }): ExpectedRow => ({
      figure: "expected",
      unit: "full-time-persons",
      municipality,
      actualShare: rate,
      ...MEASURE,
      ...(covariates && { covariates }),
    }));
    const linear = { ...options, model: "linear" } as const;
    const found = expectedFromConditions(persons, linear);
    expect(found.municipalities).toEqual(expectedFromConditions(shares, linear).municipalities);
    expect(found.municipalities[0]).not.toHaveProperty("total");
    expect(expectedFromConditions(counts, linear).municipalities[0]?.total).toBe(counts[0]?.total);
  });
});

describe("ranks", () => {
  it("are of observed against expected, each with its limits", () => {
    const { municipalities } = expectedFromConditions(shares, { ...options, model: "linear" });
    for (const { rank } of municipalities) {
      expect(rank.of).toBe(14);
      expect(rank.lower).toBeLessThanOrEqual(rank.median);
      expect(rank.median).toBeLessThanOrEqual(rank.upper);
    }
    const ordered = municipalities.toSorted((a, b) => differenceOf(b) - differenceOf(a));
    expect(ordered[0]?.rank.median).toBeLessThan(ordered[7]?.rank.median ?? NaN);
    expect(ordered[7]?.rank.median).toBeLessThan(ordered[13]?.rank.median ?? NaN);
  });

  it("say nothing where the differences are no more than what the conditions leave open", () => {
    const { municipalities } = expectedFromConditions(
      rowsOfCase(cases.find(({ id }) => id === "by-chance")?.input ?? {}),
      options,
    );
    for (const { rank } of municipalities) expect(rank.upper - rank.lower).toBeGreaterThan(7);
  });
});

describe("names and order", () => {
  it("of municipalities change nothing", () => {
    const renamed = counts.map((each, at) => ({ ...each, municipality: NAMES[13 - at] ?? "" }));
    expect(withoutNames(expectedFromConditions(renamed, options))).toEqual(
      withoutNames(expectedFromConditions(counts, options)),
    );
  });

  it("of conditions and rows change nothing", () => {
    const one = expectedFromConditions(counts, options);
    const other = expectedFromConditions(counts.toReversed(), { covariates: ["z", "x"] });
    expect(other.explained).toBeCloseTo(one.explained ?? NaN, 9);
    for (const found of one.municipalities) {
      const same = other.municipalities.find(({ municipality }) => municipality === found.municipality);
      expect(same?.expectedRate).toBeCloseTo(found.expectedRate, 9);
      expect(same?.ratio.interval.upper).toBeCloseTo(found.ratio.interval.upper, 8);
      expect(same?.rank.median).toBe(found.rank.median);
    }
  });
});

describe("what is left out and told", () => {
  it("are municipalities without a value of some condition, by name", () => {
    const short = [...counts, { ...counts[0], municipality: "Ishøj", covariates: { x: 3 } } as CountRow];
    const found = expectedFromConditions(short, options);
    expect(found.leftOut).toEqual(["Ishøj"]);
    expect(found.municipalities).toEqual(expectedFromConditions(counts, options).municipalities);
    expect(descriptiveText(found, "da")).toContain(
      "Uden oplysning om alle rammevilkår, og derfor ikke med: Ishøj.",
    );
    expect(errorOf(() => expectedFromConditions(short, { ...options, municipality: "Ishøj" }))).toMatchObject(
      {
        code: "not-measured",
      },
    );
  });

  it("are rows of areas", () => {
    const country = { ...counts[0], municipality: "Hele landet" } as CountRow;
    expect(expectedFromConditions([...counts, country], options).municipalities).toHaveLength(14);
  });

  it("are many conditions for few municipalities", () => {
    const few = expectedFromConditions(shares, { ...options, model: "linear" });
    expect(few.notices).toEqual([
      { code: "many-conditions", severity: "caution", municipalities: 14, conditions: 2 },
    ]);
    expect(descriptiveText(few, "en")).toContain("2 framework conditions are many for 14 municipalities");
    expect(descriptiveText(few, "da")).toContain("Rammevilkårene kan forudsige 90 % af variationen");
    expect(descriptiveText(few, "da")).toContain(
      "Med 95 %-intervaller ligger omkring 1 af 14 kommuner uden for det forventede alene ved et tilfælde.",
    );
    const one = expectedFromConditions(shares, { covariates: ["x"], model: "linear" });
    expect(one.notices).toEqual([]);
  });

  it("are conditions that tell no more than the mean of all", () => {
    const nothing = expectedFromConditions(counts, { covariates: ["x"] });
    const { notices, explained } = nothing;
    expect(explained).toBeLessThan(0);
    expect(notices).toEqual([{ code: "conditions-tell-nothing", severity: "caution", explained }]);
    expect(descriptiveText(nothing, "da")).toContain("Rammevilkårene siger ikke noget om forskellene");
    expect(descriptiveText(nothing, "da")).not.toContain("regnes ud");
    expect(descriptiveText(nothing, "en")).toContain("The framework conditions tell nothing");
  });

  it("reads what parseMunicipalities gave", () => {
    const csv = [
      "# definition: job",
      "# population: alle",
      "# anchor: visitering",
      "# window: 26 uger",
      "# period: 2023",
      "municipality;events;total;ledighed",
      ...counts.map(({ municipality, events, total, covariates }) =>
        [municipality, events, total, String(covariates?.["x"]).replace(".", ",")].join(";"),
      ),
    ].join("\n");
    const parsed = parseMunicipalities(csv, { name: "kommuner.csv" });
    const names = Object.keys(parsed.rows[0]?.covariates ?? {});
    const found = expectedFromConditions(parsed, { covariates: names });
    expect(found.municipalities.map(({ expectedRate }) => expectedRate)).toEqual(
      expectedFromConditions(counts, { covariates: ["x"] }).municipalities.map(
        ({ expectedRate }) => expectedRate,
      ),
    );
    expect(found.provenance.inputs["municipalities"]).toMatchObject({ name: "kommuner.csv" });
  });
});

describe("expected values in words", () => {
  it("make probable on either side, and else can't decide", () => {
    expect(shown(0.3, "da")).toMatch(
      /^Tallene gør det sandsynligt, at Vejle ligger over det, der kan forventes ud fra rammevilkårene: 30,0 % mod 6,9 % forventet\. Forholdet mellem observeret og forventet er 4,\d\d \(95 %-interval 3,\d\d til 5,\d\d\), placeringen 1 \(1 til 1\) af 14, hvor 1 er højest\./,
    );
    expect(shown(0.01, "en")).toMatch(
      /^The figures make it probable that Vejle lies below what can be expected from its framework/,
    );
    expect(shown(0.07, "da")).toMatch(/^Tallene kan ikke afgøre, om Vejle ligger over eller under/);
  });

  it("say which end is good where all rows say so", () => {
    const low = counts.map((each) => ({ ...each, direction: "lower-is-better" as const }));
    expect(descriptiveText(expectedFromConditions(low, options), "da")).toContain(
      "En lav andel er den gode ende.",
    );
    expect(expectedFromConditions(counts, options).direction).toBeNull();
  });

  it("have one row a municipality, all of one shape", () => {
    const rows = [
      ...expectedFromConditions(counts, options).toRows(),
      ...expectedFromConditions(shares, { ...options, model: "linear" }).toRows(),
    ];
    expect(rows).toHaveLength(28);
    expect(new Set(rows.map((each) => Object.keys(each).join(" "))).size).toBe(1);
  });
});

describe("what is refused", () => {
  const without = {} as { covariates: readonly string[] };
  const change = (at: number, other: object): readonly MunicipalityRow[] =>
    counts.map((each, index) => (index === at ? { ...each, ...other } : each));
  const both = counts.map((each) => ({ ...each, covariates: { x: each.covariates?.["x"] ?? 0, y: 5 } }));
  /** Only those with an x of 1 have a success, and all of their citizens have. */
  const split = NAMES.slice(0, 8).map((municipality, at): CountRow => ({
    municipality,
    events: at < 4 ? 0 : 20,
    total: 20,
    ...MEASURE,
    covariates: { x: at },
  }));

  it.each([
    ["missing-option", () => expectedFromConditions(counts, without)],
    ["missing-option", () => expectedFromConditions(change(0, { period: "2006" }), options)],
    ["missing-option", () => expectedFromConditions(change(0, { group: "unge" }), options)],
    ["unknown-period", () => expectedFromConditions(counts, { ...options, period: "1999" })],
    ["unknown-group", () => expectedFromConditions(counts, { ...options, group: "unge" })],
    ["impossible-option", () => expectedFromConditions(counts, { covariates: [] })],
    ["impossible-option", () => expectedFromConditions(counts, { covariates: ["x", "x"] })],
    ["unknown-option", () => expectedFromConditions(counts, MISSPELLED)],
    ["several-measures", () => expectedFromConditions(change(0, { window: "52 uger" }), options)],
    ["duplicate-row", () => expectedFromConditions(change(0, { municipality: "Varde Kommune" }), options)],
    ["unknown-covariate", () => expectedFromConditions(counts, { covariates: ["x", "q"] })],
    ["no-counts", () => expectedFromConditions(shares, options)],
    ["no-counts", () => expectedFromConditions(change(0, { events: 0, total: 0 }), options)],
    ["too-few-municipalities", () => expectedFromConditions(counts.slice(0, 4), options)],
    ["conditions-not-told-apart", () => expectedFromConditions(both, { covariates: ["x", "y"] })],
    ["not-estimable", () => expectedFromConditions(split, { covariates: ["x"] })],
    ["unknown-municipality", () => expectedFromConditions(counts, { ...options, municipality: "Vejlø" })],
  ])("%s", (code, call) => {
    expect(errorOf(call)).toMatchObject({ code });
  });

  it("says without whom conditions can't be told apart", () => {
    const only = counts.map((each, at) => ({
      ...each,
      covariates: { x: each.covariates?.["x"] ?? 0, island: Number(at === 13) },
    }));
    expect(errorOf(() => expectedFromConditions(only, { covariates: ["x", "island"] })).expected).toMatch(
      /even where Fanø is left out$/,
    );
  });
});
