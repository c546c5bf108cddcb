import { describe, expect, it } from "vitest";
import { describeStatementNotice, lintPayment, type ArmTerms } from "../../src/settlement/index.js";
import { fredericiaA, fredericiaB, hillerod } from "../../src/tenders/index.js";

/** What is missing, an arm's terms in a few words. */
const missing = (...given: Parameters<typeof lintPayment>): readonly string[] =>
  lintPayment(...given).map(({ code, severity, arm, term, criterion, degree }) =>
    [severity, arm, term ?? code, criterion, degree].filter((part) => part !== undefined).join(" "),
  );

const full: ArmTerms = {
  arm: "supplier",
  base: { per: "week", amount: 1, extension: "unpaid" },
  bonuses: [
    { criterion: "self-support-4-months", amount: 1 },
    {
      criterion: "self-support-12-months",
      amount: 1,
      clawback: { unless: "self-support-4-months", percent: 1 },
    },
  ],
  noBaseFor: ["returned", "expired"],
  bonusesPaid: "once",
  referredAgain: "base-only",
  vat: 0,
};
const both = (terms: Partial<ArmTerms>): readonly ArmTerms[] =>
  ["municipal", "supplier"].map((arm) => ({ ...full, ...terms, arm }));

describe("lintPayment", () => {
  it("names what Fredericia's tender leaves to the bid, to annex 2 or open", () => {
    expect(missing(fredericiaA.payment ?? { terms: [] }, fredericiaA)).toEqual([
      "caution municipal all",
      "caution supplier base",
      "caution supplier bonus durable-15-months",
      "info supplier referred-again",
      "info supplier relapse",
      "info supplier vat",
      "info payable-unstated without-support-6-months",
    ]);
  });

  it("names the degree without a rate, which annex 2 of type B would have", () => {
    const bonus = { criterion: "without-support-6-months", amount: 500_000 };
    const terms = { arm: "supplier", bonuses: [bonus] };
    const open = "caution supplier degree without-support-6-months wage-subsidy";
    expect(missing({ terms: [terms] }, fredericiaB)).toContain(open);
    const stated = { ...terms, bonuses: [{ ...bonus, degrees: { "wage-subsidy": 250_000 } }] };
    expect(missing({ terms: [stated] }, fredericiaB)).not.toContain(open);
  });

  it.each<[string, Partial<ArmTerms>, string]>([
    ["a base that nobody states", { base: undefined } as object, "caution supplier base"],
    ["weeks of an extension", { base: { per: "week", amount: 1 } }, "caution supplier extension"],
    [
      "what a course is paid whose time ran out (§5.5.2)",
      { noBaseFor: ["returned"] },
      "info supplier expired",
    ],
    ["each bonus or one", { bonusesPaid: undefined } as object, "info supplier each-or-once"],
    ["a second referral", { referredAgain: undefined } as object, "info supplier referred-again"],
    [
      "a relapse",
      { bonuses: full.bonuses.map(({ criterion, amount }) => ({ criterion, amount })) },
      "info supplier relapse",
    ],
    ["VAT", { vat: undefined } as object, "info supplier vat"],
    [
      "until when a minimum holds",
      { minimums: [{ per: "month", amount: 1 }] },
      "caution supplier contract-end",
    ],
  ])("names %s", (_what, terms, notice) => {
    expect(missing({ terms: both(terms) }, hillerod)).toContain(notice);
    expect(missing({ terms: both({}) }, hillerod)).not.toContain(notice);
  });

  it("is silent about terms that say everything, but for when a bonus falls due", () => {
    expect(missing({ terms: both({}) }, hillerod)).toEqual([
      "info payable-unstated self-support-4-months",
      "info payable-unstated self-support-12-months",
    ]);
    const payable = hillerod.criteria.map(
      (criterion) => ({ ...criterion, payable: "when-reached" }) as const,
    );
    expect(missing({ terms: both({}) }, { ...hillerod, criteria: payable })).toEqual([]);
  });

  it.each([
    "all",
    "base",
    "bonus",
    "degree",
    "extension",
    "contract-end",
    "expired",
    "each-or-once",
    "referred-again",
    "relapse",
    "vat",
  ])("has words for %s in both languages", (term) => {
    const facts = { arm: "supplier", term, criterion: "job", degree: "low" };
    const notice = { code: "term-missing", severity: "info", ...facts } as const;
    for (const language of ["da", "en"] as const) {
      const text = describeStatementNotice(notice, { language, nameOf: () => "Leverandøren" });
      expect(text).toMatch(/^Leverandøren: .*\.$/);
    }
  });
});
