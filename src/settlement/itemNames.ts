import type { Language } from "../display/index.js";
import { nameOfCriterion } from "./criterionNames.js";
import type { LineKind, StatementData } from "./types.js";
import { SETTLEMENT_WORDS } from "./words.js";

/** What a line or a claim is for. */
export interface Item {
  /** `deduction` is what a supplier takes off itself. */
  readonly kind: LineKind | "deduction";
  /** Of a bonus. */
  readonly criterion?: string | undefined;
}

/** Every kind of item, in the order in which they are listed. */
export const ITEM_KINDS: readonly Item["kind"][] = [
  "base",
  "bonus",
  "deduction",
  "late-start",
  "clawback",
  "cap",
  "minimum",
];

type Criteria = Pick<StatementData, "criteria">;

/** What is paid for, as people write it: `Grundbeløb`, `Resultatafhængig bonus: i job i mindst 4 måneder`. */
export function nameOfItem({ kind, criterion }: Item, statement: Criteria, language: Language): string {
  const words = SETTLEMENT_WORDS[language];
  const name = kind === "deduction" ? words.deduction : words.kinds[kind];
  return kind !== "bonus" || criterion === undefined
    ? name
    : `${name}: ${nameOfCriterion(statement, criterion, language)}`;
}

/** Every way in which a supplier may write an item: its code, and its names in both languages. */
export function namesOfItem(item: Item, statement: Criteria): readonly string[] {
  const { kind, criterion } = item;
  const inBoth = LANGUAGES.map((language) => nameOfItem(item, statement, language));
  if (kind !== "bonus" || criterion === undefined) return [kind, ...inBoth];
  const criteria = [criterion, ...LANGUAGES.map((each) => nameOfCriterion(statement, criterion, each))];
  return [...inBoth, ...criteria, ...criteria.flatMap((name) => [`bonus ${name}`, `bonus: ${name}`])];
}

const LANGUAGES = ["da", "en"] as const;

/** A name without what two people may write differently: case, white space, one character or two for a letter. */
export function plainName(name: string): string {
  return name.normalize("NFC").trim().replaceAll(/\s+/gu, " ").toLowerCase();
}
