import type { Notice } from "../core/index.js";
import { formatCount, type Language } from "../display/index.js";
import type { OccupancyStanding } from "./occupancy-types.js";

interface OccupancyWords {
  readonly lead: (parts: {
    readonly name: string;
    readonly average: string;
    readonly over: string;
    readonly from: string;
    readonly to: string;
    readonly complete: boolean;
  }) => string;
  readonly guarantee: (parts: {
    readonly bounds: string;
    readonly source: string;
    readonly standing: OccupancyStanding;
    readonly complete: boolean;
  }) => string;
  readonly nobody: (name: string) => string;
  readonly bounds: (least: string | undefined, most: string | undefined) => string;
  readonly standings: Readonly<Record<OccupancyStanding, string>>;
  readonly provisional: string;
  readonly months: {
    readonly caption: string;
    readonly month: string;
    readonly columns: (name: string) => readonly string[];
  };
  readonly years: { readonly caption: string; readonly columns: readonly string[] };
  readonly reading: (asOf: string) => string;
  readonly notices: Readonly<
    Record<string, (facts: { readonly count: string; readonly year: string }) => string>
  >;
  readonly yearKinds: Readonly<Record<string, string>>;
}

export const OCCUPANCY_WORDS: Readonly<Record<Language, OccupancyWords>> = {
  da: {
    lead: ({ name, average, over, from, to, complete }) =>
      complete
        ? `${name} havde i gennemsnit ${average} deltagere over ${over} uger fra ${from} til ${to}.`
        : `${name} har foreløbig haft i gennemsnit ${average} deltagere over ${over} uger siden ${from}.`,
    guarantee: ({ bounds, source, standing, complete }) =>
      `Garantien er ${bounds}${source}: ${complete ? "" : "foreløbig "}${{ below: "ikke nået", within: "overholdt", above: "overskredet" }[standing]}.`,
    nobody: (name) => `${name} har endnu ingen uge, der kan gøres op.`,
    bounds: (least, most) => {
      if (least === undefined) return most === undefined ? "uden tal" : `højst ${most}`;
      return most === undefined ? `mindst ${least}` : `${least} til ${most}`;
    },
    standings: { below: "under", within: "inden for", above: "over" },
    provisional: "foreløbigt",
    months: {
      caption: "Deltagere efter kalendermåned",
      month: "Måned",
      columns: (name) => [`${name}: gennemsnit`, `${name}: personer`],
    },
    years: {
      caption: "Gennemsnit over årets uger",
      columns: [
        "Enhed",
        "Fra",
        "Til",
        "Uger med deltagere",
        "Beregnet over",
        "Gennemsnit",
        "Garanti",
        "Stilling",
      ],
    },
    reading: (asOf) =>
      `Opgjort til og med ${asOf}. En deltager er en borger, der er i et forløb hos enheden den dag, første og sidste dag medregnet; gennemsnittet er over dagene, og for året over ugerne. Personer er alle, der var der mindst én dag.`,
    notices: {
      "without-course": ({ count }) =>
        `For ${count} visiteringer er intet forløb indberettet; er de i gang, er tallene for lave.`,
      "delivered-by-another": ({ count }) =>
        `${count} forløb leveres af en anden enhed end den, lodtrækningen gav; de tæller dér, hvor de leveres.`,
      "delivered-by-no-arm": ({ count }) =>
        `${count} forløb leveres af nogen, der ikke er en af enhederne; de tæller ingen steder.`,
      "running-beyond-longest": ({ count }) =>
        `${count} forløb uden slutdato har varet længere end det længst tilladte; mangler slutdatoerne, er tallene for høje.`,
      "reported-otherwise": ({ count }) =>
        `${count} af de indberettede tal i fordelingsprotokollen er andre end dem, forløbene giver den dag.`,
      "occupancy-year-unstated": ({ year }) =>
        `Hvilket år gennemsnittet gælder, er ikke aftalt; her ${year}.`,
    },
    yearKinds: {
      "agreement-year": "tolv måneder ad gangen fra fordelingsprotokollens åbning",
      "calendar-year": "kalenderåret",
    },
  },
  en: {
    lead: ({ name, average, over, from, to, complete }) =>
      complete
        ? `${name} had ${average} participants on average over ${over} weeks from ${from} to ${to}.`
        : `${name} has so far had ${average} participants on average over ${over} weeks since ${from}.`,
    guarantee: ({ bounds, source, standing, complete }) =>
      `The guarantee is ${bounds}${source}: ${complete ? "" : "so far "}${{ below: "not reached", within: "kept", above: "exceeded" }[standing]}.`,
    nobody: (name) => `${name} has no week yet that can be counted.`,
    bounds: (least, most) => {
      if (least === undefined) return most === undefined ? "without a figure" : `at most ${most}`;
      return most === undefined ? `at least ${least}` : `${least} to ${most}`;
    },
    standings: { below: "below", within: "within", above: "above" },
    provisional: "provisional",
    months: {
      caption: "Participants by calendar month",
      month: "Month",
      columns: (name) => [`${name}: average`, `${name}: persons`],
    },
    years: {
      caption: "Average over the weeks of the year",
      columns: [
        "Unit",
        "From",
        "To",
        "Weeks with participants",
        "Computed over",
        "Average",
        "Guarantee",
        "Standing",
      ],
    },
    reading: (asOf) =>
      `Counted up to ${asOf}. A participant is a citizen who is in a course of the unit that day, first and last day included; the average is over the days, for a year over the weeks. Persons are all who were there on at least one day.`,
    notices: {
      "without-course": ({ count }) =>
        `No course was reported for ${count} referrals; if they have begun, the numbers are too low.`,
      "delivered-by-another": ({ count }) =>
        `${count} courses are delivered by another unit than the draw gave; they count where they are delivered.`,
      "delivered-by-no-arm": ({ count }) =>
        `${count} courses are delivered by someone who is none of the units; they count nowhere.`,
      "running-beyond-longest": ({ count }) =>
        `${count} courses without a last day have lasted longer than the longest permitted; if their last days are missing, the numbers are too high.`,
      "reported-otherwise": ({ count }) =>
        `${count} of the figures reported in the ledger are others than the courses give for that day.`,
      "occupancy-year-unstated": ({ year }) =>
        `Which year the average is of isn't agreed; here it is ${year}.`,
    },
    yearKinds: {
      "agreement-year": "twelve months at a time from the ledger's opening",
      "calendar-year": "the calendar year",
    },
  },
};

/** A notice of an occupancy as a sentence. */
export function describeOccupancyNotice(notice: Notice, language: Language): string {
  const { notices, yearKinds } = OCCUPANCY_WORDS[language];
  const { code, count, reading } = notice;
  const facts = {
    count: formatCount(typeof count === "number" ? count : null, { language }),
    year: yearKinds[String(reading)] ?? String(reading ?? ""),
  };
  return notices[code]?.(facts) ?? code;
}
