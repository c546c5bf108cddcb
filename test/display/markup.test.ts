import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coordinate, element, escapeHtml, join, raw } from "../../src/display/index.js";
import { HOSTILE } from "../support/hostile.js";
import { ownText, parseXml } from "../support/xml.js";

describe("escapeHtml", () => {
  it("escapes what could end a text or an attribute", () => {
    expect(escapeHtml(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  });

  it("leaves no character that XML forbids", () => {
    for (const text of HOSTILE) expect(() => parseXml(`<a>${escapeHtml(text)}</a>`)).not.toThrow();
  });
});

describe("element", () => {
  it("closes itself without children, and stays open with none of them", () => {
    expect(element("path", {}).markup).toBe("<path/>");
    expect(element("td", {}, []).markup).toBe("<td></td>");
  });

  it("leaves out attributes that are undefined and rounds numbers to two decimals", () => {
    expect(element("rect", { x: 1 / 3, y: undefined, rx: 2, class: "a" }).markup).toBe(
      '<rect x="0.33" rx="2" class="a"/>',
    );
  });

  it("escapes text and takes markup as it is", () => {
    expect(element("p", {}, ["1 < 2", element("br", {}), raw("<b>3</b>")]).markup).toBe(
      "<p>1 &lt; 2<br/><b>3</b></p>",
    );
  });

  it("gives any text back when it is read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const shown = text
          .replace(/\r\n?|[\u2028\u2029]/g, "\n")
          .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, "\uFFFD");
        const read = parseXml(element("a", { title: text }, [text]).markup);
        expect(read.attributes["title"]).toBe(shown);
        expect(ownText(read)).toBe(shown);
      }),
    );
  });
});

describe("join", () => {
  it("writes contents one after the other", () => {
    expect(join(["<", raw("<hr/>")]).markup).toBe("&lt;<hr/>");
  });
});

describe("coordinate", () => {
  it.each([
    [12, "12"],
    [12.5, "12.5"],
    [1 / 3, "0.33"],
    [-0.001, "0"],
    [-0, "0"],
  ])("writes %d as %s", (value, written) => {
    expect(coordinate(value)).toBe(written);
  });

  it.each([Number.NaN, Infinity])("refuses %d", (value) => {
    expect(() => coordinate(value)).toThrow(expect.objectContaining({ code: "impossible-coordinate" }));
  });
});
