import { positionSentence } from "../../benchmark/index.js";
import { mayBeSome, sumShown, type Publishable } from "../../core/index.js";
import { formatDate, formatKroner, type Block, type Language, type Table } from "../../display/index.js";
import { specificationSentence, verdictSentence, type PublishableEffect } from "../../effects/index.js";
import { costSentence } from "../../settlement/index.js";
import { effectPicture } from "../pictures.js";
import { criterionName, isTooEarly, primaryEffect } from "../read.js";
import type { Deviation, EditionData } from "../types.js";
import { frequencySentence, sentenceCase } from "../words/frequency.js";
import { BRIEF_WORDS, type BriefWords } from "../words/brief.js";
import { withheldText } from "../words/withheld.js";

/** Page one: the question, the verdict, the picture, how sure, what is pending, the cluster, what deviates. */
export function briefSection(data: EditionData, language: Language): readonly Block[] {
  const words = BRIEF_WORDS[language];
  const effect = primaryEffect(data);
  return [
    { block: "heading", level: 1, text: data.title[language] },
    {
      block: "paragraph",
      style: "small",
      text: words.editions[data.audience](formatDate(data.asOf, { language }), data.minimumCount),
    },
    ...(data.simulated ? [{ block: "note" as const, tone: "warning" as const, text: words.simulated }] : []),
    { block: "heading", level: 2, text: words.heading, id: "brief" },
    { block: "paragraph", text: data.question[language] },
    ...(effect === undefined ? [] : verdictBlocks(data, effect, language)),
    keyPoints(data, effect, language),
  ];
}

function verdictBlocks(data: EditionData, effect: PublishableEffect, language: Language): Block[] {
  const early = isTooEarly(data);
  const leads = effect.verdicts.map((verdict): Block => {
    const sentence = verdictSentence(effect, verdict, language);
    const text = early ? sentence : `${sentence} ${frequencySentence(effect, verdict, language)}`.trimEnd();
    return { block: "paragraph", style: "lead", text };
  });
  return early ? leads : [...leads, effectPicture(effect, language)];
}

/** What else a reader of page one alone must know, a line each. */
function keyPoints(data: EditionData, effect: PublishableEffect | undefined, language: Language): Table {
  const words = BRIEF_WORDS[language];
  const points: (readonly [keyof BriefWords["points"], readonly string[]])[] = [
    ["sure", [words.sure, ...dependsOnReading(data, language)]],
    ["pending", effect === undefined ? [] : [words.pending(...pendingCounts(data, effect))]],
    ["beside", besideIt(data, language)],
    ["cluster", clusterSentences(data, language)],
    ["cost", costs(data, language)],
    ["deviations", deviations(data, language)],
    ["measure", data.standIn === null ? [] : [data.standIn[language]]],
    ["limits", [data.draw.design === "alternation" ? words.limitsOfAlternation : words.limits]],
  ];
  return {
    block: "table",
    id: "table-key-points",
    caption: words.caption,
    columns: [{ heading: words.columns[0] }, { heading: words.columns[1] }],
    rows: points.flatMap(([point, lines]) =>
      lines.length === 0 ? [] : [[words.points[point], lines.join("\n")]],
    ),
  };
}

/** Said on page one only where another reading of the criterion would lead to another conclusion. */
function dependsOnReading(data: EditionData, language: Language): readonly string[] {
  if (data.specification === null) return [];
  const { sameConclusion, tried } = data.specification;
  return sameConclusion === tried ? [] : [specificationSentence(data.specification, language)];
}

function clusterSentences({ benchmark, withheld }: EditionData, language: Language): readonly string[] {
  if (benchmark === null)
    return [withheldText("benchmark", withheld, language) ?? BRIEF_WORDS[language].noBenchmark];
  return benchmark.arms.map((arm) => positionSentence(benchmark, arm, language));
}

function costs({ statement, costs: told, withheld }: EditionData, language: Language): readonly string[] {
  const hidden = ["settlement", "costs"] as const;
  const sentences = hidden.flatMap((part) => withheldText(part, withheld, language) ?? []);
  const paid = (statement?.totals ?? [])
    .filter(({ total }) => mayBeSome(total))
    .map(({ name, total }) => BRIEF_WORDS[language].paid(name, formatKroner(total, { language })));
  if (told === null) return [...paid, ...sentences];
  return [
    ...paid,
    ...sentences,
    ...told.comparisons.map((comparison) => costSentence(told, comparison, language)),
  ];
}

function deviations(data: EditionData, language: Language): readonly string[] {
  if (data.deviations.length === 0) return [BRIEF_WORDS[language].noDeviation];
  return data.deviations.map((deviation) => deviationText(deviation, language));
}

/** Citizens not yet mature, and mature citizens whose outcome isn't known, over all arms. */
function pendingCounts(
  data: EditionData,
  effect: PublishableEffect,
): [pending: Publishable<number>, unknown: Publishable<number>, citizens: Publishable<number>] {
  const sum = (part: "pending" | "unknown"): Publishable<number> =>
    sumShown(effect.rates.map(({ counts }) => counts[part]));
  return [sum("pending"), sum("unknown"), data.flow.citizens];
}

/** The measures that the protocol wants shown beside the deciding one; of those too early only that they are. */
function besideIt(data: EditionData, language: Language): readonly string[] {
  return data.effects
    .filter((effect) => !effect.primary)
    .flatMap((effect) =>
      effect.verdicts.map((verdict) => {
        const name = sentenceCase(criterionName(data, effect.criterion)[language]);
        return verdict.code === "too-early"
          ? `${name}: ${BRIEF_WORDS[language].early}`
          : `${name}: ${verdictSentence(effect, verdict, language)}`;
      }),
    );
}

/** One deviation in words. */
function deviationText(deviation: Deviation, language: Language): string {
  const isDate = deviation.code === "reviewed-later" || deviation.code === "reviewed-earlier";
  const shown = (value: string): string => (isDate ? formatDate(value, { language }) : value);
  return BRIEF_WORDS[language].deviations[deviation.code](shown(deviation.planned), shown(deviation.actual));
}
