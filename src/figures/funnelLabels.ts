import { compareDanish, svgLine, svgText, textWidth, wrapText, type Markup } from "../display/index.js";
import type { JudgedRow } from "./funnelLines.js";
import { reachOf, type FunnelMark } from "./funnelMarks.js";
import { boxAround, type Point } from "./geometry.js";
import { bestSpot, firstSpot, type Ground } from "./labelGround.js";
import { spotsAround, spotsBeside, spotsWithin, type LabelSize, type Spot } from "./labelSpots.js";
import { SMALL, SMALL_HEADING } from "./panel.js";
import { wholeOf } from "./plotFrame.js";

/** A row with its mark in its place. */
export interface PlacedRow {
  readonly row: JudgedRow;
  readonly mark: FunnelMark;
  readonly at: Point;
}

/** What stands under the figure because its name had no room in it; `null` where a number had none either. */
export interface NumberedRow {
  readonly number: number | null;
  readonly row: JudgedRow;
}

interface Labels {
  readonly markup: readonly Markup[];
  readonly numbered: readonly NumberedRow[];
}

interface Label {
  readonly placed: PlacedRow;
  readonly lines: readonly string[];
  readonly spot: Spot;
}

/** Lines of labels stand closer than those of the text. */
const LINE = 14;
/** Widest label in pixels, and as a share of the plot; longer ones are broken. */
const WIDEST = { pixels: 230, share: 0.5 } as const;
const LEADERS = [14, 22, 32, 46, 62, 84, 112] as const;
const NUMBER_LEADERS = [8, 14, 22, 32, 46, 62, 90] as const;
/** What a label that need not be there may cost: beside its mark, and not on a line. */
const COMFORT = 2;

/**
 * Names of all rows that are pointed out or lie outside, and of others as far as there is room beside them: first
 * those pointed out, then from the farthest outside. A name without room becomes a number, explained under the figure.
 */
export function placeLabels(rows: readonly PlacedRow[], ground: Omit<Ground, "marks" | "taken">): Labels {
  const marks = rows.map(({ at, mark }) => boxAround(at, reachOf(mark)));
  const labels: Label[] = [];
  const groundNow = (): Ground => ({ ...ground, marks, taken: labels.map(({ spot }) => spot) });
  const frameWidth = ground.frame.right - ground.frame.left;
  const linesOf = ({ row }: PlacedRow): readonly string[] =>
    wrapText(row.label, Math.min(WIDEST.pixels, WIDEST.share * frameWidth), fontOf(row), 4);

  const unnamed: PlacedRow[] = [];
  for (const placed of rows.filter(({ row }) => isTold(row)).toSorted(byImportance)) {
    const lines = linesOf(placed);
    const size = sizeOf(lines, placed.row);
    const spots = [...spotsBeside(anchorOf(placed), size), ...spotsAround(anchorOf(placed), size, LEADERS)];
    const spot = bestSpot(spots, groundNow());
    if (spot === undefined) unnamed.push(placed);
    else labels.push({ placed, lines, spot });
  }

  const numbered = unnamed
    .toSorted((a, b) => compareDanish(a.row.label, b.row.label))
    .map((placed, index): NumberedRow => {
      const lines = [String(index + 1)];
      const size = sizeOf(lines, placed.row);
      const anchor = anchorOf(placed);
      const near = [...spotsBeside(anchor, size), ...spotsAround(anchor, size, NUMBER_LEADERS)];
      const now = groundNow();
      const spot = bestSpot(near, now) ?? firstSpot(spotsWithin(anchor, size, ground.frame), now);
      if (spot !== undefined) labels.push({ placed, lines, spot });
      return { number: spot === undefined ? null : index + 1, row: placed.row };
    });

  for (const placed of rows.filter(({ row }) => !isTold(row)).toSorted(byImportance)) {
    const lines = linesOf(placed);
    const spot = bestSpot(spotsBeside(anchorOf(placed), sizeOf(lines, placed.row)), groundNow(), COMFORT);
    if (spot !== undefined) labels.push({ placed, lines, spot });
  }
  return { markup: labels.flatMap(drawLabel), numbered };
}

/** Whether a row's name must be found. */
export function isTold({ highlight, outside }: JudgedRow): boolean {
  return highlight === true || outside.length > 0;
}

function byImportance({ row: a }: PlacedRow, { row: b }: PlacedRow): number {
  return (
    Number(b.highlight === true) - Number(a.highlight === true) ||
    b.outside.length - a.outside.length ||
    b.size - a.size ||
    compareDanish(a.label, b.label)
  );
}

function fontOf({ highlight }: JudgedRow): typeof SMALL {
  return highlight === true ? SMALL_HEADING : SMALL;
}

function sizeOf(lines: readonly string[], row: JudgedRow): LabelSize {
  const width = Math.max(...lines.map((line) => textWidth(line, fontOf(row))));
  return { width, height: lines.length * LINE };
}

function anchorOf({ at, mark }: PlacedRow): { readonly at: Point; readonly radius: number } {
  return { at, radius: reachOf(mark) };
}

/** Lines of a label begin at the side of its mark, or are centered above or below it. */
function drawLabel({ placed, lines, spot }: Label): readonly Markup[] {
  const { row, at } = placed;
  const { left, right, top } = spot.box;
  const anchor = left >= at[0] ? "start" : right <= at[0] ? "end" : "middle";
  const x = anchor === "start" ? left : anchor === "end" ? right : (left + right) / 2;
  const strength = isTold(row) ? "full" : "muted";
  return [
    ...(spot.leader === undefined
      ? []
      : [svgLine(...spot.leader[0], ...spot.leader[1], { strength: "muted", width: 0.75 })]),
    ...lines.map((line, index) =>
      svgText(line, {
        x,
        y: top + (index + 0.5) * LINE,
        ...fontOf(row),
        anchor,
        strength,
        ...wholeOf(lines, row.label),
      }),
    ),
  ];
}
