import { competitionError, provenanceOf, type Notice } from "../../core/index.js";
import { resultMaker } from "../../display/index.js";
import { sourceOf, type ParsedTable } from "../../tables/index.js";
import { checkAlike, rowsOfBenefit, rowsOfOne } from "../alike.js";
import { givenRows } from "../given.js";
import type { MunicipalityRow, ParsedMunicipalities } from "../types.js";
import { trendFace } from "./face.js";
import { baseOf, indexed } from "./base.js";
import { resolveTrend } from "./options.js";
import { periodsInOrder } from "./periods.js";
import { differencesOf, NO_PROCESS, processOf, type Process } from "./process.js";
import { rowsBySubject } from "./subjects.js";
import { isKnown, seriesOf, type SeriesValues } from "./series.js";
import type { Trend, TrendData, TrendDifferences, TrendOptions } from "./types.js";

const OPERATION = "benchmarkTrend";

const makeTrend: (data: TrendData) => Trend = resultMaker<TrendData>(trendFace);

/**
 * How has a municipality's figure developed beside its cluster's and the country's?
 *
 * By period: the municipality's value, the cluster's without it, pooled by totals (Σ events/Σ total, or Σ actual/Σ
 * expected; a plain mean where totals weren't published), and the country's where the rows have it. Each is indexed by
 * value/value of the base period × 100.
 *
 * The cluster is the same municipalities in every period: those with a value in each period in which at least half of the cluster has
 * one; the others are named (`left-out-of-cluster`). Where nobody is left so, the line is of whoever has a value, and there are
 * no limits and no signals (`cluster-changes`): its members' coming and going would look like a development.
 *
 * **Natural process limits** are those of an XmR chart of the municipality's value less the cluster's: x̄ ± 2.66 mR̄, mR̄
 * the mean distance from one difference to the next. A difference within them is no more than its usual ups and downs;
 * `signals` name the others by their rules (`xmrLimits`). With fewer periods than `minimumPeriods` there are none
 * (`few-periods`). The differences from the country have limits and signals of their own (`fromCountry`). Rolling periods overlap, so that their limits are too narrow (`overlapping-periods`).
 *
 * Periods are put in the order of time (2023M01 before 2023M10), and periods that nobody has are gaps. Purely
 * descriptive: what lies behind a development the figures don't tell.
 *
 * @param municipalities Rows of several periods, one measure; the country from the `areas` of a parsed file, or among
 *   the rows.
 * @param options `municipality`; `cluster`, its name in the rows or a list of municipalities (such as the peers that
 *   `findPeers` gave), by default all others; `group` and `benefit`, needed where there are several; `value`: `rate` (default), or
 *   `actual-over-expected` (default of published expected figures); `base`, by default the first period in which all
 *   have a value above 0; `minimumPeriods`, 10
 * @throws CompetitionError `missing-option`, `unknown-option`, `impossible-option`, `unknown-municipality`,
 *   `unknown-cluster`, `unknown-group`, `unknown-benefit`, `unknown-period`, `impossible-base`, `no-peers`, `no-values`, `duplicate-row`,
 *   `several-measures`, `several-period-forms`, `unknown-period-form`, `impossible-row`
 * @example
 * benchmarkTrend(parsed, { municipality: "Fredericia", cluster: "K1" }).signals // [{ period: "2023M07", rules: ["beyond-limit"] }]
 * @example
 * // Three years: lines and index, but no limits.
 * benchmarkTrend(rows, { municipality: "Fredericia" }).limits // undefined
 * @see Wheeler (1993), Understanding Variation: The Key to Managing Chaos, SPC Press
 */
