import type { Block, Language } from "../../display/index.js";
import type { EditionData } from "../types.js";
import { targetsWithheldText, withheldText } from "../words/withheld.js";

/** What a published edition leaves out, and why, in one list. */
export function withheldSection(data: EditionData, language: Language): readonly Block[] {
  const { withheld = [] } = data;
  if (withheld.length === 0) return [];
  const items = withheld.flatMap(
    (part) =>
      (part === "targets" ? targetsWithheldText(data, language) : withheldText(part, withheld, language)) ??
      [],
  );
  return [
    { block: "heading", level: 3, text: HEADING[language], id: "withheld" },
    { block: "list", items },
  ];
}

const HEADING: Readonly<Record<Language, string>> = {
  da: "Hvad denne udgave ikke viser",
  en: "What this edition doesn't show",
};
