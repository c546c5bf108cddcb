import type { Notice } from "../core/index.js";
import type { Language } from "../display/index.js";
import type { Conclusion } from "./kernels/tippingPoint.js";

type Wording = Readonly<Record<Language, string>>;
type NoticeWording = Readonly<Record<Language, (notice: Notice) => string>>;

interface Change {
  readonly successes: string;
  readonly unknown: string;
  readonly share: string;
  readonly known: string;
  readonly arm: string;
  readonly other: string;
  readonly conclusion: string;
}

/** The words around bounds. */
export const BOUNDS_PHRASES: Readonly<
  Record<
    Language,
    {
      readonly whatever: string;
      readonly amongKnown: string;
      readonly points: string;
      readonly unknown: (comparator: string, reference: string) => string;
      readonly trimmed: (arm: string, share: string) => string;
      readonly asFailures: (conclusion: string) => string;
      readonly changes: (change: Change) => string;
      readonly nothingChanges: string;
      readonly arms: Readonly<Record<"comparator" | "reference", string>>;
      readonly conclusions: Readonly<Record<Conclusion, string>>;
    }
  >
> = {
  en: {
    whatever: "Risk difference, whatever the unknown outcomes are",
    amongKnown: "Risk difference among those whose outcome would be known in either group",
    points: "percentage points",
    unknown: (comparator, reference) => `Unknown outcomes: comparator ${comparator}, reference ${reference}.`,
    trimmed: (arm, share) =>
      `Of the known outcomes of ${arm}, the group with the larger share known, ${share} are trimmed.`,
    asFailures: (conclusion) => `With all unknown outcomes as failures, ${conclusion}.`,
    changes: ({ successes, unknown, share, known, arm, other, conclusion }) =>
      `From ${successes} successes among the ${unknown} unknown of ${arm} (${share}; among the known ${known}), with none among those of ${other}, ${conclusion}.`,
    nothingChanges: "No successes among the unknown change that.",
    arms: { comparator: "the comparator", reference: "the reference" },
    conclusions: {
      better: "the comparator does better",
      inconclusive: "the comparison is inconclusive",
      worse: "the comparator does worse",
    },
  },
  da: {
    whatever: "Forskel i succesrate, uanset de ukendte udfald",
    amongKnown: "Forskel i succesrate blandt dem, hvis udfald ville være kendt i begge grupper",
    points: "procentpoint",
    unknown: (comparator, reference) => `Ukendte udfald: sammenlignet ${comparator}, reference ${reference}.`,
    trimmed: (arm, share) =>
      `Af de kendte udfald i ${arm}, hvor den største andel er kendt, er ${share} trimmet væk.`,
    asFailures: (conclusion) => `Når alle ukendte udfald regnes som ikke succes, ${conclusion}.`,
    changes: ({ successes, unknown, share, known, arm, other, conclusion }) =>
      `Fra ${successes} succeser blandt de ${unknown} ukendte i ${arm} (${share}; blandt de kendte ${known}), med ingen blandt dem i ${other}, ${conclusion}.`,
    nothingChanges: "Ingen succeser blandt de ukendte ændrer det.",
    arms: { comparator: "den sammenlignede gruppe", reference: "referencegruppen" },
    conclusions: {
      better: "klarer den sammenlignede gruppe sig bedre",
      inconclusive: "kan sammenligningen ikke afgøres",
      worse: "klarer den sammenlignede gruppe sig dårligere",
    },
  },
};

/** Why there are no bounds. */
export const BOUNDS_REASONS: Readonly<Record<string, Wording>> = {
  "nothing-known": {
    en: "no outcome of one of the groups is known",
    da: "intet udfald i en af grupperne er kendt",
  },
};

/** What the notices of bounds say. */
export const BOUNDS_NOTICES: Readonly<Record<string, NoticeWording>> = {
  "no-unknown": {
    en: () => "No outcome is unknown: this is the ordinary comparison.",
    da: () => "Intet udfald er ukendt: det er den almindelige sammenligning.",
  },
  "nothing-known": {
    en: () => "No outcome is known, so nothing is excluded.",
    da: () => "Intet udfald er kendt, så intet er udelukket.",
  },
  "monotone-response": {
    en: ({ trimmed }) =>
      trimmed === undefined
        ? "As large a share is known of both groups. It is assumed that no one’s outcome would be known in one of them only; those whose outcome would be unknown aren’t part of the difference."
        : `It is assumed that no one’s outcome would be known in ${trimmed === "comparator" ? "the reference" : "the comparator"} only; those whose outcome would be unknown in either group aren’t part of the difference.`,
    da: ({ trimmed }) =>
      trimmed === undefined
        ? "Lige store andele er kendt i de to grupper. Det forudsættes, at ingens udfald kun ville være kendt i den ene; de, hvis udfald ville være ukendt, indgår ikke i forskellen."
        : `Det forudsættes, at ingens udfald kun ville være kendt i ${trimmed === "comparator" ? "referencegruppen" : "den sammenlignede gruppe"}; de, hvis udfald ville være ukendt i en af grupperne, indgår ikke i forskellen.`,
  },
  "bound-without-error": {
    en: () =>
      "For these counts the estimated standard error of a bound is 0, so that the interval reaches no farther there; it is too short.",
    da: () =>
      "For disse antal er standardfejlen på en grænse estimeret til 0, så intervallet ikke når længere dér; det er for kort.",
  },
};
