/**
 * Places in order of their key, those of one key in the order they had (counting sort): linear in the places and in
 * the range of the key, which for days is at most the ten thousand years of an ISO date.
 */
export function inOrderOf(key: Int32Array, places: Int32Array): Int32Array {
  let [least, most] = [Infinity, -Infinity];
  for (const place of places) {
    const value = key[place] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least >= most) return places;
  const next = new Int32Array(most - least + 2); // where the next place of each value goes
  for (const place of places) {
    const above = (key[place] ?? 0) - least + 1;
    next[above] = (next[above] ?? 0) + 1;
  }
  for (let value = 1; value < next.length; value++) next[value] = (next[value] ?? 0) + (next[value - 1] ?? 0);
  const ordered = new Int32Array(places.length);
  for (const place of places) {
    const value = (key[place] ?? 0) - least;
    const free = next[value] ?? 0;
    ordered[free] = place;
    next[value] = free + 1;
  }
  return ordered;
}
