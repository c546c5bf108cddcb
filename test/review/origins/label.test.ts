import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/display/index.js";
import { labeledBlocks } from "../../../src/review/origins/label.js";

const table = (caption: string, id?: string): Block => ({
  block: "table",
  caption,
  columns: [{ heading: "A" }],
  rows: [],
  ...(id === undefined ? {} : { id }),
});

describe("labeledBlocks", () => {
  const { blocks, labeled } = labeledBlocks(
    [
      { block: "heading", level: 2, text: "Results", id: "results" },
      table("First"),
      { block: "picture", svg: "<svg/>", caption: "Seen", id: "figure-effect" },
      { block: "heading", level: 3, text: "Without an address" },
      table("Second"),
      table("Third", "table-exits"),
      { block: "heading", level: 2, text: "Costs", id: "costs" },
      table("Fourth"),
    ],
    "da",
  );

  it("numbers tables and figures apart, in the language, and gives each an id of its own", () => {
    expect(labeled).toEqual([
      { label: "Tabel 1", id: "table-results-1", caption: "First", place: "results" },
      { label: "Figur 1", id: "figure-effect", caption: "Seen", place: "results" },
      { label: "Tabel 2", id: "table-results-2", caption: "Second", place: "results" },
      { label: "Tabel 3", id: "table-exits", caption: "Third", place: "results" },
      { label: "Tabel 4", id: "table-costs-1", caption: "Fourth", place: "costs" },
    ]);
  });

  it("leaves everything else as it is", () => {
    expect(blocks).toHaveLength(8);
    expect(blocks[0]).toEqual({ block: "heading", level: 2, text: "Results", id: "results" });
    expect(blocks[1]).toMatchObject({ label: "Tabel 1", id: "table-results-1" });
    expect(labeledBlocks([], "en")).toEqual({ blocks: [], labeled: [] });
  });
});
