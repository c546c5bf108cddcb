import type { Block, Language } from "../display/index.js";
import { withLabels } from "./labels/apply.js";
import { numbersSection } from "./numbers/section.js";
import { labeledBlocks, type Labeled } from "./origins/label.js";
import { originsSection } from "./origins/section.js";
import { balanceSection } from "./sections/balance.js";
import { briefSection } from "./sections/brief.js";
import { chanceSection } from "./sections/chance.js";
import { claimsSection } from "./sections/claims.js";
import { clusterSection } from "./sections/cluster.js";
import { costsSection } from "./sections/costs.js";
import { methodSection } from "./sections/method.js";
import { monthsSection } from "./sections/months.js";
import { ratingsSection } from "./sections/ratings.js";
import { resultsSection } from "./sections/results.js";
import { settlementSection } from "./sections/settlement.js";
import { trendSection } from "./sections/trend.js";
import type { EditionData } from "./types.js";

const SECTIONS = [
  briefSection,
  chanceSection,
  balanceSection,
  resultsSection,
  monthsSection,
  ratingsSection,
  clusterSection,
  trendSection,
  settlementSection,
  claimsSection,
  costsSection,
  methodSection,
];

/** The review as blocks, in the order in which a committee reads it. Every form is written from these. */
export function reviewBlocks(data: EditionData, language: Language): readonly Block[] {
  return reviewDocument(data, language).blocks;
}

/** The same with a list of its tables and figures. */
export function reviewDocument(given: EditionData, language: Language): ReviewDocument {
  const data = withLabels(given, language);
  const { blocks, labeled } = labeledBlocks(
    SECTIONS.flatMap((section) => section(data, language)),
    language,
  );
  return {
    blocks: [...blocks, ...originsSection(labeled, data, language), ...numbersSection(data, language)],
    labeled,
  };
}

interface ReviewDocument {
  readonly blocks: readonly Block[];
  readonly labeled: readonly Labeled[];
}
