import { deepFreeze } from "../core/index.js";
import type { OccupancyGuarantee } from "../outcomes/index.js";
import { defineProtocol, type Protocol } from "../protocol/index.js";

/**
 * Course type A, §2.3.5: the municipality guarantees an average number of participants a month of at least
 * 10 and at most 60, computed for at least 40 weeks a year. It is monitored with `occupancy`, not drawn
 * against: it is about how many are in a course at a time, which the length of the courses decides as much
 * as the draw does. Who is guaranteed is the supplier.
 */
export const fredericiaAGuarantees: readonly OccupancyGuarantee[] = deepFreeze([
  { arm: "supplier", least: 10, most: 60, weeksPerYear: 40, source: "§2.3.5" },
]);

/**
 * Fredericia Kommune, tender 2004, course type A: newly referred cash-assistance recipients over 25,
 * drawn every week between the municipality's own unit and the supplier (§2.3).
 *
 * Where the tender is silent, the choice is a default that `lintProtocol` names: which months count
 * when a course ends in the middle of one, whether one day of support breaks a month, whether wage
 * subsidy is municipal support in type A (it is treated so, as §2.4.9 excepts it only for B), the
 * ratio of the arms (§2.3.2 says only "by a random principle"; here equal), the base payment (left
 * to the bid), whether a 15-month success pays the 5,000 kr. again (annex 2 is missing; here once,
 * at the first measuring point).
 */
export const fredericiaA: Protocol = defineProtocol({
  format: "konkurrencemodel-protocol/1",
  source: "Fredericia Kommune, udbud 2004, forløbstype A (§2.3)",
  municipality: "Fredericia",
  arms: [
    { id: "municipal", name: "Virksomheden Fredericia" },
    { id: "supplier", name: "Leverandøren" },
  ],
  // §2.3.3: up to 6 weeks over 30, and 7 more of pure placement without payment; up to 13 weeks under 30.
  course: {
    lengths: [
      { group: { ageGroup: "over-30" }, length: { weeks: 6 }, extension: { weeks: 7 } },
      { group: { ageGroup: "under-30" }, length: { weeks: 13 } },
    ],
  },
  allocation: {
    design: { kind: "complete", batch: "iso-week", weights: { municipal: 1, supplier: 1 } },
    strata: ["ageGroup"],
    referredAgain: "keep-arm",
  },
  criteria: [
    {
      id: "without-support-6-months",
      name: {
        da: "uden kommunal forsørgelse i mindst 4 sammenhængende kalendermåneder inden for 6 måneder",
        en: "without municipal support for at least 4 consecutive calendar months within 6 months",
      },
      basis: "contract",
      without: { having: ["municipal-support"] },
      amount: { calendarMonths: 4 },
      continuity: "consecutive",
      window: { anchor: "course-end", length: { months: 6 } },
      measuredBy: "municipality",
      source: "§2.3.9",
    },
    {
      id: "durable-15-months",
      name: {
        da: "i ustøttet arbejde eller ordinær uddannelse i mindst 12 måneder inden for 15 måneder",
        en: "in unsupported work or ordinary education for at least 12 months within 15 months",
      },
      basis: "contract",
      states: { having: ["ordinary-employment", "ordinary-education"] },
      amount: { calendarMonths: 12 },
      continuity: "cumulative",
      window: { anchor: "course-end", length: { months: 15 } },
      measuredBy: "supplier",
      source: "§2.3.9",
    },
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
    level: 0.95,
    minimumMature: 100,
  },
  payment: {
    // §2.1: result bonus kr. 5,000; the base payment is what bidders compete on.
    terms: [{ arm: "supplier", bonuses: [{ criterion: "without-support-6-months", amount: 500_000 }] }],
  },
  review: {
    title: {
      da: "Konkurrencemodellen i Fredericia Kommune, forløbstype A",
      en: "The competition model in the municipality of Fredericia, course type A",
    },
    question: {
      da: "Udsluser leverandøren eller kommunens egen enhed flest borgere til varigt ordinært arbejde eller ordinær uddannelse?",
      en: "Which unit, the supplier's or the municipality's own, discharges more citizens to durable ordinary work or ordinary education?",
    },
    date: "2005-12-31",
    standIn: {
      da: "Kontrakten vil vide, hvor mange der udsluses til varigt ordinært arbejde eller ordinær uddannelse (§2.3.1). Efter et år kan det endnu ikke måles. Derfor er det afgørende mål kontraktens 6-månedersregel: uden kommunal forsørgelse i mindst 4 sammenhængende kalendermåneder. Arbejde og uddannelse vises ved siden af.",
      en: "The contract asks how many are discharged to durable ordinary work or ordinary education (§2.3.1). After one year that can't be measured yet. The deciding measure is therefore the contract's 6-month rule: without municipal support for at least 4 consecutive calendar months. Work and education are shown beside it.",
    },
  },
});
