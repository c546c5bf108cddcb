import { describe, expect, it } from "vitest";
import { describeCriterion, type Criterion } from "../../src/outcomes/index.js";
import { durable, selfSupport, withoutSupport } from "../support/lives/world.js";

const sentences: readonly (readonly [string, Criterion, string, string])[] = [
  [
    "Fredericia's 6-month rule",
    { ...withoutSupport, measuredBy: "municipality", source: "§2.3.9" },
    "Success is at least 4 consecutive whole calendar months without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a month; measured by the municipality (§2.3.9).",
    "Succes er mindst 4 sammenhængende hele kalendermåneder uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en måned; opgøres af kommunen (§2.3.9).",
  ],
  [
    "Fredericia's 15-month rule",
    { ...durable, measuredBy: "supplier", dayRule: "most-days" },
    "Success is at least 12 whole calendar months in all in ordinary employment or ordinary education, within 15 months after the end of the course; a month counts if more than half of its days do; measured by the supplier.",
    "Succes er mindst i alt 12 hele kalendermåneder i ordinært arbejde eller ordinær uddannelse, inden for 15 måneder efter forløbets afslutning; en måned tæller, når mere end halvdelen af dens dage tæller; opgøres af leverandøren.",
  ],
  [
    "Hillerød's rule",
    { ...selfSupport, without: { having: ["municipal-support"] } },
    "Success is at least 4 months without interruption, from date to date, in ordinary work, ordinary part-time work, fleksjob or ordinary education and without municipal support; the spell must begin within the longest permitted course, counted from the referral, and may go on after it.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, i ordinært arbejde, ordinært arbejde på deltid, fleksjob eller ordinær uddannelse og uden kommunal forsørgelse; perioden skal begynde inden for det længst tilladte forløb, regnet fra visiteringen, og må fortsætte derefter.",
  ],
  [
    "an exception, one month, a window in weeks and a state of the user's own",
    {
      ...withoutSupport,
      without: { having: ["municipal-support"], states: ["lærlingetilskud"], except: ["wage-subsidy"] },
      amount: { calendarMonths: 1 },
      window: { anchor: "course-end", length: { weeks: 1 } },
    },
    "Success is at least 1 whole calendar month without municipal support or lærlingetilskud (wage subsidy excepted), within 1 week after the end of the course; one day that doesn't count breaks a month.",
    "Succes er mindst 1 hel kalendermåned uden kommunal forsørgelse eller lærlingetilskud (bortset fra løntilskud), inden for 1 uge efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en måned.",
  ],
];

describe("describeCriterion", () => {
  it.each(sentences)("says %s as a sentence in both languages", (_name, criterion, english, danish) => {
    expect(describeCriterion(criterion)).toBe(english);
    expect(describeCriterion(criterion, "da")).toBe(danish);
  });
});
