import { captionOf, referencesText, type Block, type ShowOptions, type Table } from "./blocks.js";
import { oneLine, visible } from "./characters.js";
import { WORDS } from "./words.js";

/**
 * Blocks as plain text for a terminal or a notebook: underlined headings, tables with aligned
 * columns. A picture is its caption, and its numbers where it has them.
 *
 * @example
 * writeText([{ block: "heading", level: 1, text: "Resultat" }]) // "Resultat\n========"
 * @example
 * writeText([]) // ""
 */
export function writeText(blocks: readonly Block[], options: ShowOptions = {}): string {
  const words = WORDS[options.language ?? "en"];
  const write = (block: Block): string => {
    switch (block.block) {
      case "heading": {
        const text = oneLine(block.text);
        return block.level === 3
          ? text
          : `${text}\n${(block.level === 1 ? "=" : "-").repeat(columnsOf(text))}`;
      }
      case "paragraph":
        return visible(block.text) + referencesText(block.references);
      case "list":
        return block.items.map((item) => `- ${oneLine(item)}`).join("\n");
      case "table":
        return tableOf(block);
      case "picture": {
        const caption = `[${block.label ?? words.figure}: ${oneLine(block.caption)}]`;
        return [caption, ...(block.instead ?? []).map(tableOf)].join("\n\n");
      }
      case "note":
        return `${words.tones[block.tone]}: ${oneLine(block.text)}`;
    }
  };
  return blocks.map(write).join("\n\n");
}

function tableOf({ columns, rows, references = [], ...named }: Table): string {
  const caption = captionOf(named);
  const head = columns.map(({ heading }) => oneLine(heading));
  const body = rows.map((row, place) =>
    columns.map((_, index) => {
      const cell = oneLine(row[index] ?? "");
      return index === 0 ? cell + referencesText(references[place]) : cell;
    }),
  );
  const widths = columns.map((_, index) =>
    Math.max(...[head, ...body].map((row) => columnsOf(row[index] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const padding = " ".repeat((widths[index] ?? 0) - columnsOf(cell));
        return columns[index]?.align === "right" ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const table = [line(head), rule, ...body.map(line)].join("\n");
  return caption === "" ? table : `${oneLine(caption)}\n\n${table}`;
}

/** How many columns of a terminal a text takes: its characters, marks over and under them not counted. */
function columnsOf(text: string): number {
  return [...text.normalize("NFC").replace(/\p{M}/gu, "")].length;
}
