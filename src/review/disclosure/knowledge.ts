import type { CountSum, PublishedCounts, Since } from "./types.js";

/** A count of which someone knows that it exists. */
export interface Unknown {
  readonly cell: string;
  readonly review: "published" | "previous" | "change";
  /** Of one that isn't this review's: the date of the earlier one. */
  readonly asOf?: string;
  /** A hidden count is at least 1, unless it belongs to those that are also hidden where they are 0. */
  readonly lower: 0 | 1;
  /** How far apart its least and greatest value must be where it is hidden; 0 of one that isn't a count. */
  readonly width: number;
}

/** `total = Σ parts`, by index into the variables. */
export interface Equation {
  readonly review: "published" | "previous" | "both";
  readonly asOf?: string;
  readonly total: number;
  readonly parts: readonly number[];
}

/** All that can be known from outside: counts, what is published of them, and how they add up. */
export interface Knowledge {
  readonly variables: readonly Unknown[];
  readonly equations: readonly Equation[];
  /** By variable: its published value, or null where it is hidden. */
  readonly values: readonly (number | null)[];
  /** By id: the variable of this review's cell. */
  readonly published: ReadonlyMap<string, number>;
  /** Variables of this review that an earlier one shows, since they can't have changed. */
  readonly told: ReadonlySet<number>;
}

type Added = Unknown & { readonly value: number | null };
/** A review with the variables of its cells. */
interface Placed {
  readonly counts: PublishedCounts;
  readonly at: ReadonlyMap<string, number>;
}

/**
 * What someone knows who has a published review and earlier ones.
 *
 * A count that can't have changed is one variable in both. Of one that can only grow, later = earlier +
 * growth with growth ≥ 0, between each review and the one before it that has the count, also where both hide it:
 * what a later review shows may bound the second of them, and through it the first.
 */
export function knowledgeOf(now: PublishedCounts, earlier: readonly PublishedCounts[] = []): Knowledge {
  const variables: Unknown[] = [];
  const values: (number | null)[] = [];
  const equations: Equation[] = [];
  const add = ({ value, ...variable }: Added): number => {
    values.push(value);
    return variables.push(variable) - 1;
  };
  const published = addCells(now, { review: "published" }, add);
  const told = new Set<number>();
  const placed: Placed[] = [{ counts: now, at: published }];
  for (const then of newestFirst(earlier)) {
    const edition = { review: "previous", asOf: then.asOf } as const;
    const { counts: later, at } = placed.at(-1) ?? { counts: now, at: published };
    const same = new Map(
      [...at].filter(([id]) => Object.hasOwn(then.cells, id) && linked(later, then, id) === "fixed"),
    );
    placed.push({ counts: then, at: addCells(then, edition, add, same) });
    for (const [id, index] of same) {
      const value = valueOf(then, id);
      values[index] ??= value;
      if (value !== null && published.get(id) === index) told.add(index);
    }
  }
  for (const id of published.keys()) {
    for (const { earlier: part, later: total, asOf } of growths(placed, id)) {
      if (total === part) continue;
      const change = { review: "change", cell: id, asOf, lower: 0, width: 0, value: null } as const;
      equations.push({ review: "both", asOf, total, parts: [part, add(change)] });
    }
  }
  for (const { counts, at } of placed.slice(1)) {
    equations.push(...equationsOf(counts.sums, { review: "previous", asOf: counts.asOf }, at));
  }
  equations.push(...equationsOf(now.sums, { review: "published" }, published));
  return { variables, values, equations, published, told };
}

interface Growth {
  readonly later: number;
  readonly earlier: number;
  readonly asOf: string;
}

/** Which two reviews a growing count is compared in; none where a correction has visibly broken the rule. */
function growths(placed: readonly Placed[], id: string): readonly Growth[] {
  const [now] = placed;
  if (now === undefined) return [];
  const having = placed.filter(({ counts }) => Object.hasOwn(counts.cells, id));
  const shown = having.filter(({ counts }) => valueOf(counts, id) !== null);
  const isBroken = shown.some(
    ({ counts }, place) => place > 0 && linked(shown[place - 1]?.counts ?? counts, counts, id) === undefined,
  );
  if (isBroken || linked(now.counts, now.counts, id) === undefined) return [];
  const compared = (later: Placed | undefined, before: Placed | undefined): readonly Growth[] => {
    const [total, part] = [later?.at.get(id), before?.at.get(id)];
    if (total === undefined || part === undefined || before === undefined) return [];
    return [{ later: total, earlier: part, asOf: before.counts.asOf }];
  };
  return having.flatMap((review, place) => compared(review, having[place + 1]));
}

/** Reviews from the latest to the first, in whatever order they were given. */
export function newestFirst(reviews: readonly PublishedCounts[]): readonly PublishedCounts[] {
  return reviews.toSorted((a, b) => (a.asOf > b.asOf ? -1 : Number(a.asOf < b.asOf)));
}

/** How the earlier count bounds the later; not at all where a correction has visibly broken the rule. */
export function linked(
  now: PublishedCounts,
  then: PublishedCounts,
  id: string,
): Exclude<Since, "drawn"> | undefined {
  const since = now.since[id];
  const isSame = since === "drawn" && now.ledger !== null && now.ledger === then.ledger;
  const rule = since === "drawn" ? (isSame ? "fixed" : "growing") : since;
  const [later, earlier] = [valueOf(now, id), valueOf(then, id)];
  if (later === null || earlier === null || later === earlier) return rule;
  return later > earlier && rule === "growing" ? rule : undefined;
}

function addCells(
  counts: PublishedCounts,
  edition: Pick<Unknown, "review" | "asOf">,
  add: (variable: Added) => number,
  same: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const mayBeZero = hiddenAlsoAtZero(counts.sums);
  return new Map(
    Object.keys(counts.cells)
      .toSorted()
      .map((id) => {
        const lower = mayBeZero.has(id) ? 0 : 1;
        const value = valueOf(counts, id);
        return [id, same.get(id) ?? add({ ...edition, cell: id, lower, width: counts.minimum, value })];
      }),
  );
}

function valueOf({ cells }: PublishedCounts, id: string): number | null {
  const value = cells[id];
  return typeof value === "number" ? value : null;
}

function equationsOf(
  sums: readonly CountSum[],
  edition: Pick<Equation, "review" | "asOf">,
  index: ReadonlyMap<string, number>,
): Equation[] {
  const at = (id: string): number => index.get(id) ?? -1;
  return sums.map(({ total, parts }) => ({ ...edition, total: at(total), parts: parts.map(at) }));
}

/**
 * The cells that may be hidden where they are 0: the parts of personal sums, and the totals and parts
 * of these in other sums. Every other 0 is shown, and so a hidden count elsewhere is known not to be 0.
 */
function hiddenAlsoAtZero(sums: readonly CountSum[]): ReadonlySet<string> {
  const found = new Set(sums.flatMap(({ personal, parts }) => (personal === true ? parts : [])));
  const others = sums.filter(({ personal }) => personal !== true);
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { total, parts } of others) {
      if (found.has(total)) for (const part of parts) found.add(part);
      else if (parts.some((part) => found.has(part))) found.add(total);
    }
  }
  return found;
}
