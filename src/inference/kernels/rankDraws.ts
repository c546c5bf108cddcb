import type { RandomStream } from "../../core/index.js";
import { drawnFrom, type Tabulated } from "./tabulated.js";

/** What a rank is drawn from: a value, less an expected one where there is one. */
export interface RankedLaw {
  readonly value: Tabulated;
  readonly expected?: Tabulated;
}

/** Of 53 bits some name the subject, and the others its value. */
const BITS = 53;
/** As many draws of one subject are made in a row, while its table is at hand. */
const BLOCK = 250;

/**
 * How often each subject has each rank among draws of all: at `subject · k + rank − 1`, rank 1 being the highest.
 *
 * Each draw is sorted as numbers whose last bits are the subject, since numbers are sorted several times faster than
 * subjects by a comparison. Values that agree in all the other bits, some 40 of them, go by the subject.
 */
export function rankCounts(laws: readonly RankedLaw[], times: number, stream: RandomStream): Uint32Array {
  const k = laws.length;
  const spread = 2 ** Math.ceil(Math.log2(Math.max(k, 2)));
  const lowest = laws.reduce((least, law) => Math.min(least, endOf(law, "lower")), Infinity);
  const highest = laws.reduce((most, law) => Math.max(most, endOf(law, "upper")), -Infinity);
  // Values that doubles can't tell apart have no width.
  const scale = highest > lowest ? (2 ** BITS / spread - 1) / (highest - lowest) : 0;
  const draws = Array.from({ length: Math.min(BLOCK, times) }, () => new Float64Array(k));
  const counts = new Uint32Array(k * k);
  for (let done = 0; done < times; done += BLOCK) {
    const block = draws.slice(0, times - done);
    for (const [subject, { value, expected }] of laws.entries()) {
      for (const draw of block) {
        let drawn = drawnFrom(value, stream.next());
        if (expected !== undefined) drawn -= drawnFrom(expected, stream.next());
        draw[subject] = Math.floor((drawn - lowest) * scale) * spread + subject;
      }
    }
    for (const draw of block) {
      draw.sort();
      countRanks(draw, spread, counts);
    }
  }
  return counts;
}

function countRanks(sorted: Float64Array, spread: number, counts: Uint32Array): void {
  const k = sorted.length;
  for (let place = 0; place < k; place++) {
    const key = sorted[place] ?? 0;
    const subject = key - Math.floor(key / spread) * spread;
    const at = subject * k + (k - 1 - place);
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

function endOf({ value, expected }: RankedLaw, side: "lower" | "upper"): number {
  if (expected === undefined) return end(value, side);
  return end(value, side) - end(expected, side === "lower" ? "upper" : "lower");
}

function end({ values }: Tabulated, side: "lower" | "upper"): number {
  return values.at(side === "lower" ? 0 : -1) ?? NaN;
}
