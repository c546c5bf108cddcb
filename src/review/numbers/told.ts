import { readableComparisons, restsOnReading, type PublishableEffect } from "../../effects/index.js";
import { manyWithoutWeight } from "../facts/withoutWeight.js";
import { primaryEffect } from "../read.js";
import type { Numbered } from "./data.js";
import { differenceId, leftOutId, marginId, matureId, minimumId, otherReadingsId, rateId } from "./ids.js";
import type { PointOfBrief } from "./types.js";

type Ids = readonly string[];

/**
 * Which numbers page one tells, by what it tells of, in the order in which it does. Those that a review doesn't have may be
 * named too: they aren't in its list.
 */
export function toldOnPageOne(data: Numbered): Readonly<Record<PointOfBrief, Ids>> {
  const effect = primaryEffect(data);
  return {
    edition: data.audience === "published" ? ["edition.minimum-count"] : [],
    verdict: effect === undefined ? [] : [...ofVerdicts(effect), ...ofReadings(data, true)],
    sure: effect === undefined ? [] : [...ofDifferences(effect), ...ofReadings(data, false)],
    pending: effect === undefined ? [] : ofPending(effect),
    cost: [
      ...(data.statement?.totals ?? []).map(({ arm }) => `settlement.${arm}.total`),
      ...(data.costs?.comparisons ?? []).flatMap(({ arm, reference }) => [
        `cost-difference.${arm}-${reference}`,
        `cost-per-additional-success.${arm}-${reference}`,
      ]),
    ],
    cluster: ofCluster(data),
    targets: [
      ...(data.targets === null ? [] : ["targets.all"]),
      ...(data.targets === null || data.targets.targets.length === data.targets.agreed
        ? []
        : ["targets.shown"]),
      ...(data.targets?.met ?? []).flatMap(({ arm }) =>
        ["reached", "not-reached", "undecided", "too-few"].map((of) => `targets.${of}.${arm ?? "all"}`),
      ),
    ],
    beside: data.effects.filter((each) => !each.primary).flatMap(ofSecondary),
    // Dates and the protocol's own words.
    data: [],
    deviations: [],
    limits: [],
  };
}

/** Rates and difference, or where it is too early, how many were followed and how many the plan wants. */
function ofVerdicts(effect: PublishableEffect): Ids {
  const { criterion, verdicts } = effect;
  const early = verdicts.filter(({ code }) => code === "too-early");
  const others = verdicts.filter(({ code }) => code !== "too-early");
  const arms = (of: typeof verdicts): Ids => {
    const named = new Set(of.flatMap(({ arm, reference }) => [arm, reference]));
    return effect.rates.map(({ arm }) => arm).filter((arm) => named.has(arm));
  };
  return [
    ...arms(others).map((arm) => rateId(criterion, arm)),
    ...others.map((pair) => differenceId(criterion, pair)),
    ...(others.some(({ code }) => code === "not-worse") ? [marginId(criterion)] : []),
    ...arms(early).map((arm) => matureId(criterion, arm)),
    ...(early.length === 0 ? [] : [minimumId(criterion)]),
  ];
}

function ofDifferences(effect: PublishableEffect): Ids {
  return readableComparisons(effect).flatMap((comparison) => [
    differenceId(effect.criterion, comparison),
    ...(manyWithoutWeight(effect, comparison) === undefined
      ? []
      : [leftOutId(effect.criterion, "of", comparison), leftOutId(effect.criterion, "left-out", comparison)]),
  ]);
}

/** Where readings lead to another conclusion: beside the verdict if most of them do, else below it. */
function ofReadings({ specification }: Numbered, isMost: boolean): Ids {
  if (specification === null) return [];
  const { conclusions, tried } = specification;
  const told = conclusions.filter(
    ({ arm, same }) => same < tried && restsOnReading(specification, arm) === isMost,
  );
  return told.length === 0 ? [] : [...told.map(otherReadingsId), "readings.tried"];
}

function ofPending({ criterion, rates }: PublishableEffect): Ids {
  const isEveryone = rates.every(({ counts }) => counts.excluded === 0);
  return [
    isEveryone ? "allocation.citizens" : `comparable.${criterion}`,
    `pending.${criterion}`,
    `unknown.${criterion}`,
  ];
}

function ofCluster({ benchmark }: Numbered): Ids {
  if (benchmark === null) return [];
  const few = benchmark.positions.filter(({ code }) => code === "too-few");
  return [
    ...benchmark.arms.flatMap(({ arm }) =>
      few.some((each) => each.arm === arm) ? [`window-closed.${arm}`] : [`ratio.${arm}`],
    ),
    ...(few.length === 0 ? [] : ["cluster.citizens", "cluster.minimum"]),
    "cluster.municipalities",
  ];
}

/** Of those that are too early only that they are is told. */
function ofSecondary({ criterion, verdicts }: PublishableEffect): Ids {
  return verdicts.flatMap((verdict) =>
    verdict.code === "too-early"
      ? []
      : [differenceId(criterion, verdict), ...(verdict.code === "not-worse" ? [marginId(criterion)] : [])],
  );
}
