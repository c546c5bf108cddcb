/** Lower and upper limit of an interval. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** The part of an interval that lies in [low, high]. */
export function clip({ lower, upper }: Limits, low: number, high: number): Limits {
  return { lower: clamp(lower, low, high), upper: clamp(upper, low, high) };
}

/** The number of [low, high] nearest to a value. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
