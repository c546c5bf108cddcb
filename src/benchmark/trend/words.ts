import type { Notice } from "../../core/index.js";
import type { Language } from "../../display/index.js";
import type { ProcessSignal } from "../../inference/index.js";
import type { Direction } from "../types.js";
import type { TrendData, TrendSeries, TrendValue } from "./types.js";

interface TrendWords {
  /** From the base to the last period: each series in one clause. */
  readonly development: (from: string, to: string, clauses: string) => string;
  readonly moved: (name: string, from: string, to: string, index: string, isFirst: boolean) => string;
  readonly standing: (period: string, clauses: string) => string;
  readonly stands: (name: string, value: string, isFirst: boolean) => string;
  readonly names: Readonly<Record<TrendSeries["of"], string>>;
  readonly values: Readonly<Record<TrendValue, string>>;
  readonly measured: (value: string, definition: string, origin: string) => string;
  readonly cluster: Readonly<
    Record<TrendData["pooling"], (count: string, name: string, municipality: string) => string>
  >;
  readonly usual: Readonly<Record<"cluster" | "country", (center: string, limits: string) => string>>;
  /** What an index rests on. */
  readonly base: (period: string) => string;
  readonly points: (limits: string) => string;
  readonly noSignal: string;
  readonly signals: (periods: string) => string;
  readonly rules: Readonly<Record<ProcessSignal, string>>;
  readonly direction: Readonly<Record<Direction, string>>;
  readonly descriptive: string;
  readonly caption: (base: string) => string;
  readonly columns: {
    readonly period: string;
    readonly names: Readonly<Record<TrendSeries["of"], string>>;
    readonly difference: Readonly<Record<TrendValue, string>>;
    /** Where there are two of them. */
    readonly from: Readonly<Record<"cluster" | "country", (difference: string) => string>>;
    readonly signals: string;
    readonly index: (name: string) => string;
  };
  /** Before a notice about the differences from the country. */
  readonly aboutCountry: string;
  readonly notices: Readonly<Record<string, (facts: { readonly [fact: string]: string }) => string>>;
}

