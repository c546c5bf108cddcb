import type { Notice } from "../core/index.js";
import { formatCount, formatNumber, type Language, type Noun } from "../display/index.js";

type Wording = Readonly<Record<Language, string>>;
type NoticeWording = Readonly<Record<Language, (notice: Notice) => string>>;

/** What the standard errors of a regression build on. */
export const COVARIANCE_NAMES: Readonly<Record<string, Wording>> = {
  hc2: { en: "HC2, robust to unequal variances", da: "HC2, robuste over for ulige varianser" },
  hc0: { en: "HC0, robust to unequal variances", da: "HC0, robuste over for ulige varianser" },
  hc3: { en: "HC3, robust to unequal variances", da: "HC3, robuste over for ulige varianser" },
  cr0: { en: "CR0, by clusters", da: "CR0, efter klynger" },
  cr2: { en: "CR2, by clusters", da: "CR2, efter klynger" },
  model: { en: "as the model has it", da: "efter modellen" },
};

/** The words around a fit. */
export const FIT_PHRASES: Readonly<
  Record<
    Language,
    {
      readonly observations: Noun;
      readonly term: string;
      readonly estimate: string;
      readonly standardError: string;
      readonly covariance: string;
      readonly logLikelihood: string;
    }
  >
> = {
  en: {
    observations: ["observation", "observations"],
    term: "Term",
    estimate: "Estimate",
    standardError: "Standard error",
    covariance: "Standard errors",
    logLikelihood: "Log-likelihood",
  },
  da: {
    observations: ["observation", "observationer"],
    term: "Led",
    estimate: "Estimat",
    standardError: "Standardfejl",
    covariance: "Standardfejl",
    logLikelihood: "Log-likelihood",
  },
};

/** The two means that an adjusted difference is made of. */
export const ADJUSTED_MEANS: Readonly<Record<Language, (comparator: string, reference: string) => string>> = {
  en: (comparator, reference) => `Adjusted means: comparator ${comparator}, reference ${reference}.`,
  da: (comparator, reference) => `Justerede gennemsnit: sammenlignet ${comparator}, reference ${reference}.`,
};

/** What the assignment did to what was received. */
export const FIRST_STAGE: Readonly<Record<Language, (difference: string, statistic: string) => string>> = {
  en: (difference, statistic) =>
    `Difference that the assignment made to what was received: ${difference} (F = ${statistic}).`,
  da: (difference, statistic) =>
    `Forskel, som lodtrækningen gjorde i det modtagne: ${difference} (F = ${statistic}).`,
};

/** Why a regression can't be estimated. */
export const REGRESSION_REASONS: Readonly<Record<string, Wording>> = {
  "no-rows": { en: "there are no rows", da: "der er ingen rækker" },
  "no-degrees-of-freedom": {
    en: "there are no more rows than terms",
    da: "der er ikke flere rækker end led",
  },
  "separation": {
    en: "the predictors separate those with the outcome from those without",
    da: "forklaringsvariablene skiller dem med udfaldet fra dem uden",
  },
  "not-converged": { en: "the iteration found no maximum", da: "iterationen fandt intet maksimum" },
  "lone-units": {
    en: "too few blocks have more than one unit in each group",
    da: "for få blokke har mere end én enhed i hver gruppe",
  },
  "too-few-clusters": { en: "there are too few clusters", da: "der er for få klynger" },
  "no-first-stage": {
    en: "the draw made no difference to who took part",
    da: "lodtrækningen gjorde ingen forskel for, hvem der deltog",
  },
};

/** What the notices of regressions say. */
export const REGRESSION_NOTICES: Readonly<Record<string, NoticeWording>> = {
  "aliased-terms": {
    en: ({ terms }) => `Left out, since the other terms already tell what they tell: ${listed(terms)}.`,
    da: ({ terms }) => `Udeladt, fordi de øvrige led allerede siger det samme: ${listed(terms)}.`,
  },
  "separation": {
    en: ({ extent, terms }) =>
      `${extent === "complete" ? "Complete separation: the outcome" : "Quasi-complete separation: for some rows the outcome"} can be told without error from ${listed(terms)}, so the likelihood has no maximum.`,
    da: ({ extent, terms }) =>
      `${extent === "complete" ? "Fuldstændig separation: udfaldet" : "Næsten fuldstændig separation: for nogle rækker"} kan ${extent === "complete" ? "" : "udfaldet "}siges uden fejl ud fra ${listed(terms)}, så likelihood-funktionen har intet maksimum.`,
  },
  "fitted-exactly": {
    en: ({ what, count }) =>
      `${what === "rows" ? "Rows" : "Clusters"} that the model fits whatever their responses: ${counted(count, "en")}. They tell nothing of their own variance.`,
    da: ({ what, count }) =>
      `${what === "rows" ? "Rækker" : "Klynger"}, som modellen rammer uanset deres udfald: ${counted(count, "da")}. De siger intet om deres egen varians.`,
  },
  "few-clusters": {
    en: ({ degreesOfFreedom }) =>
      `So few or so unequal clusters that the variance rests on ${decimal(degreesOfFreedom, "en")} degrees of freedom.`,
    da: ({ degreesOfFreedom }) =>
      `Så få eller så ulige klynger, at variansen hviler på ${decimal(degreesOfFreedom, "da")} frihedsgrader.`,
  },
  "small-blocks": {
    en: ({ blocks, joined }) =>
      `Blocks with a single unit in a group: ${counted(blocks, "en")}. Their variance is taken from the differences between them${joined === 0 ? "" : ` and the smallest others, ${counted(joined, "en")}`}.`,
    da: ({ blocks, joined }) =>
      `Blokke med en enkelt enhed i en gruppe: ${counted(blocks, "da")}. Deres varians er taget fra forskellene mellem dem${joined === 0 ? "" : ` og de mindste andre, ${counted(joined, "da")}`}.`,
  },
  "blocks-unused": {
    en: () =>
      "The weights of the two groups don’t sum to the same within each block, so chance decided the numbers too, and the variance is taken over all blocks.",
    da: () =>
      "Vægtene i de to grupper har ikke samme sum inden for hver blok, så tilfældet afgjorde også antallene, og variansen er taget over alle blokke.",
  },
  "covariates-unused": {
    en: ({ covariates }) => `This method doesn’t adjust for covariates: ${listed(covariates)}.`,
    da: ({ covariates }) => `Metoden justerer ikke for kovariater: ${listed(covariates)}.`,
  },
  "weak-instrument": {
    en: ({ firstStage }) =>
      `The draw moved few to take part (first-stage F = ${decimal(firstStage, "en")}, below 10), where this interval can be far wrong; take the Anderson–Rubin interval.`,
    da: ({ firstStage }) =>
      `Lodtrækningen fik få til at deltage (F = ${decimal(firstStage, "da")} i første trin, under 10), og så kan intervallet være helt forkert; brug Anderson–Rubin-intervallet.`,
  },
  "unbounded-interval": {
    en: () =>
      "So little depends on the draw who took part that the data can’t bound the effect on both sides.",
    da: () =>
      "Det afhænger så lidt af lodtrækningen, hvem der deltog, at data ikke kan begrænse effekten til begge sider.",
  },
};

function listed(terms: unknown): string {
  return Array.isArray(terms) ? terms.join(", ") : String(terms);
}

function counted(value: unknown, language: Language): string {
  return formatCount(Number(value), { language });
}

function decimal(value: unknown, language: Language): string {
  return formatNumber(Number(value), { language, decimals: 1 });
}
