import { componentsOf } from "./components.js";
import { valuesWithout, type Situation } from "./situation.js";
import { lookAt, type Survey, type Surveyed } from "./survey.js";

/**
 * Shows again what is hidden needlessly, the dearest first: each count without which the attacker
 * still finds nothing. Changes `hidden`.
 *
 * @param kept What stays hidden whatever the attacker finds.
 * @param lost What can't be helped, and so isn't looked at.
 * @param found The survey of what is hidden.
 */
export function cleanUp(
  situation: Situation,
  hidden: Set<number>,
  {
    kept,
    lost,
    found,
  }: { readonly kept: ReadonlySet<number>; readonly lost: ReadonlySet<number>; readonly found: Survey },
): void {
  const { truth, costs } = situation;
  const values = valuesWithout(situation, hidden);
  let surveyed = found.parts;
  const candidates = [...hidden]
    .filter((index) => !kept.has(index))
    .toSorted((a, b) => (costs.get(b) ?? 0) - (costs.get(a) ?? 0) || a - b);
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const index of candidates) {
      if (!hidden.has(index)) continue;
      const one = surveyed.find(({ component }) => component.unknowns.includes(index));
      if (one === undefined) {
        hidden.delete(index);
        continue;
      }
      values[index] = truth[index] ?? 0;
      const parts = stillSafe(situation, partsWithout(situation, one, values, index), lost);
      if (parts === undefined) {
        values[index] = null;
      } else {
        hidden.delete(index);
        surveyed = [...surveyed.filter((other) => other !== one), ...parts];
      }
    }
  }
}

/** The same parts with what was seen in them; undefined as soon as one tells too much. */
function stillSafe(
  situation: Situation,
  parts: readonly Surveyed[],
  lost: ReadonlySet<number>,
): Surveyed[] | undefined {
  const safe: Surveyed[] = [];
  for (const { component, points } of parts) {
    const { narrow, points: seen } = lookAt(situation, component, lost, points, true);
    if (narrow.length > 0) return undefined;
    safe.push({ component, points: seen });
  }
  return safe;
}

/** What a component falls into when one of its unknowns is known, with the points that still agree. */
function partsWithout(
  { knowledge, truth }: Situation,
  { component: { unknowns }, points }: Surveyed,
  values: readonly (number | null)[],
  index: number,
): Surveyed[] {
  const place = unknowns.indexOf(index);
  const agreeing = points.filter((point) => point[place] === truth[index]);
  const rest = new Set(unknowns.filter((other) => other !== index));
  return componentsOf(knowledge, values, rest).map((component) => {
    const places = component.unknowns.map((other) => unknowns.indexOf(other));
    return { component, points: agreeing.map((point) => places.map((at) => point[at] ?? 0)) };
  });
}
