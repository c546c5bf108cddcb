import { SUPPRESSED, type Publishable } from "../../core/index.js";
import {
  formatCount,
  formatCounted,
  formatCountInText,
  type Language,
  type Noun,
} from "../../display/index.js";
import type { Audience, Deviation } from "../types.js";

/** The words of this part of the review, in both languages. */
export interface BriefWords {
  readonly heading: string;
  readonly editions: Readonly<Record<Audience, (date: string, minimum: Publishable<number>) => string>>;
  readonly simulated: string;
  readonly pending: (
    pending: Publishable<number>,
    unknown: Publishable<number>,
    citizens: Publishable<number>,
  ) => string;
  readonly noBenchmark: string;
  /** To whom a difference that is concluded can be ascribed. */
  readonly ascribed: Readonly<Record<"draw" | "alternation", string>>;
  /** What no difference between the arms can tell. */
  readonly offered: string;
  /** What counts as success here, by the criterion's name. */
  readonly success: (criterion: string) => string;
  /** The same, where the contract's window hangs on the course. */
  readonly successAfterCourse: (criterion: string, longest: string) => string;
  /** Beside a criterion that counts days without support. */
  readonly notWork: string;
  readonly sure: {
    /** What the range of a confidence interval is; said where one difference is told of. */
    readonly range: (range: string) => string;
    /** Whether zero lies outside. */
    readonly decided: string;
    readonly open: string;
    /** Where the difference has no interval. */
    readonly unknown: string;
    /** Before what the verdict says of an interval that an edition hides. */
    readonly hidden: string;
    /** After it, where the other readings are withheld too. */
    readonly readings: string;
    /** Beside it, where many known outcomes are left out of the difference. */
    readonly withoutWeight: (citizens: number, known: number) => string;
  };
  readonly early: string;
  readonly caption: string;
  readonly columns: readonly [string, string];
  readonly points: Readonly<
    Record<
      "sure" | "pending" | "targets" | "beside" | "cluster" | "cost" | "data" | "limits" | "deviations",
      string
    >
  >;
  readonly noDeviation: string;
  readonly deviations: Readonly<Record<Deviation["code"], (planned: string, actual: string) => string>>;
}

const DA = { language: "da" } as const;
const EN = { language: "en" } as const;
const BORGERE = ["borger", "borgere"] as const;
const CITIZENS = ["citizen", "citizens"] as const;

/** All of them: a hidden number of them, one, or so many. */
function everyone(
  citizens: Publishable<number>,
  [hidden, one, all]: readonly [string, string, string],
  noun: Noun,
  format: { readonly language: Language },
): string {
  if (citizens === SUPPRESSED) return hidden;
  return citizens === 1 ? one : `${all} ${formatCounted(citizens, noun, format)}`;
}

