import { describe, expect, it } from "vitest";
import {
  caterpillarPlot,
  flowDiagram,
  forestPlot,
  monthPlot,
  survivalPlot,
  targetPlot,
  type CurveShape,
  type Figure,
} from "../../src/figures/index.js";
import { benchmarkOf, flowOf, LONG_NAME, PANELS } from "../support/figures.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { parseXml } from "../support/xml.js";

const row = { label: LONG_NAME, estimate: 0.3, lower: 0.2, upper: 0.4, level: 0.95 };
const names = Array.from({ length: 12 }, (_, index) => `${LONG_NAME} ${index + 1}`);
const counts = names.map(() => ({ referred: 9, started: 5, success: 3 }));

function curveOf(group: string): CurveShape {
  const step = { group, atRisk: 9, events: 1, censored: 0, estimate: 0.1, lower: 0, upper: 0.3 };
  const rows = [
    { ...step, time: 4 },
    { ...step, time: 40, estimate: 0.3, upper: 0.6 },
  ];
  return { kind: "curve", measure: "cumulative-incidence", interval: { level: 0.95 }, rows };
}

const TALL: readonly (readonly [string, Figure])[] = [
  ["rows", caterpillarPlot(benchmarkOf(38))],
  ["panels", forestPlot([1, 2, 3, 4, 5, 6].flatMap(() => PANELS))],
  ["arms of a flow", flowDiagram(flowOf(...names))],
  ["months of arms", monthPlot({ arms: names, months: [{ month: "2005-01", mature: true, counts }] })],
  ["curves", survivalPlot(names.map((group) => curveOf(group)))],
  ["targets", targetPlot(names.map((label) => ({ label, target: 0.3, rows: [row, row] })))],
];

const heightOf = (svg: string): number => Number(parseXml(svg).attributes["height"]);
const ticksOf = (each: string): readonly (readonly [string, number])[] =>
  textBoxes(each)
    .filter(({ text }) => /^\d+%$/.test(text))
    .map(({ text, left }) => [text, left] as const);
const bodyTexts = (svg: string): readonly string[] =>
  textBoxes(svg)
    .map(({ text }) => text)
    .filter((text) => /\p{L}/u.test(text));

describe.each(TALL)("a figure that is too tall for a sheet: %s", (_what, { svg, parts = [] }) => {
  it("is there in parts of about half a sheet, each a picture by itself", () => {
    expect(heightOf(svg)).toBeGreaterThan(900);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(heightOf(part)).toBeLessThan(620);
      expect(parseXml(part).attributes["width"]).toBe(parseXml(svg).attributes["width"]);
      expect(layoutFaults(part)).toEqual([]);
    }
    expect(new Set(parts.map((part) => parseXml(part).attributes["aria-labelledby"])).size).toBe(
      parts.length,
    );
  });

  it("has in its parts all that the whole has, and nothing else", () => {
    expect(new Set(parts.flatMap(bodyTexts))).toEqual(new Set(bodyTexts(svg)));
  });
});

it("keeps the axis of the whole in parts of its rows", () => {
  const { svg, parts = [] } = caterpillarPlot(benchmarkOf(38));
  expect(ticksOf(svg).length).toBeGreaterThan(2);
  for (const part of parts) expect(ticksOf(part)).toEqual(ticksOf(svg));
});

it("is whole where it fits on a sheet", () => {
  expect(caterpillarPlot(benchmarkOf(20))).not.toHaveProperty("parts");
  expect(flowDiagram(flowOf("A", "B", "C"))).not.toHaveProperty("parts");
});
