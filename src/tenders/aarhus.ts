import { defaultStates } from "../histories/index.js";
import { defineProgram, type Program } from "../protocol/index.js";

const { fleksjob: _fleksjob, ...otherStates } = defaultStates;

/**
 * Århus Kommune, tender 2008: placement in fleksjobs by suppliers with delegated authority (§3).
 *
 * Suppliers report how many are in a fleksjob, for how many it lasts at least 6 months, and how many
 * have a subsidy of half or of two thirds of the wage (§3.5.2.1). The subsidy is the state's own name
 * here, and its degrees: less subsidy is the higher. The course is the time from the first interview
 * to the placement or the return, 3 months with at most three extensions of one (§3.4.1.1). A citizen
 * with several suppliers to choose from chooses, and three groups stay with the municipality (§3.1.1):
 * nothing is drawn, and the two are not alike.
 */
export const aarhus: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "aarhus",
  name: { da: "Jobplacering i fleksjob", en: "Placement in fleksjobs" },
  source: "Århus Kommune, udbud 2008 (§3)",
  municipality: "Århus",
  population: {
    da: "alle, der er visiteret til fleksjob og vurderet parate; undtagen ansatte, der overgår til fleksjob i samme virksomhed, ledige i kommunens egen udførerenhed, og praktikanter, der kan ansættes, hvor de er (§3.3)",
    en: "everyone who is referred to a fleksjob and judged ready; except employees who move to a fleksjob in the same firm, unemployed in the municipality's own unit, and trainees who can be hired where they are (§3.3)",
  },
  intake: { ways: ["individually", "teams"], source: "§3.4.2.1" },
  volume: [{ of: "referrals", per: "year", about: 550, source: "§3.3" }],
  states: {
    ...otherStates,
    "fleksjob-half": ["fleksjob"],
    "fleksjob-two-thirds": ["fleksjob"],
  },
  course: { lengths: [{ length: { months: 3 }, extension: { months: 3 } }] },
  criteria: [
    {
      id: "fleksjob",
      name: { da: "ansat i fleksjob", en: "employed in a fleksjob" },
      basis: "contract",
      states: { having: ["fleksjob"] },
      // "Employed" asks for no length: a first day is enough.
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course", spellBegins: "within" },
      degrees: [
        {
          id: "half",
          name: { da: "tilskud på halvdelen af lønnen", en: "subsidy of half the wage" },
          states: { states: ["fleksjob-half"] },
        },
        {
          id: "two-thirds",
          name: { da: "tilskud på to tredjedele af lønnen", en: "subsidy of two thirds of the wage" },
        },
      ],
      measuredBy: "supplier",
      source: "§3.5.2.1",
    },
    {
      id: "fleksjob-lasting-6-months",
      name: {
        da: "ansat i fleksjob af mindst 6 måneders varighed",
        en: "employed in a fleksjob that lasts at least 6 months",
      },
      basis: "contract",
      states: { having: ["fleksjob"] },
      amount: { months: 6 },
      continuity: "consecutive",
      window: { anchor: "course", spellBegins: "within", spellEnds: "any-time" },
      measuredBy: "supplier",
      source: "§3.5.2.1",
    },
  ],
  aims: [
    {
      text: {
        da: "Leverandørernes indsats sammenlignes med lignende forløb, også den del, kommunen selv varetager.",
        en: "The suppliers' efforts are compared with similar courses, the municipality's own part included.",
      },
      source: "§3.1.1, §3.2.1",
    },
    {
      text: {
        da: "Størst mulig borgertilfredshed, undersøgt af leverandøren på kommunens skema; antallet af klager.",
        en: "The greatest satisfaction of citizens, surveyed by the supplier on the municipality's form; the number of complaints.",
      },
      source: "§3.5.2.2",
    },
    {
      text: {
        da: "Afregningen afhænger af graden af selvforsørgelse; satserne står ikke i teksten.",
        en: "Settlement goes by the degree of self-support; the rates are not in the text.",
      },
      source: "§3.5.2.1",
    },
  ],
  open: [
    {
      text: {
        da: "At halvdelen er en højere grad end to tredjedele, er en slutning: afregningen går efter graden af selvforsørgelse, og det mindre tilskud er nærmest på den.",
        en: "That half is a higher degree than two thirds is inferred: settlement goes by the degree of self-support, and the smaller subsidy is nearer to it.",
      },
      source: "§3.5.2.1",
    },
    {
      text: {
        da: "Om de 6 måneder regnes fra dato til dato, er ikke oplyst; her er det læst sådan, og et skift af fleksjob uden en dag imellem bryder dem ikke.",
        en: "Whether the 6 months run from date to date isn't stated; here they do, and a change of fleksjob without a day between doesn't break them.",
      },
      source: "§3.5.2.1",
    },
    {
      text: {
        da: "En borger, der ikke er placeret efter tre måneder, kan i særlige tilfælde få tre forlængelser på en måned; her må de lægges sammen til tre måneder.",
        en: "A citizen who isn't placed after three months may in special cases have three extensions of one month; here they add up to three months.",
      },
      source: "§3.4.1.1",
    },
  ],
});
