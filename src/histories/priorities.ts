import type { Day } from "../core/index.js";
import { pairTally, type PairTally } from "./pairs.js";
import type { Timeline } from "./periods.js";

/** What is left where a list of states says which of them stays. */
export interface Prioritized {
  readonly timeline: Timeline;
  /** Days that were taken away, by the state that stayed and the one that didn't. */
  readonly removed: PairTally;
}

interface Piece {
  readonly state: number;
  readonly start: Day;
  end: Day;
}

/**
 * Leaves of some states, on days with several of them, only the first of the list; states outside of it are untouched.
 *
 * @param list states by number, the one that stays before those that it replaces.
 */
export function prioritize(given: Timeline, list: readonly number[]): Prioritized {
  const removed = pairTally();
  const bounds = new Int32Array(given.bounds.length);
  const state: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const push = (piece: Piece): void => {
    state.push(piece.state);
    start.push(piece.start);
    end.push(piece.end);
  };

  for (let citizen = 0; citizen + 1 < bounds.length; citizen++) {
    const pieces = piecesOf(given, citizen);
    const listed = pieces.filter((piece) => list.includes(piece.state));
    const settled = areApart(listed)
      ? pieces
      : [
          ...pieces.filter((piece) => !list.includes(piece.state)),
          ...settle(listed, list, (kept, other, days) => removed.add(kept, other, citizen, days)),
        ].toSorted((a, b) => a.start - b.start || a.state - b.state);
    for (const piece of settled) push(piece);
    bounds[citizen + 1] = state.length;
  }
  const timeline = {
    bounds,
    state: new Int32Array(state),
    start: new Int32Array(start),
    end: new Int32Array(end),
  };
  return { timeline, removed };
}

function piecesOf({ bounds, state, start, end }: Timeline, citizen: number): Piece[] {
  const pieces: Piece[] = [];
  for (let place = bounds[citizen] ?? 0; place < (bounds[citizen + 1] ?? 0); place++)
    pieces.push({ state: state[place] ?? 0, start: start[place] ?? 0, end: end[place] ?? 0 });
  return pieces;
}

/** Whether no two pieces, in order of their first day, share a day. */
function areApart(pieces: readonly Piece[]): boolean {
  return pieces.every(({ start }, index) => index === 0 || (pieces[index - 1]?.end ?? 0) <= start);
}

/** Goes from one first or last day to the next, and keeps between them the first state of the list that goes on. */
function settle(
  listed: readonly Piece[],
  list: readonly number[],
  tell: (kept: number, removed: number, days: number) => void,
): readonly Piece[] {
  const changes = listed
    .flatMap(({ state, start, end }) => [
      { day: start, state, begins: true },
      { day: end, state, begins: false },
    ])
    .toSorted((a, b) => a.day - b.day);
  const going = new Set<number>();
  const settled: Piece[] = [];
  let since = 0;
  for (const { day, state, begins } of changes) {
    const [kept, ...others] = list.filter((each) => going.has(each));
    if (day > since && kept !== undefined) {
      const last = settled.at(-1);
      if (last?.state === kept && last.end === since) last.end = day;
      else settled.push({ state: kept, start: since, end: day });
      for (const other of others) tell(kept, other, day - since);
    }
    since = day;
    if (begins) going.add(state);
    else going.delete(state);
  }
  return settled;
}
