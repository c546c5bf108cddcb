import type { Block, Language } from "../../display/index.js";
import { ratingsBlocks } from "../../effects/index.js";
import type { EditionData } from "../types.js";

/** How content the citizens were, and who asked them; nothing where nobody did. */
export function ratingsSection(
  { beside, ratings: published }: EditionData,
  language: Language,
): readonly Block[] {
  const ratings = beside?.ratings ?? published ?? null;
  return ratings === null ? [] : ratingsBlocks(ratings, language);
}
