import { describe, expect, it } from "vitest";
import { forestPlot } from "../../src/figures/index.js";
import { PANELS } from "../support/figures.js";
import { parseXml } from "../support/xml.js";

const idOf = (svg: string): string | undefined => parseXml(svg).attributes["aria-labelledby"];

describe("Figure", () => {
  const figure = forestPlot(PANELS, { title: "Effekt <1>" });

  it("is a result with a picture", () => {
    expect(figure.kind).toBe("figure");
    expect(figure.method).toBe("forest-plot");
    expect(figure.toSVG()).toBe(figure.svg);
    expect(figure.toHTML()).toBe(`<figure>${figure.svg}<figcaption>Effekt &lt;1&gt;</figcaption></figure>`);
    expect(figure.toMarkdown()).toMatch(/^\*Figure: Effekt \\<1\\>\*\n\n\*\*Succesrate\*\*\n/);
    expect(JSON.parse(JSON.stringify(figure))).toMatchObject({ kind: "figure", svg: figure.svg });
  });

  it("shows itself as SVG in a notebook", () => {
    const display = (figure as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ];
    expect(display?.call(figure)).toMatchObject({
      "image/svg+xml": figure.svg,
      "text/html": figure.toHTML(),
    });
  });

  it("takes its ids from what is drawn unless it is given one", () => {
    expect(idOf(figure.svg)).toMatch(/^forest-plot-[0-9a-f]{8}-title forest-plot-[0-9a-f]{8}-description$/);
    expect(idOf(forestPlot(PANELS).svg)).toBe(idOf(figure.svg));
    expect(idOf(forestPlot(PANELS.slice(1)).svg)).not.toBe(idOf(figure.svg));
    expect(idOf(forestPlot(PANELS, { id: "effect" }).svg)).toBe("effect-title effect-description");
  });

  it("keeps exactly its data when it is cloned", () => {
    expect(Object.keys(structuredClone(figure)).toSorted()).toEqual(Object.keys(figure).toSorted());
  });
});
