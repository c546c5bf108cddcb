import { uniform, type RandomStream } from "../core/index.js";
import type { Choose } from "./designs/procedure.js";

/** Chance by a stream, which isn't asked where only one thing is possible. */
export function choosing(stream: RandomStream): Choose {
  return (chances) => {
    let total = 0;
    let possible = 0;
    for (const chance of chances) {
      total += chance;
      if (chance > 0) possible++;
    }
    let point = possible > 1 ? uniform(stream) * total : 0;
    let last = 0;
    for (let place = 0; place < chances.length; place++) {
      const chance = chances[place] ?? 0;
      if (chance <= 0) continue;
      if (point < chance) return place;
      point -= chance;
      last = place; // where rounding leaves a rest beyond the last one
    }
    return last;
  };
}

/** One of all things that can happen. */
export interface Possibility<Value> {
  readonly value: Value;
  readonly probability: number;
}

/**
 * Everything that can come of something, with its probability: it is run again and again, what it asks to be
 * settled being settled by turns in every way.
 *
 * @returns undefined where it takes more runs than `most`.
 */
export function everyPossibility<Value>(
  run: (choose: Choose) => Value,
  most: number,
): readonly Possibility<Value>[] | undefined {
  const found: Possibility<Value>[] = [];
  const path: Settled[] = [];
  let seen = 0; // what part of the tree, were every fork of it to share its part out evenly
  do {
    let probability = 1;
    let depth = 0;
    const value = run((chances) => {
      const settled = path[depth] ?? settledFirst(chances);
      path[depth++] = settled;
      probability *= (settled.chances[settled.place] ?? 0) / settled.total;
      return settled.place;
    });
    found.push({ value, probability });
    seen += path.reduce((part, { ways }) => part / ways, 1);
    if (found.length > most || isHopeless(found.length, seen, most)) return undefined;
  } while (turned(path));
  return found;
}

/** Whether what was seen in some runs makes many more runs likely than the most: told from the first on where it is plain. */
function isHopeless(runs: number, seen: number, most: number): boolean {
  const expected = runs / seen;
  return expected > (runs < 500 ? most ** 3 : 10 * most);
}

interface Settled {
  readonly chances: readonly number[];
  readonly total: number;
  /** How many places are possible. */
  readonly ways: number;
  place: number;
}

function settledFirst(given: readonly number[]): Settled {
  const chances = [...given]; // the caller may go on to change them
  const ways = chances.filter((chance) => chance > 0).length;
  return { chances, total: sumOf(chances), ways, place: nextPossible(chances, 0) };
}

/** Turns to the next way of settling things: the last that can be settled otherwise. */
function turned(path: Settled[]): boolean {
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    last.place = nextPossible(last.chances, last.place + 1);
    if (last.place < last.chances.length) return true;
    path.pop();
  }
  return false;
}

function nextPossible(chances: readonly number[], from: number): number {
  let place = from;
  while (place < chances.length && (chances[place] ?? 0) <= 0) place++;
  return place;
}

/** Things of several kinds, so many of each, in random order: their kinds one after the other. */
export function inAnyOrder(counts: readonly number[], choose: Choose): readonly number[] {
  const left = [...counts];
  return Array.from({ length: sumOf(counts) }, () => {
    const kind = choose(left);
    left[kind] = (left[kind] ?? 0) - 1;
    return kind;
  });
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
