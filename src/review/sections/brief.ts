import { positionSentence, type Benchmark } from "../../benchmark/index.js";
import { formatDate, formatKroner, type Block, type Language, type Table } from "../../display/index.js";
import { specificationSentence, verdictSentence, type Effect } from "../../effects/index.js";
import { costSentence } from "../../settlement/index.js";
import { effectPicture } from "../pictures.js";
import { criterionName, isTooEarly, primaryEffect } from "../read.js";
import type { Deviation, ReviewData } from "../types.js";
import { frequencySentence, sentenceCase } from "../words/frequency.js";
import { BRIEF_WORDS, type BriefWords } from "../words/brief.js";

/** Page one: the question, the verdict, the picture, how sure, what is pending, the cluster, what deviates. */
export function briefSection(data: ReviewData, language: Language): readonly Block[] {
  const words = BRIEF_WORDS[language];
  const effect = primaryEffect(data);
  return [
    { block: "heading", level: 1, text: data.title[language] },
    { block: "paragraph", style: "small", text: words.edition(formatDate(data.asOf, { language })) },
    ...(data.simulated ? [{ block: "note" as const, tone: "warning" as const, text: words.simulated }] : []),
    { block: "heading", level: 2, text: words.heading, id: "brief" },
    { block: "paragraph", text: data.question[language] },
    ...(effect === undefined ? [] : verdictBlocks(data, effect, language)),
    keyPoints(data, effect, language),
  ];
}

function verdictBlocks(data: ReviewData, effect: Effect, language: Language): Block[] {
  const early = isTooEarly(data);
  const leads = effect.verdicts.map((verdict): Block => {
    const sentence = verdictSentence(effect, verdict, language);
    const text = early ? sentence : `${sentence} ${frequencySentence(effect, verdict, language)}`.trimEnd();
    return { block: "paragraph", style: "lead", text };
  });
  return early ? leads : [...leads, effectPicture(effect, language)];
}

/** What else a reader of page one alone must know, a line each. */
function keyPoints(data: ReviewData, effect: Effect | undefined, language: Language): Table {
  const words = BRIEF_WORDS[language];
  const points: (readonly [keyof BriefWords["points"], readonly string[]])[] = [
    ["sure", [words.sure, ...dependsOnReading(data, language)]],
    ["pending", effect === undefined ? [] : [words.pending(...pendingCounts(data, effect))]],
    ["beside", besideIt(data, language)],
    ["cluster", clusterSentences(data.benchmark, language)],
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
function dependsOnReading(data: ReviewData, language: Language): readonly string[] {
  const { sameConclusion, tried } = data.specification;
  return sameConclusion === tried ? [] : [specificationSentence(data.specification, language)];
}

function clusterSentences(benchmark: Benchmark | null, language: Language): readonly string[] {
  if (benchmark === null) return [BRIEF_WORDS[language].noBenchmark];
  return benchmark.arms.map((arm) => positionSentence(benchmark, arm, language));
}

function costs({ statement, costs: told }: ReviewData, language: Language): readonly string[] {
  const paid = (statement?.totals ?? [])
    .filter(({ total }) => total > 0)
    .map(({ name, total }) => BRIEF_WORDS[language].paid(name, formatKroner(total, { language })));
  if (told === null) return paid;
  return [...paid, ...told.comparisons.map((comparison) => costSentence(told, comparison, language))];
}

function deviations(data: ReviewData, language: Language): readonly string[] {
  if (data.deviations.length === 0) return [BRIEF_WORDS[language].noDeviation];
  return data.deviations.map((deviation) => deviationText(deviation, language));
}

/** Citizens not yet mature, and mature citizens whose outcome isn't known, over all arms. */
function pendingCounts(
  data: ReviewData,
  effect: Effect,
): [pending: number, unknown: number, citizens: number] {
  const sum = (part: "pending" | "unknown"): number =>
    effect.rates.reduce((at, rate) => at + rate.counts[part], 0);
  return [sum("pending"), sum("unknown"), data.flow.citizens];
}

/** The measures that the protocol wants shown beside the deciding one; of those too early only that they are. */
function besideIt(data: ReviewData, language: Language): readonly string[] {
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
