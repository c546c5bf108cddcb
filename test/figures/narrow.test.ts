import { describe, expect, it } from "vitest";
import {
  balancePlot,
  caterpillarPlot,
  flowDiagram,
  forestPlot,
  targetPlot,
  type Figure,
} from "../../src/figures/index.js";
import { benchmarkOf, flowOf, LONG_NAME, PANELS } from "../support/figures.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml } from "../support/xml.js";

const WIDTH = 340;
const shown = { language: "da", width: WIDTH, id: "narrow" } as const;
const row = { label: LONG_NAME, estimate: 0.31, lower: 0.2, upper: 0.44, level: 0.95, detail: "81/184" };

const FIGURES: readonly (readonly [string, Figure])[] = [
  ["forest", forestPlot(PANELS, shown)],
  ["balance", balancePlot([{ rows: [row], favours: { lower: LONG_NAME, upper: LONG_NAME } }], shown)],
  ["caterpillar-2", caterpillarPlot(benchmarkOf(2), shown)],
  ["caterpillar-38", caterpillarPlot(benchmarkOf(38), shown)],
  ["targets", targetPlot([{ label: LONG_NAME, target: 0.3, rows: [row, { ...row, label: "A" }] }], shown)],
  ["flow", flowDiagram(flowOf("A", LONG_NAME, "C"), shown)],
];

/** Upright lines of an SVG, as boxes of a pixel. */
const uprightsOf = (svg: string) =>
  elementsOf(parseXml(svg))
    .filter(({ name, attributes }) => name === "line" && attributes["x1"] === attributes["x2"])
    .map(({ attributes }) => ({
      x: Number(attributes["x1"]),
      top: Number(attributes["y1"]),
      bottom: Number(attributes["y2"]),
    }));

describe.each(FIGURES)("%s on a telephone", (name, { svg }) => {
  it("is as narrow as asked, with letters of 12 pixels and more", () => {
    expect(parseXml(svg).attributes["width"]).toBe(String(WIDTH + 16));
    const sizes = elementsOf(parseXml(svg)).flatMap(({ attributes }) => attributes["font-size"] ?? []);
    expect(Math.min(...sizes.map(Number))).toBe(name === "flow" ? 13 : 12);
  });

  it("has nothing outside, on another text or struck through, and nothing cut short", () => {
    expect(layoutFaults(svg)).toEqual([]);
    expect(svg).not.toContain("…");
    const struck = textBoxes(svg).filter(({ left, right, top, bottom }) =>
      uprightsOf(svg).some(
        (line) => line.x > left && line.x < right && line.top < bottom - 1 && line.bottom > top + 1,
      ),
    );
    expect(struck).toEqual([]);
  });

  it("is drawn the same, byte for byte", async () => {
    await expect(svg).toMatchFileSnapshot(`../golden/figures/narrow-${name}.da.svg`);
  });
});
