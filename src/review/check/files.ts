import { readDay } from "../../core/index.js";
import type { Language } from "../../display/index.js";
import { readPublished } from "../review.js";
import type { EditionData } from "../types.js";
import type { PrintedFinding } from "./types.js";

/** A file that stands beside the review's JSON, as it is read. */
export interface PrintedFile {
  /** From the folder of the JSON, with `/`: `tables/exits.csv`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Files that print a number which the same form, made anew of the review's JSON, doesn't: a rate, a length or a
 * coordinate of counts that the JSON hides, or a file left from another edition.
 */
export function filesFindings(
  review: Readonly<Record<string, unknown>>,
  files: readonly PrintedFile[],
): readonly PrintedFinding[] {
  if (files.length === 0) return [];
  const forms = (["da", "en"] as const).map((language) => formsOf(review, language));
  return files.flatMap(({ path, text }): PrintedFinding[] => {
    const own = forms.map((each) => numbersIn(each[path] ?? ""));
    const mostOf = (number: string): number => Math.max(...own.map((numbers) => numbers.get(number) ?? 0));
    const strange = [...numbersIn(text)].find(([number, times]) => times > mostOf(number))?.[0];
    return strange === undefined
      ? []
      : [{ kind: "printed-beside", path, printed: Number(strange), cell: null }];
  });
}

/** What stands in each file, as far as it has numbers. */
function formsOf(
  review: Readonly<Record<string, unknown>>,
  language: Language,
): Readonly<Record<string, string>> {
  const edition = readPublished(review as unknown as EditionData);
  const page = edition.toHTML({ language });
  const tables = Object.values(edition.tables).map((rows) => {
    const told = rows.filter((row) => (row["language"] ?? language) === language);
    return `${told.length} ${JSON.stringify(rows)}`;
  });
  return Object.fromEntries([
    ["review.html", page],
    ["review.md", edition.toMarkdown({ language })],
    ["review.docx", page],
    ["review.xlsx", withSerials([...tables, page].join("\n"))],
    ...Object.entries(edition.tables).map(([id, rows]) => [`tables/${id}.csv`, JSON.stringify(rows)]),
    ...Object.entries(edition.figuresIn(language)).map(([id, figure]) => [
      `figures/${id}.svg`,
      figure.toSVG(),
    ]),
  ]) as Readonly<Record<string, string>>;
}

/** A workbook has dates as days since the end of 1899 (Excel's 1900 system from March 1900 on). */
function withSerials(text: string): string {
  return text.replaceAll(
    /\d{4}-\d{2}-\d{2}/g,
    (date) => `${date} ${(readDay(date) ?? 0) + DAYS_BEFORE_1970}`,
  );
}

const DAYS_BEFORE_1970 = 25_569;

/** Numbers as they are written, commas as points, with how often they stand there; those of a theme's style and logo, and of colors, aside. */
function numbersIn(text: string): ReadonlyMap<string, number> {
  const plain = text.replaceAll(/<style[\s\S]*?<\/style>|data:[^"')]+|#[\da-f]{6}\b/gi, "");
  const times = new Map<string, number>();
  for (const [number] of plain.matchAll(/\d+(?:[.,]\d+)?/g)) {
    const written = number.replace(",", ".");
    times.set(written, (times.get(written) ?? 0) + 1);
  }
  return times;
}
