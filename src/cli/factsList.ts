import { writeText, type Language } from "../display/index.js";

/** A few facts below each other, for the terminal; those without a value are left out. */
export function factsList(
  caption: string,
  facts: readonly (readonly [name: string, value: string | undefined])[],
  language: Language,
): string {
  const items = facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const blocks = [
    { block: "paragraph", text: caption },
    { block: "list", items },
  ] as const;
  return `${writeText(blocks, { language })}\n`;
}
