import type { Block } from "./blocks.js";

export function writeText(blocks: readonly Block[]): string {
  return blocks.map((block) => block.block).join("\n");
}
