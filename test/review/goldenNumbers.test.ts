import { describe, expect, it } from "vitest";
import type { Language } from "../../src/display/index.js";
import type { ReviewData } from "../../src/review/index.js";
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
});

it("would find a number that another review has", async () => {
  const { review } = await reviewedCase("better");
  const other = JSON.parse(JSON.stringify((await reviewedCase("worse")).review)) as ReviewData;
  const strangers = sectionsOf(review.toHTML({ language: "da" })).flatMap(([id, html]) =>
    strangersIn(textOfHtml(html), id, other, "da"),
  );
  expect(strangers.length).toBeGreaterThan(300);
});
