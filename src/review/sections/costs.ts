import type { Block, Language } from "../../display/index.js";
import { costBlocks } from "../../settlement/index.js";
import { planeComparisons, planePicture } from "../figures/plane.js";
import type { EditionData } from "../types.js";
import { withheldText } from "../words/withheld.js";

/** What a success cost in each arm, and an additional one. */
export function costsSection({ costs, withheld }: EditionData, language: Language): readonly Block[] {
  const heading: Block = { block: "heading", level: 2, text: HEADING[language], id: "costs" };
  if (costs !== null) {
    const planes = planeComparisons(costs).map((each) => planePicture(costs, each, language));
    return [heading, ...costBlocks(costs, language), ...planes];
  }
  const text = withheldText("costs", withheld, language);
  return text === undefined ? [] : [heading, { block: "paragraph", text }];
}

const HEADING: Readonly<Record<Language, string>> = {
  da: "Hvad resultaterne kostede",
  en: "What the results cost",
};
