import { textWidth } from "../../src/display/index.js";
import { elementsOf, ownText, parseXml, type XmlElement } from "./xml.js";

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where each text of an SVG stands, by its anchor and its measured width. */
export function textBoxes(svg: string): readonly Box[] {
  return elementsOf(parseXml(svg))
    .filter(({ name }) => name === "text")
    .map(boxOf);
}

function boxOf(element: XmlElement): Box {
  const { attributes } = element;
  const number = (name: string): number => Number(attributes[name]);
  const size = number("font-size");
  const text = ownText(element);
  const width = textWidth(text, { size, bold: attributes["font-weight"] === "bold" });
  const anchor = attributes["text-anchor"];
  const share = anchor === "end" ? 1 : anchor === "middle" ? 0.5 : 0;
  const left = number("x") - share * width;
  return {
    text,
    left,
    right: left + width,
    top: number("y") - 0.75 * size,
    bottom: number("y") + 0.2 * size,
  };
}

/** The frame of an SVG. */
function frameOf(svg: string): Box {
  const [left = 0, top = 0, width = 0, height = 0] = (parseXml(svg).attributes["viewBox"] ?? "")
    .split(" ")
    .map(Number);
  return { text: "frame", left, top, right: left + width, bottom: top + height };
}

/** Texts that leave the frame, and pairs that stand on each other; empty where all is well. */
export function layoutFaults(svg: string): readonly string[] {
  const frame = frameOf(svg);
  const boxes = textBoxes(svg);
  const outside = boxes.filter((box) => !within(box, frame)).map(({ text }) => `outside: ${text}`);
  const overlaps = boxes.flatMap((box, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => overlap(box, other))
      .map((other) => `overlap: ${box.text} / ${other.text}`),
  );
  return [...outside, ...overlaps];
}

const ROUNDING = 0.02;

function within(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left - ROUNDING &&
    box.right <= frame.right + ROUNDING &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right - ROUNDING && b.left < a.right - ROUNDING && a.top < b.bottom && b.top < a.bottom;
}
