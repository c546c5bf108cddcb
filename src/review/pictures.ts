import type { BenchmarkData } from "../benchmark/index.js";
import { mayBeSome, SUPPRESSED, sumShown, type Publishable } from "../core/index.js";
import { formatCount, formatDate, type Language, type Picture } from "../display/index.js";
import {
  EFFECT_DETAIL_WORDS,
  readableComparisons,
  type ArmComparison,
  type PublishableEffect,
} from "../effects/index.js";
import {
  flowDiagram,
  forestPlot,
  type Figure,
  type FlowBox,
  type ForestPanel,
  type ForestRow,
} from "../figures/index.js";
import { NO_VARIANCE, type Estimate } from "../inference/index.js";
import type { Participant } from "../outcomes/index.js";
import { benchmarkFigures, drawBenchmark } from "./benchmarkFigures.js";
import { figureOptions, type Look } from "./look.js";
import { besideFigures } from "./figures/beside.js";
import { withLabels } from "./labels/apply.js";
import { bare, pictureOf, sizesOf } from "./picture.js";
import { isCompared, primaryEffect } from "./read.js";
import type { ArmFlow, EditionData } from "./types.js";
import { PICTURE_WORDS } from "./words/pictures.js";

/** Every figure of the review that its data allow, by id. */
export function reviewFigures(given: EditionData, language: Language): Readonly<Record<string, Figure>> {
  const data = withLabels(given, language);
  const look: Look = { language };
  const effect = primaryEffect(data);
  return {
    ...(effect === undefined || !isCompared(data)
      ? {}
      : { effect: effectFigure(effect, look), ...detailFigures(effect, look) }),
    flow: flowFigure(data, look),
    ...(data.benchmark === null ? {} : benchmarkFigures(data.benchmark, language)),
    ...besideFigures(data, look),
  };
}

/** Both arms' rates above, the differences below. */
export function effectPicture(effect: PublishableEffect, language: Language): Picture {
  const sizes = sizesOf((look) => effectFigure(effect, look), language);
  return pictureOf(
    "figure-effect",
    sizes,
    withMargin(effect, PICTURE_WORDS[language].effectCaption, language),
  );
}

/** The difference by each analysis. */
export function sensitivityPicture(effect: PublishableEffect, language: Language): Picture {
  const words = PICTURE_WORDS[language];
  const sizes = sizesOf((look) => sensitivityFigure(effect, look), language);
  return bare("figure-sensitivity", sizes, withMargin(effect, words.sensitivityCaption, language));
}

/** The difference in each subgroup. */
export function subgroupPicture(effect: PublishableEffect, language: Language): Picture {
  const words = PICTURE_WORDS[language];
  const sizes = sizesOf((look) => subgroupFigure(effect, look), language);
  return bare("figure-subgroups", sizes, words.subgroupsCaption);
}

function detailFigures(effect: PublishableEffect, look: Look): Readonly<Record<string, Figure>> {
  return {
    sensitivity: sensitivityFigure(effect, look),
    ...(hasSubgroups(effect) ? { subgroups: subgroupFigure(effect, look) } : {}),
  };
}

/** Whether the comparisons were made in subgroups too. */
function hasSubgroups(effect: PublishableEffect): boolean {
  return readableComparisons(effect).some(({ subgroups }) => subgroups.length > 0);
}

export function flowPicture(data: EditionData, language: Language): Picture {
  const sizes = sizesOf((look) => flowFigure(data, look), language);
  return pictureOf("figure-flow", sizes, PICTURE_WORDS[language].flowCaption);
}

/** The arms among the municipalities: by rate, and where they can be compared by size and by rank. */
export function clusterPictures(benchmark: BenchmarkData, language: Language): readonly Picture[] {
  const words = PICTURE_WORDS[language];
  const { cluster, funnel, ranks } = drawBenchmark(benchmark, { language });
  const isAdjusted = benchmark.whole.groups !== undefined;
  const narrow = drawBenchmark(benchmark, { language, narrow: true });
  return [
    pictureOf("figure-cluster", [cluster, narrow.cluster], words.clusterCaption(isAdjusted)),
    ...(funnel === undefined || benchmark.funnel === undefined
      ? []
      : [
          pictureOf(
            "figure-funnel",
            [funnel, narrow.funnel],
            words.funnelCaption(isAdjusted, benchmark.funnel.width),
          ),
        ]),
    ...(ranks === undefined
      ? []
      : [bare("figure-ranks", [ranks, narrow.ranks], words.ranksCaption(isAdjusted))]),
  ];
}

function sensitivityFigure(effect: PublishableEffect, look: Look): Figure {
  const { language } = look;
  const { analyses, decides } = EFFECT_DETAIL_WORDS[language].sensitivity;
  const panels = readableComparisons(effect)
    .map((comparison) =>
      differencePanel(
        effect,
        comparison,
        language,
        comparison.sensitivity.map((each) => ({
          label: each.decides ? decides(analyses[each.analysis]) : analyses[each.analysis],
          difference: each.difference,
        })),
      ),
    )
    .map((panel) => ({ ...panel, ...marginOf(effect, language) }));
  const title = PICTURE_WORDS[language].sensitivityTitle;
  return forestPlot(panels, figureOptions(look, "sensitivity", title));
}

