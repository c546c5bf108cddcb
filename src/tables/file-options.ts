import type { OptionRules } from "../core/index.js";
import type { TableOptions } from "./types.js";

/** The rules of what every reader of a file takes besides the bytes; `columns` is an example of its own column names. */
export function fileRules(columns: string): OptionRules<TableOptions> {
  return {
    name: {
      expected: "the file's name, for errors and provenance",
      accepts: (value) => typeof value === "string" && value !== "",
    },
    columns: {
      default: {},
      expected: `the file's own column names by ours, such as ${columns}`,
      accepts: (value) =>
        typeof value === "object" &&
        value !== null &&
        Object.values(value).every((name) => typeof name === "string" && name.trim() !== ""),
    },
  };
}
