import { describe, expect, it } from "vitest";
import {
  combinedReadings,
  criterionIssues,
  lintCriterion,
  questionName,
  readingName,
  readings,
  type Criterion,
} from "../../src/outcomes/index.js";
import { questions } from "../../src/outcomes/questions.js";
import { fredericiaA, fredericiaB, hillerod } from "../../src/tenders/index.js";
import { dayNumber, isoDate } from "../support/lives/dates.js";
import { durable, outcomeOf, selfSupport, TWENTY_WEEKS, withoutSupport } from "../support/lives/world.js";

// What the sources leave open, and where it is asked.
//
// Fredericia (§2):
// - months cut by the course's end, and whether the 4 months may begin in that month: `course-ends-mid-month`
//   (the latter is its `first-part-counts`)
// - any day with support, or most days: `day-rule-unstated`
// - whether state support or insurance is municipal: `state-support-unstated`; wage subsidy in type A: `wage-subsidy-unstated`
// - death, emigration: `death-and-emigration-unstated`; retirement: `pension-unstated`; moves: `move-unstated`, of which
//   `ignored` is "without this municipality's support"
// - 12 months in all, as months or as days: `cumulative-months-unstated`
// - who never starts: `never-started-unstated`
// - when a bonus is paid, and whether at both measuring points: `payable-unstated`; it changes no outcome
// - not asked of a criterion: exactly age 30 and exactly 12 months' unemployment, and the day on which age is taken. They
//   decide the stratum, which the referral states and the ledger keeps; a criterion never sees them
// - not asked of a criterion: the lower rate of a bonus (terms of payment), the random principle (`lintPlan`)
//
// Hillerød (§5):
// - when the spell must begin: `spell-start-unstated`
// - education and job in sequence: `joining-unstated`
// - not asked of a criterion: which of two referrals is credited. Citizens are counted by the ledger's first entry, for
//   every criterion alike, and `referred-again` tells of the others

const [short, long, work] = fredericiaA.criteria;
const [fourMonths] = hillerod.criteria;

const given = (criterion: Criterion | undefined): Criterion => {
  if (criterion === undefined) throw new Error("the tender has that criterion");
  return criterion;
};
const pairs = (criterion: Criterion): readonly string[] =>
  readings(criterion).map(({ question, reading }) => `${question}: ${reading}`);

const by = (reading: string): Criterion =>
  given(readings(withoutSupport).find((each) => each.reading === reading)?.criterion);

describe("readings", () => {
  it("gives every other answer to what Fredericia's short rule leaves open", () => {
    expect(pairs(given(short))).toEqual([
      "course-ends-mid-month: first-part-counts",
      "course-ends-mid-month: both-parts-count",
      "course-ends-mid-month: window-opens-with-next",
      "day-rule-unstated: most-days",
      "never-started-unstated: not-assessable",
      "state-support-unstated: any-public-support",
      "wage-subsidy-unstated: not-municipal-support",
      "death-and-emigration-unstated: not-assessable",
      "pension-unstated: ignored",
      "move-unstated: failure",
      "move-unstated: ignored",
    ]);
  });

  it("gives Hillerød's, which ask for the spell and not for the course", () => {
    expect(pairs(given(fourMonths))).toEqual([
      "spell-start-unstated: at-any-time",
      "spell-start-unstated: during-own-course",
      "support-beside-unstated: only-without-support",
      "joining-unstated: same-state",
      "death-and-emigration-unstated: not-assessable",
      "pension-unstated: ignored",
      "move-unstated: failure",
      "move-unstated: ignored",
    ]);
  });

  it("changes what the answer is about, and nothing else", () => {
    expect(by("most-days")).toEqual({ ...withoutSupport, dayRule: "most-days" });
    expect(by("window-opens-with-next")).toEqual({ ...withoutSupport, edges: "next" });
    expect(by("any-public-support").without).toEqual({ having: ["municipal-support", "state-support"] });
    expect(by("not-municipal-support").without).toEqual({
      having: ["municipal-support"],
      except: ["wage-subsidy"],
    });
  });

  it("keeps a treatment that is stated, and asks for the other", () => {
    const stated = { ...withoutSupport, leaving: { dead: "competing-event" } } as const;
    const [reading] = readings(stated).filter(({ question }) => question === "death-and-emigration-unstated");
    expect(reading?.criterion.leaving).toEqual({ dead: "competing-event", emigrated: "not-assessable" });
  });

  it("leaves out an answer that contradicts what is stated", () => {
    // A spell of any time has a window that never closes, and this bonus waits for the close.
    const later = pairs({ ...selfSupport, payable: "when-window-closes" });
    expect(later).not.toContain("spell-start-unstated: at-any-time");
    expect(later).toContain("spell-start-unstated: during-own-course");
    // A window of the course can't open with the next month.
    const ofCourse = pairs({ ...withoutSupport, window: { anchor: "course" } });
    expect(ofCourse).toContain("course-ends-mid-month: both-parts-count");
    expect(ofCourse).not.toContain("course-ends-mid-month: window-opens-with-next");
  });

  it("matters: dagpenge from the end of the course is a success, and none if any public support is meant", () => {
    const life = {
      course: { startedOn: "2005-01-10", endedOn: "2005-03-31" },
      spells: [["unemployment-benefit", "2005-04-01"]] as const,
      asOf: "2007-12-31",
    };
    const strict = readings(withoutSupport).find(({ reading }) => reading === "any-public-support");
    expect(outcomeOf(life).status).toBe("success");
    expect(outcomeOf({ ...life, criterion: given(strict?.criterion) }).status).toBe("failure");
  });
});

