import { group } from "d3-array";
import { competitionError, nearestWord } from "../../core/index.js";
import type { Count } from "../../inference/index.js";
import type { GroupCounts } from "./caseMix.js";
import { chooseRows, type ChosenRows } from "./chosenRows.js";
import { groupKey, mayBeEverybody, sumOfOthers } from "../everybody.js";
import { comparable, municipalityKey } from "../names.js";
import type { PeersData } from "../similar/types.js";
import type { BenchmarkPlan, CountRow, MunicipalityRow } from "../types.js";

/** One municipality of the reference: its counts by the plan's groups, or all of them under "", and their sum. */
export interface Peer {
  readonly municipality: string;
  readonly events: number;
  readonly total: number;
  readonly groups: GroupCounts;
}

/** With whom the arms are compared, and whether the figures measure the same. */
export interface Reference extends ChosenRows {
  readonly peers: readonly Peer[];
  /** Peers of the measure whose figures aren't told by the plan's groups. */
  readonly ungrouped: readonly string[];
  /** Peers whose groups would be added up, but for one that others have. */
  readonly incomplete: readonly { readonly municipality: string; readonly groups: readonly string[] }[];
  /** Peers of the measure that had nobody to count. */
  readonly empty: readonly string[];
  /** Peers whose citizens aren't all in the plan's groups: everybody, and those of the groups. */
  readonly outside: readonly { readonly municipality: string; readonly all: Count; readonly within: Count }[];
  /** Of whom a group was taken for everybody, since it has as many as all others together. */
  readonly wholes: readonly { readonly municipality: string; readonly group: string }[];
}

/**
 * The peers of the plan's cluster with their figures of the plan's measure.
 *
 * Whose rows count, and which, is told by {@link chooseRows}. Where the plan names groups, a municipality counts by
 * them alone, one that lacks any of them is left out, and citizens outside of them are told of (`outside`); otherwise it
 * counts by its row of everybody (without a group, or of a group called `I alt`, `Total` or the like, or of one that has
 * as many as all others together: `wholes`), or where it has none by its groups added up; who then lacks a group in which
 * another has people is left out (`incomplete`), since the rest of its citizens aren't everybody.
 *
 * @throws CompetitionError as {@link chooseRows}; `duplicate-row`, `whole-or-group`, `unknown-group`.
 */
export function findReference(
  municipalities: readonly MunicipalityRow[],
  plan: BenchmarkPlan,
  given?: PeersData,
  place?: string,
): Reference {
  const chosen = chooseRows(municipalities, plan, given, place);
  const all = addGroups(chosen.rows);
  const names = plan.groups?.map(({ name }) => name);
  if (names === undefined) for (const each of all) checkNames(each);
  else checkGroupNames(names, chosen.rows);
  const incomplete = names === undefined ? incompleteOf(all, chosen.rows) : [];
  const lacking = new Set(incomplete.map(({ municipality }) => municipality));
  const peers =
    names === undefined
      ? all.filter(({ municipality }) => !lacking.has(municipality)).map(together)
      : all.flatMap((peer) => byGroups(peer, names) ?? []);
  const kept = new Set(peers.map(({ municipality }) => municipality));
  return {
    ...chosen,
    peers: peers.filter(({ total }) => total > 0),
    empty: peers.flatMap(({ municipality, total }) => (total > 0 ? [] : municipality)),
    ungrouped:
      names === undefined
        ? []
        : all.flatMap(({ municipality }) => (kept.has(municipality) ? [] : municipality)),
    incomplete,
    outside: names === undefined ? [] : all.flatMap((peer) => outsideOf(peer, peers)),
    wholes:
      names !== undefined
        ? []
        : all.flatMap(({ municipality, byFigures }) =>
            byFigures === undefined ? [] : [{ municipality, group: byFigures }],
          ),
  };
}

/** Of those whose groups are added up, who lacks some in which another has people: marked as not told, or forgotten. */
function incompleteOf(all: readonly Told[], rows: readonly CountRow[]): Reference["incomplete"] {
  const added = all.filter(({ isAdded }) => isAdded);
  const peopled = new Set(
    added.flatMap(({ groups }) => [...groups].flatMap(([key, { total }]) => (total > 0 ? key : []))),
  );
  const spelled = new Map(rows.toReversed().map(({ group: name = "" }) => [groupKey(name), name]));
  return added.flatMap(({ municipality, groups }) => {
    const lacking = [...peopled].filter((key) => !groups.has(key)).map((key) => spelled.get(key) ?? key);
    return lacking.length === 0 ? [] : [{ municipality, groups: lacking }];
  });
}

/** A municipality's groups under their comparable names, and what stands for everybody in them. */
interface Told extends Peer {
  /** The group, as the row names it, that was taken for everybody by its figures alone. */
  readonly byFigures?: string;
  /** Whether nothing stands for everybody but the groups together. */
  readonly isAdded: boolean;
}

