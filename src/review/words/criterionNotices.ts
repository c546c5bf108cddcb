import type { Sentences } from "./noticeFacts.js";

/** What a criterion leaves open, and how it is then read. */
export const CRITERION_NOTICES: Sentences = {
  "amount-never-fits": {
    da: ({ text }) =>
      `Kriteriet ${text("criterion")} kan ingen opfylde: der er aldrig plads til det i måleperioden.`,
    en: ({ text }) =>
      `Nobody can meet the criterion ${text("criterion")}: its window never has room for the amount.`,
  },
  "amount-seldom-fits": {
    da: ({ text }) =>
      `Kriteriet ${text("criterion")} kan næsten ingen opfylde: der er kun plads til det i måleperioden, når den begynder på få bestemte dage.`,
    en: ({ text }) =>
      `Hardly anybody can meet the criterion ${text("criterion")}: its window has room for the amount only where it opens on a few days.`,
  },
  "course-ends-mid-month": {
    da: () =>
      "Begynder eller slutter måleperioden midt i en måned (uge), tæller kun de hele kalendermåneder (uger), der ligger inden for den; måneden, hvor et forløb slutter, tæller ikke.",
    en: () =>
      "Where the window opens or closes in the middle of a month (week), only whole calendar months (weeks) inside it count; the month in which a course ends does not.",
  },
  "day-rule-unstated": {
    da: () => "Én dag, der ikke opfylder kriteriet, bryder en kalendermåned (uge).",
    en: () => "One day that doesn't meet the criterion breaks a calendar month (week).",
  },
  "never-started-unstated": {
    da: () =>
      "I kontraktens eget mål regnes den, der aldrig begynder et forløb, som ikke succes, når måleperioden for et helt forløb er udløbet.",
    en: () =>
      "In the contract's own measure someone who never starts a course counts as no success once the window of a full course has passed.",
  },
  "cumulative-months-unstated": {
    da: () =>
      "Et samlet antal måneder tælles i kalendermåneder, der opfylder kriteriet, ikke i så mange dage, som månederne har.",
    en: () =>
      "A total in months counts the calendar months that meet the criterion, not as many days as the months have.",
  },
  "joining-unstated": {
    da: () =>
      "Går et job og en uddannelse lige efter hinanden, regnes de for én sammenhængende periode, selv om tilstanden skifter.",
    en: () =>
      "Where a job and an education follow each other without a gap, they count as one spell, though the state changes.",
  },
  "death-and-emigration-unstated": {
    da: () => "Den, der dør eller udvandrer, før målet er nået, regnes som ikke succes.",
    en: () => "Someone who dies or emigrates before the measure is met counts as no success.",
  },
  "pension-unstated": {
    da: () => "Den, der pensioneres, før målet er nået, regnes som ikke succes.",
    en: () => "Someone who retires before the measure is met counts as no success.",
  },
  "move-unstated": {
    da: () => "Den, der flytter til en anden kommune, før målet er nået, har et ukendt udfald.",
    en: () =>
      "The outcome of someone who moves to another municipality before the measure is met is unknown.",
  },
  "measurer-unstated": {
    da: () => "Det er ikke aftalt, hvem der opgør målet.",
    en: () => "Who takes the measure isn't agreed.",
  },
  "payable-unstated": {
    da: () => "Det er ikke aftalt, hvornår en bonus skal betales.",
    en: () => "When a bonus is to be paid isn't agreed.",
  },
  "state-support-unstated": {
    da: () => "Dagpenge og andre statslige ydelser regnes ikke som kommunal forsørgelse.",
    en: () => "Unemployment benefit and other support by the state don't count as municipal support.",
  },
  "wage-subsidy-unstated": {
    da: () => "Løntilskud regnes som kommunal forsørgelse.",
    en: () => "Wage subsidy counts as municipal support.",
  },
  "support-beside-unstated": {
    da: () => "Arbejde tæller, også når borgeren får en ydelse ved siden af.",
    en: () => "Work counts, also where the citizen gets a benefit beside it.",
  },
  "follow-up-unstated": {
    da: ({ text }) =>
      `Kriteriet ${text("criterion")} har ingen slutning: ingen er nogensinde fulgt længe nok til ikke at have nået det. Uden en frist kan der hverken opgøres en succesrate eller sammenlignes.`,
    en: ({ text }) =>
      `The criterion ${text("criterion")} has no end: nobody has ever been followed for long enough not to have met it. Without a time limit there is no success rate and no comparison.`,
  },
  "spell-start-unstated": {
    da: () => "Selvforsørgelsen skal begynde inden for det længst tilladte forløb og må fortsætte derefter.",
    en: () => "The qualifying spell must begin within the longest permitted course and may run on.",
  },
};
