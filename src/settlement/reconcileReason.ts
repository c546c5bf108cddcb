import { formatCounted, formatKroner, type Language } from "../display/index.js";
import type { ReconciledEntry, ReconciliationData } from "./reconcileTypes.js";
import { RECONCILIATION_WORDS } from "./reconcileWords.js";
import { SETTLEMENT_WORDS } from "./words.js";

interface Telling extends Pick<ReconciliationData, "arms" | "dateTolerance"> {
  readonly language: Language;
}

/** What there is to say of an entry beside its status; empty where that says it all. */
export function reasonText(entry: ReconciledEntry, { arms, dateTolerance, language }: Telling): string {
  const words = RECONCILIATION_WORDS[language];
  switch (entry.status) {
    case "another-amount": {
      const apart = dateText(entry, dateTolerance, language);
      return [amountText(entry, language), ...(apart === "" ? [] : [apart])].join("; ");
    }
    case "another-date":
      return dateText(entry, dateTolerance, language);
    case "claimed-twice":
      return words.lineTaken;
    case "not-owed": {
      const { reason = "no-line", standing } = entry;
      const { reasons, standings } = SETTLEMENT_WORDS[language];
      const told = reason === "no-line" ? words.noLine : reasons[reason];
      return standing === "open" ? `${told}; ${standings.open}` : told;
    }
    case "other-arm":
      return words.drawnFor(arms[entry.otherArm ?? ""] ?? "");
    case "unknown-citizen":
      return words.notDrawn;
    case "deduction":
      return words.takenOff;
    case "not-claimed":
      return entry.owed < 0 ? words.takenOff : "";
    case "agreed":
    case "unknown-item":
    case "withdrawn":
      return "";
  }
}

function amountText({ claimed, owed }: ReconciledEntry, language: Language): string {
  const words = RECONCILIATION_WORDS[language];
  const apart = formatKroner(Math.abs(claimed - owed), { language });
  return claimed > owed ? words.higher(apart) : words.lower(apart);
}

function dateText({ days = 0 }: ReconciledEntry, dateTolerance: number, language: Language): string {
  const words = RECONCILIATION_WORDS[language];
  if (Math.abs(days) <= dateTolerance) return "";
  return formatCounted(Math.abs(days), days > 0 ? words.later : words.earlier, { language });
}
