import type { Notice } from "../core/index.js";
import { formatCounted, type Language } from "../display/index.js";
import type { Quadrant } from "../inference/index.js";
import type { CostStanding } from "./costTypes.js";

/** What a sentence on costs can mention, each part already written in the reader's language. */
export interface CostParts {
  readonly arm: string;
  readonly reference: string;
  /** "the difference in cost per referred citizen is DKK 1,200 (95% confidence interval …); …". */
  readonly figures: string;
}

interface CostWords {
  readonly standings: Readonly<Record<CostStanding, (parts: CostParts) => string>>;
  readonly cost: (amount: string, level: string, interval: string) => string;
  /** Where no citizen costs more than another of the arm: prices are fixed, or all outcomes alike. */
  readonly fixedCost: (amount: string) => string;
  readonly effect: (points: string, level: string, interval: string) => string;
  /** Where the difference has no interval. */
  readonly bareEffect: (points: string) => string;
  readonly ratioOpen: (level: string) => string;
  /** Where the limits of the ratio lie on both sides of 0. */
  readonly ratioOfEitherSign: (amount: string, level: string, interval: string) => string;
  /** Where neither costs nor successes vary. */
  readonly noRatio: string;
  /** By where the point estimate lies on the plane. */
  readonly ratios: Readonly<Record<Quadrant, (amount: string, level: string, interval: string) => string>>;
  readonly cohort: (matureThrough: string, criterion: string, asOf: string) => string;
  /** What was due so far, where it is too early to compare. */
  readonly payments: { readonly lead: string; readonly caption: string; readonly columns: readonly string[] };
  readonly arms: { readonly caption: string; readonly columns: (level: string) => readonly string[] };
  readonly comparison: {
    readonly caption: (arm: string, reference: string) => string;
    readonly columns: (level: string) => readonly string[];
    readonly rows: {
      readonly cost: string;
      readonly fixedCost: string;
      readonly effect: string;
      readonly ratio: string;
      readonly resampled: string;
    };
  };
  readonly netBenefit: {
    readonly caption: (arm: string, reference: string) => string;
    readonly columns: (level: string) => readonly string[];
    readonly saved: string;
  };
  readonly plane: string;
  readonly quadrants: Readonly<Record<Quadrant, string>>;
  readonly or: string;
  /** Instead of limits where no amount is left out. */
  readonly any: string;
  readonly notices: Readonly<Record<string, (facts: { arm: string; count: number }) => string>>;
}

