import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthPlot, type MonthPlotSubject } from "../../src/figures/index.js";
import { LONG_NAME } from "../support/figures.js";
import { HOSTILE } from "../support/hostile.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml, type XmlElement } from "../support/xml.js";

function monthsOf(count: number, arms: readonly string[] = ["Egen enhed", "Leverandøren"]): MonthPlotSubject {
  return {
    arms,
    months: Array.from({ length: count }, (_, index) => {
      const mature = index < 0.7 * count;
      return {
        month: `${2005 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
        mature,
        counts: arms.map((_arm, arm) => {
          const referred = 12 + ((index * 7 + arm * 5) % 9);
          return {
            referred,
            started: referred - (index % 4),
            success: Math.floor(referred * (mature ? 0.5 : 0.2)),
          };
        }),
      };
    }),
  };
}

const barsIn = (svg: string): readonly XmlElement["attributes"][] =>
  elementsOf(parseXml(svg))
    .filter(({ name }) => name === "rect")
    .map(({ attributes }) => attributes);

describe("monthPlot", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = monthPlot(monthsOf(12), { language, id: "months" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/months.${language}.svg`);
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it("draws bars as high as their counts, on one scale for all arms", () => {
    const month = { month: "2005-01", mature: true };
    const [few, many] = [5, 10].map((referred) => ({ referred, started: 0, success: 0 }));
    if (few === undefined || many === undefined) throw new Error("two counts");
    const { svg } = monthPlot({ arms: ["A", "B"], months: [{ ...month, counts: [few, many] }] });
    const heights = barsIn(svg)
      .slice(3) // the key's
      .map(({ height }) => Number(height));
    expect(heights).toHaveLength(2);
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(2, 2);
  });

  it("marks months that aren't mature by a ground and by outlines, not by color", () => {
    const counts = [{ referred: 4, started: 3, success: 2 }];
    const months = [
      { month: "2005-01", mature: true, counts },
      { month: "2005-02", mature: false, counts },
    ];
    const { svg } = monthPlot({ arms: ["A"], months }, { language: "da" });
    const outlined = barsIn(svg).filter(({ stroke }) => stroke !== undefined);
    expect(outlined).toHaveLength(2); // one in the key
    expect(barsIn(svg).filter((bar) => bar["fill-opacity"] === "0.07")).toHaveLength(2);
    expect(textBoxes(svg).map(({ text }) => text)).toContain("Ikke alle er fulgt længe nok");
  });

  it("says the same in words, as tables and as plain rows", () => {
    const figure = monthPlot(monthsOf(12), { language: "da" });
    expect(figure.tables.map(({ caption }) => caption)).toEqual(["Egen enhed", "Leverandøren"]);
    expect(figure.tables[0]?.rows[0]).toEqual(["januar 2005", "12", "12", "6"]);
    expect(figure.tables[0]?.rows.at(-1)?.[0]).toBe("december 2005 (ikke alle er fulgt længe nok)");
    expect(figure.rows).toHaveLength(24);
    expect(figure.rows[1]).toEqual({
      month: "2005-01",
      mature: true,
      arm: "Leverandøren",
      referred: 17,
      started: 17,
      success: 8,
    });
  });

  it.each([1, 2, 40])("keeps its texts inside and apart with %i months", (count) => {
    const look = fc.record({
      language: fc.constantFrom("da" as const, "en" as const),
      width: fc.integer({ min: 360, max: 1200 }),
    });
    fc.assert(
      fc.property(look, fc.constantFrom(LONG_NAME, ...HOSTILE), (options, name) => {
        expect(layoutFaults(monthPlot(monthsOf(count, ["Egen enhed", name]), options).svg)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  const [first] = monthsOf(1, ["A"]).months;
  it.each([
    ["nothing-to-draw", { arms: ["A"], months: [] }],
    ["nothing-to-draw", { arms: [], months: [first] }],
    ["impossible-subject", null],
    ["impossible-row", { arms: ["A"], months: [{ ...first, month: "2005-13" }] }],
    ["impossible-row", { arms: ["A", "B"], months: [first] }],
    [
      "impossible-row",
      { arms: ["A"], months: [{ ...first, counts: [{ referred: 1, started: 2, success: 0 }] }] },
    ],
  ])("refuses: %s", (code, subject) => {
    expect(() => monthPlot(subject as MonthPlotSubject)).toThrow(expect.objectContaining({ code }));
  });
});
