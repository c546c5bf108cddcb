import {
  captionOf,
  type Block,
  type Note,
  type Picture,
  type Reference,
  type ShowOptions,
  type Table,
} from "./blocks.js";
import { element, join, raw, type Content, type Markup } from "./markup.js";
import { visible } from "./characters.js";
import { WORDS } from "./words.js";

/**
 * Blocks as a fragment of HTML, every text escaped. The page around it, with its styles, belongs to
 * the caller; the fragment reads without any.
 *
 * @example
 * writeHtml([{ block: "paragraph", text: "5 < 6" }]) // "<p>5 &lt; 6</p>"
 * @example
 * writeHtml([]) // ""
 */
export function writeHtml(blocks: readonly Block[], options: ShowOptions = {}): string {
  const words = WORDS[options.language ?? "en"];
  return blocks.map((block) => htmlOf(block, words.tones).markup).join("\n");
}

function htmlOf(block: Block, tones: Record<Note["tone"], string>): Markup {
  switch (block.block) {
    case "heading":
      return element(`h${block.level}`, { id: block.id }, lines(block.text));
    case "paragraph":
      return element("p", { class: block.style }, [...lines(block.text), ...links(block.references)]);
    case "list":
      return element(
        "ul",
        {},
        block.items.map((item) => element("li", {}, lines(item))),
      );
    case "table":
      return tableOf(block);
    case "picture":
      return figureOf(block);
    case "note":
      return element("aside", { role: "note", class: `note ${block.tone}` }, [
        element("strong", {}, [`${tones[block.tone]}:`]),
        " ",
        ...lines(block.text),
      ]);
  }
}

function tableOf({ columns, rows, id, rowIds = [], references = [], ...named }: Table): Markup {
  const caption = captionOf(named);
  const side = (index: number): string | undefined =>
    columns[index]?.align === "right" ? "right" : undefined;
  // A header without a text would be read out as one.
  const head = columns.map(({ heading }, index) =>
    heading === ""
      ? element("td", {}, [])
      : element("th", { scope: "col", class: side(index) }, lines(heading)),
  );
  const body = rows.map((row, place) =>
    element(
      "tr",
      { id: rowIds[place] ?? (id === undefined ? undefined : `${id}-row-${place + 1}`) },
      row.map((cell, index) =>
        element(index === 0 ? "th" : "td", { scope: index === 0 ? "row" : undefined, class: side(index) }, [
          ...lines(cell),
          ...(index === 0 ? links(references[place]) : []),
        ]),
      ),
    ),
  );
  return element("table", { id }, [
    ...(caption === "" ? [] : [element("caption", {}, lines(caption))]),
    element("thead", {}, [element("tr", {}, head)]),
    element("tbody", {}, body),
  ]);
}

function figureOf({ svg, id, ...named }: Picture): Markup {
  return element("figure", { id }, [raw(svg), element("figcaption", {}, lines(captionOf(named)))]);
}

/** Raised behind what they are about. */
function links(references: readonly Reference[] = []): readonly Content[] {
  if (references.length === 0) return [];
  const each = references.flatMap(({ text, id }, index): readonly Content[] => [
    index === 0 ? "" : ", ",
    element("a", { href: `#${id}` }, [text]),
  ]);
  return [" ", element("sup", {}, each)];
}

function lines(text: string): readonly Content[] {
  const [first = "", ...rest] = visible(text).split("\n");
  return [join([first, ...rest.flatMap((line) => [element("br", {}), line])])];
}
