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
    ...(effect === undefined ? [] : alikeBlocks(effect, language)),
  ];
}

function alikeBlocks(effect: PublishableEffect, language: Language): readonly Block[] {
  const blocks = balanceBlocks(effect, language);
  if (blocks.length === 0) return [];
  return [
    ...blocks,
    ...(hasBalance(effect) ? [balancePicture(effect, language)] : []),
    { block: "paragraph", style: "small", text: WORDS[language].reading },
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
  const sentence = pValue < MISMATCH ? words.mismatch : words.fits;
  const text = `${words.units[unit]} ${numbers.join("; ")}. ${sentence(formatPValue(pValue, { language }))}`;
  return pValue < MISMATCH ? { block: "note", tone: "warning", text } : { block: "paragraph", text };
}

interface BalanceWords {
  readonly units: Readonly<Record<SampleRatio["unit"], string>>;
  readonly number: (arm: string, count: string, expected: string) => string;
  readonly fits: (pValue: string) => string;
  readonly mismatch: (pValue: string) => string;
  readonly reading: string;
}

const WORDS: Readonly<Record<Language, BalanceWords>> = {
  da: {
    units: {
      citizen: "Antal borgere fordelt af tilfældet:",
      household: "Antal husstande fordelt af tilfældet, hver talt én gang:",
    },
    number: (arm, count, expected) => `${arm} ${count} (ventet ${expected})`,
    fits: (pValue) => `Det er ikke længere fra det ventede, end lodtrækningen alene kan give (${pValue}).`,
    mismatch: (pValue) =>
      `Så langt fra det ventede giver lodtrækningen alene så godt som aldrig (${pValue}). Noget andet end lodtrækningen har virket, og sammenligningen kan ikke bruges, før det er forklaret.`,
    reading:
      "Det er lodtrækningen, der gør enhederne sammenlignelige, ikke tabellen: blandt mange rækker vil nogle afvige ved et tilfælde. Den sammenligning, der justerer for det, man vidste før lodtrækningen, står under resultaterne.",
  },
  en: {
    units: {
      citizen: "Number of citizens divided by chance:",
      household: "Number of households divided by chance, each counted once:",
    },
    number: (arm, count, expected) => `${arm} ${count} (expected ${expected})`,
    fits: (pValue) => `That is no further from what is expected than the draw alone can give (${pValue}).`,
    mismatch: (pValue) =>
      `The draw alone hardly ever gives numbers so far from what is expected (${pValue}). Something beside the draw was at work, and the comparison can't be used until that is explained.`,
    reading:
      "The draw is why the units can be compared, not the table: with many rows some differ by chance. The comparison adjusted for what was known before the draw stands among the results.",
  },
};