const beside = (criterion: Criterion): Criterion =>
  given(readings(criterion).find(({ question }) => question === "support-beside-unstated")?.criterion);

const worked = (benefit: string) =>
  ({
    course: { startedOn: "2005-01-10", endedOn: "2005-01-31" },
    terms: TWENTY_WEEKS,
    spells: [
      ["part-time-work", "2005-02-01"],
      [benefit, "2005-02-01"],
    ],
    asOf: "2007-12-31",
  }) as const;

describe("support beside work", () => {
  it("matters: part-time work with a benefit throughout is a success, and none where only work alone counts", () => {
    for (const benefit of ["unemployment-benefit", "cash-assistance"]) {
      for (const criterion of [durable, selfSupport]) {
        expect(outcomeOf({ ...worked(benefit), criterion }).status).toBe("success");
        expect(outcomeOf({ ...worked(benefit), criterion: beside(criterion) }).status).toBe("failure");
      }
    }
  });

  it("is asked of what the criterion doesn't exclude yet", () => {
    expect(beside(given(fourMonths)).without?.having).toEqual(["municipal-support", "state-support"]);
  });
});

describe("the reading by which a spell begins during the own course", () => {
  // A course of four weeks to 6 February; 20 weeks would be permitted.
  const criterion = given(
    readings(selfSupport).find(({ reading }) => reading === "during-own-course")?.criterion,
  );
  const from = (day: string) =>
    outcomeOf({
      criterion,
      terms: TWENTY_WEEKS,
      course: { startedOn: "2005-01-10", endedOn: "2005-02-06" },
      spells: [
        ["cash-assistance", "2004-01-01", isoDate(dayNumber(day) - 1)],
        ["ordinary-work", day],
      ],
      asOf: "2007-12-31",
    });

  it("lets the spell run on after the course: begun on its last day, it lasts its four months", () => {
    expect(from("2005-02-06")).toMatchObject({ status: "success", reachedOn: "2005-06-05" });
  });

  it("doesn't take one that begins on the day after it", () => {
    expect(from("2005-02-07")).toMatchObject({ status: "failure" });
  });
});

describe("readings of a protocol with states of its own", () => {
  const states = {
    ledig: ["municipal-support"],
    loentilskud: ["municipal-support", "subsidized-employment"],
    job: ["ordinary-employment"],
  } as const;

  it("except wage subsidy by what it is, so that the protocol accepts them", () => {
    const all = readings(withoutSupport, states);
    const reading = all.find(({ question }) => question === "wage-subsidy-unstated");
    expect(reading?.criterion.without).toEqual({ having: ["municipal-support"], except: ["loentilskud"] });
    expect(all.flatMap((each) => criterionIssues(each.criterion, Object.keys(states)))).toEqual([]);
    const combined = combinedReadings(withoutSupport, undefined, states);
    expect(combined.some(({ answers }) => answers["wage-subsidy-unstated"] === "not-municipal-support")).toBe(
      true,
    );
  });
});

