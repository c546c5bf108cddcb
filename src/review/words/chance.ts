import type { Design } from "../../allocation/index.js";
import { formatCountInText, formatCounted, type Language } from "../../display/index.js";
import { SUPPRESSED, type Publishable } from "../../core/index.js";
import type { Participant } from "../../outcomes/index.js";

/** The words of this part of the review, in both languages. */
export interface ChanceWords {
  readonly heading: string;
  readonly designs: Readonly<Record<Design["kind"], (batches: Publishable<number>) => string>>;
  readonly household: string;
  readonly closed: (entries: Publishable<number>) => string;
  /** The same where the closed unit left only one. */
  readonly closedOfTwo: (entries: Publishable<number>) => string;
  readonly exempted: (entries: Publishable<number>) => string;
  readonly undrawn: (referrals: Publishable<number>) => string;
  readonly strata: (columns: string) => string;
  readonly caption: string;
  readonly course: string;
  readonly allocated: string;
  readonly meanDays: string;
  readonly participation: Readonly<Record<Participant["participation"], string>>;
  readonly again: (again: Publishable<number>, referrals: Publishable<number>) => string;
  readonly notVerified: string;
  readonly chainVerified: string;
  readonly drawsVerified: string;
  readonly invalid: (findings: number) => string;
  readonly head: (size: Publishable<number>, root: string) => string;
}

const danish = (count: Publishable<number>, one: string, many: string): string =>
  formatCounted(count, [one, many], { language: "da" });
const english = (count: Publishable<number>, one: string, many: string): string =>
  formatCounted(count, [one, many], { language: "en" });
const visits = (count: Publishable<number>): string => danish(count, "visitering", "visiteringer");
const referred = (count: Publishable<number>): string => english(count, "referral", "referrals");

