import type { Block, Language } from "../../display/index.js";
import { monthBlocks } from "../../effects/index.js";
import { monthsPicture } from "../figures/months.js";
import type { EditionData } from "../types.js";

/** How the year went, month of referral by month. */
export function monthsSection({ beside }: EditionData, language: Language): readonly Block[] {
  const months = beside?.months ?? null;
  if (months === null || months.months.length === 0) return [];
  const [heading, text, ...rest] = monthBlocks(months, language);
  if (heading === undefined || text === undefined) return [];
  return [heading, text, monthsPicture(months, language), ...rest];
}
