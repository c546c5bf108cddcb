import { SUPPRESSED, type Notice, type Provenance, type Source } from "../../core/index.js";
import type { Numbered } from "../numbers/data.js";
import type { ReviewData, WithheldPart } from "../types.js";
import { publishBenchmark } from "./benchmark.js";
import { cellId, type Cells } from "./cells.js";
import { publishDraw } from "./draw.js";
import { publishEffect } from "./effect.js";
import { bare } from "./estimates.js";
import { publishFlow } from "./flow.js";
import { publishRatings } from "./ratings.js";
import { publishReadings } from "./readings.js";
import { publishSampleRatio } from "./sampleRatio.js";
import { publishStatement } from "./settlement.js";
import { publishTargets } from "./targets.js";

/** Notices of files and histories that tell of no citizens and no rows. */
const PLAIN: ReadonlySet<string> = new Set([
  "weekly-codes",
  "states-differ",
  "no-common-days",
  "register-behind",
]);

/**
 * A review's data with every count named to `cells`, and hidden where they say so. What isn't listed here isn't
 * published: a new part of the review has to be thought of first.
 */
export function editionOf(data: ReviewData, cells: Cells): Numbered {
  const { effects } = data;
  const primary = effects.find((effect) => effect.primary);
  const flow = publishFlow(data.flow, primary, cells);
  const draw = publishDraw(data.draw, cells);
  const cohortOf = cohortsOf(data);
  const published = effects.map((effect) => publishEffect(effect, cohortOf(effect.matureThrough), cells));
  nestCohorts(data, cohortOf, cells);
  const isCompared =
    published.find((effect) => effect.primary)?.verdicts.every(({ code }) => code !== SUPPRESSED) ?? false;
  const readings = publishReadings(data.specification);
  const targets = data.targets === null ? null : publishTargets(data.targets, effects, cohortOf, cells);
  const statement =
    data.statement === null ? null : publishStatement(data.statement, { effects, flow: data.flow }, cells);
  const benchmark =
    data.benchmark === null ? null : publishBenchmark(data.benchmark, effects, cohortOf, cells);
  const { sampleRatio, time, months, ratings, trend, claims, reported, expectedPayments, missing } =
    data.beside;
  const ofRatings = ratings === null ? null : publishRatings(ratings, cells);
  const ratio = sampleRatio === null ? null : publishSampleRatio(sampleRatio, cells);
  const withheld: readonly (readonly [WithheldPart, boolean])[] = [
    ["comparison", primary !== undefined && !isCompared],
    ["readings", !isCompared],
    ["targets", (targets?.targets.length ?? 0) < (data.targets?.targets.length ?? 0)],
    ["benchmark", benchmark === null && data.benchmark !== null],
    ["settlement", statement?.totals.some(({ total }) => total === SUPPRESSED) ?? false],
    ["costs", data.costs !== null],
    ["sampleRatio", ratio === null && sampleRatio !== null],
    ["time", time !== null],
    ["months", months !== null],
    ["missing", missing.some(({ mature }) => mature > 0)],
    ["ratings", ratings !== null],
    ["trend", trend !== null],
    ["claims", claims !== null || reported !== null],
    ["expectedPayments", expectedPayments !== null],
  ];
  return {
    kind: data.kind,
    audience: "published",
    minimumCount: data.minimumCount,
    withheld: withheld.flatMap(([part, isWithheld]) => (isWithheld ? [part] : [])),
    sampleRatio: ratio,
    ratings: ofRatings,
    method: data.method,
    references: [
      ...new Set([...published.flatMap(({ references }) => references), ...(benchmark?.references ?? [])]),
    ],
    notices: data.notices.filter(({ code }: Notice) => PLAIN.has(code)),
    provenance: publishProvenance(data.provenance),
    municipality: data.municipality,
    title: data.title,
    question: data.question,
    standIn: data.standIn,
    simulated: data.simulated,
    asOf: data.asOf,
    plannedFor: data.plannedFor,
    protocolDigest: data.protocolDigest,
    protocolSource: data.protocolSource,
    arms: data.arms,
    referenceArm: data.referenceArm,
    criteria: data.criteria,
    labels: data.labels,
    longestCourse: data.longestCourse,
    flow,
    draw,
    effects: published,
    exits: published.find((effect) => effect.primary)?.exits ?? [],
    specification: isCompared ? readings : null,
    targets: targets === null || targets.targets.length === 0 ? null : targets,
    benchmark,
    statement,
    // Of what single citizens cost they tell more than counts do: their variance, how many began and succeeded.
    costs: null,
    deviations: data.deviations,
    openPoints: data.openPoints,
  };
}

/** A mature cohort's name: that of the first criterion that it is followed by. */
export function cohortsOf({ effects }: Pick<ReviewData, "effects">): (matureThrough: string) => string {
  return (matureThrough) =>
    effects.find((effect) => effect.matureThrough === matureThrough)?.criterion ?? matureThrough;
}

/** Whoever was followed for long enough by a later date was so by those before it too. */
function nestCohorts(
  { effects }: ReviewData,
  cohortOf: (matureThrough: string) => string,
  cells: Cells,
): void {
  const dates = [...new Set(effects.map(({ matureThrough }) => matureThrough))].toSorted();
  for (const [index, date] of dates.entries()) {
    const later = dates[index + 1];
    if (later === undefined) continue;
    const [earlier, wider] = [cohortOf(date), cohortOf(later)];
    for (const { arm } of effects[0]?.rates ?? []) {
      const id = (cohort: string, standing: string): string => cellId(arm, cohort, standing);
      cells.nest(id(wider, "mature"), [id(earlier, "mature")]);
      cells.nest(id(wider, "excluded"), [id(earlier, "excluded")]);
      cells.nest(id(earlier, "pending"), [id(wider, "pending")]);
    }
  }
}

/** By which files it can be made again; how many rows they have would tell of how many citizens. */
function publishProvenance(provenance: Provenance): Provenance {
  const sources = (provenance.inputs["sources"] ?? []) as readonly Source[];
  return {
    ...bare(provenance),
    inputs: { sources: sources.map(({ name, digest }) => ({ name, digest, rows: SUPPRESSED })) },
  };
}
