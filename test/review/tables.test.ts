import { describe, expect, it } from "vitest";
import { verdictSentence } from "../../src/effects/index.js";
import type { Review } from "../../src/review/index.js";
import { reviewedYear } from "../support/reviewedYear.js";
import { wholeReview } from "../support/wholeReview.js";

const early = (await reviewedYear("2005-12-31")).review;
const whole = await wholeReview();

/** The files that the list of origins names, in one language. */
function filesOf({ tables }: Pick<Review, "tables">, language: string): readonly string[] {
  return (tables["origins"] ?? []).flatMap((row) =>
    row["language"] === language ? [String(row["file"])] : [],
  );
}

/** The sentence that is read first. */
function leadOf(review: Pick<Review, "toBlocks">, language: "da" | "en"): string {
  const leads = review
    .toBlocks({ language })
    .flatMap((block) => (block.block === "paragraph" && block.style === "lead" ? [block.text] : []));
  return leads[0] ?? "";
}

describe.each([
  ["with everything", whole],
  ["too early", early],
  ["published", whole.publish()],
])("a review %s", (_what, review) => {
  it.each(["da", "en"] as const)(
    "has a file for every table and figure that stands in it (%s)",
    (language) => {
      const written = [
        ...Object.keys(review.tables).map((name) => `tables/${name}.csv`),
        ...Object.keys(review.figuresIn(language)).map((name) => `figures/${name}.svg`),
      ];
      const shown = review
        .toBlocks({ language })
        .flatMap((block) =>
          (block.block === "table" || block.block === "picture") && block.label !== undefined
            ? [block.label]
            : [],
        );
      const files = filesOf(review, language);
      expect(files).toHaveLength(shown.length);
      expect(files.filter((file) => !written.includes(file))).toEqual([]);
      const figures = written.filter((file) => file.startsWith("figures/"));
      expect(figures.filter((file) => !files.includes(file))).toEqual([]);
    },
  );

  it("has rows in every table", () => {
    const empty = Object.entries(review.tables).flatMap(([name, rows]) => (rows.length === 0 ? [name] : []));
    expect(empty).toEqual([]);
  });
});

describe("tables made of words", () => {
  it("have both languages, and of cells with several lines a row for each", () => {
    const points = whole.tables["key-points"] ?? [];
    expect(new Set(points.map(({ language }) => language))).toEqual(new Set(["da", "en"]));
    expect(points.filter(({ text }) => String(text).includes("\n"))).toEqual([]);
  });
});

describe("what is too early", () => {
  it("has no difference and no test in the data, and none in any table", () => {
    const [effect] = early.effects;
    const [comparison] = effect?.comparisons ?? [];
    expect(effect?.verdicts[0]?.code).toBe("too-early");
    expect(comparison).toMatchObject({
      difference: { status: "not-estimable", reason: "too-early", estimate: null },
      unstratified: { estimate: null },
      randomization: null,
      fisher: { status: "not-estimable", pValue: 1 },
      bounds: { lower: null, upper: null },
      sensitivity: [],
      subgroups: [],
    });
    expect(comparison?.difference.test).toBeUndefined();
    const rows = early.effects.flatMap(({ criterion }) => early.tables[`effect-${criterion}`] ?? []);
    const compared = rows.filter(({ row }) => String(row).startsWith("difference"));
    expect(compared.length).toBeGreaterThan(0);
    expect(compared.filter(({ estimate, pValue }) => estimate !== null || pValue !== null)).toEqual([]);
    expect(rows.filter(({ pValue }) => pValue !== null)).toEqual([]);
    for (const name of ["sensitivity", "subgroups"]) expect(early.tables).not.toHaveProperty(name);
    const readings = early.tables["readings"] ?? [];
    expect(readings.length).toBeGreaterThan(0);
    expect(readings.filter(({ estimate }) => estimate !== null)).toEqual([]);
  });

  it("has no costs compared, and no plane of them", async () => {
    const costed = await wholeReview("2005-12-31");
    expect(costed.costs).toMatchObject({ isTooEarly: true, comparisons: [] });
    expect(Object.keys(costed.figures).filter((name) => name.startsWith("plane"))).toEqual([]);
    expect(costed.toMarkdown({ language: "da" })).toContain(
      "Det er for tidligt at opgøre, hvad en succes koster",
    );
  });

  it("is another thing than what is withheld, in words", () => {
    const [effect] = early.effects;
    if (effect === undefined) throw new Error("a review has an effect");
    const [verdict] = effect.verdicts;
    if (verdict === undefined) throw new Error("an effect has a verdict");
    for (const language of ["da", "en"] as const) {
      const [isEarly, isWithheld] = language === "da" ? [/for tidligt/, /skjult/] : [/too early/, /hidden/];
      const withheld = verdictSentence(effect, { ...verdict, code: "suppressed" }, language);
      expect(leadOf(early, language)).toMatch(isEarly);
      expect(leadOf(early, language)).not.toMatch(isWithheld);
      expect(withheld).toMatch(isWithheld);
      expect(withheld).not.toMatch(isEarly);
    }
  });
});
