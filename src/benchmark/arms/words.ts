import type { Language } from "../../display/index.js";
import type { BenchmarkPosition, Direction, MeasureDescription } from "../types.js";

/** What a position's sentence can mention, each part already written in the reader's language. */
export interface PositionParts {
  /** An arm, or the municipality as a whole. */
  readonly unit: string;
  /** "the ratio of observed to expected is … (95% interval allowing for differences between municipalities: …)". */
  readonly ratio: string;
  readonly mature: string;
  /** Citizens of the municipalities together. */
  readonly clusterTotal: string;
  readonly minimum: string;
}

/** Headings of the tables' columns, but for those of intervals. */
type BenchmarkColumn =
  | "unit"
  | "municipality"
  | "group"
  | "success"
  | "of"
  | "rate"
  | "sameMix"
  | "expected"
  | "ratio"
  | "rank"
  | "clusterRate"
  | "smoothed"
  | "without"
  | "typical"
  | "direct"
  | "pooledExpected"
  | "indirect";

interface BenchmarkWords {
  /**
   * Descriptive sentences only, and a list of their own: nothing here says that an arm achieved
   * something or is better, and nothing of the words for arms drawn by lot is reachable from here.
   */
  readonly positions: Readonly<Record<BenchmarkPosition, (parts: PositionParts) => string>>;
  /** Instead of the position's sentence where the cluster has only one outcome: nobody a success, or everybody. */
  readonly oneOutcome: Readonly<Record<"none" | "all", (unit: string) => string>>;
  /** With an interval that carries the differences between municipalities. */
  readonly ratio: (ratio: string, level: string, interval: string) => string;
  /** With one of chance alone, where nothing is known of those differences. */
  readonly ratioByChance: (ratio: string, level: string, interval: string) => string;
  readonly descriptive: string;
  readonly peers: (parts: {
    readonly municipality: string;
    readonly count: string;
    readonly isOne: boolean;
    readonly cluster: string | null;
    readonly period: string;
    readonly origin: string;
  }) => string;
  readonly origin: (sources: string, years: string) => string;
  readonly sidePanel: string;
  readonly difference: (part: string, received: string, expected: string) => string;
  readonly parts: Readonly<Record<keyof MeasureDescription | "direction", string>>;
  readonly directions: Readonly<Record<Direction, string>>;
  /** Where the next municipality may be expected. */
  readonly spread: (parts: {
    readonly typical: string;
    readonly interval: string;
    readonly prediction: string;
    readonly level: string;
  }) => string;
  readonly caseMix: string;
  /** Before the table of standardization. */
  readonly standardization: string;
  readonly whole: string;
  /** The municipality within a sentence, both units taken together. */
  readonly asAWhole: (municipality: string) => string;
  /** What the prediction interval is about, and how far it can be trusted. */
  readonly lasting: (isSimulated: boolean) => string;
  readonly rank: (median: string, limits: string, of: string) => string;
  readonly range: (from: string, to: string) => string;
  readonly and: string;
  readonly captions: {
    readonly arms: (criterion: string) => string;
    readonly groups: string;
    readonly municipalities: string;
    readonly leaveOneOut: string;
    readonly standardized: (isDirect: boolean) => string;
    readonly ranks: (of: string) => string;
  };
  /** Of limits, within brackets. */
  readonly methods: Readonly<Record<"dobson" | "exact" | "byar", string>>;
  /** Of the first so many ranks. */
  readonly among: (k: number, count: string) => string;
  readonly columns: Readonly<Record<BenchmarkColumn, string>>;
  readonly prediction: (level: string) => string;
  readonly all: string;
  readonly interval: (level: string) => string;
  /** Heading of limits that carry the differences between municipalities. */
  readonly intervalAmong: (level: string) => string;
}

