import { trendBlocks } from "../../benchmark/index.js";
import type { Block, Language } from "../../display/index.js";
import { differencePicture, hasProcess, trendPicture } from "../figures/trend.js";
import type { EditionData } from "../types.js";

/** The municipality beside its cluster and the country over the years, in the trend's own, descriptive words. */
export function trendSection({ beside }: EditionData, language: Language): readonly Block[] {
  const trend = beside?.trend ?? null;
  if (trend === null) return [];
  return [
    { block: "heading", level: 3, text: HEADING[language], id: "trend" },
    ...(trend.base === null ? [] : [trendPicture(trend, language)]),
    ...(hasProcess(trend) ? [differencePicture(trend, language)] : []),
    ...trendBlocks(trend, language),
  ];
}

const HEADING: Readonly<Record<Language, string>> = {
  da: "Udviklingen over tid",
  en: "The development over time",
};
