import { describe, expect, it } from "vitest";
import { composeReview, type Audience } from "../../src/review/index.js";
import { countsOf } from "../../src/review/publish/index.js";
import { reviewedYear } from "../support/reviewedYear.js";
import { errorOf } from "../support/errors.js";

const { review, outcomes, protocol } = await reviewedYear("2006-09-30");
const early = (await reviewedYear("2005-12-31")).review;

function sum(record: Readonly<Record<string, number>> = {}): number {
  return Object.values(record).reduce((total, count) => total + count, 0);
}

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
    expect(flow.arms.reduce((total, { allocated }) => total + allocated, 0)).toBe(flow.citizens);
    for (const arm of flow.arms) {
      expect(sum(arm.participation)).toBe(arm.allocated);
      for (const effect of effects) {
        const counts = effect.rates.find((rate) => rate.arm === arm.arm)?.counts;
        expect(counts?.allocated).toBe(arm.allocated);
      }
      const exits = review.exits.find((each) => each.arm === arm.arm);
      const counts = effects[0]?.rates.find((rate) => rate.arm === arm.arm)?.counts;
      expect(sum(exits?.successes)).toBe(counts?.success);
      expect(sum(exits?.others)).toBe(counts?.failure);
    }
  });

  it("adds up in every count that it shows, from the ledger down", () => {
    const { cells, sums } = countsOf(review);
    const counts = new Map(cells.map(({ id, count }) => [id, count]));
    for (const { total, parts } of sums) {
      expect([total, parts.reduce((all, part) => all + (counts.get(part) ?? NaN), 0)]).toEqual([
        total,
        counts.get(total),
      ]);
    }
    expect(counts.get("referrals")).toBe(outcomes.ledger.entries.length);
    expect(counts.get("citizens")).toBe(outcomes.participants.length);
    const totals = new Set(sums.map(({ total }) => total));
    const parts = new Set(sums.flatMap((each) => each.parts));
    // Everything is part of something that is part of the referrals, but for what readings change.
    const loose = cells.filter(({ id }) => !totals.has(id) && !parts.has(id) && !id.includes("/reading/"));
    expect(loose.map(({ id }) => id)).toEqual(["draw/undrawn"]);
  });

  it("puts the primary criterion first and shows the planned others beside it", () => {
    expect(review.effects.map(({ criterion, primary }) => [criterion, primary])).toEqual([
      ["without-support-6-months", true],
      ["work-or-education-6-months", false],
      ["durable-15-months", false],
    ]);
  });

  it("holds the rates against targets where the protocol has some, and says nothing of them where it has none", async () => {
    const targets = [{ criterion: "without-support-6-months", share: 0.5 }];
    const { review: held } = await reviewedYear("2006-09-30", (document) => ({ ...document, targets }));
    expect(held.targets?.targets[0]?.rates.length).toBeGreaterThan(1);
    expect(held.tables["targets"]?.length).toBeGreaterThan(0);
    expect(held.toMarkdown({ language: "da" })).toContain("### Holdt op mod de aftalte mål");
    expect(review.targets).toBeNull();
    expect(review.toMarkdown({ language: "da" })).not.toContain("Holdt op mod de aftalte mål");
  });

  it("lists that it was made later than planned", () => {
    expect(review.deviations).toEqual([
      { code: "reviewed-later", planned: "2005-12-31", actual: "2006-09-30" },
    ]);
    expect(early.deviations).toEqual([]);
  });

  it("writes the options of the analysis in the language, lists as lists", () => {
    const danish = review.toMarkdown({ language: "da" });
    expect(danish).toContain("| Konfidensniveau | 0,95 |");
    expect(danish).toMatch(/\| Supplerende kriterier \| i ustøttet arbejde [^|]+; i ustøttet [^|]+ \|/);
    expect(review.toMarkdown({ language: "en" })).toContain("| Confidence level | 0.95 |");
  });

  it("lists subgroups that were thought of afterwards", () => {
    const baseline = outcomes.participants.map(({ citizen }, index) => ({
      citizen,
      district: index % 2 === 0 ? "north" : "south",
    }));
    const afterwards = composeReview({
      protocol,
      outcomes,
      comparison: { baseline, subgroups: ["ageGroup", "district"] },
    });
    expect(afterwards.deviations).toContainEqual({
      code: "subgroups-not-planned",
      planned: "ageGroup",
      actual: "district",
    });
    expect(afterwards.toMarkdown()).toContain(
      "The groups by district were chosen afterwards; planned were age group.",
    );
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
      "balance",
      "analysis-sets",
      "sensitivity",
      "subgroups",
      "exits",
      "readings",
      "benchmark",
      "funnel",
      "settlement",
      "settlement-totals",
      "time",
      "months",
      "missing",
      "key-points",
      "options",
      "origins",
      "sources",
      "numbers",
    ]);
    expect(Object.keys(review.figures)).toEqual([
      "effect",
      "sensitivity",
      "subgroups",
      "flow",
      "cluster",
      "funnel",
      "balance",
      "time",
      "months",
    ]);
    expect(review.figures["flow"]?.toSVG()).toMatch(/^<svg /);
    expect(review.figuresIn("da")["flow"]?.title).toContain("visitering");
  });

  it("has two editions, and no others", () => {
    const options = { audience: "everyone" as Audience };
    for (const write of [review.toHTML, review.toMarkdown, review.summary]) {
      expect(errorOf(() => write.call(review, options)).code).toBe("impossible-option");
    }
    expect(errorOf(() => review.publish().summary({ audience: "internal" }))).toMatchObject({
      code: "edition-unavailable",
      path: "summary.audience",
      expected: "published",
    });
    expect(review.audience).toBe("internal");
    expect(review.publish().audience).toBe("published");
  });
});

describe("composeReview", () => {
  it("says what it is made of to whom no compiler tells", () => {
    const careless = composeReview as (parts?: unknown) => unknown;
    for (const parts of [undefined, {}, { protocol }]) {
      expect(errorOf(() => careless(parts))).toMatchObject({ code: "impossible-input" });
    }
  });
});
