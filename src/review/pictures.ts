import type { Benchmark } from "../benchmark/index.js";
import { formatCount, formatDate, type Language, type Picture } from "../display/index.js";
import { EFFECT_DETAIL_WORDS, type ArmComparison, type Effect } from "../effects/index.js";
import { flowDiagram, forestPlot, type Figure, type FlowBox, type ForestPanel } from "../figures/index.js";
import type { Estimate } from "../inference/index.js";
import type { Participant } from "../outcomes/index.js";
import { benchmarkFigures } from "./benchmarkFigures.js";
import { isTooEarly, primaryEffect } from "./read.js";
import type { ArmFlow, ReviewData } from "./types.js";
import { PICTURE_WORDS } from "./words/pictures.js";

/** Every figure of the review that its data allow, by id. */
export function reviewFigures(data: ReviewData, language: Language): Readonly<Record<string, Figure>> {
  const effect = primaryEffect(data);
  return {
    ...(effect === undefined || isTooEarly(data)
      ? {}
      : { effect: effectFigure(effect, language), ...detailFigures(effect, language) }),
    flow: flowFigure(data, language),
    ...(data.benchmark === null ? {} : benchmarkFigures(data.benchmark, language)),
  };
}

/** Both arms' rates above, the differences below. */
export function effectPicture(effect: Effect, language: Language): Picture {
  return pictureOf("figure-effect", effectFigure(effect, language), PICTURE_WORDS[language].effectCaption);
}

/** The difference by each analysis. */
export function sensitivityPicture(effect: Effect, language: Language): Picture {
  const words = PICTURE_WORDS[language];
  return bare("figure-sensitivity", sensitivityFigure(effect, language), words.sensitivityCaption);
}

/** The difference in each subgroup. */
export function subgroupPicture(effect: Effect, language: Language): Picture {
  const words = PICTURE_WORDS[language];
  return bare("figure-subgroups", subgroupFigure(effect, language), words.subgroupsCaption);
}

function detailFigures(effect: Effect, language: Language): Readonly<Record<string, Figure>> {
  return {
    sensitivity: sensitivityFigure(effect, language),
    ...(hasSubgroups(effect) ? { subgroups: subgroupFigure(effect, language) } : {}),
  };
}

/** Whether the comparisons were made in subgroups too. */
function hasSubgroups(effect: Effect): boolean {
  return effect.comparisons.some(({ subgroups }) => subgroups.length > 0);
}

export function flowPicture(data: ReviewData, language: Language): Picture {
  return pictureOf("figure-flow", flowFigure(data, language), PICTURE_WORDS[language].flowCaption);
}

/** The arms among the municipalities: by rate, and where they can be compared by size and by rank. */
export function clusterPictures(benchmark: Benchmark, language: Language): readonly Picture[] {
  const words = PICTURE_WORDS[language];
  const { cluster, funnel, ranks } = benchmarkFigures(benchmark, language);
  return [
    pictureOf("figure-cluster", cluster, words.clusterCaption),
    ...(funnel === undefined ? [] : [pictureOf("figure-funnel", funnel, words.funnelCaption)]),
    ...(ranks === undefined ? [] : [bare("figure-ranks", ranks, words.ranksCaption)]),
  ];
}

function pictureOf(id: string, figure: Figure, caption: string): Picture {
  return { ...bare(id, figure, caption), instead: figure.tables };
}

/** A picture of a table that stands beside it: where there are no pictures it says nothing more. */
function bare(id: string, figure: Figure, caption: string): Picture {
  return { block: "picture", id, svg: figure.toSVG(), caption };
}

function sensitivityFigure(effect: Effect, language: Language): Figure {
  const { analyses, decides } = EFFECT_DETAIL_WORDS[language].sensitivity;
  const panels = effect.comparisons.map((comparison) =>
    differencePanel(
      effect,
      comparison,
      language,
      comparison.sensitivity.map((each) => ({
        label: each.decides ? decides(analyses[each.analysis]) : analyses[each.analysis],
        difference: each.difference,
      })),
    ),
  );
  const title = PICTURE_WORDS[language].sensitivityTitle;
  return forestPlot(panels, { language, id: "sensitivity", title });
}

function subgroupFigure(effect: Effect, language: Language): Figure {
  const { category } = EFFECT_DETAIL_WORDS[language].balance;
  const { everyone, subgroupsTitle } = PICTURE_WORDS[language];
  const panels = effect.comparisons.map((comparison) =>
    differencePanel(effect, comparison, language, [
      { label: everyone, difference: comparison.difference },
      ...comparison.subgroups.flatMap(({ factor, groups }) =>
        groups.map(({ group, difference }) => ({ label: category(factor, group), difference })),
      ),
    ]),
  );
  return forestPlot(panels, { language, id: "subgroups", title: subgroupsTitle });
}

