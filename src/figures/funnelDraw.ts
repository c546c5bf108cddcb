import { formatLevel, svgText, wrapText, type Language, type Markup } from "../display/index.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import { drawLimit, drawTarget, funnelKey } from "./funnelKey.js";
import { placeLabels, type PlacedRow } from "./funnelLabels.js";
import { limitsAt, lineOf, type JudgedRow } from "./funnelLines.js";
import { looksOf } from "./funnelLooks.js";
import { drawMark, marksOf } from "./funnelMarks.js";
import { drawNumbers } from "./funnelNumbers.js";
import { funnelScales, type FunnelScales } from "./funnelScales.js";
import type { Funnel } from "./funnelSubject.js";
import { formatAsValue, type FunnelCaptions } from "./funnelText.js";
import { outsideOf, pathWithin, type Box } from "./geometry.js";
import { LINE, SMALL, type Drawn } from "./panel.js";
import { drawGrid, drawPlotFoot, drawPlotHeading } from "./plotFrame.js";
import { drawKey } from "./plotKey.js";
import { spread } from "./spread.js";

const GAP = 8;
const SIDES = ["upper", "lower"] as const;

/** Rows among their limits, under what the lines and marks stand for. */
export function drawFunnel(
  funnel: Funnel,
  rows: readonly JudgedRow[],
  captions: FunnelCaptions,
  width: number,
  language: Language,
): Drawn {
  const key = drawKey(funnelKey(funnel, rows, captions.remarks, language), width);
  const heading = drawPlotHeading(captions.heading, key.bottom + LINE / 2, width);
  const names = namesOf(funnel, language);
  const scales = funnelScales(
    funnel,
    names.map(({ name }) => name),
    heading.bottom,
    width,
    language,
  );
  const grid = drawGrid(scales, scales.frame.top);
  const foot = drawPlotFoot(captions.sizes, scales, grid.bottom, width);
  const shown = drawRows(funnel, rows, scales);
  const numbers = drawNumbers(shown.numbered, foot.bottom + GAP, width, language);
  const unnamed = drawUnnamed(shown.unnamed, numbers.bottom, width, language);
  return {
    markup: [
      ...key.markup,
      ...heading.markup,
      ...grid.markup,
      ...drawLines(funnel, scales, shown.boxes),
      ...drawNames(names, scales),
      ...shown.markup,
      ...foot.markup,
      ...numbers.markup,
      ...unnamed.markup,
    ],
    bottom: unnamed.bottom,
  };
}

/** That points stand without a name, which a reader may look for. */
function drawUnnamed(count: number, top: number, width: number, language: Language): Drawn {
  if (count === 0) return { markup: [], bottom: top };
  const lines = wrapText(BENCHMARK_WORDING[language].unnamed(count), width, SMALL, 4);
  const markup = lines.map((line, index) => svgText(line, { x: 0, y: top + (index + 0.5) * LINE, ...SMALL }));
  return { markup, bottom: top + lines.length * LINE };
}

/** Lines, broken off where a name stands on them. */
function drawLines(funnel: Funnel, { frame, place }: FunnelScales, names: readonly Box[]): readonly Markup[] {
  const { left, right } = frame;
  const sides = looksOf(funnel).flatMap(({ limit, dash }) =>
    SIDES.map((side) => ({ path: pathWithin(lineOf(limit, side, place), frame, names), dash })),
  );
  const y = place(0, funnel.target.value)[1];
  return [
    ...outsideOf(
      [
        [left, y],
        [right, y],
      ],
      names,
    ).map(([[from], [to]]) => drawTarget(from, to, y)),
    ...sides.filter(({ path }) => path !== "").map(({ path, dash }) => drawLimit(path, dash)),
  ];
}

/** What a line is called at its right end, and its value there. */
interface LineName {
  readonly name: string;
  readonly value: number;
  /** Of a lower limit: the upper one has the same name. */
  readonly isLower: boolean;
}

/** Where limits are widened, the others go without names: two of a level would be mistaken for each other. */
function namesOf(
  { measure, target, limits, overdispersed, rows }: Funnel,
  language: Language,
): readonly LineName[] {
  const named = overdispersed.length > 0 ? overdispersed : limits;
  const end = Math.max(...rows.map(({ size }) => size));
  return [
    { name: formatAsValue(target.value, measure, language), value: target.value, isLower: false },
    ...named.flatMap((limit) => {
      const at = limitsAt(limit, end) ?? limit.points.at(-1);
      const name = formatLevel(limit.level, { language });
      return at === undefined
        ? []
        : SIDES.map((side) => ({ name, value: at[side], isLower: side === "lower" }));
    }),
  ];
}

/** How far a name may be moved from its line, in pixels; else lower limits go without, as the upper ones have the same. */
const FARTHEST = LINE / 2;

function drawNames(names: readonly LineName[], { frame, place }: FunnelScales): readonly Markup[] {
  const { top, bottom, right } = frame;
  const room = bottom - top;
  const all = names
    .map(({ name, value, isLower }) => ({ name, isLower, at: place(0, value)[1] - top, height: LINE }))
    .filter(({ at }) => at >= 0 && at <= room);
  const isFar = spread(all, room).some((y, index) => Math.abs(y - (all[index]?.at ?? y)) > FARTHEST);
  const standing = isFar ? all.filter(({ isLower }) => !isLower) : all;
  return spread(standing, room).map((y, index) =>
    svgText(standing[index]?.name ?? "", { x: right + GAP, y: top + y, ...SMALL, strength: "muted" }),
  );
}

/** Marks with their labels, what is pointed out over the others. */
function drawRows(
  funnel: Funnel,
  rows: readonly JudgedRow[],
  scales: FunnelScales,
): ReturnType<typeof placeLabels> {
  const { place } = scales;
  const marks = marksOf(rows);
  const placed = rows.flatMap((row, index): readonly PlacedRow[] => {
    const mark = marks[index];
    return mark === undefined ? [] : [{ row, mark, at: place(row.size, row.value) }];
  });
  const { markup, boxes, numbered, unnamed } = placeLabels(placed, {
    frame: inside(scales.frame),
    lines: linesAt(funnel, scales),
  });
  const [others, highlighted] = [false, true].map((which) =>
    placed.filter(({ row }) => (row.highlight === true) === which),
  );
  const drawn = [...(others ?? []), ...(highlighted ?? [])].flatMap(({ mark, at }) => drawMark(mark, at));
  return { markup: [...drawn, ...markup], boxes, numbered, unnamed };
}

/** Labels keep clear of the axes. */
function inside({ left, right, top, bottom }: Box): Box {
  return { left: left + 3, right, top, bottom: bottom - 2 };
}

/** The lines of the funnel by the place across, for labels to keep off them: as they are at whole pixels. */
function linesAt(
  funnel: Funnel,
  { frame, place, sizeAt }: FunnelScales,
): readonly ((x: number) => number | undefined)[] {
  const columns = Array.from({ length: Math.ceil(frame.right - frame.left) + 1 }, (_, index) => index);
  const limits = looksOf(funnel).map(({ limit }) =>
    columns.map((column) => limitsAt(limit, sizeAt(frame.left + column))),
  );
  const sides = limits.flatMap((limit) =>
    SIDES.map((side) => (x: number): number | undefined => {
      const at = limit[Math.round(x - frame.left)];
      return at === undefined ? undefined : place(0, at[side])[1];
    }),
  );
  return [() => place(0, funnel.target.value)[1], ...sides];
}
