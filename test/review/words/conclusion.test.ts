import { describe, expect, it } from "vitest";
import { specificationBlocks } from "../../../src/effects/index.js";
import { briefSection } from "../../../src/review/sections/brief.js";
import { resultsSection } from "../../../src/review/sections/results.js";
import { summaryLines } from "../../../src/review/summary.js";
import type { EditionData } from "../../../src/review/types.js";
import { reviewedYear } from "../../support/reviewedYear.js";

const { review } = await reviewedYear("2006-09-30");

/** The reviewed year as it would be if so many of 24 readings led to the same conclusion. */
function withReadings(same: number, more: Partial<EditionData> = {}): EditionData {
  const others = [{ verdict: "inconclusive", count: 24 - same }];
  const conclusions = [{ arm: "supplier", reference: "municipal", same, others }];
  const specification = { ...review.specification, tried: 24, sameConclusion: same, conclusions };
  return { ...review, specification, ...more } as EditionData;
}

/** The verdict of page one, what stands below it, the results, and the last line of the summary. */
function placesOf(data: EditionData): Record<"lead" | "points" | "results" | "summary", string> {
  const brief = briefSection(data, "da");
  const lead = brief.flatMap((block) =>
    block.block === "paragraph" && block.style === "lead" ? block.text : [],
  );
  const points = brief.flatMap((block) => (block.block === "table" ? block.rows.flat() : []));
  const results = resultsSection({ ...data, specification: data.specification }, "da").slice(0, 12);
  return {
    lead: lead.join(" "),
    points: points.join(" "),
    results: JSON.stringify(results),
    summary: String(summaryLines(data, "da").at(-1)),
  };
}

const MOST =
  "De fleste måder at læse kriteriet på fører til en anden konklusion: 13 af 24 kombinationer af læsninger gør det, nemlig at tallene ikke kan afgøre det.";

describe("a verdict that most readings of the criterion lead away from", () => {
  it("says so in the verdict itself, wherever it stands, and not once more below", () => {
    const { lead, points, results, summary } = placesOf(withReadings(11));
    expect([lead, results, summary].filter((text) => !text.includes(MOST))).toEqual([]);
    expect(points).not.toContain("læse");
  });

  it("leaves it to the line below where half of them or fewer do", () => {
    const { lead, points, results, summary } = placesOf(withReadings(12));
    expect([lead, results, summary].filter((text) => text.includes("kombinationer"))).toEqual([]);
    expect(points).toContain("Konklusionen afhænger af, hvordan kriteriet læses: 12 af 24 kombinationer");
  });

  it("says nothing where all lead to it, or where nothing is concluded", () => {
    expect(Object.values(placesOf(withReadings(24))).join(" ")).not.toContain("kombinationer");
    const effects = review.effects.map((effect) => ({
      ...effect,
      verdicts: effect.verdicts.map((verdict) => ({ ...verdict, code: "too-early" as const })),
    }));
    expect(placesOf(withReadings(11, { effects })).lead).not.toContain("kombinationer");
  });

  it("isn't told of another criterion than the one that was read anew", () => {
    const [own] = withReadings(11).effects;
    const other = { ...review.specification, tried: 24, criterion: "other" };
    const conclusions = [{ arm: "supplier", reference: "municipal", same: 1, others: [] }];
    const data = { ...review, specification: { ...other, conclusions } } as unknown as EditionData;
    expect(own?.criterion).not.toBe("other");
    expect(placesOf(data).lead).not.toContain("kombinationer");
  });

  it("names the comparison where there are several", () => {
    const conclusions = [
      {
        arm: "supplier",
        reference: "municipal",
        same: 20,
        others: [{ verdict: "worse" as const, count: 4 }],
      },
      {
        arm: "municipal",
        reference: "supplier",
        same: 3,
        others: [
          { verdict: "inconclusive" as const, count: 20 },
          { verdict: "not-worse" as const, count: 1 },
        ],
      },
    ];
    const blocks = specificationBlocks({ ...review.specification, tried: 24, conclusions }, "da");
    const text = JSON.stringify(blocks);
    expect(text).toContain(
      "Konklusionen om Leverandøren sammenlignet med Virksomheden Fredericia afhænger af, hvordan kriteriet læses: 4 af 24",
    );
    expect(text).toContain(
      "fører til en anden konklusion om Virksomheden Fredericia sammenlignet med Leverandøren: 21 af 24",
    );
    expect(text).toContain("fører til en anden konklusion, nemlig at Leverandøren har en lavere succesrate.");
    expect(text).toContain(
      "(20 til, at tallene ikke kan afgøre det; 1 til, at Virksomheden Fredericia ikke klarer sig dårligere)",
    );
  });
});
