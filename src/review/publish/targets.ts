import type { Notice, Publishable } from "../../core/index.js";
import {
  countTargetsMet,
  type Effect,
  type TargetComparison,
  type TargetRate,
  type TargetsData,
} from "../../effects/index.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";
import { bare, publishBounds, publishEstimate } from "./estimates.js";
import {
  divideStandings,
  OF_THE_MATURE,
  publishStandings,
  rateSources,
  standingIds,
  type Place,
} from "./standings.js";
import { groupPlace, hasOneReference } from "./subgroups.js";

type ShownTarget = Publishable<TargetComparison>;

/** The targets of which all rates are shown; where one is left out, how many are met is counted without it. */
export function publishTargets(
  data: TargetsData,
  effects: readonly Effect[],
  cohortOf: (matureThrough: string) => string,
  cells: Cells,
): Publishable<TargetsData> {
  const compared = data.targets.map((target) => publishTarget(target, effects, cohortOf, cells));
  const targets = compared.flatMap((target) => target ?? []);
  const isWhole = targets.length === data.targets.length;
  return {
    kind: data.kind,
    method: data.method,
    references: data.references,
    // Of numbered targets, and of the unknown: told only where all of it is shown.
    notices: isWhole ? data.notices.filter((notice) => isAboutShown(notice, targets)) : [],
    provenance: bare(data.provenance),
    asOf: data.asOf,
    level: data.level,
    agreed: data.agreed,
    targets,
    met: isWhole ? data.met : countTargetsMet(targets),
  };
}

function isAboutShown({ target }: Notice, targets: readonly ShownTarget[]): boolean {
  const rates = targets[Number(target) - 1]?.rates ?? [];
  return rates.every(({ counts, bounds }) =>
    [counts.allocated, counts.unknown, bounds.lower].every((each) => each !== "suppressed"),
  );
}

function publishTarget(
  { number, target, criterionName, amongName, matureThrough, rates }: TargetComparison,
  effects: readonly Effect[],
  cohortOf: (matureThrough: string) => string,
  cells: Cells,
): ShownTarget | undefined {
  const { criterion, among, group = {} } = target;
  const asked = [among ?? "everyone", ...Object.entries(group).map((level) => level.join("="))];
  const cohort = cohortOf(matureThrough);
  const placeOf = (arm: string | null): Place => ({
    who: [arm ?? "all arms", "target", ...asked],
    criterion,
    cohort,
  });
  const contractId = (arm: string | null, of: string): string =>
    cellId(arm ?? "all arms", "target", ...asked, "contract", criterion, of);

  const shown = rates.map((rate): Publishable<TargetRate> => {
    const { arm, name, counts, rate: estimate, bounds, standing, contract } = rate;
    const place = placeOf(arm);
    const standings = publishStandings(counts, place, cells, WEIGHTS.part);
    const id = (of: string): string => contractId(arm, of);
    cells.count(id("known"), contract.success + contract.failure, { weight: WEIGHTS.part });
    const ofContract = {
      complete: cells.count(id("complete"), contract.complete),
      success: cells.count(id("success"), contract.success, { weight: WEIGHTS.part }),
      failure: cells.count(id("failure"), contract.failure, { weight: WEIGHTS.part }),
      unknown: cells.count(id("unknown"), contract.unknown),
      pending: cells.count(id("pending"), contract.pending),
    };
    cells.sum(id("known"), [id("success"), id("failure")], true);
    cells.sum(id("complete"), [id("known"), id("unknown")]);
    return {
      arm,
      name,
      counts: standings,
      rate: publishEstimate(estimate, rateSources(place), cells),
      bounds: publishBounds(bounds, [...rateSources(place), standingIds(place).mature], cells),
      standing,
      contract: {
        ...ofContract,
        rate: publishEstimate(contract.rate, [id("success"), id("known")], cells),
        standing: contract.standing,
      },
    };
  });

  const arms = rates.flatMap(({ arm }) => arm ?? []);
  for (const standing of [
    "allocated",
    "mature",
    "pending",
    "known",
    "success",
    "failure",
    "unknown",
  ] as const) {
    cells.sum(
      standingIds(placeOf(null))[standing],
      arms.map((arm) => standingIds(placeOf(arm))[standing]),
    );
  }
  for (const of of ["complete", "pending", "known", "success", "failure", "unknown"]) {
    cells.sum(
      contractId(null, of),
      arms.map((arm) => contractId(arm, of)),
    );
  }
  for (const arm of arms) relate(arm, target, placeOf(arm), effects, cells);

  const sources = rates.flatMap(({ arm }) => [
    ...rateSources(placeOf(arm)),
    contractId(arm, "success"),
    contractId(arm, "known"),
  ]);
  return cells.shows(sources)
    ? {
        number,
        target: { ...target },
        criterionName,
        ...(amongName === undefined ? {} : { amongName }),
        matureThrough,
        rates: shown,
      }
    : undefined;
}

/** How a target's citizens are among those of the comparison: it asks of the excluded too. */
function relate(
  arm: string,
  { criterion, among, group }: TargetComparison["target"],
  place: Place,
  effects: readonly Effect[],
  cells: Cells,
): void {
  const own = standingIds(place);
  cells.nest(cellId(arm, "allocated"), [own.allocated]);
  const effect = effects.find((each) => each.criterion === criterion);
  if (effect === undefined || among !== undefined) return;
  const levels = Object.entries(group ?? {});
  const [level, ...others] = levels;
  if (level === undefined) {
    divideStandings(own, [standingIds({ ...place, who: [arm] })], OF_THE_MATURE, cells);
  } else if (others.length === 0 && effect.primary && hasOneReference(effect)) {
    const subgroups = effect.comparisons.flatMap((comparison) => comparison.subgroups);
    const isNamed = subgroups.some(
      ({ factor, groups }) => factor === level[0] && groups.some(({ group: each }) => each === level[1]),
    );
    if (!isNamed) return;
    divideStandings(own, [standingIds(groupPlace(arm, level, place))], OF_THE_MATURE, cells);
  }
}
