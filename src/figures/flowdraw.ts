import {
  element,
  shortenText,
  STRENGTH,
  svgLine,
  svgText,
  textWidth,
  wrapText,
  type Markup,
} from "../display/index.js";
import type { WrittenBox } from "./flowtext.js";
import { arrowHead } from "./marks.js";
import { BODY, HEADING, LINE, type Drawn } from "./panel.js";
import { drawInParts, type DrawnInParts } from "./parts.js";

const NARROWEST = 210;
const WIDEST = 370;
/** Between boxes side by side. */
const BESIDE = 32;
/** Between boxes one under the other, where the arrow is. */
const BELOW = 28;
/** From what is above to the line that leads to the arms. */
const FORK = BELOW * 0.6;
/** Room at the left for the line that leads from row to row. */
const EDGE = 16;
const PADDING = 12;
/** Between a label and its count. */
const GAP = 12;
/** Between the entries of a box. */
const SPACING = 3;
const MOST_LINES = 6;

/** How arms stand: in rows of equally many, in boxes of a width, right of the line from row to row. */
interface Grid {
  readonly rows: readonly (readonly (readonly WrittenBox[])[])[];
  readonly beside: number;
  readonly box: number;
  readonly middle: number;
}

/**
 * Boxes one under the other for all, then those of the arms side by side, with arrows between. Arms without room beside
 * each other stand in several rows, reached by a line down the left edge.
 */
export function drawFlow(
  entrance: readonly WrittenBox[],
  arms: readonly (readonly WrittenBox[])[],
  width: number,
): DrawnInParts {
  const grid = gridOf(arms, width);
  const above = entrance.map((box) => [box]);
  return drawInParts([...grid.rows.keys()], (some) => {
    const head = some[0] === 0 ? drawStages(above, [grid.middle], grid.box, 0) : { markup: [], bottom: 0 };
    const markup: Markup[] = [...head.markup];
    let { bottom } = head;
    for (const row of some) {
      const drawn = drawArms(grid, row, bottom);
      markup.push(...drawn.markup);
      bottom = drawn.bottom;
    }
    return { markup, bottom };
  });
}

function gridOf(arms: readonly (readonly WrittenBox[])[], width: number): Grid {
  const most = Math.max(1, Math.floor((width + BESIDE) / (NARROWEST + BESIDE)));
  const count = Math.ceil(arms.length / most);
  const beside = Math.ceil(arms.length / count);
  const edge = count === 1 ? 0 : EDGE;
  return {
    rows: Array.from({ length: count }, (_, row) => arms.slice(row * beside, (row + 1) * beside)),
    beside,
    box: Math.min(WIDEST, (width - edge - BESIDE * (beside - 1)) / beside),
    middle: (edge + width) / 2,
  };
}

/** A row of arms with the lines that lead to it: from the middle to the first, from the edge to the others. */
function drawArms({ rows, beside, box, middle }: Grid, row: number, top: number): Drawn {
  const arms = rows[row] ?? [];
  const [isFirst, isLast] = [row === 0, row === rows.length - 1];
  const centers = arms.map((_, index) => middle + (index - (beside - 1) / 2) * (box + BESIDE));
  const fork = top + FORK;
  const stages = Array.from({ length: Math.max(...arms.map((boxes) => boxes.length)) }, (_, stage) =>
    arms.map((boxes) => boxes[stage]),
  );
  const body = drawStages(stages, centers, box, fork + BELOW);
  const ends = [...centers, ...(isFirst ? [middle] : []), ...(isFirst && isLast ? [] : [0])];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  return {
    markup: [
      isFirst ? line(middle, top, middle, fork) : line(0, top, 0, fork),
      ...(from < to ? [line(from, fork, to, fork)] : []),
      ...(isLast ? [] : [line(0, fork, 0, body.bottom)]),
      ...centers.flatMap((x) => arrow(x, fork, fork + BELOW)),
      ...body.markup,
    ],
    bottom: body.bottom,
  };
}

/** Rows of boxes, those of a row equally high, each joined to the one above it. */
function drawStages(
  stages: readonly (readonly (WrittenBox | undefined)[])[],
  centers: readonly number[],
  width: number,
  top: number,
): Drawn {
  const markup: Markup[] = [];
  let y = top - BELOW;
  for (const stage of stages) {
    const contents = stage.map((box) => (box === undefined ? undefined : layOut(box, width)));
    const height = Math.max(...contents.map((content) => content?.height ?? 0));
    const start = y + BELOW;
    contents.forEach((content, index) => {
      if (content === undefined) return;
      const center = centers[index] ?? 0;
      if (start > top) markup.push(...arrow(center, y, start));
      markup.push(...drawBox(content, center - width / 2, start, width, height));
    });
    y = start + height;
  }
  return { markup, bottom: y };
}

interface TextLine {
  readonly label: string;
  /** Beside the first line of a label; empty beside the others. */
  readonly count: string;
  readonly heading: boolean;
  /** Middle of the line, from the top of the box. */
  readonly y: number;
}

interface Layout {
  readonly lines: readonly TextLine[];
  readonly height: number;
}

/** Breaks the texts of a box into lines; its height follows from them. */
function layOut(box: WrittenBox, width: number): Layout {
  const inner = width - 2 * PADDING;
  const entries = [{ label: box.heading, count: box.count, heading: true }, ...asEntries(box.lines)];
  const lines: TextLine[] = [];
  let y = PADDING;
  for (const { label, count, heading } of entries) {
    const font = heading ? HEADING : BODY;
    const shown = shortenText(count, inner / 2, font);
    const room = inner - (shown === "" ? 0 : textWidth(shown, font) + GAP);
    wrapText(label, room, font, MOST_LINES).forEach((part, index) => {
      lines.push({ label: part, count: index === 0 ? shown : "", heading, y: y + LINE / 2 });
      y += LINE;
    });
    y += SPACING;
  }
  return { lines, height: y - SPACING + PADDING };
}

function asEntries(
  lines: WrittenBox["lines"],
): readonly { label: string; count: string; heading: boolean }[] {
  return lines.map((each) => ({ ...each, heading: false }));
}

function drawBox({ lines }: Layout, x: number, y: number, width: number, height: number): readonly Markup[] {
  const frame = { x, y, width, height, rx: 2, fill: "none", stroke: "currentColor" };
  return [
    element("rect", { ...frame, "stroke-opacity": STRENGTH.muted }),
    ...lines.flatMap((each) => {
      const font = each.heading ? HEADING : BODY;
      const middle = y + each.y;
      const label = svgText(each.label, { x: x + PADDING, y: middle, ...font });
      return each.count === ""
        ? [label]
        : [label, svgText(each.count, { x: x + width - PADDING, y: middle, ...font, anchor: "end" })];
    }),
  ];
}

function line(x1: number, y1: number, x2: number, y2: number): Markup {
  return svgLine(x1, y1, x2, y2, { strength: "muted" });
}

function arrow(x: number, from: number, to: number): readonly Markup[] {
  return [line(x, from, x, to - 4), arrowHead(x, to, "down", { color: "currentColor", strength: "full" })];
}
