import { compareDanish, svgLine, svgText, textWidth, wrapText, type Markup } from "../display/index.js";
import type { JudgedRow } from "./funnelLines.js";
import { reachOf, type FunnelMark } from "./funnelMarks.js";
import { boxAround, type Point, type Box } from "./geometry.js";
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
  /** What of the funnel's lines they cover. */
  readonly boxes: readonly Box[];
  readonly numbered: readonly NumberedRow[];
  /** How many of those that need not be told stand without a name. */
  readonly unnamed: number;
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
/** Up to so many need not be there, but may stand wherever there is room: a reader looks for each. */
const FEW = 12;

/** Where names may stand: with leaders; where these leave numbers without room, beside their marks; else nowhere. */
const NAMINGS: readonly ((placed: PlacedRow, size: LabelSize) => readonly Spot[])[] = [
  (placed, size) => [...spotsBeside(anchorOf(placed), size), ...spotsAround(anchorOf(placed), size, LEADERS)],
  (placed, size) => spotsBeside(anchorOf(placed), size),
  () => [],
];

/**
 * Names of all rows that are pointed out or lie outside, and of others as far as there is room beside them: first
 * those pointed out, then from the farthest outside. A name without room becomes a number, explained under the figure.
 */
export function placeLabels(rows: readonly PlacedRow[], given: Omit<Ground, "marks" | "taken">): Labels {
  const ground = { ...given, marks: rows.map(({ at, mark }) => boxAround(at, reachOf(mark))) };
  const told = rows.filter(({ row }) => isTold(row)).toSorted(byImportance);
  let best: Placed | undefined;
  for (const spotsOf of NAMINGS) {
    const placed = placeTold(told, spotsOf, ground);
    if (best === undefined || placed.missing < best.missing) best = placed;
    if (best.missing === 0) break;
  }
  const { labels = [], numbered = [] } = best ?? {};
  const others = rows.filter(({ row }) => !isTold(row)).toSorted(byImportance);
  const further = placeOthers(others, labels, ground);
  const unnamed = others.length - further.length;
  const all = [...labels, ...further];
  return { markup: all.flatMap(drawLabel), boxes: all.flatMap(coveredBy), numbered, unnamed };
}

interface Placed {
  readonly labels: readonly Label[];
  readonly numbered: readonly NumberedRow[];
  /** How many have neither name nor number in the plot. */
  readonly missing: number;
}

type Emptied = Omit<Ground, "taken">;

/** Names, and numbers of those that have no room for one; what is pointed out has its name wherever there is room. */
function placeTold(
  told: readonly PlacedRow[],
  spotsOf: (placed: PlacedRow, size: LabelSize) => readonly Spot[],
  ground: Emptied,
): Placed {
  const labels: Label[] = [];
  const now = (): Ground => ({ ...ground, taken: labels.map(({ spot }) => spot) });
  const unnamed = told.filter((placed) => {
    const lines = namesOf(placed, ground);
    const size = sizeOf(lines, placed.row);
    const spot =
      placed.row.highlight === true
        ? anywhere(placed, size, LEADERS, now())
        : bestSpot(spotsOf(placed, size), now());
    if (spot !== undefined) labels.push({ placed, lines, spot });
    return spot === undefined;
  });
  const inOrder = unnamed.toSorted((a, b) => compareDanish(a.row.label, b.row.label));
  const shown = unnamed.filter((placed) => {
    const lines = [String(inOrder.indexOf(placed) + 1)];
    const spot = anywhere(placed, sizeOf(lines, placed.row), NUMBER_LEADERS, now());
    if (spot !== undefined) labels.push({ placed, lines, spot });
    return spot !== undefined;
  });
  const numbered = inOrder.map((placed, index): NumberedRow => {
    return { number: shown.includes(placed) ? index + 1 : null, row: placed.row };
  });
  return { labels, numbered, missing: unnamed.length - shown.length };
}

/** The best place near a mark, else the nearest in the plot. */
function anywhere(
  placed: PlacedRow,
  size: LabelSize,
  leaders: readonly number[],
  ground: Ground,
): Spot | undefined {
  const anchor = anchorOf(placed);
  const near = [...spotsBeside(anchor, size), ...spotsAround(anchor, size, leaders)];
  return bestSpot(near, ground) ?? firstSpot(spotsWithin(anchor, size, ground.frame), ground);
}

/** Names that need not be there, where they are no burden. */
function placeOthers(
  others: readonly PlacedRow[],
  told: readonly Label[],
  ground: Emptied,
): readonly Label[] {
  const labels: Label[] = [];
  const areFew = others.length <= FEW;
  for (const placed of others) {
    const lines = namesOf(placed, ground);
    const taken = [...told, ...labels].map(({ spot }) => spot);
    const [anchor, size] = [anchorOf(placed), sizeOf(lines, placed.row)];
    const spots = [...spotsBeside(anchor, size), ...(areFew ? spotsAround(anchor, size, LEADERS) : [])];
    const spot = bestSpot(spots, { ...ground, taken }, areFew ? Infinity : COMFORT);
    if (spot !== undefined) labels.push({ placed, lines, spot });
  }
  return labels;
}

function namesOf({ row }: PlacedRow, { frame }: Emptied): readonly string[] {
  const widest = Math.min(WIDEST.pixels, WIDEST.share * (frame.right - frame.left));
  return wrapText(row.label, widest, fontOf(row), 4);
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

interface Anchoring {
  readonly anchor: "start" | "middle" | "end";
  readonly x: number;
}

/** Lines of a label begin at the side of its mark, or are centered above or below it. */
function anchoringOf({ placed: { at }, spot }: Label): Anchoring {
  const { left, right } = spot.box;
  if (left >= at[0]) return { anchor: "start", x: left };
  return right <= at[0] ? { anchor: "end", x: right } : { anchor: "middle", x: (left + right) / 2 };
}

/** Widths are estimated for wide letters, that nothing collides; usual ones take a fifth less. */
const USUAL = 0.85;
/** How much of a line lies left of where it is anchored. */
const BEFORE = { start: 0, middle: 0.5, end: 1 } as const;

/** What a label covers, line by line and as far as the words go: a line of the funnel under it is broken off no farther. */
function coveredBy(label: Label): readonly Box[] {
  const { anchor, x } = anchoringOf(label);
  const { top } = label.spot.box;
  return label.lines.map((line, index) => {
    const width = USUAL * textWidth(line, fontOf(label.placed.row));
    const left = x - BEFORE[anchor] * width;
    return { left, right: left + width, top: top + index * LINE, bottom: top + (index + 1) * LINE };
  });
}

function drawLabel(label: Label): readonly Markup[] {
  const { lines, spot } = label;
  const { row } = label.placed;
  const { top } = spot.box;
  const { anchor, x } = anchoringOf(label);
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
