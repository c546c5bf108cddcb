import { describe, expect, it } from "vitest";
import { compareRatings, parseRatings, type Rating } from "../../src/effects/index.js";
import { madeOutcomes } from "../support/outcomes.js";

const HEADER = "citizen;arm;kind;value;date;surveyedBy";

function parsed(...lines: readonly string[]): readonly Rating[] {
  return parseRatings([HEADER, ...lines].join("\n"), { name: "ratings.csv" }).rows;
}

const answer = (citizen: string, arm: string, value: number, more: Partial<Rating> = {}): Rating => ({
  ...(citizen === "" ? {} : { citizen }),
  arm,
  kind: "satisfaction",
  value,
  date: "2005-06-01",
  surveyedBy: "Epinion",
  ...more,
});

describe("parseRatings", () => {
  it("reads answers and complaints, in Danish too", () => {
    expect(
      parsed("p1;supplier;satisfaction;4;2005-06-01;kommunen", ";supplier;klage;;01-07-2005;kommunen"),
    ).toEqual([
      {
        citizen: "p1",
        arm: "supplier",
        kind: "satisfaction",
        value: 4,
        date: "2005-06-01",
        surveyedBy: "kommunen",
      },
      { arm: "supplier", kind: "complaint", date: "2005-07-01", surveyedBy: "kommunen" },
    ]);
    const danish = "borger;enhed;art;værdi;dato;spurgtAf\np1;supplier;Tilfredshed;3,5;1-7-2005;Epinion";
    expect(parseRatings(danish, { name: "ratings.csv" }).rows[0]).toMatchObject({
      value: 3.5,
      kind: "satisfaction",
    });
  });

  it.each([
    ["unknown-kind", "p1;supplier;ros;4;2005-06-01;kommunen"],
    ["rating-without-value", "p1;supplier;satisfaction;;2005-06-01;kommunen"],
    ["impossible-complaints", "p1;supplier;complaint;0,5;2005-06-01;kommunen"],
    ["cpr-shaped", "010203-1234;supplier;satisfaction;4;2005-06-01;kommunen"],
  ])("refuses: %s", (code, line) => {
    expect(() => parsed(line)).toThrow(
      expect.objectContaining({ code: "rows-in-error", issues: [expect.objectContaining({ code })] }),
    );
  });
});

