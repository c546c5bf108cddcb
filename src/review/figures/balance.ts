import { SUPPRESSED } from "../../core/index.js";
import type { Language, Picture } from "../../display/index.js";
import { EFFECT_DETAIL_WORDS, type PublishableEffect } from "../../effects/index.js";
import { balancePlot, type BalancePanel, type Figure } from "../../figures/index.js";
import { figureOptions, type Look } from "../look.js";
import { bare, sizesOf } from "../picture.js";

/** Whether anything known before the draw differs enough among citizens to have a standardized difference. */
export function hasBalance({ comparisons }: PublishableEffect): boolean {
  return comparisons.some(({ balance }) => balance.some((row) => limitsOf(row) !== undefined));
}

/** How far the arms were apart before the draw, in standard deviations, a panel for each comparison. */
export function balanceFigure(effect: PublishableEffect, look: Look): Figure {
  return balancePlot(
    effect.comparisons.flatMap((comparison) => panelOf(effect, comparison, look.language)),
    figureOptions(look, "balance", WORDS[look.language].title),
  );
}

/** The same with its caption. */
export function balancePicture(effect: PublishableEffect, language: Language): Picture {
  const sizes = sizesOf((look) => balanceFigure(effect, look), language);
  return bare("figure-balance", sizes, WORDS[language].caption);
}

function panelOf(
  effect: PublishableEffect,
  { arm, reference, balance, difference }: PublishableEffect["comparisons"][number],
  language: Language,
): readonly BalancePanel[] {
  const { names, category } = EFFECT_DETAIL_WORDS[language].balance;
  const nameOf = (id: string): string => effect.rates.find((rate) => rate.arm === id)?.name ?? id;
  const { higher } = WORDS[language];
  const { level } = difference.interval;
  const rows = balance.flatMap((row) => {
    const limits = limitsOf(row);
    if (limits === undefined) return [];
    const name = names[row.column] ?? row.column;
    const label = row.category === undefined ? name : category(name, row.category);
    return [{ label, ...limits, ...(level === SUPPRESSED ? {} : { level }) }];
  });
  const heading = effect.comparisons.length > 1 ? { heading: nameOf(arm) } : {};
  const favours = { lower: higher(nameOf(reference)), upper: higher(nameOf(arm)) };
  return rows.length === 0 ? [] : [{ ...heading, rows, favours }];
}

/** A difference in standard deviations with its limits; nothing where there is none, or it is hidden. */
function limitsOf({
  standardized,
}: PublishableEffect["comparisons"][number]["balance"][number]): Limits | undefined {
  if (standardized === null) return undefined;
  const { estimate, lower, upper } = standardized;
  if (estimate === SUPPRESSED || lower === SUPPRESSED || upper === SUPPRESSED) return undefined;
  return { estimate, lower, upper };
}

type Limits = Readonly<Record<"estimate" | "lower" | "upper", number>>;

const WORDS: Readonly<Record<Language, { title: string; caption: string; higher: (arm: string) => string }>> =
  {
    da: {
      title: "Enhedernes borgere før fordelingen",
      caption:
        "Forskelle mellem enhedernes borgere før fordelingen, i standardafvigelser med konfidensintervaller. Mellem de stiplede linjer er en forskel lille.",
      higher: (arm) => `højere hos ${arm}`,
    },
    en: {
      title: "The units' citizens before the allocation",
      caption:
        "Differences between the units' citizens before the allocation, in standard deviations with confidence intervals. Between the dashed lines a difference is small.",
      higher: (arm) => `higher with ${arm}`,
    },
  };
