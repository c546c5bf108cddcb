import { formatCounted } from "../display/index.js";

/** A count with its noun, in the English of the commands' messages: `1 line`, `1,204 lines`. */
export function counted(count: number, one: string, many: string): string {
  return formatCounted(count, [one, many], { language: "en" });
}
