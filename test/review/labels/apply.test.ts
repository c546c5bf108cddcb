import { describe, expect, it } from "vitest";
import { reviewedYear } from "../../support/reviewedYear.js";

const { review } = await reviewedYear("2006-09-30", (document) => ({
  ...document,
  targets: [{ criterion: "without-support-6-months", group: { ageGroup: "under-30" }, share: 0.5 }],
  review: {
    ...document.review,
    labels: {
      ageGroup: {
        name: { da: "alder", en: "age" },
        levels: { "under-30": { da: "yngre end 30", en: "younger than 30" } },
      },
    },
  },
}));
const plain = (await reviewedYear("2006-09-30")).review;

describe("columns in words", () => {
  it("are those of the protocol, wherever a column is named", () => {
    const danish = review.toMarkdown({ language: "da" });
    expect(danish).not.toMatch(/ageGroup|under-30/);
    expect(danish).toContain("hver gruppe i inddelingen »alder«");
    expect(danish).toContain("| alder: yngre end 30 |");
    expect(danish).toContain(String.raw`\[alder: yngre end 30\]`);
    expect(danish).toContain("Om forskellen afhænger af alder:");
    expect(review.toMarkdown({ language: "en" })).toContain("| age: younger than 30 |");
    expect(review.figuresIn("da")["subgroups"]?.svg).toContain("alder: yngre end 30");
  });

  it("keep their own names where nobody has words for them", () => {
    expect(review.toMarkdown({ language: "da" })).toContain("| alder: over-30 |");
  });

  it("are known by default for the columns of the tenders", () => {
    const danish = plain.toMarkdown({ language: "da" });
    expect(danish).not.toMatch(/ageGroup|under-30/);
    expect(danish).toContain("| aldersgruppe: under 30 år |");
  });

  it("stay as they are in the data", () => {
    expect(review.effects[0]?.comparisons[0]?.subgroups[0]?.factor).toBe("ageGroup");
    expect(review.draw.strata).toEqual(["ageGroup"]);
  });
});
