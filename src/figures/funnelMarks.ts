import { element, type Markup } from "../display/index.js";
import type { JudgedRow } from "./funnelLines.js";
import type { Point } from "./geometry.js";
import { accentMark, drawPoint, PEER, type Mark } from "./marks.js";

/** From a mark to the ring around it, and from ring to ring. */
const RING = 2.5;

/** A row as a mark, with a ring for each of the limits that it lies outside of. */
export interface FunnelMark {
  readonly mark: Mark;
  readonly rings: number;
}

/** Small ones within the limits; outside they are stronger; what isn't held against limits is square. */
const INSIDE: Mark = { ...PEER, radius: 2.5 };
const OUTSIDE: Mark = { ...INSIDE, strength: "full" };
const NOT_HELD: Mark = { ...INSIDE, shape: "square" };

/** Marks of rows; those pointed out are told apart by the order in which they are given. */
export function marksOf(rows: readonly JudgedRow[]): readonly FunnelMark[] {
  const highlighted = rows.filter(({ highlight }) => highlight === true);
  return rows.map((row) => {
    const accent = highlighted.indexOf(row);
    const rings = row.outside.length;
    return accent < 0 ? peerMark(rings, row.isHeld) : { mark: accentMark(accent), rings };
  });
}

/** The mark of a row that isn't pointed out. */
export function peerMark(rings: number, isHeld: boolean): FunnelMark {
  if (!isHeld) return { mark: NOT_HELD, rings };
  return { mark: rings > 0 ? OUTSIDE : INSIDE, rings };
}

/** How far a mark reaches with its rings. */
export function reachOf({ mark, rings }: FunnelMark): number {
  return mark.radius + RING * rings + (rings > 0 ? 0.5 : 0);
}

export function drawMark({ mark, rings }: FunnelMark, [x, y]: Point): readonly Markup[] {
  return [drawPoint(mark, x, y), ...drawRings(mark.radius, rings, [x, y], mark.color)];
}

function drawRings(radius: number, rings: number, [x, y]: Point, color: string): readonly Markup[] {
  return Array.from({ length: rings }, (_, index) =>
    element("circle", { cx: x, cy: y, r: radius + RING * (index + 1), fill: "none", stroke: color }),
  );
}