function subgroupFigure(effect: PublishableEffect, look: Look): Figure {
  const { language } = look;
  const { category } = EFFECT_DETAIL_WORDS[language].balance;
  const { everyone, subgroupsTitle } = PICTURE_WORDS[language];
  const panels = readableComparisons(effect).map((comparison) =>
    differencePanel(effect, comparison, language, [
      { label: everyone, difference: comparison.difference },
      ...comparison.subgroups.flatMap(({ factor, groups }) =>
        groups.map(({ group, difference }) => ({ label: category(factor, group), difference })),
      ),
    ]),
  );
  return forestPlot(panels, figureOptions(look, "subgroups", subgroupsTitle));
}

/** Differences of one comparison under each other. */
function differencePanel(
  effect: PublishableEffect,
  { arm, reference }: Publishable<ArmComparison>,
  language: Language,
  rows: readonly { readonly label: string; readonly difference: Publishable<Estimate> }[],
): ForestPanel {
  const words = PICTURE_WORDS[language];
  const nameOf = (id: string): string => effect.rates.find((rate) => rate.arm === id)?.name ?? id;
  return {
    heading: effect.comparisons.length > 1 ? words.versus(nameOf(arm), nameOf(reference)) : words.difference,
    measure: "risk-difference",
    ...favoursOf(effect, nameOf, language),
    rows: rows.map(({ label, difference }) => ({
      label,
      ...limitsOf(difference),
    })),
  };
}

function effectFigure(effect: PublishableEffect, look: Look): Figure {
  const { language } = look;
  const words = PICTURE_WORDS[language];
  const nameOf = (arm: string): string => effect.rates.find((rate) => rate.arm === arm)?.name ?? arm;
  return forestPlot(
    [
      {
        heading: words.rates,
        measure: "proportion",
        rows: effect.rates.map(({ name, counts, rate }) => ({
          label: name,
          ...limitsOf(rate),
          detail: [counts.success, sumShown([counts.success, counts.failure])]
            .map((count) => formatCount(count, { language }))
            .join("/"),
        })),
      },
      {
        heading: words.difference,
        measure: "risk-difference",
        ...marginOf(effect, language),
        ...favoursOf(effect, nameOf, language),
        rows: readableComparisons(effect).map(({ arm, reference, difference }) => ({
          label: words.versus(nameOf(arm), nameOf(reference)),
          ...limitsOf(difference),
        })),
      },
    ],
    figureOptions(look, "effect", words.effectTitle),
  );
}

/** An estimate as a row of a forest has it: hidden ones stand there without a mark, one without variance as a point. */
function limitsOf({ estimate, interval, reason }: Publishable<Estimate>): Omit<ForestRow, "label"> {
  const { lower, upper, level } = interval;
  if (reason === NO_VARIANCE && typeof estimate === "number") {
    return { estimate, lower: estimate, upper: estimate, segments: [] };
  }
  return { estimate, lower, upper, ...(level === SUPPRESSED ? {} : { level }) };
}

/** The difference down to which an arm is not worse, where one was agreed. */
function marginOf({ margin }: PublishableEffect, language: Language): Pick<ForestPanel, "margin"> {
  if (typeof margin !== "number") return {};
  return { margin: { value: -margin, label: PICTURE_WORDS[language].margin } };
}

/** A caption that tells what the line of the margin is, where there is one. */
function withMargin({ margin }: PublishableEffect, caption: string, language: Language): string {
  return typeof margin === "number" ? `${caption} ${PICTURE_WORDS[language].marginLine}` : caption;
}

/** What either side of the null means, where there is one comparison to say it of. */
function favoursOf(
  { comparisons }: PublishableEffect,
  nameOf: (arm: string) => string,
  language: Language,
): Pick<ForestPanel, "favours"> {
  const [only, ...others] = comparisons;
  if (only === undefined || others.length > 0) return {};
  const { favours } = PICTURE_WORDS[language];
  return { favours: { lower: favours(nameOf(only.reference)), upper: favours(nameOf(only.arm)) } };
}

function flowFigure(data: EditionData, look: Look): Figure {
  const { language } = look;
  const words = PICTURE_WORDS[language];
  return flowDiagram(
    {
      entrance: [
        {
          heading: words.referrals,
          count: data.flow.referrals,
          lines: [{ label: words.again, count: data.flow.referredAgain }],
        },
        { heading: words.citizens, count: data.flow.citizens },
      ],
      arms: data.flow.arms.map((flow) => armBoxes(data, flow, language)),
    },
    figureOptions(look, "flow", words.flowTitle(formatDate(data.asOf, { language }))),
  );
}

function armBoxes(data: EditionData, flow: Publishable<ArmFlow>, language: Language): FlowBox[] {
  const words = PICTURE_WORDS[language];
  const counts = primaryEffect(data)?.rates.find(({ arm }) => arm === flow.arm)?.counts;
  const kinds = (Object.keys(words.participation) as Participant["participation"][]).filter((kind) =>
    data.flow.arms.some(({ participation }) => mayBeSome(participation[kind])),
  );
  const first: FlowBox = {
    heading: flow.name,
    count: flow.allocated,
    lines: kinds.map((kind) => ({ label: words.participation[kind], count: flow.participation[kind] })),
  };
  if (counts === undefined) return [first];
  const notYet = [{ label: words.pending, count: counts.pending }];
  const excluded = !mayBeSome(counts.excluded) ? [] : [{ label: words.excluded, count: counts.excluded }];
  return [
    first,
    { heading: words.mature, count: counts.mature, lines: [...notYet, ...excluded] },
    {
      heading: words.analysed,
      count: sumShown([counts.success, counts.failure]),
      lines: [
        { label: words.success, count: counts.success },
        { label: words.failure, count: counts.failure },
        { label: words.unknown, count: counts.unknown },
      ],
    },
  ];
}
