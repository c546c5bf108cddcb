import type { RandomStream } from "../../core/index.js";
import { drawnFrom, type Tabulated } from "./tabulated.js";

/** What a rank is drawn from: a value, less an expected one where there is one. */
export interface RankedLaw {
  readonly value: Tabulated;
  readonly expected?: Tabulated;
}

/** As many draws of one subject are made in a row, while its table is at hand. */
const BLOCK = 250;

/** How often each subject has each rank among draws of all: at `subject · k + rank − 1`, rank 1 being the highest. */
export function rankCounts(laws: readonly RankedLaw[], times: number, stream: RandomStream): Uint32Array {
  const k = laws.length;
  const draws = Array.from({ length: Math.min(BLOCK, times) }, () => new Float64Array(k));
  const counts = new Uint32Array(k * k);
  const sort = sorter(laws);
  for (let done = 0; done < times; done += BLOCK) {
    const block = draws.slice(0, times - done);
    for (const [subject, { value, expected }] of laws.entries()) {
      for (const draw of block) {
        const drawn = drawnFrom(value, stream.next());
        draw[subject] = expected === undefined ? drawn : drawn - drawnFrom(expected, stream.next());
      }
    }
    for (const draw of block) countRanks(sort(draw), counts);
  }
  return counts;
}

function countRanks(order: Uint16Array, counts: Uint32Array): void {
  const k = order.length;
  for (let place = 0; place < k; place++) {
    const at = (order[place] ?? 0) * k + (k - 1 - place);
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

/** For each subject so many cells. */
const CELLS = 3;

/**
 * Gives the subjects from the lowest value to the highest, equal values in their order; the array is used again.
 *
 * Values are put into cells of equal width where nearly all of them lie, and then moved past the few that they still
 * stand wrong to: faster than comparing all, as most cells have one value or none.
 */
function sorter(laws: readonly RankedLaw[]): (draw: Float64Array) => Uint16Array {
  const k = laws.length;
  const cells = CELLS * k;
  const [low, high] = middleOf(laws);
  const scale = high > low ? cells / (high - low) : 0;
  const order = new Uint16Array(k);
  const cellOf = new Uint16Array(k);
  const starts = new Uint16Array(cells + 1);
  return (draw) => {
    starts.fill(0);
    for (let i = 0; i < k; i++) {
      const cell = Math.floor(Math.min(Math.max(((draw[i] ?? NaN) - low) * scale, 0), cells - 1));
      cellOf[i] = cell;
      starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
    }
    for (let cell = 1; cell < cells; cell++) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
    for (let i = 0; i < k; i++) {
      const cell = cellOf[i] ?? 0;
      const place = starts[cell] ?? 0;
      order[place] = i;
      starts[cell] = place + 1;
    }
    for (let place = 1; place < k; place++) {
      const subject = order[place] ?? 0;
      const value = draw[subject] ?? NaN;
      let to = place;
      for (; to > 0 && (draw[order[to - 1] ?? 0] ?? NaN) > value; to--) order[to] = order[to - 1] ?? 0;
      order[to] = subject;
    }
    return order;
  };
}

/** Words that draw a hundredth of a law, its median, and all but a hundredth. */
const LIKELY = [0.01, 0.5, 0.99].map((share) => Math.floor(share * 2 ** 32));
/** A fiftieth of such values on either side may lie anywhere. */
const APART = 50;

/** Between these nearly all draws lie: a few laws far off don't count. */
function middleOf(laws: readonly RankedLaw[]): readonly [number, number] {
  const likely = laws.flatMap((law) => LIKELY.map((word) => valueAt(law, word))).toSorted((a, b) => a - b);
  const margin = Math.floor(likely.length / APART);
  return [likely.at(margin) ?? 0, likely.at(-1 - margin) ?? 0];
}

function valueAt({ value, expected }: RankedLaw, word: number): number {
  const own = drawnFrom(value, word);
  return expected === undefined ? own : own - drawnFrom(expected, 2 ** 32 - 1 - word);
}
