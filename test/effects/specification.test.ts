import { describe, expect, it } from "vitest";
import { compareArms, specificationSensitivity, type SpecificationResult } from "../../src/effects/index.js";
import { deriveHistories } from "../../src/histories/index.js";
import { combinedReadings, deriveOutcomes, type Outcomes } from "../../src/outcomes/index.js";
import { questions } from "../../src/outcomes/questions.js";
import { questionName, readingName } from "../../src/outcomes/reading-words.js";
import { errorOf } from "../support/errors.js";
import {
  entryOf,
  ledgerOf,
  protocolOf,
  selfSupport,
  TWENTY_WEEKS,
  withoutSupport,
} from "../support/lives/world.js";
import { reviewedYear } from "../support/reviewedYear.js";

// Two of each arm, referred on Monday 3 January 2005: 13 weeks, then six months, to 3 October 2005. The criterion asks
// for four whole months in a row without municipal support: January to April would do.
const entries = ["s1", "s2", "m1", "m2"].map((citizen, index) =>
  entryOf({
    citizen,
    sequence: index + 1,
    referredOn: "2005-01-03",
    arm: index < 2 ? "supplier" : "municipal",
  }),
);

/** By default: s1 succeeds; s2 is broken by single days; m1 is in wage subsidy throughout; m2 is supported throughout. */
const spells = [
  { citizen: "s1", state: "ordinary-work", from: "2005-01-03" },
  ...["01", "02", "03", "04", "05", "06", "07", "08", "09"].map((month) => ({
    citizen: "s2",
    state: "cash-assistance",
    from: `2005-${month}-10`,
    to: `2005-${month}-10`,
  })),
  { citizen: "m1", state: "wage-subsidy", from: "2005-01-01" },
  { citizen: "m2", state: "cash-assistance", from: "2005-01-01" },
];

const analysis = { primary: withoutSupport.id, referenceArm: "municipal", minimumMature: 1 };

function outcomesOf(criterion = withoutSupport): Outcomes {
  return deriveOutcomes({
    protocol: protocolOf([criterion]),
    ledger: ledgerOf(entries),
    courses: [],
    histories: deriveHistories(spells, { observedUntil: "2005-12-31" }),
    asOf: "2005-12-31",
  });
}

function withAnswers(result: SpecificationResult, answers: Readonly<Record<string, string>>) {
  return result.specifications.find(
    (each) =>
      each.changed.length === Object.keys(answers).length &&
      Object.entries(answers).every(([question, reading]) => each.answers[question] === reading),
  );
}

