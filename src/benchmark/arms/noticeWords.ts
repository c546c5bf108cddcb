import type { Notice } from "../../core/index.js";
import { formatCount, formatPercent, formatPValue, type Language } from "../../display/index.js";

type Sentence = (notice: Notice, language: Language) => string;

const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  "overdispersion-carried": {
    da: (notice, language) =>
      `Kommunerne adskiller sig mere fra hinanden, end tilfældet alene ville give (${count(notice, "peers", language)} kommuner, ${pValue(notice, language)}; ${share(notice, "iSquared", language)} af variationen mellem raterne er ikke tilfældig). Det er regnet med i intervallerne for observeret over forventet.`,
    en: (notice, language) =>
      `The municipalities differ among themselves by more than chance would make them (${count(notice, "peers", language)} municipalities, ${pValue(notice, language)}; ${share(notice, "iSquared", language)} of the variation between the rates is not chance). The intervals for observed over expected carry it.`,
  },
  "spread-unknown": {
    da: (notice, language) =>
      `Med færre end ${count(notice, "fewest", language)} kommuner kan det ikke siges, hvor forskellige kommuner er: intervallerne afspejler kun den tilfældige variation i tallene og er derfor for smalle.`,
    en: (notice, language) =>
      `With fewer than ${count(notice, "fewest", language)} municipalities nothing can be said of how they differ: the intervals carry only the chance in the figures and are therefore too narrow.`,
  },
  "small-counts": {
    da: (notice) =>
      `Så få borgere med eller uden succes, at kommunens rate er usikkert bestemt af den anvendte metode: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `So few citizens with or without success that the method used knows the municipality's rate badly: ${list(notice, "municipalities")}.`,
  },
  "depends-on-one-municipality": {
    da: (notice) =>
      `Placeringen af ${text(notice, "name")} hænger på en enkelt kommune: den bliver en anden uden ${list(notice, "municipalities", "eller")}.`,
    en: (notice) =>
      `The place of ${text(notice, "name")} hangs on a single municipality: it becomes another without ${list(notice, "municipalities", "or")}.`,
  },
  "own-name-unknown": {
    da: (notice) =>
      `${text(notice, "municipality")} er ingen af de 98 kommuner; er ${text(notice, "nearest")} ment, kan den stå i sin egen sammenligning.`,
    en: (notice) =>
      `${text(notice, "municipality")} is none of the 98 municipalities; if ${text(notice, "nearest")} is meant, it may stand in its own reference.`,
  },
  "peers-without-counts": {
    da: (notice) => `Uden antal bag raten, og derfor ikke med: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `Without the counts behind the rate, and therefore left out: ${list(notice, "municipalities")}.`,
  },
  "peers-without-groups": {
    da: (notice) => `Uden tal for de aftalte grupper, og derfor ikke med: ${list(notice, "municipalities")}.`,
    en: (notice) =>
      `Without figures for the groups agreed upon, and therefore left out: ${list(notice, "municipalities")}.`,
  },
  "citizens-without-group": {
    da: (notice, language) =>
      `Uden for de aftalte grupper, og derfor ikke med i det forventede antal: ${count(notice, "citizens", language)} af borgerne.`,
    en: (notice, language) =>
      `Outside of the groups agreed upon, and therefore not part of the expected number: ${count(notice, "citizens", language)} of the citizens.`,
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
  return SENTENCES[notice.code]?.[language](notice, language) ?? notice.code;
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

/** Names in a row; with a conjunction before the last where one is given. */
function list(notice: Notice, fact: string, conjunction?: string): string {
  const value = notice[fact];
  const names = Array.isArray(value) ? value.map(String) : [text(notice, fact)];
  if (conjunction === undefined || names.length < 2) return names.join(", ");
  return `${names.slice(0, -1).join(", ")} ${conjunction} ${names.at(-1) ?? ""}`;
}
