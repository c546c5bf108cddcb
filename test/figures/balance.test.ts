import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancePlot, type BalancePanel } from "../../src/figures/index.js";
import { LONG_NAME } from "../support/figures.js";
import { HOSTILE } from "../support/hostile.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml } from "../support/xml.js";

const panelOf = (count: number): BalancePanel => ({
  rows: Array.from({ length: count }, (_, index) => {
    const estimate = ((index * 37) % 41) / 100 - 0.2;
    const label = index % 5 === 3 ? `Dage med kommunal forsørgelse, ${LONG_NAME}` : `Gruppe ${index + 1}`;
    return { label, estimate, lower: estimate - 0.2, upper: estimate + 0.2, level: 0.95 };
  }),
  favours: { lower: "højere hos Egen enhed", upper: "højere hos Leverandøren" },
});

describe("balancePlot", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = balancePlot([panelOf(6)], { language, id: "balance" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/balance.${language}.svg`);
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it("draws a line at 0 and dashed ones a tenth of a standard deviation away, on whatever axis", () => {
    const { svg } = balancePlot([{ rows: [{ label: "A", estimate: 0, lower: -0.01, upper: 0.01 }] }]);
    const vertical = elementsOf(parseXml(svg))
      .filter(
        ({ name, attributes: { x1, x2, y1, y2 } }) =>
          name === "line" && x1 === x2 && Number(y2) - Number(y1) > 10,
      )
      .map(({ attributes }) => ({
        x: Number(attributes["x1"]),
        dashed: attributes["stroke-dasharray"] !== undefined,
      }));
    expect(vertical.map(({ dashed }) => dashed)).toEqual([false, true, true]);
    const [zero, below, above] = vertical.map(({ x }) => x);
    expect((zero ?? 0) - (below ?? 0)).toBeCloseTo((above ?? 0) - (zero ?? 0), 1);
    expect(textBoxes(svg).some(({ text }) => text.includes("±0.1"))).toBe(true);
  });

  it("says the same in words and as plain rows", () => {
    const figure = balancePlot([{ heading: "H", rows: panelOf(1).rows }], { language: "da" });
    expect(figure.tables[0]?.rows[0]).toEqual(["Gruppe 1", "−0,20 (−0,40 til 0,00)"]);
    expect(figure.rows[0]).toMatchObject({ panel: "H", label: "Gruppe 1", estimate: -0.2, level: 0.95 });
  });

  it.each([2, 40])("keeps its texts inside and apart with %i rows", (count) => {
    const look = fc.record({
      language: fc.constantFrom("da" as const, "en" as const),
      width: fc.integer({ min: 480, max: 1200 }),
    });
    fc.assert(
      fc.property(look, fc.constantFrom(LONG_NAME, ...HOSTILE), (options, name) => {
        const panel = { ...panelOf(count), heading: name, favours: { lower: name, upper: name } };
        expect(layoutFaults(balancePlot([panel], options).svg)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ["nothing-to-draw", []],
    ["nothing-to-draw", [{ rows: [] }]],
    ["impossible-subject", null],
    ["impossible-row", [{ rows: [{ label: "A", estimate: 0, lower: 1, upper: -1 }] }]],
  ])("refuses: %s", (code, subject) => {
    expect(() => balancePlot(subject as BalancePanel[])).toThrow(expect.objectContaining({ code }));
  });
});
