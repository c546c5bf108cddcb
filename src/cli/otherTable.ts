import { competitionError, isCompetitionError } from "../core/index.js";
import type { TableName } from "./options.js";

/** Columns that no other table has together. */
const TELLING: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  courses: ["deliveredBy", "startedOn", "endedOn"],
  spells: ["state", "from", "to"],
  municipalities: ["municipality", "definition", "anchor"],
  ratings: ["kind", "value", "surveyedBy"],
  claims: ["item", "amount"],
};

/** By which option a table is given that has none of its own name. */
const FLAGS: Readonly<Partial<Record<TableName, string>>> = {
  clusters: "--peers-from",
  conditions: "--peers-from",
};

/** The error of a file that isn't the table it was given for: where it looks like another one, that it does, in one line. */
export function asOtherTable(error: unknown, table: TableName, name: string): unknown {
  if (!isCompetitionError(error, "rows-in-error")) return error;
  const missing = error.issues.find(({ code }) => code === "missing-column");
  const found = new Set(String(missing?.received ?? "").split(", "));
  const looksLike = Object.entries(TELLING).find(
    ([other, columns]) => other !== table && columns.every((column) => found.has(column)),
  );
  if (looksLike === undefined) return error;
  const [other, columns] = looksLike;
  const flag = FLAGS[table];
  return competitionError({
    code: "other-table",
    path: name,
    summary: `looks like ${other}.csv, by its columns ${columns.join(", ")}`,
    expected: `${table}.csv`,
    hint:
      flag === undefined
        ? `Check whether the files of --${table} and --${other} were swapped.`
        : `Give ${table}.csv as ${flag}.`,
  });
}
