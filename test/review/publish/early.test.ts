import { describe, expect, it } from "vitest";
import { SUPPRESSED } from "../../../src/core/index.js";
import { attack } from "../../../src/review/disclosure/index.js";
import { reviewedYear } from "../../support/reviewedYear.js";

const { review } = await reviewedYear("2006-09-30");
const published = review.publish();

describe("a supplementary criterion by which it is too early", () => {
  const early = review.effects.filter(
    ({ primary, verdicts }) => !primary && verdicts.every(({ code }) => code === "too-early"),
  );

  it("stays too early in the published edition, though the numbers followed for long enough are hidden", () => {
    expect(early.length).toBeGreaterThan(0);
    for (const { criterion, verdicts } of early) {
      const effect = published.effects.find((each) => each.criterion === criterion);
      expect(effect?.rates.map(({ counts }) => counts.mature)).toContain(SUPPRESSED);
      expect(effect?.verdicts).toEqual(
        verdicts.map(({ arm, reference, code }) => ({ arm, reference, code })),
      );
      const rows = published.numbers.filter(({ id }) => id.startsWith(`difference.${criterion}`));
      expect(rows.map(({ value, limits, reason }) => [value, limits, reason])).toEqual(
        verdicts.map(() => [null, null, "too-early"]),
      );
    }
    expect(published.toText({ language: "da" })).toContain("kan endnu ikke sammenlignes");
  });

  it("is told with what follows from it among the counts, and nothing else follows", () => {
    const { disclosure } = published;
    if (disclosure === undefined) throw new Error("a published edition tells its counts");
    const most = early.map(({ minimumMature }) => minimumMature - 1);
    const limits = Object.entries(disclosure.cells).filter(([id]) => id.endsWith(" at most"));
    expect(limits.map(([, count]) => count)).toEqual(most);
    expect(attack(disclosure)).toEqual([]);
  });
});
