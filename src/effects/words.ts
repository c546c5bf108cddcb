import type { Language } from "../display/index.js";
import type { PublishableVerdict } from "./types.js";

type VerdictCode = PublishableVerdict["code"];

/** What a verdict's sentence can mention, each part already written in the reader's language. */
export interface VerdictParts {
  readonly arm: string;
  readonly reference: string;
  /** "the difference in success rate is … (95% confidence interval …)". */
  readonly difference: string;
  readonly margin: string;
  readonly mature: string;
  readonly referenceMature: string;
  readonly minimum: string;
}

interface EffectWords {
  /** These sentences compare arms that chance made alike; a benchmark has other words of its own. */
  readonly verdicts: Readonly<Record<VerdictCode, (parts: VerdictParts) => string>>;
  /** Instead of a verdict, where nobody was allocated to an arm. */
  readonly empty: (arm: string, reference: string, empty: string) => string;
  /** The same, where nobody had been referred at all by the day of the review. */
  readonly noReferral: (arm: string, reference: string, asOf: string) => string;
  /** Instead of a verdict, while nobody has been followed for long enough in either. */
  readonly nobody: (arm: string, reference: string, minimum: string) => string;
  /** Instead of a verdict, where some have been followed and no outcome is known. */
  readonly unknown: (arm: string, reference: string) => string;
  readonly endless: (arm: string, reference: string) => string;
  readonly difference: (points: string, level: string, interval: string) => string;
  /** The same where there is no interval, the variance being 0. */
  readonly bareDifference: (points: string) => string;
  /** Beside a number that has no interval for that reason. */
  readonly withoutInterval: string;
  /** In its place where the verdict may be told, and its numbers not. */
  readonly hiddenDifference: string;
  readonly notEstimable: string;
  /** Beside the name of an analysis that gave nothing. */
  readonly without: (reason: string) => string;
  readonly secondary: string;
  readonly success: (criterion: string) => string;
  /** Who is compared: those referred until a day, of whom there may be none yet. */
  readonly cohort: Readonly<Record<"some" | "none", (matureThrough: string, asOf: string) => string>>;
  readonly interval: (level: string) => string;
  readonly versus: (arm: string, reference: string) => string;
  readonly rates: { readonly caption: string; readonly columns: (interval: string) => readonly string[] };
  readonly comparisons: {
    readonly caption: string;
    readonly columns: (interval: string) => readonly string[];
  };
  readonly contractual: {
    readonly caption: string;
    readonly columns: (interval: string) => readonly string[];
  };
  /** The difference that decides, by its method. */
  readonly deciding: Readonly<Record<string, string>>;
  readonly methods: Readonly<Record<"randomization" | "unstratified" | "fisher" | "bounds", string>>;
}

