import { formatCount, formatCounted, formatDate, formatKroner, type Language } from "../display/index.js";
import { namesOfItem, plainName } from "./itemNames.js";
import type { NotOwedReason, ReconciledEntry, ReconciliationData } from "./reconcileTypes.js";
import { RECONCILIATION_WORDS } from "./reconcileWords.js";
import { SETTLEMENT_WORDS } from "./words.js";

interface Telling extends Pick<ReconciliationData, "arms" | "asOf" | "dateTolerance"> {
  readonly language: Language;
}

/** What there is to say of an entry beside its status; empty where that says it all. */
export function reasonText(entry: ReconciledEntry, telling: Telling): string {
  const { arms, language } = telling;
  const words = RECONCILIATION_WORDS[language];
  switch (entry.status) {
    case "agreed":
      return partText(entry, language);
    case "another-amount":
      return textsOf(
        amountText(entry, language),
        entry.withVat === true ? words.withVat : "",
        partText(entry, language),
        ...dateTexts(entry, telling),
      );
    case "another-date":
      return textsOf(partText(entry, language), ...dateTexts(entry, telling));
    case "claimed-twice":
      return words.lineTaken;
    case "not-owed": {
      const { reason = "no-line", standing } = entry;
      const reasons = notOwedReasons(language);
      const { standings } = SETTLEMENT_WORDS[language];
      return standing === "open" ? `${reasons[reason]}; ${standings.open}` : reasons[reason];
    }
    case "other-arm":
      return words.drawnFor(arms[entry.otherArm ?? ""] ?? "");
    case "unknown-citizen":
      return entry.claim?.citizen === undefined ? words.noCitizen : words.notDrawn;
    case "deduction":
      return words.takenOff;
    case "not-claimed":
      return entry.owed < 0 ? words.takenOff : "";
    case "unknown-item":
      return isAnyBonus(entry) ? words.whichBonus : "";
    case "withdrawn":
      return "";
  }
}

function textsOf(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("; ");
}

/** A bonus that isn't told from the arm's others. */
function isAnyBonus({ claim }: ReconciledEntry): boolean {
  const names = namesOfItem({ kind: "bonus" }, { criteria: [] });
  return names.map(plainName).includes(plainName(claim?.item ?? ""));
}

function partText({ part, claim, line }: ReconciledEntry, language: Language): string {
  if (part === undefined) return "";
  const whole = part.of === "claim" ? claim?.amount : line?.amount;
  const count = (value: number): string => formatCount(value, { language });
  const say = RECONCILIATION_WORDS[language].summed.part[part.of];
  return say(count(part.number), count(part.count), formatKroner(whole ?? null, { language }));
}

function amountText({ claimed, owed }: ReconciledEntry, language: Language): string {
  const words = RECONCILIATION_WORDS[language];
  const apart = formatKroner(Math.abs(claimed - owed), { language });
  return claimed > owed ? words.higher(apart) : words.lower(apart);
}

/** How far the dates are apart, and that the claim's lies after the statement's, where that is so. */
function dateTexts(
  { days = 0, claim, part }: ReconciledEntry,
  { asOf, dateTolerance, language }: Telling,
): readonly string[] {
  // The parts of a lump sum fall due at different times; only what is due later than it is told.
  const lumpInTime = part?.of === "claim" && -days <= dateTolerance;
  if (Math.abs(days) <= dateTolerance || lumpInTime) return [];
  const words = RECONCILIATION_WORDS[language];
  const apart = formatCounted(Math.abs(days), days > 0 ? words.later : words.earlier, { language });
  const isAfter = claim !== undefined && claim.date > asOf;
  return isAfter ? [apart, words.afterStatement(formatDate(asOf, { language }))] : [apart];
}

/** Why something isn't owed, by the code of its reason. */
export function notOwedReasons(language: Language): Readonly<Record<NotOwedReason, string>> {
  return { ...SETTLEMENT_WORDS[language].reasons, ...RECONCILIATION_WORDS[language].reasons };
}
