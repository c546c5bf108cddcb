import type { Notice } from "../../core/index.js";
import type { Language } from "../../display/index.js";
import type { PublishableEffect } from "../../effects/index.js";
import type { EditionData } from "../types.js";

type Comparison = PublishableEffect["comparisons"][number];
type Targets = NonNullable<EditionData["targets"]>;

/** Names columns and levels in a language; what has no words keeps its own name. */
interface Names {
  readonly column: (column: string) => string;
  readonly level: (column: string, level: string) => string;
}

/**
 * The review's data with the columns that citizens are grouped by, and their levels, in words: done once, before
 * anything is written, so that no section has to know that a file calls the age `ageGroup`.
 */
export function withLabels(data: EditionData, language: Language): EditionData {
  const names: Names = {
    column: (column) => data.labels[column]?.name[language] ?? column,
    level: (column, level) => data.labels[column]?.levels?.[level]?.[language] ?? level,
  };
  return {
    ...data,
    draw: { ...data.draw, strata: data.draw.strata.map(names.column) },
    effects: data.effects.map((effect) => namedEffect(effect, names)),
    openPoints: data.openPoints.map((notice) => namedNotice(notice, names)),
    targets: data.targets === null ? null : namedTargets(data.targets, names),
    deviations: data.deviations.map((deviation) =>
      deviation.code === "subgroups-not-planned"
        ? {
            ...deviation,
            planned: namedList(deviation.planned, names),
            actual: namedList(deviation.actual, names),
          }
        : deviation,
    ),
  };
}

function namedEffect(effect: PublishableEffect, names: Names): PublishableEffect {
  return {
    ...effect,
    notices: effect.notices.map((notice) => namedNotice(notice, names)),
    comparisons: effect.comparisons.map((comparison) => namedComparison(comparison, names)),
  };
}

function namedComparison(comparison: Comparison, names: Names): Comparison {
  return {
    ...comparison,
    subgroups: comparison.subgroups.map((subgroup) => ({
      ...subgroup,
      factor: names.column(subgroup.factor),
      groups: subgroup.groups.map((each) => ({ ...each, group: names.level(subgroup.factor, each.group) })),
    })),
    balance: comparison.balance.map(({ category, ...row }) => ({
      ...row,
      column: names.column(row.column),
      ...(category === undefined ? {} : { category: names.level(row.column, category) }),
    })),
  };
}

function namedNotice<Some extends Notice>(notice: Some, names: Names): Some {
  const { factor, column, columns, strata, category } = notice;
  return {
    ...notice,
    ...(typeof factor === "string" ? { factor: names.column(factor) } : {}),
    ...(typeof column === "string" ? { column: names.column(column) } : {}),
    ...(typeof column === "string" && typeof category === "string"
      ? { category: names.level(column, category) }
      : {}),
    ...(Array.isArray(columns) ? { columns: columns.map((each) => names.column(String(each))) } : {}),
    ...(Array.isArray(strata) ? { strata: strata.map((each) => names.column(String(each))) } : {}),
  };
}

function namedTargets(targets: Targets, names: Names): Targets {
  return {
    ...targets,
    targets: targets.targets.map(({ target: { group, ...target }, ...each }) => ({
      ...each,
      target: {
        ...target,
        ...(group === undefined
          ? {}
          : {
              group: Object.fromEntries(
                Object.entries(group).map(([column, level]) => [
                  names.column(column),
                  names.level(column, level),
                ]),
              ),
            }),
      },
    })),
  };
}

function namedList(columns: string, names: Names): string {
  return columns === "" ? "" : columns.split(", ").map(names.column).join(", ");
}