describe("combinedReadings", () => {
  it.each([
    // edges 4 · day rule 2 · never started 2 · state support 2 · wage subsidy 2 · death 2 · pension 2 · move 3
    ["Fredericia's short rule", short, 4 * 2 * 2 * 2 * 2 * 2 * 2 * 3],
    // (edges 4 · day rule 2, or as many days) · never started 2 · support beside 2 · death 2 · pension 2 · move 3
    ["Fredericia's durable rule", long, (4 * 2 + 1) * 2 * 2 * 2 * 2 * 3],
    // edges 4 · day rule 2 · never started 2 · support beside 2 · joining 2 · death 2 · pension 2 · move 3
    ["work and education in 6 months", work, 4 * 2 * 2 * 2 * 2 * 2 * 2 * 3],
    // the short rule with wage subsidy excepted by the tender
    ["type B's short rule", fredericiaB.criteria[0], 4 * 2 * 2 * 2 * 2 * 2 * 3],
    // (longest course, any time, or own course · never started 2) · support beside 2 · joining 2 · death 2 · pension 2 · move 3
    ["Hillerød's 4 months", fourMonths, (1 + 1 + 2) * 2 * 2 * 2 * 2 * 3],
  ])("has every combination for %s, each different and valid", (_name, criterion, count) => {
    const combinations = combinedReadings(given(criterion));
    expect(combinations.length).toBe(count);
    expect(new Set(combinations.map((each) => JSON.stringify(each.criterion))).size).toBe(count);
    expect(new Set(combinations.map((each) => JSON.stringify(each.answers))).size).toBe(count);
    expect(combinations.flatMap((each) => criterionIssues(each.criterion))).toEqual([]);
  });

  it("begins with the criterion as it is, by the readings that lint names", () => {
    const [first] = combinedReadings(durable);
    expect(first?.criterion).toEqual(durable);
    expect(first?.answers).toEqual(
      Object.fromEntries(
        lintCriterion(durable).flatMap(({ code, reading }) =>
          reading === undefined ? [] : [[code, reading]],
        ),
      ),
    );
  });

  it("varies the questions that are asked for, the others by their default", () => {
    const two = combinedReadings(withoutSupport, ["move-unstated", "day-rule-unstated"]);
    expect(two.map(({ answers }) => Object.values(answers))).toEqual([
      ["any-day", "not-assessable"],
      ["any-day", "failure"],
      ["any-day", "ignored"],
      ["most-days", "not-assessable"],
      ["most-days", "failure"],
      ["most-days", "ignored"],
    ]);
    expect(combinedReadings(withoutSupport, [])).toEqual([{ answers: {}, criterion: withoutSupport }]);
    expect(combinedReadings(withoutSupport, ["joining-unstated"])).toHaveLength(1);
  });

  it("has no answer to a question that another answer settles", () => {
    const codes = ["course-ends-mid-month", "day-rule-unstated", "cumulative-months-unstated"];
    const asDays = combinedReadings(durable, codes).filter(
      ({ criterion }) => criterion.monthsCounted === "days",
    );
    expect(asDays.map(({ answers }) => answers)).toEqual([{ "cumulative-months-unstated": "as-many-days" }]);
  });

  it("asks what an answer opens: in a window of the own course, who never starts", () => {
    const codes = ["spell-start-unstated", "never-started-unstated"];
    expect(combinedReadings(selfSupport, codes).map(({ answers }) => Object.values(answers))).toEqual([
      ["within-longest-course"],
      ["at-any-time"],
      ["during-own-course", "failure"],
      ["during-own-course", "not-assessable"],
    ]);
  });
});

describe("questionName and readingName", () => {
  it.each(questions)(
    "have words for $code and each of its readings, in both languages",
    ({ code, ...question }) => {
      const answers = [question.reading, ...question.others.map(({ reading }) => reading)];
      for (const language of ["da", "en"] as const) {
        expect(questionName(code, language)).not.toBe(code);
        const names = answers.map((reading) => readingName(code, reading, language));
        expect(new Set([...names, ...answers]).size).toBe(2 * answers.length); // each has one of its own
      }
    },
  );
});
