import Papa from "papaparse";
import { pseudonymize, type Key } from "../allocation/index.js";
import { nearestWord, type Notice } from "../core/index.js";
import { decodeText, isCprShaped, issueList, type IssueList } from "../tables/index.js";

/** A file whose identifiers are pseudonyms now; everything else is as it was. */
export interface PseudonymizedText {
  readonly text: string;
  readonly rows: number;
  readonly notices: readonly Notice[];
}

/**
 * Replaces the cells of some columns by keyed pseudonyms and leaves all others as they are.
 *
 * @throws CompetitionError `rows-in-error` with every issue: a column that isn't there, an empty
 * cell, a personal identification number in another column.
 */
export function pseudonymizeColumns(
  bytes: Uint8Array,
  { name, columns, key }: { readonly name: string; readonly columns: readonly string[]; readonly key: Key },
): PseudonymizedText {
  const { text, notices } = decodeText(bytes, name);
  const { data, meta } = Papa.parse<string[]>(text);
  const numbered = data.map((cells, index) => ({ cells, row: index + 1 }));
  const [{ cells: header } = { cells: [] }, ...records] = numbered.filter(({ cells }) => !isBlank(cells));
  const issues = issueList(name);
  const positions = positionsOf(header, columns, issues);
  const replaced = records.map(({ cells, row }) =>
    cells.map((cell, position) => {
      const place = { row, column: header[position] ?? String(position + 1) };
      if (positions.has(position)) {
        if (cell.trim() !== "") return pseudonymize(cell, key);
        issues.add({ ...place, code: "empty-cell", received: "", expected: "an identifier" });
      } else if (isCprShaped(cell.trim())) {
        issues.add({
          ...place,
          code: "cpr-shaped",
          expected: "no CPR number",
          hint: `Add --column ${place.column}, or leave the column out.`,
        });
      }
      return cell;
    }),
  );
  issues.throwIfAny();
  const written = Papa.unparse([header, ...replaced], { delimiter: meta.delimiter, newline: "\n" });
  return { text: `${written}\n`, rows: records.length, notices };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function positionsOf(
  header: readonly string[],
  columns: readonly string[],
  issues: IssueList,
): ReadonlySet<number> {
  const headings = header.map((heading) => heading.trim());
  for (const column of columns.filter((each) => !headings.includes(each))) {
    const near = nearestWord(column, headings);
    issues.add({
      code: "missing-column",
      row: 1,
      column,
      received: headings.join(", "),
      expected: `a column ${column}`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  }
  return new Set(columns.map((column) => headings.indexOf(column)));
}
