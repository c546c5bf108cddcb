import { formatCount, formatCounted, type Language } from "../display/index.js";
import type { FunnelMeasure } from "./funnelSubject.js";
import type { TrendMeasure } from "./trendSubject.js";

/** How limits came about, which is how they are drawn. */
export type LimitKind = "exact" | "approximate" | "overdispersed";

/** What rates of a benchmark are: as counted, or brought to the case mix of the cluster. */
export type RateKind = "counted" | "adjusted";

/** What the limits of a benchmark's funnel are made for. */
export type FunnelWidth = "overdispersion" | "chance" | "chance-despite-overdispersion" | "unknown";

/** The words of the figures of comparable municipalities. */
interface BenchmarkWording {
  readonly funnel: string;
  readonly value: Readonly<Record<FunnelMeasure, string>>;
  readonly size: Readonly<Record<FunnelMeasure, string>>;
  readonly reference: string;
  readonly limitsOf: (level: string, kind: LimitKind) => string;
  readonly within: string;
  readonly notHeld: string;
  readonly outside: (level: string) => string;
  readonly beyond: (level: string) => Readonly<Record<"above" | "below", string>>;
  readonly rate: string;
  /** What the rates of a benchmark are. */
  readonly rates: Readonly<Record<RateKind, string>>;
  /** Beside counts from which the adjusted rates don't follow. */
  readonly countsAsTheyAre: string;
  /** What the limits that decide are made for; of what isn't a benchmark that is known only where they are widened. */
  readonly widths: Readonly<Record<FunnelWidth, string>>;
  /** Said of a benchmark, whose positions come from elsewhere. */
  readonly positionDecided: string;
  readonly position: string;
  /** How many lie outside, of those that aren't pointed out if some are. */
  readonly counted: (outside: number, all: number, areOthers: boolean) => string;
  readonly numbers: string;
  /** Under the plot: points within the limits whose names had no room. */
  readonly unnamed: (count: number) => string;
  readonly trend: string;
  readonly period: string;
  readonly development: Readonly<Record<TrendMeasure, string>>;
  /** An index whose period of 100 is known. */
  readonly indexFrom: (base: string) => string;
  readonly differences: string;
  /** A difference by what it is from. */
  readonly from: { readonly cluster: (name: string | null) => string; readonly country: string };
  readonly processLimits: string;
  readonly withoutValues: (label: string) => string;
  readonly center: string;
  readonly signals: string;
  /** The rules of XmR charts by their names. */
  readonly rules: Readonly<Record<string, string>>;
  /** A rule of the difference between a municipality and its cluster. */
  readonly ofDifference: (rule: string) => string;
  readonly peers: string;
  readonly country: string;
  readonly rank: string;
  readonly rankAmong: (of: number) => string;
}

const KINDS: Readonly<Record<Language, Readonly<Record<LimitKind, string>>>> = {
  da: { exact: "eksakte", approximate: "tilnærmede", overdispersed: "udvidet for overspredning" },
  en: { exact: "exact", approximate: "approximate", overdispersed: "widened for overdispersion" },
};

