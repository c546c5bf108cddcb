import type { AllocationRecord, RosterRecord } from "../allocation/index.js";
import { writeText, type Language } from "../display/index.js";
import type { Protocol } from "../protocol/index.js";
import type { Drawn } from "./draw.js";

interface Words {
  readonly caption: string;
  /** Caption of those who are yet to be drawn. */
  readonly roster: string;
  readonly headings: readonly [string, string, string];
  readonly arm: string;
  readonly basis: string;
  readonly drawn: string;
  /** Before the names of arms that had no room. */
  readonly without: string;
  readonly kept: string;
  readonly household: string;
  readonly repeated: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: {
    caption: "Lodtrækning",
    roster: "Til lodtrækning",
    headings: ["Borger", "Visiteret", "Lodtrækning"],
    arm: "Enhed",
    basis: "Grundlag",
    drawn: "lodtrækning",
    without: "lodtrækning uden",
    kept: "beholder enheden fra første visitering",
    household: "samme enhed som husstanden",
    repeated: "var trukket i forvejen",
  },
  en: {
    caption: "The draw",
    roster: "To be drawn",
    headings: ["Citizen", "Referred on", "Draw"],
    arm: "Arm",
    basis: "Basis",
    drawn: "drawn",
    without: "drawn without",
    kept: "keeps the arm of the first referral",
    household: "shares the arm of the household",
    repeated: "had been drawn before",
  },
};

/** Each citizen's arm, as a table for the terminal. */
export function drawnTable(protocol: Protocol, { entries, repeated }: Drawn, language: Language): string {
  const words = WORDS[language];
  const { strata } = protocol.allocation;
  const nameOf = (id: string): string => protocol.arms.find((arm) => arm.id === id)?.name ?? id;
  const row = (entry: AllocationRecord, basis: string): readonly string[] => [
    entry.citizen,
    entry.referredOn,
    entry.batch,
    ...strata.map((column) => entry.stratum[column] ?? ""),
    nameOf(entry.arm),
    basis,
  ];
  const headings = [...words.headings, ...strata, words.arm, words.basis];
  const table = {
    block: "table",
    caption: words.caption,
    columns: headings.map((heading) => ({ heading })),
    rows: [
      ...entries.map((entry) => row(entry, basisOf(entry, words, nameOf))),
      ...repeated.map((entry) => row(entry, words.repeated)),
    ],
  } as const;
  return `${writeText([table], { language })}\n`;
}

/** Who is drawn together, as a table for the terminal. */
export function rosterTable(
  { allocation: { strata } }: Protocol,
  { batch, referrals }: RosterRecord,
  language: Language,
): string {
  const { roster, headings } = WORDS[language];
  const columns = [...headings, ...strata].map((heading) => ({ heading }));
  const rows = referrals.map(({ citizen, referredOn, stratum }) => [
    citizen,
    referredOn,
    batch,
    ...strata.map((column) => stratum[column] ?? ""),
  ]);
  return `${writeText([{ block: "table", caption: roster, columns, rows }], { language })}\n`;
}

/** How the arm came about; where arms were closed, by a draw among the others. */
function basisOf({ basis, closed }: AllocationRecord, words: Words, nameOf: (id: string) => string): string {
  if (basis !== "drawn" || closed === undefined) return words[basis];
  return `${words.without} ${Object.keys(closed).map(nameOf).join(", ")}`;
}