/** Differences of one comparison under each other. */
function differencePanel(
  effect: Effect,
  { arm, reference }: ArmComparison,
  language: Language,
  rows: readonly { readonly label: string; readonly difference: Estimate }[],
): ForestPanel {
  const words = PICTURE_WORDS[language];
  const nameOf = (id: string): string => effect.rates.find((rate) => rate.arm === id)?.name ?? id;
  return {
    heading: effect.comparisons.length > 1 ? words.versus(nameOf(arm), nameOf(reference)) : words.difference,
    measure: "risk-difference",
    ...favoursOf(effect, nameOf, language),
    rows: rows.map(({ label, difference }) => ({
      label,
      estimate: difference.estimate,
      lower: difference.interval.lower,
      upper: difference.interval.upper,
      level: difference.interval.level,
    })),
  };
}

function effectFigure(effect: Effect, language: Language): Figure {
  const words = PICTURE_WORDS[language];
  const nameOf = (arm: string): string => effect.rates.find((rate) => rate.arm === arm)?.name ?? arm;
  return forestPlot(
    [
      {
        heading: words.rates,
        measure: "proportion",
        rows: effect.rates.map(({ name, counts, rate }) => ({
          label: name,
          estimate: rate.estimate,
          lower: rate.interval.lower,
          upper: rate.interval.upper,
          level: rate.interval.level,
          detail: [counts.success, counts.success + counts.failure]
            .map((count) => formatCount(count, { language }))
            .join("/"),
        })),
      },
      {
        heading: words.difference,
        measure: "risk-difference",
        ...favoursOf(effect, nameOf, language),
        rows: effect.comparisons.map(({ arm, reference, difference }) => ({
          label: words.versus(nameOf(arm), nameOf(reference)),
          estimate: difference.estimate,
          lower: difference.interval.lower,
          upper: difference.interval.upper,
          level: difference.interval.level,
        })),
      },
    ],
    { language, id: "effect", title: words.effectTitle },
  );
}

/** What either side of the null means, where there is one comparison to say it of. */
function favoursOf(
  { comparisons }: Effect,
  nameOf: (arm: string) => string,
  language: Language,
): Pick<ForestPanel, "favours"> {
  const [only, ...others] = comparisons;
  if (only === undefined || others.length > 0) return {};
  const { favours } = PICTURE_WORDS[language];
  return { favours: { lower: favours(nameOf(only.reference)), upper: favours(nameOf(only.arm)) } };
}

function flowFigure(data: ReviewData, language: Language): Figure {
  const words = PICTURE_WORDS[language];
  return flowDiagram(
    {
      entrance: [
        {
          heading: words.referrals,
          count: data.flow.referrals,
          lines: [{ label: words.again, count: data.flow.referredAgain }],
        },
        { heading: words.drawn, count: data.flow.citizens },
      ],
      arms: data.flow.arms.map((flow) => armBoxes(data, flow, language)),
    },
    { language, id: "flow", title: words.flowTitle(formatDate(data.asOf, { language })) },
  );
}

function armBoxes(data: ReviewData, flow: ArmFlow, language: Language): FlowBox[] {
  const words = PICTURE_WORDS[language];
  const counts = primaryEffect(data)?.rates.find(({ arm }) => arm === flow.arm)?.counts;
  const kinds = (Object.keys(words.participation) as Participant["participation"][]).filter((kind) =>
    data.flow.arms.some(({ participation }) => participation[kind] > 0),
  );
  const first: FlowBox = {
    heading: flow.name,
    count: flow.allocated,
    lines: kinds.map((kind) => ({ label: words.participation[kind], count: flow.participation[kind] })),
  };
  if (counts === undefined) return [first];
  const notYet = [{ label: words.pending, count: counts.pending }];
  const excluded = counts.excluded === 0 ? [] : [{ label: words.excluded, count: counts.excluded }];
  return [
    first,
    { heading: words.mature, count: counts.mature, lines: [...notYet, ...excluded] },
    {
      heading: words.analysed,
      count: counts.success + counts.failure,
      lines: [
        { label: words.success, count: counts.success },
        { label: words.failure, count: counts.failure },
        { label: words.unknown, count: counts.unknown },
      ],
    },
  ];
}
