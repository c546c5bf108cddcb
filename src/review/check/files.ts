import type { Language } from "../../display/index.js";
import { readPublished } from "../review.js";
import type { EditionData } from "../types.js";
import type { PrintedFinding } from "./types.js";

/** A file that stands beside the review's JSON, as it is read. */
export interface PrintedFile {
  /** From the folder of the JSON, with `/`: `tables/exits.csv`. */
  readonly path: string;
  readonly text: string;
  /** Of a Word or Excel file, which can't be made here: the text of the same file made anew, in each language. */
  readonly anew?: readonly string[];
}

/**
 * Files that print a number which the same form, made anew of the review's JSON, doesn't: a rate, a length or a
 * coordinate of counts that the JSON hides, or a file left from another edition. Of a Word or Excel file the numbers are
 * compared in their order, so that a small one isn't taken for the same number elsewhere.
 */
export function filesFindings(
  review: Readonly<Record<string, unknown>>,
  files: readonly PrintedFile[],
): readonly PrintedFinding[] {
  if (files.length === 0) return [];
  const forms = (["da", "en"] as const).map((language) => formsOf(review, language));
  return files.flatMap(({ path, text, anew }): PrintedFinding[] => {
    if (anew !== undefined) {
      const another = anew.map((each) => anotherNumber(text, each));
      return another.includes(undefined) ? [] : [besideFinding(path, another[0] ?? "")];
    }
    const own = forms.map((each) => numbersIn(each[path] ?? ""));
    const mostOf = (number: string): number => Math.max(...own.map((numbers) => numbers.get(number) ?? 0));
    const strange = [...numbersIn(text)].find(([number, times]) => times > mostOf(number))?.[0];
    return strange === undefined ? [] : [besideFinding(path, strange)];
  });
}

function besideFinding(path: string, number: string): PrintedFinding {
  return { kind: "printed-beside", path, printed: Number(number), cell: null };
}

/** The first number that parts a text from the one made anew; undefined where it has the same numbers in order, or leaves some out. */
function anotherNumber(text: string, anew: string): string | undefined {
  const [told, own] = [numbersOf(text), numbersOf(anew)];
  let at = 0;
  for (const number of own) if (number === told[at]) at++;
  return at === told.length ? undefined : told.find((number, index) => number !== own[index]);
}

/** What stands in each file, as far as it has numbers. */
function formsOf(
  review: Readonly<Record<string, unknown>>,
  language: Language,
): Readonly<Record<string, string>> {
  const edition = readPublished(review as unknown as EditionData);
  return Object.fromEntries([
    ["review.html", edition.toHTML({ language })],
    ["review.md", edition.toMarkdown({ language })],
    ...Object.entries(edition.tables).map(([id, rows]) => [`tables/${id}.csv`, JSON.stringify(rows)]),
    ...Object.entries(edition.figuresIn(language)).map(([id, figure]) => [
      `figures/${id}.svg`,
      figure.toSVG(),
    ]),
  ]) as Readonly<Record<string, string>>;
}

/** How often each number stands there. */
function numbersIn(text: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const number of numbersOf(text)) times.set(number, (times.get(number) ?? 0) + 1);
  return times;
}

/** Numbers as they are written, commas as points; those of a theme's style and logo, and of colors, aside. */
function numbersOf(text: string): readonly string[] {
  const plain = text.replaceAll(/<style[\s\S]*?<\/style>|data:[^"')]+|#[\da-f]{6}\b/gi, "");
  return [...plain.matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => number.replace(",", "."));
}
