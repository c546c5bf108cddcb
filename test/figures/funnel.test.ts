import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benchmarkArms } from "../../src/benchmark/index.js";
import { funnelPlot, type FunnelLimitShape, type FunnelPlotSubject } from "../../src/figures/index.js";
import { funnelLimits } from "../../src/inference/index.js";
import { LONG_NAME } from "../support/figures.js";
import { funnelOf, limitsUpTo } from "../support/funnels.js";
import { HOSTILE } from "../support/hostile.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { MEASURE, row } from "../support/municipalities.js";
import { madeOutcomes } from "../support/outcomes.js";
import { elementsOf, parseXml, type XmlElement } from "../support/xml.js";

const WITH_WIDENED = { ...funnelOf(40), overdispersed: limitsUpTo(1000, false, 2) };

const textsIn = (svg: string): readonly string[] => textBoxes(svg).map(({ text }) => text);
const namedIn = (svg: string, name: string): readonly XmlElement["attributes"][] =>
  elementsOf(parseXml(svg))
    .filter((element) => element.name === name)
    .map(({ attributes }) => attributes);
/** Points of a path; a level line gives its end's place across only, an upright one its height. */
function pointsOf({ d = "" }: XmlElement["attributes"]): readonly (readonly number[])[] {
  let [x, y] = [NaN, NaN];
  return [...d.matchAll(/([MLHV])([\d. -]+)/g)].map(([, command, numbers = ""]) => {
    const [first = NaN, second = NaN] = numbers.split(" ").map(Number);
    if (command === "H") x = first;
    else if (command === "V") y = first;
    else [x, y] = [first, second];
    return [x, y];
  });
}

/** One municipality of a size and a value, and the limits it is held against. */
function single(size: number, value: number, limits: FunnelPlotSubject["limits"]): FunnelPlotSubject {
  return { measure: "proportion", rows: [{ label: "Vejle", size, value }], target: { value: 0.4 }, limits };
}

/** Leader lines: those thinner than all others. */
const leadersOf = (svg: string): readonly XmlElement["attributes"][] =>
  namedIn(svg, "line").filter((line) => line["stroke-width"] === "0.75");

