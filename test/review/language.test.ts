import { describe, expect, it } from "vitest";
import { describeBenchmarkNotice } from "../../src/benchmark/index.js";
import { describeEffectNotice } from "../../src/effects/index.js";
import { noticeText } from "../../src/review/words/notices.js";
import { officeText } from "../../src/cli/officeText.js";
import { writeDocument, writeReviewWorkbook } from "../../src/office/index.js";
import { reviewedYear } from "../support/reviewedYear.js";
import { wholeReview } from "../support/wholeReview.js";

const { review } = await reviewedYear("2006-09-30");
const early = (await reviewedYear("2005-12-31")).review;

const whole = await wholeReview();

/** Small words that every page of a language is full of and that the other language does not have. */
const SIGNS = {
  da: /\b(og|ikke|borgere|enhed|eller|efter|måneder)\b/gu,
  en: /\b(the|and|not|citizens|unit|or|after|months)\b/gu,
};

/** What a reader sees, without what is the same in every language: ids, digests, references, file names. */
function readable(html: string): string {
  return html
    .replaceAll(/<style>.*?<\/style>/gs, "")
    .replaceAll(/<table id="table-(options|sources)">.*?<\/table>/gs, "")
    .replaceAll(/<h3[^>]*>(Sources of the methods|Metodernes kilder)<\/h3>\s*<ul>.*?<\/ul>/gs, "")
    .replaceAll(/<[^>]+>/g, " ");
}

describe.each([
  ["as of the end of the follow-up", review],
  ["too early", early],
  ["with everything that can be given", whole],
])("the review %s", (_when, each) => {
  it("speaks Danish without English, and English without Danish", () => {
    const danish = readable(each.toHTML({ language: "da" }));
    const english = readable(each.toHTML({ language: "en" }));
    expect(danish.match(SIGNS.en)).toBeNull();
    expect(english.match(SIGNS.da)).toBeNull();
    expect(danish.match(SIGNS.da)?.length).toBeGreaterThan(50);
    expect(english.match(SIGNS.en)?.length).toBeGreaterThan(50);
  });

  it.each(["da", "en"] as const)("leaves nothing unfilled (%s)", (language) => {
    for (const text of [
      each.toHTML({ language }),
      each.toMarkdown({ language }),
      each.summary({ language }),
    ]) {
      expect(text).not.toMatch(/undefined|NaN|\[object|\$\{|null/);
    }
  });

  it("never says that there is no difference, nor that an arm helps", () => {
    expect(readable(each.toHTML({ language: "en" }))).not.toMatch(
      /no (significant )?difference\b(?!\.)|\bhelps(?!\.)/,
    );
    expect(readable(each.toHTML({ language: "da" }))).not.toMatch(/ingen (signifikant )?forskel\b(?!\.)/);
  });
});

describe.each([
  ["internal", whole],
  ["published", whole.publish()],
])("every form of a review with everything that can be given (%s)", (_edition, each) => {
  it("has Danish figures, documents and sheets without English small words", async () => {
    const figures = Object.values(each.figuresIn("da")).map((figure) => readable(figure.toSVG()));
    const workbook = officeText(await writeReviewWorkbook(each, { language: "da" }), "review.xlsx");
    const paragraphs = officeText(await writeDocument(each, { language: "da" }), "review.docx").split("\n");
    const titles = new Set(each.references);
    const document = paragraphs
      .filter((line) => !titles.has(line.replaceAll("&amp;", "&")))
      .map((line) => readable(line));
    expect([...figures, ...document].filter((text) => text.search(SIGNS.en) >= 0)).toEqual([]);
    expect(workbook.match(SIGNS.da)?.length).toBeGreaterThan(50);
  });
});

describe("notices", () => {
  it("all have words in both languages", () => {
    for (const language of ["da", "en"] as const) {
      for (const each of [review, early]) {
        for (const notice of [...each.notices, ...each.openPoints]) {
          expect(noticeText(notice, language)).not.toBe(notice.code);
        }
        for (const notice of each.effects.flatMap(({ notices }) => notices)) {
          expect(describeEffectNotice(notice, { language, nameOf: (arm) => arm })).not.toBe(notice.code);
        }
        for (const notice of each.benchmark?.notices ?? []) {
          expect(describeBenchmarkNotice(notice, language)).not.toBe(notice.code);
        }
      }
    }
  });
});
