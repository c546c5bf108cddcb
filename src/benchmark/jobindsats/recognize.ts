import { competitionError } from "../../core/index.js";
import { splitRecords, withoutCpr } from "../../tables/index.js";
import { plainLabel } from "./labels.js";
import { BENCHMARK, PERIOD, PLACE } from "./roles.js";

type ColumnMap = Readonly<Record<string, string>> | undefined;

/**
 * Whether a text is a table as Jobindsats answers: JSON, or CSV with its own names for place and period. A file whose
 * municipality's column is mapped is the caller's own, whatever its names.
 */
export function isJobindsats(text: string, map: ColumnMap): boolean {
  if (/^\s*[[{]/.test(text)) return true;
  if (map?.["municipality"] !== undefined) return false;
  const labels = headerOf(text).map(plainLabel);
  const isNamed = [PLACE, PERIOD].every((role) => labels.some((label) => role.test(label)));
  return isNamed && labels.some((label) => OWN_PLACE.test(label) || Object.hasOwn(BENCHMARK, label));
}

/**
 * Refuses a table of Jobindsats where it is of no use.
 *
 * @param wanted What is read instead.
 * @param hint What the table is good for, and what to give here.
 * @throws CompetitionError `jobindsats-table`
 */
export function refuseJobindsats(
  file: string,
  text: string,
  map: ColumnMap,
  { wanted, hint }: { readonly wanted: string; readonly hint: string },
): void {
  if (!isJobindsats(text, map)) return;
  const labels = headerOf(text).join(", ");
  throw competitionError({
    code: "jobindsats-table",
    path: file,
    received: /^\s*[[{]/.test(text) ? "JSON" : withoutCpr(labels),
    expected: wanted,
    hint,
  });
}

/** What Jobindsats calls the place, and tables of one's own hardly do. */
const OWN_PLACE = /^(område|area)(\P{L}|$)/u;

function headerOf(text: string): readonly string[] {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? "";
  return (splitRecords(line).cells[0] ?? []).map((cell) => cell.trim());
}
