import { describe, expect, it } from "vitest";
import { defaultStates, deriveHistories } from "../../../src/histories/index.js";
import { noticeText } from "../../../src/review/words/notices.js";
import { pairsText } from "../../../src/review/words/pairs.js";

const { notices } = deriveHistories(
  [
    { citizen: "p1", state: "ordinary-work", from: "2005-01-01", to: "2005-01-31" },
    { citizen: "p1", state: "cash-assistance", from: "2005-01-31" },
    ...Object.keys(defaultStates)
      .filter((state) => !["ordinary-work", "part-time-work", "emigrated", "dead"].includes(state))
      .map((state) => ({ citizen: "p2", state, from: "2005-06-01", to: "2005-06-02" })),
    { citizen: "p2", state: "practice", from: "2005-06-03", to: "2005-06-03" },
    { citizen: "p2", state: "practice", from: "2005-06-05", to: "2005-06-05" },
  ],
  { observedUntil: "2005-12-31", priorities: [["wage-subsidy", "education-assistance"]] },
);
const text = (code: string, language: "da" | "en"): string => {
  const notice = notices.find((each) => each.code === code);
  return notice === undefined ? "" : noticeText(notice, language);
};

describe("pairsText", () => {
  it("has citizens and days of each pair, in singular and plural", () => {
    expect(text("contradictory-states", "en")).toContain(
      "ordinary work + cash assistance (1 citizen, 1 day)",
    );
    expect(text("overlaps-resolved", "da")).toContain("løntilskud + uddannelseshjælp (1 borger, 2 dage)");
  });

  it("names ten pairs and counts the others", () => {
    const told = text("states-overlap", "en");
    expect(told.match(/\(1 citizen, 2 days\)/g)).toHaveLength(10);
    expect(told).toMatch(/; 1\d\d other pairs\.$/);
  });

  it("is nothing for a notice without pairs", () => {
    expect(pairsText({ code: "gaps", severity: "info" }, "da")).toBe("");
  });
});

describe("notices of histories", () => {
  it("each have words of their own", () => {
    const codes = [
      "open-spells",
      "spells-joined",
      "overlaps-resolved",
      "states-overlap",
      "contradictory-states",
      "gaps",
    ];
    expect(notices.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
    for (const notice of notices)
      for (const language of ["da", "en"] as const)
        expect(noticeText(notice, language)).not.toBe(notice.code);
    expect(text("gaps", "da")).toBe(
      "1 borger har dage uden nogen registrering mellem to perioder, i alt 1 dag; de regnes som dage uden ydelse, ikke som arbejde.",
    );
  });
});
