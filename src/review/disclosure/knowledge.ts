import type { CountSum, PublishedCounts, Since } from "./types.js";

/** A count of which someone knows that it exists. */
export interface Unknown {
  readonly cell: string;
  readonly review: "published" | "previous" | "change";
  /** A hidden count is at least 1, unless it belongs to those that are also hidden where they are 0. */
  readonly lower: 0 | 1;
}

/** `total = Σ parts`, by index into the variables. */
export interface Equation {
  readonly review: "published" | "previous" | "both";
  readonly total: number;
  readonly parts: readonly number[];
}

/** All that can be known from outside: counts, what is published of them, and how they add up. */
export interface Knowledge {
  readonly variables: readonly Unknown[];
  readonly equations: readonly Equation[];
  /** By variable: its published value, or null where it is hidden. */
  readonly values: readonly (number | null)[];
  /** By id: the variable of this review's cell, and of the previous one's. */
  readonly published: ReadonlyMap<string, number>;
  readonly previous: ReadonlyMap<string, number>;
}

/**
 * What someone knows who has a published review and perhaps the one before.
 *
 * A count that can't change is one variable in both reviews; one that can only grow is the earlier
 * count and a change from 0.
 */
export function knowledgeOf(now: PublishedCounts, then?: PublishedCounts): Knowledge {
  const variables: Unknown[] = [];
  const values: (number | null)[] = [];
  const equations: Equation[] = [];
  const add = (variable: Unknown, value: number | null): number => {
    values.push(value);
    return variables.push(variable) - 1;
  };
  const published = addCells(now, "published", add);
  const previous = new Map<string, number>();
  if (then !== undefined) {
    const same = (id: string): number | undefined =>
      linked(now, then, id) === "fixed" ? published.get(id) : undefined;
    for (const [id, index] of addCells(then, "previous", add, same)) previous.set(id, index);
    for (const [id, earlier] of previous) {
      const later = published.get(id);
      if (later === undefined) continue;
      if (later === earlier) {
        values[later] ??= valueOf(then, id);
      } else if (linked(now, then, id) === "growing") {
        const change = add({ cell: id, review: "change", lower: 0 }, null);
        equations.push({ review: "both", total: later, parts: [earlier, change] });
      }
    }
    equations.push(...equationsOf(then.sums, "previous", previous));
  }
  equations.push(...equationsOf(now.sums, "published", published));
  return { variables, values, equations, published, previous };
}

/** How the earlier count bounds the later; not at all where a correction has visibly broken the rule. */
function linked(now: PublishedCounts, then: PublishedCounts, id: string): Since | undefined {
  const [later, earlier] = [valueOf(now, id), valueOf(then, id)];
  if (later === null || earlier === null) return now.since[id];
  return later === earlier || (later > earlier && now.since[id] === "growing") ? now.since[id] : undefined;
}

function addCells(
  counts: PublishedCounts,
  review: "published" | "previous",
  add: (variable: Unknown, value: number | null) => number,
  same: (id: string) => number | undefined = () => undefined,
): Map<string, number> {
  const mayBeZero = hiddenAlsoAtZero(counts.sums);
  return new Map(
    Object.keys(counts.cells)
      .toSorted()
      .map((id) => {
        const lower = mayBeZero.has(id) ? 0 : 1;
        return [id, same(id) ?? add({ cell: id, review, lower }, valueOf(counts, id))];
      }),
  );
}

function valueOf({ cells }: PublishedCounts, id: string): number | null {
  const value = cells[id];
  return typeof value === "number" ? value : null;
}

function equationsOf(
  sums: readonly CountSum[],
  review: "published" | "previous",
  index: ReadonlyMap<string, number>,
): Equation[] {
  const at = (id: string): number => index.get(id) ?? -1;
  return sums.map(({ total, parts }) => ({ review, total: at(total), parts: parts.map(at) }));
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