export const COST_WORDS: Readonly<Record<Language, CostWords>> = {
  da: {
    standings: {
      "too-early": ({ arm, reference }) =>
        `Det er for tidligt at sammenligne, hvad resultaterne koster hos ${arm} og ${reference}.`,
      "more-for-less": ({ arm, reference, figures }) =>
        `${arm} har flere succeser end ${reference} og koster mindre: ${figures}.`,
      "more-for-more": ({ arm, reference, figures }) =>
        `${arm} har flere succeser end ${reference} og koster mere: ${figures}.`,
      "more-for-alike": ({ arm, reference, figures }) =>
        `${arm} har flere succeser end ${reference}; om ${arm} koster mere eller mindre, kan tallene ikke afgøre: ${figures}.`,
      "fewer-for-less": ({ arm, reference, figures }) =>
        `${arm} har færre succeser end ${reference} og koster mindre: ${figures}.`,
      "fewer-for-more": ({ arm, reference, figures }) =>
        `${arm} har færre succeser end ${reference} og koster mere: ${figures}.`,
      "fewer-for-alike": ({ arm, reference, figures }) =>
        `${arm} har færre succeser end ${reference}; om ${arm} koster mere eller mindre, kan tallene ikke afgøre: ${figures}.`,
      "alike-for-less": ({ arm, reference, figures }) =>
        `${arm} koster mindre end ${reference}; hvem der har flest succeser, kan tallene ikke afgøre: ${figures}.`,
      "alike-for-more": ({ arm, reference, figures }) =>
        `${arm} koster mere end ${reference}; hvem der har flest succeser, kan tallene ikke afgøre: ${figures}.`,
      "nothing-shown": ({ arm, reference, figures }) =>
        `Tallene kan hverken afgøre, om ${arm} eller ${reference} koster mest, eller hvem der har flest succeser: ${figures}.`,
    },
    cost: (amount, level, interval) =>
      `forskellen i omkostning pr. visiteret borger er ${amount} (${level}-konfidensinterval ${interval})`,
    fixedCost: (amount) =>
      `forskellen i omkostning pr. visiteret borger er ${amount} (intet konfidensinterval: omkostningerne varierer ikke)`,
    effect: (points, level, interval) =>
      `forskellen i succesrate er ${points} (${level}-konfidensinterval ${interval})`,
    bareEffect: (points) =>
      `forskellen i succesrate er ${points} (intet konfidensinterval: udfaldene varierer ikke)`,
    ratioOpen: (level) =>
      `Hvad en ekstra succes koster, kan tallene ikke afgrænse, fordi forskellen i succesrate er for usikker (${level}-konfidensmængde i tabellen).`,
    ratioOfEitherSign: (amount, level, interval) =>
      `Om en ekstra succes koster noget, kan tallene ikke afgøre: forholdet mellem forskellene er ${amount} pr. succes (${level}-konfidensinterval ${interval}).`,
    noRatio: "Hvad en ekstra succes koster, kan ikke beregnes, fordi tallene ikke varierer.",
    ratios: {
      northEast: (amount, level, interval) =>
        `En ekstra succes koster ${amount} (${level}-konfidensinterval ${interval}).`,
      southEast: (amount, level, interval) =>
        `Flere succeser og lavere omkostninger følges ad, så en ekstra succes har ingen pris; forholdet mellem forskellene er ${amount} pr. succes (${level}-konfidensinterval ${interval}).`,
      southWest: (amount, level, interval) =>
        `For hver succes, der går tabt, spares ${amount} (${level}-konfidensinterval ${interval}).`,
      northWest: (amount, level, interval) =>
        `Færre succeser og højere omkostninger følges ad, så en ekstra succes har ingen pris; forholdet mellem forskellene er ${amount} pr. succes (${level}-konfidensinterval ${interval}).`,
    },
    cohort: (matureThrough, criterion, asOf) =>
      `Omkostninger og succeser er fra de samme borgere: visiteret til og med ${matureThrough} med kendt udfald efter kriteriet »${criterion}«. Omkostningerne er det, der var forfaldent pr. ${asOf}, uden moms, også for visiteringer efter den første. Succeser er målt fra visiteringen, som når enhederne sammenlignes; bonus betales for succeser efter kontrakten, der står ved siden af.`,
    payments: {
      lead: "Det er for tidligt at opgøre, hvad en succes koster. Tabellen viser, hvad der foreløbig er forfaldent for alle visiterede; borgerne er ikke fulgt lige længe, så enhederne kan ikke sammenlignes efter den.",
      caption: "Foreløbige betalinger",
      columns: [
        "Enhed",
        "Borgere",
        "Visiteret igen",
        "Påbegyndte forløb",
        "Succeser efter kontrakten indtil nu",
        "Forfaldent",
      ],
    },
    arms: {
      caption: "Omkostninger pr. visitering, forløb og succes",
      columns: (level) => [
        "Enhed",
        "Borgere",
        "Påbegyndte forløb",
        "Succeser",
        "Succeser efter kontrakten",
        "Omkostninger",
        "Pr. visitering",
        "Pr. forløb",
        "Pr. succes",
        `${level}-konfidensinterval`,
      ],
    },
    comparison: {
      caption: (arm, reference) => `${arm} sammenlignet med ${reference}`,
      columns: (level) => ["Mål", "Forskel", `${level}-konfidensinterval`],
      rows: {
        cost: "Omkostning pr. visiteret borger",
        fixedCost: "Omkostning pr. visiteret borger (intet konfidensinterval: omkostningerne varierer ikke)",
        effect: "Succesrate",
        ratio: "Forholdet mellem de to, pr. succes (Fieller)",
        resampled: "Forholdet mellem de to, pr. succes (bootstrap)",
      },
    },
    netBenefit: {
      caption: (arm, reference) => `Nettogevinst pr. visiteret borger, ${arm} i forhold til ${reference}`,
      columns: (level) => [
        "Værdi af en ekstra succes",
        "Nettogevinst",
        `${level}-konfidensinterval`,
        "Sandsynlighed for gevinst",
      ],
      saved: " (sparet ydelse)",
    },
    plane: "Andel af bootstrap-gentagelserne",
    quadrants: {
      northEast: "flere succeser, dyrere",
      southEast: "flere succeser, billigere",
      northWest: "færre succeser, dyrere",
      southWest: "færre succeser, billigere",
    },
    or: " eller ",
    any: "ethvert beløb",
    notices: {
      "costs-missing": ({ arm }) =>
        `${arm}: der er ingen betalingsvilkår, så omkostningerne kan ikke beregnes.`,
      "costs-not-yet": ({ arm }) =>
        `${arm}: afregningen har endnu ingen betalinger, så omkostningerne kan ikke beregnes.`,
      "base-missing": ({ arm }) => `${arm}: grundbeløbet er ikke oplyst, så omkostningerne er for lave.`,
      "costs-open": ({ count }) =>
        `${formatCounted(count, ["betaling for disse borgere kan", "betalinger for disse borgere kan"], { language: "da" })} endnu forfalde og er ikke med.`,
      "unknown-left-out": ({ count }) =>
        `${formatCounted(count, ["borger med ukendt udfald er", "borgere med ukendt udfald er"], { language: "da" })} udeladt af både omkostninger og succeser.`,
      "ratio-unbounded": ({ arm }) =>
        `${arm}: konfidensmængden for prisen pr. ekstra succes er ikke begrænset til begge sider, fordi forskellen i succesrate er for usikker.`,
      "saved-per-month-unused": () =>
        "Den sparede ydelse pr. måned er ikke brugt, fordi kriteriet ikke er talt i måneder.",
      "limits-shared": () =>
        "Lofter er fordelt efter betalingerne og garantibeløb ligeligt. Konfidensintervallerne regner med de fordelte beløb, som om lofter og garantibeløb ikke ændrede sig med betalingerne; ved en anden mængde visiteringer virker de anderledes.",
      "costs-within-blocks": () =>
        "Forskellen i omkostning er beregnet inden for fordelingens blokke, hver vægtet efter sine borgere; den kan derfor være en anden end forskellen mellem enhedernes gennemsnit. Forholdet er lavet af forskelle med de samme vægte; den viste forskel i succesrate er vægtet på en anden måde.",
    },
  },
  en: {
    standings: {
      "too-early": ({ arm, reference }) =>
        `It is too early to compare what results cost at ${arm} and ${reference}.`,
      "more-for-less": ({ arm, reference, figures }) =>
        `${arm} has more successes than ${reference} and costs less: ${figures}.`,
      "more-for-more": ({ arm, reference, figures }) =>
        `${arm} has more successes than ${reference} and costs more: ${figures}.`,
      "more-for-alike": ({ arm, reference, figures }) =>
        `${arm} has more successes than ${reference}; the figures can't tell whether ${arm} costs more or less: ${figures}.`,
      "fewer-for-less": ({ arm, reference, figures }) =>
        `${arm} has fewer successes than ${reference} and costs less: ${figures}.`,
      "fewer-for-more": ({ arm, reference, figures }) =>
        `${arm} has fewer successes than ${reference} and costs more: ${figures}.`,
      "fewer-for-alike": ({ arm, reference, figures }) =>
        `${arm} has fewer successes than ${reference}; the figures can't tell whether ${arm} costs more or less: ${figures}.`,
      "alike-for-less": ({ arm, reference, figures }) =>
        `${arm} costs less than ${reference}; the figures can't tell which of them has more successes: ${figures}.`,
      "alike-for-more": ({ arm, reference, figures }) =>
        `${arm} costs more than ${reference}; the figures can't tell which of them has more successes: ${figures}.`,
      "nothing-shown": ({ arm, reference, figures }) =>
        `The figures can tell neither whether ${arm} or ${reference} costs more, nor which of them has more successes: ${figures}.`,
    },
    cost: (amount, level, interval) =>
      `the difference in cost per referred citizen is ${amount} (${level} confidence interval ${interval})`,
    fixedCost: (amount) =>
      `the difference in cost per referred citizen is ${amount} (no confidence interval: the costs don't vary)`,
    effect: (points, level, interval) =>
      `the difference in success rate is ${points} (${level} confidence interval ${interval})`,
    bareEffect: (points) =>
      `the difference in success rate is ${points} (no confidence interval: the outcomes don't vary)`,
    ratioOpen: (level) =>
      `The figures can't bound what an additional success costs, since the difference in success rate is too uncertain (${level} confidence set in the table).`,
    ratioOfEitherSign: (amount, level, interval) =>
      `The figures can't decide whether an additional success costs anything: the ratio of the differences is ${amount} per success (${level} confidence interval ${interval}).`,
    noRatio: "What an additional success costs can't be computed, since the figures don't vary.",
    ratios: {
      northEast: (amount, level, interval) =>
        `An additional success costs ${amount} (${level} confidence interval ${interval}).`,
      southEast: (amount, level, interval) =>
        `More successes and lower costs go together, so that an additional success has no price; the ratio of the differences is ${amount} per success (${level} confidence interval ${interval}).`,
      southWest: (amount, level, interval) =>
        `Each success that is lost saves ${amount} (${level} confidence interval ${interval}).`,
      northWest: (amount, level, interval) =>
        `Fewer successes and higher costs go together, so that an additional success has no price; the ratio of the differences is ${amount} per success (${level} confidence interval ${interval}).`,
    },
    cohort: (matureThrough, criterion, asOf) =>
      `Costs and successes are of the same citizens: referred up to ${matureThrough}, with a known outcome by the criterion “${criterion}”. Costs are what was due on ${asOf}, without VAT, for referrals after the first too. Successes are measured from the referral, as the units are compared; bonuses are paid for successes by the contract, which stand beside them.`,
    payments: {
      lead: "It is too early to tell what a success costs. The table shows what is due so far for everyone who was referred; citizens haven't been followed for equally long, so that the units can't be compared by it.",
      caption: "Payments so far",
      columns: [
        "Unit",
        "Citizens",
        "Referred again",
        "Started courses",
        "Successes by the contract so far",
        "Due",
      ],
    },
    arms: {
      caption: "Costs per referral, course and success",
      columns: (level) => [
        "Unit",
        "Citizens",
        "Started courses",
        "Successes",
        "Successes by the contract",
        "Costs",
        "Per referral",
        "Per course",
        "Per success",
        `${level} confidence interval`,
      ],
    },
    comparison: {
      caption: (arm, reference) => `${arm} compared with ${reference}`,
      columns: (level) => ["Measure", "Difference", `${level} confidence interval`],
      rows: {
        cost: "Cost per referred citizen",
        fixedCost: "Cost per referred citizen (no confidence interval: the costs don't vary)",
        effect: "Success rate",
        ratio: "Ratio of the two, per success (Fieller)",
        resampled: "Ratio of the two, per success (bootstrap)",
      },
    },
    netBenefit: {
      caption: (arm, reference) => `Net benefit per referred citizen, ${arm} against ${reference}`,
      columns: (level) => [
        "Worth of an additional success",
        "Net benefit",
        `${level} confidence interval`,
        "Probability of a benefit",
      ],
      saved: " (benefit saved)",
    },
    plane: "Share of the bootstrap's replicates",
    quadrants: {
      northEast: "more successes at a higher cost",
      southEast: "more successes at a lower cost",
      northWest: "fewer successes at a higher cost",
      southWest: "fewer successes at a lower cost",
    },
    or: " or ",
    any: "any amount",
    notices: {
      "costs-missing": ({ arm }) => `${arm}: there are no payment terms, so that costs can't be computed.`,
      "costs-not-yet": ({ arm }) =>
        `${arm}: the statement has no payments yet, so that costs can't be computed.`,
      "base-missing": ({ arm }) => `${arm}: the base payment isn't stated, so that the costs are too low.`,
      "costs-open": ({ count }) =>
        `${formatCounted(count, ["payment for these citizens may", "payments for these citizens may"], { language: "en" })} still become due; that isn't counted here.`,
      "unknown-left-out": ({ count }) =>
        `${formatCounted(count, ["citizen with an unknown outcome is", "citizens with an unknown outcome are"], { language: "en" })} left out of costs and successes alike.`,
      "ratio-unbounded": ({ arm }) =>
        `${arm}: the confidence set for the price of an additional success isn't bounded on both sides, since the difference in success rate is too uncertain.`,
      "saved-per-month-unused": () =>
        "The benefit saved per month isn't used, since the criterion doesn't count months.",
      "limits-shared": () =>
        "Caps are shared out by the payments and minimums evenly. Confidence intervals take the shared amounts, as if caps and minimums didn't change with the payments; with another number of referrals they work differently.",
      "costs-within-blocks": () =>
        "The difference in cost is computed within the blocks of the allocation, each weighted by its citizens; it can therefore be another than the difference between the units' means. The ratio is made of differences with the same weights; the difference in success rate that is shown is weighted in another way.",
    },
  },
};

/** A notice of a cost result as a sentence. */
export function describeCostNotice(
  notice: Notice,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (arm: string) => string },
): string {
  const words = COST_WORDS[language].notices[notice.code];
  return words?.({ arm: nameOf(String(notice["arm"])), count: Number(notice["count"] ?? 0) }) ?? notice.code;
}
