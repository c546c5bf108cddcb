import { defineProgram, type Program } from "../protocol/index.js";

/**
 * Fredericia Kommune, tender 2004, course type D: fleksjobs for citizens on unemployment allowance
 * (§2.6). There is no competition model, though the municipality places citizens in parallel (§2.6.1).
 */
export const fredericiaD: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "fredericia-d",
  name: { da: "Forløbstype D: formidling af fleksjob", en: "Course type D: placement in fleksjobs" },
  source: "Fredericia Kommune, udbud 2004, forløbstype D (§2.6)",
  municipality: "Fredericia",
  population: {
    da: "personer på ledighedsydelse, der er visiteret til fleksjob, typisk over 45 år, 75 % kvinder (§2.6.4)",
    en: "people on unemployment allowance who are referred to a fleksjob, typically over 45, 75% women (§2.6.4)",
  },
  // §2.6.1: in parallel, and not in competition; how citizens are shared isn't said.
  arms: [
    { id: "municipal", name: "Fredericia Kommune" },
    { id: "supplier", name: "Leverandøren" },
  ],
  intake: { ways: ["at-start", "running"], source: "§2.6.2" },
  volume: [
    { of: "referrals", per: "start", least: 20, most: 50, source: "§2.6.2" },
    { of: "participants", least: 20, source: "§2.6.2" },
    { of: "referrals", per: "agreement", least: 80, most: 100, source: "§2.6.5" },
    { of: "placements", per: "agreement", least: 50, source: "§2.6.8" },
  ],
  criteria: [
    {
      // §2.6.8 calls a fleksjob durable that is kept for at least 4 months, beyond the trial period: the same
      // four months that §2.6.9 measures.
      id: "fleksjob-6-months",
      name: {
        da: "i fleksjob i mindst 4 sammenhængende kalendermåneder inden for 6 måneder",
        en: "in fleksjob for at least 4 consecutive calendar months within 6 months",
      },
      basis: "contract",
      states: { having: ["fleksjob"] },
      amount: { calendarMonths: 4 },
      continuity: "consecutive",
      window: { anchor: "course-end", length: { months: 6 } },
      measuredBy: "municipality",
      source: "§2.6.9",
    },
  ],
  aims: [
    {
      text: {
        da: "Der betales intet grundbeløb; den resultatafhængige bonus er det, der bydes på.",
        en: "There is no base payment; the result bonus is what bidders compete on.",
      },
      source: "§2.1",
    },
  ],
  open: [
    {
      text: {
        da: "Hvor længe et forløb må vare, er ikke oplyst; leverandøren skal arbejde i mindst 13 uger før en tilbagevisitering.",
        en: "How long a course may be isn't stated; the supplier has to work for at least 13 weeks before a return.",
      },
      source: "§2.6.3",
    },
    {
      text: {
        da: "»Langtidsholdbart« er mindst 4 måneder; målt som 4 sammenhængende kalendermåneder, som målepunktet siger.",
        en: "“Durable” is at least 4 months; measured as 4 consecutive calendar months, as the measuring point says.",
      },
      source: "§2.6.8",
    },
  ],
});
