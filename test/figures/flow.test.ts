import { describe, expect, it } from "vitest";
import { flowDiagram, type FlowModel } from "../../src/figures/index.js";
import { flowOf, LONG_NAME } from "../support/figures.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { elementsOf, parseXml } from "../support/xml.js";

const boxesOf = (svg: string) =>
  elementsOf(parseXml(svg))
    .filter(({ name }) => name === "rect")
    .map(({ attributes }) => {
      const [left = 0, top = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((key) =>
        Number(attributes[key]),
      );
      return { left, top, right: left + width, bottom: top + height };
    });

describe("flowDiagram", () => {
  it("is drawn the same, byte for byte", async () => {
    const danish = flowDiagram(flowOf("Virksomheden Fredericia", LONG_NAME), { language: "da" }).svg;
    await expect(danish).toMatchFileSnapshot("../golden/figures/flow.da.svg");
    const english = flowDiagram(flowOf("A", "B", "C", "D"), { language: "en" }).svg;
    await expect(english).toMatchFileSnapshot("../golden/figures/flow-four-arms.en.svg");
  });

  it.each([1, 2, 3, 4, 7])("keeps every text in a box of its own with %i arms", (count) => {
    const { svg } = flowDiagram(flowOf(...Array.from({ length: count }, () => LONG_NAME)));
    expect(layoutFaults(svg)).toEqual([]);
    const boxes = boxesOf(svg);
    expect(boxes).toHaveLength(2 + 3 * count);
    for (const text of textBoxes(svg)) {
      const around = boxes.filter(
        ({ left, right, top, bottom }) =>
          text.left >= left && text.right <= right && text.top >= top && text.bottom <= bottom,
      );
      expect(around).toHaveLength(1);
    }
  });

  it("points an arrow at every box but the first", () => {
    const { svg } = flowDiagram(flowOf("A", "B", "C"));
    const tips = elementsOf(parseXml(svg))
      .filter(({ name }) => name === "polygon")
      .map(({ attributes }) => attributes["points"]?.split(" ")[0]?.split(",").map(Number) ?? []);
    const [, ...boxes] = boxesOf(svg);
    expect(tips.toSorted()).toEqual(
      boxes.map(({ left, right, top }) => [(left + right) / 2, top]).toSorted(),
    );
  });

  it("writes counts in the language, and a text where a count may not be shown", () => {
    const texts = textBoxes(flowDiagram(flowOf("A", "B"), { language: "da" }).svg).map(({ text }) => text);
    expect(texts).toContain("1.412");
    expect(texts).toContain("<5");
  });

  it("is a table per arm in plain text, and plain rows", () => {
    const figure = flowDiagram(flowOf("A", "B"), { language: "da" });
    expect(figure.tables.map(({ caption }) => caption)).toEqual(["", "Lodtrukket til A", "Lodtrukket til B"]);
    expect(figure.toText()).toContain("– Henvist igen");
    expect(figure.toRows()).toContainEqual({
      arm: "Lodtrukket til A",
      stage: "Endnu ikke målt",
      part: null,
      count: "<5",
    });
    expect(figure.toRows()).toContainEqual({
      arm: null,
      stage: "Visiteringer",
      part: "Henvist igen",
      count: 12,
    });
  });

  it("takes arms of different length", () => {
    const model: FlowModel = {
      entrance: [{ heading: "Alle", count: 3 }],
      arms: [[{ heading: "A" }, { heading: "A2" }, { heading: "A3" }], [{ heading: "B" }]],
    };
    expect(boxesOf(flowDiagram(model).svg)).toHaveLength(5);
  });

  it.each([
    { entrance: [], arms: [[{ heading: "A" }]] },
    { entrance: [{ heading: "Alle" }], arms: [] },
    { entrance: [{ heading: "Alle" }], arms: [[]] },
  ])("refuses a flow without beginning or arms", (model) => {
    expect(() => flowDiagram(model)).toThrow(expect.objectContaining({ code: "nothing-to-draw" }));
  });
});
