import { group } from "d3-array";
import { competitionError, deepFreeze, resolveOptions, type OptionRules } from "../../core/index.js";
import type { TableInput } from "../../tables/index.js";
import { mayBeEverybody } from "../everybody.js";
import { givenRows } from "../given.js";
import { comparable, municipalityKey } from "../names.js";
import { areaKind } from "../register/areas.js";
import type { CountRow, MunicipalityRow, RateRow } from "../types.js";
import { addCells, isSafe, joinSmall, type Cell, type Joinable } from "./joinSmall.js";

/** A sum of fewer could be taken apart by any of its municipalities, which knows its own figures. */
export const FEWEST_MERGED = 3;

export interface MergeOptions {
  /** Fewest citizens with, and without, a success that may be told; 5 by default. */
  readonly minimum?: number;
  /** The municipality that is compared: it is no peer, and its own rows stay as they are. */
  readonly municipality?: string;
}

/** Municipalities that stand as one. */
export interface MergedPeers {
  readonly name: string;
  readonly municipalities: readonly string[];
}

export interface MergedMunicipalities {
  readonly rows: readonly MunicipalityRow[];
  /** One for each measure and cluster in which somebody was small. */
  readonly merged: readonly MergedPeers[];
  /** Whose rows aren't among `rows`, since they would give a part of a sum away, and can't be added up. */
  readonly leftOut: readonly string[];
}

type Chosen = Required<Pick<MergeOptions, "minimum">> & Omit<MergeOptions, "minimum">;

export const MINIMUM: OptionRules<Chosen>["minimum"] = {
  default: 5,
  expected: "a whole number from 1",
  accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
};

const RULES: OptionRules<Chosen> = {
  minimum: MINIMUM,
  municipality: {
    expected: "a text",
    accepts: (value) => typeof value === "string" && value.trim() !== "",
  },
};

/**
 * Takes municipalities with small counts together as `Øvrige kommuner (3)`, before anything is computed of their rows,
 * so that nothing that is published can be traced to few citizens.
 *
 * In each measure, period and cluster by itself, a municipality is small if a row of it has citizens, but fewer than
 * `minimum` with a success or without: 0 too, which says of each of its citizens how it went; so is one of which few are left where
 * its groups, one or all, are subtracted from its row of everybody (33 of 80 less 30 of 60: 3 of 20). All small ones become one row per group, their counts
 * added up; where these are fewer than three, or their sums still small or such that they give their parts away,
 * the municipality with the fewest citizens is taken in, and so on. Who is taken in follows from who is small and from the sums alone:
 * other counts of the small ones with the same sums give the same rows.
 *
 * Rates of a known number of people are weighted by it; a rate is small if its events could be fewer than `minimum`
 * by its rounding. Rates without total, full-time persons, and rows of areas (the country, a region) beside merged
 * municipalities are left out, since they can't be added up, or would give the sums' parts away; so are all municipalities of a
 * measure and cluster whose sums are small even so. The merged row keeps measure, cluster, benefit, direction, and
 * the sources and years of all; it has no covariates, whose mean by citizens would give the citizens away.
 *
 * Publish one edition of a data set: two that were merged differently can be held against each other.
 *
 * @param municipalities Rows, or what `parseMunicipalities` gave.
 * @returns `rows`; `merged`, who stands together as what; `leftOut`.
 * @throws CompetitionError `missing-rows`, `unknown-option`, `impossible-option`; `duplicate-row` for a municipality that has a group of
 *   a measure twice.
 * @example
 * mergeSmallMunicipalities(rows).merged // [{ name: "Øvrige kommuner (3)", municipalities: ["Fanø", "Læsø", "Samsø"] }]
 * @example
 * mergeSmallMunicipalities(rows, { minimum: 1 }) // only who had no success, or no failure, is taken together
 */
