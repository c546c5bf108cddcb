import { svgText, textWidth, wrapText, type Markup } from "../display/index.js";
import { LINE, SMALL, type Drawn } from "./panel.js";
import { wholeOf } from "./plotFrame.js";

/** Width of a sample. */
export const SAMPLE = 34;
const GAP = 8;
/** Most lines of an entry beside its sample, and of a remark, which must be read whole. */
const LINES = { entry: 2, remark: 6 } as const;

/** A mark of a figure, and what it stands for. */
export interface KeyEntry {
  readonly label: string;
  /** Draws the mark from a place to the right, `SAMPLE` wide; a remark on the others has none. */
  readonly sample?: ((x: number, y: number) => readonly Markup[]) | undefined;
}

/** What the marks of a figure stand for, side by side as far as there is room; each remark begins a line. */
export function drawKey(entries: readonly KeyEntry[], width: number): Drawn {
  const markup: Markup[] = [];
  let [x, y, bottom] = [0, LINE / 2, entries.length === 0 ? 0 : LINE];
  for (const { label, sample } of entries) {
    const indent = sample === undefined ? 0 : SAMPLE + GAP;
    const lines = wrapText(label, width - indent, SMALL, sample === undefined ? LINES.remark : LINES.entry);
    const needed = indent + Math.max(...lines.map((line) => textWidth(line, SMALL)));
    if (x > 0 && (sample === undefined || x + needed > width)) [x, y] = [0, bottom + LINE / 2];
    const left = x + indent;
    markup.push(
      ...(sample?.(x, y) ?? []),
      ...lines.map((line, row) =>
        svgText(line, { x: left, y: y + row * LINE, ...SMALL, ...wholeOf(lines, label) }),
      ),
    );
    x += needed + 2 * GAP;
    bottom = Math.max(bottom, y + (lines.length - 0.5) * LINE);
  }
  return { markup, bottom };
}