/** Names in the plot or under it, of all that lie outside or are pointed out. */
function unnamed(
  subject: FunnelPlotSubject,
  svg: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly string[] {
  const whole = elementsOf(parseXml(svg))
    .filter(({ name }) => name === "title")
    .map(({ children }) => children.join(""));
  // A name may be broken between words, or within one by a hyphen.
  const lines = textsIn(svg).join("").replaceAll(/[ -]/g, "");
  return subject.rows
    .filter(({ highlight }, index) => highlight === true || rows[index]?.["outsideLevel"] !== null)
    .map(({ label }) => label)
    .filter((label) => !lines.includes(label.replaceAll(/[ -]/g, "")) && !whole.includes(label));
}

/** Limits of 20 citizens as they are drawn. */
const upperLine = (exact: boolean): readonly (readonly number[])[] => {
  const points = [18, 19, 20].map((size) => ({
    size,
    lower: 0.1 + size / 1000,
    upper: 0.7 - size / 100,
  }));
  const { svg } = funnelPlot(single(20, 0.4, [{ level: 0.95, exact, points }]), { width: 900 });
  const [upper] = namedIn(svg, "path").slice(1);
  return pointsOf(upper ?? {});
};

const limitRow = (
  total: number,
  level: number,
  adjustment: FunnelLimitShape["adjustment"],
): FunnelLimitShape => ({
  total,
  level,
  lower: 0.3,
  upper: 0.495,
  fewest: 30,
  most: 50,
  method: "exact",
  adjustment,
});

/** Where a number stands between two others whose places are attributes of an element. */
function placeOf(x: number, [from, to]: readonly [number, number], ends: readonly unknown[]): number {
  const [first = NaN, last = NaN] = ends.map(Number);
  return first + ((last - first) * (x - from)) / (to - from);
}

/** How far a number lies from what is between two others. */
function off(value: number, one: number, other: number): number {
  return Math.max(Math.min(one, other) - value, 0, value - Math.max(one, other));
}

/** Municipalities of a thousand citizens each. */
function thousands(...events: readonly number[]): ReturnType<typeof row>[] {
  return events.map((each, index) => row(`Kommune ${String(index + 1)}`, each, 1000));
}

describe("funnelPlot", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = funnelPlot(WITH_WIDENED, { language, id: "funnel" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/funnel.${language}.svg`);
      expect(funnelPlot(WITH_WIDENED, { language, id: "funnel" }).svg).toBe(svg);
    }
  });

  it.each([2, 7, 40, 98])(
    "keeps all texts apart and inside, and names all that matter, with %i municipalities",
    (count) => {
      for (const subject of [
        funnelOf(count),
        funnelOf(count, 0.3),
        { ...funnelOf(count), overdispersed: limitsUpTo(1000, true, 2) },
      ]) {
        for (const width of [360, 760]) {
          const { svg, rows } = funnelPlot(subject, { language: "da", width });
          expect(layoutFaults(svg)).toEqual([]);
          expect(unnamed(subject, svg, rows)).toEqual([]);
        }
      }
    },
  );

  it("leaves nothing without name or number, and names in the plot what is pointed out, however crowded it is", () => {
    const { svg } = funnelPlot(funnelOf(98, 0.3), { language: "da" });
    const texts = textsIn(svg);
    const below = texts.slice(texts.indexOf("Numre i figuren") + 1);
    expect(below.length).toBeGreaterThan(20);
    expect(below.filter((text) => text.includes("Virksomheden") || text.includes("Leverandøren"))).toEqual(
      [],
    );
    expect(below).not.toContain("–");
  });

  it("leads to no label across another", () => {
    for (const count of [40, 98]) {
      const { svg } = funnelPlot(funnelOf(count, 0.3));
      const boxes = textBoxes(svg);
      // Both ends of a line are drawn; a text between them would be crossed half way, or at a quarter.
      const crossed = leadersOf(svg).flatMap((line) =>
        [0.1, 0.25, 0.5, 0.75, 0.9].flatMap((share) => {
          const along = (from: string, to: string): number =>
            Number(line[from]) + share * (Number(line[to]) - Number(line[from]));
          const [x, y] = [along("x1", "x2"), along("y1", "y2")];
          return boxes.filter(
            ({ left, right, top, bottom }) => left < x && x < right && top < y && y < bottom,
          );
        }),
      );
      expect(crossed).toEqual([]);
    }
  });

  it("explains under the figure, by the Danish alphabet, what has no room for its name", () => {
    // Sixty rows at one place: none can have its name there.
    const rows = Array.from({ length: 60 }, (_, index) => ({
      label: `${["Ærø", "Odense", "Aarhus", "Vejle"][index % 4] ?? ""} ${LONG_NAME} ${String(index)}`,
      size: 500,
      value: 0.7,
    }));
    const subject = { ...funnelOf(7), rows };
    const { svg } = funnelPlot(subject, { language: "da", width: 480 });
    expect(layoutFaults(svg)).toEqual([]);
    const texts = textsIn(svg);
    const listed = texts
      .slice(texts.indexOf("Numre i figuren") + 1)
      .filter((text) => !/^\d+$|^–$/.test(text));
    expect(listed.length).toBeGreaterThan(45);
    const order = listed
      .map((text) => text.split(" ")[0])
      .filter((name, index, all) => name !== all[index - 1]);
    expect(order).toEqual(["Odense", "Vejle", "Ærø", "Aarhus"]);
  });

  it("draws exact limits as steps at whole sizes, approximate ones from point to point", () => {
    const steps = upperLine(true);
    // Three steps, the upright between them at half a size; the first begins half a size before its own.
    expect(steps).toHaveLength(6);
    const [[x0 = 0, y0] = [], [x1 = 0, y1] = [], [x2, y2] = [], [x3 = 0] = []] = steps;
    expect([y1, x2]).toEqual([y0, x1]);
    expect(y2).toBeGreaterThan(y0 ?? 0);
    expect(x3 - x1).toBeCloseTo(x1 - x0, 1);
    expect(upperLine(false)).toHaveLength(3);
  });

  it("draws steps over a wide range too, nowhere further off than can be seen, in a small file", () => {
    const totals = Array.from({ length: 301 }, (_, index) => 40 + Math.round((index * 4960) / 300));
    const limits = funnelLimits({ target: 0.4, totals });
    const rows = [
      { label: "a", size: 40, value: 0.3 },
      { label: "b", size: 5000, value: 0.5 },
    ];
    const { svg } = funnelPlot({ measure: "proportion", rows, target: { value: 0.4 }, limits });
    const [a, b] = namedIn(svg, "circle")
      .filter(({ fill }) => fill !== "none")
      .slice(-2);
    const lines = namedIn(svg, "path").filter(({ d = "" }) => d.length > 200);
    const sides = [0.998, 0.95].flatMap((level) =>
      (["upper", "lower"] as const).map((side) => [level, side] as const),
    );
    expect(lines).toHaveLength(sides.length);
    for (const [index, [level, side]] of sides.entries()) {
      const { d = "" } = lines[index] ?? {};
      expect(d).not.toContain("L");
      expect(d.length).toBeLessThan(6000);
      const points = pointsOf({ d });
      const tops = points.map(([, y = NaN]) => y);
      for (const limit of limits.filter((each) => each.level === level)) {
        const x = placeOf(limit.total ?? NaN, [40, 5000], [a?.["cx"], b?.["cx"]]);
        const y = placeOf(limit[side], [0.3, 0.5], [a?.["cy"], b?.["cy"]]);
        // What lies beyond the plot isn't drawn.
        if (y < Math.min(...tops) || y > Math.max(...tops)) continue;
        const distances = points.slice(1).map(([x1 = NaN, y1 = NaN], at) => {
          const [x0 = NaN, y0 = NaN] = points[at] ?? [];
          return Math.hypot(off(x, x0, x1), off(y, y0, y1));
        });
        expect(Math.min(...distances)).toBeLessThan(0.5);
      }
    }
  });

  it("says of a benchmark's limits what they are made for, in the picture, its description and its table", () => {
    const groups = [
      { arm: "supplier", status: "success", count: 60 },
      { arm: "supplier", count: 90 },
      { arm: "municipal", status: "success", count: 60 },
      { arm: "municipal", count: 90 },
    ] as const;
    const plan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };
    const alike = [400, 402, 398, 401, 399, 400, 402, 398, 401, 399, 400];
    const cases = [
      [thousands(...alike), "chance", "tilfældige udsving; kommunerne adskiller sig ikke påviseligt"],
      [thousands(...alike, 500), "chance-despite-overdispersion", "Grænserne er for snævre"],
      [thousands(300, 350, 400, 450, 500), "overdispersion", "De udvidede grænser afgør"],
      [thousands(400), "unknown", "med så få kommuner"],
    ] as const;
    for (const [rows, width, words] of cases) {
      const benchmark = benchmarkArms(madeOutcomes({ groups }), rows, plan);
      expect(benchmark.funnel?.width).toBe(width);
      expect(benchmark.notices.some(({ code }) => code === "funnel-not-widened")).toBe(
        width === "chance-despite-overdispersion",
      );
      const { svg, tables } = funnelPlot(benchmark, { language: "da" });
      const [description] = elementsOf(parseXml(svg)).filter(({ name }) => name === "desc");
      expect(description?.children.join("")).toContain(words);
      expect(tables[0]?.caption).toContain(words);
      expect(textsIn(svg).join(" ")).toContain(words);
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it("joins exact limits with a line where sizes between aren't given", () => {
    const points = [100, 200].map((size) => ({ size, lower: 0.3, upper: size === 100 ? 0.6 : 0.5 }));
    const limits = [{ level: 0.95, exact: true, points }];
    // Half way, at 150, the upper limit is 0.55.
    const outside = (size: number, value: number): unknown =>
      funnelPlot(single(size, value, limits)).rows[0]?.["outsideLevel"];
    expect([outside(150, 0.549), outside(150, 0.551)]).toEqual([null, 0.95]);
    expect([outside(100.4, 0.599), outside(199.6, 0.501)]).toEqual([null, 0.95]);
  });

  it("holds nothing against limits beyond their sizes, and says so", () => {
    const points = [100, 200].map((size) => ({ size, lower: 0.3, upper: 0.5 }));
    const limits = [{ level: 0.95, exact: false, points }];
    const far = funnelPlot(single(300, 0.9, limits), { language: "da" });
    expect(far.rows[0]).toMatchObject({ outsideLevel: null, side: null });
    expect(far.tables[0]?.rows[0]?.slice(-2)).toEqual(["–", "ingen grænser ved denne størrelse"]);
    expect(textsIn(far.svg)).toContain("Ingen grænser ved denne størrelse");
    expect(textsIn(far.svg)).not.toContain("Inden for grænserne");
  });

  it("puts a ring around a mark for each of the limits that it lies outside of", () => {
    const limits = limitsUpTo(400, false);
    // At 100 citizens and 40 % the limits are 49.6 and 55.1 %.
    const rings = (value: number): number =>
      namedIn(funnelPlot(single(100, value, limits)).svg, "circle").filter(({ fill }) => fill === "none")
        .length;
    // The key has one ring for the first limits, and two for the second.
    expect([0.49, 0.5, 0.56].map(rings)).toEqual([0, 1 + 1, 2 + 1 + 2]);
  });

  it("lets widened limits decide, drawn with dashes of their own", () => {
    const plain = funnelPlot(funnelOf(40), { language: "da" });
    const wide = funnelPlot(WITH_WIDENED, { language: "da" });
    const outside = ({ rows }: typeof plain): number =>
      rows.filter(({ outsideLevel }) => outsideLevel !== null).length;
    expect(outside(wide)).toBeLessThan(outside(plain));
    expect(outside(wide)).toBeGreaterThan(0);
    expect(textsIn(wide.svg)).toContain("95\u202F%-grænser, udvidet for overspredning");
    const decides = "De udvidede grænser afgør, hvem der ligger uden for.";
    expect(textsIn(wide.svg)).toContain(decides);
    expect(wide.tables[0]?.caption).toContain(decides);
    expect(textsIn(plain.svg)).not.toContain(decides);
    const dashes = new Set(namedIn(wide.svg, "path").map((path) => path["stroke-dasharray"]));
    expect(dashes.size).toBe(4);
  });

  it("takes the rows of funnelLimits, in which whole counts decide", () => {
    const none = { ...limitRow(0, 0.95, "none"), lower: 0, upper: Infinity };
    const limits = [none, limitRow(100, 0.95, "none"), limitRow(101, 0.95, "none")];
    const position = (value: number): unknown => funnelPlot(single(100, value, limits)).rows[0]?.["side"];
    // 50 of 100 lies over the line at 49.5 %, and is within all the same.
    expect([0.5, 0.51, 0.3, 0.29].map(position)).toEqual([null, "above", null, "below"]);
    const mixed = [
      ...limits,
      ...limits.slice(1).map((each) => ({ ...each, upper: 0.6, most: 60, adjustment: "additive" as const })),
    ];
    const figure = funnelPlot(single(100, 0.55, mixed));
    expect(figure.rows[0]?.["side"]).toBe(null);
    expect(textsIn(figure.svg)).toContain("95% limits, widened for overdispersion");
  });

  it("draws what funnelLimits gives, at each whole size", () => {
    const totals = Array.from({ length: 300 }, (_, index) => index);
    const limits = funnelLimits({ target: 0.4, totals });
    const overdispersed = funnelLimits({ target: 0.4, totals }, { overdispersion: { phi: 4 } });
    const plain = funnelPlot(single(100, 0.52, limits), { language: "da" });
    expect(plain.rows[0]).toMatchObject({ outsideLevel: 0.95, side: "above" });
    expect(textsIn(plain.svg)).toContain("99,8\u202F%-grænser, eksakte");
    expect(funnelPlot({ ...single(100, 0.52, limits), overdispersed }).rows[0]).toMatchObject({ side: null });
  });

  it("takes a benchmark's funnel, its arms pointed out, with what it says of them", () => {
    const limits = limitsUpTo(400, true);
    const benchmark = {
      kind: "benchmark",
      cluster: "Klynge C",
      funnel: {
        target: 0.4,
        points: [
          { name: "Vejle", size: 100, rate: 0.41, outside: 0 },
          { name: "Egen enhed", unit: "arm", size: 100, rate: 0.2, outside: 0.95 },
        ],
        limits,
        width: "chance",
      },
    } as const;
    const figure = funnelPlot(benchmark);
    expect(figure.rows).toMatchObject([
      { label: "Vejle", highlight: false, outsideLevel: null, side: null },
      { label: "Egen enhed", highlight: true, outsideLevel: 0.95, side: "below" },
    ]);
    expect(textsIn(figure.svg)).toContain("Klynge C: 40.0%");
    const groups = [
      { arm: "supplier", status: "success", count: 90 },
      { arm: "supplier", count: 60 },
      { arm: "municipal", status: "success", count: 53 },
      { arm: "municipal", count: 77 },
    ] as const;
    const cluster = [row("Horsens", 400, 1000), row("Vejle", 200, 500), row("Kolding", 330, 800)];
    const plan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };
    const given = benchmarkArms(madeOutcomes({ groups }), cluster, plan);
    const drawn = funnelPlot(given).rows;
    expect(drawn).toHaveLength(cluster.length + 3);
    expect(drawn.map(({ outsideLevel }) => outsideLevel ?? 0)).toEqual(
      given.funnel?.points.map(({ outside }) => outside),
    );
    expect(() => funnelPlot({ kind: "benchmark", cluster: null })).toThrow(
      expect.objectContaining({ code: "nothing-to-draw" }),
    );
  });

  it("draws ratios by the expected number", () => {
    const points = [5, 10.5, 60.25].map((size) => ({
      size,
      lower: 1 - 2 / Math.sqrt(size),
      upper: 1 + 2 / Math.sqrt(size),
    }));
    const figure = funnelPlot(
      {
        measure: "ratio",
        rows: [{ label: "Vejle", size: 40.5, value: 1.62, highlight: true }],
        target: { value: 1 },
        limits: [{ level: 0.95, exact: false, points }],
      },
      { language: "da" },
    );
    expect(textsIn(figure.svg)).toEqual(
      expect.arrayContaining([
        "Observeret i forhold til forventet",
        "Forventet antal",
        "Reference: 1,00",
        "Vejle",
      ]),
    );
    // Between 1 ± 0.617 at 10.5 and 1 ± 0.258 at 60.25, 60.3 % of the way: 1 ± 0.400.
    expect(figure.tables[0]?.rows).toEqual([
      ["Vejle", "40,5", "1,62", "0,60 til 1,40", "over 95\u202F%-grænserne"],
    ]);
  });

  it("says the same in words and as plain rows", () => {
    const figure = funnelPlot(single(100, 0.56, limitsUpTo(200, false)), {
      language: "da",
      valueLabel: "Succesrate",
      sizeLabel: "Visiterede borgere",
    });
    const description = elementsOf(parseXml(figure.svg)).find(({ name }) => name === "desc");
    expect(description?.children.join("")).toBe(
      "Succesrate. Reference: 40,0\u202F%. 1 af 1 uden for grænserne. " +
        "Vejle: 56,0\u202F% (Visiterede borgere: 100), over 99,8\u202F%-grænserne.",
    );
    expect(figure.tables[0]?.columns.map(({ heading }) => heading)).toEqual([
      "Navn",
      "Visiterede borgere",
      "Succesrate",
      "99,8\u202F%-grænser, tilnærmede",
      "95\u202F%-grænser, tilnærmede",
      "I forhold til grænserne",
    ]);
    expect(figure.rows).toEqual([
      {
        label: "Vejle",
        size: 100,
        value: 0.56,
        target: 0.4,
        highlight: false,
        outsideLevel: 0.998,
        side: "above",
      },
    ]);
  });

  it("keeps its texts inside and apart, whatever the names and numbers are", () => {
    const label = fc.oneof(
      fc.constantFrom(LONG_NAME, "", "Ringkøbing-Skjern", ...HOSTILE),
      fc.string({ unit: fc.constantFrom(..."abdeg iklmø-MW"), maxLength: 60 }),
    );
    const anyRow = fc.record({
      label,
      size: fc.oneof(fc.integer({ min: 1, max: 1500 }), fc.double({ min: 0.01, max: 1e9, noNaN: true })),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      highlight: fc.boolean(),
    });
    const subject = fc.record({
      measure: fc.constantFrom("proportion" as const, "ratio" as const),
      rows: fc.array(anyRow, { minLength: 1, maxLength: 25 }),
      target: fc.record({ label, value: fc.double({ min: 0, max: 1, noNaN: true }) }),
      limits: fc.constantFrom(limitsUpTo(1000, true), limitsUpTo(300, false), []),
    });
    const look = fc.record({
      language: fc.constantFrom("da" as const, "en" as const),
      width: fc.integer({ min: 360, max: 1200 }),
    });
    fc.assert(
      fc.property(subject, look, (funnel, options) => {
        expect(layoutFaults(funnelPlot(funnel, options).svg)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("what funnelPlot refuses", () => {
  const subject = funnelOf(2);
  const [first] = subject.rows;
  const limit = { level: 0.95, exact: false, points: [{ size: 10, lower: 0.1, upper: 0.6 }] };
  it.each([
    ["nothing-to-draw", { ...subject, rows: [] }],
    ["impossible-subject", null],
    ["impossible-subject", { ...subject, measure: "rate" }],
    ["impossible-subject", { ...subject, target: undefined }],
    ["impossible-subject", { ...subject, target: { value: 40 } }],
    ["impossible-subject", { ...subject, limits: undefined }],
    ["impossible-subject", { ...subject, limits: [{ ...limit, level: 95 }] }],
    ["impossible-subject", { ...subject, limits: [{ level: 0.95, lower: 0, upper: 1 }, null] }],
    [
      "impossible-row",
      { ...subject, limits: [{ ...limit, points: [{ size: 10, lower: 0.6, upper: 0.1 }] }] },
    ],
    ["impossible-row", { ...subject, limits: [{ ...limit, points: [null] }] }],
    ["impossible-row", { ...subject, rows: [null] }],
    ["impossible-row", { ...subject, rows: [{ ...first, value: 1.1 }] }],
    ["impossible-row", { ...subject, rows: [{ ...first, value: Number.NaN }] }],
    ["impossible-row", { ...subject, rows: [{ ...first, size: 0 }] }],
    ["impossible-row", { ...subject, rows: [{ ...first, label: undefined }] }],
  ])("%s", (code, given) => {
    expect(() => funnelPlot(given as FunnelPlotSubject)).toThrow(expect.objectContaining({ code }));
  });
});

describe("the names of a funnel's lines", () => {
  it.each([
    [0, 1],
    [0.1, 2],
  ])("stand at the lines, lower limits at %d without where there is no room", (lower, times) => {
    const limits = [0.95, 0.998].map((level, at) => ({
      level,
      exact: false,
      points: [100, 1000].map((size) => ({
        size,
        lower: lower - 0.05 * at * Number(lower > 0),
        upper: 0.22 + 0.05 * at,
      })),
    }));
    const rows = [
      { label: "Vejle", value: 0.01, size: 100 },
      { label: "Horsens", value: 0.3, size: 1000 },
    ];
    const { svg } = funnelPlot({ measure: "proportion", rows, target: { value: 0.16 }, limits });
    const names = textsIn(svg);
    for (const level of ["95%", "99.8%"]) expect(names.filter((name) => name === level)).toHaveLength(times);
    expect(layoutFaults(svg)).toEqual([]);
  });

  it("say how many points within the limits have none, if any", () => {
    const many = funnelPlot(funnelOf(98), { language: "da" });
    const told = textsIn(many.svg).join(" ");
    expect(told).toMatch(/\d+ punkter inden for grænserne står uden navn/);
    expect(layoutFaults(many.svg)).toEqual([]);
    expect(textsIn(funnelPlot(funnelOf(5)).svg).join(" ")).not.toMatch(/without a name/);
  });
});
