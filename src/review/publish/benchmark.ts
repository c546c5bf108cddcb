import type { ArmBenchmark, Benchmark, BenchmarkData } from "../../benchmark/index.js";
import type { Effect } from "../../effects/index.js";
import { cellId, restId, WEIGHTS, type Cells } from "./cells.js";
import { bare } from "./estimates.js";
import { rateSources } from "./standings.js";
import { groupPlace } from "./subgroups.js";

/**
 * The benchmark, if it was made for publication and tells nothing of the arms that is hidden elsewhere: its counts
 * are those of the comparison. All of it or none, since its figures rest on each other; only how many were followed
 * for long enough can be left out by itself.
 */
export function publishBenchmark(
  benchmark: Benchmark,
  effects: readonly Effect[],
  cohortOf: (matureThrough: string) => string,
  cells: Cells,
): BenchmarkData | null {
  if (benchmark.audience !== "published") return null;
  const { criterion, arms, whole, positions } = benchmark;
  const effect = effects.find((each) => each.criterion === criterion);
  // Without its effect nothing tells which of its citizens are counted elsewhere, and how.
  if (effect === undefined) return null;
  const cohort = cohortOf(effect.matureThrough);

  const sources = arms.flatMap((arm) => nameCounts(arm, arm.arm, criterion, cells));
  sources.push(...nameCounts(whole, "all arms", criterion, cells));
  for (const of of ["success", "failure", "known"]) {
    const all = arms.map(({ arm }) => cellId(arm, "benchmark", criterion, of));
    for (const { arm } of arms) {
      cells.nest(cellId(arm, criterion, of), [cellId(arm, "benchmark", criterion, of)]);
    }
    if (all.length > 0) cells.sum(cellId("all arms", "benchmark", criterion, of), all);
  }
  for (const { arm } of arms) nameOthers(arm, criterion, cells);
  if (arms.some(({ groups = [] }) => groups.length > 0)) sources.push(...groupSources(effect, cohort));

  const isMatureShown = cells.shows(effect.rates.map(({ arm }) => cellId(arm, cohort, "mature")));
  const needsMature = positions.some(({ code }) => code === "too-few");
  if (!cells.shows(sources) || (needsMature && !isMatureShown)) return null;
  return {
    ...benchmark,
    provenance: bare(benchmark.provenance),
    arms: isMatureShown ? arms : arms.map((arm) => ({ ...arm, mature: null })),
    whole: isMatureShown ? whole : { ...whole, mature: null },
  };
}

/** Those of the comparison whom the benchmark leaves out succeeded or failed, too. */
function nameOthers(arm: string, criterion: string, cells: Cells): void {
  const others = (of: string): string =>
    restId(cellId(arm, criterion, of), [cellId(arm, "benchmark", criterion, of)]);
  cells.sum(others("known"), [others("success"), others("failure")], true);
}

/** A unit's successes and known outcomes, and those of its groups, among which they divide. */
function nameCounts(
  { observed, total, groups = [] }: Pick<ArmBenchmark, "observed" | "total" | "groups">,
  who: string,
  criterion: string,
  cells: Cells,
): readonly string[] {
  const named: string[] = [];
  const name = (count: number, ...of: readonly string[]): string => {
    const id = cellId(who, "benchmark", criterion, ...of);
    cells.count(id, count, { weight: WEIGHTS.part });
    named.push(id);
    return id;
  };
  const success = name(observed, "success");
  const known = name(total, "known");
  cells.sum(known, [success, name(total - observed, "failure")], true);
  const parts = groups.map(({ group, observed: events, total: all }) => {
    const part = {
      success: name(events, "group", group, "success"),
      known: name(all, "group", group, "known"),
    };
    cells.sum(part.known, [part.success, name(all - events, "group", group, "failure")], true);
    return part;
  });
  if (parts.length > 0) {
    cells.sum(
      success,
      parts.map((part) => part.success),
    );
    cells.sum(
      known,
      parts.map((part) => part.known),
    );
  }
  return named;
}

/** Groups of the benchmark are those of the comparison under other names: where one of these is hidden, so would be one of those. */
function groupSources({ comparisons, criterion, primary }: Effect, cohort: string): readonly string[] {
  if (!primary) return [];
  return comparisons.flatMap(({ arm, reference, subgroups }) =>
    subgroups.flatMap(({ factor, groups }) =>
      groups.flatMap(({ group }) =>
        [arm, reference].flatMap((each) =>
          rateSources(groupPlace(each, [factor, group], { criterion, cohort })),
        ),
      ),
    ),
  );
}
