import { describe, expect, it } from "vitest";
import { SUPPRESSED } from "../../../src/core/index.js";
import type { ArmRatings, RatingsData } from "../../../src/effects/index.js";
import { attack, protect, publishedCounts } from "../../../src/review/disclosure/index.js";
import { hidingCells, recordingCells } from "../../../src/review/publish/cells.js";
import { publishRatings } from "../../../src/review/publish/ratings.js";

const arm = (id: string, counts: Partial<ArmRatings>): ArmRatings => ({
  arm: id,
  name: id,
  allocated: 60,
  answers: 40,
  mean: 4.2,
  lowest: 2,
  highest: 5,
  complaints: 9,
  complaintsPerHundred: { estimate: 15, lower: 6.9, upper: 28.5 },
  surveyedBy: ["Fredericia"],
  complainedTo: ["Fredericia"],
  ...counts,
});

function published(...arms: readonly ArmRatings[]): ReturnType<typeof publishRatings> {
  const data: RatingsData = {
    kind: "ratings",
    method: "welch",
    references: [],
    notices: [{ code: "ratings-not-drawn", severity: "caution", count: 2, citizens: ["a"] }],
    provenance: { version: "0", operation: "compareRatings", options: {}, inputs: {} },
    asOf: "2006-09-30",
    level: 0.95,
    arms,
    comparisons: [],
  };
  const recording = recordingCells();
  publishRatings(data, recording);
  const hidden = protect(recording.model(), { minimum: 5 });
  expect(attack(publishedCounts(recording.model(), hidden, { asOf: data.asOf, minimum: 5 }))).toEqual([]);
  return publishRatings(data, hidingCells(hidden));
}

describe("published ratings", () => {
  it("tell how many answered and complained, and nothing of what was answered", () => {
    const { arms, notices } = published(arm("municipal", {}), arm("supplier", { complaints: 0 }));
    expect(arms.map(({ answers, complaints }) => [answers, complaints])).toEqual([
      [40, 9],
      [40, 0],
    ]);
    expect(arms.flatMap(({ mean, lowest, highest }) => [mean, lowest, highest])).toEqual(
      Array.from({ length: 6 }, () => SUPPRESSED),
    );
    expect(arms[0]?.complaintsPerHundred?.estimate).toBe(15);
    expect(notices).toEqual([]);
  });

  it("hide few complaints with their rate, and what those who didn't answer could be counted by", () => {
    const { arms } = published(arm("municipal", { complaints: 3 }), arm("supplier", { answers: 58 }));
    expect(arms[0]).toMatchObject({ complaints: SUPPRESSED, complainedTo: [], answers: 40 });
    expect(arms[0]?.complaintsPerHundred?.estimate).toBe(SUPPRESSED);
    expect([arms[1]?.answers, arms[1]?.allocated]).toContain(SUPPRESSED);
    expect(arms[1]?.complaints).toBe(9);
  });

  it("don't take anonymous answers for some of those who were allocated where there are more", () => {
    expect(published(arm("municipal", { answers: 70 })).arms[0]).toMatchObject({ answers: 70 });
  });
});
