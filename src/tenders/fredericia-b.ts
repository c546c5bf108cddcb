import { defineProtocol, type Protocol } from "../protocol/index.js";
import { durable, withoutSupport } from "./fredericia-rules.js";

/**
 * Fredericia Kommune, tender 2004, course type B: cash-assistance recipients with at least 6 months'
 * unemployment, drawn every week between the municipality's own unit and the supplier (§2.4).
 *
 * Where the tender is silent, the choice is a default that `lintProtocol` names, as in type A. Also
 * silent: how long the extension of a course is (§2.4.3 says only that there is one), so that outcomes
 * can be derived once it is agreed; and the lower rate for wage subsidy (annex 2 is missing), so that
 * no payment terms are declared. Exactly 30 years and exactly 12 months are in neither of §2.4.3's groups.
 */
export const fredericiaB: Protocol = defineProtocol({
  format: "konkurrencemodel-protocol/1",
  source: "Fredericia Kommune, udbud 2004, forløbstype B (§2.4)",
  municipality: "Fredericia",
  arms: [
    { id: "municipal", name: "Virksomheden Fredericia" },
    { id: "supplier", name: "Leverandøren" },
  ],
  course: {
    // §2.4.3: the length goes by age and, over 30, by unemployment; the last line allows an extension for all.
    lengths: [
      { group: { ageGroup: "under-30" }, length: { weeks: 13 }, extension: "unstated" },
      {
        group: { ageGroup: "over-30", unemployment: "under-12-months" },
        length: { weeks: 6 },
        extension: "unstated",
      },
      {
        group: { ageGroup: "over-30", unemployment: "over-12-months" },
        length: { weeks: 13 },
        extension: "unstated",
      },
    ],
    // §2.4.5: an average number of participants a month, computed for at least 40 weeks a year.
    guarantees: [{ arm: "supplier", least: 10, most: 30, weeksPerYear: 40, source: "§2.4.5" }],
  },
  allocation: {
    // §2.4.2: every week, by a random principle; the ratio isn't stated, here equal.
    design: { kind: "complete", batch: "iso-week", weights: { municipal: 1, supplier: 1 } },
    // What the length of a course goes by, so that the arms have as many of each.
    strata: ["ageGroup", "unemployment"],
    levels: {
      ageGroup: ["under-30", "over-30"],
      unemployment: ["under-12-months", "over-12-months"],
    },
    referredAgain: "keep-arm",
  },
  criteria: [
    withoutSupport("§2.4.9"),
    durable("§2.4.9"),
    {
      id: "work-or-education-6-months",
      name: {
        da: "i ustøttet arbejde eller ordinær uddannelse i mindst 4 sammenhængende kalendermåneder inden for 6 måneder",
        en: "in unsupported work or ordinary education for at least 4 consecutive calendar months within 6 months",
      },
      basis: "evaluation",
      states: { having: ["ordinary-employment", "ordinary-education"] },
      amount: { calendarMonths: 4 },
      continuity: "consecutive",
      window: { anchor: "course-end", length: { months: 6 } },
    },
  ],
  analysis: {
    primary: "without-support-6-months",
    secondary: ["work-or-education-6-months", "durable-15-months"],
    referenceArm: "municipal",
  },
  review: {
    title: {
      da: "Konkurrencemodellen i Fredericia Kommune, forløbstype B",
      en: "The competition model in the municipality of Fredericia, course type B",
    },
    question: {
      da: "Udsluser leverandøren eller kommunens egen enhed flest borgere til varigt ordinært arbejde eller ordinær uddannelse?",
      en: "Which unit, the supplier's or the municipality's own, discharges more citizens to durable ordinary work or ordinary education?",
    },
    // §2.4.1: after 1 year, as in type A.
    date: "2005-12-31",
    standIn: {
      da: "Kontrakten vil vide, hvor mange der udsluses til varigt ordinært arbejde eller ordinær uddannelse (§2.4.1). Efter et år kan det endnu ikke måles. Derfor er det afgørende mål kontraktens 6-månedersregel: uden kommunal forsørgelse i mindst 4 sammenhængende kalendermåneder, hvor løntilskud ikke regnes som forsørgelse. Arbejde og uddannelse vises ved siden af.",
      en: "The contract asks how many are discharged to durable ordinary work or ordinary education (§2.4.1). After one year that can't be measured yet. The deciding measure is therefore the contract's 6-month rule: without municipal support for at least 4 consecutive calendar months, wage subsidy not counted as support. Work and education are shown beside it.",
    },
  },
});