export const EFFECT_WORDS: Readonly<Record<Language, EffectWords>> = {
  da: {
    verdicts: {
      "too-early": ({ arm, reference, mature, referenceMature, minimum }) =>
        `Det er for tidligt at sammenligne ${arm} med ${reference}: henholdsvis ${mature} og ${referenceMature} borgere er fulgt længe nok, og planen kræver mindst ${minimum} hos hver.`,
      "better": ({ arm, reference, difference }) =>
        `${arm} har en højere succesrate end ${reference}: ${difference}.`,
      "worse": ({ arm, reference, difference }) =>
        `${arm} har en lavere succesrate end ${reference}: ${difference}.`,
      "not-worse": ({ arm, reference, difference, margin }) =>
        `${arm} er ikke dårligere end ${reference} inden for den aftalte margen på ${margin}: ${difference}.`,
      "inconclusive": ({ arm, reference, difference }) =>
        `Tallene kan ikke afgøre, om ${arm} eller ${reference} har den højeste succesrate: ${difference}.`,
      "suppressed": ({ arm, reference }) =>
        `${arm} og ${reference} sammenlignes ikke i denne udgave: tal, som sammenligningen er lavet af, er skjult, for at ingen lille gruppe af borgere kan regnes ud af dem.`,
    },
    empty: (arm, reference, empty) =>
      `${arm} kan ikke sammenlignes med ${reference}: ingen borgere er fordelt til ${empty}.`,
    noReferral: (arm, reference, asOf) =>
      `${arm} og ${reference} kan ikke sammenlignes: pr. ${asOf} var ingen borgere visiteret.`,
    nobody: (arm, reference, minimum) =>
      `Det er for tidligt at sammenligne ${arm} med ${reference}: ingen borgere er fulgt længe nok, og planen kræver mindst ${minimum} hos hver.`,
    unknown: (arm, reference) =>
      `${arm} og ${reference} kan ikke sammenlignes: intet udfald kendes. Kontrollér, om udtrækket er tomt.`,
    endless: (arm, reference) =>
      `${arm} kan ikke sammenlignes med ${reference} efter dette kriterium: det har ingen slutning, så ingen er fulgt længe nok.`,
    difference: (points, level, interval) =>
      `forskellen er ${points} (${level}-konfidensinterval ${interval})`,
    bareDifference: (points) =>
      `forskellen er ${points}, og den har intet konfidensinterval, fordi alle hos samme enhed har samme udfald i de blokke af fordelingen, der sammenlignes`,
    withoutInterval: "intet konfidensinterval: udfaldene varierer ikke",
    hiddenDifference:
      "hvor stor forskellen er, er skjult, for at ingen lille gruppe af borgere kan regnes ud af den",
    notEstimable:
      "forskellen kan ikke beregnes, fordi ingen blok af fordelingen har kendte udfald hos begge enheder",
    without: (reason) => `kan ikke beregnes: ${reason}`,
    secondary: "Kriteriet er supplerende; det er ikke det, der afgør sammenligningen.",
    success: (criterion) =>
      `I sammenligningen tæller succes efter »${criterion}«, målt fra visiteringen og lige længe for alle: hvor kontrakten måler efter forløbet, måles der her gennem det længst tilladte forløb og derefter kriteriets egen måleperiode.`,
    cohort: {
      some: (matureThrough, asOf) =>
        `Opgjort pr. ${asOf} for alle, der er visiteret senest ${matureThrough}.`,
      none: (_, asOf) => `Pr. ${asOf} er ingen visiteret tidligt nok til at være fulgt længe nok.`,
    },
    interval: (level) => `${level} KI`,
    versus: (arm, reference) => `${arm} mod ${reference}`,
    rates: {
      caption: "Succesrate efter enhed",
      columns: (interval) => [
        "Enhed",
        "Visiterede",
        "Fulgt længe nok",
        "Succes",
        "Ikke succes",
        "Ukendt",
        "Endnu ikke målt",
        "Uden for fordelingen",
        "Succesrate",
        interval,
        "Hvis ukendte udfald medregnes",
      ],
    },
    comparisons: {
      caption: "Forskel i succesrate, i procentpoint",
      columns: (interval) => ["Sammenligning", "Metode", "Forskel", interval, "p-værdi"],
    },
    contractual: {
      caption: "Kontraktens egne, foreløbige tal: sammenlignes ikke mellem enhederne",
      columns: (interval) => [
        "Enhed",

        "Succes",
        "Ikke succes",
        "Ukendt",
        "Endnu ikke målt",
        "Succesrate",
        interval,
      ],
    },
    deciding: {
      "mantel-haenszel": "inden for fordelingens blokke (Mantel-Haenszel)",
      "hajek": "vægtet efter hver borgers sandsynlighed (Hájek)",
      "difference-in-means": "inden for fordelingens blokke, husstand for husstand",
    },
    methods: {
      randomization: "test ud fra lodtrækningen alene",
      unstratified: "uden blokke (Newcombe)",
      fisher: "Fishers eksakte test",
      bounds:
        "ukendte udfald i værste og bedste fald (yderpunkter for forskellen, ikke et konfidensinterval)",
    },
  },
  en: {
    verdicts: {
      "too-early": ({ arm, reference, mature, referenceMature, minimum }) =>
        `It is too early to compare ${arm} with ${reference}: ${mature} and ${referenceMature} citizens, respectively, have been followed for long enough, and the plan requires at least ${minimum} in each.`,
      "better": ({ arm, reference, difference }) =>
        `${arm} has a higher success rate than ${reference}: ${difference}.`,
      "worse": ({ arm, reference, difference }) =>
        `${arm} has a lower success rate than ${reference}: ${difference}.`,
      "not-worse": ({ arm, reference, difference, margin }) =>
        `${arm} is not worse than ${reference} within the agreed margin of ${margin}: ${difference}.`,
      "inconclusive": ({ arm, reference, difference }) =>
        `The figures cannot decide whether ${arm} or ${reference} has the higher success rate: ${difference}.`,
      "suppressed": ({ arm, reference }) =>
        `${arm} and ${reference} are not compared in this edition: figures that the comparison is made of are hidden, so that no small group of citizens can be worked out from them.`,
    },
    empty: (arm, reference, empty) =>
      `${arm} can't be compared with ${reference}: no citizens were allocated to ${empty}.`,
    noReferral: (arm, reference, asOf) =>
      `${arm} and ${reference} can't be compared: as of ${asOf}, no citizens had been referred.`,
    nobody: (arm, reference, minimum) =>
      `It is too early to compare ${arm} with ${reference}: nobody has been followed for long enough, and the plan requires at least ${minimum} in each.`,
    unknown: (arm, reference) =>
      `${arm} and ${reference} cannot be compared: no outcome is known. Check whether the extract is empty.`,
    endless: (arm, reference) =>
      `${arm} can't be compared with ${reference} by this criterion: it has no end, so that nobody has been followed for long enough.`,
    difference: (points, level, interval) =>
      `the difference is ${points} (${level} confidence interval ${interval})`,
    bareDifference: (points) =>
      `the difference is ${points}, and it has no confidence interval, since everyone in the same unit has the same outcome in the blocks of the allocation that are compared`,
    withoutInterval: "no confidence interval: the outcomes don't vary",
    hiddenDifference:
      "how large the difference is, is hidden, so that no small group of citizens can be worked out from it",
    notEstimable:
      "the difference can't be computed, since no block of the allocation has known outcomes in both units",
    without: (reason) => `can't be computed: ${reason}`,
    secondary: "A further criterion; it is not the one that decides the comparison.",
    success: (criterion) =>
      `The comparison counts success by “${criterion}”, measured from the referral and equally long for everyone: where the contract measures after the course, here it is measured through the longest permitted course and then the criterion's own window.`,
    cohort: {
      some: (matureThrough, asOf) => `As of ${asOf}, for everyone referred no later than ${matureThrough}.`,
      none: (_, asOf) =>
        `As of ${asOf}, nobody was referred early enough to have been followed for long enough.`,
    },
    interval: (level) => `${level} CI`,
    versus: (arm, reference) => `${arm} against ${reference}`,
    rates: {
      caption: "Success rate by unit",
      columns: (interval) => [
        "Unit",
        "Referred",
        "Followed long enough",
        "Success",
        "No success",
        "Unknown",
        "Not yet measured",
        "Outside the allocation",
        "Success rate",
        interval,
        "If unknown outcomes are counted",
      ],
    },
    comparisons: {
      caption: "Difference in success rate, in percentage points",
      columns: (interval) => ["Comparison", "Method", "Difference", interval, "p-value"],
    },
    contractual: {
      caption: "The contract's own, provisional numbers: not compared between the units",
      columns: (interval) => [
        "Unit",

        "Success",
        "No success",
        "Unknown",
        "Not yet measured",
        "Success rate",
        interval,
      ],
    },
    deciding: {
      "mantel-haenszel": "within the blocks of the allocation (Mantel-Haenszel)",
      "hajek": "weighted by each citizen's probability (Hájek)",
      "difference-in-means": "within the blocks of the allocation, household by household",
    },
    methods: {
      randomization: "test from the draw alone",
      unstratified: "without blocks (Newcombe)",
      fisher: "Fisher's exact test",
      bounds:
        "unknown outcomes at their worst and best (bounds on the difference, not a confidence interval)",
    },
  },
};

/** A verdict in a word or two, as it stands in a table. */
export const VERDICT_NAMES: Readonly<Record<Language, Readonly<Record<VerdictCode, string>>>> = {
  da: {
    "too-early": "for tidligt",
    "better": "højere",
    "worse": "lavere",
    "not-worse": "ikke dårligere",
    "inconclusive": "uafgjort",
    "suppressed": "skjult",
  },
  en: {
    "too-early": "too early",
    "better": "higher",
    "worse": "lower",
    "not-worse": "not worse",
    "inconclusive": "undecided",
    "suppressed": "hidden",
  },
};
