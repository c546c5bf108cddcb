import { formatCounted, type Language } from "../display/index.js";
import type { AmountStep } from "./explainTypes.js";
import type { PaymentCap, PaymentPeriod } from "./terms.js";

interface StepFacts {
  readonly amount: string;
  readonly percent: string;
  /** The index is below the plan's rates. */
  readonly falls: boolean;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly times: number;
}

interface ExplainWords {
  readonly line: (name: string, kind: string, amount: string, date: string) => string;
  readonly rule: (text: string, term: string) => string;
  readonly rules: {
    readonly base: Readonly<Record<"referral" | "started-course" | "team", string>>;
    readonly weeks: Readonly<Record<"begun" | "whole", string>>;
    readonly lateStart: Readonly<Record<"course" | "week", (within: string) => string>>;
    readonly bonus: (criterion: string, due: "when-reached" | "when-window-closes" | "certain") => string;
    readonly clawback: (unless: string) => string;
    readonly of: Readonly<Record<PaymentCap["of"], string>>;
    readonly per: Readonly<Record<PaymentPeriod, string>>;
    readonly cap: (of: string, per: string) => string;
    readonly minimum: (per: string) => string;
  };
  readonly entry: (
    sequence: number,
    citizen: string,
    referredOn: string,
    startedOn: string | undefined,
    endedOn: string | undefined,
  ) => string;
  readonly team: (team: string) => string;
  readonly week: (week: number) => string;
  readonly degree: (degree: string) => string;
  readonly arithmetic: string;
  readonly outcome: string;
  readonly steps: Readonly<Record<AmountStep["step"], (facts: StepFacts) => string>>;
}

