import type { Notice } from "../core/index.js";
import { formatCount, type Language } from "../display/index.js";
import type { ProcessSignal } from "./kernels/processLimits.js";

type Wording = Readonly<Record<Language, string>>;
type NoticeWording = Readonly<Record<Language, (notice: Notice) => string>>;

/** Why nothing can be said of units side by side. */
export const UNIT_REASONS: Readonly<Record<string, Wording>> = {
  "nothing-expected": { en: "no event is expected", da: "der forventes ingen hændelser" },
  "empty-standard-group": {
    en: "a group of the standard has nobody here; join it to another",
    da: "en gruppe i standarden er tom her; slå den sammen med en anden",
  },
  "one-unit": { en: "there are fewer than two units", da: "der er færre end to enheder" },
  "no-repeats": {
    en: "no unit has more than one citizen, so that units can’t be told from chance",
    da: "ingen enhed har mere end én borger, så enheder kan ikke skelnes fra tilfældigheder",
  },
  "no-variation-of-units": {
    en: "all or none of all units have the event",
    da: "alle eller ingen i alle enheder har hændelsen",
  },
};

/** What the notices of units side by side say. */
export const UNIT_NOTICES: Readonly<Record<string, NoticeWording>> = {
  "byar-below-zero": {
    en: () =>
      "Byar’s approximation has no lower limit above 0 for so few events at this level; the limit is 0. The exact method has one.",
    da: () =>
      "Byars tilnærmelse har ingen nedre grænse over 0 for så få hændelser ved dette niveau; grænsen er 0. Den eksakte metode har en.",
  },
  "no-event-bound": {
    en: () =>
      "There is no event, so that the rate has no variance; the upper limit is what it could be if the events lay in the group where one weighs most.",
    da: () =>
      "Der er ingen hændelser, så raten har ingen varians; den øvre grænse er, hvad den kunne være, hvis hændelserne lå i den gruppe, hvor én vejer mest.",
  },
  "few-events": {
    en: ({ events }) =>
      `The rate hangs on ${counted(events, "en")} events, fewer than the 10 from which official statistics show standardized rates.`,
    da: ({ events }) =>
      `Raten hviler på ${counted(events, "da")} hændelser, færre end de 10, hvorfra officiel statistik viser standardiserede rater.`,
  },
  "dispersion-hidden": {
    en: () =>
      "All units together vary more than by chance, but without the extremes they don’t, so that limits aren’t widened: some units lie far out, or the extremes that were brought in are the variation itself.",
    da: () =>
      "Alle enheder under ét varierer mere end tilfældigt, men uden yderpunkterne gør de ikke, så grænserne udvides ikke: enten ligger nogle enheder langt ude, eller også er de yderpunkter, der er trukket ind, selve variationen.",
  },
  "few-units": {
    en: ({ units }) =>
      `With ${counted(units, "en")} units their variation beyond chance is hardly known; what builds on it is uncertain too.`,
    da: ({ units }) =>
      `Med ${counted(units, "da")} enheder er deres variation ud over det tilfældige knap kendt; det, der bygger på den, er også usikkert.`,
  },
  "no-overdispersion": {
    en: () =>
      "The units differ by no more than chance, so that their variation is estimated as 0 and all have the same rate as far as these data tell. That is no proof that they are alike.",
    da: () =>
      "Enhederne afviger ikke mere fra hinanden end tilfældigt, så deres variation er skønnet til 0, og alle har samme rate, så vidt disse data viser. Det beviser ikke, at de er ens.",
  },
  "complete-correlation": {
    en: () => "In every unit all or none have the event, so that units tell nothing of each other.",
    da: () => "I hver enhed har alle eller ingen hændelsen, så enhederne siger intet om hinanden.",
  },
  "prior-estimated": {
    en: ({ units }) =>
      `How the true rates are spread is estimated from the same ${counted(units, "en")} units. The intervals carry how uncertain that is; with few units that differ much they are still a little too narrow.`,
    da: ({ units }) =>
      `Fordelingen af de sande rater er skønnet ud fra de samme ${counted(units, "da")} enheder. Intervallerne tager højde for, hvor usikkert det skøn er; med få enheder, der er meget forskellige, er de stadig lidt for smalle.`,
  },
  "short-series": {
    en: ({ values }) =>
      `The limits come from ${counted(values, "en")} values; they still move with each further one.`,
    da: ({ values }) =>
      `Grænserne stammer fra ${counted(values, "da")} værdier; de flytter sig stadig med hver ny værdi.`,
  },
  "constant-series": {
    en: () =>
      "The typical range between values in a row is 0, so that the limits have no width and every other value is a signal.",
    da: () =>
      "Den typiske afstand mellem værdier i rækkefølge er 0, så grænserne har ingen bredde, og enhver anden værdi er et signal.",
  },
};

