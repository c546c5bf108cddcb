import type { Block, Language } from "../../display/index.js";
import { costBlocks } from "../../settlement/index.js";
import type { ReviewData } from "../types.js";

/** What a success cost in each arm, and an additional one. */
export function costsSection({ costs }: ReviewData, language: Language): readonly Block[] {
  if (costs === null) return [];
  return [
    { block: "heading", level: 2, text: HEADING[language], id: "costs" },
    ...costBlocks(costs, language),
  ];
}

const HEADING: Readonly<Record<Language, string>> = {
  da: "Hvad resultaterne kostede",
  en: "What the results cost",
};
