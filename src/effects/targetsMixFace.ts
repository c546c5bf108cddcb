import {
  formatCount,
  formatPercent,
  formatPoints,
  type Block,
  type Face,
  type Language,
} from "../display/index.js";
import { table } from "./table.js";
import type { ExpectedMixData } from "./targetsMixTypes.js";

interface MixWords {
  readonly asLabeled: (tolerance: string) => string;
  readonly otherwise: (pairs: string) => string;
  readonly pair: (label: string, fits: string) => string;
  readonly unlike: (tolerance: string) => string;
  readonly caption: (total: string) => string;
  readonly columns: readonly string[];
}

const WORDS: Readonly<Record<Language, MixWords>> = {
  da: {
    asLabeled: (tolerance) => `De forventede andele svarer til de optalte inden for ${tolerance}.`,
    otherwise: (pairs) =>
      `De forventede andele svarer til de optalte, men under andre betegnelser: ${pairs}. Betegnelserne ser ud til at være byttet om.`,
    pair: (label, fits) => `andelen for »${label}« er den, der er optalt for »${fits}«`,
    unlike: (tolerance) =>
      `De forventede andele svarer ikke til de optalte inden for ${tolerance}, heller ikke hvis betegnelserne byttes om.`,
    caption: (total) => `Forventede og optalte andele af ${total}`,
    columns: ["Betegnelse", "Forventet", "Optalt", "Andel", "Passer med"],
  },
  en: {
    asLabeled: (tolerance) => `The expected shares are those counted, within ${tolerance}.`,
    otherwise: (pairs) =>
      `The expected shares are those counted, but under other labels: ${pairs}. The labels seem to be exchanged.`,
    pair: (label, fits) => `the share of “${label}” is what was counted for “${fits}”`,
    unlike: (tolerance) =>
      `The expected shares aren't those counted within ${tolerance}, not even if labels are exchanged.`,
    caption: (total) => `Expected and counted shares of ${total}`,
    columns: ["Label", "Expected", "Counted", "Share", "Fits"],
  },
};

/** How it shows itself: what was found, in words, and each label with its numerator and denominator. */
export const expectedMixFace: Face<ExpectedMixData> = {
  blocks: (mix, language) => {
    const words = WORDS[language];
    return [
      { block: "paragraph", style: "lead", text: sentenceOf(mix, language) },
      table(
        words.caption(formatCount(mix.total, { language })),
        words.columns,
        mix.rows.map(({ label, expected, count, share, fits }) => [
          label,
          formatPercent(expected, { language }),
          formatCount(count, { language }),
          formatPercent(share, { language }),
          fits,
        ]),
        1,
      ),
    ] satisfies readonly Block[];
  },
  rows: ({ total, rows, finding }) =>
    rows.map(({ label, expected, count, share, fits }) => ({
      label,
      expected,
      count,
      total,
      share,
      fits,
      finding,
    })),
};

function sentenceOf({ finding, tolerance, rows }: ExpectedMixData, language: Language): string {
  const words = WORDS[language];
  const within = formatPoints(tolerance, { language });
  if (finding === "as-labeled") return words.asLabeled(within);
  if (finding === "unlike") return words.unlike(within);
  const pairs = rows.flatMap(({ label, fits }) => (fits === label ? [] : [words.pair(label, fits)]));
  return words.otherwise(pairs.join("; "));
}
