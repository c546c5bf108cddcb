import { defaultStates } from "../histories/index.js";
import type { Criterion } from "../outcomes/index.js";
import { defineProgram, type Program, type Remark } from "../protocol/index.js";

const source = (section: string): string => `Odense Kommune, udbud 2007 (§${section})`;

/** Said of every offer in §7.3. */
const notMinimal: Remark = {
  text: {
    da: "Effektmålene er ikke minimumskrav: tilbudsgiver oplyser sine egne, og de indgår i kriteriet kvalitet.",
    en: "The effect goals are no minimum requirements: bidders state their own, which weigh in the criterion of quality.",
  },
  source: "§7.3",
};

/** "3 months after the end": where someone is on that one day. */
const onTheDayThreeMonthsAfter = {
  amount: { days: 1 },
  continuity: "consecutive",
  window: { anchor: "course-end", after: { months: 3 }, length: { days: 1 } },
} as const satisfies Partial<Criterion>;

/**
 * Odense Kommune, tender 2007: the frame of all offers (§7.1, §7.2), with the mix of match categories.
 * The shares are "about"; those of the insured add up to 99 %.
 */
export const odense: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "odense",
  name: { da: "Udbuddets ramme", en: "The frame of the tender" },
  source: source("7.1-7.2"),
  municipality: "Odense",
  population: {
    da: "matchgruppe 1-5 og borgere på ledighedsydelse, primært over 30 år med 9 måneders ledighed eller mere (§7.1)",
    en: "match groups 1 to 5 and citizens on unemployment allowance, mainly over 30 with 9 months' unemployment or more (§7.1)",
  },
  volume: [
    { of: "places", about: 450, source: "§7.2" },
    { of: "places", group: { benefit: "insured" }, about: 100, source: "§7.2" },
    { of: "places", group: { benefit: "uninsured" }, about: 300, source: "§7.2" },
    { of: "places", group: { benefit: "unemployment-allowance" }, about: 50, source: "§7.2" },
  ],
  mix: [
    {
      of: { benefit: "insured" },
      shares: [
        { group: { match: "1" }, share: 0.48 },
        { group: { match: "2" }, share: 0.45 },
        { group: { match: "3" }, share: 0.06 },
      ],
      source: "§7.2",
    },
    {
      of: { benefit: "uninsured" },
      shares: [
        { group: { match: "1" }, share: 0.03 },
        { group: { match: "2" }, share: 0.14 },
        { group: { match: "3" }, share: 0.17 },
        { group: { match: "4" }, share: 0.52 },
        { group: { match: "5" }, share: 0.14 },
      ],
      source: "§7.2",
    },
  ],
  open: [
    notMinimal,
    {
      text: {
        da: "Personlig afklaring og faglig afklaring er kun nævnt; deres beskrivelser mangler.",
        en: "Personal and vocational clarification are only named; their descriptions are missing.",
      },
      source: "§7.3",
    },
  ],
});

/** §7.3.1: at least half hired in a fleksjob during the course or no later than 3 months after it. */
export const odenseFleksjob: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "odense-fleksjob",
  name: { da: "Jobformidling til fleksjob", en: "Placement in fleksjobs" },
  source: source("7.3.1"),
  municipality: "Odense",
  population: {
    da: "personer, der er bevilget fleksjob og har været længe uden (§7.3.1.2)",
    en: "people who were granted a fleksjob and have long been without (§7.3.1.2)",
  },
  intake: { ways: ["running"], every: { weeks: 1 }, source: "§7.3.1.8" },
  volume: [{ of: "weekly-hours", least: 12, source: "§7.3.1.5" }],
  criteria: [
    {
      id: "fleksjob-3-months-after",
      name: {
        da: "ansat i fleksjob under forløbet eller senest 3 måneder efter",
        en: "hired in a fleksjob during the course or no later than 3 months after it",
      },
      basis: "contract",
      states: { having: ["fleksjob"] },
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course", plus: { months: 3 }, spellBegins: "within" },
      source: "§7.3.1.6",
    },
  ],
  targets: [{ criterion: "fleksjob-3-months-after", share: 0.5, source: "§7.3.1.6" }],
  open: [
    notMinimal,
    {
      text: {
        da: "Forløbets længde afhænger af tilbuddet.",
        en: "The length of the course goes by the bid.",
      },
      source: "§7.3.1.4",
    },
  ],
});