export const EXPLAIN_WORDS: Readonly<Record<Language, ExplainWords>> = {
  da: {
    line: (name, kind, amount, date) => `${name}: ${kind.toLowerCase()}, ${amount}, forfaldet ${date}.`,
    rule: (text, term) => `${text} (Vilkår: ${term}.)`,
    rules: {
      base: {
        "referral": "Grundbeløb for hver visitering, forfaldet den dag, borgeren blev visiteret.",
        "started-course": "Grundbeløb for hvert begyndt forløb, forfaldet på forløbets første dag.",
        "team":
          "Grundbeløb for hvert hold, forfaldet den dag, holdets første borger begyndte; borgere, hvis afslutning fortaber grundbeløbet, regnes ikke med.",
      },
      weeks: {
        begun: "Grundbeløb for hver påbegyndt uge af forløbet, forfaldet på ugens første dag.",
        whole: "Grundbeløb for hver hel uge af forløbet, forfaldet på ugens sidste dag.",
      },
      lateStart: {
        course: (within) => `Fradrag, når et forløb begynder senere end ${within} efter visiteringen.`,
        week: (within) =>
          `Fradrag for hver påbegyndt uge, et forløb begynder senere end ${within} efter visiteringen.`,
      },
      bonus: (criterion, due) =>
        `Bonus for hver succes: ${criterion}. ${
          {
            "when-reached": "Den forfalder den dag, kravet er nået.",
            "when-window-closes": "Den forfalder, når måleperioden slutter.",
            "certain": "Hvornår den forfalder, er ikke aftalt; den afregnes den dag, succesen ligger fast.",
          }[due]
        }`,
      clawback: (unless) =>
        `Tilbagebetaling af det, der er betalt af bonussen, når dette krav ikke er opfyldt: ${unless}. Rater, der forfalder senere, betales ikke.`,
      of: { base: "af grundbeløb", bonus: "af bonus", all: "i alt" },
      per: { month: "pr. måned", year: "pr. år", contract: "i hele kontrakten" },
      cap: (of, per) => `Loft over, hvad der betales ${of} ${per}.`,
      minimum: (per) => `Garantibeløb ${per}, når perioden er forbi.`,
    },
    entry: (sequence, citizen, referredOn, startedOn, endedOn) =>
      `Fordelingsprotokollen nr. ${sequence}: ${citizen}, visiteret ${referredOn}; ${
        startedOn === undefined
          ? "intet forløb begyndt"
          : endedOn === undefined
            ? `forløb fra ${startedOn}`
            : `forløb fra ${startedOn} til ${endedOn}`
      }.`,
    team: (team) => `Hold: ${team}.`,
    week: (week) => `Forløbets uge ${week}.`,
    degree: (degree) => `Grad: ${degree}.`,
    arithmetic: "Beregning",
    outcome: "Udfaldet",
    steps: {
      "rate": ({ amount }) => `Takst efter vilkårene: ${amount}`,
      "index": ({ amount, percent, falls, from }) =>
        `Reguleret ${falls ? "ned" : "op"} med ${percent} % fra ${from}, afrundet til øre: ${amount}`,
      "times": ({ amount, times }) =>
        `Fradrag ${formatCounted(times, ["gang", "gange"], { language: "da" })}: ${amount}`,
      "at-most": ({ amount }) => `Højst det, der er tilbage af grundbeløbet: ${amount}`,
      "instalment": ({ amount, percent }) =>
        `Rate på ${percent} %, afrundet så alle rater tilsammen giver beløbet: ${amount}`,
      "paid": ({ amount }) => `Betalt af bonussen indtil da: ${amount}`,
      "taken-back": ({ amount, percent }) => `Heraf ${percent} % tilbage, afrundet til øre: ${amount}`,
      "sum": ({ amount, from, to }) =>
        from === undefined ? `Betalt til og med ${to}: ${amount}` : `Betalt fra ${from} til ${to}: ${amount}`,
      "limit": ({ amount }) => `Grænse efter vilkårene: ${amount}`,
      "difference": ({ amount }) => `Forskel: ${amount}`,
      "vat": ({ amount, percent }) => `Moms, ${percent} %, afrundet til øre: ${amount}`,
    },
  },
  en: {
    line: (name, kind, amount, date) => `${name}: ${kind.toLowerCase()}, ${amount}, due on ${date}.`,
    rule: (text, term) => `${text} (Term: ${term}.)`,
    rules: {
      base: {
        "referral": "A base payment for each referral, due on the day of the referral.",
        "started-course": "A base payment for each course that was started, due on its first day.",
        "team":
          "A base payment for each team, due on the day on which its first citizen started; citizens whose end loses the base payment aren't counted.",
      },
      weeks: {
        begun: "A base payment for each week of the course that was begun, due on its first day.",
        whole: "A base payment for each whole week of the course, due on its last day.",
      },
      lateStart: {
        course: (within) => `A deduction where a course starts later than ${within} after the referral.`,
        week: (within) =>
          `A deduction for each week begun by which a course starts later than ${within} after the referral.`,
      },
      bonus: (criterion, due) =>
        `A bonus for each success: ${criterion}. ${
          {
            "when-reached": "It falls due on the day on which that is reached.",
            "when-window-closes": "It falls due when the window closes.",
            "certain":
              "When it falls due isn't agreed; it is settled on the day that made the success certain.",
          }[due]
        }`,
      clawback: (unless) =>
        `What was paid of the bonus is paid back where this isn't met: ${unless}. Instalments that fall due later aren't paid.`,
      of: { base: "of base payments", bonus: "of bonuses", all: "in all" },
      per: { month: "per month", year: "per year", contract: "in the whole contract" },
      cap: (of, per) => `A cap on what is paid ${of} ${per}.`,
      minimum: (per) => `A guaranteed minimum ${per}, once the period is over.`,
    },
    entry: (sequence, citizen, referredOn, startedOn, endedOn) =>
      `Entry ${sequence} of the ledger: ${citizen}, referred on ${referredOn}; ${
        startedOn === undefined
          ? "no course was started"
          : endedOn === undefined
            ? `course from ${startedOn}`
            : `course from ${startedOn} to ${endedOn}`
      }.`,
    team: (team) => `Team: ${team}.`,
    week: (week) => `Week ${week} of the course.`,
    degree: (degree) => `Degree: ${degree}.`,
    arithmetic: "Arithmetic",
    outcome: "The outcome",
    steps: {
      "rate": ({ amount }) => `Rate of the plan: ${amount}`,
      "index": ({ amount, percent, falls, from }) =>
        `Indexed ${falls ? "down" : "up"} by ${percent}% from ${from}, rounded to the øre: ${amount}`,
      "times": ({ amount, times }) =>
        `Taken off ${formatCounted(times, ["time", "times"], { language: "en" })}: ${amount}`,
      "at-most": ({ amount }) => `At most what is left of the base payment: ${amount}`,
      "instalment": ({ amount, percent }) =>
        `Instalment of ${percent}%, rounded so that all sum to the amount: ${amount}`,
      "paid": ({ amount }) => `Paid of the bonus by then: ${amount}`,
      "taken-back": ({ amount, percent }) => `${percent}% of it back, rounded to the øre: ${amount}`,
      "sum": ({ amount, from, to }) =>
        from === undefined ? `Paid up to ${to}: ${amount}` : `Paid from ${from} to ${to}: ${amount}`,
      "limit": ({ amount }) => `Limit of the plan: ${amount}`,
      "difference": ({ amount }) => `Difference: ${amount}`,
      "vat": ({ amount, percent }) => `VAT, ${percent}%, rounded to the øre: ${amount}`,
    },
  },
};
