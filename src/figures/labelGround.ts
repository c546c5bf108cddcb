import { clipSegment, isWithin, overlap, type Box, type Segment } from "./geometry.js";
import type { Spot } from "./labelSpots.js";

/** What labels are placed on: nothing of it may be covered, but lines where it can't be helped. */
export interface Ground {
  readonly frame: Box;
  readonly marks: readonly Box[];
  /** Height of each line at a place across, where it has one. */
  readonly lines: readonly ((x: number) => number | undefined)[];
  readonly taken: readonly Spot[];
}

/** What it costs a label to stand on a line, and its leader to pass another mark or cross another leader. */
const ON_LINE = 9;
const PAST_MARK = 9;
const ACROSS = 6;
/** Places across a label at which it is held against a line. */
const PROBES = [0, 0.25, 0.5, 0.75, 1] as const;

/**
 * The least costly of the places for a label that are free, the first of equal ones; none where all are taken or cost
 * more than they may.
 */
export function bestSpot(spots: readonly Spot[], ground: Ground, most: number = Infinity): Spot | undefined {
  let best: Spot | undefined;
  let least = most;
  for (const spot of spots) {
    if (spot.cost >= least || !isFree(spot, ground)) continue;
    const cost = spot.cost + hindrance(spot, ground);
    if (cost < least) [best, least] = [spot, cost];
  }
  return best;
}

/** The first place that is free. */
export function firstSpot(spots: readonly Spot[], ground: Ground): Spot | undefined {
  return spots.find((spot) => isFree(spot, ground));
}

function isFree({ box, leader }: Spot, { frame, marks, taken }: Ground): boolean {
  return (
    isWithin(box, frame) &&
    !marks.some((mark) => overlap(box, mark)) &&
    !taken.some((other) => overlap(box, other.box) || meets(other.leader, box) || meets(leader, other.box))
  );
}

function hindrance({ box, leader }: Spot, { lines, marks, taken }: Ground): number {
  const crossed = lines.filter((line) => isOn(line, box)).length;
  const passed = leader === undefined ? 0 : marks.filter((mark) => meets(leader, mark)).length;
  const across = taken.filter((other) => cross(leader, other.leader)).length;
  return ON_LINE * crossed + PAST_MARK * passed + ACROSS * across;
}

function isOn(line: (x: number) => number | undefined, { left, right, top, bottom }: Box): boolean {
  const heights = PROBES.flatMap((share) => line(left + share * (right - left)) ?? []);
  return heights.length > 0 && Math.min(...heights) < bottom && Math.max(...heights) > top;
}

function meets(segment: Segment | undefined, box: Box): boolean {
  return segment !== undefined && clipSegment(segment, box) !== undefined;
}

function cross(a: Segment | undefined, b: Segment | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return sideOf(a, b[0]) !== sideOf(a, b[1]) && sideOf(b, a[0]) !== sideOf(b, a[1]);
}

/** On which side of the line through a segment a point lies. */
function sideOf([[x1, y1], [x2, y2]]: Segment, [x, y]: Segment[0]): number {
  return Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
}
