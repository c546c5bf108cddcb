import type { FunnelWidth } from "../../benchmark/index.js";
import type { Language } from "../../display/index.js";
import type { Participant } from "../../outcomes/index.js";

/** The words of this part of the review, in both languages. */
export interface PicturesWords {
  readonly effectTitle: string;
  readonly effectCaption: string;
  readonly margin: string;
  readonly marginLine: string;
  readonly sensitivityTitle: string;
  readonly sensitivityCaption: string;
  readonly subgroupsTitle: string;
  readonly subgroupsCaption: string;
  readonly everyone: string;
  readonly rates: string;
  readonly difference: string;
  readonly versus: (arm: string, reference: string) => string;
  readonly favours: (arm: string) => string;
  readonly flowTitle: (date: string) => string;
  readonly flowCaption: string;
  readonly referrals: string;
  readonly again: string;
  readonly citizens: string;
  readonly participation: Readonly<Record<Participant["participation"], string>>;
  readonly mature: string;
  readonly pending: string;
  readonly excluded: string;
  readonly analysed: string;
  readonly success: string;
  readonly failure: string;
  readonly unknown: string;
  readonly clusterTitle: string;
  readonly clusterCaption: (isAdjusted: boolean) => string;
  readonly funnelTitle: string;
  readonly funnelCaption: (isAdjusted: boolean, width: FunnelWidth) => string;
  readonly asAWhole: (municipality: string) => string;
  readonly ranksTitle: string;
  readonly ranksCaption: (isAdjusted: boolean) => string;
}

/** Whether rates are those of the same mix of citizens. */
const MIX: Readonly<Record<Language, (isAdjusted: boolean) => string>> = {
  da: (isAdjusted) =>
    isAdjusted
      ? "Raterne er beregnet ved samme sammensætning af borgere som sammenligningskommunernes."
      : "Raterne er ujusterede: der er ikke taget højde for borgernes sammensætning.",
  en: (isAdjusted) =>
    isAdjusted
      ? "The rates are adjusted to the comparable municipalities' case mix."
      : "The rates are unadjusted: case mix is not taken into account.",
};

/** What it means to lie within the limits of the funnel, or outside. */
const WITHIN: Readonly<Record<Language, Readonly<Record<FunnelWidth, string>>>> = {
  da: {
    "overdispersion":
      "Inden for de udvidede grænser er forskellen ikke større, end den kan være mellem kommuner som disse.",
    "chance": "Inden for grænserne er forskellen ikke større, end tilfældige udsving alene kan gøre den.",
    "chance-despite-overdispersion":
      "Grænserne regner kun med tilfældige udsving og er for snævre, da kommunerne adskiller sig mere end det.",
    "unknown":
      "Grænserne regner kun med tilfældige udsving; med så få kommuner kan det ikke vides, om de adskiller sig mere end det.",
  },
  en: {
    "overdispersion":
      "Within the widened limits a difference isn't larger than it may be between municipalities like these.",
    "chance": "Within the limits a difference isn't larger than chance alone may make it.",
    "chance-despite-overdispersion":
      "The limits carry chance alone and are too narrow, since the municipalities differ by more.",
    "unknown":
      "The limits carry chance alone; with so few municipalities it can't be known whether they differ by more.",
  },
};

