import { requireObject } from "../../core/index.js";
import type { Notice } from "../../core/index.js";
import { describeFileNotice } from "../../benchmark/index.js";
import { formatCount, formatCounted, formatDate, type Language } from "../../display/index.js";
import { describeStatementNotice } from "../../settlement/index.js";
import { CRITERION_NOTICES } from "./criterionNotices.js";
import { DATA_NOTICES } from "./dataNotices.js";
import type { Sentences } from "./noticeFacts.js";
import { pairsText } from "./pairs.js";
import { PLAN_NOTICES } from "./planNotices.js";

/** Words for what protocol, files, histories and outcomes leave open or found; effects and benchmark have their own. */
const SENTENCES: Sentences = { ...CRITERION_NOTICES, ...PLAN_NOTICES, ...DATA_NOTICES };

/** A notice as a sentence; one without words stands as its code, so that it is not lost. */
export function noticeText(notice: Notice, language: Language, nameOf?: NoticeWords["nameOf"]): string {
  return describeNotice(notice, { language, ...(nameOf === undefined ? {} : { nameOf }) }) ?? notice.code;
}

interface NoticeWords {
  readonly language: Language;
  /** Names of arms; their ids by default. */
  readonly nameOf?: (arm: string) => string;
}

/**
 * What protocol, files, histories and outcomes leave open or found, as a sentence; nothing for a notice of
 * another kind.
 *
 * @example
 * describeNotice({ code: "pension-unstated", severity: "info" }, { language: "en" });
 * // "Someone who retires before the measure is met counts as no success."
 */
export function describeNotice(notice: Notice, options: NoticeWords): string | undefined {
  requireObject("describeNotice.notice", notice, { expected: "a notice, such as one of result.notices" });
  requireObject("describeNotice.options", options, {
    expected: 'the language: { language: "da" } or { language: "en" }',
    accepts: (given) => given["language"] === "da" || given["language"] === "en",
  });
  const { language, nameOf = (arm) => arm } = options;
  if (notice.code === "term-missing") return describeStatementNotice(notice, { language, nameOf });
  const sentence = SENTENCES[notice.code]?.[language];
  if (sentence === undefined) return describeFileNotice(notice, language);
  const fact = (name: string): Notice[string] | undefined => notice[name];
  const number = (name: string): number | null => {
    const value = fact(name);
    return typeof value === "number" ? value : null;
  };
  return sentence({
    count: (name) => formatCount(number(name), { language }),
    counted: (name, one, many) => formatCounted(number(name), [one, many], { language }),
    text: (name) => String(fact(name) ?? ""),
    date: (name) => formatDate(String(fact(name)), { language }),
    list: (name) => {
      const value = fact(name);
      return Array.isArray(value) ? value.join(", ") : "";
    },
    pairs: () => pairsText(notice, language),
  });
}