describe("compareRatings", () => {
  // c1 to c4 were drawn for the supplier, c5 to c8 for the municipality's own unit.
  const outcomes = madeOutcomes({
    groups: [
      { arm: "supplier", count: 4 },
      { arm: "municipal", count: 4 },
    ],
  });
  const referenceArm = "municipal";

  it("compares means by arm, worked by hand", () => {
    // 3, 5, 4 against 2, 4: means 4 and 3, so a difference of 1.
    const ratings = [
      answer("c1", "supplier", 3),
      answer("c2", "supplier", 5),
      answer("", "supplier", 4),
      answer("c5", "municipal", 2),
      answer("c6", "municipal", 4),
    ];
    const { arms, comparisons, notices } = compareRatings(outcomes, ratings, { referenceArm });
    expect(arms.map(({ arm, answers, mean }) => [arm, answers, mean])).toEqual([
      ["municipal", 2, 3],
      ["supplier", 3, 4],
    ]);
    expect(comparisons[0]?.difference.estimate).toBeCloseTo(1, 12);
    // Variances 1 and 2 over 3 and 2: the standard error is √(1/3 + 1).
    expect(comparisons[0]?.difference.standardError).toBeCloseTo(Math.sqrt(4 / 3), 12);
    expect(notices).toEqual([]);
  });

  it("counts a citizen where chance put them, by the last answer, and nothing after the day of the outcomes", () => {
    const ratings = [
      answer("c1", "municipal", 1),
      answer("c1", "supplier", 5, { date: "2005-07-01" }),
      answer("c2", "supplier", 2, { date: "2006-10-01" }),
    ];
    const { arms, notices } = compareRatings(outcomes, ratings, { referenceArm });
    expect(arms[1]).toMatchObject({ answers: 1, mean: 5 });
    expect(arms[0]).toMatchObject({ answers: 0, mean: null });
    expect(notices.map(({ code, count }) => [code, count])).toEqual([
      ["few-answers", undefined],
      ["ratings-after-as-of", 1],
      ["ratings-of-other-arm", 1],
      ["ratings-repeated", 1],
    ]);
  });

  it("counts nobody who wasn't drawn, and nothing from before the referral, and says whose", () => {
    // All were referred on 3 January 2005; an answer of that day may be about what began on it.
    const ratings = [
      answer("c1", "supplier", 4),
      answer("c5", "municipal", 3, { date: "2005-01-03" }),
      ...["x4", "x1", "x3", "x2", "x1"].map((citizen) => answer(citizen, "supplier", 400)),
      answer("x5", "municipal", 400, { date: "2006-10-01" }),
      answer("c2", "supplier", 1, { date: "2005-01-02" }),
      answer("", "municipal", 1, { date: "1999-02-01" }),
      { ...answer("zzz", "supplier", 7), kind: "complaint" } as const,
    ];
    const compared = compareRatings(outcomes, ratings, { referenceArm });
    expect(compared.arms.map(({ answers, highest, complaints }) => [answers, highest, complaints])).toEqual([
      [1, 3, 0],
      [1, 4, 0],
    ]);
    expect(compared.notices.filter(({ code }) => code !== "few-answers")).toEqual([
      { code: "ratings-after-as-of", severity: "info", count: 1 },
      { code: "ratings-not-drawn", severity: "caution", count: 6, citizens: ["x1", "x2", "x3", "…"] },
      { code: "ratings-before-referral", severity: "caution", count: 2, citizens: ["c2"] },
    ]);
    expect(compared.toText({ language: "da" })).toContain("er ikke talt med: 6 (x1, x2, x3, …)");
    expect(compared.toText({ language: "en" })).toContain("before the referral are not counted: 2 (c2)");
  });

  it("tells complaints per hundred of those allocated", () => {
    const complaint = { ...answer("", "supplier", 3), kind: "complaint" } as const;
    const { arms } = compareRatings(outcomes, [complaint], { referenceArm });
    expect(arms[1]).toMatchObject({ complaints: 3, answers: 0 });
    expect(arms[1]?.complaintsPerHundred?.estimate).toBeCloseTo(75, 10);
    expect(arms[0]).toMatchObject({ complaints: 0, complaintsPerHundred: { estimate: 0, lower: 0 } });
  });

  it("says where an arm asked its own citizens, and where not all were asked by the same", () => {
    const ratings = [
      answer("c1", "supplier", 5, { surveyedBy: "leverandøren" }),
      answer("c2", "supplier", 5, { surveyedBy: "leverandøren" }),
      answer("c5", "municipal", 3),
      answer("c6", "municipal", 4),
    ];
    const compared = compareRatings(outcomes, ratings, { referenceArm });
    expect(compared.notices.map(({ code }) => code)).toEqual(["survey-by-arm", "surveyed-differently"]);
    expect(compared.toText({ language: "da" })).toContain("Leverandøren har selv spurgt sine borgere");
    for (const language of ["da", "en"] as const) {
      expect(compared.toMarkdown({ language })).not.toMatch(/undefined|NaN|null/);
    }
    expect(compared.toRows()[1]).toMatchObject({ arm: "supplier", answers: 2, surveyedBy: "leverandøren" });
  });

  it("keeps who asked apart from whom complaints went to", () => {
    const ratings = parsed(
      "c1;supplier;satisfaction;2;2005-05-01;leverandøren",
      "c1;supplier;satisfaction;4;2005-06-01;Epinion",
      "c5;municipal;satisfaction;3;2005-06-01;Epinion",
      ";supplier;klage;;2005-07-01;kommunen",
      ";supplier;klage;2;2005-07-02;leverandøren",
    );
    const compared = compareRatings(outcomes, ratings, { referenceArm });
    expect(compared.arms.map(({ surveyedBy, complainedTo }) => [surveyedBy, complainedTo])).toEqual([
      [["Epinion"], []],
      [["Epinion"], ["kommunen", "leverandøren"]],
    ]);
    // Neither the answer that another replaced nor the complaints tell who asked.
    expect(compared.notices.map(({ code }) => code)).not.toContain("survey-by-arm");
    expect(compared.notices.map(({ code }) => code)).not.toContain("surveyed-differently");
    const danish = compared.toMarkdown({ language: "da" });
    expect(danish).toMatch(/\| Leverandøren \| 1 \| 25\s% \| 4,00 \| 4 og 4 \| Epinion \|/);
    expect(danish).toMatch(/\| Leverandøren \| 3 \| 4 \| 75,0 \| .* \| kommunen, leverandøren \|/);
    expect(compared.toRows()[1]).toMatchObject({
      surveyedBy: "Epinion",
      complainedTo: "kommunen, leverandøren",
    });
  });

  it("refuses arms that there aren't, in a file by its row", () => {
    const file = parseRatings(`${HEADER}\n;supplier;klage;;2005-07-01;A\n\n;kommunen;klage;;2005-07-01;A\n`, {
      name: "ratings.csv",
    });
    expect(() => compareRatings(outcomes, file, { referenceArm })).toThrow(
      expect.objectContaining({
        code: "unknown-arm",
        path: "ratings.csv, row 4, column arm",
        received: "kommunen",
        expected: "the id of an arm of the protocol: municipal or supplier",
        hint: "Write the arm's id as it stands in the protocol.",
      }),
    );
    expect(() => compareRatings(outcomes, [answer("", "suplier", 3)], { referenceArm })).toThrow(
      expect.objectContaining({ code: "unknown-arm", hint: "Did you mean supplier?" }),
    );
    expect(() => compareRatings(outcomes, [], { referenceArm: "none" })).toThrow(
      expect.objectContaining({ code: "unknown-arm" }),
    );
  });
});
