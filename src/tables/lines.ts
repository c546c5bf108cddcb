import { canonicalJson } from "../core/index.js";

/** Values as JSON Lines, each canonical (RFC 8785), each line ended by a line feed. */
export function writeJsonLines(values: Iterable<unknown>): string {
  const lines: string[] = [];
  for (const value of values) lines.push(canonicalJson(value), "\n");
  return lines.join("");
}
