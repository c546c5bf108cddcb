import type { Language } from "../display/index.js";
import type { TargetStanding } from "./targetsTypes.js";

interface TargetWords {
  readonly all: string;
  readonly lead: (name: string, all: string, counted: string) => string;
  /** The same where an edition leaves some of them out. */
  readonly leadOfShown: (name: string, shown: string, all: string, counted: string) => string;
  /** How many stand so, of which there is at least one. */
  readonly counted: Readonly<Record<TargetStanding, (count: string) => string>>;
  readonly reading: (asOf: string, level: string) => string;
  readonly standings: Readonly<Record<TargetStanding, string>>;
  readonly among: (criterion: string, among: string) => string;
  readonly group: (criterion: string, levels: string) => string;
  readonly number: (place: string) => string;
  readonly listed: (number: string, title: string, share: string) => string;
  readonly through: (date: string) => string;
  readonly caption: string;
  readonly contractCaption: string;
  readonly columns: (interval: string) => readonly string[];
  readonly contractColumns: (interval: string) => readonly string[];
  readonly interval: (level: string) => string;
  readonly notices: Readonly<Record<string, (facts: NoticeFacts) => string>>;
}

interface NoticeFacts {
  readonly target: string;
  readonly arms: string;
  readonly fewest: string;
}

export const TARGET_WORDS: Readonly<Record<Language, TargetWords>> = {
  da: {
    all: "Alle enheder",
    lead: (name, all, counted) => `${name}, ${all} mål: ${counted}.`,
    leadOfShown: (name, shown, all, counted) => `${name}, ${shown} af ${all} mål vises her: ${counted}.`,
    counted: {
      "reached": (count) => `${count} nået`,
      "not-reached": (count) => `${count} ikke nået`,
      "undecided": (count) => `${count} kan ikke afgøres`,
      "too-few": (count) => `${count} har for få kendte udfald`,
    },
    reading: (asOf, level) =>
      `Opgjort pr. ${asOf}. Alle visiterede tæller, også de tilbagevisiterede. Et mål er nået, når hele intervallet (${level}) ligger på eller over det, og ikke nået, når hele intervallet ligger under. At nå et mål er ikke det samme som en effekt.`,
    standings: {
      "reached": "nået",
      "not-reached": "ikke nået",
      "undecided": "kan ikke afgøres",
      "too-few": "for få",
    },
    among: (criterion, among) => `${criterion} (blandt dem, der opfylder »${among}«)`,
    group: (criterion, levels) => `${criterion} [${levels}]`,
    number: (place) => `Mål ${place}`,
    listed: (number, title, share) => `${number}: ${title}, mindst ${share}`,
    through: (date) => `visiteret senest ${date}`,
    caption: "Rater mod mål, målt fra visiteringen",
    contractCaption: "Kontraktens egne, foreløbige tal mod mål",
    columns: (interval) => [
      "Mål",
      "Enhed",
      "Mål, andel",
      "Succes",
      "Ikke succes",
      "Ukendt",
      "Endnu ikke målt",
      "Succesrate",
      interval,
      "Hvis ukendte udfald medregnes",
      "Stilling",
    ],
    contractColumns: (interval) => [
      "Mål",
      "Enhed",
      "Mål, andel",
      "Succes",
      "Ikke succes",
      "Ukendt",
      "Endnu ikke målt",
      "Succesrate",
      interval,
      "Stilling",
    ],
    interval: (level) => `${level} KI`,
    notices: {
      "target-without-citizens": ({ target }) => `Mål ${target}: ingen visiterede hører til gruppen.`,
      "target-follow-up-unstated": ({ target }) =>
        `Mål ${target}: kriteriet har ingen slutning, så ingen er fulgt længe nok til ikke at have nået det, og der er ingen succesrate. Kontraktens egne tal viser, hvor mange der indtil nu har nået det; alle andre kan stadig nå det.`,
      "target-too-few": ({ target, arms, fewest }) =>
        `Mål ${target}: ${arms} har under ${fewest} kendte udfald.`,
      "target-unknown-decide": ({ target, arms }) =>
        `Mål ${target}: de ukendte udfald kunne ændre, på hvilken side af målet raten ligger (${arms}).`,
    },
  },
  en: {
    all: "All units",
    lead: (name, all, counted) => `${name}, ${all} ${all === "1" ? "target" : "targets"}: ${counted}.`,
    leadOfShown: (name, shown, all, counted) => `${name}, ${shown} of ${all} targets shown here: ${counted}.`,
    counted: {
      "reached": (count) => `${count} reached`,
      "not-reached": (count) => `${count} not reached`,
      "undecided": (count) => `${count} undecided`,
      "too-few": (count) => `${count} with too few known outcomes`,
    },
    reading: (asOf, level) =>
      `As of ${asOf}. Everyone referred counts, those returned included. A target is reached where the whole interval (${level}) is at or above it, and not reached where the whole interval is below. Reaching a target is not the same as an effect.`,
    standings: {
      "reached": "reached",
      "not-reached": "not reached",
      "undecided": "undecided",
      "too-few": "too few",
    },
    among: (criterion, among) => `${criterion} (among those who meet “${among}”)`,
    group: (criterion, levels) => `${criterion} [${levels}]`,
    number: (place) => `Target ${place}`,
    listed: (number, title, share) => `${number}: ${title}, at least ${share}`,
    through: (date) => `referred by ${date}`,
    caption: "Rates against targets, measured from the referral",
    contractCaption: "The contract's own, provisional figures against targets",
    columns: (interval) => [
      "Target",
      "Unit",
      "Target share",
      "Success",
      "No success",
      "Unknown",
      "Not yet measured",
      "Success rate",
      interval,
      "If unknown outcomes are counted",
      "Standing",
    ],
    contractColumns: (interval) => [
      "Target",
      "Unit",
      "Target share",
      "Success",
      "No success",
      "Unknown",
      "Not yet measured",
      "Success rate",
      interval,
      "Standing",
    ],
    interval: (level) => `${level} CI`,
    notices: {
      "target-without-citizens": ({ target }) => `Target ${target}: nobody referred is of the group.`,
      "target-follow-up-unstated": ({ target }) =>
        `Target ${target}: the criterion has no end, so that nobody has been followed for long enough not to have met it, and there is no success rate. The contract's own figures show how many have met it so far; everyone else still may.`,
      "target-too-few": ({ target, arms, fewest }) =>
        `Target ${target}: fewer than ${fewest} known outcomes in ${arms}.`,
      "target-unknown-decide": ({ target, arms }) =>
        `Target ${target}: the unknown outcomes could change on which side of the target the rate is (${arms}).`,
    },
  },
};
