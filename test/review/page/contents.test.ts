import { expect, it } from "vitest";
import type { Block } from "../../../src/display/index.js";
import { addressed, contentsList } from "../../../src/review/page/contents.js";

const blocks: readonly Block[] = [
  { block: "heading", level: 1, text: "Title" },
  { block: "heading", level: 2, text: "A & B", id: "a" },
  { block: "heading", level: 3, text: "first" },
  { block: "paragraph", text: "p" },
  { block: "heading", level: 3, text: "named", id: "own" },
  { block: "heading", level: 2, text: "C", id: "c" },
];

it("lists sections with their parts, every link to a heading that has its address", () => {
  const all = addressed(blocks);
  expect(contentsList(all).markup).toBe(
    '<ul><li><a href="#a">A &amp; B</a><ul><li><a href="#a-1">first</a></li><li><a href="#own">named</a></li></ul></li><li><a href="#c">C</a></li></ul>',
  );
  expect(all.flatMap((block) => (block.block === "heading" ? [block.id] : []))).toEqual([
    "top-1",
    "a",
    "a-1",
    "own",
    "c",
  ]);
});

it("is empty without a section", () => {
  expect(contentsList(addressed([])).markup).toBe("<ul></ul>");
});
