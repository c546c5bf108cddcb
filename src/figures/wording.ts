import { formatCount, formatCounted, formatLevel, type Language } from "../display/index.js";
import type { Measure } from "./measures.js";

/** The words of the figures themselves; all others come from their callers. */
export interface Wording {
  readonly units: Readonly<Record<Measure["unit"], string>>;
  readonly ratio: string;
  readonly logarithmic: string;
  readonly points: string;
  readonly dashed: (line: string) => string;
  readonly interval: string;
  /** Of ranks, which come from simulation. */
  readonly rankInterval: string;
  /** Beside an interval that has one limit only. */
  readonly oneSided: string;
  /** Between the pieces of an interval. */
  readonly or: string;
  readonly forest: string;
  readonly flow: string;
  readonly caterpillar: string;
  readonly label: string;
  readonly stage: string;
  readonly count: string;
  readonly cluster: string;
  /** The rate of all together with its band. */
  readonly together: (cluster: string) => string;
  readonly incomparable: string;
  /** Both arms together, beside them. */
  readonly asAWhole: (municipality: string) => string;
  readonly survival: Readonly<Record<"survival" | "cumulative-incidence", string>>;
  readonly everyone: string;
  readonly curve: (number: string) => string;
  readonly cause: (cause: string) => string;
  readonly time: string;
  readonly atRisk: string;
  readonly followed: (count: number, events: number) => string;
  readonly unknown: string;
}

export const WORDING: Readonly<Record<Language, Wording>> = {
  da: {
    units: { percent: "Andel", points: "Procentpoint", number: "Estimat", rank: "Placering" },
    ratio: "Forhold",
    logarithmic: "logaritmisk skala",
    points: "procentpoint",
    dashed: (line) => `stiplet linje: ${line}`,
    interval: "KI",
    rankInterval: "interval",
    oneSided: "ensidet",
    or: " eller ",
    forest: "Estimater med konfidensintervaller",
    flow: "Forløbet fra henvisning til opgørelse",
    caterpillar: "Enhederne og sammenligningskommunerne",
    label: "Navn",
    stage: "Trin",
    count: "Antal",
    cluster: "Sammenligningskommunerne",
    together: (cluster) => `${cluster} under ét (båndet er tilfældig variation)`,
    incomparable: "Enhederne, opgjort på anden måde end kommunerne",
    asAWhole: (municipality) => `${municipality} som helhed`,
    survival: {
      "survival": "Andel uden hændelsen over tid",
      "cumulative-incidence": "Kumuleret incidens over tid",
    },
    everyone: "Alle",
    curve: (number) => `Kurve ${number}`,
    cause: (cause) => `årsag ${cause}`,
    time: "Tid",
    atRisk: "Under risiko",
    followed: (count, events) =>
      `${formatCount(count, { language: "da" })} fulgt, ${formatCounted(events, ["hændelse", "hændelser"], { language: "da" })}`,
    unknown: "ikke fulgt så længe",
  },
  en: {
    units: { percent: "Proportion", points: "Percentage points", number: "Estimate", rank: "Rank" },
    ratio: "Ratio",
    logarithmic: "logarithmic scale",
    points: "percentage points",
    dashed: (line) => `dashed line: ${line}`,
    interval: "CI",
    rankInterval: "interval",
    oneSided: "one-sided",
    or: " or ",
    forest: "Estimates with confidence intervals",
    flow: "From referral to analysis",
    caterpillar: "The units and the comparable municipalities",
    label: "Name",
    stage: "Stage",
    count: "Count",
    cluster: "Comparable municipalities",
    together: (cluster) => `${cluster}, all together (the band is chance)`,
    incomparable: "The units, measured otherwise than the municipalities",
    asAWhole: (municipality) => `${municipality} as a whole`,
    survival: {
      "survival": "Share without the event over time",
      "cumulative-incidence": "Cumulative incidence over time",
    },
    everyone: "All",
    curve: (number) => `Curve ${number}`,
    cause: (cause) => `cause ${cause}`,
    time: "Time",
    atRisk: "At risk",
    followed: (count, events) =>
      `${formatCount(count, { language: "en" })} followed, ${formatCounted(events, ["event", "events"], { language: "en" })}`,
    unknown: "not followed so long",
  },
};

/** Heading of a column of values: `Procentpoint (95 % KI)`; the level only where all rows share it. */
export function headingOfValues(
  measure: Measure,
  rows: readonly { readonly level?: number | undefined }[],
  language: Language,
): string {
  const words = WORDING[language];
  const unit = measure.scale === "log" ? words.ratio : words.units[measure.unit];
  const level = rows[0]?.level;
  const shared = level !== undefined && rows.every((row) => row.level === level);
  const interval = measure.unit === "rank" ? words.rankInterval : words.interval;
  return `${unit} (${shared ? `${formatLevel(level, { language })} ` : ""}${interval})`;
}
