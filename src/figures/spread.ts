/** Something with a height that is to stand at a height, or as near as others let it. */
export interface Standing {
  readonly at: number;
  readonly height: number;
}

/**
 * Middles of labels one under the other, in the order given: as near to where they are to stand as they can without
 * overlapping or leaving the room from 0 to `room`, which is to hold them all.
 *
 * Labels that touch move as one, by as little as their sum of squares allows: isotonic regression by pooling.
 */
export function spread(labels: readonly Standing[], room: number): readonly number[] {
  const order = labels.map((_, index) => index).toSorted((a, b) => heightOf(labels, a) - heightOf(labels, b));
  // Where each would begin if all before it took no height: non-decreasing once none overlap.
  let before = 0;
  const groups: { total: number; count: number; members: number[] }[] = [];
  const offsets = new Map<number, number>();
  for (const index of order) {
    const { at, height } = labels[index] ?? { at: 0, height: 0 };
    offsets.set(index, before + height / 2);
    groups.push({ total: at - before - height / 2, count: 1, members: [index] });
    before += height;
    for (;;) {
      const [last, previous] = [groups.at(-1), groups.at(-2)];
      if (last === undefined || previous === undefined) break;
      if (previous.total / previous.count <= last.total / last.count) break;
      groups.splice(-2, 2, {
        total: previous.total + last.total,
        count: previous.count + last.count,
        members: [...previous.members, ...last.members],
      });
    }
  }
  const places = new Map<number, number>();
  for (const { total, count, members } of groups) {
    const shift = Math.min(Math.max(total / count, 0), Math.max(0, room - before));
    for (const index of members) places.set(index, shift + (offsets.get(index) ?? 0));
  }
  return labels.map((_, index) => places.get(index) ?? 0);
}

function heightOf(labels: readonly Standing[], index: number): number {
  return labels[index]?.at ?? 0;
}
