import type { Language } from "../display/index.js";
import type { VerdictCode } from "./types.js";

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
  readonly difference: (points: string, level: string, interval: string) => string;
  readonly notEstimable: string;
  readonly secondary: string;
  readonly success: (criterion: string, matureThrough: string, asOf: string) => string;
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
  readonly methods: Readonly<Record<"blocks" | "unstratified" | "fisher" | "bounds", string>>;
}

export const EFFECT_WORDS: Readonly<Record<Language, EffectWords>> = {
  da: {
    verdicts: {
      "too-early": ({ arm, reference, mature, referenceMature, minimum }) =>
        `Det er for tidligt at sige, hos hvem flest lykkes: ${arm} har ${mature} og ${reference} ${referenceMature} borgere, hvis målevindue er afsluttet; planen kræver mindst ${minimum} hos hver.`,
      "better": ({ arm, reference, difference }) =>
        `Flere lykkes hos ${arm} end hos ${reference}: ${difference}.`,
      "worse": ({ arm, reference, difference }) =>
        `Færre lykkes hos ${arm} end hos ${reference}: ${difference}.`,
      "not-worse": ({ arm, reference, difference, margin }) =>
        `${arm} er ikke dårligere end ${reference} inden for marginen på ${margin}: ${difference}.`,
      "inconclusive": ({ arm, reference, difference }) =>
        `Tallene afgør ikke, om flest lykkes hos ${arm} eller hos ${reference}: ${difference}.`,
    },
    difference: (points, level, interval) =>
      `forskellen i succesrate er ${points} (${level} konfidensinterval ${interval})`,
    notEstimable:
      "forskellen kan ikke beregnes, fordi ingen blok af lodtrækningen har kendte udfald hos begge",
    secondary: "Kriteriet er ikke det, som planen lader afgøre sagen.",
    success: (criterion, matureThrough, asOf) =>
      `Succes: ${criterion}. Målt i et vindue fra visiteringen, der er lige langt for alle: det længste tilladte forløb og derefter kriteriets egen tid. Opgjort pr. ${asOf} for alle, der er visiteret senest ${matureThrough}.`,
    interval: (level) => `${level} KI`,
    versus: (arm, reference) => `${arm} mod ${reference}`,
    rates: {
      caption: "Succesrate efter enhed",
      columns: (interval) => [
        "Enhed",
        "Visiterede",
        "Målevindue afsluttet",
        "Succes",
        "Ikke succes",
        "Ukendt",
        "Endnu ikke målt",
        "Uden lodtrækning",
        "Succesrate",
        interval,
        "Spænd med de ukendte",
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
    methods: {
      blocks: "inden for lodtrækningens blokke (Mantel-Haenszel)",
      unstratified: "uden blokke (Newcombe)",
      fisher: "Fishers eksakte test",
      bounds: "ukendte i værste og bedste fald, uden blokke",
    },
  },
  en: {
    verdicts: {
      "too-early": ({ arm, reference, mature, referenceMature, minimum }) =>
        `It is too early to say where more succeed: ${arm} has ${mature} and ${reference} ${referenceMature} citizens whose window is complete; the plan asks for at least ${minimum} in each.`,
      "better": ({ arm, reference, difference }) =>
        `More succeed with ${arm} than with ${reference}: ${difference}.`,
      "worse": ({ arm, reference, difference }) =>
        `Fewer succeed with ${arm} than with ${reference}: ${difference}.`,
      "not-worse": ({ arm, reference, difference, margin }) =>
        `${arm} is not worse than ${reference} within the margin of ${margin}: ${difference}.`,
      "inconclusive": ({ arm, reference, difference }) =>
        `The numbers do not decide whether more succeed with ${arm} or with ${reference}: ${difference}.`,
    },
    difference: (points, level, interval) =>
      `the difference in success rate is ${points} (${level} confidence interval ${interval})`,
    notEstimable: "the difference can't be computed, since no block of the draw has known outcomes in both",
    secondary: "This is not the criterion that decides by the plan.",
    success: (criterion, matureThrough, asOf) =>
      `Success: ${criterion}. Measured in a window from the referral that is equally long for everyone: the longest permitted course and then the criterion's own time. As of ${asOf}, for everyone referred no later than ${matureThrough}.`,
    interval: (level) => `${level} CI`,
    versus: (arm, reference) => `${arm} against ${reference}`,
    rates: {
      caption: "Success rate by unit",
      columns: (interval) => [
        "Unit",
        "Referred",
        "Window complete",
        "Success",
        "No success",
        "Unknown",
        "Not yet measured",
        "Not drawn",
        "Success rate",
        interval,
        "Range with the unknown",
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
    methods: {
      blocks: "within the blocks of the draw (Mantel-Haenszel)",
      unstratified: "without blocks (Newcombe)",
      fisher: "Fisher's exact test",
      bounds: "the unknown at their worst and best, without blocks",
    },
  },
};
