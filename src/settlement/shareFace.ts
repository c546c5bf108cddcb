import {
  formatCount,
  formatInterval,
  formatKroner,
  formatLevel,
  formatPercent,
  type Block,
  type Face,
  type Language,
} from "../display/index.js";
import { kronerInterval } from "./kronerInterval.js";
import type { CostsByShareData } from "./shareTypes.js";
import { SHARE_WORDS } from "./shareWords.js";

/** How costs by share show themselves: what they rest on, then a row for each share. */
export const shareFace: Face<CostsByShareData> = {
  blocks: shareBlocks,
  rows: ({ rows }) =>
    rows.map(({ share, outside, inside, without, cost, successes }) => ({
      share,
      outside,
      inside,
      without,
      cost: cost.expected,
      costLower: cost.lower,
      costUpper: cost.upper,
      successes: successes.expected,
      successesLower: successes.lower,
      successesUpper: successes.upper,
    })),
};

/** Costs by share as blocks, for a report that takes them in. */
function shareBlocks(data: CostsByShareData, language: Language): readonly Block[] {
  const words = SHARE_WORDS[language];
  const { armName, referenceName, rows, drawn, volume, level, notices } = data;
  const count = (value: number): string => formatCount(value, { language });
  const someWithout = rows.some(({ without }) => without > 0);
  return [
    {
      block: "paragraph",
      text: words.lead(count(volume), armName, formatPercent(drawn, { language, decimals: 0 })),
    },
    {
      block: "table",
      caption: words.caption(armName),
      columns: words
        .columns(armName, referenceName, formatLevel(level, { language }), someWithout)
        .map((heading) => ({ heading, align: "right" })),
      rows: rows.map(({ share, outside, inside, without, cost, successes }) => [
        formatPercent(share, { language, decimals: 0 }),
        count(outside),
        count(inside),
        ...(someWithout ? [count(without)] : []),
        formatKroner(Math.round(cost.expected / 100) * 100, { language }),
        kronerInterval(cost, language),
        count(Math.round(successes.expected)),
        formatInterval(successes, { language, decimals: 0 }),
        formatKroner(
          successes.expected === 0 ? null : Math.round(cost.expected / successes.expected / 100) * 100,
          { language },
        ),
      ]),
    },
    { block: "note", tone: "caution", text: words.caveat(formatPercent(drawn, { language, decimals: 0 })) },
    ...(notices.some(({ code }) => code === "limits-shared")
      ? [{ block: "note", tone: "caution", text: words.limits } as const]
      : []),
  ];
}
