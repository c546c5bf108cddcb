import type { Notice } from "../core/index.js";
import { formatCount, type Block, type Language } from "../display/index.js";
import type { Count } from "./types.js";
import { noticeText, PHRASES } from "./words.js";

/** The counts behind a result, group by group: `Comparator: 412 of 1,204. Reference: 335 of 1,198.` */
export function countsText(
  counts: Readonly<Record<string, Count>> | undefined,
  language: Language,
): readonly string[] {
  const { groups, count } = PHRASES[language];
  return Object.entries(counts ?? {}).map(
    ([group, { events, total }]) =>
      `${groups[group] ?? group}: ${count(formatCount(events, { language }), formatCount(total, { language }))}.`,
  );
}

/** Notices as notes in words. */
export function noticeBlocks(notices: readonly Notice[], language: Language): readonly Block[] {
  return notices.map((notice) => ({
    block: "note",
    tone: notice.severity,
    text: noticeText(notice, language),
  }));
}
