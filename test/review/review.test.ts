import { describe, expect, it } from "vitest";
import { isCompetitionError } from "../../src/core/index.js";
import type { Audience } from "../../src/review/index.js";
import { reviewedYear } from "../support/reviewedYear.js";

const { review, outcomes } = await reviewedYear("2006-09-30");
const early = (await reviewedYear("2005-12-31")).review;

describe("a review", () => {
  it("gives the same bytes for the same parts", async () => {
    const again = (await reviewedYear("2006-09-30")).review;
    expect(again.toHTML({ language: "da" })).toBe(review.toHTML({ language: "da" }));
    expect(JSON.stringify(again)).toBe(JSON.stringify(review));
  });

  it("reconciles every total with the ledger", () => {
    const { flow, effects } = review;
    expect(flow.citizens).toBe(new Set(outcomes.ledger.entries.map(({ citizen }) => citizen)).size);
    expect(flow.referrals).toBe(outcomes.ledger.entries.length);
    expect(flow.arms.reduce((sum, { allocated }) => sum + allocated, 0)).toBe(flow.citizens);
    for (const arm of flow.arms) {
      const parts = Object.values(arm.participation).reduce((sum, count) => sum + count, 0);
      expect(parts).toBe(arm.allocated);
      for (const effect of effects) {
        const counts = effect.rates.find((rate) => rate.arm === arm.arm)?.counts;
        expect(counts?.allocated).toBe(arm.allocated);
      }
      const exits = review.exits.find((each) => each.arm === arm.arm);
      const counts = effects[0]?.rates.find((rate) => rate.arm === arm.arm)?.counts;
      const sum = (record: Readonly<Record<string, number>> = {}): number =>
        Object.values(record).reduce((total, count) => total + count, 0);
      expect(sum(exits?.successes)).toBe(counts?.success);
      expect(sum(exits?.others)).toBe(counts?.failure);
    }
  });

  it("puts the primary criterion first and shows the planned others beside it", () => {
    expect(review.effects.map(({ criterion, primary }) => [criterion, primary])).toEqual([
      ["without-support-6-months", true],
      ["work-or-education-6-months", false],
      ["durable-15-months", false],
    ]);
  });

  it("lists that it was made later than planned", () => {
    expect(review.deviations).toEqual([
      { code: "reviewed-later", planned: "2005-12-31", actual: "2006-09-30" },
    ]);
    expect(early.deviations).toEqual([]);
  });

  it("keeps exactly its data under JSON and structuredClone, and does not change", () => {
    const copy = structuredClone({ ...review, effects: [], benchmark: null, statement: null });
    expect(copy.flow).toEqual(review.flow);
    const parsed = JSON.parse(JSON.stringify(review)) as { effects: { rates: unknown[] }[]; kind: string };
    expect(parsed.kind).toBe("review");
    expect(parsed.effects[0]?.rates).toHaveLength(2);
    expect(Object.isFrozen(review)).toBe(true);
  });

  it("offers its tables and figures by name", () => {
    expect(Object.keys(review.tables)).toEqual([
      "participation",
      "effect-without-support-6-months",
      "effect-work-or-education-6-months",
      "effect-durable-15-months",
      "exits",
      "benchmark",
      "settlement",
    ]);
    expect(Object.keys(review.figures)).toEqual(["effect", "flow", "cluster"]);
    expect(review.figures["flow"]?.toSVG()).toMatch(/^<svg /);
    expect(review.figuresIn("da")["flow"]?.title).toContain("visitering");
  });

  it("has no published edition to give yet, and says so", () => {
    expect.assertions(3);
    for (const write of [review.toHTML, review.toMarkdown, review.summary]) {
      try {
        write.call(review, { audience: "published" as Audience });
      } catch (error) {
        expect(isCompetitionError(error, "edition-unavailable")).toBe(true);
      }
    }
  });
});

describe("the summary", () => {
  it("has five lines: rates, difference, pending, cluster, conclusion", () => {
    const lines = review.summary({ language: "en" }).split("\n");
    expect(lines.map((line) => line.split(":")[0])).toEqual([
      "Success rates",
      "Difference",
      "Pending",
      "Observed over expected in the cluster",
      "Verdict",
    ]);
    const [rates, difference] = lines;
    expect(rates).toMatch(
      /Virksomheden Fredericia \d+\.\d% \(\d+\.\d% to \d+\.\d%; \d+\/\d+\); Leverandøren/,
    );
    expect(difference).toMatch(/percentage points?\s\(.* to .*; p\s[=<]\s0\.\d{3}\)$/u);
  });

  it("does not show a difference too early, and says how few there are", () => {
    const [, difference, pending, , verdict] = early.summary({ language: "da" }).split("\n");
    expect(difference).toBe("Forskel: vises ikke, for tidligt");
    expect(pending).toMatch(/^Afventer: [1-9]\d* af \d+ borgere/);
    expect(verdict).toContain("for tidligt");
    expect(early.effects[0]?.verdicts[0]?.code).toBe("too-early");
  });
});

describe("too early", () => {
  it("draws no picture of a difference and prints none", () => {
    expect(Object.keys(early.figures)).not.toContain("effect");
    for (const language of ["da", "en"] as const) {
      expect(/procentpoint|percentage point/.test(early.toHTML({ language }))).toBe(false);
    }
  });
});
