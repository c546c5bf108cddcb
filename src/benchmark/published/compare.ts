import { group as groupBy } from "d3-array";
import {
  competitionError,
  nearestWord,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
} from "../../core/index.js";
import { resultMaker } from "../../display/index.js";
import { sourceOf, type TableInput } from "../../tables/index.js";
import { checkAlike, rowsOfBenefit, rowsOfOne } from "../alike.js";
import { mayBeEverybody } from "../everybody.js";
import { givenRows } from "../given.js";
import { comparable, municipalityKey, sameMunicipality } from "../names.js";
import { areaKind } from "../register/areas.js";
import { unseenIn } from "../unseen.js";
import type { ExpectedRow, MunicipalityRow } from "../types.js";
import { expectedFace } from "./face.js";
import { figureOf, sumOf } from "./figures.js";
import type { ExpectedComparison, ExpectedComparisonData, ExpectedFigure, ExpectedOptions } from "./types.js";
import { groupsWithin } from "./whole.js";
import { withoutGroups } from "./without.js";

const OPERATION = "compareExpected";

const text = {
  expected: "a text",
  accepts: (value: unknown) => typeof value === "string" && value.trim() !== "",
};

const RULES: OptionRules<ExpectedOptions> = { municipality: text, period: text, benefit: text, inAll: text };

const makeExpected: (data: ExpectedComparisonData) => ExpectedComparison =
  resultMaker<ExpectedComparisonData>(expectedFace);

/**
 * Does a municipality have more or fewer people on benefits than the Ministry expected of it?
 *
 * The columns of the published benchmark (Jobindsats y30r21) are taken as they are: actual over expected, and actual less
 * expected in full-time persons and in percentage points, by benefit group and in all. **Below 1 is the good end**: fewer
 * full-time persons than expected.
 *
 * Full-time persons are sums of parts, so that there are no limits of chance about them, and nothing here says that a
 * distance from 1 is more than chance. The published rank comes without uncertainty; it is not repeated, which a notice
 * (`published-rank-left-out`) tells.
 *
 * Benefits are connected ("forbundne kar"): who leaves one may come to another. `withoutGroup` therefore has the figure in
 * all without each group, (actual − actualᵍ)/(expected − expectedᵍ), and who passes to the other side of 1. Where the rows
 * have no figure in all, that of municipalities with every group is added up (`in-all-added-up`). Where groups come to
 * more than the figure in all, they overlap or a number is wrong: `groups-above-all` names the municipalities.
 *
 * @param municipalities Rows with expected and actual numbers or shares, or what `parseJobindsats` or
 *   `parseMunicipalities` gave; other figures, and areas that are no municipality, are left out.
 * @param options `municipality` that is pointed out; `period` and `benefit`, needed where there are several; `inAll`, the name of the
 *   group that is all together (by default rows without a group, or of a group with `i alt` or `total` in its name, or called `Hele …` or `Alle …`)
 * @throws CompetitionError `missing-rows`, `no-expected-figures`, `missing-option`, `unknown-period`, `unknown-group`, `unknown-benefit`,
 *   `unknown-municipality`, `duplicate-row`, `several-measures`, `contradictory-direction`, `impossible-row`, `group-above-all` for a group
 *   that is larger than the figure in all (more than rounding makes of it)
 * @example
 * compareExpected(rows, { municipality: "Gladsaxe" }).figures[0]?.ratio // 2980 / 3400 = 0.876
 * @example
 * // Nobody was expected: there is a difference, but no ratio.
 * compareExpected([{ ...row, expected: 0, actual: 3 }]).figures[0]?.ratio // null
 * @see https://bm.dk/arbejdsomraader/aktuelle-fokusomraader/benchmarking/maskinen-bag-det-forventede-ydelsesomfang/
 */
export function compareExpected(
  municipalities: TableInput<MunicipalityRow>,
  options?: ExpectedOptions,
): ExpectedComparison {
  const { values, record } = resolveOptions<ExpectedOptions>(OPERATION, options, RULES);
  const given = rowsOfBenefit(
    givenRows(OPERATION, municipalities).filter((row) => areaKind(row.municipality) === undefined),
    OPERATION,
    values.benefit,
  );
  const published = given.filter((row): row is ExpectedRow => row.figure === "expected");
  checkRows(published);
  const rows = rowsOfOne(published, { operation: OPERATION, option: "period" }, values.period);
  const isInAll = inAllOf(rows, values.inAll);
  const told = rows.map((row) => figureOf(row, isInAll(row) ? null : (row.group ?? null)));
  checkFigures(told, values.municipality);
  const groups = firstSpellings(told.flatMap(({ group }) => group ?? []));
  const single = told.map((figure) => ({ ...figure, group: spelledAs(figure.group, groups) }));
  const exceeded = groupsWithin(single);
  const sums = single.some(({ group }) => group === null) ? [] : addedUp(single, groups);
  const figures = [...sums, ...single];
  const isOneGroup = groups.length === 1 && figures.every(({ group }) => group !== null);
  return makeExpected({
    kind: "expected-comparison",
    method: "actual-over-expected",
    references: [
      "https://bm.dk/arbejdsomraader/aktuelle-fokusomraader/benchmarking/maskinen-bag-det-forventede-ydelsesomfang/",
    ],
    notices: [
      ...noticesOf(rows, { others: given.length - published.length, sums: sums.length, exceeded }),
      ...unseenIn(
        municipalities,
        rows.map(({ municipality }) => municipality),
        undefined,
      ),
    ],
    provenance: provenanceOf(OPERATION, record, { municipalities: sourceOf(municipalities) }),
    municipality: values.municipality ?? null,
    period: rows[0]?.period ?? "",
    direction: "lower-is-better",
    groups,
    mainGroup: isOneGroup ? (groups[0] ?? null) : null,
    figures,
    withoutGroup: withoutGroups(figures, groups),
    sources: distinct(rows.map(({ source }) => source)),
    years: distinct(rows.map(({ year }) => year)),
  });
}

