import { coordinate } from "../display/index.js";

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function boxAround([x, y]: Point, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function isWithin(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}

export type Segment = readonly [from: Point, to: Point];

/**
 * The part of a segment that lies in a box.
 *
 * @see Liang & Barsky (1984), ACM Transactions on Graphics 3, 1–22, doi:10.1145/357332.357333
 */
export function clipSegment([from, to]: Segment, box: Box): Segment | undefined {
  // Most segments are far away: what lies on one side of the box needs no arithmetic.
  if (Math.max(from[0], to[0]) < box.left || Math.min(from[0], to[0]) > box.right) return undefined;
  if (Math.max(from[1], to[1]) < box.top || Math.min(from[1], to[1]) > box.bottom) return undefined;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  // Along the segment, p + t · d, each side of the box is met where t · step = room.
  const sides = [
    { step: -dx, room: from[0] - box.left },
    { step: dx, room: box.right - from[0] },
    { step: -dy, room: from[1] - box.top },
    { step: dy, room: box.bottom - from[1] },
  ];
  const meets = (sign: -1 | 1): readonly number[] =>
    sides.filter(({ step }) => Math.sign(step) === sign).map(({ step, room }) => room / step);
  const start = Math.max(0, ...meets(-1));
  const end = Math.min(1, ...meets(1));
  if (start > end) return undefined;
  const at = (t: number): Point => [from[0] + t * dx, from[1] + t * dy];
  return [start === 0 ? from : at(start), end === 1 ? to : at(end)];
}

/** The parts of a segment that lie in none of some boxes. */
export function outsideOf(segment: Segment, boxes: readonly Box[]): readonly Segment[] {
  return boxes.reduce<readonly Segment[]>(
    (pieces, box) =>
      pieces.flatMap((piece) => {
        const hidden = clipSegment(piece, box);
        if (hidden === undefined) return [piece];
        const [[from, to], [start, end]] = [piece, hidden];
        return [
          ...(start === from ? [] : [[from, start] as const]),
          ...(end === to ? [] : [[end, to] as const]),
        ];
      }),
    [segment],
  );
}

/** A path from point to point, as much of it as lies in a box and in no gap; empty where nothing does. */
export function pathWithin(points: readonly Point[], box: Box, gaps: readonly Box[] = []): string {
  let path = "";
  let last: Point | undefined;
  points.slice(1).forEach((to, index) => {
    const piece = clipSegment([points[index] ?? to, to], box);
    if (piece === undefined) return;
    for (const [[x1, y1], end] of outsideOf(piece, gaps)) {
      const goesOn = last !== undefined && last[0] === x1 && last[1] === y1;
      if (!goesOn) path += `M${coordinate(x1)} ${coordinate(y1)}`;
      path += lineTo([x1, y1], end);
      last = end;
    }
  });
  return path;
}

/** A line that is level or upright takes one coordinate. */
function lineTo(from: Point, [x, y]: Point): string {
  if (y === from[1]) return `H${coordinate(x)}`;
  return x === from[0] ? `V${coordinate(y)}` : `L${coordinate(x)} ${coordinate(y)}`;
}
