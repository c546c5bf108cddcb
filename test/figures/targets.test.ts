import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { targetPlot, type TargetPlotGroup } from "../../src/figures/index.js";
import { LONG_NAME } from "../support/figures.js";
import { HOSTILE } from "../support/hostile.js";
import { layoutFaults } from "../support/layout.js";
import { elementsOf, parseXml, type XmlElement } from "../support/xml.js";

/** Odense's five match groups, with a rate of each unit and of both. */
function matchGroups(count: number, name = "Leverandøren"): readonly TargetPlotGroup[] {
  return Array.from({ length: count }, (_, index) => {
    const target = [0.9, 0.75, 0.5, 0.1, 0.05][index % 5] ?? 0.5;
    return {
      label: `Ordinært arbejde, matchgruppe ${index + 1}`,
      target,
      rows: ["Egen enhed", name, "Alle enheder"].map((label, arm) => {
        const estimate = Math.min(0.95, target + 0.04 * (arm - 1));
        return {
          label,
          estimate,
          lower: Math.max(0, estimate - 0.08),
          upper: Math.min(1, estimate + 0.08),
          level: 0.95,
          detail: `${Math.round(120 * estimate)}/120`,
        };
      }),
    };
  });
}

const namedIn = (svg: string, name: string): readonly XmlElement["attributes"][] =>
  elementsOf(parseXml(svg))
    .filter((element) => element.name === name)
    .map(({ attributes }) => attributes);

describe("targetPlot", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = targetPlot(matchGroups(5), { language, id: "targets" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/targets.${language}.svg`);
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it("draws bars from 0, as long as their rates, and the targets on the same axis", () => {
    const rows = [
      { label: "A", estimate: 0.25, lower: 0.2, upper: 0.3 },
      { label: "B", estimate: 0.5, lower: 0.4, upper: 0.6 },
    ];
    const { svg } = targetPlot([{ label: "T", target: 0.5, rows }]);
    const [, quarter, half] = namedIn(svg, "rect"); // the first is the key's
    expect(Number(half?.["width"]) / Number(quarter?.["width"])).toBeCloseTo(2, 2);
    const target = namedIn(svg, "line").filter((line) => line["stroke-width"] === "3")[1];
    expect(Number(target?.["x1"])).toBeCloseTo(Number(half?.["x"]) + Number(half?.["width"]), 1);
  });

  it("draws no bar where there is no rate, and keeps its target on the axis", () => {
    const rows = [{ label: "A", estimate: null, lower: 0, upper: 1, level: 0.95 }];
    const figure = targetPlot([{ label: "T", target: 0.8, rows }], { language: "da" });
    expect(namedIn(figure.svg, "rect")).toHaveLength(1);
    expect(layoutFaults(figure.svg)).toEqual([]);
    expect(figure.tables[0]?.caption).toBe("T. Mål: 80\u202F%");
    expect(figure.rows[0]).toMatchObject({ group: "T", target: 0.8, estimate: null });
  });

  it.each([1, 14])("keeps its texts inside and apart with %i targets", (count) => {
    const look = fc.record({
      language: fc.constantFrom("da" as const, "en" as const),
      width: fc.integer({ min: 480, max: 1200 }),
    });
    fc.assert(
      fc.property(look, fc.constantFrom(LONG_NAME, ...HOSTILE), (options, name) => {
        const groups = matchGroups(count, name).map((group) => ({
          ...group,
          label: `${group.label} ${name}`,
        }));
        expect(layoutFaults(targetPlot(groups, options).svg)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  const [group] = matchGroups(1);
  it.each([
    ["nothing-to-draw", []],
    ["nothing-to-draw", [{ ...group, rows: [] }]],
    ["impossible-subject", null],
    ["impossible-subject", [null]],
    ["impossible-subject", [{ ...group, target: 50 }]],
    ["impossible-row", [{ ...group, rows: [{ label: "A", estimate: 0.5, lower: -0.1, upper: 0.6 }] }]],
  ])("refuses: %s", (code, subject) => {
    expect(() => targetPlot(subject as TargetPlotGroup[])).toThrow(expect.objectContaining({ code }));
  });
});
