import type { Notice } from "../core/index.js";
import {
  ABSENT,
  formatCount,
  formatLevel,
  formatPCell,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import type { Count } from "../inference/index.js";
import type { GamingSignsData } from "./gamingTypes.js";
import { factsOf } from "./gamingQuestions.js";
import { GAMING_WORDS } from "./gamingWords.js";

/** How signs show themselves: what is worth a look as questions, how to read that, and every count. */
export const gamingSignsFace: Face<GamingSignsData> = { blocks: gamingSignsBlocks, rows: gamingSignsRows };

/** What is worth a look first, then all counts. */
function gamingSignsBlocks(data: GamingSignsData, language: Language): readonly Block[] {
  const { signs, tested, level, notices } = data;
  const words = GAMING_WORDS[language];
  const worthALook = signs.filter((sign) => sign.isWorthALook);
  const nameOf = (id: string | undefined): string =>
    data.arms.find(({ arm }) => arm === id)?.name ?? id ?? "";
  return [
    { block: "paragraph", style: "lead", text: words.lead(worthALook.length, tested) },
    ...worthALook.map(({ finding, question, innocent }): Block => ({
      block: "paragraph",
      text: words.worthALook(finding[language], question[language], innocent[language]),
    })),
    { block: "paragraph", style: "small", text: words.reading(formatLevel(1 - level, { language })) },
    {
      block: "table",
      caption: words.caption,
      columns: words.columns.map((heading, index) => ({ heading, align: index < 2 ? "left" : "right" })),
      rows: signs.map((sign) => [
        words.signs[sign.code].name(factsOf(sign, data, language)),
        sign.otherArm === undefined ? nameOf(sign.arm) : `${nameOf(sign.arm)} / ${nameOf(sign.otherArm)}`,
        countText(sign.count, language),
        countText(sign.comparedWith, language),
        sign.test === null ? ABSENT : formatPCell(sign.test.pValue, { language }),
        formatPCell(sign.adjustedPValue, { language }),
      ]),
    },
    ...notices.map((notice): Block => {
      return {
        block: "note",
        tone: notice.severity,
        text: describeGamingNotice(notice, { language, nameOf }),
      };
    }),
  ];
}

function countText({ events, total }: Count, language: Language): string {
  return GAMING_WORDS[language].of(formatCount(events, { language }), formatCount(total, { language }));
}

/** A notice of signs as a sentence; arms by the names that `nameOf` knows. */
function describeGamingNotice(
  notice: Notice,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (arm: string) => string },
): string {
  const code = notice.code === "sign-absent" ? String(notice["reason"]) : notice.code;
  return GAMING_WORDS[language].notices[code]?.(nameOf(String(notice["arm"] ?? ""))) ?? notice.code;
}

function gamingSignsRows({ signs }: GamingSignsData): readonly Row[] {
  return signs.map((sign) => ({
    code: sign.code,
    arm: sign.arm,
    otherArm: sign.otherArm ?? null,
    criterion: sign.criterion ?? null,
    factor: sign.factor ?? null,
    group: sign.group ?? null,
    events: sign.count.events,
    total: sign.count.total,
    share: sign.share,
    comparedEvents: sign.comparedWith.events,
    comparedTotal: sign.comparedWith.total,
    comparedShare: sign.comparedShare,
    pValue: sign.test?.pValue ?? null,
    adjustedPValue: sign.adjustedPValue,
    isWorthALook: sign.isWorthALook,
  }));
}