export function benchmarkTrend(
  municipalities: readonly MunicipalityRow[] | ParsedTable<MunicipalityRow> | ParsedMunicipalities,
  options: TrendOptions,
): Trend {
  const { values: chosen, record } = resolveTrend(OPERATION, options);
  const { municipality, cluster, minimumPeriods } = chosen;
  const rows = givenRows(OPERATION, municipalities);
  const areas = "areas" in municipalities ? municipalities.areas : [];
  const bySubject = rowsBySubject(
    rowsOfOne(
      rowsOfBenefit([...rows, ...areas], OPERATION, chosen.benefit),
      { operation: OPERATION, option: "group" },
      chosen.group,
    ),
    chosen,
    OPERATION,
  );
  const all = [...bySubject.own, ...bySubject.peers, ...bySubject.country];
  checkAlike(OPERATION, all);
  const isPublished = all.every(({ figure }) => figure === "expected");
  const value = chosen.value ?? (isPublished ? "actual-over-expected" : "rate");
  const periods = periodsInOrder(
    [...bySubject.own, ...bySubject.peers].map(({ period }) => period),
    OPERATION,
  );
  const values = seriesOf(bySubject, periods, value, OPERATION);
  const { own, peers, country } = values;
  if (!own.some(isKnown)) {
    throw competitionError({
      code: "no-values",
      path: `${OPERATION}.municipalities`,
      received: municipality,
      expected: `a figure of ${municipality} that tells its ${value}`,
    });
  }
  const lines = [own, peers, ...(country.some(isKnown) ? [country] : [])];
  const at = baseOf(periods, lines, chosen.base, OPERATION);
  const differences = differencesOf(own, peers);
  const process = values.isSteady ? processOf(periods, differences, minimumPeriods) : NO_PROCESS;
  const hasCountry = country.some(isKnown);
  const fromCountry = differencesOf(own, country);
  const besideCountry = hasCountry ? processOf(periods, fromCountry, minimumPeriods) : NO_PROCESS;
  const [first] = bySubject.own;
  const { definition = "", population = "", anchor = "", window = "", direction = null } = first ?? {};
  const clusterName = typeof cluster === "string" ? cluster : null;
  const subjects = [
    { of: "municipality", name: first?.municipality ?? municipality },
    { of: "cluster", name: clusterName },
    { of: "country", name: bySubject.country[0]?.municipality ?? null },
  ] as const;
  return makeTrend({
    kind: "trend",
    method: "individuals-chart",
    references: [...new Set([...process.references, ...besideCountry.references])],
    notices: [
      ...poolingNotices(values),
      ...(at === null ? [{ code: "no-base", severity: "caution" } as const] : []),
      ...process.notices,
      ...aboutCountry(besideCountry, process),
    ],
    provenance: provenanceOf(
      OPERATION,
      { ...record, ...(chosen.value === undefined ? { value: { value, source: "derived" as const } } : {}) },
      { municipalities: sourceOf(municipalities) },
    ),
    municipality: subjects[0].name,
    cluster: clusterName,
    peers: values.taken,
    pooling: values.pooling,
    value,
    group: first?.group ?? null,
    measure: { definition, population, anchor, window },
    direction,
    periods,
    base: at === null ? null : (periods[at] ?? null),
    series: lines.map((line, i) => ({
      ...(subjects[i] ?? subjects[0]),
      values: line,
      index: indexed(line, at),
    })),
    differences,
    ...(process.limits === undefined ? {} : { limits: process.limits }),
    signals: process.signals,
    ...(hasCountry ? { fromCountry: { differences: fromCountry, ...withoutNotices(besideCountry) } } : {}),
    sources: [...new Set(all.flatMap(({ source }) => source ?? []))],
  });
}

function withoutNotices({ limits, signals }: Process): Omit<TrendDifferences, "differences"> {
  return { ...(limits === undefined ? {} : { limits }), signals };
}

/** What is to know of the differences from the country, where it isn't the same as of those from the cluster. */
function aboutCountry(country: Process, cluster: Process): readonly Notice[] {
  const known = new Set(cluster.notices.map((each) => JSON.stringify(each)));
  return country.notices
    .filter((each) => !known.has(JSON.stringify(each)))
    .map((each) => ({ ...each, from: "country" }));
}

function poolingNotices({ pooling, partly, isSteady }: SeriesValues): readonly Notice[] {
  return [
    ...(pooling === "totals" ? [] : [{ code: "cluster-not-weighted", severity: "caution" } as const]),
    ...(partly.length === 0
      ? []
      : [
          {
            code: isSteady ? "left-out-of-cluster" : "cluster-changes",
            severity: isSteady ? "caution" : "warning",
            municipalities: partly,
          } as const,
        ]),
  ];
}
