import { competitionError, type OptionRules } from "../../core/index.js";
import type { TableOptions } from "../../tables/index.js";

/** The rules of what every reader of a file takes besides the bytes. */
export const fileRules: OptionRules<TableOptions> = {
  name: {
    expected: "the file's name, for errors and provenance",
    accepts: (value) => typeof value === "string" && value !== "",
  },
  columns: {
    expected: 'the file\'s own column names by ours, such as { municipality: "kommune" }',
    accepts: (value) =>
      typeof value === "object" &&
      value !== null &&
      Object.values(value).every((name) => typeof name === "string" && name.trim() !== ""),
  },
};

/** The file's name, which there is no default for. */
export function fileName(operation: string, { name }: { readonly name?: string | undefined }): string {
  if (name !== undefined) return name;
  throw competitionError({
    code: "missing-option",
    path: `${operation}.name`,
    expected: fileRules.name.expected,
  });
}
