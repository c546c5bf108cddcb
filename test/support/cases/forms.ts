import { digestOf } from "../../../src/core/index.js";
import type { Language } from "../../../src/display/index.js";
import type { Review } from "../../../src/review/index.js";
import { writeTable } from "../../../src/tables/index.js";
import type { ReviewedCase } from "./recipe.js";

const LANGUAGES: readonly Language[] = ["da", "en"];

/**
 * What is kept of a review, by the names of its files: its Markdown to be read, in both languages and as published,
 * and of every other form the digest.
 */
export function goldenForms({ review, published }: ReviewedCase): Readonly<Record<string, string>> {
  const digests = Object.entries(otherForms(review)).map(([name, text]) => [name, digestOf(text)]);
  return {
    "da.md": review.toMarkdown({ language: "da" }),
    "en.md": review.toMarkdown({ language: "en" }),
    "published.da.md": published().toMarkdown({ language: "da" }),
    "digests.json": `${JSON.stringify(Object.fromEntries(digests), undefined, 1)}\n`,
  };
}

function otherForms(review: Review): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ["review.json", JSON.stringify(review)],
    ...LANGUAGES.map((language) => [`review.${language}.html`, review.toHTML({ language })]),
    ...Object.entries(review.tables).map(([id, rows]) => [
      `tables/${id}.csv`,
      writeTable(rows, [...new Set(rows.flatMap((row) => Object.keys(row)))]),
    ]),
    ...LANGUAGES.flatMap((language) =>
      Object.entries(review.figuresIn(language)).map(([id, figure]) => [
        `figures/${id}.${language}.svg`,
        figure.toSVG(),
      ]),
    ),
  ]) as Readonly<Record<string, string>>;
}