export const TREND_WORDS: Readonly<Record<Language, TrendWords>> = {
  da: {
    development: (from, to, clauses) => `Fra ${from} til ${to} ${clauses}.`,
    moved: (name, from, to, index, isFirst) =>
      `${isFirst ? "er " : ""}${name}${isFirst ? " gået" : ""} fra ${from} til ${to} (indeks ${index})`,
    standing: (period, clauses) => `I ${period} ${clauses}.`,
    stands: (name, value, isFirst) => `${isFirst ? "ligger " : ""}${name} på ${value}`,
    names: { municipality: "kommunen", cluster: "sammenligningskommunerne", country: "hele landet" },
    values: { "rate": "andelen", "actual-over-expected": "faktisk i forhold til forventet" },
    measured: (value, definition, origin) =>
      `Vist er ${value} (${definition})${origin === "" ? "" : `, kilde: ${origin}`}.`,
    cluster: {
      "totals": (count, name, municipality) =>
        `Sammenligningskommunerne${name} er ${count} lagt sammen, uden ${municipality} selv.`,
      "plain-mean": (count, name, municipality) =>
        `Sammenligningskommunerne${name} er gennemsnittet af ${count}, uden ${municipality} selv.`,
    },
    usual: {
      cluster: (center, limits) =>
        `Forskellen mellem kommunen og sammenligningskommunerne svinger omkring ${center}; de naturlige procesgrænser er ${limits}.`,
      country: (center, limits) =>
        `Forskellen mellem kommunen og hele landet svinger omkring ${center}; de naturlige procesgrænser er ${limits}.`,
    },
    base: (period) =>
      `Indekset sætter ${period} til 100: var et tal tilfældigt højt eller lavt dér, er hele dets linje forskudt.`,
    points: (limits) => `${limits} procentpoint`,
    noSignal: "Ingen periode viser mere end de sædvanlige udsving.",
    signals: (periods) => `Mere end de sædvanlige udsving ses her: ${periods}.`,
    rules: {
      "beyond-limit": "uden for en grænse",
      "near-limit": "tre af fire i træk nærmere en grænse end midten",
      "long-run": "otte i træk på samme side af midten",
      "large-range": "et større spring end sædvanligt",
    },
    direction: {
      "higher-is-better": "Et højt tal er godt.",
      "lower-is-better": "Et lavt tal er godt.",
    },
    descriptive: "Tallene beskriver udviklingen. De viser ikke, hvad der ligger bag den.",
    caption: (base) => (base === "" ? "Udviklingen" : `Udviklingen (indeks: ${base} = 100)`),
    columns: {
      period: "Periode",
      names: {
        municipality: "Kommunen",
        cluster: "Sammenligningskommunerne",
        country: "Hele landet",
      },
      difference: { "rate": "Forskel i procentpoint", "actual-over-expected": "Forskel" },
      from: {
        cluster: (difference) => `${difference}, sammenligningskommunerne`,
        country: (difference) => `${difference}, hele landet`,
      },
      signals: "Signal",
      index: (name) => `Indeks, ${name}`,
    },
    aboutCountry: "Om forskellen til hele landet: ",
    notices: {
      "few-periods": ({ periods = "", minimum = "" }) =>
        `Forskellen er kun kendt i ${periods} ${periods === "1" ? "periode" : "perioder"}. Procesgrænser kræver mindst ${minimum}, så der er ingen.`,
      "gaps-passed-over": ({ periods = "" }) =>
        `Perioder uden tal (${periods}) er sprunget over i beregningen af procesgrænserne.`,
      "overlapping-periods": () =>
        "Perioderne er rullende og overlapper hinanden. Forskellene svinger derfor mindre fra gang til gang, end de ellers ville, og procesgrænserne er for snævre: et signal siger mindre.",
      "cluster-changes": ({ municipalities = "" }) =>
        `Ingen af sammenligningskommunerne har tal i alle perioder (${municipalities}), så de er ikke de samme fra periode til periode. En ændring kan skyldes det alene, og der er derfor hverken procesgrænser eller signaler.`,
      "left-out-of-cluster": ({ municipalities = "" }) =>
        `Uden tal i nogle af perioderne, og derfor ikke med blandt sammenligningskommunerne: ${municipalities}. Så er det de samme kommuner i alle perioder.`,
      "cluster-not-weighted": () =>
        "Ikke alle tal har en total. Sammenligningskommunerne er derfor et simpelt gennemsnit, hvor små kommuner tæller lige så meget som store.",
      "no-base": () => "Der er ingen periode, hvor alle har et tal over 0, og derfor intet indeks.",
      "short-series": ({ values = "" }) =>
        `Procesgrænserne er beregnet af ${values} ${values === "1" ? "periode" : "perioder"} og flytter sig med hver ny.`,
      "constant-series": () => "Forskellen er den samme i alle perioder; grænserne siger ikke noget.",
    },
  },
  en: {
    development: (from, to, clauses) => `From ${from} to ${to}, ${clauses}.`,
    moved: (name, from, to, index, isFirst) =>
      `${name}${isFirst ? " went" : ""} from ${from} to ${to} (index ${index})`,
    standing: (period, clauses) => `In ${period}, ${clauses}.`,
    stands: (name, value, isFirst) => `${name} ${isFirst ? "lies " : ""}at ${value}`,
    names: {
      municipality: "the municipality",
      cluster: "the comparable municipalities",
      country: "the country",
    },
    values: { "rate": "the share", "actual-over-expected": "actual over expected" },
    measured: (value, definition, origin) =>
      `Shown is ${value} (${definition})${origin === "" ? "" : `, source: ${origin}`}.`,
    cluster: {
      "totals": (count, name, municipality) =>
        `The comparable municipalities${name} are ${count} added up, without ${municipality} itself.`,
      "plain-mean": (count, name, municipality) =>
        `The comparable municipalities${name} are the mean of ${count}, without ${municipality} itself.`,
    },
    usual: {
      cluster: (center, limits) =>
        `The difference between the municipality and the comparable municipalities moves about ${center}; the natural process limits are ${limits}.`,
      country: (center, limits) =>
        `The difference between the municipality and the country moves about ${center}; the natural process limits are ${limits}.`,
    },
    base: (period) =>
      `The index sets ${period} to 100: where a figure happened to be high or low there, all of its line is shifted.`,
    points: (limits) => `${limits} percentage points`,
    noSignal: "No period shows more than the usual ups and downs.",
    signals: (periods) => `More than the usual ups and downs shows here: ${periods}.`,
    rules: {
      "beyond-limit": "beyond a limit",
      "near-limit": "three of four in a row nearer to a limit than to the center",
      "long-run": "eight in a row on one side of the center",
      "large-range": "a larger jump than usual",
    },
    direction: {
      "higher-is-better": "A high figure is the good end.",
      "lower-is-better": "A low figure is the good end.",
    },
    descriptive: "The figures describe the development. They don't show what lies behind it.",
    caption: (base) => (base === "" ? "The development" : `The development (index: ${base} = 100)`),
    columns: {
      period: "Period",
      names: {
        municipality: "The municipality",
        cluster: "Comparable municipalities",
        country: "The country",
      },
      difference: { "rate": "Difference in percentage points", "actual-over-expected": "Difference" },
      from: {
        cluster: (difference) => `${difference}, comparable municipalities`,
        country: (difference) => `${difference}, the country`,
      },
      signals: "Signal",
      index: (name) => `Index, ${name}`,
    },
    aboutCountry: "About the difference from the country: ",
    notices: {
      "few-periods": ({ periods = "", minimum = "" }) =>
        `The difference is known in ${periods} ${periods === "1" ? "period" : "periods"} only. Process limits take at least ${minimum}, so there are none.`,
      "gaps-passed-over": ({ periods = "" }) =>
        `Periods without figures (${periods}) were passed over when the process limits were computed.`,
      "overlapping-periods": () =>
        "The periods are rolling and overlap. The differences therefore move less from one to the next than they otherwise would, and the process limits are too narrow: a signal says less.",
      "cluster-changes": ({ municipalities = "" }) =>
        `None of the comparable municipalities has figures in all periods (${municipalities}), so they aren't the same from period to period. A change may come of that alone, and there are neither process limits nor signals.`,
      "left-out-of-cluster": ({ municipalities = "" }) =>
        `Without figures in some of the periods, and therefore not among the comparable municipalities: ${municipalities}. So they are the same in all periods.`,
      "cluster-not-weighted": () =>
        "Not all figures have a total. So the comparable municipalities are a plain mean, in which small municipalities count as much as large ones.",
      "no-base": () => "There is no period in which all have a figure above 0, and so no index.",
      "short-series": ({ values = "" }) =>
        `The process limits are taken from ${values} ${values === "1" ? "period" : "periods"} and move with each further one.`,
      "constant-series": () => "The difference is the same in all periods; the limits tell nothing.",
    },
  },
};

/** A notice about a development as a sentence. */
export function describeTrendNotice(notice: Notice, language: Language): string {
  const { code, severity: _severity, ...given } = notice;
  const facts = Object.fromEntries(
    Object.entries(given).map(([name, fact]) => [name, Array.isArray(fact) ? fact.join(", ") : String(fact)]),
  );
  const { notices, aboutCountry } = TREND_WORDS[language];
  const text = notices[code]?.(facts) ?? code;
  return facts["from"] === "country" ? `${aboutCountry}${text}` : text;
}
