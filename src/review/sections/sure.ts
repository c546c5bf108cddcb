import { SUPPRESSED, type Publishable } from "../../core/index.js";
import { formatInterval, type Language } from "../../display/index.js";
import {
  readableComparisons,
  readingSentence,
  restsOnReading,
  type ArmComparison,
  type PublishableEffect,
  type PublishableVerdict,
} from "../../effects/index.js";
import { NO_VARIANCE } from "../../inference/index.js";
import { manyWithoutWeight } from "../facts/withoutWeight.js";
import { rateOf } from "../read.js";
import type { EditionData } from "../types.js";
import { BRIEF_WORDS } from "../words/brief.js";
import { withheldText } from "../words/withheld.js";

/** How sure the verdict is: by chance, and by how the criterion is read. */
export function sureLines(
  data: EditionData,
  effect: PublishableEffect | undefined,
  language: Language,
): readonly string[] {
  return [
    ...(effect === undefined ? [] : howSure(effect, language)),
    ...readingLines(data, effect, language),
  ];
}

/** Which differences agree with the figures, and whether zero is one of them, for each arm that something is concluded of. */
function howSure(effect: PublishableEffect, language: Language): readonly string[] {
  const compared = readableComparisons(effect);
  const isOne = compared.length === 1;
  const judged = [
    ...compared.flatMap((comparison) =>
      judgement(effect, comparison, isOne, language).map((sentence) => ({ arm: comparison.arm, sentence })),
    ),
    ...worded(effect).map(({ arm, code }) => ({ arm, sentence: wordedJudgement(code, language) })),
  ];
  if (effect.verdicts.length === 1 || (isOne && worded(effect).length === 0)) {
    return judged.map(({ sentence }) => sentence);
  }
  const sentences = [...new Set(judged.map(({ sentence }) => sentence))];
  return sentences.map((sentence) => {
    const names = judged
      .filter((each) => each.sentence === sentence)
      .map(({ arm }) => rateOf(effect, arm)?.name ?? arm);
    return `${names.join(", ")}: ${sentence}`;
  });
}

/** What a shown interval says, with the range where one difference is told of. */
function judgement(
  effect: PublishableEffect,
  { arm, difference: { estimate, interval, reason } }: Publishable<ArmComparison>,
  isOne: boolean,
  language: Language,
): readonly string[] {
  const { sure } = BRIEF_WORDS[language];
  const { lower, upper } = interval;
  if (estimate === null || lower === SUPPRESSED || upper === SUPPRESSED) return [];
  const range = isOne ? `${sure.range(formatInterval(interval, { language, unit: "points" }))} ` : "";
  const zero = sure[lower > 0 || upper < 0 ? "decided" : "open"];
  const out = manyWithoutWeight(effect, { arm });
  return [
    reason === NO_VARIANCE ? sure.unknown : `${range}${zero}`,
    ...(out === undefined ? [] : [sure.withoutWeight(out.citizens, out.known)]),
  ];
}

/** Verdicts that an edition tells though it hides their differences. */
function worded({ verdicts, comparisons }: PublishableEffect): readonly PublishableVerdict[] {
  return verdicts.filter(
    ({ arm, code }) =>
      code !== "too-early" &&
      code !== SUPPRESSED &&
      comparisons.some((each) => each.arm === arm && each.difference.estimate === SUPPRESSED),
  );
}

/** What such a verdict says of the interval that it was drawn from, and no more. */
function wordedJudgement(code: PublishableVerdict["code"], language: Language): string {
  const { sure } = BRIEF_WORDS[language];
  return `${sure.hidden} ${sure[code === "better" || code === "worse" ? "decided" : "open"]}`;
}

/**
 * Said on page one only where other readings would lead to another conclusion; of most of them the verdict tells. Of
 * a verdict without its numbers, that the readings are withheld too.
 */
function readingLines(
  { specification, withheld }: EditionData,
  effect: PublishableEffect | undefined,
  language: Language,
): readonly string[] {
  if (specification === null) {
    const hidden = withheldText("readings", withheld, language);
    const isWorded = effect !== undefined && worded(effect).length > 0;
    return hidden === undefined || !isWorded ? [] : [`${hidden} ${BRIEF_WORDS[language].sure.readings}`];
  }
  return specification.conclusions
    .filter(({ arm, same }) => same < specification.tried && !restsOnReading(specification, arm))
    .map(({ arm }) => readingSentence(specification, arm, language));
}
