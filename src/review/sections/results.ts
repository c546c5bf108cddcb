import { formatCount, type Block, type Language } from "../../display/index.js";
import { effectBlocks, type Effect } from "../../effects/index.js";
import { describeCriterion, type Destination } from "../../outcomes/index.js";
import { criterionOf, isTooEarly } from "../read.js";
import type { ReviewData } from "../types.js";
import { sentenceCase } from "../words/frequency.js";
import { RESULTS_WORDS } from "../words/results.js";

/** What became of the citizens: every criterion, the contract's own measure, and where they went. */
export function resultsSection(data: ReviewData, language: Language): readonly Block[] {
  const words = RESULTS_WORDS[language];
  return [
    { block: "heading", level: 2, text: words.heading, id: "results" },
    { block: "paragraph", text: words.cohort(data.longestCourse[language]) },
    ...(isTooEarly(data) ? [{ block: "note" as const, tone: "caution" as const, text: words.early }] : []),
    ...withoutRepeatedNotes(data.effects.flatMap((effect) => criterionBlocks(data, effect, language))),
    ...exitBlocks(data, language),
  ];
}

function criterionBlocks(data: ReviewData, effect: Effect, language: Language): Block[] {
  const words = RESULTS_WORDS[language];
  const criterion = criterionOf(data, effect.criterion);
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
    ...effectBlocks(effect, language),
  ];
}

/** What is noted of one criterion often holds for the next as well; it is said once. */
function withoutRepeatedNotes(blocks: readonly Block[]): readonly Block[] {
  const firsts = new Map(
    blocks.flatMap((block) => (block.block === "note" ? [[block.text, block]] : [])).toReversed() as [
      string,
      Block,
    ][],
  );
  return blocks.filter((block) => block.block !== "note" || firsts.get(block.text) === block);
}

function exitBlocks(data: ReviewData, language: Language): Block[] {
  const words = RESULTS_WORDS[language];
  const destinations = Object.keys(words.destinations) as Destination[];
  const columns = data.exits.flatMap(({ name }) => [
    { heading: `${name}, ${words.successes}`, align: "right" as const },
    { heading: `${name}, ${words.others}`, align: "right" as const },
  ]);
  return [
    { block: "heading", level: 3, text: words.exitHeading, id: "exits" },
    { block: "paragraph", text: words.exitText },
    {
      block: "table",
      id: "table-exits",
      caption: words.exitCaption,
      columns: [{ heading: words.where }, ...columns],
      rows: destinations.map((destination) => [
        words.destinations[destination],
        ...data.exits.flatMap(({ successes, others }) => [
          formatCount(successes[destination], { language }),
          formatCount(others[destination], { language }),
        ]),
      ]),
    },
  ];
}
