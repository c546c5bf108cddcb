import { shuffled, type RandomStream } from "../../core/index.js";

/** The arm of each of Σ counts units: the places of the arms, in their order, filled by units in random order. */
export function inRandomOrder(
  arms: readonly string[],
  counts: readonly number[],
  stream: RandomStream,
): readonly string[] {
  const places = arms.flatMap((arm, k) => Array.from({ length: counts[k] ?? 0 }, () => arm));
  const order = shuffled(stream, Array.from(places.keys()));
  const drawn: string[] = [];
  for (const [place, unit] of order.entries()) drawn[unit] = places[place] ?? "";
  return drawn;
}
