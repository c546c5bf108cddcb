import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costPlane, type PlaneShape } from "../../src/figures/index.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml, type XmlElement } from "../support/xml.js";

const quadrants = { northEast: 0.965, southEast: 0.033, southWest: 0, northWest: 0.002 };

/** A result with resamples on a grid around it, the same in every run. */
function planeOf(cost: number, effect: number, count: number): PlaneShape {
  const indices = Array.from({ length: count }, (_, index) => index);
  return {
    cost: { estimate: cost },
    effect: { estimate: effect },
    resampled: {
      replicates: {
        cost: Float64Array.from(indices, (index) => cost + ((index * 37) % 101) * 1000 - 50_000),
        effect: Float64Array.from(indices, (index) => effect + ((index * 53) % 97) / 500 - 0.096),
      },
      quadrants,
    },
    netBenefit: [{ willingnessToPay: 44_000_00 }],
  };
}

const real = planeOf(118_724, 0.14, 2000);
const namedIn = (svg: string, name: string): readonly XmlElement["attributes"][] =>
  elementsOf(parseXml(svg))
    .filter((element) => element.name === name)
    .map(({ attributes }) => attributes);
/** Dots in the plane, without the three of the key. */
const dotsIn = (svg: string): readonly XmlElement["attributes"][] => namedIn(svg, "circle").slice(3);
/** The axes through the origin: the only lines in full strength. */
const solid = (svg: string): readonly XmlElement["attributes"][] =>
  namedIn(svg, "line").filter(
    (line) => line["stroke-opacity"] === undefined && line["stroke-dasharray"] === undefined,
  );

