import { expect, it } from "vitest";
import { deriveHistories } from "../../src/histories/index.js";
import { deriveOutcomes } from "../../src/outcomes/index.js";
import { composeReview } from "../../src/review/index.js";
import type { ArmTerms } from "../../src/settlement/index.js";
import { reviewedYear } from "../support/reviewedYear.js";

const { protocol, outcomes } = await reviewedYear("2006-09-30");
const { ledger, asOf, histories } = outcomes;
const nothing = deriveHistories([], { observedUntil: histories.observedUntil });

/** Between the question and what else is worth knowing: the verdict with its picture. */
function verdictOf(html: string): string {
  return html.slice(html.indexOf('id="brief"'), html.indexOf('id="table-key-points"'));
}

function pageOne(text: string): string {
  return text.slice(0, text.search(/\n## (?!Kort fortalt|In brief)/));
}

function priced(per: "week" | "referral"): { readonly terms: readonly ArmTerms[] } {
  return {
    terms: ["municipal", "supplier"].map((arm) => ({
      arm,
      base: per === "week" ? { per, amount: 120_000, extension: "unpaid" } : { per, amount: 120_000 },
      bonuses: [],
    })),
  };
}

it("says that nothing can be compared where no outcome is known, wherever it concludes, with no figure of it", () => {
  const unknown = deriveOutcomes({ protocol, ledger, courses: [], histories: nothing, asOf });
  const review = composeReview({ protocol, outcomes: unknown });
  const danish = pageOne(review.toMarkdown({ language: "da" }));
  expect(danish).toContain("kan ikke sammenlignes: intet udfald kendes");
  const whole = review.toMarkdown({ language: "da" });
  expect(`${whole} ${review.summary({ language: "da" })}`).not.toMatch(
    /Tallene kan ikke afgøre, om Leverandøren|ikke, før nok borgere/,
  );
  expect(review.summary({ language: "da" })).toContain("kan ikke sammenlignes: intet udfald kendes");
  expect(whole).toContain("Der kan ikke beregnes nogen forskel, uanset hvordan kriteriet læses");
  expect(verdictOf(review.toHTML({ language: "da" }))).not.toContain("<svg");
  expect(pageOne(review.toMarkdown({ language: "en" }))).toContain("cannot be compared: no outcome is known");
});

it("says on page one that costs can't be told where no course is known, instead of 0 kr.", () => {
  const unreported = deriveOutcomes({ protocol, ledger, courses: [], histories, asOf });
  const byWeek = composeReview({ protocol, outcomes: unreported, payment: priced("week") });
  expect(pageOne(byWeek.toMarkdown({ language: "da" }))).toMatch(
    /Leverandøren: kan ikke opgøres: intet forløb er indberettet\./,
  );
  expect(pageOne(byWeek.toMarkdown({ language: "en" }))).toContain("no course was reported");
  // What is due for the referral itself doesn't wait for a course.
  const byReferral = composeReview({ protocol, outcomes: unreported, payment: priced("referral") });
  expect(pageOne(byReferral.toMarkdown({ language: "da" }))).not.toContain("intet forløb er indberettet");
});

it("says on page one that what courses cost that nobody reported is not in the amounts", () => {
  const courses = outcomes.participants.flatMap(({ course }) => course ?? []);
  const own = courses.filter((_, index) => index % 2 === 0);
  const some = deriveOutcomes({ protocol, ledger, courses: own, histories, asOf });
  const review = composeReview({ protocol, outcomes: some, payment: priced("week") });
  expect(pageOne(review.toMarkdown({ language: "da" }))).toMatch(
    /Leverandøren: .* til afregning indtil nu\. For \d+ visiteringer er intet forløb indberettet/,
  );
  expect(pageOne(review.toMarkdown({ language: "en" }))).toContain("what they may cost is not included");
  const few = deriveOutcomes({ protocol, ledger, courses: courses.slice(1), histories, asOf });
  const nearly = composeReview({ protocol, outcomes: few, payment: priced("week") });
  expect(pageOne(nearly.toMarkdown({ language: "en" }))).not.toContain("what they may cost");
});

it("says on page one who delivered courses and is no unit of the protocol", () => {
  const courses = outcomes.participants.flatMap(({ course }) =>
    course === undefined
      ? []
      : [{ ...course, deliveredBy: course.deliveredBy.replace("supplier", "suplier") }],
  );
  const misspelt = deriveOutcomes({ protocol, ledger, courses, histories, asOf });
  const review = composeReview({ protocol, outcomes: misspelt });
  expect(pageOne(review.toMarkdown({ language: "da" }))).toMatch(
    /Oplysninger.*For \d+ borgere er forløbet leveret af »suplier«, som ikke er en enhed i protokollen/,
  );
  expect(pageOne(review.toMarkdown({ language: "en" }))).toContain("“suplier”, which is no unit");
});

it("says neither where courses and outcomes are known", () => {
  const review = composeReview({ protocol, outcomes });
  const text = pageOne(review.toMarkdown({ language: "da" }));
  expect(verdictOf(review.toHTML({ language: "da" }))).toContain("<svg");
  expect(text).not.toMatch(/intet udfald kendes|intet forløb er indberettet|ikke er en enhed/);
});

it("says that nobody had been referred where the day lies before the first referral, not that nobody was allocated", () => {
  const before = deriveOutcomes({ protocol, ledger, courses: [], histories, asOf: "2004-01-01" });
  const review = composeReview({ protocol, outcomes: before });
  expect(pageOne(review.toMarkdown({ language: "da" }))).toContain(
    "kan ikke sammenlignes: pr. 1. januar 2004 var ingen borgere visiteret",
  );
  expect(review.summary()).toContain("as of 1 January 2004, no citizens had been referred");
  expect(review.toText({ language: "da" })).not.toContain("ingen borgere er fordelt");
});
