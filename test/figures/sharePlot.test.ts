import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharePlot, type ShareShape } from "../../src/figures/index.js";
import { LONG_NAME } from "../support/figures.js";
import { HOSTILE } from "../support/hostile.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml, type XmlElement } from "../support/xml.js";

const range = (expected: number, half: number) => ({
  expected,
  lower: expected - half,
  upper: expected + half,
});

/** Shares 0, …, 1, at which costs and successes rise evenly. */
function sharesOf(count: number, cost = 10_000_000_00, successes = 300): ShareShape {
  const rows = Array.from({ length: count }, (_, index) => ({
    share: index / (count - 1),
    cost: range(cost * (1 + index / (count - 1)), Math.abs(cost) / 10),
    successes: range(successes + 10 * index, 20),
  }));
  return { armName: "Leverandøren", drawn: 0.25, level: 0.95, rows };
}

const namedIn = (svg: string, name: string): readonly XmlElement["attributes"][] =>
  elementsOf(parseXml(svg))
    .filter((element) => element.name === name)
    .map(({ attributes }) => attributes);
const pointsOf = ({ d = "" }: XmlElement["attributes"]): readonly number[][] =>
  [...d.matchAll(/[ML]([\d. -]+)/g)].map(([, pair = ""]) => pair.split(" ").map(Number));
const linesIn = (svg: string): readonly (readonly number[][])[] =>
  namedIn(svg, "path")
    .filter((path) => path["stroke"] !== undefined)
    .map(pointsOf);
const textsIn = (svg: string): readonly string[] => textBoxes(svg).map(({ text }) => text);

describe("sharePlot", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = sharePlot(sharesOf(11), { language, id: "shares" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/shares.${language}.svg`);
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it("draws costs above successes, each a line with its band and a mark at each share", () => {
    const { svg } = sharePlot(sharesOf(5));
    const [costs = [], successes = []] = linesIn(svg);
    expect([costs.length, successes.length]).toEqual([5, 5]);
    expect(Math.max(...costs.map(([, y = 0]) => y))).toBeLessThan(
      Math.min(...successes.map(([, y = 0]) => y)),
    );
    // Lower limits one way, upper ones back: two points for each share, and the key's own band of four.
    const bands = namedIn(svg, "path").filter((path) => path["fill-opacity"] !== undefined);
    expect(bands.map((band) => pointsOf(band).length)).toEqual([4, 10, 10]);
    expect(namedIn(svg, "polygon")).toHaveLength(10);
  });

  it("places shares by their size, in whatever order they come, and the draw's among them", () => {
    const { rows, ...rest } = sharesOf(5);
    const { svg } = sharePlot({ ...rest, rows: rows.toReversed() });
    const [costs = []] = linesIn(svg);
    const [[from = 0, low = 0] = [], [quarter = 0, next = 0] = [], , , [to = 0, high = 0] = []] = costs;
    expect((quarter - from) / (to - from)).toBeCloseTo(0.25, 3);
    expect((next - low) / (high - low)).toBeCloseTo(0.25, 3);
    // The key's, then one in each plot, at the share of the draw.
    const drawn = namedIn(svg, "line").filter((line) => line["stroke-dasharray"] !== undefined);
    expect(drawn.slice(1).map(({ x1, x2 }) => [Number(x1), Number(x2)])).toEqual([
      [quarter, quarter],
      [quarter, quarter],
    ]);
  });

  it("draws the interval of a single share as a line", () => {
    const [row] = sharesOf(3).rows;
    const { svg } = sharePlot({ ...sharesOf(3), rows: row === undefined ? [] : [row] });
    const limits = namedIn(svg, "line").filter((line) => line["stroke-width"] === "4");
    expect(limits).toHaveLength(2);
    expect(layoutFaults(svg)).toEqual([]);
  });

  it("says the same in words, as a table and as plain rows", () => {
    const figure = sharePlot({ ...sharesOf(3), drawn: 1 / 3 }, { language: "da" });
    expect(textsIn(figure.svg)).toEqual(
      expect.arrayContaining(["Omkostninger (kr.)", "Succeser", "Andel ved lodtrækningen: 33\u202F%"]),
    );
    const [table] = figure.tables;
    expect(table?.rows[1]).toEqual([
      "50\u202F%",
      "15.000.000",
      "14.000.000 til 16.000.000",
      "310",
      "290 til 330",
    ]);
    const description = elementsOf(parseXml(figure.svg)).find(({ name }) => name === "desc");
    expect(description?.children.join("")).toContain(
      "15.000.000, 14.000.000 til 16.000.000, 310, 290 til 330",
    );
    expect(figure.rows[0]).toEqual({
      share: 0,
      cost: 1_000_000_000,
      costLower: 900_000_000,
      costUpper: 1_100_000_000,
      successes: 300,
      successesLower: 280,
      successesUpper: 320,
    });
  });

  it("keeps its texts inside and apart, whatever the amounts and names are", () => {
    const costs = fc
      .record({
        count: fc.integer({ min: 2, max: 12 }),
        cost: fc.oneof(fc.constant(0), fc.double({ min: -4e14, max: 4e14, noNaN: true })),
        successes: fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1e14, noNaN: true })),
        armName: fc.constantFrom("Ballerup", LONG_NAME, ...HOSTILE),
        drawn: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ count, cost, successes, ...told }) => ({ ...sharesOf(count, cost, successes), ...told }));
    const look = fc.record({
      language: fc.constantFrom("da" as const, "en" as const),
      width: fc.integer({ min: 360, max: 1200 }),
    });
    fc.assert(
      fc.property(costs, look, (subject, options) => {
        expect(layoutFaults(sharePlot(subject, options).svg)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what sharePlot refuses", () => {
  const shares = sharesOf(3);
  const [row] = shares.rows;
  it.each([
    ["nothing-to-draw", { ...shares, rows: [] }],
    ["impossible-subject", null],
    ["impossible-subject", { ...shares, drawn: 50 }],
    ["impossible-subject", { ...shares, armName: undefined }],
    ["impossible-row", { ...shares, rows: [row, row] }],
    ["impossible-row", { ...shares, rows: [null] }],
    ["impossible-row", { ...shares, rows: [{ ...row, share: 1.1 }] }],
    ["impossible-row", { ...shares, rows: [{ ...row, cost: range(1, -1) }] }],
    ["impossible-row", { ...shares, rows: [{ ...row, successes: range(Number.NaN, 1) }] }],
  ])("%s", (code, subject) => {
    expect(() => sharePlot(subject as ShareShape)).toThrow(expect.objectContaining({ code }));
  });
});
