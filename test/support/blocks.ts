import type { Block } from "../../src/display/index.js";

/** One block of every kind, each text of it the given one. */
export function blocksOf(text: string): readonly Block[] {
  const table: Block = {
    block: "table",
    caption: text,
    columns: [{ heading: text }, { heading: text, align: "right" }],
    rows: [
      [text, text],
      [text, "1"],
    ],
  };
  return [
    { block: "heading", level: 2, text },
    { block: "paragraph", text },
    { block: "paragraph", text, style: "lead" },
    { block: "list", items: [text, text] },
    table,
    { block: "picture", svg: "<svg/>", caption: text, instead: [table] },
    { block: "note", tone: "caution", text },
  ];
}
