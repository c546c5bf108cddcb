import { competitionError, nearestWord } from "../../core/index.js";
import { plainLabel } from "./labels.js";

/** What a column can be in a row of ours; columns that the caller names otherwise are framework conditions. */
const FIGURE_ROLES = [
  "events",
  "total",
  "rate",
  "expected",
  "actual",
  "expectedShare",
  "actualShare",
  "rank",
] as const;

export type FigureRole = (typeof FIGURE_ROLES)[number];

/** Which column plays which part, by position. */
export interface Roles {
  readonly municipality: number;
  readonly period: number;
  /** Columns that divide the people: benefit groups, sex, age. */
  readonly groups: readonly number[];
  readonly figures: ReadonlyMap<FigureRole, number>;
  readonly covariates: ReadonlyMap<string, number>;
  /** Numbers that nobody asked for. */
  readonly unused: readonly number[];
}

export const PLACE: RegExp = /^(område|area|kommuner?)(\P{L}|$)/u;
export const PERIOD: RegExp = /^period(e|er)?(\P{L}|$)/u;

/** The columns of the Ministry's benchmark, y30r21. */
export const BENCHMARK: Readonly<Record<string, FigureRole>> = {
  "forventet antal": "expected",
  "faktisk antal": "actual",
  "forventet andel (pct.)": "expectedShare",
  "faktisk andel (pct.)": "actualShare",
  "placering på benchmarkranglisten": "rank",
};

/** Columns of the same table that follow from the others. */
const DERIVED = /^forskel( |$)/u;

/**
 * Finds the part that each column plays: the caller's names first, then Jobindsats' own for place, period and the
 * benchmark table; of the rest, columns of words are groups.
 *
 * @param hasNumbers Whether a column holds any number, by position.
 * @throws CompetitionError `missing-column` for one that the caller names or that has to be there; `no-measure` where
 *   nothing tells which numbers are meant.
 */
export function findRoles(
  file: string,
  labels: readonly string[],
  map: Readonly<Record<string, string>>,
  hasNumbers: (position: number) => boolean,
): Roles {
  const named = new Map(
    Object.entries(map).map(([role, label]) => [role, placeOf(file, role, label, labels)]),
  );
  const municipality =
    named.get("municipality") ?? labels.findIndex((label) => PLACE.test(plainLabel(label)));
  const period = named.get("period") ?? labels.findIndex((label) => PERIOD.test(plainLabel(label)));
  if (municipality < 0) throw missing(file, "municipality", "Område", labels);
  if (period < 0) throw missing(file, "period", "Periode", labels);

  const figures = new Map<FigureRole, number>();
  for (const role of FIGURE_ROLES) {
    const position = named.get(role);
    if (position !== undefined) figures.set(role, position);
  }
  if (figures.size === 0) {
    labels.forEach((label, position) => {
      const role = BENCHMARK[plainLabel(label)];
      if (role !== undefined && !figures.has(role)) figures.set(role, position);
    });
  }
  const covariates = new Map([...named].filter(([role]) => !ROLES.has(role)));
  if (figures.size === 0) throw noMeasure(file, labels);

  const group = named.get("group");
  const taken = new Set([municipality, period, group, ...figures.values(), ...covariates.values()]);
  const others = labels.flatMap((label, position) => (label === "" || taken.has(position) ? [] : [position]));
  return {
    municipality,
    period,
    groups: group === undefined ? others.filter((position) => !hasNumbers(position)) : [group],
    figures,
    covariates,
    unused: others.filter(
      (position) => hasNumbers(position) && !DERIVED.test(plainLabel(labels[position] ?? "")),
    ),
  };
}

const ROLES: ReadonlySet<string> = new Set(["municipality", "period", "group", ...FIGURE_ROLES]);

function placeOf(file: string, role: string, label: string, labels: readonly string[]): number {
  const sought = label.normalize("NFC").trim().toLowerCase();
  const exact = labels.findIndex((each) => each.normalize("NFC").toLowerCase() === sought);
  const position = exact >= 0 ? exact : labels.findIndex((each) => plainLabel(each) === plainLabel(label));
  if (position < 0) throw missing(file, role, label, labels);
  return position;
}

function missing(file: string, role: string, label: string, labels: readonly string[]): Error {
  const near = nearestWord(label, labels);
  return competitionError({
    code: "missing-column",
    path: `${file}, column ${role}`,
    received: labels.join(", "),
    expected: `a column ${label}`,
    hint:
      near === undefined
        ? `If it has another name, map it: columns: { ${role}: "…" }, or --columns <table>.${role}=….`
        : `Is it ${near}? Then map it: columns: { ${role}: ${JSON.stringify(near)} }, or --columns <table>.${role}=${near}.`,
  });
}

function noMeasure(file: string, labels: readonly string[]): Error {
  return competitionError({
    code: "no-measure",
    path: file,
    received: labels.join(", "),
    expected: "the columns of the benchmark table y30r21, or columns that are named",
    hint: 'Say which columns are meant: columns: { events: "…", total: "…" }, or { rate: "…" }; on the command line --columns <table>.events=… <table>.total=….',
  });
}
