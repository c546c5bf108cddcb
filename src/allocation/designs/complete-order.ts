import { shuffled, type RandomStream } from "../../core/index.js";

/** The arm of each of Σ counts units: the places of the arms, in their order, filled by units in random order. */
export function inRandomOrder(
  arms: readonly string[],
  counts: readonly number[],
  stream: RandomStream,
): readonly string[] {
  const places: string[] = [];
  for (const [k, arm] of arms.entries()) {
    const end = places.length + (counts[k] ?? 0);
    while (places.length < end) places.push(arm);
  }
  const units = Array.from(places.keys());
  const drawn = [...places];
  for (const [place, unit] of shuffled(stream, units).entries()) drawn[unit] = places[place] ?? "";
  return drawn;
}