export const BENCHMARK_WORDS: Readonly<Record<Language, BenchmarkWords>> = {
  da: {
    positions: {
      "above-cluster": ({ unit, ratio }) =>
        `Tallene gør det sandsynligt, at ${unit} ligger over sammenligningskommunerne: ${ratio}.`,
      "below-cluster": ({ unit, ratio }) =>
        `Tallene gør det sandsynligt, at ${unit} ligger under sammenligningskommunerne: ${ratio}.`,
      "within-cluster": ({ unit, ratio }) =>
        `Tallene kan ikke afgøre, om ${unit} ligger over eller under sammenligningskommunerne: ${ratio}.`,
      "not-comparable": ({ unit }) =>
        `Der er ikke målt det samme hos enhederne og i sammenligningskommunerne, og ${unit} kan derfor ikke holdes op mod dem.`,
      "suppressed": ({ unit }) => `${unit} vises ikke for sig, da tallene er for små.`,
      "too-few": ({ unit, mature, clusterTotal, minimum }) =>
        `Der er for få borgere til at holde ${unit} op mod sammenligningskommunerne: måleperioden er udløbet for ${mature} borgere her og for ${clusterTotal} i sammenligningskommunerne tilsammen, og der kræves mindst ${minimum} begge steder.`,
      "too-few-municipalities": ({ unit, ratio }) =>
        `Der er for få kommuner til at vide, hvor forskellige kommuner er, og derfor til at sige, om ${unit} ligger over eller under dem: ${ratio}, når der kun regnes med tilfældige udsving.`,
    },
    oneOutcome: {
      none: (unit) =>
        `Ingen i sammenligningskommunerne har haft succes, og det kan derfor ikke beregnes, hvor ${unit} ligger i forhold til dem.`,
      all: (unit) =>
        `Alle i sammenligningskommunerne har haft succes, og det kan derfor ikke beregnes, hvor ${unit} ligger i forhold til dem.`,
    },
    ratio: (ratio, level, interval) =>
      `forholdet mellem observeret og forventet er ${ratio} (${level}-interval, der også rummer forskelle mellem kommuner: ${interval})`,
    ratioByChance: (ratio, level, interval) =>
      `forholdet mellem observeret og forventet er ${ratio} (${level}-konfidensinterval ${interval})`,
    descriptive:
      "Sammenligningen er beskrivende: kommunerne er ikke valgt ved lodtrækning og kan adskille sig i mere end det målte.",
    peers: ({ municipality, count, isOne, cluster, period, origin }) =>
      `${municipality} sammenlignes med ${count} ${isOne ? "anden kommune" : "andre kommuner"}${cluster === null ? "" : ` (${cluster})`}, ${period}${origin}.`,
    origin: (sources, years) => [sources === "" ? "" : `kilde: ${sources}`, years].filter(Boolean).join(", "),
    sidePanel: "Tallene vises side om side uden forventet værdi, da der ikke er målt det samme:",
    difference: (part, received, expected) => `${part}: kommunerne »${received}«, enhederne »${expected}«`,
    parts: {
      definition: "definition",
      population: "målgruppe",
      anchor: "målt fra",
      window: "måleperiode",
      period: "periode",
      direction: "retning",
    },
    directions: {
      "higher-is-better": "det høje tal er det gode",
      "lower-is-better": "det lave tal er det gode",
    },
    spread: ({ typical, interval, prediction, level }) =>
      `Den typiske kommune i sammenligningen ligger på ${typical} (${level}-konfidensinterval ${interval}); en kommune som disse kan ventes at ligge på ${prediction} (${level}-prædiktionsinterval).`,
    caseMix:
      "Forventet antal er beregnet med enhedens egen sammensætning af borgere; »ens sammensætning« er raten, som den ville være med sammenligningskommunernes sammensætning af borgere.",
    standardization:
      "De gængse standardiseringsmetoder giver følgende tal. Intervallerne rummer kun enhedens egne tilfældige udsving, hverken usikkerheden om det forventede eller forskellene mellem kommuner; konklusionen hviler derfor ikke på dem.",
    whole: "Kommunen som helhed",
    asAWhole: (municipality) => `${municipality} som helhed`,
    lasting: (isSimulated) =>
      `Prædiktionsintervallet gælder kommunens varige rate, ikke et enkelt års tal, som også svinger tilfældigt.${isSimulated ? " I simulationer med 5 til 20 kommuner med 60 til 1.400 borgere rummede det den varige rate i 82 til 99 % af tilfældene, sjældnest med mange kommuner, få borgere i hver og små forskelle mellem dem." : ""}`,
    rank: (median, limits, of) => `${median} (${limits}) af ${of}`,
    range: (from, to) => `${from} til ${to}`,
    and: "og",
    captions: {
      arms: (criterion) => `Enhederne og sammenligningskommunerne: ${criterion}`,
      groups:
        "Gruppe for gruppe (intervallerne regner med, at kommuner adskiller sig lige meget i alle grupper)",
      municipalities: "Sammenligningskommunerne",
      leaveOneOut: "Uden én kommune ad gangen",
      standardized: (isDirect) =>
        isDirect ? "Direkte og indirekte standardisering" : "Indirekte standardisering",
      ranks: (of) =>
        `Sandsynligheden for at være blandt de første af ${of}, hvor den højeste rate er nummer 1`,
    },
    methods: { dobson: "Dobson", exact: "eksakt", byar: "Byar" },
    among: (k, count) => (k === 1 ? "Nummer 1" : `Blandt de ${count} første`),
    columns: {
      unit: "Enhed",
      municipality: "Kommune",
      group: "Gruppe",
      success: "Succes",
      of: "Af",
      rate: "Succesrate",
      sameMix: "Ens sammensætning",
      expected: "Forventet",
      ratio: "Observeret/forventet",
      rank: "Placering",
      clusterRate: "Kommunernes rate",
      smoothed: "Udjævnet rate",
      without: "Uden",
      typical: "Typisk kommune",
      direct: "Direkte standardiseret rate",
      pooledExpected: "Forventet efter kommunernes samlede rater",
      indirect: "Indirekte standardiseret forhold",
    },
    prediction: (level) => `${level}-prædiktionsinterval`,
    all: "Alle under ét",
    interval: (level) => `${level} KI`,
    intervalAmong: (level) => `${level}-interval inkl. kommuneforskelle`,
  },
  en: {
    positions: {
      "above-cluster": ({ unit, ratio }) =>
        `The figures make it probable that ${unit} lies above the comparable municipalities: ${ratio}.`,
      "below-cluster": ({ unit, ratio }) =>
        `The figures make it probable that ${unit} lies below the comparable municipalities: ${ratio}.`,
      "within-cluster": ({ unit, ratio }) =>
        `The figures cannot decide whether ${unit} lies above or below the comparable municipalities: ${ratio}.`,
      "not-comparable": ({ unit }) =>
        `The units and the comparable municipalities weren't measured alike, and ${unit} can't be held against them.`,
      "suppressed": ({ unit }) => `${unit} isn't shown by itself, since the figures are too small.`,
      "too-few": ({ unit, mature, clusterTotal, minimum }) =>
        `There are too few citizens to hold ${unit} against the comparable municipalities: the window is complete for ${mature} citizens here and for ${clusterTotal} in the comparable municipalities together, and at least ${minimum} are required in both.`,
      "too-few-municipalities": ({ unit, ratio }) =>
        `There are too few municipalities to know how municipalities differ, and so to say whether ${unit} lies above or below them: ${ratio}, if only chance is taken into account.`,
    },
    oneOutcome: {
      none: (unit) =>
        `Nobody in the comparable municipalities had a success, so it can't be computed where ${unit} lies beside them.`,
      all: (unit) =>
        `Everybody in the comparable municipalities had a success, so it can't be computed where ${unit} lies beside them.`,
    },
    ratio: (ratio, level, interval) =>
      `the ratio of observed to expected is ${ratio} (${level} interval allowing for differences between municipalities: ${interval})`,
    ratioByChance: (ratio, level, interval) =>
      `the ratio of observed to expected is ${ratio} (${level} confidence interval ${interval})`,
    descriptive:
      "The comparison is descriptive: the municipalities were not drawn by lot and may differ in more than what was measured.",
    peers: ({ municipality, count, isOne, cluster, period, origin }) =>
      `${municipality} is compared with ${count} other ${isOne ? "municipality" : "municipalities"}${cluster === null ? "" : ` (${cluster})`}, ${period}${origin}.`,
    origin: (sources, years) =>
      [sources === "" ? "" : `source: ${sources}`, years].filter(Boolean).join(", "),
    sidePanel:
      "The figures stand side by side without an expected value, since the units and the municipalities weren't measured alike:",
    difference: (part, received, expected) =>
      `${part}: the municipalities "${received}", the units "${expected}"`,
    parts: {
      definition: "definition",
      population: "population",
      anchor: "measured from",
      window: "window",
      period: "period",
      direction: "direction",
    },
    directions: {
      "higher-is-better": "the high figure is the good one",
      "lower-is-better": "the low figure is the good one",
    },
    spread: ({ typical, interval, prediction, level }) =>
      `The typical municipality of the comparison lies at ${typical} (${level} confidence interval ${interval}); a municipality like these may be expected to lie from ${prediction} (${level} prediction interval).`,
    caseMix:
      'The expected number is that of the unit\'s own mix of citizens; "same mix" is the rate as it would be with the mix of the comparable municipalities.',
    standardization:
      "Standardized by the usual methods, the figures are as follows. The intervals carry only the unit's own chance variation, neither the uncertainty of what is expected nor the differences between municipalities; the conclusion therefore doesn't rest on them.",
    whole: "The municipality as a whole",
    asAWhole: (municipality) => `${municipality} as a whole`,
    lasting: (isSimulated) =>
      `The prediction interval is about the municipality's lasting rate, not about one year's figure, which varies by chance too.${isSimulated ? " In simulations with 5 to 20 municipalities of 60 to 1,400 citizens it held the lasting rate in 82 to 99% of cases, least often with many municipalities, few citizens in each and small differences between them." : ""}`,
    rank: (median, limits, of) => `${median} (${limits}) of ${of}`,
    range: (from, to) => `${from} to ${to}`,
    and: "and",
    captions: {
      arms: (criterion) => `The units and the comparable municipalities: ${criterion}`,
      groups: "Group by group (the intervals take municipalities to differ as much in every group)",
      municipalities: "The comparable municipalities",
      leaveOneOut: "Without one municipality at a time",
      standardized: (isDirect) =>
        isDirect ? "Direct and indirect standardization" : "Indirect standardization",
      ranks: (of) => `The probability of being among the first of ${of}, the highest rate being number 1`,
    },
    methods: { dobson: "Dobson", exact: "exact", byar: "Byar" },
    among: (k, count) => (k === 1 ? "Number 1" : `Among the first ${count}`),
    columns: {
      unit: "Unit",
      municipality: "Municipality",
      group: "Group",
      success: "Success",
      of: "Of",
      rate: "Success rate",
      sameMix: "Same mix",
      expected: "Expected",
      ratio: "Observed over expected",
      rank: "Rank",
      clusterRate: "The municipalities' rate",
      smoothed: "Smoothed rate",
      without: "Without",
      typical: "Typical municipality",
      direct: "Directly standardized rate",
      pooledExpected: "Expected by the municipalities' pooled rates",
      indirect: "Indirectly standardized ratio",
    },
    prediction: (level) => `${level} prediction interval`,
    all: "All together",
    interval: (level) => `${level} CI`,
    intervalAmong: (level) => `${level} interval incl. municipal differences`,
  },
};