/** Slope on the page of the line of a willingness to pay, which goes through the origin. */
function slopeOf(worth: number): number {
  const { svg } = costPlane(real, { willingnessToPay: worth });
  // The last dashed line is the one in the plane, the first the key's.
  const dashed = namedIn(svg, "line").filter((line) => line["stroke-dasharray"] !== undefined);
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ["x1", "y1", "x2", "y2"].map((name) =>
    Number(dashed.at(-1)?.[name]),
  );
  const [across, down] = solid(svg);
  const [x, y] = [Number(down?.["x1"]), Number(across?.["y1"])];
  // Coordinates have two decimals: the origin is within a few hundredths of a pixel of the line.
  const cross = (x1 - x) * (y2 - y) - (x2 - x) * (y1 - y);
  expect(cross / Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(0, 1);
  return (y1 - y2) / (x2 - x1);
}

describe("costPlane", () => {
  it("is drawn the same, byte for byte, in both languages", async () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = costPlane(planeOf(118_724, 0.14, 40), { language, id: "plane" });
      await expect(svg).toMatchFileSnapshot(`../golden/figures/cost-plane.${language}.svg`);
      expect(layoutFaults(svg)).toEqual([]);
    }
    expect(costPlane(real).svg).toBe(costPlane(real).svg);
  });

  it("draws every resample up to 1,000, and an even selection of more", () => {
    expect(dotsIn(costPlane(planeOf(0, 0, 999)).svg)).toHaveLength(999);
    const { svg, rows } = costPlane(real);
    expect(dotsIn(svg)).toHaveLength(1000);
    const every = real.resampled?.replicates;
    // 2,000 halve to the first, the third, the fifth, …
    expect(rows[2]).toEqual({ point: "resample", cost: every?.cost[2], effect: every?.effect[2] });
    expect(rows[1000]).toEqual({ point: "resample", cost: every?.cost[1998], effect: every?.effect[1998] });
  });

  it("places points by their distance from the axes through the origin", () => {
    const points = { cost: [100_000, -50_000], effect: [0.2, -0.1] };
    const { svg } = costPlane({
      cost: { estimate: null },
      effect: { estimate: null },
      resampled: { replicates: points },
    });
    const [across, down] = solid(svg);
    const [originX, originY] = [Number(down?.["x1"]), Number(across?.["y1"])];
    const [first, second] = dotsIn(svg).map(({ cx, cy }) => [Number(cx) - originX, Number(cy) - originY]);
    expect(first?.[0]).toBeGreaterThan(0);
    expect(first?.[1]).toBeLessThan(0);
    expect((second?.[0] ?? 0) / (first?.[0] ?? 1)).toBeCloseTo(-0.5, 3);
    expect((second?.[1] ?? 0) / (first?.[1] ?? 1)).toBeCloseTo(-0.5, 3);
  });

  it("draws a willingness to pay as a line through the origin with its slope", () => {
    expect(slopeOf(20_000_00) / slopeOf(10_000_00)).toBeCloseTo(2, 2);
    expect(slopeOf(0)).toBeCloseTo(0, 10);
  });

  it("names the corners with their shares, where they are", () => {
    const boxes = textBoxes(costPlane(real, { language: "da", width: 900 }).svg);
    const find = (start: string) => boxes.find(({ text }) => text.startsWith(start));
    const [ne, nw] = [find("Flere succeser, dyrere"), find("Færre succeser, dyrere")];
    const [se, sw] = [find("Flere succeser, billigere"), find("Færre succeser, billigere")];
    expect(ne?.text).toBe("Flere succeser, dyrere: 96,5\u202F%");
    expect(ne?.left).toBeGreaterThan(nw?.right ?? Infinity);
    expect(se?.left).toBeGreaterThan(sw?.right ?? Infinity);
    expect(se?.top).toBeGreaterThan(ne?.bottom ?? Infinity);
    expect(sw?.top).toBeGreaterThan(nw?.bottom ?? Infinity);
  });

  it("says the same in words and as a table", () => {
    const figure = costPlane(real, { language: "da" });
    const description = elementsOf(parseXml(figure.svg)).find(({ name }) => name === "desc");
    expect(description?.children.join("").replaceAll("\u202F", " ")).toBe(
      "Observeret: 14,0 ekstra succeser pr. 100, 1.187 kr. pr. borger. 1.000 af 2.000 bootstrap-gentagelser. " +
        "44.000 kr. pr. ekstra succes. Flere succeser, dyrere 96,5 %. Flere succeser, billigere 3,3 %. " +
        "Færre succeser, billigere under 0,1 %. Færre succeser, dyrere 0,2 %.",
    );
    expect(figure.toText({ language: "da" })).toContain("1.000 af 2.000 bootstrap-gentagelser");
    expect(figure.rows[0]).toEqual({ point: "observed", cost: 118_724, effect: 0.14 });
  });

  it("cuts no share off the name of a corner, however narrow the page and its side of the origin", () => {
    for (const language of ["da", "en"] as const) {
      const { svg } = costPlane(planeOf(118_724, -0.3, 500), { language, width: 340 });
      expect(textBoxes(svg).filter(({ text }) => text.endsWith("…"))).toEqual([]);
      expect(layoutFaults(svg)).toEqual([]);
    }
  });

  it("draws a result without resamples, such as one that was read from JSON", () => {
    const { svg } = costPlane({ cost: { estimate: 0 }, effect: { estimate: 0 } });
    expect(namedIn(svg, "circle")).toHaveLength(0);
    expect(namedIn(svg, "polygon")).toHaveLength(3); // the key's, its halo and itself
  });

  it("keeps its texts inside and apart, wherever the cloud lies", () => {
    const amount = fc.oneof(
      fc.integer({ min: -1e7, max: 1e7 }),
      fc.double({ min: -9e14, max: 9e14, noNaN: true }),
    );
    const plane = fc.record({
      cost: amount,
      effect: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
      count: fc.nat(20),
    });
    const look = fc.record({
      language: fc.constantFrom("da" as const, "en" as const),
      width: fc.integer({ min: 360, max: 1200 }),
      willingnessToPay: fc.integer({ min: 0, max: 1e15 }),
    });
    fc.assert(
      fc.property(plane, look, ({ cost, effect, count }, options) => {
        expect(layoutFaults(costPlane(planeOf(cost, effect, count), options).svg)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what costPlane refuses", () => {
  const known = { cost: { estimate: 1 }, effect: { estimate: 0.1 } };
  it.each([
    ["nothing-to-draw", { cost: { estimate: null }, effect: { estimate: null } }],
    ["impossible-subject", null],
    ["impossible-subject", { kind: "estimate", estimate: 3 }],
    ["impossible-subject", { ...known, cost: { estimate: Number.NaN } }],
    ["impossible-subject", { ...known, effect: { estimate: 14 } }],
    ["impossible-subject", { ...known, resampled: { replicates: { cost: [1, 2], effect: [0.1] } } }],
    ["impossible-subject", { ...known, resampled: { replicates: { cost: [Infinity], effect: [0.1] } } }],
  ])("%s", (code, subject) => {
    expect(() => costPlane(subject as PlaneShape)).toThrow(expect.objectContaining({ code }));
  });

  it("amounts that aren't whole øre from 0", () => {
    for (const willingnessToPay of [-1, 0.5, Infinity, 1e16]) {
      expect(() => costPlane(known, { willingnessToPay })).toThrow(
        expect.objectContaining({ code: "impossible-option" }),
      );
    }
  });
});
