import { describe, expect, it } from "vitest";
import { SUPPRESSED } from "../../src/core/index.js";
import type { Block, Language } from "../../src/display/index.js";
import type { Estimate } from "../../src/inference/index.js";
import type { Protocol } from "../../src/protocol/index.js";
import { composeReview } from "../../src/review/index.js";
import type { EditionData } from "../../src/review/types.js";
import { briefSection } from "../../src/review/sections/brief.js";
import { reviewedCase } from "../support/cases/index.js";
import { reviewedYear } from "../support/reviewedYear.js";

const { protocol, outcomes, review } = await reviewedYear("2006-09-30");

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
  const row = rows.find(([subject]) => subject === "Sikkerhed" || subject === "Certainty");
  return String(row?.[1] ?? "");
}

/** The same line of an edition that tells its verdict and hides the difference. */
function worded(code: "better" | "inconclusive" | "too-early", language: Language): string {
  const { specification: _, ...published } = review.publish();
  const effects = review.effects.map((effect) => ({
    ...effect,
    verdicts: effect.verdicts.map((verdict) => ({ ...verdict, code })),
    comparisons: effect.comparisons.map((each) => ({
      ...each,
      difference: {
        ...each.difference,
        estimate: SUPPRESSED,
        interval: { ...each.difference.interval, lower: SUPPRESSED, upper: SUPPRESSED },
      },
    })),
  }));
  const data = { ...published, effects, specification: null, withheld: ["readings"] };
  return sureCell(briefSection(data as unknown as EditionData, language));
}

describe("how sure page one says it is", () => {
  it("says of a verdict without its difference what it says of the interval, and that readings are withheld", () => {
    const better = worded("better", "da");
    expect(better).toMatch(/^Forskellen og dens konfidensinterval er skjult, fordi små antal borgere/u);
    expect(better).toContain("Nul ligger uden for intervallet");
    expect(better).toContain("Andre læsninger af kriteriet vises ikke");
    expect(better).toContain("Om de fører til samme konklusion, siger udgaven ikke.");
    expect(worded("inconclusive", "en")).toContain("Zero lies inside the interval");
    expect(worded("inconclusive", "en")).toContain("the edition does not say");
    expect(worded("too-early", "da")).toBe("");
  });

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

/** What page one says, with other facts of the reviewed year. */
function saidOf(change: Partial<EditionData>, language: Language = "da"): string {
  return JSON.stringify(briefSection({ ...review, ...change } as EditionData, language));
}

/** The reviewed year with another verdict. */
function ofCode(code: "better" | "not-worse" | "inconclusive" | "too-early"): Partial<EditionData> {
  return {
    effects: review.effects.map((effect) => ({
      ...effect,
      verdicts: effect.verdicts.map((verdict) => ({ ...verdict, code })),
    })),
  };
}

describe("what page one ascribes to the units", () => {
  it("is a difference where one is concluded", () => {
    for (const code of ["better", "not-worse"] as const) {
      expect(saidOf(ofCode(code))).toContain("Lodtrækningen gør, at forskellen kan tilskrives enhederne");
    }
  });

  it("is nothing where none is, and what the design can't tell stands all the same", () => {
    for (const code of ["inconclusive", "too-early"] as const) {
      expect(saidOf(ofCode(code))).not.toContain("tilskrives");
      expect(saidOf(ofCode(code))).toContain("siger ikke, om et forløb hjælper");
    }
  });
});

describe("what page one says success is", () => {
  it("is measured through the longest course and then the window, where the contract measures after the course", () => {
    expect(saidOf({})).toContain("gennem det længst tilladte forløb (13 uger) og kriteriets måleperiode");
    expect(saidOf({}, "en")).toContain("the longest permitted course (13 weeks)");
    expect(saidOf({})).not.toContain("inden for 6 måneder, målt fra visiteringen");
  });

  it("is measured from the referral, where the contract does so too", () => {
    const criteria = review.criteria.map((criterion) => ({
      ...criterion,
      window: { anchor: "referral", length: { months: 6 } } as const,
    }));
    expect(saidOf({ criteria })).toContain("inden for 6 måneder, målt fra visiteringen");
    expect(saidOf({ criteria })).not.toContain("13 uger");
  });
});

describe("payment terms of page one", () => {
  const terms = { terms: [{ arm: "supplier", bonuses: [] }] };

  it("are a deviation where they aren't the protocol's", () => {
    const others = composeReview({ protocol, outcomes, payment: terms });
    expect(others.deviations.map(({ code }) => code)).toContain("payment-not-as-planned");
    expect(others.toText({ language: "da" })).toContain("efter andre betalingsvilkår end protokollens");
    expect(others.toText()).toContain("by other payment terms than the protocol's");
    const { payment, ...unpaid } = protocol;
    expect(payment).toBeDefined();
    const without = composeReview({
      protocol: { ...unpaid, digest: protocol.digest } as Protocol,
      outcomes,
      payment: terms,
    });
    expect(without.toText({ language: "da" })).toContain("Protokollen har ingen betalingsvilkår");
  });

  it("are none where they are, given or not", () => {
    expect(review.deviations.map(({ code }) => code)).not.toContain("payment-not-as-planned");
    const same = composeReview({ protocol, outcomes, payment: protocol.payment });
    expect(same.deviations.map(({ code }) => code)).not.toContain("payment-not-as-planned");
  });
});

describe("page one of three arms", () => {
  it("says once what is the same for all of them, and a difference in successes only in its verdict", async () => {
    const { review: three } = await reviewedCase("three-arms");
    const said = JSON.stringify(briefSection(three as EditionData, "en"));
    const times = (text: string): number => said.split(text).length - 1;
    expect(times("allowing for differences between municipalities")).toBe(1);
    expect(times("Of 100 citizens referred")).toBe(1);
    expect(times("In unsupported work or ordinary education for at least 4")).toBe(1);
    const [interval] = /97\.5% confidence interval 8\.8 to 29\.3/u.exec(said) ?? [];
    expect(times(interval ?? "none")).toBe(1);
    expect(times("difference in cost per referred citizen")).toBe(2);
  });
});