/** §7.3.2: job placement, with a share in self-support for each match category. */
export const odenseJobs: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "odense-jobs",
  name: { da: "Jobformidlingsforløb", en: "Job placement" },
  source: source("7.3.2"),
  municipality: "Odense",
  population: {
    da: "ledige i matchgruppe 1-5, primært over 30 år og med 9 måneders ledighed eller mere (§7.3.2.2)",
    en: "unemployed of match groups 1 to 5, mainly over 30 and with 9 months' unemployment or more (§7.3.2.2)",
  },
  intake: { ways: ["running"], every: { weeks: 1 }, source: "§7.3.2.8" },
  volume: [{ of: "weekly-hours", least: 25, source: "§7.3.2.5" }],
  course: { lengths: [{ length: { weeks: 13 } }] },
  criteria: [
    {
      id: "self-support-3-months-after",
      name: {
        da: "selvforsørgende på dagen 3 måneder efter ophør",
        en: "self-supporting on the day 3 months after the end",
      },
      basis: "contract",
      without: { having: ["municipal-support", "state-support"] },
      ...onTheDayThreeMonthsAfter,
      source: "§7.3.2.6",
    },
  ],
  targets: (
    [
      ["1", 0.9],
      ["2", 0.75],
      ["3", 0.5],
      ["4", 0.3],
      ["5", 0.15],
    ] as const
  ).map(([match, share]) => ({
    criterion: "self-support-3-months-after",
    group: { match },
    share,
    source: "§7.3.2.6",
  })),
  open: [
    notMinimal,
    {
      text: {
        da: "»I selvforsørgelse« er ikke forklaret; her er det at være uden kommunal og statslig forsørgelse, dagpenge medregnet.",
        en: "“In self-support” isn't explained; here it is to be without municipal and state support, unemployment benefit included.",
      },
      source: "§7.3.2.6",
    },
    {
      text: {
        da: "»3 måneder efter ophør« er her den ene dag, der ligger 3 måneder efter.",
        en: "“3 months after the end” is the one day here that lies 3 months after it.",
      },
      source: "§7.3.2.6",
    },
  ],
});

/** §7.3.3: towards the Social and Health School. That someone is clarified or has applied is a state of its own. */
export const odenseSocialAndHealth: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "odense-social-and-health",
  name: { da: "Social- og sundhedsforløb", en: "Social and health course" },
  source: source("7.3.3"),
  municipality: "Odense",
  population: {
    da: "ledige i matchgruppe 1-5 med mere end 9 måneders sammenlagt ledighed (§7.3.3.2)",
    en: "unemployed of match groups 1 to 5 with more than 9 months' unemployment in all (§7.3.3.2)",
  },
  intake: { ways: ["running"], source: "§7.3.3.8" },
  volume: [{ of: "weekly-hours", least: 30, most: 37, source: "§7.3.3.5" }],
  states: {
    ...defaultStates,
    "clarified": [],
    "applied": [],
    // Education under a contract with an employer, as apprenticeship is in the default states.
    "social-and-health-education": ["ordinary-education", "qualifying-education"],
  },
  course: { lengths: [{ length: { weeks: 26 } }] },
  criteria: [
    {
      id: "clarified",
      name: {
        da: "afklaret om uddannelsen er målet",
        en: "clarified whether the education is the goal",
      },
      basis: "contract",
      states: { states: ["clarified"] },
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course" },
      source: "§7.3.3.6",
    },
    {
      id: "applied-3-months-after",
      name: {
        da: "har søgt optagelse senest 3 måneder efter ophør",
        en: "has applied for admission no later than 3 months after the end",
      },
      basis: "contract",
      states: { states: ["applied"] },
      amount: { days: 1 },
      continuity: "consecutive",
      // Who applies while the course runs has applied by then too.
      window: { anchor: "course", plus: { months: 3 } },
      source: "§7.3.3.6",
    },
    {
      id: "begins-education",
      name: { da: "påbegynder uddannelsen", en: "begins the education" },
      basis: "contract",
      states: { states: ["social-and-health-education"] },
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course-start", length: "open" },
      source: "§7.3.3.6",
    },
    {
      id: "education-or-job",
      name: {
        da: "kommer i uddannelse, job, løntilskud eller længerevarende praktik",
        en: "comes into education, a job, wage subsidy or a longer practice",
      },
      basis: "contract",
      states: {
        having: ["ordinary-education", "ordinary-employment", "subsidized-employment", "practice"],
      },
      amount: { days: 1 },
      continuity: "consecutive",
      // After the course, whose own periods of practice aren't meant.
      window: { anchor: "course-end", length: "open" },
      source: "§7.3.3.6",
    },
  ],
  targets: [
    { criterion: "clarified", share: 1, source: "§7.3.3.6" },
    { criterion: "applied-3-months-after", share: 0.75, source: "§7.3.3.6" },
    { criterion: "begins-education", among: "applied-3-months-after", share: 0.75, source: "§7.3.3.6" },
    { criterion: "education-or-job", share: 0.25, source: "§7.3.3.6" },
  ],
  aims: [
    {
      text: {
        da: "Samtlige deltagere opkvalificeres relevant, fagligt og til jobsøgning.",
        en: "All participants are qualified as is relevant, in the subject and for job search.",
      },
      source: "§7.3.3.6",
    },
  ],
  open: [
    notMinimal,
    {
      text: {
        da: "Inden for hvilken tid ansøgerne skal begynde, og de 25 % komme i gang, er ikke oplyst; her er der ingen frist.",
        en: "Within what time applicants are to begin, and the 25% to come into work or education, isn't stated; here there is no limit.",
      },
      source: "§7.3.3.6",
    },
    {
      text: {
        da: "75 % af 75 % er 56 % af deltagerne, der begynder uddannelsen; målet for uddannelse og job i alt er 25 %.",
        en: "75% of 75% are 56% of the participants beginning the education; the goal for education and jobs in all is 25%.",
      },
      source: "§7.3.3.6",
    },
    {
      text: {
        da: "Hvor lang en længerevarende praktik er, er ikke oplyst; her tæller enhver praktik efter forløbet.",
        en: "How long a longer practice is isn't stated; here any practice after the course counts.",
      },
      source: "§7.3.3.6",
    },
  ],
});

