import { captionOf, referencesText, type Block, type ShowOptions, type Table } from "./blocks.js";
import { visible } from "./characters.js";
import { WORDS } from "./words.js";

/**
 * Blocks as Markdown (CommonMark with pipe tables). Texts are escaped, so that none becomes a
 * heading, a list, a formula, an address or HTML. A picture is its caption, and its numbers where
 * it has them.
 *
 * @example
 * writeMarkdown([{ block: "paragraph", text: "30. juni *kl.* 12" }]) // "30\\. juni \\*kl.\\* 12\n"
 * @example
 * writeMarkdown([]) // ""
 */
export function writeMarkdown(blocks: readonly Block[], options: ShowOptions = {}): string {
  const words = WORDS[options.language ?? "en"];
  const write = (block: Block): string => {
    switch (block.block) {
      case "heading":
        return `${"#".repeat(block.level)} ${inrowOf(block.text)}`;
      case "paragraph":
        return block.style === "lead"
          ? `**${inrowOf(block.text)}**${referencesText(block.references)}`
          : opening(inrowOf(block.text)) + referencesText(block.references);
      case "list":
        return block.items.map((item) => `- ${opening(inrowOf(item))}`).join("\n");
      case "table":
        return tableOf(block);
      case "picture": {
        const caption = `*${block.label ?? words.figure}: ${inrowOf(block.caption)}*`;
        return [caption, ...(block.instead ?? []).map(tableOf)].join("\n\n");
      }
      case "note":
        return `> **${words.tones[block.tone]}:** ${inrowOf(block.text)}`;
    }
  };
  return blocks.map((block) => `${write(block)}\n`).join("\n");
}

function tableOf({ columns, rows, references = [], ...named }: Table): string {
  const caption = captionOf(named);
  const table = [
    rowOf(columns.map(({ heading }) => inrowOf(heading))),
    rowOf(columns.map(({ align }) => (align === "right" ? "---:" : "---"))),
    ...rows.map((row, place) =>
      rowOf(
        columns.map((_, index) => {
          const cell = inrowOf(row[index] ?? "");
          return index === 0 ? cell + referencesText(references[place]) : cell;
        }),
      ),
    ),
  ].join("\n");
  return caption === "" ? table : `**${inrowOf(caption)}**\n\n${table}`;
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Text within a line. */
function inrowOf(text: string): string {
  return visible(text)
    .trim()
    .replace(/[\\`*_[\]<>|~&$#]/g, String.raw`\$&`)
    .replace(/[ \t]*\n[ \t]*/g, "<br>");
}

/** The start of a line, where a number with a point, a dash or a plus would open a list. */
function opening(escaped: string): string {
  return escaped.replace(/^([-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
