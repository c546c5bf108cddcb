import type { Language } from "../display/index.js";

/** The parts of the cost-effectiveness plane: more successes is east, a higher cost north. */
export type Quadrant = "northEast" | "southEast" | "southWest" | "northWest";

export const QUADRANTS: readonly Quadrant[] = ["northEast", "southEast", "southWest", "northWest"];

/** The words of the figures of costs. */
interface CostWording {
  readonly plane: string;
  readonly quadrants: Readonly<Record<Quadrant, string>>;
  readonly moreCost: string;
  readonly moreSuccesses: string;
  readonly observed: string;
  readonly observedAt: (successes: string, cost: string) => string;
  readonly resamples: (shown: string, all: string) => string;
  readonly perSuccess: (amount: string) => string;
  readonly resample: string;
  readonly acceptability: string;
  readonly probability: string;
  readonly worth: string;
  readonly comparison: (number: string) => string;
  readonly byShare: string;
  readonly cost: string;
  readonly successes: string;
  readonly share: (arm: string) => string;
  readonly interval: (level: string) => string;
  readonly drawn: (share: string) => string;
}

export const COST_WORDING: Readonly<Record<Language, CostWording>> = {
  da: {
    plane: "Ekstra omkostninger og ekstra succeser",
    quadrants: {
      northEast: "Flere succeser, dyrere",
      southEast: "Flere succeser, billigere",
      southWest: "Færre succeser, billigere",
      northWest: "Færre succeser, dyrere",
    },
    moreCost: "Ekstra omkostning pr. visiteret borger (kr.)",
    moreSuccesses: "Ekstra succeser pr. 100 visiterede borgere",
    observed: "Observeret",
    observedAt: (successes, cost) => `Observeret: ${successes} ekstra succeser pr. 100, ${cost} pr. borger`,
    resamples: (shown, all) =>
      shown === all ? `${all} bootstrap-gentagelser` : `${shown} af ${all} bootstrap-gentagelser`,
    perSuccess: (amount) => `${amount} pr. ekstra succes`,
    resample: "Bootstrap-gentagelse",
    acceptability: "Sandsynlighed for, at resultatet er prisen værd",
    probability: "Sandsynlighed for gevinst",
    worth: "Værdi af en ekstra succes (kr.)",
    comparison: (number) => `Sammenligning ${number}`,
    byShare: "Omkostninger og succeser efter andel",
    cost: "Omkostninger (kr.)",
    successes: "Succeser",
    share: (arm) => `Andel af visiteringerne til ${arm}`,
    interval: (level) => `${level}-konfidensinterval`,
    drawn: (share) => `Andel ved lodtrækningen: ${share}`,
  },
  en: {
    plane: "Additional costs and additional successes",
    quadrants: {
      northEast: "More successes, more expensive",
      southEast: "More successes, cheaper",
      southWest: "Fewer successes, cheaper",
      northWest: "Fewer successes, more expensive",
    },
    moreCost: "Additional cost per referred citizen (DKK)",
    moreSuccesses: "Additional successes per 100 referred citizens",
    observed: "Observed",
    observedAt: (successes, cost) =>
      `Observed: ${successes} additional successes per 100, ${cost} per citizen`,
    resamples: (shown, all) =>
      shown === all ? `${all} bootstrap replicates` : `${shown} of ${all} bootstrap replicates`,
    perSuccess: (amount) => `${amount} per additional success`,
    resample: "Bootstrap replicate",
    acceptability: "Probability that the result is worth its cost",
    probability: "Probability of a benefit",
    worth: "Worth of an additional success (DKK)",
    comparison: (number) => `Comparison ${number}`,
    byShare: "Costs and successes by share",
    cost: "Costs (DKK)",
    successes: "Successes",
    share: (arm) => `Share of referrals to ${arm}`,
    interval: (level) => `${level} confidence interval`,
    drawn: (share) => `Share in the draw: ${share}`,
  },
};