/** Wheeler’s rules in words. */
export const SIGNAL_NAMES: Readonly<Record<ProcessSignal, Wording>> = {
  "beyond-limit": { en: "beyond a limit", da: "uden for en grænse" },
  "near-limit": {
    en: "three of four in a row nearer to a limit than to the center",
    da: "tre af fire i træk nærmere en grænse end midten",
  },
  "long-run": { en: "eight in a row on one side of the center", da: "otte i træk på samme side af midten" },
  "large-range": { en: "a larger jump than usual", da: "et større spring end sædvanligt" },
};

/** The words around units side by side. */
export const UNIT_PHRASES: Readonly<
  Record<
    Language,
    {
      readonly observedExpected: (observed: string, expected: string) => string;
      readonly overdispersion: string;
      readonly noOverdispersionKnown: string;
      readonly onlyChance: string;
      readonly ofUnits: (kept: string, units: string) => string;
      readonly spread: (correlation: string, precision: string, units: string) => string;
      readonly shrunken: string;
      readonly meanOfAll: string;
      readonly unit: string;
      readonly own: string;
      readonly estimate: string;
      readonly credible: (level: string) => string;
      readonly ranks: string;
      readonly medianRank: string;
      readonly expectedRank: string;
      readonly amongBest: (top: string) => string;
      readonly rankWithLimits: (rank: string, lower: string, upper: string) => string;
      readonly draws: (times: string) => string;
      readonly processLimits: (center: string, limits: string) => string;
      readonly noSignal: string;
      readonly signals: string;
      readonly period: string;
      readonly value: string;
      readonly rule: string;
    }
  >
> = {
  en: {
    observedExpected: (observed, expected) => `Observed ${observed}, expected ${expected}.`,
    overdispersion: "Variation between units against that of chance",
    noOverdispersionKnown: "Variation between units: not estimable",
    onlyChance: "if chance were all:",
    ofUnits: (kept, units) => `From ${kept} of ${units} units.`,
    spread: (correlation, precision, units) =>
      `Intra-class correlation ${correlation} (precision ${precision}) over ${units} units.`,
    shrunken: "Rates of units that borrow from the mean of all",
    meanOfAll: "Mean of all",
    unit: "Unit",
    own: "Own rate",
    estimate: "Estimate",
    credible: (level) => `${level} credible interval`,
    ranks: "Ranks with their uncertainty; 1 is the best",
    medianRank: "Median rank",
    expectedRank: "Expected rank",
    amongBest: (top) => `Among the best ${top}`,
    rankWithLimits: (rank, lower, upper) => `${rank} (${lower} to ${upper})`,
    draws: (times) => `From ${times} draws of all values.`,
    processLimits: (center, limits) => `Center ${center}, natural process limits ${limits}`,
    noSignal: "No value is more than the usual ups and downs.",
    signals: "More than the usual ups and downs",
    period: "Period",
    value: "Value",
    rule: "Rule",
  },
  da: {
    observedExpected: (observed, expected) => `Observeret ${observed}, forventet ${expected}.`,
    overdispersion: "Variation mellem enheder i forhold til den tilfældige",
    noOverdispersionKnown: "Variation mellem enheder: kan ikke estimeres",
    onlyChance: "hvis alt var tilfældigt:",
    ofUnits: (kept, units) => `Ud fra ${kept} af ${units} enheder.`,
    spread: (correlation, precision, units) =>
      `Intraklassekorrelation ${correlation} (præcision ${precision}) over ${units} enheder.`,
    shrunken: "Enhedernes rater, der låner af gennemsnittet for alle",
    meanOfAll: "Gennemsnit for alle",
    unit: "Enhed",
    own: "Egen rate",
    estimate: "Skøn",
    credible: (level) => `${level} kredibilitetsinterval`,
    ranks: "Placeringer med deres usikkerhed; 1 er bedst",
    medianRank: "Midterste placering",
    expectedRank: "Forventet placering",
    amongBest: (top) => `Blandt de ${top} bedste`,
    rankWithLimits: (rank, lower, upper) => `${rank} (${lower} til ${upper})`,
    draws: (times) => `Ud fra ${times} trækninger af alle værdier.`,
    processLimits: (center, limits) => `Midte ${center}, naturlige procesgrænser ${limits}`,
    noSignal: "Ingen værdi er mere end de sædvanlige udsving.",
    signals: "Mere end de sædvanlige udsving",
    period: "Periode",
    value: "Værdi",
    rule: "Regel",
  },
};

function counted(value: unknown, language: Language): string {
  return formatCount(Number(value), { language });
}
