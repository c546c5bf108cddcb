import type { Trend } from "../../benchmark/index.js";
import type { Language, Picture } from "../../display/index.js";
import { differencePlot, trendPlot, type Figure } from "../../figures/index.js";
import { figureOptions, type Look } from "../look.js";
import { bare, sizesOf } from "../picture.js";

/** The municipality's development beside its cluster's and the country's. */
export function trendFigure(trend: Trend, look: Look): Figure {
  return trendPlot(trend, figureOptions(look, "trend", WORDS[look.language].title));
}

/** Whether the usual ups and downs of its difference from the cluster are known. */
export function hasProcess({ limits }: Trend): boolean {
  return limits !== undefined;
}

/** The difference from the cluster within its limits, and that from the country. */
export function differenceFigure(trend: Trend, look: Look): Figure {
  return differencePlot(trend, figureOptions(look, "trend-difference", WORDS[look.language].difference));
}

/** The same with its caption. */
export function differencePicture(trend: Trend, language: Language): Picture {
  const sizes = sizesOf((look) => differenceFigure(trend, look), language);
  return bare("figure-trend-difference", sizes, WORDS[language].differenceCaption);
}

/** The development with its caption. */
export function trendPicture(trend: Trend, language: Language): Picture {
  const sizes = sizesOf((look) => trendFigure(trend, look), language);
  return bare("figure-trend", sizes, WORDS[language].caption);
}

const WORDS: Readonly<
  Record<Language, { title: string; caption: string; difference: string; differenceCaption: string }>
> = {
  da: {
    title: "Kommunens udvikling sammenholdt med andres",
    caption:
      "Udviklingen over tid med udgangspunkt i 100. At to linjer skilles, siger ikke hvorfor: figuren er beskrivende.",
    difference: "Forskellen til de andre over tid",
    differenceCaption:
      "Kommunens tal minus sammenligningskommunernes, og minus hele landets, hvor det er oplyst. Båndet er de naturlige procesgrænser for forskellen til sammenligningskommunerne: inden for dem er den ikke andet end sine sædvanlige udsving.",
  },
  en: {
    title: "The municipality's development beside that of others",
    caption:
      "The development over time from 100. That two lines part doesn't tell why: the figure is descriptive.",
    difference: "The difference from the others over time",
    differenceCaption:
      "The municipality's figure less that of the comparable municipalities, and less the country's where it is given. The band is the natural process limits of the difference from the comparable municipalities: within them it is no more than its usual ups and downs.",
  },
};
