import { writeText, type Language } from "../display/index.js";

/** A few facts below each other, as a table for the terminal; those without a value are left out. */
export function factsTable(
  caption: string,
  facts: readonly (readonly [name: string, value: string | undefined])[],
  language: Language,
): string {
  const rows = facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const table = { block: "table", caption, columns: [{ heading: "" }, { heading: "" }], rows } as const;
  return `${writeText([table], { language })}\n`;
}
