import type { Language } from "../../display/index.js";

interface ConditionsWords {
  readonly lead: (parts: {
    readonly municipality: string;
    readonly rate: string;
    readonly expected: string;
    readonly ratio: string;
    readonly interval: string;
    readonly level: string;
    readonly rank: string;
  }) => string;
  readonly method: (parts: {
    readonly count: string;
    readonly conditions: string;
    readonly explained: string;
  }) => string;
  readonly dispersion: (factor: string) => string;
  readonly descriptive: string;
  readonly leftOut: (names: string) => string;
  readonly caption: string;
  readonly columns: {
    readonly municipality: string;
    readonly rate: string;
    readonly expected: string;
    readonly ratio: string;
    readonly interval: (level: string) => string;
    readonly rank: string;
  };
  readonly rank: (median: string, lower: string, upper: string, of: string) => string;
}

export const CONDITIONS_WORDS: Readonly<Record<Language, ConditionsWords>> = {
  da: {
    lead: ({ municipality, rate, expected, ratio, interval, level, rank }) =>
      `${municipality} ligger på ${rate}; rammevilkårene lader vente ${expected}. Forholdet mellem observeret og forventet er ${ratio} (${level} interval ${interval}), placeringen ${rank}.`,
    method: ({ count, conditions, explained }) =>
      `${count} kommuner; hver kommunes forventede andel er beregnet af de andre kommuners sammenhæng mellem andelen og rammevilkårene (${conditions}), som forklarer ${explained} af forskellene mellem kommunerne.`,
    dispersion: (factor) =>
      `Kommunerne varierer mere, end tilfældet alene ville give (variansen er ${factor} gange så stor); det er regnet med i intervallerne.`,
    descriptive:
      "Tallene beskriver forskelle, som de valgte rammevilkår ikke forklarer. De viser ikke, hvad en kommunes indsats har ført til.",
    leftOut: (names) => `Uden oplysning om alle rammevilkår, og derfor ikke med: ${names}.`,
    caption: "Observeret og forventet",
    columns: {
      municipality: "Kommune",
      rate: "Observeret",
      expected: "Forventet",
      ratio: "Observeret over forventet",
      interval: (level) => `${level} interval`,
      rank: "Placering",
    },
    rank: (median, lower, upper, of) => `${median} (${lower} til ${upper}) af ${of}`,
  },
  en: {
    lead: ({ municipality, rate, expected, ratio, interval, level, rank }) =>
      `${municipality} lies at ${rate}; the framework conditions let expect ${expected}. The ratio of observed to expected is ${ratio} (${level} interval ${interval}), its rank ${rank}.`,
    method: ({ count, conditions, explained }) =>
      `${count} municipalities; the expected share of each is computed from how the share goes with the framework conditions (${conditions}) in the others, which explains ${explained} of the differences between municipalities.`,
    dispersion: (factor) =>
      `The municipalities vary by more than chance would make them (the variance is ${factor} times as large); the intervals carry it.`,
    descriptive:
      "The figures describe differences that the chosen framework conditions don't explain. They don't show what a municipality's effort has led to.",
    leftOut: (names) => `Without a value of every framework condition, and therefore left out: ${names}.`,
    caption: "Observed and expected",
    columns: {
      municipality: "Municipality",
      rate: "Observed",
      expected: "Expected",
      ratio: "Observed over expected",
      interval: (level) => `${level} interval`,
      rank: "Rank",
    },
    rank: (median, lower, upper, of) => `${median} (${lower} to ${upper}) of ${of}`,
  },
};
