import type { Language, Picture } from "../../display/index.js";
import type { MonthlyResultsData } from "../../effects/index.js";
import { monthPlot, type Figure } from "../../figures/index.js";
import { figureOptions, type Look } from "../look.js";
import { bare, sizesOf } from "../picture.js";

/** Referred, started and successes by month of referral, a plot for each arm. */
export function monthsFigure({ arms, months }: MonthlyResultsData, look: Look): Figure {
  return monthPlot(
    {
      arms: arms.map(({ name }) => name),
      months: months.map(({ month, mature, arms: counts }) => ({ month, mature, counts })),
    },
    figureOptions(look, "months", WORDS[look.language].title),
  );
}

/** The same with its caption. */
export function monthsPicture(results: MonthlyResultsData, language: Language): Picture {
  const sizes = sizesOf((look) => monthsFigure(results, look), language);
  return bare("figure-months", sizes, WORDS[language].caption);
}

const WORDS: Readonly<Record<Language, { title: string; caption: string }>> = {
  da: {
    title: "Visiterede, begyndte og succeser efter visiteringsmåned",
    caption:
      "Visiterede borgere efter måned og, af dem, hvor mange der er begyndt på et forløb, og hvor mange der har opnået succes indtil nu.",
  },
  en: {
    title: "Referred, started and successes by month of referral",
    caption:
      "Citizens referred by month and, of them, how many have begun a course and how many have succeeded so far.",
  },
};
