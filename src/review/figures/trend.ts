import type { Trend } from "../../benchmark/index.js";
import type { Language, Picture } from "../../display/index.js";
import { trendPlot, type Figure } from "../../figures/index.js";
import { figureOptions, type Look } from "../look.js";
import { bare, sizesOf } from "../picture.js";

/** The municipality's development beside its cluster's and the country's. */
export function trendFigure(trend: Trend, look: Look): Figure {
  return trendPlot(trend, figureOptions(look, "trend", WORDS[look.language].title));
}

/** The same with its caption. */
export function trendPicture(trend: Trend, language: Language): Picture {
  const sizes = sizesOf((look) => trendFigure(trend, look), language);
  return bare("figure-trend", sizes, WORDS[language].caption);
}

const WORDS: Readonly<Record<Language, { title: string; caption: string }>> = {
  da: {
    title: "Kommunens udvikling ved siden af de andres",
    caption:
      "Udviklingen over tid med udgangspunkt i 100. At to linjer skilles, siger ikke hvorfor: figuren er beskrivende.",
  },
  en: {
    title: "The municipality's development beside that of others",
    caption:
      "The development over time from 100. That two lines part doesn't tell why: the figure is descriptive.",
  },
};
