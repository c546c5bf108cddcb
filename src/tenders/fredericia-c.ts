import { defineProgram, type Program } from "../protocol/index.js";
import { durable, withoutSupport } from "./fredericia-rules.js";

/**
 * Fredericia Kommune, tender 2004, course type C: teams of citizens with long unemployment and special
 * problems (§2.5). There is no competition model (§2.5.1), so no arms and no draw.
 *
 * The table of §2.1 has two bonuses, 5,000 and 2,500 kr.; that the second is the lower rate of §2.5.9
 * for wage subsidy is an inference, since annex 2 is missing.
 */
export const fredericiaC: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "fredericia-c",
  name: {
    da: "Forløbstype C: holdforløb med vejledning, opkvalificering og udslusning",
    en: "Course type C: team courses of guidance, qualification and placement",
  },
  source: "Fredericia Kommune, udbud 2004, forløbstype C (§2.5)",
  municipality: "Fredericia",
  population: {
    da: "borgere, der har modtaget kontanthjælp i mere end 12 måneder, ofte psykisk skrøbelige og med behov for netværk (§2.5.4)",
    en: "citizens on cash assistance for more than 12 months, often mentally fragile and in need of a network (§2.5.4)",
  },
  // §2.5.2: referred as needed and by prior agreement.
  intake: { ways: ["teams"], source: "§2.5.2" },
  volume: [
    // §2.5.5: two teams of at least 15 in 2005.
    { of: "teams", per: "year", number: 2, source: "§2.5.5" },
    { of: "team-size", least: 15, source: "§2.5.5" },
    { of: "weekly-hours", least: 30, most: 37, source: "§2.5.6" },
  ],
  // §2.5.3: "normally" 16 weeks.
  course: { lengths: [{ length: { weeks: 16 } }] },
  criteria: [withoutSupport("§2.5.9"), durable("§2.5.9")],
  bonuses: [
    { criterion: "without-support-6-months", degree: "unsubsidized", amount: 500_000, source: "§2.1" },
    { criterion: "without-support-6-months", degree: "wage-subsidy", amount: 250_000, source: "§2.1" },
  ],
  aims: [
    {
      text: {
        da: "Grundbeløbet er det, der bydes på.",
        en: "The base payment is what bidders compete on.",
      },
      source: "§2.1",
    },
  ],
  open: [
    {
      text: {
        da: "Holdforløb varer normalt 16 uger, og tilbuddet må begrunde en anden længde; her er 16 uger det længste.",
        en: "Team courses normally last 16 weeks, and a bid may argue for another length; here 16 weeks is the longest.",
      },
      source: "§2.5.3",
    },
    {
      text: {
        da: "Om en succes efter 15 måneder også udløser bonus, står i bilag 2, som mangler.",
        en: "Whether a success after 15 months is paid a bonus too stands in annex 2, which is missing.",
      },
      source: "§2.5.9",
    },
  ],
});
