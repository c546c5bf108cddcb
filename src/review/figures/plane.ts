import type { Language, Picture } from "../../display/index.js";
import { costPlane, type Figure } from "../../figures/index.js";
import type { CostComparison, CostEffectivenessData } from "../../settlement/index.js";
import { figureOptions, type Look } from "../look.js";
import { bare, sizesOf } from "../picture.js";

/** Comparisons of which both the difference in costs and that in successes are known. */
export function planeComparisons({
  comparisons,
}: Pick<CostEffectivenessData, "comparisons">): readonly CostComparison[] {
  return comparisons.filter(({ cost, effect }) => cost.estimate !== null && effect.estimate !== null);
}

/** What additional successes cost, among the results of resampled citizens. */
export function planeFigure(comparison: CostComparison, look: Look): Figure {
  const id = `plane-${comparison.arm.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;
  return costPlane(comparison, figureOptions(look, id, WORDS[look.language].title));
}

/** The same with its caption. */
export function planePicture(comparison: CostComparison, language: Language): Picture {
  const sizes = sizesOf((look) => planeFigure(comparison, look), language);
  return bare(`figure-plane-${comparison.arm}`, sizes, WORDS[language].caption);
}

const WORDS: Readonly<Record<Language, { title: string; caption: string }>> = {
  da: {
    title: "Forskellen i omkostninger og i succeser",
    caption:
      "Hver prik er en ny tilfældig udtrækning af de samme borgere. Det store mærke er resultatet: længere til højre er flere succeser, højere oppe er dyrere. Hvor prikkerne spreder sig over flere hjørner, er det uvist, i hvilket af dem enheden ligger.",
  },
  en: {
    title: "The difference in costs and in successes",
    caption:
      "Each dot is a new random selection of the same citizens. The large mark is the result: further to the right are more successes, higher up is dearer. Where the dots spread over several corners, it isn't known in which of them the unit is.",
  },
};