export const BRIEF_WORDS: Readonly<Record<Language, BriefWords>> = {
  da: {
    heading: "Kort fortalt",
    editions: {
      internal: (date) =>
        `Etårsrapport, opgjort pr. ${date}. Intern udgave: små tal er ikke skjult. Må ikke offentliggøres.`,
      published: (date, minimum) =>
        `Etårsrapport, opgjort pr. ${date}. Udgave til offentliggørelse: antal under ${formatCount(minimum, DA)} borgere er skjult, og det samme er de tal, de kunne regnes ud af.`,
    },
    simulated: "Alle tal er simulerede og siger intet om virkelige borgere, kommuner eller leverandører.",
    pending: (pending, unknown, citizens) =>
      pending === 0
        ? `Måleperioden er udløbet for ${everyone(citizens, ["alle borgere", "den ene borger", "alle"], BORGERE, DA)}; ${unknown === 0 ? "alle udfald er kendt" : `for ${formatCountInText(unknown, DA)} er udfaldet ukendt`}.`
        : pending !== SUPPRESSED && pending === citizens
          ? `Ingen af de ${formatCounted(citizens, BORGERE, DA)} er fulgt længe nok endnu.`
          : `Af ${formatCounted(citizens, BORGERE, DA)} er ${formatCountInText(pending, DA)} endnu ikke fulgt længe nok; for ${formatCountInText(unknown, DA)} af de øvrige er udfaldet ukendt.`,
    noBenchmark: "Der er ikke oplyst tal for sammenlignelige kommuner.",
    ascribed: {
      draw: "Lodtrækningen gør, at forskellen kan tilskrives enhederne.",
      alternation:
        "Hver anden borger er visiteret til hver enhed. Den rækkefølge kan forudsiges, så forskellen kan kun med forbehold tilskrives enhederne.",
    },
    offered: "Alle fik tilbudt et forløb, så rapporten siger ikke, om et forløb hjælper.",
    success: (criterion) => `Succes betyder her: ${criterion}, målt fra visiteringen og lige længe for alle.`,
    successAfterCourse: (criterion, longest) =>
      `Succes betyder her: ${criterion}. Kontrakten måler efter den enkelte borgers forløb; her måles der fra visiteringen og lige længe for alle, gennem det længst tilladte forløb (${longest}) og kriteriets måleperiode derefter.`,
    notWork: "Det er ikke det samme som at være i arbejde.",
    sure: {
      range: (range) =>
        `Tallene er forenelige med forskelle fra ${range} procentpoint (konfidensintervallet).`,
      decided:
        "Nul ligger uden for intervallet, så tallene peger klart i én retning; hvor stor forskellen er, er mindre sikkert.",
      open: "Nul ligger inden for intervallet, så det er ikke afgjort, hvem der klarer sig bedst; at de klarer sig lige godt, er heller ikke vist.",
      unknown:
        "Hvor sikker forskellen er, kan ikke beregnes på denne måde: i de blokke af fordelingen, der sammenlignes, har alle hos samme enhed samme udfald. Det er ikke det samme som, at forskellen er sikker.",
      hidden:
        "Forskellen og dens konfidensinterval er skjult, fordi små antal borgere kunne regnes ud af dem.",
      readings: "Om de fører til samme konklusion, siger udgaven ikke.",
      withoutWeight: (citizens, known) =>
        `Forskellen hviler ikke på alle: af ${formatCounted(known, BORGERE, DA)} med kendt udfald indgår ${formatCount(citizens, DA)} ikke i den, fordi der i deres blok af fordelingen ikke er kendte udfald hos begge enheder. I enhedernes egne succesrater tæller de med; rater og forskel kan derfor pege hver sin vej.`,
    },
    early: "kan endnu ikke sammenlignes.",
    caption: "Også værd at vide. N med et nummer henviser til tallets grundlag i bilaget.",
    columns: ["Emne", "Kort svar"],
    points: {
      sure: "Sikkerhed",
      pending: "Afventer",
      targets: "Aftalte mål",
      beside: "Supplerende kriterier",
      cluster: "Andre kommuner",
      cost: "Udgifter",
      data: "Oplysninger",
      limits: "Rækkevidde",
      deviations: "Afvigelser fra protokollen",
    },
    noDeviation: "Ingen.",
    deviations: {
      "reviewed-later": (planned, actual) => `Opgjort pr. ${actual}; planlagt til ${planned}.`,
      "reviewed-earlier": (planned, actual) => `Opgjort pr. ${actual}, før den planlagte dato ${planned}.`,
      "analysis-option": (planned, actual) => `Analysen er udført med ${actual}; planlagt var ${planned}.`,
      "primary-missing": (planned, actual) =>
        `Det planlagte succeskriterium ${planned} mangler; vist er ${actual}.`,
      "subgroups-not-planned": (planned, actual) =>
        `Grupperne efter ${actual} er valgt bagefter; planlagt var ${planned === "" ? "ingen" : planned}.`,
      "peers-not-as-planned": (planned, actual) =>
        `Planlagt var at sammenligne med klyngen ${planned}; valgt på anden måde er ${actual}.`,
      "payment-not-as-planned": (planned) =>
        planned === ""
          ? "Protokollen har ingen betalingsvilkår; der er afregnet efter vilkår, der er oplyst til rapporten."
          : "Der er afregnet efter andre betalingsvilkår end protokollens.",
      "test-ledger": () => "Fordelingsprotokollen er ført som prøve, ikke som gældende.",
    },
  },
  en: {
    heading: "In brief",
    editions: {
      internal: (date) =>
        `One-year review as of ${date}. Internal edition: small counts are not hidden. Not to be published.`,
      published: (date, minimum) =>
        `One-year review as of ${date}. Edition for publication: counts below ${formatCount(minimum, EN)} citizens are hidden, and so are the figures that they could be worked out from.`,
    },
    simulated: "All figures are simulated and say nothing about real citizens, municipalities or suppliers.",
    pending: (pending, unknown, citizens) =>
      pending === 0
        ? `The follow-up is complete for ${everyone(citizens, ["all citizens", "the one citizen", "all"], CITIZENS, EN)}; ${unknown === 0 ? "all outcomes are known" : `the outcome of ${formatCountInText(unknown, EN)} is unknown`}.`
        : pending !== SUPPRESSED && pending === citizens
          ? `None of the ${formatCounted(citizens, CITIZENS, EN)} has been followed for long enough yet.`
          : `Of ${formatCounted(citizens, CITIZENS, EN)}, ${formatCountInText(pending, EN)} ${pending === 1 ? "has" : "have"} not been followed for long enough yet; the outcome of ${formatCountInText(unknown, EN)} of the others is unknown.`,
    noBenchmark: "No figures of comparable municipalities were given.",
    ascribed: {
      draw: "The draw is why the difference can be ascribed to the units.",
      alternation:
        "Every second citizen was referred to each unit. That order can be predicted, so the difference can be ascribed to the units only with reservation.",
    },
    offered: "Everyone was offered a course, so the review does not say whether a course helps.",
    success: (criterion) =>
      `Success here means: ${criterion}, measured from the referral and for equally long for everyone.`,
    successAfterCourse: (criterion, longest) =>
      `Success here means: ${criterion}. The contract measures after each citizen's course; here it is measured from the referral and for equally long for everyone, through the longest permitted course (${longest}) and the criterion's window after it.`,
    notWork: "That is not the same as being in work.",
    sure: {
      range: (range) =>
        `The figures are compatible with differences from ${range} percentage points (the confidence interval).`,
      decided:
        "Zero lies outside the interval, so the figures point clearly in one direction; how large the difference is, is less certain.",
      open: "Zero lies inside the interval, so it is not decided who does better; nor has it been shown that they do equally well.",
      unknown:
        "How sure the difference is cannot be computed in this way: in the blocks of the allocation that are compared, everyone in the same unit has the same outcome. That is not to say that the difference is certain.",
      hidden:
        "The difference and its confidence interval are hidden, since small counts of citizens could be worked out from them.",
      readings: "Whether they lead to the same conclusion, the edition does not say.",
      withoutWeight: (citizens, known) =>
        `The difference does not rest on everyone: of ${formatCounted(known, CITIZENS, EN)} with a known outcome, ${formatCount(citizens, EN)} ${citizens === 1 ? "is" : "are"} left out of it, since in their block of the allocation there are not known outcomes in both units. They count in the units' own success rates, so that rates and difference can point different ways.`,
    },
    early: "cannot be compared yet.",
    caption:
      "Also worth knowing. N with a number refers to where the appendix tells what that figure rests on.",
    columns: ["Subject", "In short"],
    points: {
      sure: "Certainty",
      pending: "Pending",
      targets: "Agreed targets",
      beside: "Further criteria",
      cluster: "Other municipalities",
      cost: "Costs",
      data: "Data",
      limits: "Scope",
      deviations: "Deviations from the protocol",
    },
    noDeviation: "None.",
    deviations: {
      "reviewed-later": (planned, actual) => `Reviewed as of ${actual}; planned for ${planned}.`,
      "reviewed-earlier": (planned, actual) =>
        `Reviewed as of ${actual}, before the planned date ${planned}.`,
      "analysis-option": (planned, actual) => `The analysis was made with ${actual}; planned was ${planned}.`,
      "primary-missing": (planned, actual) =>
        `The planned criterion ${planned} is missing; shown is ${actual}.`,
      "subgroups-not-planned": (planned, actual) =>
        `The groups by ${actual} were chosen afterwards; planned were ${planned === "" ? "none" : planned}.`,
      "peers-not-as-planned": (planned, actual) =>
        `Planned was to compare with the cluster ${planned}; chosen in another way are ${actual}.`,
      "payment-not-as-planned": (planned) =>
        planned === ""
          ? "The protocol has no payment terms; what is owed was settled by terms that were given for the review."
          : "What is owed was settled by other payment terms than the protocol's.",
      "test-ledger": () => "The ledger was kept as a test, not as live.",
    },
  },
};
