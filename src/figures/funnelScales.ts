import { textWidth, type Language } from "../display/index.js";
import type { Box, Point } from "./geometry.js";
import { limitsAt } from "./funnelLines.js";
import type { Funnel } from "./funnelSubject.js";
import { SMALL } from "./panel.js";
import { extent, percentAxis, plotHeight, plotScales, type PlotScales } from "./plotScales.js";

/** Space beyond the outermost sizes and values, as a share of what lies between them. */
const MARGIN = 0.06;
/** The share of the smallest rows whose limits may go beyond the plot: they would press the others flat. */
const CUT = 0.25;
const GAP = 8;
/** Labels need more height than lines alone, on a narrow page too; and marks some room at the edge. */
const TALL = 1.2;
const LEAST_HEIGHT = 330;
const INSET = 10;

/** Where sizes and values stand, and room beside the plot for what the limits are called. */
export interface FunnelScales extends PlotScales {
  /** The plot in the figure. */
  readonly frame: Box;
  /** Place of a size and a value in the figure. */
  readonly place: (size: number, value: number) => Point;
  /** The size at a place across. */
  readonly sizeAt: (x: number) => number;
}

export function funnelScales(
  funnel: Funnel,
  names: readonly string[],
  top: number,
  width: number,
  language: Language,
): FunnelScales {
  const isProportion = funnel.measure === "proportion";
  const factor = isProportion ? 100 : 1;
  const [least, most] = valuesOf(funnel);
  const y = {
    ...(isProportion ? percentAxis(language) : {}),
    domain: [least * factor, most * factor],
  } as const;
  const room = Math.ceil(Math.max(0, ...names.map((name) => textWidth(name, SMALL))) + GAP);
  const size = {
    width: width - room,
    height: Math.max(plotHeight(width) * TALL, LEAST_HEIGHT),
    inset: INSET,
  };
  const sizes = sizesOf(funnel);
  const scales = plotScales({ domain: sizes }, y, size, language);
  const [left, right] = scales.edges;
  return {
    ...scales,
    frame: { left, right, top, bottom: top + scales.height },
    place: (at, value) => [scales.x.place(at), top + scales.y.place(value * factor)],
    sizeAt: (x) => (sizes[1] * (x - left)) / (right - left),
  };
}

/** From 0, where the limits are widest: else they wouldn't look like a funnel. */
function sizesOf({ rows }: Funnel): readonly [number, number] {
  return [0, (1 + MARGIN) * Math.max(...rows.map(({ size }) => size))];
}

/** All values and the target have their place, and the limits of all but the smallest rows. */
function valuesOf(funnel: Funnel): readonly [number, number] {
  const { measure, rows, target, limits, overdispersed } = funnel;
  const sizes = rows.map(({ size }) => size).toSorted((a, b) => a - b);
  const held = sizes.slice(Math.floor(sizes.length * CUT));
  const shown = [...limits, ...overdispersed].flatMap((limit) =>
    held.flatMap((size) => {
      const at = limitsAt(limit, size);
      return at === undefined ? [] : [at.lower, at.upper];
    }),
  );
  const [least, most] = extent([target.value, ...rows.map(({ value }) => value), ...shown]);
  const margin = Math.max(MARGIN * (most - least), 0.005);
  return [Math.max(0, least - margin), measure === "proportion" ? Math.min(1, most + margin) : most + margin];
}
