import { deepFreeze } from "../core/index.js";
import type { Target } from "../effects/index.js";
import type { StateSelector } from "../outcomes/index.js";
import { defineProgram, defineProtocol, type Program, type Protocol } from "../protocol/index.js";

/**
 * §5.6.2.1: ordinary unsupported employment (part-time if it gives self-support), fleksjob, or
 * qualifying education; individual job training and wage subsidy are methods and never count.
 */
const selfSupport: { readonly states: StateSelector; readonly without: StateSelector } = {
  states: { states: ["ordinary-work", "part-time-work", "fleksjob", "ordinary-education", "apprenticeship"] },
  without: { having: ["municipal-support"] },
};

/**
 * §5.4.1: the municipality expects at least 50 % to reach self-support. After how long isn't stated; here after
 * the shorter of the two measuring points. Beside the protocol, whose digest is older than targets.
 */
export const hillerodTargets: readonly Target[] = deepFreeze([
  { criterion: "self-support-4-months", share: 0.5, source: "§5.4.1" },
]);

/**
 * Hillerød Kommune, tender 2003: every second citizen of target groups A and B to the private
 * placement unit, the others to the municipality's Virksomhedsservice (§5).
 *
 * Where the tender is silent, the choice is a default that `lintProtocol` names: no follow-up window
 * is stated, so the spell must begin within the 12 weeks and their extension of 8 (§5.5.2) and may
 * run on; a change from one qualifying state to another without a day between keeps the spell whole;
 * "about 200" referrals a year and "about 50" from the start (§5.4.1) are read as at most, in the first week
 * and in years from the ledger's opening, the same for both units (§5.2.3); who is referred when both are
 * full is refused, not drawn; the bonus amounts stand in annex 3, which is missing, so no payment terms are
 * declared.
 */
export const hillerod: Protocol = defineProtocol({
  format: "konkurrencemodel-protocol/1",
  source: "Hillerød Kommune, udbud 2003 (§5)",
  municipality: "Hillerød",
  arms: [
    { id: "municipal", name: "Virksomhedsservice" },
    { id: "supplier", name: "Den private formidlingsenhed" },
  ],
  // §5.5.2: 12 weeks from the referral date, extension of up to 8.
  course: { lengths: [{ length: { weeks: 12 }, extension: { weeks: 8 } }] },
  allocation: {
    // §5.5.1.1: by a random principle every second citizen, in target groups A and B.
    design: { kind: "alternation" },
    strata: ["targetGroup"],
    levels: { targetGroup: ["A", "B"] },
    // §5.4.1: the same citizen may be among the 200 several times.
    referredAgain: "draw-again",
    // §5.4.1: about 200 referrals a year for a unit, about 50 from its start; §5.5.1.1: 400 a year for both.
    quotas: [
      { arm: "municipal", per: "agreement-year", most: 200 },
      { arm: "supplier", per: "agreement-year", most: 200 },
      { arm: "municipal", per: "first-week", most: 50 },
      { arm: "supplier", per: "first-week", most: 50 },
    ],
  },
  criteria: [
    {
      id: "self-support-4-months",
      name: {
        da: "selvforsørgende uafbrudt i mindst 4 måneder",
        en: "self-supporting without interruption for at least 4 months",
      },
      basis: "contract",
      ...selfSupport,
      amount: { months: 4 },
      continuity: "consecutive",
      window: { anchor: "referral", spellBegins: "within-longest-course" },
      source: "§5.6.2.1",
    },
    {
      id: "self-support-12-months",
      name: {
        da: "selvforsørgende uafbrudt i mindst 12 måneder",
        en: "self-supporting without interruption for at least 12 months",
      },
      basis: "contract",
      ...selfSupport,
      amount: { months: 12 },
      continuity: "consecutive",
      window: { anchor: "referral", spellBegins: "within-longest-course" },
      source: "§5.6.2.2",
    },
  ],
  analysis: {
    primary: "self-support-4-months",
    secondary: ["self-support-12-months"],
    referenceArm: "municipal",
    level: 0.95,
    minimumMature: 100,
  },
  review: {
    title: {
      da: "Konkurrencemodellen i Hillerød Kommune, målgruppe A og B",
      en: "The competition model in the municipality of Hillerød, target groups A and B",
    },
    question: {
      da: "Hvilken af de to formidlingsenheder får flest borgere til at forsørge sig selv?",
      en: "Which of the two placement units brings more citizens to support themselves?",
    },
  },
});

