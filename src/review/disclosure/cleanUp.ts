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
  // By candidate: a count that would be told by showing it, and so is as long as that one is hidden itself.
  const toldBy = new Map<number, number>();
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const index of candidates) {
      if (!hidden.has(index) || hidden.has(toldBy.get(index) ?? -1)) continue;
      const one = surveyed.find(({ component }) => component.unknowns.includes(index));
      if (one === undefined) {
        hidden.delete(index);
        continue;
      }
      values[index] = truth[index] ?? 0;
      const parts = stillSafe(
        situation,
        partsWithout(situation, one, values, index),
        lost,
        new Set(toldBy.values()),
      );
      if (typeof parts === "number") {
        values[index] = null;
        toldBy.set(index, parts);
      } else {
        hidden.delete(index);
        surveyed = [...surveyed.filter((other) => other !== one), ...parts];
      }
    }
  }
}

/** The same parts with what was seen in them, or a count that is told too closely; those that were told before are tried first. */
function stillSafe(
  situation: Situation,
  parts: readonly Surveyed[],
  lost: ReadonlySet<number>,
  suspects: ReadonlySet<number>,
): Surveyed[] | number {
  const safe: Surveyed[] = [];
  for (const { component, points } of parts) {
    const { narrow, points: seen } = lookAt(situation, component, lost, points, suspects);
    if (narrow === "contradiction") return -1;
    const [one] = narrow;
    if (one !== undefined) return component.unknowns[one.place] ?? -1;
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
