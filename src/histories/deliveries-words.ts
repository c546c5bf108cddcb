import type { Notice } from "../core/index.js";
import { formatCounted, formatDate, formatPercent, type Language } from "../display/index.js";
import type { RevisionBand } from "./deliveries-types.js";

interface DeliveryWords {
  readonly lead: (changed: number, both: number, share: number | null) => string;
  readonly covered: (from: string | undefined, to: string) => string;
  readonly reach: (percent: string, daysBack: number, until: string) => string;
  readonly onlyBefore: (citizens: number) => string;
  readonly onlyAfter: (citizens: number) => string;
  readonly states: { readonly caption: string; readonly columns: readonly string[] };
  readonly bands: { readonly caption: (until: string) => string; readonly columns: readonly string[] };
  readonly band: (band: RevisionBand) => string;
  readonly reading: string;
  readonly notices: Readonly<Record<string, string>>;
}

const da = (count: number, one: string, many: string): string =>
  formatCounted(count, [one, many], { language: "da" });
const en = (count: number, one: string, many: string): string =>
  formatCounted(count, [one, many], { language: "en" });

export const DELIVERY_WORDS: Readonly<Record<Language, DeliveryWords>> = {
  da: {
    lead: (changed, both, share) =>
      changed === 0
        ? `De to leverancer siger det samme om ${da(both, "borger", "borgere")}.`
        : `Den nye leverance har rettet i ${da(changed, "borgers", "borgeres")} historik, ud af ${da(both, "borger", "borgere")}${share === null ? "" : ` (${formatPercent(share, { language: "da" })})`}.`,
    covered: (from, to) =>
      `Sammenlignet er de dage, som begge leverancer dækker: ${from === undefined ? "" : `${from} `}til og med ${to}.`,
    reach: (percent, daysBack, until) =>
      `${percent} af de rettede dage ligger højst ${da(daysBack, "dag", "dage")} før ${until}, den første leverances sidste dag.`,
    onlyBefore: (citizens) =>
      `${da(citizens, "borger", "borgere")} findes kun i den første leverance og er ikke sammenlignet.`,
    onlyAfter: (citizens) =>
      `${da(citizens, "borger", "borgere")} findes kun i den nye leverance og er ikke sammenlignet.`,
    states: {
      caption: "Rettede dage efter tilstand",
      columns: ["Tilstand", "Dage kommet til", "Dage faldet bort", "Borgere"],
    },
    bands: {
      caption: (until) => `Rettede dage efter, hvor langt de ligger før ${until}`,
      columns: ["Før", "Rettede dage", "Alle dage", "Andel"],
    },
    band: ({ fromDaysBack, toDaysBack }) =>
      toDaysBack === null ? `${fromDaysBack} dage eller mere` : `${fromDaysBack}–${toDaysBack} dage`,
    reading:
      "En dag er rettet, når borgerens tilstande den dag er andre end før; den tæller én gang, også når én tilstand er afløst af en anden.",
    notices: {
      "states-differ":
        "De to leverancer er læst med forskellige tilstande; det kan i sig selv give forskelle.",
      "later-ends-earlier": "Den anden leverance slutter før den første; er de byttet om?",
      "no-common-days": "De to leverancer dækker ingen fælles dage; intet er sammenlignet.",
    },
  },
  en: {
    lead: (changed, both, share) =>
      changed === 0
        ? `Both deliveries tell the same of ${en(both, "citizen", "citizens")}.`
        : `The later delivery has corrected the history of ${en(changed, "citizen", "citizens")} out of ${en(both, "citizen", "citizens")}${share === null ? "" : ` (${formatPercent(share, { language: "en" })})`}.`,
    covered: (from, to) =>
      `Compared are the days that both deliveries cover: ${from === undefined ? "" : `${from} `}up to ${to}.`,
    reach: (percent, daysBack, until) =>
      `${percent} of the corrected days lie no more than ${en(daysBack, "day", "days")} before ${until}, the earlier delivery's last day.`,
    onlyBefore: (citizens) =>
      `Only in the earlier delivery, and not compared: ${en(citizens, "citizen", "citizens")}.`,
    onlyAfter: (citizens) =>
      `Only in the later delivery, and not compared: ${en(citizens, "citizen", "citizens")}.`,
    states: {
      caption: "Corrected days by state",
      columns: ["State", "Days gained", "Days lost", "Citizens"],
    },
    bands: {
      caption: (until) => `Corrected days by how far they lie before ${until}`,
      columns: ["Before", "Corrected days", "All days", "Share"],
    },
    band: ({ fromDaysBack, toDaysBack }) =>
      toDaysBack === null ? `${fromDaysBack} days or more` : `${fromDaysBack}–${toDaysBack} days`,
    reading:
      "A day is corrected if the citizen's states on it are others than before; it counts once, also where one state took another's place.",
    notices: {
      "states-differ":
        "The deliveries were read with different states, which by itself can make differences.",
      "later-ends-earlier": "The second delivery ends before the first; are they in the wrong order?",
      "no-common-days": "The deliveries cover no day in common; nothing was compared.",
    },
  },
};

/** A notice of a comparison, in words. */
export function describeDeliveryNotice({ code }: Notice, language: Language): string {
  return DELIVERY_WORDS[language].notices[code] ?? code;
}

/** An ISO date as the language writes it, or nothing. */
export function dateWords(date: string | undefined, language: Language): string | undefined {
  return date === undefined ? undefined : formatDate(date, { language });
}
