import { mayBeSome, type Publishable } from "../../core/index.js";
import { formatCount, formatNumber, type Block, type Language } from "../../display/index.js";
import type { Participant } from "../../outcomes/index.js";
import { flowPicture } from "../pictures.js";
import type { DrawFacts, EditionData } from "../types.js";
import { sentenceCase } from "../words/frequency.js";
import { CHANCE_WORDS } from "../words/chance.js";

/** How chance divided the citizens, and whether its ledger holds. */
export function chanceSection(data: EditionData, language: Language): readonly Block[] {
  const words = CHANCE_WORDS[language];
  return [
    { block: "heading", level: 2, text: words.heading, id: "chance" },
    { block: "paragraph", text: designText(data.draw, language) },
    ...exceptionTexts(data, language).map((text) => ({ block: "paragraph" as const, text })),
    flowPicture(data, language),
    participationTable(data, language),
    ...(!mayBeSome(data.flow.referredAgain)
      ? []
      : [
          {
            block: "paragraph" as const,
            text: sentenceCase(words.again(data.flow.referredAgain, data.flow.referrals)),
          },
        ]),
    { block: "paragraph", text: verificationText(data.draw, language) },
    { block: "paragraph", style: "small", text: words.head(data.draw.head.size, data.draw.head.root) },
  ];
}

function participationTable({ flow }: EditionData, language: Language): Block {
  const words = CHANCE_WORDS[language];
  const kinds = (Object.keys(words.participation) as Participant["participation"][]).filter((kind) =>
    flow.arms.some(({ participation }) => mayBeSome(participation[kind])),
  );
  const head = [words.course, ...flow.arms.map(({ name }) => name)];
  const rows = [
    ...kinds.map((kind) => [
      words.participation[kind],
      ...flow.arms.map(({ participation }) => formatCount(participation[kind], { language })),
    ]),
    [words.allocated, ...flow.arms.map(({ allocated }) => formatCount(allocated, { language }))],
    [
      words.meanDays,
      ...flow.arms.map(({ meanCourseDays }) => formatNumber(meanCourseDays, { language, decimals: 1 })),
    ],
  ];
  const whole = [head, ...rows];
  const cells = flow.arms.length <= MOST_SIDE_BY_SIDE ? whole : turned(whole);
  const [headings = [], ...body] = cells;
  return {
    block: "table",
    id: "table-participation",
    caption: words.caption,
    columns: headings.map((heading, at) => ({ heading, ...(at === 0 ? {} : { align: "right" as const }) })),
    rows: body,
  };
}

/** More arms stand below each other: side by side they are wider than a sheet. */
const MOST_SIDE_BY_SIDE = 5;

function turned(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first = []] = rows;
  return first.map((_, at) => rows.map((row) => row[at] ?? ""));
}

function designText(draw: Publishable<DrawFacts>, language: Language): string {
  const words = CHANCE_WORDS[language];
  const strata = draw.strata.length === 0 ? "" : words.strata(draw.strata.join(", "));
  const household = draw.unit === "household" ? words.household : "";
  return `${words.designs[draw.design](draw.batches)}${strata}${household}`;
}

/** What wasn't left to chance alone, as far as there was any of it. */
function exceptionTexts({ draw, arms }: EditionData, language: Language): readonly string[] {
  const words = CHANCE_WORDS[language];
  const sentences = arms.length > 2 ? words : { ...words, closed: words.closedOfTwo };
  return (["closed", "exempted", "undrawn"] as const)
    .filter((kind) => mayBeSome(draw[kind]))
    .map((kind) => sentenceCase(sentences[kind](draw[kind])));
}

function verificationText({ verification }: Publishable<DrawFacts>, language: Language): string {
  const words = CHANCE_WORDS[language];
  if (verification === null) return words.notVerified;
  if (!verification.valid) return words.invalid(verification.findings.length);
  return verification.checked.includes("draws") ? words.drawsVerified : words.chainVerified;
}
