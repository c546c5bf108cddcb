import {
  ACCENTS,
  coordinate,
  element,
  STRENGTH,
  svgLine,
  type Markup,
  type Strength,
} from "../display/index.js";
import type { Axis } from "./axis.js";
import type { IntervalRow } from "./rows.js";

export type Shape = "square" | "circle" | "diamond" | "triangle";

/** How a point and its interval look. What is pointed out differs by shape and size, not by color alone. */
export interface Mark {
  readonly shape: Shape;
  readonly radius: number;
  readonly color: string;
  readonly strength: Strength;
}

export const PLAIN: Mark = { shape: "square", radius: 4, color: "currentColor", strength: "full" };
export const PEER: Mark = { shape: "circle", radius: 3, color: "currentColor", strength: "muted" };

const SHAPES: readonly [Shape, Shape, Shape, Shape] = ["diamond", "square", "triangle", "circle"];

/** The mark of the first, second, … of what is pointed out. */
export function accentMark(index: number): Mark {
  const shape = SHAPES[index % 4] ?? "diamond";
  const radius = shape === "diamond" ? 6 : 5;
  return { shape, radius, color: ACCENTS[index % 4] ?? "currentColor", strength: "full" };
}

/** What is drawn of a row: its point, its interval in one or several pieces, and a region within it. */
type DrawnRow = Pick<IntervalRow, "estimate" | "lower" | "upper" | "open" | "segments" | "region">;

/** A point with its interval on an axis; a limit beyond the axis, or none at all, ends in an arrow head. */
export function drawInterval(row: DrawnRow, mark: Mark, axis: Axis, y: number): readonly Markup[] {
  const [least, most] = axis.domain;
  const { color, strength } = mark;
  const { estimate, open, region } = row;
  const whole = [open === "lower" ? -Infinity : row.lower, open === "upper" ? Infinity : row.upper] as const;
  return [
    ...(row.segments ?? [whole]).flatMap(([lower, upper]) => {
      const [from, to] = [axis.place(Math.max(lower, least)), axis.place(Math.min(upper, most))];
      return [
        svgLine(from, y, to, y, { color, strength, width: 1.5 }),
        ...(lower < least ? [arrowHead(from, y, "left", mark)] : []),
        ...(upper > most ? [arrowHead(to, y, "right", mark)] : []),
      ];
    }),
    ...(region === undefined
      ? []
      : [svgLine(axis.place(region.lower), y, axis.place(region.upper), y, { color, strength, width: 6 })]),
    ...(estimate !== null && estimate >= least && estimate <= most
      ? [drawPoint(mark, axis.place(estimate), y)]
      : []),
  ];
}

/** A point alone. */
export function drawPoint({ shape, radius, color, strength }: Mark, x: number, y: number): Markup {
  const paint = { "fill": color, "fill-opacity": opacityOf(strength) };
  if (shape === "circle") return element("circle", { cx: x, cy: y, r: radius, ...paint });
  return polygon(cornersOf(shape, x, y, radius), paint);
}

function cornersOf(shape: Exclude<Shape, "circle">, x: number, y: number, r: number): readonly Corner[] {
  switch (shape) {
    case "square":
      return [
        [x - r, y - r],
        [x + r, y - r],
        [x + r, y + r],
        [x - r, y + r],
      ];
    case "diamond":
      return [
        [x, y - r],
        [x + r, y],
        [x, y + r],
        [x - r, y],
      ];
    case "triangle":
      return [
        [x, y - r],
        [x + r, y + r],
        [x - r, y + r],
      ];
  }
}

type Corner = readonly [number, number];

const HEAD = 6;

/** A small solid arrow head with its tip at a place. */
export function arrowHead(
  x: number,
  y: number,
  towards: "left" | "right" | "down",
  { color, strength }: Pick<Mark, "color" | "strength">,
): Markup {
  const half = HEAD / 2 + 0.5;
  const base = towards === "left" ? x + HEAD : x - HEAD;
  const corners: readonly Corner[] =
    towards === "down"
      ? [
          [x, y],
          [x - half, y - HEAD],
          [x + half, y - HEAD],
        ]
      : [
          [x, y],
          [base, y - half],
          [base, y + half],
        ];
  return polygon(corners, { "fill": color, "fill-opacity": opacityOf(strength) });
}

function polygon(
  corners: readonly Corner[],
  paint: Readonly<Record<string, string | number | undefined>>,
): Markup {
  const points = corners.map(([x, y]) => `${coordinate(x)},${coordinate(y)}`).join(" ");
  return element("polygon", { points, ...paint });
}

function opacityOf(strength: Strength): number | undefined {
  return strength === "full" ? undefined : STRENGTH[strength];
}