/** What Hillerød's text says beside the protocol, `hillerod`: who it is for, how many, and what it leaves open. */
export const hillerodProgram: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "hillerod-text",
  name: {
    da: "Privat formidlingsenhed ved siden af kommunens",
    en: "A private placement unit beside the municipality's",
  },
  source: "Hillerød Kommune, udbud 2003 (§5)",
  municipality: "Hillerød",
  population: {
    da: "kontanthjælpsmodtagere, integrationsflygtninge og sygedagpengemodtagere, nye og registrerede: målgruppe A, Socialministeriets målgruppe 1-2, uden eller med begrænsede problemer ud over ledighed; målgruppe B, 3-4, med faglige og personlige problemer (§5.3)",
    en: "recipients of cash assistance and sickness benefit and integration refugees, new and registered: target group A, groups 1 to 2 of the Ministry of Social Affairs, with no or limited problems besides unemployment; target group B, groups 3 to 4, with vocational and personal problems (§5.3)",
  },
  intake: { ways: ["at-start", "running"], source: "§5.4.1" },
  volume: [
    { of: "referrals", per: "year", group: { unit: "each" }, about: 200, source: "§5.4.1" },
    { of: "referrals", per: "year", about: 400, source: "§5.5.1.1" },
    { of: "referrals", per: "start", group: { unit: "each" }, about: 50, source: "§5.4.1" },
  ],
  mix: [{ shares: [{ group: { targetGroup: "B" }, share: 0.45 }], source: "§5.3" }],
  aims: [
    {
      text: {
        da: "Den største succesrate efter 4 måneder, varige succeser efter 12 måneder, den største tilfredshed og løbende metodeudvikling.",
        en: "The largest success rate after 4 months, durable successes after 12, the greatest satisfaction, and methods that keep developing.",
      },
      source: "§5.6.1",
    },
    {
      text: {
        da: "Visitationen undersøger tilfredsheden ved forløbets afslutning; klager går til Visitationen og er en fast del af rapporteringen.",
        en: "The referral unit surveys satisfaction at the course's end; complaints go to it and are a fixed part of reporting.",
      },
      source: "§5.6.2.3, §5.5.6",
    },
    {
      text: {
        da: "En evaluering ved afslutningen dækker visitationens arbejde og begge enheders effekt.",
        en: "An evaluation at the end covers the referral unit's work and the effect of both units.",
      },
      source: "§5.6.3.4",
    },
  ],
  open: [
    {
      text: {
        da: "Målgruppe A's andel mangler i skema 1; målgruppe B's er 45 %.",
        en: "Target group A's share is missing from table 1; target group B's is 45%.",
      },
      source: "§5.3",
    },
    {
      text: {
        da: "Hvornår en uafbrudt periode skal begynde for at tælle for enheden, er ikke oplyst; her inden for de 12 uger og deres forlængelse.",
        en: "When an uninterrupted spell has to begin to count for the unit isn't stated; here within the 12 weeks and their extension.",
      },
      source: "§5.6.2.1",
    },
    {
      text: {
        da: "Hvilken visitering der får en succes, når en borger er visiteret to gange, er ikke oplyst.",
        en: "Which referral a success belongs to when a citizen is referred twice isn't stated.",
      },
      source: "§5.4.1",
    },
  ],
});
