import type { Notice } from "../core/index.js";
import { formatCounted, type Language, type Noun } from "../display/index.js";

type Wording = Readonly<Record<Language, string>>;
type NoticeWording = Readonly<Record<Language, (notice: Notice) => string>>;

/** Why a survival analysis has nothing to estimate. */
export const SURVIVAL_REASONS: Readonly<Record<string, Wording>> = {
  "one-group": { en: "there is one group only", da: "der er kun én gruppe" },
  "no-comparison": {
    en: "there is no event while more than one group is followed",
    da: "der er ingen hændelse, mens mere end én gruppe følges",
  },
  "no-event": { en: "no one has the event", da: "ingen har hændelsen" },
};

/** What the notices of survival analyses say. */
export const SURVIVAL_NOTICES: Readonly<Record<string, NoticeWording>> = {
  "limits-exclude-nothing": {
    en: () =>
      "Before the first event, and where no one is left, a curve has no interval on this scale: the limits 0 and 1 there exclude nothing.",
    da: () =>
      "Før den første hændelse, og hvor ingen er tilbage, har en kurve intet interval på denne skala: grænserne 0 og 1 udelukker intet.",
  },
  "limits-without-width": {
    en: () =>
      "Before the first event the limits coincide with the curve on this scale, which says nothing about its uncertainty; the log-log scale doesn’t.",
    da: () =>
      "Før den første hændelse falder grænserne på denne skala sammen med kurven, hvilket intet siger om usikkerheden; det undgår log-log-skalaen.",
  },
  "monotone-likelihood": {
    en: ({ terms }) =>
      `Whoever has the event always has the extreme value of ${listed(terms)} among those still followed, so the likelihood rises without end with the coefficient. It has no standard error and its interval excludes nothing; take a log-rank test, or leave the term out.`,
    da: ({ terms }) =>
      `Den, der får hændelsen, har altid den yderste værdi af ${listed(terms)} blandt dem, der stadig følges, så likelihood-funktionen vokser uden ende med koefficienten. Den har ingen standardfejl, og dens interval udelukker intet; brug en log-rank-test, eller udelad leddet.`,
  },
  "small-strata": {
    en: ({ strata, events }) =>
      `With ${counted(strata, ["stratum", "strata"], "en")} of ${counted(events, ["event", "events"], "en")} the rows of a stratum hang together, and a robust covariance that takes them apart is too small; take the strata, or what holds them, as clusters.`,
    da: ({ strata, events }) =>
      `Med ${counted(strata, ["stratum", "strata"], "da")} og ${counted(events, ["hændelse", "hændelser"], "da")} hænger rækkerne i et stratum sammen, og en robust kovarians, der skiller dem ad, er for lille; brug strata, eller det, der omfatter dem, som klynger.`,
  },
  "independent-rows": {
    en: () =>
      "The likelihood-ratio and score tests of all terms take all rows as independent, though there are clusters; the Wald test heeds them.",
    da: () =>
      "Likelihood ratio- og scoretesten af alle led regner alle rækker for uafhængige, selv om der er klynger; Walds test tager hensyn til dem.",
  },
  "not-converged": {
    en: ({ iterations }) =>
      `The iteration did not settle in ${counted(iterations, ["step", "steps"], "en")}; don’t use these numbers.`,
    da: ({ iterations }) =>
      `Iterationen faldt ikke til ro på ${counted(iterations, ["trin", "trin"], "da")}; brug ikke tallene.`,
  },
  "few-events": {
    en: ({ events }) =>
      `There ${events === 1 ? "is" : "are"} only ${counted(events, ["event", "events"], "en")}, too few for a normal approximation to be good.`,
    da: ({ events }) =>
      `Der er kun ${counted(events, ["hændelse", "hændelser"], "da")}, for få til at en normaltilnærmelse er god.`,
  },
};

/** The words around curves, and around what comes of them. */
export const SURVIVAL_PHRASES: Readonly<
  Record<
    Language,
    {
      readonly eventCount: Noun;
      readonly modelTest: (name: string, statistic: string, degrees: string, pValue: string) => string;
      readonly modelTests: Readonly<Record<"likelihood-ratio" | "wald", string>>;
      readonly line: string;
      readonly all: string;
      readonly cause: (cause: string) => string;
      readonly followed: string;
      readonly events: string;
      readonly expected: string;
      readonly median: string;
      readonly atEnd: string;
      readonly time: string;
      readonly atRisk: string;
      readonly meansUntil: (until: string) => string;
      readonly limits: (scale: string) => string;
      readonly scales: Readonly<Record<"log-log" | "log" | "plain", string>>;
      readonly errors: Readonly<Record<string, string>>;
    }
  >
> = {
  en: {
    eventCount: ["event", "events"],
    modelTest: (name, statistic, degrees, pValue) =>
      `${name} of all terms: ${statistic} on ${degrees} df, ${pValue}.`,
    modelTests: { "likelihood-ratio": "Likelihood-ratio test", "wald": "Wald test" },
    line: "Group",
    all: "All",
    cause: (cause) => `cause ${cause}`,
    followed: "Followed",
    events: "Events",
    expected: "Expected if the groups are alike",
    median: "Median time",
    atEnd: "At the end",
    time: "Time",
    atRisk: "At risk",
    meansUntil: (until) => `Mean time up to ${until}`,
    limits: (scale) => `Limits hold at each time by itself, symmetric on the ${scale} scale.`,
    scales: { "log-log": "log-log", "log": "logarithmic", "plain": "plain" },
    errors: {
      "greenwood": "Standard errors: Greenwood.",
      "infinitesimal-jackknife": "Standard errors: infinitesimal jackknife.",
      "aalen": "Standard errors: Aalen.",
      "delta": "Standard errors: delta method.",
    },
  },
  da: {
    eventCount: ["hændelse", "hændelser"],
    modelTest: (name, statistic, degrees, pValue) =>
      `${name} af alle led: ${statistic} med ${degrees} frihedsgrader, ${pValue}.`,
    modelTests: { "likelihood-ratio": "Likelihood ratio-test", "wald": "Walds test" },
    line: "Gruppe",
    all: "Alle",
    cause: (cause) => `årsag ${cause}`,
    followed: "Fulgt",
    events: "Hændelser",
    expected: "Forventet, hvis grupperne er ens",
    median: "Mediantid",
    atEnd: "Til sidst",
    time: "Tid",
    atRisk: "Under risiko",
    meansUntil: (until) => `Middeltid indtil ${until}`,
    limits: (scale) => `Grænserne gælder for hvert tidspunkt for sig, symmetrisk på ${scale}.`,
    scales: { "log-log": "log-log-skala", "log": "logaritmisk skala", "plain": "almindelig skala" },
    errors: {
      "greenwood": "Standardfejl: Greenwood.",
      "infinitesimal-jackknife": "Standardfejl: infinitesimal jackknife.",
      "aalen": "Standardfejl: Aalen.",
      "delta": "Standardfejl: deltametoden.",
    },
  },
};

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(", ") : String(values);
}

function counted(value: unknown, noun: Noun, language: Language): string {
  return formatCounted(Number(value), noun, { language });
}
