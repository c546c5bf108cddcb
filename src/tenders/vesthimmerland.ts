import { defaultStates } from "../histories/index.js";
import { defineProgram, type Intake, type Program, type Remark } from "../protocol/index.js";

const source = (section: string): string => `Vesthimmerlands Kommune, udbud 2008 (§${section})`;

const weekly = (section: string): Intake => ({
  ways: ["running"],
  every: { weeks: 1 },
  source: `§${section}`,
});

/** Every offer's "within … of" leaves out from when; the first day of the course is the reading here. */
const fromWhen = (section: string): Remark => ({
  text: {
    da: "Hvorfra fristen regnes, er ikke oplyst; her fra forløbets første dag.",
    en: "From when the time is counted isn't stated; here from the first day of the course.",
  },
  source: `§${section}`,
});

/**
 * Vesthimmerlands Kommune, tender 2008, §4.3.1: clarification and job search for those referred to a
 * fleksjob. At least 65 % are to be hired within the course; that the job lasts 3 months is expected
 * "furthermore", without a share.
 */
export const vesthimmerlandFleksjob: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "vesthimmerland-fleksjob",
  name: {
    da: "Afklarings- og jobsøgningsforløb for personer visiteret til fleksjob",
    en: "Clarification and job search for people referred to a fleksjob",
  },
  source: source("4.3.1"),
  municipality: "Vesthimmerland",
  population: {
    da: "modtagere af ledighedsydelse og kontanthjælpsmodtagere, der er visiteret til fleksjob og har været ledige længe",
    en: "recipients of unemployment allowance, and of cash assistance, who are referred to a fleksjob and have been unemployed for long",
  },
  intake: weekly("4.3.1"),
  volume: [
    { of: "participants", least: 10, most: 25, source: "§4.3.1" },
    { of: "weekly-hours", about: 30, source: "§4.3.1" },
  ],
  course: { lengths: [{ length: { weeks: 18 }, extension: "unstated" }] },
  criteria: [
    {
      id: "fleksjob-in-course",
      name: { da: "ansat i fleksjob inden for forløbet", en: "hired in a fleksjob within the course" },
      basis: "contract",
      states: { having: ["fleksjob"] },
      // "Obtains employment" asks for no length: a first day is enough.
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course", spellBegins: "within" },
      source: "§4.3.1",
    },
    {
      id: "fleksjob-lasting-3-months",
      name: {
        da: "ansat i et fleksjob, der begynder inden for forløbet og varer mindst 3 måneder",
        en: "hired in a fleksjob that begins within the course and lasts at least 3 months",
      },
      basis: "contract",
      states: { having: ["fleksjob"] },
      amount: { months: 3 },
      continuity: "consecutive",
      window: { anchor: "course", spellBegins: "within", spellEnds: "any-time" },
      source: "§4.3.1",
    },
  ],
  targets: [{ criterion: "fleksjob-in-course", share: 0.65, source: "§4.3.1" }],
  open: [
    {
      text: {
        da: "Om de 65 % skal have et fleksjob, der varer 3 måneder, er ikke oplyst; her skal de have et fleksjob.",
        en: "Whether the 65% are to have a fleksjob that lasts 3 months isn't stated; here they are to have a fleksjob.",
      },
      source: "§4.3.1",
    },
  ],
});

/** §4.3.2: weekly interviews for cash-assistance recipients who are sick-listed. */
export const vesthimmerlandInterviews: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "vesthimmerland-interviews",
  name: {
    da: "Samtaleforløb for sygemeldte kontanthjælpsmodtagere",
    en: "Interviews for sick-listed cash-assistance recipients",
  },
  source: source("4.3.2"),
  municipality: "Vesthimmerland",
  population: {
    da: "kontanthjælpsmodtagere i match 1-3 og 4-5, der er sygemeldte",
    en: "cash-assistance recipients of match 1 to 3 and 4 to 5 who are sick-listed",
  },
  intake: weekly("4.3.2"),
  volume: [{ of: "participants", least: 15, most: 30, source: "§4.3.2" }],
  // No register holds it: a spell of this state begins on the day on which the citizen is found to be clarified.
  states: { ...defaultStates, clarified: [] },
  course: { lengths: [{ length: { months: 3 }, extension: "unstated" }] },
  criteria: [
    {
      id: "clarified-3-months",
      name: { da: "afklaret inden for 3 måneder", en: "clarified within 3 months" },
      basis: "contract",
      states: { states: ["clarified"] },
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course-start", length: { months: 3 } },
      source: "§4.3.2",
    },
  ],
  targets: [
    { criterion: "clarified-3-months", group: { match: "1-3" }, share: 0.7, source: "§4.3.2" },
    { criterion: "clarified-3-months", group: { match: "4-5" }, share: 0.5, source: "§4.3.2" },
  ],
  open: [
    fromWhen("4.3.2"),
    {
      text: {
        da: "Hvem der afgør, om en borger er afklaret, er ikke oplyst.",
        en: "Who decides whether a citizen is clarified isn't stated.",
      },
      source: "§4.3.2",
    },
  ],
});

