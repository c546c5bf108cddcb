import { describe, expect, it } from "vitest";
import { visible } from "../../src/display/characters.js";
import { writeHtml } from "../../src/display/index.js";
import { blocksOf } from "../support/blocks.js";
import { HOSTILE } from "../support/hostile.js";
import { elementsOf, parseXml } from "../support/xml.js";

describe("writeHtml", () => {
  it("writes headings with their address, and styles as classes", () => {
    expect(
      writeHtml([
        { block: "heading", level: 2, text: "Resultat", id: "result" },
        { block: "heading", level: 3, text: "Uden adresse" },
        { block: "paragraph", text: "Først", style: "lead" },
        { block: "paragraph", text: "To\nlinjer" },
        { block: "list", items: ["a", "b"] },
      ]),
    ).toBe(
      [
        '<h2 id="result">Resultat</h2>',
        "<h3>Uden adresse</h3>",
        '<p class="lead">Først</p>',
        "<p>To<br/>linjer</p>",
        "<ul><li>a</li><li>b</li></ul>",
      ].join("\n"),
    );
  });

  it("writes tables that a screen reader can follow", () => {
    expect(
      writeHtml([
        {
          block: "table",
          id: "t",
          caption: "Enheder",
          columns: [{ heading: "Enhed" }, { heading: "Antal", align: "right" }],
          rows: [["Egen", "199"]],
        },
      ]),
    ).toBe(
      '<table id="t"><caption>Enheder</caption>' +
        '<thead><tr><th scope="col">Enhed</th><th scope="col" class="right">Antal</th></tr></thead>' +
        '<tbody><tr id="t-row-1"><th scope="row">Egen</th><td class="right">199</td></tr></tbody></table>',
    );
  });

  it("leaves out a caption that is empty", () => {
    const table = { block: "table", caption: "", columns: [{ heading: "a" }], rows: [] } as const;
    expect(writeHtml([table])).not.toContain("caption");
  });

  it("puts a picture's SVG in place, with its caption and without its tables", () => {
    expect(
      writeHtml([
        {
          block: "picture",
          id: "p",
          svg: '<svg role="img"></svg>',
          caption: "A < B",
          instead: [{ block: "table", caption: "", columns: [{ heading: "a" }], rows: [] }],
        },
      ]),
    ).toBe('<figure id="p"><svg role="img"></svg><figcaption>A &lt; B</figcaption></figure>');
  });

  it("says a note's tone in words of its language", () => {
    const note = { block: "note", tone: "warning", text: "Få" } as const;
    expect(writeHtml([note], { language: "da" })).toBe(
      '<aside role="note" class="note warning"><strong>Advarsel:</strong> Få</aside>',
    );
    expect(writeHtml([note])).toContain("<strong>Warning:</strong>");
  });

  it.each(HOSTILE)("shows %j as text and nothing else", (text) => {
    const allowed = "div h2 p ul li table caption thead tbody tr th td figure svg figcaption aside strong br";
    const root = parseXml(`<div>${writeHtml(blocksOf(text))}</div>`);
    for (const { name, attributes } of elementsOf(root)) {
      expect(allowed.split(" ")).toContain(name);
      for (const key of Object.keys(attributes)) expect(["class", "scope", "role", "id"]).toContain(key);
    }
    const [heading] = elementsOf(root).filter(({ name }) => name === "h2");
    expect(heading?.children.map((child) => (typeof child === "string" ? child : "\n")).join("")).toBe(
      visible(text),
    );
  });
});
