import { describe, expect, it } from "vitest";
import type { Language, Row } from "../../src/display/index.js";
import type { Review, ReviewData } from "../../src/review/index.js";
import { CASE_NAMES, reviewedCase } from "../support/cases/index.js";
import { placeOf } from "../support/cases/places.js";
import { leavesOf, textOfHtml, textOfMarkdown } from "../support/cases/printed.js";
import { strangersTo } from "../support/cases/strangers.js";

/** A text and the headings that it stands under, by section. */
function sectionsOf(page: string): readonly (readonly [id: string, html: string])[] {
  return page
    .replace(/<nav.*?<\/nav>/s, "")
    .split(/(?=<h[23] id=")/)
    .map((html) => [/^<h[23] id="([^"]*)"/.exec(html)?.[1] ?? "title", html]);
}

/** What is printed and isn't in the part of the JSON that the section tells of. */
function strangersIn(text: string, section: string, data: ReviewData, language: Language): readonly string[] {
  const known = { numbers: leavesOf(placeOf(section, data)).numbers, texts: leavesOf(data).texts };
  return strangersTo(known, text, language).map((stranger) => `${section}: ${stranger}`);
}

const LANGUAGES = ["da", "en"] as const;

/** Numbers of a row, those within its texts among them: limits in pieces, amounts in names. */
function numbersOf(row: Row): readonly number[] {
  return Object.values(row).flatMap((cell) =>
    typeof cell === "string" ? (cell.match(/-?\d+(?:\.\d+)?/gu) ?? []).map(Number) : Number(cell ?? NaN),
  );
}

/** What a share may be of which nothing is known: a page says it, a CSV has no limits there but the reason. */
const WHOLE_RANGE = [0, 1];

/** The curves are printed by whole weeks, between those at which they step. */
function weeksOf(name: string, told: readonly number[]): readonly number[] {
  if (name !== "time") return [];
  return Array.from({ length: Math.floor(Math.max(0, ...told)) + 1 }, (_, week) => week);
}

/** What a table prints and the CSV that the list of origins names for it doesn't have. */
function strangersInTables(
  review: Pick<Review, "tables" | "toBlocks">,
  data: ReviewData,
  language: Language,
): readonly string[] {
  const { tables } = review;
  const { texts } = leavesOf(data);
  return review.toBlocks({ language }).flatMap((block) => {
    if (block.block !== "table" || block.label === undefined) return [];
    const origin = tables["origins"]?.find(
      (row) => row["language"] === language && row["label"] === block.label,
    );
    const name = /^tables\/(.*)\.csv$/u.exec(String(origin?.["file"]))?.[1] ?? "";
    const rows = tables[name] ?? [];
    const told = rows.flatMap(numbersOf);
    const known = {
      numbers: [...told, ...WHOLE_RANGE, ...weeksOf(name, told)],
      texts: [...texts, ...leavesOf(rows).texts],
    };
    const text = block.rows.map((row) => row.join(" | ")).join("\n");
    return strangersTo(known, text, language).map((each) => `${block.label}, ${name}: ${each}`);
  });
}

describe.each(CASE_NAMES)("the numbers of the case %s", (name) => {
  it.each(LANGUAGES)("stand in its JSON, page and Markdown alike (%s)", async (language) => {
    const { review } = await reviewedCase(name);
    const data = JSON.parse(JSON.stringify(review)) as ReviewData;
    const sections = sectionsOf(review.toHTML({ language }));
    const markdown = review.toMarkdown({ language }).split(/^(?=##{1,2} )/m);
    expect(markdown).toHaveLength(sections.length);
    const strangers = sections.flatMap(([id, html], index) => [
      ...strangersIn(textOfHtml(html), id, data, language),
      ...strangersIn(textOfMarkdown(markdown[index] ?? ""), id, data, language),
    ]);
    expect(strangers).toEqual([]);
  });

  it("stand in the CSV that each table is said to have, in both editions", async () => {
    const { review, published } = await reviewedCase(name);
    const data = JSON.parse(JSON.stringify(review)) as ReviewData;
    for (const edition of [review, published()]) expect(strangersInTables(edition, data, "da")).toEqual([]);
  });
});

it("would find a number that another review has", async () => {
  const { review } = await reviewedCase("better");
  const other = JSON.parse(JSON.stringify((await reviewedCase("worse")).review)) as ReviewData;
  const strangers = sectionsOf(review.toHTML({ language: "da" })).flatMap(([id, html]) =>
    strangersIn(textOfHtml(html), id, other, "da"),
  );
  expect(strangers.length).toBeGreaterThan(300);
});
