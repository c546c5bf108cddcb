import { SUPPRESSED, sumShown, type Publishable, type Showable } from "../../core/index.js";
import { formatCount, type Language, type Picture } from "../../display/index.js";
import {
  targetName,
  targetNumber,
  targetTitle,
  type TargetRate,
  type TargetsData,
} from "../../effects/index.js";
import { targetPlot, type Figure } from "../../figures/index.js";
import { figureOptions, type Look } from "../look.js";
import { bare, sizesOf } from "../picture.js";

/** The rates measured from the referral as bars beside their targets. */
export function targetsFigure({ targets, level }: Publishable<TargetsData>, look: Look): Figure {
  const { language } = look;
  const count = (value: Showable): string => formatCount(value, { language });
  const groups = targets.map((each) => ({
    label: `${targetNumber(each, language)}: ${targetTitle(each, language)}`,
    target: each.target.share === SUPPRESSED ? 0 : each.target.share,
    rows: each.rates.map((rate) => ({
      label: targetName(rate, language),
      ...limitsOf(rate),
      ...(level === SUPPRESSED ? {} : { level }),
      detail: `${count(rate.counts.success)}/${count(sumShown([rate.counts.success, rate.counts.failure]))}`,
    })),
  }));
  return targetPlot(groups, figureOptions(look, "targets", WORDS[language].title));
}

/** A rate with its limits; of too few, or hidden, there is none. */
function limitsOf({ rate, standing }: Publishable<TargetRate>): Limits {
  const { estimate } = rate;
  const { lower, upper } = rate.interval;
  const isShown = estimate !== SUPPRESSED && lower !== SUPPRESSED && upper !== SUPPRESSED;
  return isShown && standing !== "too-few"
    ? { estimate, lower, upper }
    : { estimate: null, lower: 0, upper: 1 };
}

interface Limits {
  readonly estimate: number | null;
  readonly lower: number;
  readonly upper: number;
}

/** The same with its caption. */
export function targetsPicture(targets: Publishable<TargetsData>, language: Language): Picture {
  const sizes = sizesOf((look) => targetsFigure(targets, look), language);
  return bare("figure-targets", sizes, WORDS[language].caption);
}

const WORDS: Readonly<Record<Language, { title: string; caption: string }>> = {
  da: {
    title: "Succesrater holdt op mod de aftalte mål",
    caption:
      "Succesrater, målt fra visiteringen, med konfidensintervaller. Den tykke streg er målet: går den gennem et interval, kan tallene ikke afgøre, om målet er nået. Uden søjle er der for få kendte udfald.",
  },
  en: {
    title: "Success rates against the agreed targets",
    caption:
      "Success rates, measured from the referral, with confidence intervals. The thick line is the target: where it goes through an interval, the figures can't tell whether the target is reached. Without a bar there are too few known outcomes.",
  },
};
