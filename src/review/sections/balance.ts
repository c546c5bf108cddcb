import { formatCount, formatNumber, formatPValue, type Block, type Language } from "../../display/index.js";
import { balanceBlocks, MISMATCH, type PublishableEffect, type SampleRatio } from "../../effects/index.js";
import { balancePicture, hasBalance } from "../figures/balance.js";
import { primaryEffect } from "../read.js";
import type { EditionData } from "../types.js";

/** Whether the draw gave the arms as many as it should, and citizens who were alike. */
export function balanceSection(data: EditionData, language: Language): readonly Block[] {
  const effect = primaryEffect(data);
  const ratio = data.beside?.sampleRatio ?? data.sampleRatio ?? null;
  return [
    ...(ratio === null ? [] : [ratioBlock(data, ratio, language)]),
    ...(effect === undefined ? [] : alikeBlocks(data, effect, language)),
  ];
}

function alikeBlocks(data: EditionData, effect: PublishableEffect, language: Language): readonly Block[] {
  const { reading, readingOfAlternation } = WORDS[language];
  const text = isAlternating(data) ? readingOfAlternation : reading;
  const blocks = balanceBlocks(effect, language);
  if (blocks.length === 0) return [];
  return [
    ...blocks,
    ...(hasBalance(effect) ? [balancePicture(effect, language)] : []),
    { block: "paragraph", style: "small", text },
  ];
}

function ratioBlock(data: EditionData, { unit, arms, pValue }: SampleRatio, language: Language): Block {
  const words = WORDS[language];
  const nameOf = (id: string): string => data.arms.find((arm) => arm.id === id)?.name ?? id;
  const numbers = arms.map(({ arm, count, expected }) =>
    words.number(
      nameOf(arm),
      formatCount(count, { language }),
      formatNumber(expected, { language, decimals: 1 }),
    ),
  );
  const counts = `${words.units[unit]} ${numbers.join("; ")}.`;
  const p = formatPValue(pValue, { language });
  if (pValue < MISMATCH) return { block: "note", tone: "warning", text: `${counts} ${words.mismatch(p)}` };
  return { block: "paragraph", text: isAlternating(data) ? counts : `${counts} ${words.fits(p)}` };
}

/** Every second citizen is no draw: chance neither made the arms alike nor explains how their numbers differ. */
function isAlternating({ draw }: EditionData): boolean {
  return draw.design === "alternation";
}

interface BalanceWords {
  readonly units: Readonly<Record<SampleRatio["unit"], string>>;
  readonly number: (arm: string, count: string, expected: string) => string;
  readonly fits: (pValue: string) => string;
  readonly mismatch: (pValue: string) => string;
  readonly reading: string;
  readonly readingOfAlternation: string;
}

const WORDS: Readonly<Record<Language, BalanceWords>> = {
  da: {
    units: {
      citizen: "Antal fordelte borgere:",
      household: "Antal fordelte husstande, hver talt én gang:",
    },
    number: (arm, count, expected) => `${arm} ${count} (forventet ${expected})`,
    fits: (pValue) =>
      `Antallene afviger ikke mere fra det forventede, end tilfældet alene kan forklare (${pValue}).`,
    mismatch: (pValue) =>
      `Så store afvigelser fra det forventede giver tilfældet alene så godt som aldrig (${pValue}). Noget andet end fordelingen har spillet ind, og sammenligningen kan ikke bruges, før det er forklaret.`,
    reading:
      "Det er lodtrækningen, der gør enhederne sammenlignelige, ikke tabellen: blandt mange rækker vil nogle afvige ved et tilfælde. Den analyse, der justerer for det, man vidste før fordelingen, står under resultaterne.",
    readingOfAlternation:
      "Blandt mange rækker vil nogle afvige ved et tilfælde. Den analyse, der justerer for det, man vidste før fordelingen, står under resultaterne.",
  },
  en: {
    units: {
      citizen: "Number of citizens allocated:",
      household: "Number of households allocated, each counted once:",
    },
    number: (arm, count, expected) => `${arm} ${count} (expected ${expected})`,
    fits: (pValue) =>
      `The numbers differ from the expected ones by no more than chance alone can explain (${pValue}).`,
    mismatch: (pValue) =>
      `Chance alone hardly ever gives numbers so far from what is expected (${pValue}). Something other than the allocation was at work, and the comparison can't be used until that is explained.`,
    reading:
      "The draw is why the units can be compared, not the table: with many rows some differ by chance. The comparison adjusted for what was known before the allocation stands among the results.",
    readingOfAlternation:
      "With many rows some differ by chance. The comparison adjusted for what was known before the allocation stands among the results.",
  },
};
