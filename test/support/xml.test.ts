import { describe, expect, it } from "vitest";
import { elementsOf, ownText, parseXml } from "./xml.js";

describe("parseXml", () => {
  it("reads elements, attributes, text and references", () => {
    const root = parseXml('<a x="1 &lt; 2"><b/>&amp;<c>&#39;t</c></a>');
    expect(root.attributes).toEqual({ x: "1 < 2" });
    expect(elementsOf(root).map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(ownText(root)).toBe("&");
  });

  it.each([
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "text",
    "<a x=1/>",
    "<a x='1'/>",
    '<a x="1" x="2"/>',
    "<a>&</a>",
    "<a>&nbsp;</a>",
    "<a><</a>",
    "<a>\u0007</a>",
    '<a x="<"/>',
  ])("refuses %j", (source) => {
    expect(() => parseXml(source)).toThrow(
      /does not allow|not well-formed|closes another|one element|attribute twice|ampersand/,
    );
  });
});