describe("specificationSensitivity", () => {
  const outcomes = outcomesOf();
  const result = specificationSensitivity(outcomes, analysis, {
    questions: ["day-rule-unstated", "wage-subsidy-unstated"],
  });

  it("tries every combination of answers, the default first", () => {
    expect(result.specifications.map(({ answers }) => Object.values(answers))).toEqual([
      ["any-day", "municipal-support"],
      ["any-day", "not-municipal-support"],
      ["most-days", "municipal-support"],
      ["most-days", "not-municipal-support"],
    ]);
    expect(result.specifications[0]?.changed).toEqual([]);
  });

  it("counts whose outcome each changes, by arm", () => {
    const flipped = result.specifications.map(({ flips }) =>
      flips.map(({ arm, referral }) => [arm, referral]),
    );
    // s2's single days don't break months of which most days count; m1's wage subsidy counts where it is no support.
    expect(flipped.map((arms) => Object.fromEntries(arms) as Record<string, number>)).toEqual([
      { municipal: 0, supplier: 0 },
      { municipal: 1, supplier: 0 },
      { municipal: 0, supplier: 1 },
      { municipal: 1, supplier: 1 },
    ]);
    const both = withAnswers(result, {
      "day-rule-unstated": "most-days",
      "wage-subsidy-unstated": "not-municipal-support",
    });
    expect(both?.rates).toEqual(
      expect.arrayContaining([
        { arm: "supplier", events: 2, total: 2 },
        { arm: "municipal", events: 1, total: 2 },
      ]),
    );
  });

  it("derives one answer at a time where that is asked for", () => {
    const single = specificationSensitivity(outcomes, analysis, { combinations: "single" });
    const all = specificationSensitivity(outcomes, analysis);
    const compared = all.questions.filter(({ question }) => !all.contractOnly.includes(question));
    expect(single.tried).toBe(1 + compared.reduce((sum, { readings }) => sum + readings.length - 1, 0));
    expect(single.specifications.every(({ changed }) => changed.length <= 1)).toBe(true);
    for (const each of single.specifications) {
      const same = all.specifications.find(
        (other) => JSON.stringify(other.answers) === JSON.stringify(each.answers),
      );
      expect(same?.flips).toEqual(each.flips);
    }
  });

  it("counts for each arm the readings that lead to its verdict by default", () => {
    const { specifications, conclusions, tried, sameConclusion } = specificationSensitivity(
      outcomes,
      analysis,
    );
    const verdicts = specifications.flatMap(({ comparisons }) => comparisons.map(({ verdict }) => verdict));
    const same = verdicts.filter((verdict) => verdict === verdicts[0]).length;
    expect(verdicts).toHaveLength(tried);
    expect(conclusions).toMatchObject([{ arm: "supplier", reference: "municipal", same }]);
    expect(sameConclusion).toBe(same);
    const others = conclusions[0]?.others ?? [];
    const counts = others.map(({ verdict }) => verdicts.filter((each) => each === verdict).length);
    expect(others.map(({ count }) => count)).toEqual(counts);
    expect(others.map(({ verdict }) => verdict)).not.toContain(verdicts[0]);
    expect(counts.reduce((sum, count) => sum + count, same)).toBe(tried);
  });

  it("has one reading of a criterion that leaves nothing open", () => {
    const said = outcomesOf({
      ...withoutSupport,
      without: { having: ["municipal-support"], except: [] },
      dayRule: "any-day",
      edges: "whole",
      neverStarted: "failure",
      leaving: { dead: "failure", emigrated: "failure", pension: "failure", moved: "not-assessable" },
    });
    const open = combinedReadings(said.protocol.criteria[0] ?? withoutSupport);
    const [question] = Object.keys(open[0]?.answers ?? {});
    // What is left is which support is meant, which only the states can say.
    expect([undefined, "state-support-unstated"]).toContain(question);
    const one = specificationSensitivity(said, analysis, { questions: [] });
    expect(one.tried).toBe(1);
    expect(one.toText()).toContain("only one way to read it");
  });

  it("counts no reading that only the contract's own measure can change, and says so", () => {
    const withCourse = specificationSensitivity(outcomes, analysis, {
      questions: ["day-rule-unstated", "never-started-unstated"],
    });
    expect(withCourse).toMatchObject({ tried: 2, contractOnly: ["never-started-unstated"] });
    expect(withCourse.sameConclusion).toBeLessThanOrEqual(2);
    const contract = withAnswers(withCourse, { "never-started-unstated": "not-assessable" });
    expect(contract).toMatchObject({ comparisons: [], rates: [] });
    // Nobody has a course: all are unknown to the contract by that answer, and none to the comparison.
    expect(contract?.flips).toEqual([
      { arm: "municipal", referral: 0, contract: 2 },
      { arm: "supplier", referral: 0, contract: 2 },
    ]);
    expect(withCourse.toRows().at(-1)).toMatchObject({ estimate: null, verdict: null, armEvents: null });
    expect(withCourse.toText()).toContain("“Never started” matters only to the contract's own measure");
    expect(withCourse.toText({ language: "da" })).toContain(
      "»Aldrig begyndt« har kun betydning for kontraktens",
    );
  });

  it("doesn't conclude from readings that can't differ: when Hillerød's spell must begin", () => {
    // A lasting job that begins five weeks after the longest course: by any reading measured from the referral too late.
    const late = deriveOutcomes({
      protocol: protocolOf([selfSupport], TWENTY_WEEKS),
      ledger: ledgerOf(entries),
      courses: [],
      histories: deriveHistories(
        ["s1", "s2"].flatMap((citizen) => [
          { citizen, state: "cash-assistance", from: "2004-01-01", to: "2005-06-26" },
          { citizen, state: "ordinary-work", from: "2005-06-27" },
        ]),
        { observedUntil: "2006-12-31" },
      ),
      asOf: "2006-12-31",
    });
    const plan = { ...analysis, primary: selfSupport.id };
    const starts = specificationSensitivity(late, plan, { questions: ["spell-start-unstated"] });
    expect(starts).toMatchObject({ tried: 1, sameConclusion: 1, contractOnly: ["spell-start-unstated"] });
    const anyTime = withAnswers(starts, { "spell-start-unstated": "at-any-time" });
    expect(anyTime?.flips).toContainEqual({ arm: "supplier", referral: 0, contract: 2 });
    expect(starts.toText()).not.toContain("The conclusion is the same");
    expect(starts.toText()).toContain("the comparison tells nothing of them");
  });

  it("reads a protocol's own states by what they are", () => {
    const states = {
      ledig: ["municipal-support"],
      loentilskud: ["municipal-support", "subsidized-employment"],
    } as const;
    const own = deriveOutcomes({
      protocol: { ...protocolOf([withoutSupport]), states },
      ledger: ledgerOf(entries),
      courses: [],
      histories: deriveHistories(
        entries.map(({ citizen }) => ({ citizen, state: "loentilskud", from: "2005-01-01" })),
        { observedUntil: "2005-12-31", states },
      ),
      asOf: "2005-12-31",
    });
    const read = specificationSensitivity(own, analysis, { questions: ["wage-subsidy-unstated"] });
    const spared = withAnswers(read, { "wage-subsidy-unstated": "not-municipal-support" });
    expect(spared?.flips.map(({ referral }) => referral)).toEqual([2, 2]);
  });

  it("refuses a question that isn't open, and an unknown criterion", () => {
    const asked = { questions: ["spell-start-unstated"] };
    expect(errorOf(() => specificationSensitivity(outcomes, analysis, asked))).toMatchObject({
      code: "unknown-question",
    });
    expect(errorOf(() => specificationSensitivity(outcomes, analysis, { criterion: "other" }))).toMatchObject(
      {
        code: "unknown-criterion",
      },
    );
  });
});