export const BENCHMARK_WORDING: Readonly<Record<Language, BenchmarkWording>> = {
  da: {
    funnel: "Værdier efter størrelse, med grænser for tilfældig variation",
    value: { proportion: "Andel", ratio: "Observeret i forhold til forventet" },
    size: { proportion: "Antal borgere", ratio: "Forventet antal" },
    reference: "Reference",
    limitsOf: (level, kind) => `${level}-grænser, ${KINDS.da[kind]}`,
    within: "Inden for grænserne",
    notHeld: "Ingen grænser ved denne størrelse",
    outside: (level) => `Uden for ${level}-grænserne`,
    beyond: (level) => ({ above: `over ${level}-grænserne`, below: `under ${level}-grænserne` }),
    rate: "Succesrate",
    rates: {
      counted: "Ujusteret succesrate (uden hensyn til borgernes sammensætning)",
      adjusted: "Succesrate ved samme sammensætning af borgere som sammenligningskommunernes",
    },
    countsAsTheyAre: "(antallene er som talt)",
    widths: {
      "overdispersion": "De udvidede grænser afgør, hvem der ligger uden for.",
      "chance":
        "Grænserne regner kun med tilfældige udsving; kommunerne adskiller sig ikke påviseligt mere end det.",
      "chance-despite-overdispersion":
        "Grænserne er for snævre: de regner kun med tilfældige udsving, men kommunerne adskiller sig mere end det. De er ikke udvidet, da det kun gælder de yderste kommuner.",
      "unknown":
        "Grænserne regner kun med tilfældige udsving; med så få kommuner kan det ikke vides, om de adskiller sig mere end det.",
    },
    positionDecided:
      "Om en enhed ligger over eller under, afgøres af intervallet for forholdet mellem observeret og forventet, ikke her.",
    position: "I forhold til grænserne",
    counted: (outside, all, areOthers) =>
      `${formatCount(outside, { language: "da" })} af ${formatCount(all, { language: "da" })} ${areOthers ? "andre " : ""}uden for grænserne`,
    numbers: "Numre i figuren",
    unnamed: (count) =>
      `${formatCounted(count, ["punkt", "punkter"], { language: "da" })} inden for grænserne står uden navn, som der ikke var plads til; tabellen har alle.`,
    trend: "Udviklingen over perioderne",
    period: "Periode",
    development: {
      index: "Indeks",
      proportion: "Andel",
      points: "Forskel i procentpoint",
      difference: "Forskel",
    },
    indexFrom: (base) => `Indeks (${base} = 100)`,
    differences: "Forskellen over perioderne",
    from: {
      cluster: (name) => `Forskel til ${name ?? "sammenligningskommunerne"}`,
      country: "Forskel til hele landet",
    },
    processLimits: "Naturlige procesgrænser",
    withoutValues: (label) => `${label}: ingen værdier`,
    center: "midterlinje",
    signals: "Signaler",
    rules: {
      "beyond-limit": "uden for en grænse",
      "near-limit": "tre af fire i træk nærmere en grænse end midten",
      "long-run": "otte i træk på samme side af midten",
      "large-range": "et større spring end sædvanligt",
    },
    ofDifference: (rule) => `forskellen til sammenligningskommunerne: ${rule}`,
    peers: "Sammenligningskommunerne",
    country: "Hele landet",
    rank: "Placering med usikkerhed",
    rankAmong: (of) => `Placering blandt ${formatCount(of, { language: "da" })}, 1 er først`,
  },
  en: {
    funnel: "Values by size, with limits of chance variation",
    value: { proportion: "Proportion", ratio: "Observed by expected" },
    size: { proportion: "Citizens", ratio: "Expected number" },
    reference: "Reference",
    limitsOf: (level, kind) => `${level} limits, ${KINDS.en[kind]}`,
    within: "Within the limits",
    notHeld: "No limits at this size",
    outside: (level) => `Outside the ${level} limits`,
    beyond: (level) => ({ above: `above the ${level} limits`, below: `below the ${level} limits` }),
    rate: "Success rate",
    rates: {
      counted: "Unadjusted success rate (regardless of case mix)",
      adjusted: "Success rate adjusted to the comparable municipalities' case mix",
    },
    countsAsTheyAre: "(counts aren't adjusted)",
    widths: {
      "overdispersion": "The widened limits decide who lies outside.",
      "chance": "The limits carry chance alone; the municipalities don't demonstrably differ by more.",
      "chance-despite-overdispersion":
        "The limits are too narrow: they carry chance alone, but the municipalities differ by more. They aren't widened, since that is true of the outermost municipalities only.",
      "unknown":
        "The limits carry chance alone; with so few municipalities it can't be known whether they differ by more.",
    },
    positionDecided:
      "Whether a unit lies above or below is decided by the interval of the ratio of observed to expected, not here.",
    position: "Against the limits",
    counted: (outside, all, areOthers) =>
      `${formatCount(outside, { language: "en" })} of ${formatCount(all, { language: "en" })} ${areOthers ? "others " : ""}outside the limits`,
    numbers: "Numbers in the figure",
    unnamed: (count) =>
      `${formatCounted(count, ["point", "points"], { language: "en" })} within the limits without a name, for want of room; the table has all.`,
    trend: "Development over the periods",
    period: "Period",
    development: {
      index: "Index",
      proportion: "Proportion",
      points: "Difference in percentage points",
      difference: "Difference",
    },
    indexFrom: (base) => `Index (${base} = 100)`,
    differences: "The difference over the periods",
    from: {
      cluster: (name) => `Difference from ${name ?? "the comparable municipalities"}`,
      country: "Difference from the country",
    },
    processLimits: "Natural process limits",
    withoutValues: (label) => `${label}: no values`,
    center: "center line",
    signals: "Signals",
    rules: {
      "beyond-limit": "beyond a limit",
      "near-limit": "three of four in a row nearer to a limit than to the center",
      "long-run": "eight in a row on one side of the center",
      "large-range": "a larger jump than usual",
    },
    ofDifference: (rule) => `difference from the comparable municipalities: ${rule}`,
    peers: "Comparable municipalities",
    country: "The country",
    rank: "Ranks with their uncertainty",
    rankAmong: (of) => `Rank among ${formatCount(of, { language: "en" })}, 1 is first`,
  },
};
