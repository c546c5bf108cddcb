import type { Notice } from "../../core/index.js";
import type { Block, Language } from "../../display/index.js";
import {
  effectBlocks,
  exitBlocks,
  sensitivityBlocks,
  setBlocks,
  specificationBlocks,
  subgroupBlocks,
  targetBlocks,
  type PublishableEffect,
} from "../../effects/index.js";
import { describeCriterion } from "../../outcomes/index.js";
import { targetsPicture } from "../figures/targets.js";
import { sensitivityPicture, subgroupPicture } from "../pictures.js";
import { criterionOf, isTooEarly, primaryEffect } from "../read.js";
import type { EditionData, WithheldPart } from "../types.js";
import { sentenceCase } from "../words/frequency.js";
import { mostReadingsText } from "../words/conclusion.js";
import { RESULTS_WORDS } from "../words/results.js";
import { timeSection } from "./time.js";
import { targetsWithheldText, withheldText } from "../words/withheld.js";

/** What became of the citizens: every criterion, the contract's own measure, and where they went. */
export function resultsSection(data: EditionData, language: Language): readonly Block[] {
  const words = RESULTS_WORDS[language];
  const primary = primaryEffect(data);
  return [
    { block: "heading", level: 2, text: words.heading, id: "results" },
    { block: "paragraph", text: words.cohort(data.longestCourse[language]) },
    { block: "paragraph", style: "small", text: words.reading },
    ...(isTooEarly(data) ? [{ block: "note" as const, tone: "caution" as const, text: words.early }] : []),
    ...withoutRepeatedNotices(data.effects).flatMap((effect) => criterionBlocks(data, effect, language)),
    ...timeSection(data, language),
    ...(data.targets === null
      ? []
      : [
          { block: "heading" as const, level: 3 as const, text: words.targets, id: "targets" },
          ...targetBlocks(data.targets, language),
          targetsPicture(data.targets, language),
        ]),
    ...small(targetsWithheldText(data, language)),
    ...(primary === undefined ? [] : besideBlocks(primary, data, language)),
  ];
}

function criterionBlocks(data: EditionData, effect: PublishableEffect, language: Language): Block[] {
  const words = RESULTS_WORDS[language];
  const criterion = criterionOf(data, effect.criterion);
  const blocks = effectBlocks(effect, language); // the verdicts come first
  return [
    {
      block: "heading",
      level: 3,
      text: sentenceCase(criterion?.name[language] ?? effect.criterion),
      id: `criterion-${effect.criterion}`,
    },
    ...(criterion === undefined
      ? []
      : [{ block: "paragraph" as const, text: describeCriterion(criterion, language) }]),
    ...(effect.primary ? [{ block: "paragraph" as const, text: words.deciding }] : []),
    ...blocks.slice(0, effect.verdicts.length),
    ...effect.verdicts
      .flatMap((verdict) => mostReadingsText(data, effect, verdict, language) ?? [])
      .map((text) => ({ block: "paragraph" as const, text })),
    ...blocks.slice(effect.verdicts.length),
  ];
}

/** What is noted of the whole competition is said with the first criterion; what is noted of an arm, with each. */
function withoutRepeatedNotices(effects: readonly PublishableEffect[]): readonly PublishableEffect[] {
  return effects.map((effect, index) => {
    const before = new Set(effects.slice(0, index).flatMap(({ notices }) => notices.map(serialized)));
    return {
      ...effect,
      notices: effect.notices.filter(
        (notice) => notice["arm"] !== undefined || !before.has(serialized(notice)),
      ),
    };
  });
}

function serialized(notice: Notice): string {
  return JSON.stringify(notice);
}

/** What stands beside the deciding comparison: where they went, other analyses, subgroups. */
function besideBlocks(effect: PublishableEffect, data: EditionData, language: Language): readonly Block[] {
  return [
    ...exitBlocks(effect, language),
    ...setBlocks(effect, language),
    ...withPicture(sensitivityBlocks(effect, language), () => sensitivityPicture(effect, language)),
    ...(data.specification === null ? [] : specificationBlocks(data.specification, language)),
    ...withheldBlocks("readings", data, language),
    ...withPicture(subgroupBlocks(effect, language), () => subgroupPicture(effect, language)),
  ];
}

function withheldBlocks(part: WithheldPart, { withheld }: EditionData, language: Language): Block[] {
  return small(withheldText(part, withheld, language));
}

function small(text: string | undefined): Block[] {
  return text === undefined ? [] : [{ block: "paragraph", style: "small", text }];
}

/** Where there is something to show, also as a picture. */
function withPicture(blocks: readonly Block[], picture: () => Block): readonly Block[] {
  return blocks.length === 0 ? [] : [...blocks, picture()];
}
