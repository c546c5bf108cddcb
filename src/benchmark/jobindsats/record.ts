import type { RowProblem } from "../../tables/index.js";
import type { FileDescription } from "../files/description.js";
import { isMissing } from "../files/missing.js";
import type { Reading } from "../files/reading.js";
import type { ShareUnit } from "../files/share.js";
import { cprIn } from "../files/texts.js";
import { readFigure } from "./figure.js";
import type { GridCell, GridRecord } from "./grid.js";
import { readNumber, type DecimalMark } from "./numbers.js";
import type { Roles } from "./roles.js";

/** What holds for all records of a table. */
export interface Table {
  readonly labels: readonly string[];
  readonly roles: Roles;
  readonly describe: Omit<FileDescription, "shares">;
  /** In what shares are whose label doesn't tell. */
  readonly shares: ShareUnit;
  readonly mark: DecimalMark | undefined;
}

/** Reads a record: place, period, groups, the figure and the framework conditions. */
export function readRecord({ cells }: GridRecord, { labels, roles, describe, shares, mark }: Table): Reading {
  const labelOf = (position: number): string => labels[position] ?? "";
  const textOf = (position: number): string => String(cells[position] ?? "");
  const municipality = textOf(roles.municipality);
  const period = textOf(roles.period);
  const problems: RowProblem[] = [roles.municipality, roles.period]
    .filter((position) => textOf(position) === "")
    .map((position) => ({ code: "empty-cell", column: labelOf(position), expected: "a value" }));
  for (const position of [roles.municipality, roles.period, ...roles.groups]) {
    const cpr = cprIn(textOf(position));
    if (cpr !== undefined) problems.push({ ...cpr, column: labelOf(position) });
  }

  const figure = readFigure(
    new Map(
      [...roles.figures].map(
        ([role, at]) => [role, { label: labelOf(at), cell: cells[at] ?? null }] as const,
      ),
    ),
    { mark, shares },
  );
  if ("problems" in figure) problems.push(...figure.problems);
  if ("problem" in figure) {
    const place = [...roles.figures].find(([role]) => role === figure.problem.column)?.[1];
    problems.push(place === undefined ? figure.problem : { ...figure.problem, column: labelOf(place) });
  }
  const { covariates, problems: unread } = covariatesOf(cells, roles, labels, mark);
  problems.push(...unread);
  if (problems.length > 0 || !("figure" in figure) || figure.figure === "not-told")
    return { municipality, problems };

  const group = roles.groups.map(textOf).filter((text) => !isMissing(text));
  const row = {
    municipality,
    period,
    ...descriptionOf(period, roles, labels),
    ...(group.length === 0 ? {} : { group: group.join(", ") }),
    ...describe,
    ...figure.figure,
    ...(Object.keys(covariates).length === 0 ? {} : { covariates }),
  };
  return {
    municipality,
    row,
    ofNoCount: figure.ofNoCount === true,
    isPartial: figure.isPartial === true,
    problems,
  };
}

/** What the table itself tells of what was measured, in the language it is in. */
function descriptionOf(period: string, { figures }: Roles, labels: readonly string[]) {
  const label = [...figures.entries()].find(([role]) => role !== "total" && role !== "rank")?.[1];
  const isBenchmark = figures.has("actual") || figures.has("actualShare");
  const [, year, kind] = /^(\d{4})([A-Z]*)/i.exec(period) ?? [];
  return {
    definition: isBenchmark ? "faktisk mod forventet offentlig forsørgelse" : (labels[label ?? -1] ?? ""),
    population: "alle i målingen",
    anchor: "perioden",
    window: KINDS[kind ?? "?"] ?? kind ?? "perioden",
    source: "Jobindsats",
    ...(year === undefined ? {} : { year }),
    ...(isBenchmark ? { direction: "lower-is-better" as const } : {}),
  };
}

/** Kinds of periods by the letters of their labels, where those are known. */
const KINDS: Readonly<Record<string, string>> = { "": "år", "M": "måned" };

function covariatesOf(
  cells: readonly GridCell[],
  roles: Roles,
  labels: readonly string[],
  mark: DecimalMark | undefined,
): { readonly covariates: Readonly<Record<string, number>>; readonly problems: readonly RowProblem[] } {
  const covariates: Record<string, number> = {};
  const problems: RowProblem[] = [];
  for (const [name, position] of roles.covariates) {
    const read = readNumber(cells[position] ?? null, mark, false);
    if (read === "missing") continue;
    if ("code" in read) problems.push({ ...read, column: labels[position] ?? name });
    else covariates[name] = read.value;
  }
  return { covariates, problems };
}
