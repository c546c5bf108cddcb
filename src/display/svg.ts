import { oneLine } from "./characters.js";
import { coordinate, element, type Content, type Markup } from "./markup.js";
import type { Font } from "./measure.js";

/**
 * How strong lines and texts are in the color of the page (`currentColor`): black where the
 * picture stands alone, light on a dark page. Strength is opacity, so that one picture serves both.
 */
export const STRENGTH = { full: 1, muted: 0.68, faint: 0.25 } as const;

export type Strength = keyof typeof STRENGTH;

/** Colors for the few things that are pointed out; never the only mark of them. They hold on white, on dark and in gray. */
export const ACCENTS: readonly [string, string, string, string] = [
  "#1f6fb2",
  "#b85c00",
  "#4f8a3c",
  "#8d5fa8",
];

const FACE = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/** White space around a picture. */
const MARGIN = 8;

export interface SvgDocument {
  /** Start of the ids in it, unique within a page. */
  readonly id: string;
  /** Of what is drawn, from 0; a margin is added on all sides. */
  readonly width: number;
  readonly height: number;
  /** What the picture is. */
  readonly title: string;
  /** What it shows, for those who don't see it. */
  readonly description: string;
  readonly children: readonly Markup[];
}

/**
 * A complete `<svg>` element: an image with a title and a description, without scripts, styles or
 * addresses outside. Colors are presentation attributes, so that a page may set them.
 *
 * @example
 * svgDocument({ id: "f", width: 9, height: 9, title: "T", description: "D", children: [] })
 */
export function svgDocument(document: SvgDocument): string {
  const { id, width, height, title, description, children } = document;
  const [outerWidth, outerHeight] = [width, height].map((side) => coordinate(side + 2 * MARGIN));
  const attributes = {
    "xmlns": "http://www.w3.org/2000/svg",
    "role": "img",
    "aria-labelledby": `${id}-title ${id}-description`,
    "width": outerWidth,
    "height": outerHeight,
    "viewBox": `-${MARGIN} -${MARGIN} ${outerWidth} ${outerHeight}`,
    "font-family": FACE,
    "fill": "currentColor",
  };
  return element("svg", attributes, [
    element("title", { id: `${id}-title` }, [oneLine(title)]),
    element("desc", { id: `${id}-description` }, [oneLine(description)]),
    ...children,
  ]).markup;
}

export interface TextPlace extends Font {
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly strength?: Strength;
  /** The whole text where only a part of it is drawn; shown on pointing at it. */
  readonly whole?: string;
}

/** One line of text, centered on its height. */
export function svgText(text: string, place: TextPlace): Markup {
  const { x, y, size, bold = false, anchor = "start", strength = "full", whole = text } = place;
  const content: Content[] = [oneLine(text)];
  if (whole !== text) content.push(element("title", {}, [oneLine(whole)]));
  const attributes = {
    x,
    "y": y + 0.35 * size, // half the height of capitals under the middle
    "font-size": size,
    "font-weight": bold ? "bold" : undefined,
    "text-anchor": anchor === "start" ? undefined : anchor,
    "fill-opacity": strength === "full" ? undefined : STRENGTH[strength],
  };
  return element("text", attributes, content);
}

export interface LineStyle {
  readonly strength?: Strength;
  readonly width?: number;
  readonly dashed?: boolean;
  readonly color?: string;
}

/** A straight line. */
export function svgLine(x1: number, y1: number, x2: number, y2: number, style: LineStyle = {}): Markup {
  const { strength = "full", width = 1, dashed = false, color = "currentColor" } = style;
  return element("line", {
    x1,
    y1,
    x2,
    y2,
    "stroke": color,
    "stroke-width": width,
    "stroke-opacity": strength === "full" ? undefined : STRENGTH[strength],
    "stroke-dasharray": dashed ? "4 3" : undefined,
  });
}
