import type { Language } from "../display/index.js";
import type { BenchmarkPosition, MeasureDescription } from "./types.js";

/** What a position's sentence can mention, each part already written in the reader's language. */
export interface PositionParts {
  readonly arm: string;
  /** "observed over expected is … (95% confidence interval …)". */
  readonly ratio: string;
  readonly mature: string;
  readonly minimum: string;
}

interface BenchmarkWords {
  /**
   * Descriptive sentences only, and a list of their own: nothing here says that an arm achieved
   * something or is better, and nothing of the words for arms drawn by lot is reachable from here.
   */
  readonly positions: Readonly<Record<BenchmarkPosition, (parts: PositionParts) => string>>;
  readonly ratio: (ratio: string, level: string, interval: string) => string;
  readonly descriptive: string;
  readonly peers: (parts: {
    readonly municipality: string;
    readonly count: string;
    readonly cluster: string | null;
    readonly period: string;
    readonly origin: string;
  }) => string;
  readonly origin: (sources: string, years: string) => string;
  readonly sidePanel: string;
  readonly difference: (part: string, received: string, expected: string) => string;
  readonly parts: Readonly<Record<keyof MeasureDescription, string>>;
  readonly arms: {
    readonly caption: (criterion: string) => string;
    readonly columns: (interval: string) => readonly string[];
  };
  readonly municipalities: {
    readonly caption: string;
    readonly columns: (interval: string) => readonly string[];
  };
  readonly all: string;
  readonly interval: (level: string) => string;
}

export const BENCHMARK_WORDS: Readonly<Record<Language, BenchmarkWords>> = {
  da: {
    positions: {
      "above-cluster": ({ arm, ratio }) =>
        `Tallene gør det sandsynligt, at ${arm} ligger over sammenligningskommunerne: ${ratio}.`,
      "below-cluster": ({ arm, ratio }) =>
        `Tallene gør det sandsynligt, at ${arm} ligger under sammenligningskommunerne: ${ratio}.`,
      "within-cluster": ({ arm, ratio }) =>
        `Tallene kan ikke afgøre, om ${arm} ligger over eller under sammenligningskommunerne: ${ratio}.`,
      "not-comparable": ({ arm }) =>
        `${arm} kan ikke holdes op mod sammenligningskommunerne, fordi der ikke er målt det samme.`,
      "too-few": ({ arm, mature, minimum }) =>
        `Der er for få til at holde ${arm} op mod sammenligningskommunerne: ${mature} borgeres målevindue er afsluttet, og der kræves mindst ${minimum} hos enheden og i kommunerne tilsammen.`,
    },
    ratio: (ratio, level, interval) =>
      `forholdet mellem observeret og forventet er ${ratio} (${level} konfidensinterval ${interval})`,
    descriptive:
      "Sammenligningen er beskrivende: kommunerne er ikke valgt ved lodtrækning og kan adskille sig i mere end det målte.",
    peers: ({ municipality, count, cluster, period, origin }) =>
      `${municipality} sammenlignes med ${count} andre kommuner${cluster === null ? "" : ` (${cluster})`}, ${period}${origin}.`,
    origin: (sources, years) => [sources === "" ? "" : `kilde: ${sources}`, years].filter(Boolean).join(", "),
    sidePanel: "Tallene vises side om side uden forventet værdi, fordi der ikke er målt det samme:",
    difference: (part, received, expected) => `${part}: kommunerne »${received}«, enhederne »${expected}«`,
    parts: {
      definition: "definition",
      population: "målgruppe",
      anchor: "målt fra",
      window: "målevindue",
      period: "periode",
    },
    arms: {
      caption: (criterion) => `Enhederne ved siden af sammenligningskommunerne: ${criterion}`,
      columns: (interval) => [
        "Enhed",
        "Succes",
        "Af",
        "Succesrate",
        interval,
        "Forventet",
        "Observeret over forventet",
        interval,
      ],
    },
    municipalities: {
      caption: "Sammenligningskommunerne",
      columns: (interval) => ["Kommune", "Succes", "Af", "Rate", interval],
    },
    all: "Alle tilsammen",
    interval: (level) => `${level} KI`,
  },
  en: {
    positions: {
      "above-cluster": ({ arm, ratio }) =>
        `The figures make it probable that ${arm} lies above the comparable municipalities: ${ratio}.`,
      "below-cluster": ({ arm, ratio }) =>
        `The figures make it probable that ${arm} lies below the comparable municipalities: ${ratio}.`,
      "within-cluster": ({ arm, ratio }) =>
        `The figures cannot decide whether ${arm} lies above or below the comparable municipalities: ${ratio}.`,
      "not-comparable": ({ arm }) =>
        `${arm} can't be held against the comparable municipalities, since not the same was measured.`,
      "too-few": ({ arm, mature, minimum }) =>
        `There are too few to hold ${arm} against the comparable municipalities: the window of ${mature} citizens is complete, and at least ${minimum} are asked for in the unit and in the municipalities together.`,
    },
    ratio: (ratio, level, interval) =>
      `the ratio of observed to expected is ${ratio} (${level} confidence interval ${interval})`,
    descriptive:
      "The comparison describes: the municipalities were not drawn by lot and may differ in more than what was measured.",
    peers: ({ municipality, count, cluster, period, origin }) =>
      `${municipality} is compared with ${count} other municipalities${cluster === null ? "" : ` (${cluster})`}, ${period}${origin}.`,
    origin: (sources, years) =>
      [sources === "" ? "" : `source: ${sources}`, years].filter(Boolean).join(", "),
    sidePanel: "The figures stand side by side without an expected value, since not the same was measured:",
    difference: (part, received, expected) =>
      `${part}: the municipalities "${received}", the units "${expected}"`,
    parts: {
      definition: "definition",
      population: "population",
      anchor: "measured from",
      window: "window",
      period: "period",
    },
    arms: {
      caption: (criterion) => `The units beside the comparable municipalities: ${criterion}`,
      columns: (interval) => [
        "Unit",
        "Success",
        "Of",
        "Success rate",
        interval,
        "Expected",
        "Observed over expected",
        interval,
      ],
    },
    municipalities: {
      caption: "The comparable municipalities",
      columns: (interval) => ["Municipality", "Success", "Of", "Rate", interval],
    },
    all: "All together",
    interval: (level) => `${level} CI`,
  },
};
