import {
  benchmarkRows,
  funnelRows,
  rankRows,
  withoutOneRows,
  type BenchmarkData,
} from "../benchmark/index.js";
import type { Publishable, Source } from "../core/index.js";
import type { Row } from "../display/index.js";
import {
  effectRows,
  ratingsRows,
  specificationRows,
  targetRows,
  type PublishableEffect,
} from "../effects/index.js";
import { costRows, statementRows, unstatedOf } from "../settlement/index.js";
import type { BesideData } from "./beside/types.js";
import { numberRows } from "./numbers/section.js";
import { primaryEffect } from "./read.js";
import type { Audience, EditionData } from "./types.js";
import { balanceRows, sensitivityRows, setRows, subgroupRows } from "./tables/details.js";
import { textTables } from "./tables/texts.js";

/** Every table of the review as plain rows with names for columns, for other programs. */
export function reviewTables(data: EditionData): Readonly<Record<string, readonly Row[]>> {
  return {
    participation: data.flow.arms.map(({ arm, name, allocated, participation, meanCourseDays }) => ({
      arm,
      name,
      allocated,
      ...participation,
      meanCourseDays,
    })),
    ...Object.fromEntries(data.effects.map((effect) => [`effect-${effect.criterion}`, effectRows(effect)])),
    ...detailTables(primaryEffect(data)),
    exits: data.exits.flatMap(({ arm, name, successes, others }) => [
      { arm, name, standing: "success", ...successes },
      { arm, name, standing: "failure", ...others },
    ]),
    ...(data.specification === null ? {} : { readings: specificationRows(data.specification) }),
    ...(data.targets === null ? {} : { targets: targetRows(data.targets) }),
    ...(data.benchmark === null ? {} : benchmarkTables(data.benchmark)),
    ...(data.statement === null ? {} : settlementTables(data.statement, data.audience)),
    ...(data.costs === null ? {} : { costs: costRows(data.costs) }),
    ...(data.beside === undefined ? {} : besideTables(data.beside)),
    ...(data.ratings == null ? {} : { ratings: ratingsRows(data.ratings) }),
    ...textTables(data),
    ...sourceTable(data),
    numbers: numberRows(data),
  };
}

/** What stands beside the deciding comparison, as far as there is any. */
function detailTables(effect: PublishableEffect | undefined): Readonly<Record<string, readonly Row[]>> {
  if (effect === undefined) return {};
  return withRows({
    "balance": balanceRows(effect),
    "analysis-sets": setRows(effect),
    "sensitivity": sensitivityRows(effect),
    "subgroups": subgroupRows(effect),
  });
}

/** Units and municipalities, and what stands in tables of their own beside them. */
function benchmarkTables(benchmark: BenchmarkData): Readonly<Record<string, readonly Row[]>> {
  const { funnel } = benchmark;
  return withRows({
    "benchmark": benchmarkRows(benchmark),
    "benchmark-ranks": rankRows(benchmark),
    "benchmark-without-one": withoutOneRows(benchmark),
    "funnel": funnel === undefined ? [] : funnelRows(funnel),
  });
}

function withRows(
  tables: Readonly<Record<string, readonly Row[]>>,
): Readonly<Record<string, readonly Row[]>> {
  return Object.fromEntries(Object.entries(tables).filter(([, rows]) => rows.length > 0));
}

function sourceTable({ provenance }: EditionData): Readonly<Record<string, readonly Row[]>> {
  const sources = (provenance.inputs["sources"] ?? []) as readonly Publishable<Source>[];
  if (sources.length === 0) return {};
  return { sources: sources.map(({ name, rows, digest }) => ({ name, rows, digest })) };
}

/** What nobody stated is no amount of 0. */
const NOTHING = {
  all: { base: null, bonus: null, adjustments: null, total: null, vat: null },
  base: { base: null },
} as const;

/** The lines are about single citizens: a published edition has the totals alone. */
function settlementTables(
  statement: NonNullable<EditionData["statement"]>,
  audience: Audience,
): Readonly<Record<string, readonly Row[]>> {
  const totals = statement.totals.map((total) => {
    const unstated = unstatedOf(statement, total.arm) ?? null;
    return { ...total, ...(unstated === null ? {} : NOTHING[unstated]), unstated };
  });
  return audience === "internal"
    ? { "settlement": statementRows(statement), "settlement-totals": totals }
    : { "settlement-totals": totals };
}

/** What stands beside the comparison; claims are about single citizens, as the lines are. */
function besideTables(beside: BesideData): Readonly<Record<string, readonly Row[]>> {
  const { time, months, ratings, trend, claims, reported, expectedPayments, missing } = beside;
  const given = { time, months, ratings, trend, claims, reported, "expected-payments": expectedPayments };
  return {
    ...Object.fromEntries(
      Object.entries(given).flatMap(([name, result]) => (result === null ? [] : [[name, result.toRows()]])),
    ),
    missing: missingRows(missing),
  };
}

/** Why outcomes aren't known, how many that are in all, and of those followed for long enough. */
function missingRows(missing: BesideData["missing"]): readonly Row[] {
  return missing.map((arm) => {
    const unknown = arm.noHistory + arm.moved + arm.beforeCoverage + arm.other;
    return { ...arm, unknown, unknownShare: arm.mature === 0 ? null : unknown / arm.mature };
  });
}
