import { deepFreeze } from "../core/index.js";
import type { Target } from "../effects/index.js";
import type { StateSelector } from "../outcomes/index.js";
import { defineProtocol, type Protocol } from "../protocol/index.js";

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
