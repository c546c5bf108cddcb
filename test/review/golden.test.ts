import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CASE_NAMES, goldenForms, reviewedCase, type CaseName } from "../support/cases/index.js";

const FOLDER = path.join(import.meta.dirname, "../golden/reviews");

/** What each case is named after, as its data say it. */
const VERDICTS: Readonly<Record<CaseName, readonly string[]>> = {
  "bundled": ["better"],
  "too-early": ["too-early"],
  "better": ["better"],
  "worse": ["worse"],
  "not-worse": ["not-worse"],
  "tiny": ["inconclusive"],
  "alternation": ["inconclusive"],
  "three-arms": ["inconclusive", "better"],
  "no-benchmark": ["inconclusive"],
  "no-costs": ["inconclusive"],
};

describe.each(CASE_NAMES)("the golden review of the case %s", (name) => {
  it("comes to the verdict that it is there for", async () => {
    const { review } = await reviewedCase(name);
    expect(review.effects[0]?.verdicts.map(({ code }) => code)).toEqual(VERDICTS[name]);
  });

  it("is what was looked at, to the byte", async () => {
    const forms = goldenForms(await reviewedCase(name));
    expect(readdirSync(path.join(FOLDER, name)).toSorted()).toEqual(Object.keys(forms).toSorted());
    for (const [file, text] of Object.entries(forms)) {
      expect(text).toBe(readFileSync(path.join(FOLDER, name, file), "utf8"));
    }
  });
});

describe("what is special about a case", () => {
  it("too early: three months of referrals, none followed for long enough", async () => {
    const { review, outcomes } = await reviewedCase("too-early");
    const days = outcomes.ledger.entries.map(({ referredOn }) => referredOn).toSorted();
    expect([days[0], days.at(-1), review.asOf]).toEqual(["2005-01-03", "2005-04-01", "2005-04-01"]);
    expect(review.effects[0]?.rates.map(({ counts }) => counts.mature)).toEqual([0, 0]);
  });

  it("not worse: inside the margin and across zero", async () => {
    const [comparison] = (await reviewedCase("not-worse")).review.effects[0]?.comparisons ?? [];
    expect(comparison?.difference.interval.lower).toBeGreaterThan(-0.1);
    expect(comparison?.difference.interval.lower).toBeLessThan(0);
  });

  it("tiny: 14 citizens", async () => {
    expect((await reviewedCase("tiny")).review.flow.citizens).toBe(14);
  });

  it("alternation: every second citizen, with no test of the draw itself", async () => {
    const { review } = await reviewedCase("alternation");
    expect(review.draw.design).toBe("alternation");
    expect(review.effects[0]?.comparisons[0]?.randomization).toBeNull();
    expect(review.effects[0]?.notices.map(({ code }) => code)).toContain("predictable-allocation");
    expect(review.toMarkdown({ language: "da" }).match(/.*lodtr.*|.*alternation\/1.*/giu)).toBeNull();
    expect(
      review.toMarkdown({ language: "en" }).match(/.*\bdraws?\b.*|.*by lot.*|.*alternation\/1.*/giu),
    ).toBeNull();
  });

  it("three arms: two comparisons that share the level", async () => {
    const comparisons = (await reviewedCase("three-arms")).review.effects[0]?.comparisons ?? [];
    expect(comparisons.map(({ difference }) => difference.interval.level)).toEqual([0.975, 0.975]);
  });

  it("without benchmark data, and without costs, everything else is there", async () => {
    expect(await partsOf("better")).toEqual([true, true, true]);
    expect(await partsOf("no-benchmark")).toEqual([false, true, true]);
    expect(await partsOf("no-costs")).toEqual([true, false, false]);
  });
});

/** Whether there is a benchmark, a statement, costs. */
async function partsOf(name: CaseName): Promise<readonly boolean[]> {
  const { benchmark, statement, costs } = (await reviewedCase(name)).review;
  return [benchmark !== null, statement !== null, costs !== null];
}