export const CHANCE_WORDS: Readonly<Record<Language, ChanceWords>> = {
  da: {
    heading: "Sådan blev borgerne fordelt",
    designs: {
      "simple": () =>
        "Hver borger er fordelt ved sin egen lodtrækning, med den aftalte sandsynlighed for hver enhed.",
      "complete": (batches) =>
        `Hver uges visiterede borgere er fordelt ved lodtrækning, i alt ${danish(batches, "uge", "uger")}. Inden for hver lodtrækning havde alle den aftalte sandsynlighed for hver enhed.`,
      "permuted-block": () =>
        "Borgerne er fordelt ved lodtrækning én efter én, i blokke, hvor hver enhed får sin aftalte andel i tilfældig rækkefølge.",
      "alternation": () =>
        "Borgerne er fordelt på skift, hver anden til hver enhed; kun begyndelsen er overladt til tilfældet. Rækkefølgen kan derefter forudsiges af den, der kender den, og det svækker sikkerheden for, at grupperne er ens.",
      "biased-coin": () =>
        "Borgerne er fordelt ved lodtrækning én efter én. Den enhed, der havde fået færrest, havde større sandsynlighed for den næste.",
      "big-stick": () =>
        "Borgerne er fordelt ved lodtrækning én efter én. Var forskellen mellem enhederne blevet så stor, som den måtte, gik den næste til en enhed, der havde fået færre.",
      "urn": () =>
        "Borgerne er fordelt ved lodtrækning én efter én. Jo færre en enhed havde fået, jo større var dens sandsynlighed for den næste.",
      "minimization": () =>
        "Borgerne er fordelt ved lodtrækning én efter én, med størst sandsynlighed for den enhed, der gjorde enhedernes borgere mest ens på de aftalte kendetegn.",
    },
    household: " Borgere i samme husstand er fordelt under ét og har fået samme enhed.",
    closed: (entries) =>
      `Ved ${visits(entries)} var der ikke plads i en enhed, så lodtrækningen kun stod mellem de andre. Sammenligningen med den enhed, der var lukket, ser bort fra dem.`,
    closedOfTwo: (entries) =>
      `Ved ${visits(entries)} var der ikke plads i den ene enhed, så borgeren kom til den anden. Sammenligningen ser bort fra dem.`,
    exempted: (entries) =>
      `${visits(entries)} er efter aftale gået til en anden enhed. Borgeren tæller i den enhed, som fordelingen gav.`,
    undrawn: (referrals) =>
      `${visits(referrals)} var efter aftale undtaget fra fordelingen og indgår ikke i opgørelsen.`,
    strata: (columns) => ` Fordelingen er foretaget særskilt for hver gruppe i inddelingen »${columns}«.`,
    caption: "Forløbet hos hver enhed, alle visiterede borgere",
    course: "Forløb",
    allocated: "Visiterede borgere i alt",
    meanDays: "Gennemsnitlig længde i dage af påbegyndte, sluttede forløb, borgere fulgt længe nok",
    participation: {
      "completed": "Gennemført",
      "running": "I gang",
      "returned": "Tilbagevisiteret",
      "expired": "Udløbet uden resultat",
      "withdrawn": "Afbrudt",
      "never-started": "Aldrig begyndt",
      "not-reported": "Intet forløb indberettet",
    },
    again: (again, referrals) =>
      `${formatCountInText(again, { language: "da" })} af de ${visits(referrals)} gælder en borger, der var visiteret før. En borger tæller én gang, ved den første visitering.`,
    notVerified: "Fordelingsprotokollen er ikke efterprøvet i denne rapport.",
    chainVerified:
      "Fordelingsprotokollens kæde er efterprøvet og ubrudt. Selve fordelingen kan efterprøves, når nøglen frigives.",
    drawsVerified:
      "Fordelingsprotokollen er efterprøvet: kæden er ubrudt, og hver fordeling er genberegnet af nøglen.",
    invalid: (findings) =>
      `Fordelingsprotokollen er ikke i orden: efterprøvningen fandt ${findings} fejl. Rapportens sammenligning kan ikke bruges, før fejlene er forklaret.`,
    head: (size, root) =>
      size === SUPPRESSED
        ? `Fordelingsprotokol: rod ${root}.`
        : `Fordelingsprotokol: ${danish(size, "linje", "linjer")}, rod ${root}.`,
  },
  en: {
    heading: "How the citizens were allocated",
    designs: {
      "simple": () =>
        "Each citizen was assigned by a draw of their own, with the agreed probability of each unit.",
      "complete": (batches) =>
        `The citizens referred in each week were divided by lot, ${english(batches, "week", "weeks")} in all. Within each draw everyone had the agreed probability of each unit.`,
      "permuted-block": () =>
        "The citizens were drawn one by one, in blocks in which each unit gets its agreed share in random order.",
      "alternation": () =>
        "The citizens were allocated by alternation, every second one to each unit; only the beginning was left to chance. The order can be predicted from then on by anyone who knows it, which weakens the assurance that the groups are alike.",
      "biased-coin": () =>
        "The citizens were drawn one by one. The unit that had got fewest had the greater probability of the next.",
      "big-stick": () =>
        "The citizens were drawn one by one. Once the units differed by as much as they may, the next went to a unit that had got fewer.",
      "urn": () =>
        "The citizens were drawn one by one. The fewer a unit had got, the greater was its probability of the next.",
      "minimization": () =>
        "The citizens were drawn one by one, with the greatest probability for the unit that made the units' citizens most alike in what was agreed.",
    },
    household: " Citizens of one household were allocated as one and got the same unit.",
    closed: (entries) =>
      `At ${referred(entries)} a unit had no room, so that the draw was between the others only. A comparison with the unit that was closed leaves them out.`,
    closedOfTwo: (entries) =>
      `At ${referred(entries)} the one unit had no room, so that the citizen went to the other. The comparison leaves them out.`,
    exempted: (entries) =>
      `${referred(entries)} went to another unit by agreement. The citizen counts in the unit that the allocation gave.`,
    undrawn: (referrals) =>
      `By agreement ${referred(referrals)} took no part in the allocation and none in this review.`,
    strata: (columns) => ` The allocation was made separately within each group of “${columns}”.`,
    caption: "The course with each unit, all citizens referred",
    course: "Course",
    allocated: "Citizens referred in all",
    meanDays: "Mean length in days of courses begun and ended, citizens followed long enough",
    participation: {
      "completed": "Completed",
      "running": "Running",
      "returned": "Returned",
      "expired": "Expired without result",
      "withdrawn": "Withdrawn",
      "never-started": "Never started",
      "not-reported": "No course reported",
    },
    again: (again, referrals) =>
      `${english(again, `of the ${referred(referrals)} is`, `of the ${referred(referrals)} are`)} of a citizen who had been referred before. A citizen counts once, by the first referral.`,
    notVerified: "The ledger of the allocation has not been verified in this review.",
    chainVerified:
      "The chain of the ledger was verified and is unbroken. The allocations themselves can be verified once the key is revealed.",
    drawsVerified:
      "The ledger was verified: the chain is unbroken, and every allocation was computed again from the key.",
    invalid: (findings) =>
      `The ledger does not hold: verification found ${english(findings, "error", "errors")}. The comparison can't be used until that is explained.`,
    head: (size, root) =>
      size === SUPPRESSED
        ? `Ledger: root ${root}.`
        : `Ledger: ${english(size, "line", "lines")}, root ${root}.`,
  },
};
