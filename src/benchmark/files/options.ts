import { competitionError, type OptionRules } from "../../core/index.js";
import { fileRules, type TableOptions } from "../../tables/index.js";

/** The rules of what every reader of a file takes besides the bytes. */
export const municipalityFileRules: OptionRules<TableOptions> = fileRules('{ municipality: "kommune" }');

/** The file's name, which there is no default for. */
export function fileName(operation: string, { name }: { readonly name?: string | undefined }): string {
  if (name !== undefined) return name;
  throw competitionError({
    code: "missing-option",
    path: `${operation}.name`,
    received: undefined,
    expected: municipalityFileRules.name.expected,
  });
}