export const PICTURE_WORDS: Readonly<Record<Language, PicturesWords>> = {
  da: {
    effectTitle: "Enhedernes succesrater og forskellen mellem dem",
    effectCaption:
      "Succesrater og, nedenunder, forskellen inden for fordelingens blokke. Stregen om et mærke er konfidensintervallet (KI): de værdier, som tallene er forenelige med. Den lodrette linje markerer ingen forskel.",
    margin: "aftalt margen",
    marginLine:
      "Den stiplede linje er den aftalte margen: ligger hele stregen om forskellen til højre for den, er enheden ikke dårligere inden for margenen.",
    sensitivityTitle: "Forskellen efter analyse",
    sensitivityCaption:
      "Forskellen i succesrate med konfidensintervaller, efter analyse. Den øverste afgør; de øvrige viser, om forskellen afhænger af metoden.",
    subgroupsTitle: "Forskellen efter gruppe",
    subgroupsCaption: "Forskellen i succesrate med konfidensintervaller, for alle og i hver gruppe.",
    everyone: "alle",
    rates: "Succesrate",
    difference: "Forskel i succesrate",
    versus: (arm, reference) => `${arm} mod ${reference}`,
    favours: (arm) => `flere hos ${arm}`,
    flowTitle: (date) => `Borgernes vej fra visitering til opgørelse pr. ${date}`,
    flowCaption: "Borgernes vej fra visitering til opgørelse, for det afgørende kriterium.",
    referrals: "Visiteringer",
    again: "visiteret igen",
    citizens: "Borgere",
    participation: {
      "completed": "gennemført",
      "running": "i gang",
      "returned": "tilbagevisiteret",
      "expired": "udløbet uden resultat",
      "withdrawn": "afbrudt",
      "never-started": "aldrig begyndt",
      "not-reported": "intet forløb indberettet",
    },
    mature: "Fulgt længe nok",
    pending: "endnu ikke",
    excluded: "uden for fordelingen",
    analysed: "Indgår i sammenligningen",
    success: "succes",
    failure: "ikke succes",
    unknown: "ukendt udfald (indgår ikke)",
    clusterTitle: "Enhederne og sammenlignelige kommuner",
    clusterCaption: (isAdjusted) =>
      `Succesrater med konfidensintervaller. ${MIX.da(isAdjusted)} Den lodrette linje med bånd er sammenligningskommunerne under ét.`,
    funnelTitle: "Succesrater efter antal borgere",
    funnelCaption: (isAdjusted, width) =>
      `Succesrater efter antal borgere. ${MIX.da(isAdjusted)} Små kommuners rater svinger tilfældigt mere end store kommuners. ${WITHIN.da[width]}`,
    asAWhole: (municipality) => `${municipality} som helhed`,
    ranksTitle: "Kommunernes placering og dens usikkerhed",
    ranksCaption: (isAdjusted) =>
      `Placering efter succesrate med 1 som den højeste. ${MIX.da(isAdjusted)} Sammenligningskommunernes er desuden udjævnede. Linjen viser de placeringer, som tallene ikke kan afvise; overlapper to linjer, kan rækkefølgen også være den omvendte.`,
  },
  en: {
    effectTitle: "The units' success rates and the difference between them",
    effectCaption:
      "Success rates and, below, the difference within the blocks of the allocation. The line through a mark is the confidence interval (CI): the values that the figures are compatible with. The vertical line marks no difference.",
    margin: "agreed margin",
    marginLine:
      "The dashed line is the agreed margin: where the whole line about a difference lies to the right of it, the unit is not worse within the margin.",
    sensitivityTitle: "The difference by analysis",
    sensitivityCaption:
      "The difference in success rate with confidence intervals, by analysis. The topmost decides; the others show whether the difference depends on the method.",
    subgroupsTitle: "The difference by group",
    subgroupsCaption:
      "The difference in success rate with confidence intervals, for everyone and in each group.",
    everyone: "everyone",
    rates: "Success rate",
    difference: "Difference in success rate",
    versus: (arm, reference) => `${arm} against ${reference}`,
    favours: (arm) => `more with ${arm}`,
    flowTitle: (date) => `From referral to analysis as of ${date}`,
    flowCaption: "From referral to analysis, for the deciding criterion.",
    referrals: "Referrals",
    again: "referred again",
    citizens: "Citizens",
    participation: {
      "completed": "completed",
      "running": "running",
      "returned": "returned",
      "expired": "expired without result",
      "withdrawn": "withdrawn",
      "never-started": "never started",
      "not-reported": "no course reported",
    },
    mature: "Followed long enough",
    pending: "not yet",
    excluded: "outside the allocation",
    analysed: "In the comparison",
    success: "success",
    failure: "no success",
    unknown: "unknown outcome (not included)",
    clusterTitle: "The units and comparable municipalities",
    clusterCaption: (isAdjusted) =>
      `Success rates with confidence intervals. ${MIX.en(isAdjusted)} The vertical line with its band is the comparable municipalities together.`,
    funnelTitle: "Success rates by number of citizens",
    funnelCaption: (isAdjusted, width) =>
      `Success rates by number of citizens. ${MIX.en(isAdjusted)} Rates of small municipalities vary more by chance than those of large ones. ${WITHIN.en[width]}`,
    asAWhole: (municipality) => `${municipality} as a whole`,
    ranksTitle: "The municipalities' ranks and how uncertain they are",
    ranksCaption: (isAdjusted) =>
      `Rank by success rate, 1 being the highest. ${MIX.en(isAdjusted)} Those of the comparable municipalities are smoothed too. The line shows the ranks that the figures can't rule out; where two lines overlap, the order may also be the other way round.`,
  },
};
