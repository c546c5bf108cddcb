import type { Span } from "../core/index.js";
import type { Wording } from "./criterion.js";

/** Names of the default states and of the properties, as they stand after "in" and "without". */
const NAMES: Readonly<Record<string, Wording>> = {
  "municipal-support": { da: "kommunal forsørgelse", en: "municipal support" },
  "state-support": { da: "statslig forsørgelse", en: "state support" },
  "ordinary-employment": {
    da: "ordinært arbejde (også på deltid)",
    en: "ordinary employment (part-time too)",
  },
  "part-time": { da: "arbejde på deltid", en: "part-time work" },
  "subsidized-employment": { da: "støttet beskæftigelse", en: "subsidized employment" },
  "su-eligible": { da: "SU-berettigende uddannelse", en: "education that gives a right to SU" },
  "qualifying-education": { da: "kompetencegivende uddannelse", en: "qualifying education" },
  "pension": { da: "pension", en: "pension" },

  "ordinary-work": { da: "ordinært arbejde", en: "ordinary work" },
  "part-time-work": { da: "ordinært arbejde på deltid", en: "ordinary part-time work" },
  "fleksjob": { da: "fleksjob", en: "fleksjob" },
  "wage-subsidy": { da: "løntilskud", en: "wage subsidy" },
  "practice": { da: "virksomhedspraktik", en: "company practice" },
  "ordinary-education": { da: "ordinær uddannelse", en: "ordinary education" },
  "apprenticeship": { da: "elevuddannelse", en: "apprenticeship" },
  "cash-assistance": { da: "kontanthjælp", en: "cash assistance" },
  "education-assistance": { da: "uddannelseshjælp", en: "education assistance" },
  "unemployment-benefit": { da: "dagpenge", en: "unemployment benefit" },
  "sickness-benefit": { da: "sygedagpenge", en: "sickness benefit" },
  "unemployment-allowance": { da: "ledighedsydelse", en: "unemployment allowance" },
  "resource-program": { da: "ressourceforløb", en: "resource program" },
  "revalidation": { da: "revalidering", en: "revalidation" },
  "other-municipal": { da: "anden kommunal ydelse", en: "other municipal benefit" },
  "other-state": { da: "anden statslig ydelse", en: "other state benefit" },
  "disability-pension": { da: "førtidspension", en: "disability pension" },
  "state-pension": { da: "folkepension", en: "state pension" },
  "emigrated": { da: "udvandret", en: "emigrated" },
  "moved": { da: "fraflyttet", en: "moved away" },
  "dead": { da: "død", en: "dead" },

  // Of tenders that name states of their own.
  "clarified": { da: "tilstanden »afklaret«", en: "the state “clarified”" },
  "applied": { da: "tilstanden »har søgt optagelse«", en: "the state “has applied for admission”" },
  "fit": { da: "tilstanden »raskmeldt«", en: "the state “fit”" },
  "restored": { da: "tilstanden »restitueret«", en: "the state “restored”" },
  "social-and-health-education": {
    da: "social- og sundhedsuddannelse",
    en: "social and health education",
  },
  "fleksjob-half": { da: "fleksjob med halvt tilskud", en: "fleksjob with a subsidy of half the wage" },
  "fleksjob-two-thirds": {
    da: "fleksjob med to tredjedeles tilskud",
    en: "fleksjob with a subsidy of two thirds of the wage",
  },

  "municipality": { da: "kommunen", en: "the municipality" },
  "supplier": { da: "leverandøren", en: "the supplier" },
};

/** A state, a property or a measurer in words; a protocol's own stands as it is. */
export function nameOf(id: string, language: keyof Wording): string {
  return Object.hasOwn(NAMES, id) ? (NAMES[id]?.[language] ?? id) : id;
}

const OR: Wording = { da: "eller", en: "or" };

/** Alternatives in words: `a, b or c`. */
export function alternatives(names: readonly string[], language: keyof Wording): string {
  const last = names.at(-1) ?? "";
  const others = names.slice(0, -1);
  return others.length === 0 ? last : `${others.join(", ")} ${OR[language]} ${last}`;
}

const UNITS = {
  days: { da: ["dag", "dage"], en: ["day", "days"] },
  weeks: { da: ["uge", "uger"], en: ["week", "weeks"] },
  months: { da: ["måned", "måneder"], en: ["month", "months"] },
} as const;

/** A span in words: `6 months`. */
export function spanInWords(span: Span, language: keyof Wording): string {
  const [unit, amount] = Object.entries(span)[0] as [keyof typeof UNITS, number];
  return `${amount} ${UNITS[unit][language][amount === 1 ? 0 : 1]}`;
}
