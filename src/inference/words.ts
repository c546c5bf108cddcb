import type { Notice } from "../core/index.js";
import { formatCount, formatNumber, type Language } from "../display/index.js";
import { BOUNDS_NOTICES, BOUNDS_REASONS } from "./boundsWords.js";
import { COST_NOTICES, COST_REASONS } from "./costWords.js";
import { META_NOTICES, META_REASONS } from "./metaWords.js";
import { RANDOMIZATION_NOTICES } from "./randomizationWords.js";
import { REGRESSION_NOTICES, REGRESSION_REASONS } from "./regressionWords.js";
import { SAMPLE_NOTICES, SAMPLE_REASONS } from "./sampleWords.js";
import { SURVIVAL_NOTICES, SURVIVAL_REASONS } from "./survivalWords.js";
import type { Alternative } from "./types.js";
import { UNIT_NOTICES, UNIT_REASONS } from "./unitsWords.js";

type Wording = Readonly<Record<Language, string>>;

/** The words around the numbers. */
export const PHRASES: Readonly<
  Record<
    Language,
    {
      readonly twoSided: (level: string) => string;
      readonly oneSided: (level: string) => string;
      readonly notEstimable: string;
      /** Between the pieces of an interval. */
      readonly or: string;
      readonly method: string;
      readonly statistic: string;
      readonly count: (events: string, total: string) => string;
      readonly groups: Readonly<Record<string, string>>;
      readonly alternatives: Readonly<Record<Alternative, string>>;
    }
  >
> = {
  en: {
    twoSided: (level) => `${level} confidence interval`,
    oneSided: (level) => `one-sided ${level} confidence interval`,
    notEstimable: "not estimable",
    or: " or ",
    method: "Method",
    statistic: "statistic",
    count: (events, total) => `${events} of ${total}`,
    groups: { comparator: "Comparator", reference: "Reference", count: "Count" },
    alternatives: { "two-sided": "two-sided", "greater": "one-sided, greater", "less": "one-sided, less" },
  },
  da: {
    twoSided: (level) => `${level}-konfidensinterval`,
    oneSided: (level) => `ensidet ${level}-konfidensinterval`,
    notEstimable: "kan ikke estimeres",
    or: " eller ",
    method: "Metode",
    statistic: "teststørrelse",
    count: (events, total) => `${events} af ${total}`,
    groups: { comparator: "Sammenlignet", reference: "Reference", count: "Antal" },
    alternatives: { "two-sided": "tosidet", "greater": "ensidet, større", "less": "ensidet, mindre" },
  },
};

/** Why nothing could be estimated, by reason. */
const REASONS: Readonly<Record<string, Wording>> = {
  "no-observations": { en: "a group is empty", da: "en gruppe er tom" },
  "no-events": { en: "there is no event in either group", da: "ingen af grupperne har hændelser" },
  "no-variation": {
    en: "all or none of both groups have the event",
    da: "alle eller ingen i begge grupper har hændelsen",
  },
  "one-stratum": {
    en: "fewer than two strata tell of the effect",
    da: "færre end to strata siger noget om effekten",
  },
  "no-common-odds-ratio": {
    en: "the common odds ratio is 0 or infinite",
    da: "den fælles oddsratio er 0 eller uendelig",
  },
  "no-weight": { en: "no stratum has both groups", da: "intet stratum har begge grupper" },
  "no-variation-within-blocks": {
    en: "in every block all or none have the event, or the draw had no choice",
    da: "i hver blok har alle eller ingen hændelsen, eller lodtrækningen havde intet valg",
  },
  "zero-variance": {
    en: "the variance is estimated at 0, the outcomes being alike in each group of a stratum",
    da: "variansen estimeres til 0, fordi udfaldene er ens i hver gruppe af et stratum",
  },
  "too-early": {
    en: "too few have been followed for long enough yet",
    da: "endnu er for få fulgt længe nok",
  },
  ...BOUNDS_REASONS,
  ...COST_REASONS,
  ...META_REASONS,
  ...REGRESSION_REASONS,
  ...SAMPLE_REASONS,
  ...SURVIVAL_REASONS,
  ...UNIT_REASONS,
};

/** Why nothing could be estimated, in words; an unknown reason by its own name. */
export function reasonText(reason: string, language: Language): string {
  return REASONS[reason]?.[language] ?? reason;
}

