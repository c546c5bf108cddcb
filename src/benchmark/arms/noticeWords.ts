import type { Notice } from "../../core/index.js";
import {
  formatCount,
  formatInterval,
  formatPercent,
  formatPValue,
  type Language,
} from "../../display/index.js";
import { describePeersNotice } from "../similar/words.js";
import { BENCHMARK_WORDS } from "./words.js";

type Sentence = (notice: Notice, language: Language) => string;

const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  "overdispersion-carried": {
    da: (notice, language) =>
      `Kommunerne adskiller sig mere fra hinanden, end tilfældet alene ville give (${count(notice, "peers", language)} kommuner, ${pValue(notice, language)}; ${share(notice, "iSquared", language)} af variationen mellem raterne er ikke tilfældig). Det er regnet med i intervallerne for forholdet mellem observeret og forventet.`,
    en: (notice, language) =>
      `The municipalities differ among themselves by more than chance would make them (${count(notice, "peers", language)} municipalities, ${pValue(notice, language)}; ${share(notice, "iSquared", language)} of the variation between the rates is not chance). The intervals for observed over expected carry it.`,
  },
  "rank-beside-position": {
    da: (notice) =>
      `For ${unitsOf(notice, "da")} kan placeringen og konklusionen se ud til ikke at passe sammen, men de svarer på hver sit spørgsmål: placeringen på, hvor raten ligger blandt netop disse kommuners rater; konklusionen på, om den ligger længere fra den typiske kommune, end kommuner som disse kan ventes at ligge.`,
    en: (notice) =>
      `For ${unitsOf(notice, "en")} the rank and the conclusion may seem not to agree, but they answer questions of their own: the rank, where the rate lies among the rates of just these municipalities; the conclusion, whether it lies further from the typical municipality than municipalities like these may be expected to lie.`,
  },
  "funnel-not-widened": {
    da: () =>
      "Grænserne i tragten er for snævre. Kommunerne adskiller sig mere fra hinanden, end tilfældet alene ville give, men kun ved de yderste: når de bringes ind til de øvrige (winsorisering), er der ingen overspredning tilbage at udvide grænserne med. At ligge uden for dem siger derfor kun, at afstanden til de andre er større, end tilfældige udsving alene ville give.",
    en: () =>
      "The limits of the funnel are too narrow. The municipalities differ among themselves by more than chance would make them, but by the outermost only: once these are brought in to the others (winsorized), no overdispersion is left to widen the limits by. To lie outside of them therefore says no more than that the distance from the others is larger than chance alone would make it.",
  },
  "spread-unknown": {
    da: (notice, language) =>
      `Med færre end ${count(notice, "fewest", language)} kommuner kan det ikke siges, hvor forskellige kommuner er: intervallerne afspejler kun den tilfældige variation i tallene og er derfor for smalle.`,
    en: (notice, language) =>
      `With fewer than ${count(notice, "fewest", language)} municipalities nothing can be said about how they differ: the intervals carry only the chance in the figures and are therefore too narrow.`,
  },
  "small-counts": {
    da: (notice) =>
      `Så få borgere med eller uden succes, at kommunens rate er usikkert bestemt af den anvendte metode: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `So few citizens with or without success that the method used determines the municipality's rate poorly: ${list(notice, "municipalities")}.`,
  },
  "depends-on-one-municipality": {
    da: (notice, language) =>
      `Konklusionen for ${text(notice, "name")} bliver en anden, når en enkelt kommune udelades. Intervallet for forholdet mellem observeret og forventet er ${range(notice, language)} med alle kommuner; ${withoutEach(notice, language, "uden")}. Konklusionen afgøres af, om 1 ligger i intervallet, så flytter intervallet sig kun lidt, er forskellen kun formel.`,
    en: (notice, language) =>
      `The conclusion on ${text(notice, "name")} becomes another if a single municipality is left out. The interval for observed over expected is ${range(notice, language)} with all municipalities; ${withoutEach(notice, language, "without")}. The conclusion is made by whether 1 is in the interval, so where the interval moves little, the difference is one of form only.`,
  },
  "differs-by-group": {
    da: (notice, language) =>
      `Kommunerne ligger ikke i samme afstand af hinanden i alle grupper (${pValue(notice, language)}). Det samlede forhold mellem observeret og forventet er derfor et gennemsnit over grupper, som kan ligge forskelligt; se gruppe for gruppe.`,
    en: (notice, language) =>
      `The municipalities don't lie at the same distance from each other in every group (${pValue(notice, language)}). The ratio of observed to expected in all is therefore a mean over groups that may lie differently; see group by group.`,
  },
  "municipalities-together": {
    da: (notice, language) =>
      `${text(notice, "name")} er ${list(notice, "municipalities", "og")} under ét, da en eller flere af dem har færre end ${count(notice, "minimum", language)} borgere med succes eller færre end ${count(notice, "minimum", language)} uden. Alt er beregnet efter sammenlægningen, som skjuler noget af forskellen mellem kommunerne. Sammenlagte kommuner har ingen placering, og de øvriges placeringer er uden dem.`,
    en: (notice, language) =>
      `${text(notice, "name")} ("other municipalities") is ${list(notice, "municipalities", "and")} together, since one or more of them have fewer than ${count(notice, "minimum", language)} citizens with success or fewer than ${count(notice, "minimum", language)} without. Everything was computed after they were taken together, which hides some of the difference between municipalities. Municipalities that are taken together have no rank, and the others' ranks are without them.`,
  },
  "groups-together": {
    da: (notice, language) =>
      `Grupperne ${list(notice, "groups", "og")} er lagt sammen, både hos enhederne og i sammenligningskommunerne, da en eller flere af dem har færre end ${count(notice, "minimum", language)} borgere med succes eller færre end ${count(notice, "minimum", language)} uden.`,
    en: (notice, language) =>
      `The groups ${list(notice, "groups", "and")} were taken together, of the units and of the comparable municipalities, since one or more of them have fewer than ${count(notice, "minimum", language)} citizens with success or fewer than ${count(notice, "minimum", language)} without.`,
  },
  "arms-together": {
    da: (notice, language) =>
      `Enhederne vises ikke hver for sig, kun kommunen som helhed: mindst én enhed har færre end ${count(notice, "minimum", language)} borgere med succes eller færre end ${count(notice, "minimum", language)} uden.`,
    en: (notice, language) =>
      `The units aren't shown one by one, but the municipality as a whole: at least one of them has fewer than ${count(notice, "minimum", language)} citizens with success or fewer than ${count(notice, "minimum", language)} without.`,
  },
  "peers-without-citizens": {
    da: (notice) => `Uden borgere i målgruppen, og derfor ikke med: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `Without citizens in the population, and therefore left out: ${list(notice, "municipalities")}.`,
  },
  "peers-without-counts": {
    da: (notice) => `Uden antal bag raten, og derfor ikke med: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `Without the counts behind the rate, and therefore left out: ${list(notice, "municipalities")}.`,
  },
  "events-nearest": {
    da: (notice) =>
      `Antallet med succes i ${list(notice, "municipalities", "og")} er udregnet af en afrundet rate: det nærmeste hele antal er brugt. Afrundingen er højst en femtedel af ratens standardfejl.`,
    en: (notice) =>
      `The number with success of ${list(notice, "municipalities", "and")} was worked out from a rounded rate: the nearest whole number is used. The rounding is at most a fifth of the rate's standard error.`,
  },
  "direction-not-told": {
    da: (notice) =>
      `${notice["municipalities"] === undefined ? "Sammenligningskommunernes tal" : `Tallene for ${list(notice, "municipalities", "og")}`} fortæller ikke, om det høje eller det lave tal er det gode. De er læst, som om det høje er det, ligesom for enhederne.`,
    en: (notice) =>
      `The figures of ${notice["municipalities"] === undefined ? "the comparable municipalities" : list(notice, "municipalities", "and")} don't tell whether the high or the low figure is the good one. They are taken as if the high one is, as for the units.`,
  },
  "peers-not-as-planned": {
    da: (notice) =>
      `Planen er at sammenligne med klyngen ${text(notice, "cluster")}; her er kommunerne valgt på anden måde.`,
    en: (notice) =>
      `The plan is to compare with the cluster ${text(notice, "cluster")}; here the municipalities were chosen in another way.`,
  },
  "peers-of-another-benefit": {
    da: (notice) =>
      `Tallene gælder ${text(notice, "benefit")}, men klyngen er en inddeling for ${text(notice, "chosenBy")}.`,
    en: (notice) =>
      `The figures are about ${text(notice, "benefit")}, but the cluster is one for ${text(notice, "chosenBy")}.`,
  },
  "peers-without-figures": {
    da: (notice) => `Valgt som sammenlignelige, men uden tal: ${list(notice, "municipalities")}.`,
    en: (notice) => `Chosen as comparable, but without figures: ${list(notice, "municipalities")}.`,
  },
  "peers-without-groups": {
    da: (notice) => `Uden tal for de aftalte grupper, og derfor ikke med: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `Without figures for the groups agreed upon, and therefore left out: ${list(notice, "municipalities")}.`,
  },
  "peers-lacking-a-group": {
    da: (notice) =>
      `Uden tal for en gruppe, som andre kommuner har tal for, og derfor ikke med: ${lacking(notice)}. Har en kommune ingen borgere i gruppen, skal det stå som 0 af 0.`,
    en: (notice) =>
      `Without figures for a group of which other municipalities have figures, and therefore left out: ${lacking(notice)}. If a municipality has no citizens in the group, it has to say 0 of 0.`,
  },
  "municipalities-without-figure": {
    da: (notice) => `Uden oplyst tal, og derfor ikke med: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `Without a figure that is told, and therefore left out: ${list(notice, "municipalities")}.`,
  },
  "not-of-the-98": {
    da: (notice) => `Ingen af de 98 kommuner, men med som oplyst: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `None of the 98 municipalities, but taken in as given: ${list(notice, "municipalities")}.`,
  },
  "cluster-without-successes": {
    da: (notice, language) =>
      `Ingen af de ${count(notice, "citizens", language)} borgere i sammenligningskommunerne har haft succes. Derfor er der intet forventet antal, intet forhold mellem observeret og forventet og ingen rækkefølge.`,
    en: (notice, language) =>
      `None of the ${count(notice, "citizens", language)} citizens of the comparable municipalities had a success. So there is no expected number, no ratio of observed to expected and no rank.`,
  },
  "cluster-without-failures": {
    da: (notice, language) =>
      `Alle ${count(notice, "citizens", language)} borgere i sammenligningskommunerne har haft succes. Derfor er der intet forhold mellem observeret og forventet og ingen rækkefølge.`,
    en: (notice, language) =>
      `All ${count(notice, "citizens", language)} citizens of the comparable municipalities had a success. So there is no ratio of observed to expected and no rank.`,
  },
  "group-taken-for-all": {
    da: (notice) =>
      `»${text(notice, "group")}« har lige så mange med succes og lige så mange i alt som de øvrige grupper tilsammen og regnes derfor for alle borgere, ikke for en gruppe for sig: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `"${text(notice, "group")}" has as many with success, and as many in all, as the other groups together, and is therefore taken for all citizens, not for a group of its own: ${list(notice, "municipalities")}.`,
  },
  "peers-citizens-without-group": {
    da: (notice, language) =>
      notice["citizens"] === null
        ? "Nogle af sammenligningskommunernes borgere er uden for de aftalte grupper og derfor ikke med; hvor mange vises ikke."
        : `Uden for de aftalte grupper, og derfor ikke med, er ${count(notice, "citizens", language)} af sammenligningskommunernes borgere: ${outside(notice, "grupperne", language)}.`,
    en: (notice, language) =>
      notice["citizens"] === null
        ? "Some citizens of the comparable municipalities are outside of the groups agreed upon, and therefore left out; how many isn't told."
        : `Outside of the groups agreed upon, and therefore left out, are ${count(notice, "citizens", language)} of the comparable municipalities' citizens: ${outside(notice, "the groups", language)}.`,
  },
  "citizens-without-group": {
    da: (notice, language) =>
      notice["citizens"] === null
        ? "Enkelte borgere er uden for de aftalte grupper og derfor ikke med; antallet er for lille til at vises."
        : `Uden for de aftalte grupper, og derfor ikke med i det forventede antal: ${count(notice, "citizens", language)} af borgerne.`,
    en: (notice, language) =>
      notice["citizens"] === null
        ? "Some citizens are outside of the groups agreed upon, and therefore left out; they are too few to be told."
        : `Outside of the groups agreed upon, and therefore not part of the expected number: ${count(notice, "citizens", language)} of the citizens.`,
  },
  "groups-without-citizens": {
    da: (notice) => `Grupper, som ingen af borgerne med kendt udfald er i: ${list(notice, "groups")}.`,
    en: (notice) => `Groups that none of the citizens with a known outcome is in: ${list(notice, "groups")}.`,
  },
  "groups-without-peers": {
    da: (notice, language) =>
      `Grupper, som sammenligningskommunerne ingen borgere har i, og som derfor ikke er med i det forventede antal: ${list(notice, "groups")} (${count(notice, "citizens", language)} af borgerne).`,
    en: (notice, language) =>
      `Groups in which the comparable municipalities have no citizens, and which are therefore not part of the expected number: ${list(notice, "groups")} (${count(notice, "citizens", language)} of the citizens).`,
  },
  "peers-of-another-measure": {
    da: (notice) => `Uden tal, der måler det samme, og derfor ikke med: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `Without figures that measure the same, and therefore left out: ${list(notice, "municipalities")}.`,
  },
};

/** A notice of a benchmark as a sentence. */
export function describeBenchmarkNotice(notice: Notice, language: Language): string {
  return SENTENCES[notice.code]?.[language](notice, language) ?? describePeersNotice(notice, language);
}

function number(notice: Notice, fact: string): number | null {
  const value = notice[fact];
  return typeof value === "number" ? value : null;
}

function count(notice: Notice, fact: string, language: Language): string {
  return formatCount(number(notice, fact), { language });
}

function share(notice: Notice, fact: string, language: Language): string {
  return formatPercent(number(notice, fact), { language, decimals: 0 });
}

function text(notice: Notice, fact: string): string {
  return String(notice[fact] ?? "");
}

function pValue(notice: Notice, language: Language): string {
  return formatPValue(number(notice, "pValue"), { language });
}

/** Two limits. */
function range(notice: Notice, language: Language): string {
  return between(number(notice, "lower"), number(notice, "upper"), language);
}

/** What the limits become without each of the municipalities. */
function withoutEach(notice: Notice, language: Language, without: string): string {
  const [lower, upper] = [numbers(notice, "lowerWithout"), numbers(notice, "upperWithout")];
  return texts(notice, "municipalities")
    .map((name, index) => `${without} ${name} ${between(lower[index], upper[index], language)}`)
    .join("; ");
}

/** Each municipality with the groups that it lacks. */
function lacking(notice: Notice): string {
  const groups = texts(notice, "lacking");
  return texts(notice, "municipalities")
    .map((name, at) => `${name} (${groups[at] ?? ""})`)
    .join("; ");
}

/** Of each municipality, successes of all citizens and of those in the groups. */
function outside(notice: Notice, groups: string, language: Language): string {
  const [all, within] = [
    [numbers(notice, "events"), numbers(notice, "totals")],
    [numbers(notice, "eventsWithin"), numbers(notice, "totalsWithin")],
  ] as const;
  const [inAll, of] = language === "da" ? ["i alt", "af"] : ["in all", "of"];
  const shown = ([events, totals]: readonly [readonly number[], readonly number[]], at: number): string =>
    `${formatCount(events[at] ?? null, { language })} ${of} ${formatCount(totals[at] ?? null, { language })}`;
  return texts(notice, "municipalities")
    .map((name, at) => `${name} (${inAll} ${shown(all, at)}, ${groups} ${shown(within, at)})`)
    .join("; ");
}

function between(
  lower: number | null | undefined,
  upper: number | null | undefined,
  language: Language,
): string {
  return formatInterval({ lower: lower ?? -Infinity, upper: upper ?? Infinity }, { language, decimals: 3 });
}

function numbers(notice: Notice, fact: string): readonly number[] {
  const value = notice[fact];
  return Array.isArray(value) ? value.map(Number) : [];
}

/** Names in a row; with a conjunction before the last where one is given. */
function list(notice: Notice, fact: string, conjunction?: string): string {
  const names = texts(notice, fact);
  return conjunction === undefined ? names.join(", ") : joined(names, conjunction);
}

function joined(names: readonly string[], conjunction: string): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${conjunction} ${names.at(-1) ?? ""}`;
}

/** Arms, and the municipality as a whole where it is among them. */
function unitsOf(notice: Notice, language: Language): string {
  const { asAWhole, and } = BENCHMARK_WORDS[language];
  const whole = notice["municipality"] === null ? [] : [asAWhole(text(notice, "municipality"))];
  return joined([...texts(notice, "units"), ...whole], and);
}

function texts(notice: Notice, fact: string): readonly string[] {
  const value = notice[fact];
  return Array.isArray(value) ? value.map(String) : [text(notice, fact)];
}