/** What "employment effect" means isn't explained in §7.3.4 and §7.3.5. */
const employmentEffect = (section: string): Remark => ({
  text: {
    da: "»Beskæftigelseseffekt« er ikke forklaret; her er det andelen, der er i ordinært arbejde på dagen 3 måneder efter.",
    en: "“Employment effect” isn't explained; here it is the share in ordinary work on the day 3 months after.",
  },
  source: `§${section}`,
});

/** §7.3.4: vocational guidance of 4 weeks and practice of a length that isn't stated. */
export const odenseGuidance: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "odense-guidance",
  name: { da: "Erhvervsrettet vejledningsforløb", en: "Vocational guidance" },
  source: source("7.3.4"),
  municipality: "Odense",
  population: {
    da: "ledige i match 1-3 uden en kompetencegivende erhvervsuddannelse (§7.3.4.2)",
    en: "unemployed of match 1 to 3 without a qualifying vocational education (§7.3.4.2)",
  },
  intake: { ways: ["running"], source: "§7.3.4.8" },
  volume: [{ of: "weekly-hours", number: 30, source: "§7.3.4.5" }],
  course: { lengths: [{ length: { weeks: 4 }, extension: "unstated" }] },
  criteria: [
    {
      id: "employed-3-months-after",
      name: {
        da: "i arbejde på dagen 3 måneder efter ophør",
        en: "in work on the day 3 months after the end",
      },
      basis: "contract",
      states: { having: ["ordinary-employment"] },
      ...onTheDayThreeMonthsAfter,
      source: "§7.3.4.6",
    },
  ],
  targets: [{ criterion: "employed-3-months-after", share: 0.5, source: "§7.3.4.6" }],
  open: [notMinimal, employmentEffect("7.3.4.6")],
});

/** §7.3.5: for part-timers, whose goal is full time: part-time work is where they come from. */
export const odensePartTime: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "odense-part-time",
  name: {
    da: "Vejlednings- og afklaringsforløb for deltidsbeskæftigede",
    en: "Guidance and clarification for part-time employees",
  },
  source: source("7.3.5"),
  municipality: "Odense",
  population: {
    da: "ledige med deltidsbeskæftigelse på supplerende kontanthjælp eller dagpenge (§7.3.5.1, §7.3.5.2)",
    en: "unemployed in part-time work on supplementary cash assistance or unemployment benefit (§7.3.5.1, §7.3.5.2)",
  },
  intake: { ways: ["running"], source: "§7.3.5.8" },
  course: { lengths: [{ length: { weeks: 4 } }] },
  criteria: [
    {
      id: "full-time-3-months-after",
      name: {
        da: "i fuldtidsarbejde på dagen 3 måneder efter ophør",
        en: "in full-time work on the day 3 months after the end",
      },
      basis: "contract",
      states: { states: ["ordinary-work"] },
      ...onTheDayThreeMonthsAfter,
      source: "§7.3.5.6",
    },
  ],
  targets: [{ criterion: "full-time-3-months-after", share: 0.5, source: "§7.3.5.6" }],
  open: [
    notMinimal,
    employmentEffect("7.3.5.6"),
    {
      text: {
        da: "Om deltid er nok, er ikke oplyst; formålet er fuld tid, og her tæller kun den.",
        en: "Whether part-time work is enough isn't stated; the purpose is full time, and only that counts here.",
      },
      source: "§7.3.5.1",
    },
  ],
});
