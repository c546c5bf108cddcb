import { competitionError, type Issue } from "../core/index.js";

/** A member of a row that can't be so. */
interface Finding {
  readonly code: string;
  readonly member: string;
  readonly expected: string;
  /** Absent: what the row has as that member. */
  readonly received?: unknown;
}

type Given = Readonly<Record<string, unknown>>;

/** More than live in Denmark: as in a file, such a number was meant for something else. */
const MOST = 10_000_000;
const PARTS = ["definition", "population", "anchor", "window", "period"] as const;
const TEXTS = ["group", "cluster", "benefit", "source", "year"] as const;
const FIGURES = ["counts", "rate", "expected"];

/**
 * Refuses rows made by hand that no file could hold, by the rules by which files are read: all that is wrong in one
 * error, before anything is added up.
 *
 * @throws CompetitionError `impossible-row` with an issue for each member that can't be so
 */
export function checkRows(operation: string, rows: readonly object[]): void {
  refuse(`${operation}.municipalities`, rows, (row) => [
    ...PARTS.flatMap((part) => textOf(row, part)),
    ...placeFindings(row),
    ...figureFindings(row),
  ]);
}

/**
 * Refuses rows of which it can't be told who they are of, or what their numbers are.
 *
 * @throws CompetitionError `impossible-row` with an issue for each member that can't be so
 */
export function checkPeerRows(operation: string, rows: readonly object[]): void {
  refuse(`${operation}.rows`, rows, (row) => [
    ...("period" in row && row["period"] !== undefined ? textOf(row, "period") : []),
    ...placeFindings(row),
    ...optionalNumber(row, "expectedShare", "a proportion from 0 to 1", isShare),
  ]);
}

function refuse(path: string, rows: readonly object[], find: (row: Given) => readonly Finding[]): void {
  const issues = rows.flatMap((row, at) => {
    const given = row as Given;
    return find(given).map(({ member, ...finding }): Issue => ({
      received: given[member],
      ...finding,
      file: `${path}[${at}]${namesOf(given)}`,
      path: member,
    }));
  });
  if (issues.length === 0) return;
  throw competitionError({
    code: "impossible-row",
    path,
    expected: "rows that parseMunicipalities could have read",
    hint: "Correct the members that are named, or leave the rows out.",
    issues,
  });
}

/** Whose row it is, as far as it says so: ` (Odense, under 30)`. */
function namesOf({ municipality, group }: Given): string {
  const known = [municipality, group].filter((each) => typeof each === "string" && each.trim() !== "");
  return known.length === 0 ? "" : ` (${known.join(", ")})`;
}

function placeFindings(row: Given): readonly Finding[] {
  const { direction, covariates } = row;
  return [
    ...textOf(row, "municipality"),
    ...TEXTS.filter((name) => row[name] !== undefined && typeof row[name] !== "string").map((name) =>
      wrong("impossible-text", name, "a text, or nothing"),
    ),
    ...(direction === undefined || direction === "higher-is-better" || direction === "lower-is-better"
      ? []
      : [wrong("unknown-word", "direction", "higher-is-better or lower-is-better, or nothing")]),
    ...covariateFindings(covariates),
  ];
}

function covariateFindings(covariates: unknown): readonly Finding[] {
  if (covariates === undefined) return [];
  if (typeof covariates !== "object" || covariates === null)
    return [wrong("impossible-covariates", "covariates", "an object of numbers by their names")];
  const told = covariates as Given;
  const odd = Object.keys(told).filter((name) => told[name] !== undefined && !Number.isFinite(told[name]));
  return odd.map((name) => ({
    ...wrong("impossible-number", `covariates.${name}`, "a finite number"),
    received: told[name],
  }));
}

function figureFindings(row: Given): readonly Finding[] {
  const { figure = "counts" } = row;
  if (!FIGURES.includes(String(figure)))
    return [wrong("unknown-figure", "figure", "one of counts, rate, expected, or nothing for counts")];
  if (figure === "counts") return countFindings(row);
  if (figure === "rate") return rateFindings(row);
  return [
    ...["expected", "actual"].flatMap((name) => optionalNumber(row, name, "a number from 0", isAmount)),
    ...["expectedShare", "actualShare"].flatMap((name) =>
      optionalNumber(row, name, "a proportion from 0 to 1", isShare),
    ),
    ...optionalNumber(row, "rank", "a place on the list, from 1", (rank) => isWhole(rank) && rank !== 0),
  ];
}

function countFindings(row: Given): readonly Finding[] {
  const { events, total } = row;
  const found = ["events", "total"].flatMap((name) =>
    isWhole(row[name]) ? [] : [wrong("impossible-count", name, "a whole number from 0")],
  );
  if (found.length > 0) return found;
  const within = (value: unknown): boolean => isAmount(value) && Number(value) <= Number(total);
  return [
    ...(within(events) ? [] : [wrong("events-above-total", "events", `at most the total, ${String(total)}`)]),
    ...optionalNumber(row, "expected", `a number from 0 to the total, ${String(total)}`, within),
  ];
}

function rateFindings(row: Given): readonly Finding[] {
  return [
    ...["rate", "rounding"].flatMap((name) =>
      isShare(row[name]) ? [] : [wrong("impossible-share", name, "a proportion from 0 to 1")],
    ),
    ...optionalNumber(row, "total", "a number from 0, or nothing", isAmount),
  ];
}

function textOf(row: Given, member: string): readonly Finding[] {
  const value = row[member];
  return typeof value === "string" && value.trim() !== "" ? [] : [wrong("missing-text", member, "a text")];
}

function optionalNumber(
  row: Given,
  member: string,
  expected: string,
  accepts: (value: unknown) => boolean,
): readonly Finding[] {
  return row[member] === undefined || accepts(row[member])
    ? []
    : [wrong("impossible-number", member, expected)];
}

function wrong(code: string, member: string, expected: string): Finding {
  return { code, member, expected };
}

function isAmount(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= MOST;
}

function isWhole(value: unknown): boolean {
  return isAmount(value) && Number.isInteger(value);
}

function isShare(value: unknown): boolean {
  return isAmount(value) && Number(value) <= 1;
}
