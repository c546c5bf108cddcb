import { describe, expect, it } from "vitest";
import { writeHtml, writeMarkdown, writeText, type Block } from "../../src/display/index.js";

const references = [
  { text: "N1–N2", id: "rate.a" },
  { text: "N7", id: "ratio.<a>" },
];
const paragraph: Block = { block: "paragraph", style: "lead", text: "Først", references };
const table: Block = {
  block: "table",
  id: "t",
  caption: "",
  columns: [{ heading: "Emne" }, { heading: "Svar" }],
  rows: [
    ["Sikkerhed", "Ja"],
    ["Rækkevidde", "Nej"],
  ],
  references: [references.slice(0, 1), []],
};

describe("references to another place of the page", () => {
  it("are raised links in HTML, behind a text or a row's header, escaped as everything is", () => {
    expect(writeHtml([paragraph])).toBe(
      '<p class="lead">Først <sup><a href="#rate.a">N1–N2</a>, <a href="#ratio.&lt;a&gt;">N7</a></sup></p>',
    );
    const html = writeHtml([table]);
    expect(html).toContain('<th scope="row">Sikkerhed <sup><a href="#rate.a">N1–N2</a></sup></th>');
    expect(html).toContain('<th scope="row">Rækkevidde</th>');
  });

  it("stand in brackets where there are no links", () => {
    expect(writeMarkdown([paragraph])).toBe("**Først** (N1–N2, N7)\n");
    expect(writeText([paragraph])).toBe("Først (N1–N2, N7)");
    expect(writeMarkdown([table])).toContain("| Sikkerhed (N1–N2) | Ja |\n| Rækkevidde | Nej |");
    expect(writeText([table])).toMatch(/^Sikkerhed \(N1–N2\) {2}Ja\nRækkevidde {9}Nej$/mu);
  });

  it("lead to rows, which have addresses of their own or are numbered below the table's", () => {
    expect(writeHtml([table])).toMatch(/<tr id="t-row-1">.*<tr id="t-row-2">/u);
    expect(writeHtml([{ ...table, rowIds: ["rate.a", "ratio.a"] }])).toMatch(
      /<tr id="rate.a">.*<tr id="ratio.a">/u,
    );
    const { id: _id, ...without } = table;
    expect(writeHtml([without])).not.toContain("id=");
  });
});
