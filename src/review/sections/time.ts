import type { Block, Language } from "../../display/index.js";
import { hasSuccess, timeBlocks } from "../../effects/index.js";
import { timePicture } from "../figures/time.js";
import { isTooEarly } from "../read.js";
import type { EditionData } from "../types.js";

/** When successes came; as long as the arms can't be compared, only that. */
export function timeSection(data: EditionData, language: Language): readonly Block[] {
  const time = data.beside?.time ?? null;
  if (time === null) return [];
  const [heading, text, ...rest] = timeBlocks(time, language);
  if (heading === undefined || text === undefined) return [];
  if (isTooEarly(data)) return [heading, { block: "paragraph", text: EARLY[language] }];
  return hasSuccess(time) ? [heading, text, timePicture(time, language), ...rest] : [heading, text, ...rest];
}

const EARLY: Readonly<Record<Language, string>> = {
  da: "Kurverne over, hvornår succeserne kom, vises først, når nok borgere er fulgt længe nok til, at enhederne kan sammenlignes.",
  en: "The curves of when the successes came are shown once enough citizens have been followed for long enough to compare the units.",
};
