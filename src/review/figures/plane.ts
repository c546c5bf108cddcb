import type { Language, Picture } from "../../display/index.js";
import { costPlane, type Figure } from "../../figures/index.js";
import type { CostComparison, CostEffectivenessData } from "../../settlement/index.js";
import { figureOptions, type Look } from "../look.js";
import { bare, sizesOf } from "../picture.js";
import { PICTURE_WORDS } from "../words/pictures.js";

/** Comparisons of which both the difference in costs and that in successes are known. */
export function planeComparisons({
  comparisons,
}: Pick<CostEffectivenessData, "comparisons">): readonly CostComparison[] {
  return comparisons.filter(({ cost, effect }) => cost.estimate !== null && effect.estimate !== null);
}

/** What additional successes of one arm cost, among the results of resampled citizens. */
export function planeFigure(costs: Costs, comparison: CostComparison, look: Look): Figure {
  const id = `plane-${comparison.arm.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;
  return costPlane(
    comparison,
    figureOptions(look, id, WORDS[look.language].title(versusOf(costs, comparison, look.language))),
  );
}

/** The same with its caption. */
export function planePicture(costs: Costs, comparison: CostComparison, language: Language): Picture {
  const sizes = sizesOf((look) => planeFigure(costs, comparison, look), language);
  return bare(
    `figure-plane-${comparison.arm}`,
    sizes,
    WORDS[language].caption(versusOf(costs, comparison, language)),
  );
}

/** Which arms are compared: with several suppliers each has a plane. */
function versusOf({ arms }: Costs, { arm, reference }: CostComparison, language: Language): string {
  const nameOf = (id: string): string => arms.find((each) => each.arm === id)?.name ?? id;
  return PICTURE_WORDS[language].versus(nameOf(arm), nameOf(reference));
}

type Costs = Pick<CostEffectivenessData, "arms">;

const WORDS: Readonly<
  Record<Language, { title: (versus: string) => string; caption: (versus: string) => string }>
> = {
  da: {
    title: (versus) => `Forskellen i omkostninger og i succeser: ${versus}`,
    caption: (versus) =>
      `${versus}. Hver prik er en beregning på en ny tilfældig udtrækning blandt de samme borgere (bootstrap). Det store mærke er resultatet: længere til højre er flere succeser, højere oppe er dyrere. Hvor prikkerne spreder sig over flere felter, er det uvist, i hvilket af dem enheden ligger.`,
  },
  en: {
    title: (versus) => `The difference in costs and in successes: ${versus}`,
    caption: (versus) =>
      `${versus}. Each dot is a new random selection of the same citizens. The large mark is the result: further to the right are more successes, higher up is dearer. Where the dots spread over several corners, it isn't known in which of them the unit is.`,
  },
};
