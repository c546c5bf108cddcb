import type { Notice } from "../../core/index.js";
import { formatCount, type Language } from "../../display/index.js";
import type { Direction } from "../types.js";
import type { ConditionsPosition } from "./types.js";

/** A municipality's numbers as they stand in its sentence. */
interface LeadParts {
  readonly municipality: string;
  readonly rate: string;
  readonly expected: string;
}

interface ConditionsWords {
  readonly positions: Readonly<Record<ConditionsPosition, (parts: LeadParts) => string>>;
  readonly ratio: (parts: {
    readonly ratio: string;
    readonly interval: string;
    readonly level: string;
    readonly rank: string;
  }) => string;
  readonly method: (parts: {
    readonly count: string;
    readonly conditions: string;
    readonly about: string;
  }) => string;
  readonly explained: (share: string) => string;
  readonly source: (names: string) => string;
  readonly byChance: (outside: string, all: string, level: string) => string;
  readonly direction: Readonly<Record<Direction, string>>;
  readonly dispersion: (factor: string) => string;
  readonly descriptive: string;
  readonly leftOut: (names: string) => string;
  readonly manyConditions: (municipalities: string, conditions: string) => string;
  readonly nothingTold: string;
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
    positions: {
      "above-expected": ({ municipality, rate, expected }) =>
        `Tallene gør det sandsynligt, at ${municipality} ligger over det, der kan forventes ud fra rammevilkårene: ${rate} mod ${expected} forventet.`,
      "below-expected": ({ municipality, rate, expected }) =>
        `Tallene gør det sandsynligt, at ${municipality} ligger under det, der kan forventes ud fra rammevilkårene: ${rate} mod ${expected} forventet.`,
      "within-expected": ({ municipality, rate, expected }) =>
        `Tallene kan ikke afgøre, om ${municipality} ligger over eller under det, der kan forventes ud fra rammevilkårene: ${rate} mod ${expected} forventet.`,
    },
    ratio: ({ ratio, interval, level, rank }) =>
      `Forholdet mellem observeret og forventet er ${ratio} (${level}-interval ${interval}), placeringen ${rank}, hvor 1 er højest.`,
    method: ({ count, conditions, about }) =>
      `${count} kommuner${about}. Hver kommunes forventede andel er beregnet af, hvordan andelen følges ad med rammevilkårene (${conditions}) i de andre kommuner.`,
    explained: (share) => `Rammevilkårene kan forudsige ${share} af variationen mellem kommunerne.`,
    source: (names) => `kilde: ${names}`,
    byChance: (outside, all, level) =>
      `Med ${level}-intervaller ligger omkring ${outside} af ${all} kommuner uden for det forventede alene ved et tilfælde.`,
    direction: {
      "higher-is-better": "En høj andel er den gode ende.",
      "lower-is-better": "En lav andel er den gode ende.",
    },
    dispersion: (factor) =>
      `Kommunerne varierer mere, end tilfældet alene ville give (variansen er ${factor} gange så stor); det er regnet med i intervallerne.`,
    descriptive:
      "Tallene beskriver de forskelle, der er tilbage, når der er taget højde for de valgte rammevilkår. De viser ikke, hvad en kommunes indsats har ført til.",
    leftOut: (names) => `Uden oplysning om alle rammevilkår, og derfor ikke med: ${names}.`,
    manyConditions: (municipalities, conditions) =>
      `${conditions} rammevilkår er mange for ${municipalities} kommuner: modellen retter sig efter enkelte kommuner, og de forventede andele er usikre.`,
    nothingTold:
      "Rammevilkårene siger ikke noget om forskellene mellem disse kommuner: gennemsnittet af alle rammer lige så godt som de forventede andele.",
    caption: "Observeret og forventet",
    columns: {
      municipality: "Kommune",
      rate: "Observeret",
      expected: "Forventet",
      ratio: "Observeret/forventet",
      interval: (level) => `${level}-interval`,
      rank: "Placering",
    },
    rank: (median, lower, upper, of) => `${median} (${lower} til ${upper}) af ${of}`,
  },
  en: {
    positions: {
      "above-expected": ({ municipality, rate, expected }) =>
        `The figures make it probable that ${municipality} lies above what can be expected from its framework conditions: ${rate} against ${expected} expected.`,
      "below-expected": ({ municipality, rate, expected }) =>
        `The figures make it probable that ${municipality} lies below what can be expected from its framework conditions: ${rate} against ${expected} expected.`,
      "within-expected": ({ municipality, rate, expected }) =>
        `The figures can't decide whether ${municipality} lies above or below what can be expected from its framework conditions: ${rate} against ${expected} expected.`,
    },
    ratio: ({ ratio, interval, level, rank }) =>
      `The ratio of observed to expected is ${ratio} (${level} interval ${interval}), its rank ${rank}, 1 being the highest.`,
    method: ({ count, conditions, about }) =>
      `${count} municipalities${about}. The expected share of each is computed from how the share goes with the framework conditions (${conditions}) in the others.`,
    explained: (share) =>
      `The framework conditions can predict ${share} of the variation between municipalities.`,
    source: (names) => `source: ${names}`,
    byChance: (outside, all, level) =>
      `With ${level} intervals, about ${outside} of ${all} municipalities lie outside what was expected by chance alone.`,
    direction: {
      "higher-is-better": "A high share is the good end.",
      "lower-is-better": "A low share is the good end.",
    },
    dispersion: (factor) =>
      `The municipalities vary by more than chance would make them (the variance is ${factor} times as large); the intervals carry it.`,
    descriptive:
      "The figures describe the differences that are left when the chosen framework conditions are allowed for. They don't show what a municipality's effort has led to.",
    leftOut: (names) => `Without a value of every framework condition, and therefore left out: ${names}.`,
    manyConditions: (municipalities, conditions) =>
      `${conditions} framework conditions are many for ${municipalities} municipalities: the model follows single municipalities, and what is expected is uncertain.`,
    nothingTold:
      "The framework conditions tell nothing of the differences between these municipalities: the mean of all comes as near as what is expected.",
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

/** A notice about expected values as a sentence. */
export function describeConditionsNotice(notice: Notice, language: Language): string {
  const words = CONDITIONS_WORDS[language];
  const count = (fact: string): string => formatCount(Number(notice[fact]), { language });
  switch (notice.code) {
    case "many-conditions":
      return words.manyConditions(count("municipalities"), count("conditions"));
    case "conditions-tell-nothing":
      return words.nothingTold;
    default:
      return notice.code;
  }
}
