import type { Language } from "../display/index.js";

interface Facts {
  readonly arm: string;
  readonly count: (fact: string) => string;
  /** Some of the citizens in parentheses, after a space; empty where there are none. */
  readonly of: string;
}

interface RatingWords {
  readonly heading: string;
  readonly text: string;
  readonly satisfaction: string;
  readonly columns: readonly string[];
  readonly range: (lowest: string, highest: string) => string;
  readonly difference: string;
  readonly differenceColumns: (interval: string) => readonly string[];
  readonly versus: (arm: string, reference: string) => string;
  readonly complaints: string;
  readonly complaintColumns: (interval: string) => readonly string[];
  readonly interval: (level: string) => string;
  readonly notices: Readonly<Record<string, (facts: Facts) => string>>;
}

/** The words of satisfaction and complaints. */
export const RATING_WORDS: Readonly<Record<Language, RatingWords>> = {
  da: {
    heading: "Tilfredshed og klager",
    text: "Fordelingen bestemmer, hvilken enhed en borger kommer til, men ikke, hvem der svarer. De, der svarer, kan være mere eller mindre tilfredse end de øvrige. Hvem der har spurgt, og hvem der har modtaget klagerne, står ved tallene. Tilfredshed indgår ikke i konklusionen.",
    satisfaction: "Tilfredshed efter enhed",
    columns: [
      "Enhed",
      "Svar",
      "Andel af de visiterede",
      "Gennemsnit",
      "Laveste og højeste svar",
      "Spurgt af",
    ],
    range: (lowest, highest) => `${lowest} og ${highest}`,
    difference: "Forskel i gennemsnitlig tilfredshed",
    differenceColumns: (interval) => ["Sammenligning", "Forskel", interval, "p-værdi"],
    versus: (arm, reference) => `${arm} mod ${reference}`,
    complaints: "Klager efter enhed",
    complaintColumns: (interval) => [
      "Enhed",
      "Klager",
      "Visiterede",
      "Klager pr. 100 visiterede",
      interval,
      "Modtaget af",
    ],
    interval: (level) => `${level} KI`,
    notices: {
      "survey-by-arm": ({ arm }) =>
        `${arm} har selv spurgt sine borgere. Svar til den, der hjælper én, er ofte venligere end svar til andre.`,
      "surveyed-differently": () =>
        "Enhedernes borgere er ikke spurgt af de samme, så svarene kan være forskellige af den grund alene.",
      "few-answers": ({ arm, count }) =>
        `${arm}: kun ${count("answers")} af ${count("of")} visiterede har svaret.`,
      "ratings-after-as-of": ({ count }) =>
        `Svar og klager fra efter opgørelsesdatoen er ikke talt med: ${count("count")}.`,
      "ratings-not-drawn": ({ count, of }) =>
        `Svar og klager fra borgere, der ikke var fordelt på opgørelsesdatoen, er ikke talt med: ${count("count")}${of}. Kontrollér, om et pseudonym er skrevet forkert.`,
      "ratings-before-referral": ({ count, of }) =>
        `Svar og klager fra før visiteringen er ikke talt med: ${count("count")}${of}. Kontrollér, om en dato er skrevet forkert.`,
      "ratings-of-other-arm": ({ count }) =>
        `Svar og klager, der er talt hos den enhed, som borgeren blev fordelt til, og ikke hos den nævnte: ${count("count")}.`,
      "ratings-repeated": ({ count }) =>
        `Svar fra borgere, der har svaret igen senere, er ikke talt med: ${count("count")}.`,
    },
  },
  en: {
    heading: "Satisfaction and complaints",
    text: "The allocation decides which unit a citizen goes to, but not who answers. Those who answer may be more or less content than the others. Who asked, and who received the complaints, stands beside the figures. Satisfaction is no part of the verdict.",
    satisfaction: "Satisfaction by unit",
    columns: ["Unit", "Answers", "Share of those referred", "Mean", "Lowest and highest answer", "Asked by"],
    range: (lowest, highest) => `${lowest} and ${highest}`,
    difference: "Difference in mean satisfaction",
    differenceColumns: (interval) => ["Comparison", "Difference", interval, "p-value"],
    versus: (arm, reference) => `${arm} against ${reference}`,
    complaints: "Complaints by unit",
    complaintColumns: (interval) => [
      "Unit",
      "Complaints",
      "Referred",
      "Complaints per 100 referred",
      interval,
      "Received by",
    ],
    interval: (level) => `${level} CI`,
    notices: {
      "survey-by-arm": ({ arm }) =>
        `${arm} asked its own citizens. Answers to those who help one are often kinder than answers to others.`,
      "surveyed-differently": () =>
        "The units' citizens were not asked by the same people, so the answers may differ for that reason alone.",
      "few-answers": ({ arm, count }) =>
        `${arm}: only ${count("answers")} of ${count("of")} referred answered.`,
      "ratings-after-as-of": ({ count }) =>
        `Answers and complaints from after the date of the review are not counted: ${count("count")}.`,
      "ratings-not-drawn": ({ count, of }) =>
        `Answers and complaints of citizens who were not allocated by the date of the review are not counted: ${count("count")}${of}. Check whether a pseudonym was mistyped.`,
      "ratings-before-referral": ({ count, of }) =>
        `Answers and complaints from before the referral are not counted: ${count("count")}${of}. Check whether a date was mistyped.`,
      "ratings-of-other-arm": ({ count }) =>
        `Answers and complaints counted in the unit that the citizen was allocated to, and not in the one that they name: ${count("count")}.`,
      "ratings-repeated": ({ count }) =>
        `Answers of citizens who answered again later are not counted: ${count("count")}.`,
    },
  },
};
