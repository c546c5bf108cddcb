import { describe, expect, it } from "vitest";
import { writeMarkdown } from "../../src/display/index.js";
import { blocksOf } from "../support/blocks.js";
import { HOSTILE } from "../support/hostile.js";

const paragraph = (text: string): string => writeMarkdown([{ block: "paragraph", text }]);

describe("writeMarkdown", () => {
  it("writes one block after the other with an empty line between", () => {
    expect(
      writeMarkdown(
        [
          { block: "heading", level: 2, text: "Resultat", id: "result" },
          { block: "paragraph", text: "Først", style: "lead" },
          { block: "list", items: ["a", "b"] },
          { block: "note", tone: "info", text: "Få" },
        ],
        { language: "da" },
      ),
    ).toBe("## Resultat\n\n**Først**\n\n- a\n- b\n\n> **Bemærk:** Få\n");
  });

  it("writes pipe tables with numbers to the right and short rows filled up", () => {
    expect(
      writeMarkdown([
        {
          block: "table",
          caption: "Enheder",
          columns: [{ heading: "Enhed" }, { heading: "Antal", align: "right" }],
          rows: [["Egen | kommune\nFredericia", "1.204"], ["Tom"]],
        },
      ]),
    ).toBe(
      "**Enheder**\n\n| Enhed | Antal |\n| --- | ---: |\n| Egen \\| kommune<br>Fredericia | 1.204 |\n| Tom |  |\n",
    );
  });

  it("writes a picture as its caption and its tables", () => {
    const picture = {
      block: "picture",
      svg: "<svg/>",
      caption: "Forløb",
      instead: [{ block: "table", caption: "", columns: [{ heading: "n" }], rows: [["5"]] }],
    } as const;
    expect(writeMarkdown([picture], { language: "da" })).toBe("*Figur: Forløb*\n\n| n |\n| --- |\n| 5 |\n");
    expect(writeMarkdown([{ ...picture, instead: [] }])).toBe("*Figure: Forløb*\n");
  });

  it.each([
    ["30. juni", "30\\. juni"],
    ["1) først", "1\\) først"],
    ["- punkt", "\\- punkt"],
    ["+ punkt", "\\+ punkt"],
    ["# overskrift", "\\# overskrift"],
    ["--- streg", "\\--- streg"],
    ["== under", "\\== under"],
    ["    indrykket", "indrykket"],
    ["a*b_c`d", "a\\*b\\_c\\`d"],
    ["[a](b)", "\\[a\\](b)"],
    ["<b>&amp;", "\\<b\\>\\&amp;"],
    ["$x$ ~y~ \\z", "\\$x\\$ \\~y\\~ \\\\z"],
    ["48,3\u202F% (45,1 til 51,6)", "48,3\u202F% (45,1 til 51,6)"],
  ])("escapes %j at the start of a line", (text, escaped) => {
    expect(paragraph(text)).toBe(`${escaped}\n`);
  });

  it.each(HOSTILE)("leaves nothing of %j that could act", (text) => {
    const own = /^(#+ |- |> |\| |\*\*|\*)|\*\*$|\*$|\*\*Caution:\*\*|\*Figure: | \|$|^\| --- \| ---: \|$/g;
    for (const line of writeMarkdown(blocksOf(text)).split("\n")) {
      const rest = line
        .replace(/\\[!-/:-@[-`{-~]/g, "")
        .replaceAll("<br>", "")
        .replace(own, "")
        .replace(own, "")
        .replace(" | ", "");
      expect(rest).not.toMatch(/[*_`[\]<>|~#$\\]|\p{Cc}/u);
      expect(rest).not.toMatch(/^\s*([-+=]|\d+[.)])\s/);
    }
  });

  it("gives every row of a table as many cells as it has columns", () => {
    for (const text of HOSTILE) {
      const rows = writeMarkdown(blocksOf(text))
        .split("\n")
        .filter((line) => line.startsWith("| "));
      expect(rows).toHaveLength(8);
      for (const row of rows) expect(row.replace(/\\./g, "").match(/\|/g)).toHaveLength(3);
    }
  });
});

describe("the number of a table or a figure in a report", () => {
  const table = { block: "table", label: "Tabel 3", caption: "Rater", columns: [], rows: [] } as const;
  const picture = { block: "picture", label: "Figur 2", caption: "Rater", svg: "<svg/>" } as const;

  it("stands before the caption", () => {
    expect(writeMarkdown([table], { language: "da" })).toContain("**Tabel 3. Rater**");
    expect(writeMarkdown([picture], { language: "da" })).toContain("*Figur 2: Rater*");
    expect(writeMarkdown([{ ...table, caption: "" }])).toContain("**Tabel 3**");
  });
});
