import { describe, expect, it } from "vitest";
import type { Block, Language } from "../../src/display/index.js";
import type { Estimate } from "../../src/inference/index.js";
import type { EditionData } from "../../src/review/types.js";
import { briefSection } from "../../src/review/sections/brief.js";
import { reviewedYear } from "../support/reviewedYear.js";

const { review } = await reviewedYear("2006-09-30");

/** The line "how sure" of page one, of the reviewed year with other facts of its deciding difference. */
function howSure(language: Language, without: number, known: number, change: Partial<Estimate> = {}): string {
  const effects = review.effects.map((effect) => ({
    ...effect,
    comparisons: effect.comparisons.map((each) => ({
      ...each,
      difference: { ...each.difference, ...change },
    })),
    notices: [
      {
        code: "blocks-without-both-arms",
        severity: "caution" as const,
        arm: "supplier",
        citizens: without,
        of: known,
      },
    ],
  }));
  const blocks = briefSection({ ...review, effects } as EditionData, language);
  return sureCell(blocks);
}

function sureCell(blocks: readonly Block[]): string {
  const rows = blocks.flatMap((block) => (block.block === "table" ? block.rows : []));
  const row = rows.find(([subject]) => subject === "Sikkerhed" || subject === "How sure");
  return String(row?.[1] ?? "");
}

describe("how sure page one says it is", () => {
  it("tells how many carry no weight where they are more than a tenth", () => {
    expect(howSure("da", 34, 60)).toContain("af 60 borgere med kendt udfald indgår 34 ikke i den");
    expect(howSure("en", 34, 60)).toContain("of 60 citizens with a known outcome, 34 are left out of it");
  });

  it("leaves them to the notices where they are a tenth or fewer", () => {
    expect(howSure("da", 7, 60)).toContain("indgår 7 ikke");
    expect(howSure("da", 6, 60)).not.toContain("indgår");
    expect(howSure("en", 0, 60)).not.toContain("left out");
  });

  it("says that there is no interval where the variance is 0, and gives no range", () => {
    const without = { status: "not-estimable", reason: "zero-variance", estimate: 1 } as const;
    expect(howSure("da", 0, 60, without)).toMatch(/^Hvor sikker forskellen er, kan ikke beregnes/u);
    expect(howSure("en", 0, 60, without)).not.toContain("percentage points");
    expect(howSure("en", 0, 60)).toContain("percentage points");
  });
});