export function mergeSmallMunicipalities(
  municipalities: TableInput<MunicipalityRow>,
  options: MergeOptions = {},
): MergedMunicipalities {
  const { values } = resolveOptions<Chosen>("mergeSmallMunicipalities", options, RULES);
  const given = givenRows("mergeSmallMunicipalities", municipalities);
  const own = values.municipality === undefined ? undefined : municipalityKey(values.municipality);
  const isPeer = (row: MunicipalityRow): boolean =>
    areaKind(row.municipality) === undefined && municipalityKey(row.municipality) !== own;
  const scopes = [...group(given, scopeOf).values()].map((rows) => mergeScope(rows, isPeer, values.minimum));
  return deepFreeze({
    rows: scopes.flatMap(({ rows }) => rows),
    merged: scopes.flatMap(({ merged }) => merged),
    leftOut: [...new Set(scopes.flatMap(({ leftOut }) => leftOut))],
  });
}

/** What a merged row stands for in its name: there is no other municipality that is called so. */
export function nameOfMerged(count: number): string {
  return `Øvrige kommuner (${count})`;
}

/** Whether a row is several municipalities under one name, which has no place among single ones. */
export function isMerged(municipality: string): boolean {
  return /^Øvrige kommuner \(\d+\)$/.test(municipality);
}

function scopeOf(row: MunicipalityRow): string {
  const { definition, population, anchor, window, period, direction, cluster, benefit } = row;
  return [definition, population, anchor, window, period, direction ?? "higher-is-better", cluster, benefit]
    .map((part) => comparable(part ?? ""))
    .join("\n");
}

/** A row of people, whose events are known or follow from a rate. */
type PeopleRow = CountRow | (RateRow & { readonly total: number });

function ofPeople(row: MunicipalityRow): row is PeopleRow {
  if (row.figure === undefined || row.figure === "counts") return true;
  return row.figure === "rate" && row.total !== undefined && row.unit === undefined;
}

/** One municipality of a measure and cluster, by the groups of all. */
interface Peer extends Joinable {
  readonly key: string;
  readonly rows: readonly PeopleRow[];
}

function mergeScope(
  rows: readonly MunicipalityRow[],
  isPeer: (row: MunicipalityRow) => boolean,
  minimum: number,
): MergedMunicipalities {
  const counted = rows.filter(isPeer).filter(ofPeople);
  const peers = peersOf(counted);
  const joined = joinSmall(peers, { minimum, fewest: FEWEST_MERGED });
  if (joined.length === 0) return { rows, merged: [], leftOut: [] };
  const isTold = isSafe(addCells(joined), minimum);
  const keys = new Set(joined.map(({ key }) => key));
  const isJoined = (row: MunicipalityRow): boolean =>
    isPeer(row) && keys.has(municipalityKey(row.municipality));
  const isLost = (row: MunicipalityRow): boolean =>
    areaKind(row.municipality) !== undefined || (isJoined(row) && (!isTold || !ofPeople(row)));
  const name = nameOfMerged(joined.length);
  const groups = group(isTold ? joined.flatMap((peer) => peer.rows) : [], (row) =>
    comparable(row.group ?? ""),
  );
  return {
    rows: [
      ...rows.filter((row) => !isJoined(row) && !isLost(row)),
      ...Array.from(groups.values(), (members) => pooled(members, name)),
    ],
    merged: isTold ? [{ name, municipalities: joined.map((peer) => peer.name) }] : [],
    leftOut: rows.filter(isLost).map(({ municipality }) => municipality),
  };
}

function peersOf(rows: readonly PeopleRow[]): readonly Peer[] {
  const groups = [...new Set(rows.map((row) => comparable(row.group ?? "")))];
  const wholes = groups.filter(mayBeEverybody);
  return Array.from(
    group(rows, (row) => municipalityKey(row.municipality)),
    ([key, own]) => {
      const name = own[0]?.municipality ?? "";
      const byGroup = groups.map((each) => {
        const found = own.filter((row) => comparable(row.group ?? "") === each);
        if (found.length > 1) throw sameTwice(name);
        return found[0];
      });
      const rowIn = (each: string): PeopleRow | undefined => byGroup[groups.indexOf(each)];
      const rests = wholes.flatMap((whole) => {
        const parts = groups.filter((each) => each !== whole && !wholes.includes(each)).map(rowIn);
        return [...parts.map((part) => [part]), parts].map((taken) => restOf(rowIn(whole), taken));
      });
      return { key, name, rows: own, cells: [...byGroup.map(cellOf), ...rests] };
    },
  );
}

