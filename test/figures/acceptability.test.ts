import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptabilityPlot, type AcceptabilityPoint } from "../../src/figures/index.js";
import { LONG_NAME } from "../support/figures.js";
import { HOSTILE } from "../support/hostile.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml, type XmlElement } from "../support/xml.js";

/** A curve over 0, 2,000, … kroner. */
function curveOf(count: number, probability: (index: number) => number): readonly AcceptabilityPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    willingnessToPay: index * 2_000_00,
    probability: probability(index),
  }));
}

const rising = curveOf(41, (index) => 0.99 - 0.95 / (1 + index));
const comparison = {
  arm: "supplier",
  acceptability: rising,
  netBenefit: [{ willingnessToPay: 44_000_00 }],
};
const other = { arm: LONG_NAME, acceptability: curveOf(30, (index) => index / 40) };

const namedIn = (svg: string, name: string): readonly XmlElement["attributes"][] =>
  elementsOf(parseXml(svg))
    .filter((element) => element.name === name)
    .map(({ attributes }) => attributes);
const curvesIn = (svg: string): readonly (readonly number[][])[] =>
  namedIn(svg, "path")
    .map(({ d = "" }) =>
      [...d.matchAll(/[ML]([\d. -]+)/g)].map(([, pair = ""]) => pair.split(" ").map(Number)),
    )
    .filter((points) => points.length > 2);
const textsIn = (svg: string): readonly string[] => textBoxes(svg).map(({ text }) => text);

describe("acceptabilityPlot", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = acceptabilityPlot([comparison, other], { language, id: "acceptability" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/acceptability.${language}.svg`);
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it("draws each row where its amount and its probability are", () => {
    const rows = [
      { willingnessToPay: 40_000_00, probability: 1 },
      { willingnessToPay: 0, probability: 0 },
      { willingnessToPay: 10_000_00, probability: 0.5 },
    ];
    const [[[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = []] = curvesIn(
      acceptabilityPlot(rows).svg,
    );
    // In their order on the axis: a quarter of the way along and half of the way up, then to the corner.
    expect((x1 - x0) / (x2 - x0)).toBeCloseTo(0.25, 3);
    expect((y1 - y0) / (y2 - y0)).toBeCloseTo(0.5, 3);
    expect(y2).toBeLessThan(y0);
  });

  it("takes rows, a comparison or several, told apart by dashes and marks", () => {
    expect(curvesIn(acceptabilityPlot(rising).svg)).toHaveLength(1);
    expect(curvesIn(acceptabilityPlot(comparison).svg)).toHaveLength(1);
    const { svg } = acceptabilityPlot([comparison, other]);
    expect(curvesIn(svg).map((points) => points.length)).toEqual([41, 30]);
    expect(new Set(namedIn(svg, "path").map((path) => path["stroke-dasharray"])).size).toBe(2);
    expect(new Set(namedIn(svg, "polygon").map(({ points = "" }) => points.split(" ").length))).toEqual(
      new Set([4]),
    );
    expect(textsIn(svg)).toEqual(expect.arrayContaining(["supplier"]));
    expect(textsIn(acceptabilityPlot([comparison, other], { labels: ["A", "B"] }).svg)).toEqual(
      expect.arrayContaining(["A", "B"]),
    );
    const numbered = [{ acceptability: rising }, { acceptability: rising }];
    expect(textsIn(acceptabilityPlot(numbered, { language: "da" }).svg)).toContain("Sammenligning 2");
  });

  it("marks what a success is worth: what is given, or the comparison's own", () => {
    expect(textsIn(acceptabilityPlot(rising).svg).join()).not.toContain("per additional success");
    expect(textsIn(acceptabilityPlot(comparison, { language: "da" }).svg)).toContain(
      "44.000 kr. pr. ekstra succes",
    );
    const { svg } = acceptabilityPlot(comparison, { willingnessToPay: 90_000_00 });
    expect(textsIn(svg)).toContain("DKK 90,000 per additional success");
    expect(layoutFaults(svg)).toEqual([]); // beyond the last row: the axis goes on to it
  });

  it("says the same in words, as tables and as plain rows", () => {
    const figure = acceptabilityPlot(comparison, { language: "da" });
    const description = elementsOf(parseXml(figure.svg)).find(({ name }) => name === "desc");
    // 0.99 − 0.95/(1 + i) is 0.04 at 0, 0.515 at once, and 0.967 at the end.
    expect(description?.children.join("").replaceAll("\u202F", " ")).toBe(
      "Værdi af en ekstra succes (kr.), Sandsynlighed for gevinst: 0: 4,0 %; 2.000: 51,5 %; 80.000: 96,7 %.",
    );
    expect(figure.tables.map(({ rows }) => rows.length)).toEqual([41]);
    expect(figure.rows[1]).toEqual({ line: "", willingnessToPay: 200_000, probability: 0.515 });
  });

  it("keeps its texts inside and apart, whatever the amounts and names are", () => {
    const amounts = fc.uniqueArray(fc.oneof(fc.nat(1e7), fc.double({ min: 0, max: 1e15, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
      comparator: (a, b) => a === b || a + b === 0,
    });
    const curve = fc.record({
      arm: fc.constantFrom("supplier", LONG_NAME, ...HOSTILE),
      acceptability: fc
        .tuple(amounts, fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([all, probability]) => all.map((willingnessToPay) => ({ willingnessToPay, probability }))),
    });
    const look = fc.record({
      language: fc.constantFrom("da" as const, "en" as const),
      width: fc.integer({ min: 360, max: 1200 }),
    });
    fc.assert(
      fc.property(fc.array(curve, { minLength: 1, maxLength: 5 }), look, (curves, options) => {
        expect(layoutFaults(acceptabilityPlot(curves, options).svg)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what acceptabilityPlot refuses", () => {
  const row = { willingnessToPay: 0, probability: 0.5 };
  it.each([
    ["nothing-to-draw", []],
    ["nothing-to-draw", { acceptability: [] }],
    ["impossible-subject", null],
    ["impossible-subject", [comparison, { kind: "estimate" }]],
    ["impossible-row", [{ ...row, probability: 50 }]],
    ["impossible-row", [row, null]],
    ["impossible-row", [{ ...row, willingnessToPay: -1 }]],
    ["impossible-row", [{ ...row, willingnessToPay: Number.NaN }]],
    ["impossible-row", [row, { ...row, probability: 0.6 }]],
  ])("%s", (code, subject) => {
    expect(() => acceptabilityPlot(subject as readonly AcceptabilityPoint[])).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("labels that are too few", () => {
    expect(() => acceptabilityPlot([comparison, other], { labels: ["A"] })).toThrow(
      expect.objectContaining({ code: "labels-mismatch" }),
    );
  });
});
