import type { Box, Point, Segment } from "./geometry.js";

/** The mark that a label belongs to. */
export interface Anchor {
  readonly at: Point;
  /** Half its size. */
  readonly radius: number;
}

export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

/** A place where a label could stand; the least costly is the most readable. */
export interface Spot {
  readonly box: Box;
  /** From the mark to the label, where it doesn't stand beside it. */
  readonly leader?: Segment;
  readonly cost: number;
}

const GAP = 3;
/** Beside a mark: the side across and down, and how much less it is liked than the right. */
const SIDES: readonly (readonly [across: -1 | 0 | 1, down: -1 | 0 | 1, cost: number])[] = [
  [1, 0, 0],
  [-1, 0, 0.4],
  [1, -1, 0.6],
  [1, 1, 0.7],
  [-1, -1, 0.9],
  [-1, 1, 1],
  [0, -1, 1.2],
  [0, 1, 1.3],
];
/** Diagonally a mark reaches less far. */
const DIAGONAL = 0.75;

/** The places beside a mark. */
export function spotsBeside({ at: [x, y], radius }: Anchor, { width, height }: LabelSize): readonly Spot[] {
  const reach = radius + GAP;
  return SIDES.map(([across, down, cost]) => {
    const far = across === 0 || down === 0 ? reach : DIAGONAL * reach;
    const left = across === 0 ? x - width / 2 : x + across * far - (across < 0 ? width : 0);
    const top = down === 0 ? y - height / 2 : y + down * far - (down < 0 ? height : 0);
    return { box: boxFrom(left, top, { width, height }), cost };
  });
}

/** Directions of a quarter, as they are written and not by sine and cosine: the same digits in every engine. */
const QUARTER: readonly Point[] = [
  [1, 0],
  [0.92, 0.38],
  [0.71, 0.71],
  [0.38, 0.92],
];
const DIRECTIONS: readonly Point[] = QUARTER.flatMap(([x, y]): readonly Point[] => [
  [x, y],
  [-y, x],
  [-x, -y],
  [y, -x],
]);
/** What a leader costs before its length. */
const LEADER = 4;

/** Places around a mark at the end of leaders of the given lengths. */
export function spotsAround(
  { at: [x, y], radius }: Anchor,
  size: LabelSize,
  lengths: readonly number[],
): readonly Spot[] {
  return lengths.flatMap((length) =>
    DIRECTIONS.map(([dx, dy]): Spot => {
      const end: Point = [x + (radius + length) * dx, y + (radius + length) * dy];
      const isBeside = Math.abs(dx) > 0.6;
      const left = isBeside ? end[0] + (dx > 0 ? 2 : -2 - size.width) : end[0] - size.width / 2;
      const top = isBeside ? end[1] - size.height / 2 : end[1] - (dy > 0 ? 0 : size.height);
      const away = awayFrom(radius, dx, dy);
      const start: Point = [x + away * dx, y + away * dy];
      return { box: boxFrom(left, top, size), leader: [start, end], cost: LEADER + length / 10 };
    }),
  );
}

/** From one place of the last resort to the next. */
const STRIDE = 8;

/** All places of a frame, the nearest first. */
export function spotsWithin({ at: [x, y], radius }: Anchor, size: LabelSize, frame: Box): readonly Spot[] {
  const columns = Math.max(0, Math.floor((frame.right - frame.left - size.width) / STRIDE) + 1);
  const rows = Math.max(0, Math.floor((frame.bottom - frame.top - size.height) / STRIDE) + 1);
  return Array.from({ length: columns * rows }, (_, index): Spot => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const box = boxFrom(frame.left + column * STRIDE, frame.top + row * STRIDE, size);
    const end: Point = [clamp(x, box.left, box.right), clamp(y, box.top, box.bottom)];
    const [dx, dy] = [end[0] - x, end[1] - y];
    const length = Math.sqrt(dx ** 2 + dy ** 2);
    const share = length === 0 ? 0 : Math.min(1, awayFrom(radius, dx / length, dy / length) / length);
    const start: Point = [x + share * dx, y + share * dy];
    return { box, leader: [start, end], cost: LEADER + length / 10 };
  }).toSorted((a, b) => a.cost - b.cost);
}

/** How far from the middle of a mark a leader in a direction begins, so as to be clear of its box. */
function awayFrom(radius: number, dx: number, dy: number): number {
  return radius / Math.max(Math.abs(dx), Math.abs(dy)) + 1;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function boxFrom(left: number, top: number, { width, height }: LabelSize): Box {
  return { left, right: left + width, top, bottom: top + height };
}