/** Each municipality with its groups; what stands under "" is everybody, and none of its groups. */
function addGroups(rows: readonly CountRow[]): readonly Told[] {
  const all = Array.from(
    group(rows, (row) => municipalityKey(row.municipality)),
    ([, own]) => {
      const municipality = own[0]?.municipality ?? "";
      const groups = new Map(
        own.map(({ group: name, events, total }) => [groupKey(name), { events, total }]),
      );
      if (groups.size < own.length) throw sameTwice(municipality, own);
      return { municipality, own, groups, key: groups.has("") ? "" : sumOfOthers(groups) };
    },
  );
  return all.map(({ municipality, own, groups, key }) => {
    const whole = key !== undefined && isWhole(key) ? groups.get(key) : undefined;
    if (whole === undefined) return { municipality, ...sumOf([...groups.values()]), groups, isAdded: true };
    if (key === "") return { municipality, ...whole, groups, isAdded: false };
    const byFigures = own.find((row) => groupKey(row.group) === key)?.group ?? "";
    return { municipality, ...whole, groups, byFigures, isAdded: false };
  });

  /** Under a name that says nothing, everywhere: few citizens may come to the same sums by chance. */
  function isWhole(name: string): boolean {
    const fits = ({ groups, key }: (typeof all)[number]): boolean =>
      key === name || key === "" || groups.size < 3 || !groups.has(name);
    return mayBeEverybody(name) || all.every(fits);
  }
}

/**
 * Refuses to add up groups of which one is called as if it were everybody (`Over 25 år i alt`), while its figures are
 * not those of the others: it may be, with groups left out, or be one of them.
 */
function checkNames({ municipality, groups, byFigures }: Told): void {
  if (groups.size < 2 || groups.has("") || byFigures !== undefined) return;
  const name = [...groups.keys()].find(mayBeEverybody);
  if (name === undefined) return;
  throw competitionError({
    code: "whole-or-group",
    path: "municipalities",
    received: `${municipality}: ${[...groups.keys()].join("; ")}`,
    expected: `to know whether "${name}" is everybody: its counts aren't those of the other groups together`,
    hint: "If it is, call it I alt; if it isn't, give it another name; or name the plan's groups, which are counted alone.",
  });
}

/**
 * Refuses a group of the plan that no row names: nobody could be compared with in it.
 *
 * @throws CompetitionError `unknown-group`
 */
function checkGroupNames(names: readonly string[], rows: readonly CountRow[]): void {
  const known = [...new Set(rows.flatMap(({ group: name }) => name ?? []))];
  const keys = new Set(known.map(groupKey));
  const at = names.findIndex((name) => !keys.has(groupKey(name)));
  const name = names[at];
  if (name === undefined) return;
  const near = nearestWord(name, known);
  throw competitionError({
    code: "unknown-group",
    path: `benchmark.groups[${at}].name`,
    received: name,
    expected:
      known.length === 0 ? "municipalities' rows that name their groups" : `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** The municipality as one group, for a plan that names none. */
function together({ municipality, events, total }: Peer): Peer {
  return { municipality, events, total, groups: new Map([["", { events, total }]]) };
}

/** A municipality's citizens outside of the plan's groups, as far as its figures tell of them. */
function outsideOf({ municipality, events, total }: Told, peers: readonly Peer[]): Reference["outside"] {
  const within = peers.find((peer) => peer.municipality === municipality);
  if (within === undefined || total <= within.total) return [];
  const groups = { events: within.events, total: within.total };
  return [{ municipality, all: { events, total }, within: groups }];
}

/** The municipality by the groups of the plan; nothing where its figures lack one. */
function byGroups({ municipality, groups: told }: Told, names: readonly string[]): Peer | undefined {
  const groups = names.map((name) => [name, told.get(groupKey(name))] as const);
  const known = groups.flatMap(([name, count]) => (count === undefined ? [] : [[name, count] as const]));
  if (known.length < names.length) return undefined;
  return { municipality, ...sumOf(known.map(([, count]) => count)), groups: new Map(known) };
}

function sumOf(counts: readonly Count[]): Count {
  return counts.reduce((sum, each) => ({ events: sum.events + each.events, total: sum.total + each.total }), {
    events: 0,
    total: 0,
  });
}

function sameTwice(municipality: string, rows: readonly CountRow[]): Error {
  const differ = (["cluster", "benefit", "source", "year"] as const).filter(
    (part) => new Set(rows.map((row) => comparable(row[part] ?? ""))).size > 1,
  );
  return competitionError({
    code: "duplicate-row",
    path: "municipalities",
    received: municipality,
    expected: "one row per municipality, group and measure",
    hint: hintOf(differ),
  });
}

/** What can be done about several rows, by what they differ in. */
function hintOf(differ: readonly ("cluster" | "benefit" | "source" | "year")[]): string {
  const named = differ.filter((part) => part === "cluster" || part === "benefit");
  if (named.length > 0) return `Its rows differ in ${named.join(" and ")}: name one in the plan.`;
  if (differ.length > 0) return `Its rows differ in ${differ.join(" and ")}: leave all but one of them out.`;
  return "Leave one of them out.";
}