/** §4.3.3: the introduction program for refugees; self-support is a goal without a share. */
export const vesthimmerlandRefugees: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "vesthimmerland-refugees",
  name: { da: "Introduktionsprogram for flygtninge", en: "Introduction program for refugees" },
  source: source("4.3.3"),
  municipality: "Vesthimmerland",
  population: {
    da: "flygtninge og andre omfattet af Integrationsloven, undtagen svært traumatiserede",
    en: "refugees and others under the Integration Act, except the severely traumatized",
  },
  intake: { ways: ["running"], source: "§4.3.3" },
  volume: [
    { of: "participants", least: 15, most: 30, source: "§4.3.3" },
    // Two days of 7½ hours.
    { of: "weekly-hours", number: 15, source: "§4.3.3" },
  ],
  course: { lengths: [{ length: { months: 6 }, extension: "unstated" }] },
  criteria: [
    {
      id: "practice-3-months",
      name: {
        da: "begyndt i virksomhedspraktik inden for 3 måneder",
        en: "begun in company practice within 3 months",
      },
      basis: "contract",
      states: { having: ["practice"] },
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course-start", length: { months: 3 } },
      source: "§4.3.3",
    },
  ],
  targets: [{ criterion: "practice-3-months", share: 0.5, source: "§4.3.3" }],
  aims: [
    {
      text: {
        da: "Selvforsørgelse så hurtigt som muligt ved ordinært arbejde, voksenlærlingeforløb eller SU-berettiget uddannelse.",
        en: "Self-support as soon as possible by ordinary work, adult apprenticeship or education with a right to SU.",
      },
      source: "§4.3.3",
    },
  ],
  open: [fromWhen("4.3.3")],
});

/**
 * §4.3.4: physical training, with a target for each benefit and category. "Within 3–4 weeks" is itself
 * open; the longer is taken. That someone is fit, or restored so far that practice, a job or education
 * is possible, is a finding that no register holds: two states of its own.
 */
export const vesthimmerlandTraining: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "vesthimmerland-training",
  name: { da: "Fysisk træning", en: "Physical training" },
  source: source("4.3.4"),
  municipality: "Vesthimmerland",
  population: {
    da: "modtagere af sygedagpenge, kontanthjælp (match 1-3 og 4-5) og ledighedsydelse med fysiske eller psykiske lidelser",
    en: "recipients of sickness benefit, cash assistance (match 1 to 3 and 4 to 5) and unemployment allowance with physical or mental disorders",
  },
  intake: { ways: ["running"], source: "§4.3.4" },
  volume: [
    { of: "participants", least: 75, most: 125, source: "§4.3.4" },
    { of: "weekly-hours", most: 10, source: "§4.3.4" },
  ],
  states: { ...defaultStates, fit: [], restored: [] },
  course: { lengths: [{ length: { months: 3 }, extension: "unstated" }] },
  criteria: [
    {
      id: "fit-4-weeks",
      name: { da: "raskmeldt inden for 4 uger", en: "fit within 4 weeks" },
      basis: "contract",
      states: { states: ["fit"] },
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course-start", length: { weeks: 4 } },
      source: "§4.3.4",
    },
    ...([4, 12, 20] as const).map((weeks) => ({
      id: `restored-${weeks}-weeks`,
      name: {
        da: `restitueret inden for ${weeks} uger, så praktik, job eller uddannelse er mulig`,
        en: `restored within ${weeks} weeks, so that practice, a job or education is possible`,
      },
      basis: "contract" as const,
      // Whoever is fit is restored too.
      states: { states: ["restored", "fit"] },
      amount: { days: 1 },
      continuity: "consecutive" as const,
      window: { anchor: "course-start" as const, length: { weeks } },
      source: "§4.3.4",
    })),
  ],
  targets: [
    {
      criterion: "fit-4-weeks",
      group: { benefit: "sickness-benefit", category: "1" },
      share: 0.65,
      source: "§4.3.4",
    },
    {
      criterion: "restored-12-weeks",
      group: { benefit: "sickness-benefit", category: "2-3" },
      share: 0.5,
      source: "§4.3.4",
    },
    {
      criterion: "restored-20-weeks",
      group: { benefit: "unemployment-allowance" },
      share: 0.5,
      source: "§4.3.4",
    },
    {
      criterion: "restored-4-weeks",
      group: { benefit: "cash-assistance", match: "1-3" },
      share: 0.65,
      source: "§4.3.4",
    },
    {
      criterion: "restored-20-weeks",
      group: { benefit: "cash-assistance", match: "4-5" },
      share: 0.5,
      source: "§4.3.4",
    },
  ],
  aims: [
    {
      text: {
        da: "Forundersøgelse og opstart inden for højst én uge.",
        en: "Examined and begun within a week at most.",
      },
      source: "§4.3.4",
    },
  ],
  open: [
    fromWhen("4.3.4"),
    {
      text: {
        da: "»Inden for 3-4 uger« er to frister; her er den lange taget, 4 uger.",
        en: "“Within 3–4 weeks” is two times; the longer is taken here, 4 weeks.",
      },
      source: "§4.3.4",
    },
    {
      text: {
        da: "20 uger er længere end forløbets 3 måneder; hvem der måler til den tid, er ikke oplyst.",
        en: "20 weeks are longer than the course's 3 months; who measures then isn't stated.",
      },
      source: "§4.3.4",
    },
    {
      text: {
        da: "Hvad der skal være muligt for den restituerede, er ikke ens for alle grupper; her er det én tilstand.",
        en: "What is to be possible for those restored isn't the same for every group; here it is one state.",
      },
      source: "§4.3.4",
    },
  ],
});
