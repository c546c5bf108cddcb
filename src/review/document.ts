import type { Block, Language } from "../display/index.js";
import { briefSection } from "./sections/brief.js";
import { chanceSection } from "./sections/chance.js";
import { clusterSection } from "./sections/cluster.js";
import { costsSection } from "./sections/costs.js";
import { methodSection } from "./sections/method.js";
import { resultsSection } from "./sections/results.js";
import { settlementSection } from "./sections/settlement.js";
import type { ReviewData } from "./types.js";

const SECTIONS = [
  briefSection,
  chanceSection,
  resultsSection,
  clusterSection,
  settlementSection,
  costsSection,
  methodSection,
];

/** The review as blocks, in the order in which a committee reads it. Every form is written from these. */
export function reviewBlocks(data: ReviewData, language: Language): readonly Block[] {
  return SECTIONS.flatMap((section) => section(data, language));
}
