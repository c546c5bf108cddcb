import { SUPPRESSED, sumShown, type Publishable, type Showable } from "../../core/index.js";
import {
  formatCountInText,
  formatDate,
  formatLevel,
  METHOD_NAMES,
  nameOf,
  type Language,
} from "../../display/index.js";
import { readableComparisons, type PublishableEffect } from "../../effects/index.js";
import { termsOf } from "../facts/terms.js";
import { criterionName, primaryEffect } from "../read.js";
import type { EditionData } from "../types.js";

/** What is told of where numbers come from, as text. */
export interface OriginFacts {
  readonly referrals: string;
  readonly citizens: string;
  /** Citizens followed for long enough, by the criterion. */
  readonly mature: string;
  readonly known: string;
  readonly criterion: string;
  /** The last referral date of those. */
  readonly through: string;
  readonly level: string;
  /** How the deciding difference was worked out. */
  readonly method: string;
  readonly municipalities: string;
  /** By which terms what is due was computed. */
  readonly terms: string;
}

/** The facts of one criterion; of the deciding one where none is named. */
export function originFacts(
  data: EditionData,
  language: Language,
  criterion: string | undefined,
): OriginFacts {
  const effect =
    data.effects.find((each) => each.criterion === criterion) ?? primaryEffect(data) ?? data.effects[0];
  const count = (value: Showable): string => formatCountInText(value, { language });
  return {
    referrals: count(data.flow.referrals),
    citizens: count(data.flow.citizens),
    municipalities: count(data.benchmark?.peers.length ?? 0),
    terms: termsOf(data)[language],
    ...(effect === undefined ? NONE : effectFacts(data, effect, count, language)),
  };
}

type EffectFacts = Omit<OriginFacts, "referrals" | "citizens" | "municipalities" | "terms">;

const NONE: EffectFacts = { mature: "–", known: "–", criterion: "–", through: "–", level: "–", method: "–" };

/** Of a difference that is too early or withheld. */
const NOT_SHOWN: Readonly<Record<Language, string>> = { da: "vises ikke", en: "not shown" };

function effectFacts(
  data: EditionData,
  effect: PublishableEffect,
  count: (value: Showable) => string,
  language: Language,
): EffectFacts {
  const { criterion, matureThrough, level, rates, comparisons } = effect;
  const sum = (part: "mature" | "success" | "failure"): Publishable<number> =>
    sumShown(rates.map(({ counts }) => counts[part]));
  const isCompared = readableComparisons(effect).length > 0;
  const method = comparisons[0]?.difference.method;
  return {
    mature: count(sum("mature")),
    known: count(sumShown([sum("success"), sum("failure")])),
    criterion: criterionName(data, criterion)[language],
    through: formatDate(matureThrough, { language }),
    level: level === SUPPRESSED ? "–" : formatLevel(level, { language }),
    method:
      method === undefined || !isCompared
        ? NOT_SHOWN[language]
        : nameOf(METHOD_NAMES, method, language).replaceAll("–", "-"),
  };
}