/** What the notices of this folder say. */
const NOTICES: Readonly<Record<string, Readonly<Record<Language, (notice: Notice) => string>>>> = {
  "not-estimable": {
    en: ({ reason }) => `Nothing can be estimated: ${reasonText(String(reason), "en")}.`,
    da: ({ reason }) => `Intet kan estimeres: ${reasonText(String(reason), "da")}.`,
  },
  "zero-variance": {
    en: () =>
      "The estimated variance is 0, so the interval has no width and the p-value means nothing; take another method.",
    da: () =>
      "Den estimerede varians er 0, så intervallet har ingen bredde, og p-værdien siger intet; vælg en anden metode.",
  },
  "zero-cell": {
    en: () =>
      "The ratio is 0 or infinite, where this method has no variance: the interval excludes nothing and there is no test. Take Miettinen–Nurminen’s method or an exact test.",
    da: () =>
      "Forholdet er 0 eller uendeligt, hvor metoden ingen varians har: intervallet udelukker intet, og der er ingen test. Brug Miettinen–Nurminens metode eller en eksakt test.",
  },
  "strata-without-weight": {
    en: ({ strata, observations }) =>
      `Strata with an empty group carry no weight: ${String(strata)}, with ${String(observations)} observations.`,
    da: ({ strata, observations }) =>
      `Strata med en tom gruppe har ingen vægt: ${String(strata)}, med ${String(observations)} observationer.`,
  },
  "estimates-without-weight": {
    en: ({ estimates }) =>
      `Estimates that can't be had or have no standard error carry no weight: ${String(estimates)}. Differences by mantel-haenszel, difference-in-means or wald have one.`,
    da: ({ estimates }) =>
      `Estimater, der ikke kan beregnes eller er uden standardfejl, har ingen vægt: ${String(estimates)}. Forskelle efter mantel-haenszel, difference-in-means eller wald har en.`,
  },
  "through-infinity": {
    en: () =>
      "The interval of the difference holds 0, so that the number runs from harm over infinity to benefit: in two pieces.",
    da: () => "Forskellens interval rummer 0, så tallet går fra skade over uendelig til gavn: i to stykker.",
  },
  "halves-added": {
    en: ({ strata }) =>
      `1/2 was added to the cells of ${String(strata)} strata in which all or none of a group have the event.`,
    da: ({ strata }) =>
      `1/2 er lagt til cellerne i ${String(strata)} strata, hvor alle eller ingen i en gruppe har hændelsen.`,
  },
  "sparse-strata": {
    en: ({ strata, of }) =>
      `Strata with an expected cell below 5: ${counted(strata, "en")} of ${counted(of, "en")}, more than a fifth. There Breslow–Day’s and Tarone’s tests, and Cochran’s Q of differences, reject too often, and Cochran’s Q of ratios too seldom, mostly more so the smaller the strata.`,
    da: ({ strata, of }) =>
      `Strata med en forventet celle under 5: ${counted(strata, "da")} af ${counted(of, "da")}, mere end en femtedel. Dér forkaster Breslow–Days og Tarones test samt Cochrans Q for differenser for ofte og Cochrans Q for forhold for sjældent, som regel mere, jo mindre strata er.`,
  },
  "mantel-fleiss": {
    en: ({ room }) =>
      `Given the margins the events can differ from their expectation by only ${decimal(room, "en")} to one side, less than the 5 that Mantel and Fleiss ask for, so this test is only approximate; take the exact test (randomizationTest).`,
    da: ({ room }) =>
      `Givet marginalerne kan hændelserne kun afvige ${decimal(room, "da")} fra det forventede til den ene side, mindre end de 5, som Mantel og Fleiss kræver, så testen er kun tilnærmet; brug den eksakte test (randomizationTest).`,
  },
  "small-expected-count": {
    en: () =>
      "An expected count is below 5, where this test is only approximate; consider Fisher’s exact test.",
    da: () => "Et forventet antal er under 5, hvor testen kun er tilnærmet; overvej Fishers eksakte test.",
  },
  ...BOUNDS_NOTICES,
  ...COST_NOTICES,
  ...META_NOTICES,
  ...RANDOMIZATION_NOTICES,
  ...REGRESSION_NOTICES,
  ...SAMPLE_NOTICES,
  ...SURVIVAL_NOTICES,
  ...UNIT_NOTICES,
};

function counted(value: unknown, language: Language): string {
  return formatCount(Number(value), { language });
}

function decimal(value: unknown, language: Language): string {
  return formatNumber(Number(value), { language, decimals: 1 });
}

/** A notice in words. */
export function noticeText(notice: Notice, language: Language): string {
  return NOTICES[notice.code]?.[language](notice) ?? notice.code;
}
