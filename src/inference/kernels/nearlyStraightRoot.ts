/** A rising function at a point: its value, and how fast it rises. */
export interface Straight {
  readonly value: number;
  readonly slope: number;
}

/** A step that changes the logarithm of a ratio less than its own digits. */
const LAST_DIGIT = 2 ** -51;

/**
 * The root of a rising function that is nearly straight, by Newton's steps from a good start: three or
 * four where a search between two points takes ten. A step that leaves what is known of the root, or
 * that isn't a number, is replaced by half of the way or, as long as one side is open, by a doubled one.
 */
export function nearlyStraightRoot(at: (t: number) => Straight, start: number): number {
  let lower = -Infinity;
  let upper = Infinity;
  let stride = 1;
  for (let t = start; ;) {
    const { value, slope } = at(t);
    if (value === 0) return t;
    if (value < 0) lower = t;
    else upper = t;
    const step = -value / slope;
    let next = t + step;
    if (Math.abs(step) <= LAST_DIGIT) return next;
    if (!(next > lower && next < upper)) {
      if (upper - lower < Infinity) next = (lower + upper) / 2;
      else next = value < 0 ? t + stride : t - stride;
      stride *= 2;
      if (!(next > lower && next < upper)) return next;
    }
    t = next;
  }
}
