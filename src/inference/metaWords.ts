import type { Notice } from "../core/index.js";
import { formatCounted, type Language, type Noun } from "../display/index.js";

type Wording = Readonly<Record<Language, string>>;
type NoticeWording = Readonly<Record<Language, (notice: Notice) => string>>;

/** Why the mean of several true values can't be told. */
export const META_REASONS: Readonly<Record<string, Wording>> = {
  "too-few-studies": {
    en: "there are fewer than two, which don’t tell how far they lie apart",
    da: "der er færre end to, som ikke viser, hvor langt de ligger fra hinanden",
  },
  "all-or-none-in-each": {
    en: "wherever there is anyone, either all or none have the event",
    da: "overalt, hvor der er nogen, har enten alle eller ingen hændelsen",
  },
  "no-maximum": {
    en: "the rates lie further apart than the model can tell",
    da: "raterne ligger længere fra hinanden, end modellen kan sige noget om",
  },
};

/** What the notices of means of true values say. */
export const META_NOTICES: Readonly<Record<string, NoticeWording>> = {
  "narrow-interval": {
    en: () =>
      "The estimates lie so close together that Hartung and Knapp’s interval is narrower than the one that takes all true values for equal. That can be mere chance; look at the interval without adjustment too.",
    da: () =>
      "Estimaterne ligger så tæt, at Hartung og Knapps interval er smallere end det, der regner alle sande værdier for ens. Det kan være tilfældigt; se også på intervallet uden justering.",
  },
  "no-prediction": {
    en: () => "Two don’t tell where a further one may be expected: the prediction interval excludes nothing.",
    da: () => "To viser ikke, hvor endnu en kan ventes at ligge: prædiktionsintervallet udelukker intet.",
  },
  "closer-than-chance": {
    en: () =>
      "The estimates lie closer together than chance alone makes likely, even if all true values are equal: perhaps they depend on each other, or their variances are overstated.",
    da: () =>
      "Estimaterne ligger tættere, end tilfældet alene gør sandsynligt, selv om alle sande værdier er ens: måske afhænger de af hinanden, eller deres varianser er sat for højt.",
  },
  "empty-counts": {
    en: ({ counts }) => `Counts of no one tell nothing: ${String(counts)}.`,
    da: ({ counts }) => `Optællinger uden nogen siger intet: ${String(counts)}.`,
  },
};

const COUNTS: Readonly<Record<Language, Noun>> = {
  en: ["count", "counts"],
  da: ["optælling", "optællinger"],
};

const ESTIMATES: Readonly<Record<Language, Noun>> = {
  en: ["estimate", "estimates"],
  da: ["estimat", "estimater"],
};

/** The words around the mean of several true values. */
export const META_PHRASES: Readonly<
  Record<
    Language,
    {
      readonly estimates: (count: number) => string;
      readonly counts: (count: number) => string;
      readonly prediction: (limits: string, level: string) => string;
      readonly tau: (tau: string, limits: string, level: string) => string;
      readonly iSquared: (share: string) => string;
      readonly q: (statistic: string, degreesOfFreedom: number, pValue: string) => string;
      readonly spread: (tau: string) => string;
      readonly likelihoodRatio: (pValue: string) => string;
    }
  >
> = {
  en: {
    estimates: (count) => `From ${formatCounted(count, ESTIMATES.en, { language: "en" })}.`,
    counts: (count) => `From ${formatCounted(count, COUNTS.en, { language: "en" })}.`,
    prediction: (limits, level) =>
      `The true value of a further one may be expected from ${limits} (${level} prediction interval).`,
    tau: (tau, limits, level) =>
      `The true values’ standard deviation about their mean is τ = ${tau} (${level} confidence interval ${limits}).`,
    iSquared: (share) => `Of a typical estimate’s variance ${share} isn’t chance (I²).`,
    q: (statistic, degreesOfFreedom, pValue) =>
      `That all true values are equal: Q = ${statistic} on ${formatCounted(degreesOfFreedom, ["degree", "degrees"], { language: "en" })} of freedom, ${pValue}.`,
    spread: (tau) => `The logits of the true rates have the standard deviation τ = ${tau} about their mean.`,
    likelihoodRatio: (pValue) => `That all true rates are equal: likelihood-ratio test, ${pValue}.`,
  },
  da: {
    estimates: (count) => `Ud fra ${formatCounted(count, ESTIMATES.da, { language: "da" })}.`,
    counts: (count) => `Ud fra ${formatCounted(count, COUNTS.da, { language: "da" })}.`,
    prediction: (limits, level) =>
      `Den sande værdi for endnu en kan ventes at ligge på ${limits} (${level}-prædiktionsinterval).`,
    tau: (tau, limits, level) =>
      `De sande værdiers standardafvigelse om deres gennemsnit er τ = ${tau} (${level}-konfidensinterval ${limits}).`,
    iSquared: (share) => `Af et typisk estimats varians er ${share} ikke tilfældig (I²).`,
    q: (statistic, degreesOfFreedom, pValue) =>
      `At alle sande værdier er ens: Q = ${statistic} med ${formatCounted(degreesOfFreedom, ["frihedsgrad", "frihedsgrader"], { language: "da" })}, ${pValue}.`,
    spread: (tau) => `De sande raters logits har standardafvigelsen τ = ${tau} om deres gennemsnit.`,
    likelihoodRatio: (pValue) => `At alle sande rater er ens: likelihood ratio-test, ${pValue}.`,
  },
};