function checkRows(rows: readonly ExpectedRow[]): void {
  if (rows.length === 0) {
    throw impossible("no-expected-figures", "municipalities", rows, {
      expected: "rows with what was expected and what there was",
      hint: "parseJobindsats reads them from the table y30r21; of counts with framework conditions expectedFromConditions computes them.",
    });
  }
  const other = rows.find(({ direction }) => direction === "higher-is-better");
  if (other !== undefined) {
    throw impossible("contradictory-direction", "municipalities", other.municipality, {
      expected: "lower-is-better: fewer full-time persons than expected is the good end",
    });
  }
  checkAlike(OPERATION, rows);
}

/** Which rows are of all groups together. */
function inAllOf(rows: readonly ExpectedRow[], asked: string | undefined): (row: ExpectedRow) => boolean {
  if (asked === undefined) return ({ group }) => mayBeEverybody(group);
  const known = firstSpellings(rows.flatMap(({ group }) => group ?? []));
  const isInAll = ({ group }: ExpectedRow): boolean => comparable(group ?? "") === comparable(asked);
  if (rows.some(isInAll)) return isInAll;
  const near = nearestWord(asked, known);
  throw impossible("unknown-group", "inAll", asked, {
    expected: known.length === 0 ? "rows with groups" : `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function checkFigures(figures: readonly ExpectedFigure[], municipality: string | undefined): void {
  const seen = new Set<string>();
  for (const { municipality: name, group } of figures) {
    const key = `${municipalityKey(name)}\n${comparable(group ?? "")}`;
    if (seen.has(key)) {
      throw impossible("duplicate-row", "municipalities", group === null ? name : `${name}, ${group}`, {
        expected: "one row per municipality, group and period, and one in all",
      });
    }
    seen.add(key);
  }
  if (municipality === undefined) return;
  const names = figures.map((each) => each.municipality);
  if (names.some((name) => sameMunicipality(name, municipality))) return;
  const near = nearestWord(municipality, names);
  throw impossible("unknown-municipality", "municipality", municipality, {
    expected: "a municipality of the rows",
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** Municipalities with every group, of two or more, in all. */
function addedUp(figures: readonly ExpectedFigure[], groups: readonly string[]): readonly ExpectedFigure[] {
  if (groups.length < 2) return [];
  const own = groupBy(figures, ({ municipality }) => municipalityKey(municipality));
  return [...own.values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined || parts.length < groups.length) return [];
    const sum = sumOf(first.municipality, parts);
    return sum.persons === undefined && sum.shares === undefined ? [] : [sum];
  });
}

function noticesOf(
  rows: readonly ExpectedRow[],
  {
    others,
    sums,
    exceeded,
  }: { readonly others: number; readonly sums: number; readonly exceeded: readonly string[] },
): readonly Notice[] {
  const ranked = rows.filter(({ rank }) => rank !== undefined).length;
  return [
    ...(ranked === 0 ? [] : [{ code: "published-rank-left-out", severity: "info", rows: ranked } as const]),
    ...(sums === 0 ? [] : [{ code: "in-all-added-up", severity: "caution", municipalities: sums } as const]),
    ...(exceeded.length === 0
      ? []
      : [{ code: "groups-above-all", severity: "caution", municipalities: exceeded } as const]),
    ...(others === 0 ? [] : [{ code: "other-figures-left-out", severity: "info", rows: others } as const]),
  ];
}

function firstSpellings(names: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const name of names) if (!first.has(comparable(name))) first.set(comparable(name), name);
  return [...first.values()];
}

function spelledAs(group: string | null, groups: readonly string[]): string | null {
  if (group === null) return null;
  return groups.find((each) => comparable(each) === comparable(group)) ?? group;
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

function impossible(
  code: string,
  part: string,
  received: unknown,
  wanted: { readonly expected: string; readonly hint?: string },
): Error {
  return competitionError({ code, path: `${OPERATION}.${part}`, received, ...wanted });
}