const { outcomes: ofYear, protocol } = await reviewedYear("2006-09-30");

describe("the bundled year", () => {
  const outcomes = ofYear;
  const result = specificationSensitivity(outcomes, protocol.analysis, { combinations: "single" });

  it("has the comparison's own figures by the default readings", () => {
    const [comparison] = result.specifications[0]?.comparisons ?? [];
    const { comparisons, verdicts } = compareArms(outcomes, protocol.analysis);
    const difference = comparisons[0]?.difference;
    expect(comparison).toMatchObject({
      estimate: difference?.estimate,
      lower: difference?.interval.lower,
      upper: difference?.interval.upper,
      verdict: verdicts[0]?.code,
    });
  });

  it("has the outcomes of each reading as if the protocol had stated it", () => {
    const [criterion] = protocol.criteria.filter(({ id }) => id === protocol.analysis.primary);
    const stated = deriveOutcomes({
      protocol: {
        ...outcomes.protocol,
        criteria: [{ ...(criterion ?? withoutSupport), dayRule: "most-days" }],
      },
      ledger: outcomes.ledger,
      courses: outcomes.participants.flatMap(({ course }) => course ?? []),
      histories: outcomes.histories,
      asOf: outcomes.asOf,
    });
    const before = outcomes.by(protocol.analysis.primary, "contract");
    const after = stated.by(protocol.analysis.primary, "contract");
    const flips = withAnswers(result, { "day-rule-unstated": "most-days" })?.flips ?? [];
    for (const { arm, contract } of flips) {
      expect(
        before.filter((each, index) => each.arm === arm && each.status !== after[index]?.status),
      ).toHaveLength(contract);
    }
    expect(flips.some(({ contract }) => contract > 0)).toBe(true);
  });

  it("shows itself in both languages, each change by its own words", () => {
    for (const language of ["da", "en"] as const) {
      const text = result.toText({ language });
      for (const { question, readings } of result.questions) {
        expect(text).toContain(questionName(question, language));
        for (const reading of readings.slice(1))
          expect(text).toContain(readingName(question, reading, language));
      }
    }
    expect(result.toRows()).toHaveLength(result.specifications.length);
  });
});

it("has words in both languages for every question and every answer", () => {
  for (const { code, reading, others } of questions) {
    for (const language of ["da", "en"] as const) {
      expect(questionName(code, language)).not.toBe(code);
      for (const answer of [reading, ...others.map((other) => other.reading)]) {
        expect(readingName(code, answer, language)).not.toBe(answer);
      }
    }
  }
});
