import { describe, expect, it } from "vitest";
import type { Language } from "../../src/display/index.js";
import type { ReviewData } from "../../src/review/index.js";
import { CASE_NAMES, reviewedCase } from "../support/cases/index.js";
import { placeOf } from "../support/cases/places.js";
import {
  leavesOf,
  numbersIn,
  textOfHtml,
  textOfMarkdown,
  withoutDates,
  withoutTexts,
} from "../support/cases/printed.js";

/** Numbers that are no data, each with what it is. */
const NO_DATA: readonly (readonly [what: string, where: RegExp])[] = [
  ["the document's own tables, figures and targets", /(?:Tabel|Figur|Mål|Table|Figure|Target) \d+/g],
  ["the name of a digest", /SHA-256/g],
  [
    "where p-values and shares are no longer told apart",
    /(?:[<>]|under|below|over|above) 0[.,](?:001|999|1)(?:\s?%)?|(?:under|below|over|above) (?:1|99)\s?%/g,
  ],
  ["from how many decided outcomes on payments are estimated", /(?:Under|Below) 20(?= )/g],
  ["the hundred of a natural frequency", /(?:Af|pr\.|Of|per) 100(?= )/g],
  [
    "what simulations of the prediction interval gave, for every review",
    /(?:I simulationer med|In simulations with) .*? (?:lidt|little)\./g,
  ],
];

/** A text and the headings that it stands under, by section. */
function sectionsOf(page: string): readonly (readonly [id: string, html: string])[] {
  return page
    .replace(/<nav.*?<\/nav>/s, "")
    .split(/(?=<h[23] id=")/)
    .map((html) => [/^<h[23] id="([^"]*)"/.exec(html)?.[1] ?? "title", html]);
}

/** What is printed and isn't in the part of the JSON that the section tells of. */
function strangersIn(text: string, section: string, data: ReviewData, language: Language): readonly string[] {
  const { numbers } = leavesOf(placeOf(section, data));
  const bare = NO_DATA.reduce(
    (rest, [, where]) => rest.replaceAll(where, " "),
    withoutTexts(withoutDates(text, leavesOf(data).texts, language), leavesOf(data).texts),
  );
  return numbersIn(bare, language)
    .filter(({ value, decimals, units }) => {
      const within = 0.5 * 10 ** -decimals * (1 + 1e-9);
      return !numbers.some((number) => units.some((unit) => Math.abs(number * unit - value) <= within));
    })
    .map(({ value, context }) => `${section}: ${value} in »${context}«`);
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
