import { describe, expect, it } from "vitest";
import {
  monthlyResults,
  specificationSensitivity,
  timeToSuccess,
  type Rating,
} from "../../src/effects/index.js";
import { composeReview } from "../../src/review/index.js";
import { compareReported, reconcileClaims, settleAccounts } from "../../src/settlement/index.js";
import { reviewedYear } from "../support/reviewedYear.js";

const { review, protocol, outcomes } = await reviewedYear("2006-09-30");
const early = (await reviewedYear("2005-12-31")).review;
const headingsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#{2,3} (.+)$/gm)].map(([, text = ""]) => text);

describe("what stands beside the comparison", () => {
  it("is when successes came and how the year went, with who is still followed", () => {
    const { time, months } = review.beside;
    const criterion = protocol.analysis.primary;
    expect(time?.arms).toEqual(timeToSuccess(outcomes, criterion).arms);
    expect(months?.months).toEqual(monthlyResults(outcomes, criterion).months);
    const allocated = review.flow.arms.map((arm) => arm.allocated);
    expect(time?.arms.map((arm) => arm.allocated)).toEqual(allocated);
    expect(review.figuresIn("da")["time"]?.svg).toContain("Følges stadig");
  });

  it("shows no curves of the arms as long as it is too early to compare them", () => {
    const danish = early.toMarkdown({ language: "da" });
    expect(danish).toContain("Kurverne over, hvornår succeserne kom, vises først");
    expect(Object.keys(early.figures)).not.toContain("time");
    expect(danish).toContain("Måned for måned");
    expect(early.beside.months?.months.some(({ mature }) => !mature)).toBe(true);
    expect(danish).toMatch(/\| [a-z]+ 2005 \\\* \|/);
  });

  it("tells whether the numbers fit the draw, and that unknown outcomes aren't guessed", () => {
    const { sampleRatio, missing } = review.beside;
    const total = (sampleRatio?.arms ?? []).reduce((sum, { expected }) => sum + expected, 0);
    expect(total).toBeCloseTo(review.flow.citizens, 6);
    expect(review.toMarkdown()).toContain(`(expected ${(total / 2).toFixed(1)})`);
    const unknown = review.effects[0]?.rates.map(({ counts }) => counts.unknown);
    expect(missing.map((arm) => arm.noHistory + arm.moved + arm.beforeCoverage + arm.other)).toEqual(unknown);
    expect(headingsOf(review.toMarkdown())).toContain("Missing data");
  });

  it("has satisfaction, claims and the command only where they were given", () => {
    const statement = settleAccounts(outcomes, protocol.payment ?? { terms: [] });
    const [line] = statement.items;
    if (line?.citizen === undefined) throw new Error("a line of a citizen is needed");
    const rating: Rating = {
      arm: "supplier",
      kind: "satisfaction",
      value: 4,
      date: "2005-06-01",
      surveyedBy: "Leverandøren",
    };
    const claim = { citizen: line.citizen, item: "bonus", date: line.date, amount: line.amount + 1000 };
    const whole = composeReview({
      protocol,
      outcomes,
      effects: review.effects,
      specification: specificationSensitivity(outcomes, protocol.analysis, { combinations: "single" }),
      statement,
      ratings: [rating, { ...rating, arm: "municipal", surveyedBy: "Epinion" }],
      claims: reconcileClaims(statement, [claim], { arm: line.arm, participants: outcomes.participants }),
      reported: compareReported(outcomes, [{ ...claim, item: "durable-15-months" }]),
      command: ["review", "--ledger", "/srv/ledger.jsonl", "--key-file", "key.txt"],
    });
    const danish = whole.toMarkdown({ language: "da" });
    const added = headingsOf(danish).filter(
      (heading) => !headingsOf(review.toMarkdown({ language: "da" })).includes(heading),
    );
    expect(added).toEqual([
      "Tilfredshed og klager",
      "Leverandørens egne krav holdt op mod registeret",
      "Indberettede resultater holdt op mod registeret",
    ]);
    expect(danish).toContain("har selv spurgt sine borgere");
    expect(danish).toContain("Uenighed om beløb");
    expect(danish).toContain("konkurrencemodel review --ledger ledger.jsonl --key-file …");
    expect(danish).not.toContain("/srv");
    expect(Object.keys(whole.tables)).toEqual(expect.arrayContaining(["ratings", "claims", "reported"]));
    expect(review.toMarkdown()).not.toContain("--ledger");
  });

  it("is no part of a published edition, but for what is told of the comparison itself", () => {
    const published = review.publish();
    expect("beside" in published).toBe(false);
    const danish = published.toMarkdown({ language: "da" });
    for (const heading of ["Måned for måned", "Hvornår kom succeserne?", "Manglende oplysninger"]) {
      expect(danish).not.toContain(heading);
    }
  });
});

describe("the appendix of where numbers come from", () => {
  it.each(["da", "en"] as const)("has every table and figure, by its number (%s)", (language) => {
    const blocks = review.toBlocks({ language });
    const labels = blocks.flatMap((block) =>
      "label" in block && block.label !== undefined ? [block.label] : [],
    );
    expect(new Set(labels).size).toBe(labels.length);
    const origins = blocks.find((block) => block.block === "table" && block.id === "table-origins");
    const rows = origins?.block === "table" ? origins.rows : [];
    const listed = rows.flatMap(([named = ""]) => named.split("\n").map((line) => line.split(":")[0]));
    expect(listed).toEqual(labels);
    for (const row of rows) expect(row.slice(1).every((cell) => cell !== "" && cell !== "–")).toBe(true);
  });
});
