import {
  element,
  shortenText,
  svgLine,
  svgText,
  textWidth,
  wrapText,
  type Language,
  type Markup,
} from "../display/index.js";
import { HEADING, LINE, SMALL, SMALL_HEADING, type Drawn, type Panel, type Scene } from "./panel.js";
import type { Favours } from "./rows.js";
import { formatEstimate } from "./values.js";
import { headingOfValues, WORDING } from "./wording.js";

/** Opacity of a band. */
const BAND = 0.12;
/** From the line of no difference to the captions beside it. */
const ASIDE = 8;

/** What stands over the rows: the panel's heading, the heading of the values, the name of the reference. */
export function drawHeading({ panel, columns, axis, language }: Scene, top: number): Drawn {
  const lines = wrapText(panel.heading ?? "", columns.plot[1], HEADING, 3);
  const last = top + lines.length * LINE - LINE / 2;
  const values = headingOfValues(panel.measure, panel.rows, language);
  const markup = [
    ...lines
      .filter((line) => line !== "")
      .map((line, index) => svgText(line, { x: 0, y: top + (index + 0.5) * LINE, ...HEADING })),
    svgText(values, { x: columns.width, y: last, ...SMALL_HEADING, anchor: "end" }),
  ];
  const bottom = top + lines.length * LINE + 4;
  if (panel.reference === undefined) return { markup, bottom };
  const { label, estimate } = panel.reference;
  const name = `${label} ${formatEstimate(estimate, panel.measure, language)}`;
  const x = axis.place(estimate ?? axis.domain[0]);
  return { markup: [...markup, captionAt(name, x, bottom + LINE / 2, columns.width)], bottom: bottom + LINE };
}

/** A small line of text centered at a place, moved so that it stays within the figure. */
function captionAt(text: string, x: number, y: number, width: number): Markup {
  const shown = shortenText(text, width, SMALL);
  const half = textWidth(shown, SMALL) / 2;
  const middle = Math.min(Math.max(x, half), width - half);
  return svgText(shown, { x: middle, y, ...SMALL, anchor: "middle", strength: "muted", whole: text });
}

/** The line of no difference with those of a small one, and the reference with its band. */
export function drawLines({ panel, axis }: Scene, top: number, bottom: number): readonly Markup[] {
  const { nullValue, reference, small } = panel;
  const nothing =
    nullValue === undefined
      ? []
      : [
          vertical(axis.place(nullValue), top, bottom),
          ...(small === undefined ? [] : [-small.within, small.within]).map((off) => {
            const x = axis.place(nullValue + off);
            return svgLine(x, top, x, bottom, { strength: "muted", dashed: true });
          }),
        ];
  if (reference === undefined) return nothing;
  const from = axis.place(reference.lower);
  const band = element("rect", {
    "x": from,
    "y": top,
    "width": axis.place(reference.upper) - from,
    "height": bottom - top,
    "fill-opacity": BAND,
  });
  return [
    ...nothing,
    band,
    ...(reference.estimate === null ? [] : [vertical(axis.place(reference.estimate), top, bottom)]),
  ];
}

function vertical(x: number, top: number, bottom: number): Markup {
  return svgLine(x, top, x, bottom, { strength: "muted" });
}

/** The axis under the rows, and what its sides mean. */
export function drawFoot({ panel, columns, axis, language }: Scene, top: number): Drawn {
  const [from, to] = axis.range;
  const title = axisTitle(panel, language);
  const markup = [
    svgLine(from, top, to, top, { strength: "muted" }),
    ...axis.ticks.flatMap(({ x, label }) => [
      svgLine(x, top, x, top + 4, { strength: "muted" }),
      svgText(label, { x, y: top + 13, ...SMALL, anchor: "middle", strength: "muted" }),
    ]),
  ];
  let bottom = top + 13 + LINE / 2;
  if (title !== undefined) {
    markup.push(captionAt(title, (from + to) / 2, bottom + LINE / 2, columns.width));
    bottom += LINE;
  }
  if (panel.small !== undefined) {
    markup.push(captionAt(panel.small.label, (from + to) / 2, bottom + LINE / 2, columns.width));
    bottom += LINE;
  }
  if (panel.favours !== undefined && panel.nullValue !== undefined) {
    markup.push(...drawFavours(panel.favours, axis.place(panel.nullValue), bottom + LINE / 2, columns.width));
    bottom += LINE;
  }
  return { markup, bottom };
}

function axisTitle({ measure }: Panel, language: Language): string | undefined {
  const words = WORDING[language];
  if (measure.scale === "log") return words.logarithmic;
  return measure.unit === "points" ? words.points : undefined;
}

function drawFavours({ lower, upper }: Favours, x: number, y: number, width: number): readonly Markup[] {
  const [left, right] = [`← ${lower}`, `${upper} →`];
  const side = { y, ...SMALL, strength: "muted" } as const;
  const [from, to] = [x - ASIDE, x + ASIDE];
  return [
    svgText(shortenText(left, from, SMALL), { x: from, ...side, anchor: "end", whole: left }),
    svgText(shortenText(right, width - to, SMALL), { x: to, ...side, whole: right }),
  ];
}
