import { describe, expect, it } from "vitest";
import { ACCENTS, element, svgDocument, svgLine, svgText } from "../../src/display/index.js";
import { HOSTILE } from "../support/hostile.js";
import { elementsOf, ownText, parseXml } from "../support/xml.js";

const document = {
  id: "effect",
  width: 100.004,
  height: 50,
  title: "Effekt",
  description: "Egen 38 %",
  children: [element("rect", { width: 1, height: 1 })],
};

describe("svgDocument", () => {
  it("is an image that names and describes itself", () => {
    const { name, attributes, children } = parseXml(svgDocument(document));
    expect(name).toBe("svg");
    expect(attributes).toMatchObject({
      "xmlns": "http://www.w3.org/2000/svg",
      "role": "img",
      "aria-labelledby": "effect-title effect-description",
      "viewBox": "-8 -8 116 66",
      "fill": "currentColor",
    });
    const named = children.filter((child) => typeof child !== "string");
    expect(named.map((child) => [child.name, child.attributes["id"], ownText(child)])).toEqual([
      ["title", "effect-title", "Effekt"],
      ["desc", "effect-description", "Egen 38 %"],
      ["rect", undefined, ""],
    ]);
  });

  it("holds nothing that a page's policy could refuse: no script, style or address", () => {
    const elements = elementsOf(parseXml(svgDocument(document)));
    for (const { name, attributes } of elements) {
      expect(["script", "style", "image", "use", "a", "foreignObject"]).not.toContain(name);
      expect(Object.keys(attributes)).not.toContain("style");
    }
  });

  it.each(HOSTILE)("keeps %j a text", (text) => {
    const child = svgText(text, { x: 0, y: 0, size: 10, whole: `${text}!` });
    const svg = svgDocument({ ...document, title: text, description: text, children: [child] });
    expect(elementsOf(parseXml(svg)).map(({ name }) => name)).toEqual([
      "svg",
      "title",
      "desc",
      "text",
      "title",
    ]);
  });
});

describe("svgText", () => {
  it("centers the capitals on the line", () => {
    expect(svgText("Å", { x: 5, y: 10, size: 20 }).markup).toBe('<text x="5" y="17" font-size="20">Å</text>');
  });

  it("can be bold, muted, anchored, and name what it shortens", () => {
    const place = {
      x: 0,
      y: 0,
      size: 10,
      bold: true,
      anchor: "end",
      strength: "muted",
      whole: "Ærø",
    } as const;
    expect(svgText("Æ…", place).markup).toBe(
      '<text x="0" y="3.5" font-size="10" font-weight="bold" text-anchor="end" fill-opacity="0.68">Æ…<title>Ærø</title></text>',
    );
  });
});

describe("svgLine", () => {
  it("is drawn in the color of the page unless told otherwise", () => {
    expect(svgLine(0, 1, 2, 3).markup).toBe(
      '<line x1="0" y1="1" x2="2" y2="3" stroke="currentColor" stroke-width="1"/>',
    );
    expect(svgLine(0, 0, 1, 1, { color: ACCENTS[0], strength: "faint", width: 2 }).markup).toContain(
      'stroke="#1f6fb2" stroke-width="2" stroke-opacity="0.25"',
    );
  });
});

/** Relative luminance and contrast by WCAG 2.2. */
const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe("ACCENTS", () => {
  it.each(ACCENTS)("%s stands out on white and on a dark page (3:1 for graphics)", (color) => {
    expect(contrast(luminance(color), 1)).toBeGreaterThan(3);
    expect(contrast(luminance(color), luminance("#161616"))).toBeGreaterThan(3);
  });
});
