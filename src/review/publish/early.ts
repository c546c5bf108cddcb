import { SUPPRESSED } from "../../core/index.js";
import type { EffectData, PublishableEffect, PublishableVerdict } from "../../effects/index.js";
import { attack, type CountSum, type PublishedCounts } from "../disclosure/index.js";
import type { EditionData, ReviewData } from "../types.js";
import { cellId } from "./cells.js";

type Effects = EditionData["effects"];

interface Told {
  readonly effects: Effects;
  readonly counts: PublishedCounts;
}

/**
 * That it is too early by a supplementary criterion, where the numbers of those followed for long enough are hidden: it tells that an arm has fewer
 * than the plan wants, and is told where nothing follows from that. What it tells stands among the counts, from which
 * later editions have to start.
 */
export function withEarlyVerdicts(
  { effects: given }: ReviewData,
  told: Told,
  previous: readonly PublishedCounts[],
  cohortOf: (matureThrough: string) => string,
): Told {
  const { effects, counts } = given.reduce((before: Told, effect): Told => {
    const short = shortOf(effect, before, previous, cohortOf);
    return short === undefined
      ? before
      : {
          counts: short,
          effects: before.effects.map((each) =>
            each.criterion === effect.criterion ? withEarly(each) : each,
          ),
        };
  }, told);
  return { effects: effects.map(asEarly), counts };
}

/** The counts with a bound on an arm's, where all of an effect's comparisons are too early and some of that is hidden. */
function shortOf(
  effect: EffectData,
  { effects, counts }: Told,
  previous: readonly PublishedCounts[],
  cohortOf: (matureThrough: string) => string,
): PublishedCounts | undefined {
  const { criterion, primary, matureThrough, minimumMature, rates, verdicts } = effect;
  const shown = effects.find((each) => each.criterion === criterion)?.verdicts ?? [];
  const isHidden = shown.some(({ code }) => code === SUPPRESSED);
  if (primary || !isHidden || verdicts.some(({ code }) => code !== "too-early")) return undefined;
  const isNeeded = (arm: string): boolean =>
    verdicts.every((verdict) => [verdict.arm, verdict.reference].includes(arm));
  return rates
    .filter(({ arm, counts: { mature } }) => isNeeded(arm) && minimumMature - 1 - mature >= counts.minimum)
    .map(({ arm }) => bounded(counts, cellId(arm, cohortOf(matureThrough), "mature"), minimumMature - 1))
    .find((each) => attack(each, previous).length === 0);
}

/** The counts with what anyone knows of one of them who knows the most that it can be. */
function bounded(counts: PublishedCounts, id: string, most: number): PublishedCounts {
  const [limit, below] = [`${id} at most`, `${id} below`];
  const sum: CountSum = { total: limit, parts: [id, below] };
  return {
    ...counts,
    cells: { ...counts.cells, [limit]: most, [below]: SUPPRESSED },
    sums: [...counts.sums, sum],
  };
}

/**
 * A supplementary effect as too early: a difference that isn't made isn't a hidden one. It has the interval of all
 * that can't be estimated.
 */
export function asEarly(effect: PublishableEffect): PublishableEffect {
  if (effect.primary || effect.verdicts.some(({ code }) => code !== "too-early")) return effect;
  return {
    ...effect,
    comparisons: effect.comparisons.map((comparison) => {
      const { test: _, ...difference } = comparison.difference;
      if (difference.estimate !== SUPPRESSED) return comparison;
      const interval = { ...difference.interval, lower: -1, upper: 1 };
      const none = { status: "not-estimable", reason: "too-early", estimate: null } as const;
      return { ...comparison, difference: { ...difference, ...none, interval } };
    }),
  };
}

function withEarly(effect: PublishableEffect): PublishableEffect {
  return {
    ...effect,
    verdicts: effect.verdicts.map((verdict): PublishableVerdict => ({ ...verdict, code: "too-early" })),
  };
}
