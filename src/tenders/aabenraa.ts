import type { ObservedOutcome } from "../effects/index.js";
import { deepFreeze } from "../core/index.js";
import { defineProgram, type ExpectedEffects, type Program } from "../protocol/index.js";

/**
 * Afsnit 3: what had become by February 2018 of the 1,436 activity-ready recipients registered from 31 May 2015
 * to 29 January 2018 (1,008 and 428 who came in). Each with the label of the expected effects that its
 * own words name; those without one (others, and who is still there) stand with the change of target
 * group, so that all three labels together are everyone, as expected shares of 100 % suppose.
 */
export const aabenraaOutcomes: readonly ObservedOutcome[] = deepFreeze([
  { outcome: "self-support", label: "self-support", count: 445 },
  { outcome: "job-or-education-ready", label: "target-group-change", count: 141 },
  { outcome: "referred-to-fleksjob", label: "other-benefit", count: 127 },
  { outcome: "referred-to-resource-program", label: "other-benefit", count: 99 },
  { outcome: "granted-disability-pension", label: "other-benefit", count: 104 },
  { outcome: "other", label: "target-group-change", count: 24 },
  { outcome: "still-activity-ready", label: "target-group-change", count: 496 },
]);

/** The same three ways out for each group. */
function effects(
  targetGroup: string,
  [selfSupport, change, otherBenefit]: readonly [number, number, number],
  source: string,
): ExpectedEffects {
  return {
    of: { targetGroup },
    shares: [
      { label: "self-support", share: selfSupport },
      { label: "target-group-change", share: change },
      { label: "other-benefit", share: otherBenefit },
    ],
    source,
  };
}

/**
 * Aabenraa Kommune, "KIK-II" 2018-2022: an investment strategy for everyone on cash and education
 * assistance, with a goal for each of three groups and a preventive one for the insured. Its goals are
 * reductions and what is to become of those who leave; it has no rule of success for one citizen.
 */
export const aabenraa: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "aabenraa",
  name: { da: "KIK-II, kommunal investeringsstrategi", en: "KIK-II, a municipal investment strategy" },
  source: "Jobcenter Aabenraa, KIK-II 2018-2022",
  municipality: "Aabenraa",
  population: {
    da: "alle på kontant- og uddannelseshjælp; forebyggende også dagpengemodtagere i fare for langtidsledighed",
    en: "everyone on cash and education assistance; as prevention also recipients of unemployment benefit at risk of long unemployment",
  },
  volume: [
    { of: "reduction", number: 350, source: "Indledning" },
    { of: "reduction", group: { targetGroup: "job-ready" }, number: 100, source: "Afsnit 1" },
    { of: "reduction", group: { targetGroup: "education-ready" }, number: 135, source: "Afsnit 2" },
    { of: "reduction", group: { targetGroup: "activity-ready" }, number: 115, source: "Afsnit 3" },
    { of: "reduction", group: { targetGroup: "at-risk-insured" }, share: 0.25, source: "Afsnit 4" },
  ],
  mix: [
    {
      of: { targetGroup: "job-ready" },
      shares: [
        { group: { category: "1" }, share: 0.25 },
        { group: { category: "2" }, share: 0.75 },
      ],
      source: "Afsnit 1",
    },
    {
      of: { targetGroup: "education-ready" },
      shares: [
        { group: { category: "1" }, share: 0.2 },
        { group: { category: "2" }, share: 0.8 },
      ],
      source: "Afsnit 2",
    },
  ],
  expected: [
    effects("job-ready", [0.8, 0.15, 0.05], "Afsnit 1"),
    effects("education-ready", [0.8, 0.15, 0.05], "Afsnit 2"),
    effects("activity-ready", [0.31, 0.23, 0.46], "Afsnit 3"),
    {
      of: { targetGroup: "at-risk-insured" },
      shares: [{ label: "self-support", share: 1 }],
      source: "Afsnit 4",
    },
  ],
  counts: [
    // Of the activity-ready, KIK-I's result, and who came in between its two days.
    { group: { targetGroup: "activity-ready", on: "2015-05-31" }, persons: 1008, source: "Afsnit 3" },
    { group: { targetGroup: "activity-ready", on: "2018-01-29" }, persons: 499, source: "Indledning" },
    { group: { targetGroup: "activity-ready", on: "in-between" }, persons: 428, source: "Afsnit 3" },
    { group: {}, persons: 1436, source: "Afsnit 3" },
    ...aabenraaOutcomes.map(({ outcome, count }) => ({
      group: { outcome },
      persons: count,
      source: "Afsnit 3",
    })),
  ],
  aims: [
    {
      text: {
        da: "Modtagerne af kontant- og uddannelseshjælp bringes fra knap 1.150 til under 800.",
        en: "The recipients of cash and education assistance are brought from just under 1,150 to under 800.",
      },
      source: "Indledning",
    },
    {
      text: {
        da: "Den virksomhedsrettede indsats lægges hos eksterne leverandører, typisk med lav fast ydelse og høj bonusandel.",
        en: "The effort towards companies goes to external suppliers, typically with a low fixed fee and a high share of bonus.",
      },
      source: "Afsnit 5",
    },
    {
      text: {
        da: "Leverandøren følges løbende; nås målene ikke, tager jobcentret i yderste konsekvens opgaven hjem.",
        en: "The supplier is monitored; if goals are missed, the jobcenter takes the task back as a last resort.",
      },
      source: "Afsnit 5",
    },
    {
      text: {
        da: "Udviklingen sammenlignes med klyngen, landet og RAR Sydjylland.",
        en: "The development is compared with the cluster, the country and RAR Sydjylland.",
      },
      source: "Afsnit 1-4",
    },
  ],
  open: [
    {
      text: {
        da: "De forventede 31, 23 og 46 % for de aktivitetsparate svarer til det optalte, men med de to sidste betegnelser byttet om.",
        en: "The expected 31, 23 and 46% for the activity-ready are what was counted, but with the last two labels swapped.",
      },
      source: "Afsnit 3",
    },
    {
      text: {
        da: "Hvor længe en borger skal forsørge sig selv, før det tæller, er ikke oplyst.",
        en: "How long a citizen has to be self-supporting to count isn't stated.",
      },
      source: "Afsnit 1-4",
    },
    {
      text: {
        da: "»292 ud af 356 dage« må være 365: 80 % af 365 er 292.",
        en: "“292 of 356 days” must be 365: 80% of 365 is 292.",
      },
      source: "Afsnit 4",
    },
  ],
});
