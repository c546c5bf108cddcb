import { describe, expect, it } from "vitest";
import { writeText } from "../../src/display/index.js";
import { blocksOf } from "../support/blocks.js";
import { HOSTILE } from "../support/hostile.js";

describe("writeText", () => {
  it("underlines headings by their characters", () => {
    expect(
      writeText([
        { block: "heading", level: 1, text: "Året" },
        { block: "heading", level: 2, text: "A\u030Aret" },
        { block: "heading", level: 3, text: "Enheder" },
      ]),
    ).toBe("Året\n====\n\nA\u030Aret\n----\n\nEnheder");
  });

  it("aligns columns, numbers to the right", () => {
    expect(
      writeText([
        {
          block: "table",
          caption: "Enheder",
          columns: [{ heading: "Enhed" }, { heading: "Antal", align: "right" }, { heading: "Navn" }],
          rows: [["Egen", "1.204", "Ærø"], ["Leverandør", "5", ""], ["Tom"]],
        },
      ]),
    ).toBe(
      [
        "Enheder",
        "",
        "Enhed       Antal  Navn",
        "----------  -----  ----",
        "Egen        1.204  Ærø",
        "Leverandør      5",
        "Tom",
      ].join("\n"),
    );
  });

  it("writes lists, notes and paragraphs", () => {
    expect(
      writeText(
        [
          { block: "paragraph", text: "To\nlinjer" },
          { block: "list", items: ["a\nb", "c"] },
          { block: "note", tone: "caution", text: "Få" },
        ],
        { language: "da" },
      ),
    ).toBe("To\nlinjer\n\n- a b\n- c\n\nForbehold: Få");
  });

  it("writes a picture as its caption and its tables", () => {
    const table = { block: "table", caption: "", columns: [{ heading: "n" }], rows: [["5"]] } as const;
    const picture = { block: "picture", svg: "<svg/>", caption: "Forløb", instead: [table] } as const;
    expect(writeText([picture])).toBe("[Figure: Forløb]\n\nn\n-\n5");
  });

  it.each(HOSTILE)("lets nothing of %j steer a terminal", (text) => {
    expect(writeText(blocksOf(text))).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
  });

  it("keeps a cell on its line", () => {
    const lines = writeText(blocksOf("a\nb\r\nc")).split("\n");
    expect(lines).toContain("a b c  a b c");
  });
});