/**
 * Who is left of everybody where groups are taken away, for whoever subtracts them: as few as there may be. Nobody where
 * none of the groups is there, or they come to more than everybody, so that they are no parts of it.
 */
function restOf(whole: PeopleRow | undefined, groups: readonly (PeopleRow | undefined)[]): Cell {
  const parts = groups.filter((row) => row !== undefined);
  if (whole === undefined || parts.length === 0) return cellOf(undefined);
  const total = whole.total - sum(parts.map((row) => row.total));
  if (total <= 0) return cellOf(undefined);
  const least = (of: (row: PeopleRow) => Cell, side: keyof Cell, rest: keyof Cell): number =>
    Math.max(0, of(whole)[side] - sum(parts.map((row) => row.total - of(row)[rest])));
  const events = least(cellOf, "events", "nonEvents");
  const nonEvents = least(cellOf, "nonEvents", "events");
  return events + nonEvents === 0 ? { events, nonEvents: total } : { events, nonEvents };
}

/** Events and non-events: of a rate, printed without its events, as few as there may be. */
function cellOf(row: PeopleRow | undefined): Cell {
  if (row === undefined) return { events: 0, nonEvents: 0 };
  const { total } = row;
  if (row.figure !== "rate") {
    const { events, eventsWithin = 0 } = row;
    return { events: events - eventsWithin, nonEvents: total - events - eventsWithin };
  }
  const least = (rate: number): number => Math.max(0, total * (rate - row.rounding));
  return { events: least(row.rate), nonEvents: least(1 - row.rate) };
}

/** Rows of one group as one: counts added up; where some are rates, the rate of all, weighted by their totals. */
function pooled(rows: readonly PeopleRow[], municipality: string): MunicipalityRow {
  const [first] = rows;
  if (first === undefined) throw new Error("A sum has parts.");
  const { definition, population, anchor, window, period, group: name, cluster, benefit, direction } = first;
  const [source, year] = [textsOf(rows, "source"), textsOf(rows, "year")];
  const facts = {
    municipality,
    definition,
    population,
    anchor,
    window,
    period,
    ...(name === undefined ? {} : { group: name }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(benefit === undefined ? {} : { benefit }),
    ...(direction === undefined ? {} : { direction }),
    ...(source === "" ? {} : { source }),
    ...(year === "" ? {} : { year }),
  };
  const total = sum(rows.map((row) => row.total));
  const counts = rows.flatMap((row) => (row.figure === "rate" ? [] : [row]));
  if (counts.length < rows.length) {
    const shareOf = (of: (row: PeopleRow) => number): number =>
      total === 0 ? 0 : sum(rows.map((row) => row.total * of(row))) / total;
    return {
      ...facts,
      figure: "rate",
      total,
      rate: shareOf((row) => (row.figure === "rate" ? row.rate : row.events / Math.max(1, row.total))),
      rounding: shareOf((row) => (row.figure === "rate" ? row.rounding : 0)),
    };
  }
  const expected = counts.flatMap((row) => row.expected ?? []);
  const within = sum(counts.map(({ eventsWithin = 0 }) => eventsWithin));
  return {
    ...facts,
    events: sum(counts.map(({ events }) => events)),
    total,
    ...(expected.length === counts.length ? { expected: sum(expected) } : {}),
    ...(counts.some(({ reconstructed }) => reconstructed) ? { reconstructed: true } : {}),
    ...(within === 0 ? {} : { eventsWithin: within }),
  };
}

function textsOf(rows: readonly PeopleRow[], part: "source" | "year"): string {
  return [...new Set(rows.flatMap((row) => row[part] ?? []))].toSorted().join(", ");
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function sameTwice(municipality: string): Error {
  return competitionError({
    code: "duplicate-row",
    path: "municipalities",
    received: municipality,
    expected: "one row per municipality, group and measure",
  });
}
